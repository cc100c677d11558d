"""Arithmetic of evidence: whether a number of ours follows from numbers that are cited, and how."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.quantities import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.languages.pack import Near

_MOST = 40
"""Numbers that are tried with each other; more of them would give almost any result."""
_SMALL = 12
"""Up to here a whole number may well come out by chance, so that only what is of one kind is reckoned with."""
_SLACK = {"about": 0.06, "below": 0.1, "above": 0.25}
_LOOK_BACK = 24
_HALF = 0.5
_ARTICLE = re.compile(r"\s+(?:the|an?|der|die|das|dem|den|eine?[nmr]?|le|la|les|los|las|el|une?|una|des)$")


def rounding(text: str, start: int, pack: Language | None) -> Near | None:
    """How the word before a number rounds it, if one does."""
    if pack is None:
        return None
    before = text[max(0, start - _LOOK_BACK) : start].lower()
    before = before.rstrip(" \t\n$€£¥")
    for stretch in dict.fromkeys((before, _ARTICLE.sub("", before))):
        for word in sorted(pack.rounding, key=len, reverse=True):
            if stretch.endswith(word) and (not pack.spaced or not stretch[: -len(word)][-1:].isalnum()):
                return pack.rounding[word]
    return None


def fits(number: Number, value: float, near: Near | None) -> bool:
    """Return whether a number of ours tells a value, rounded as its own word says; without one it must be exact.

    A share that is no round one is told to its last digit: 13.3 percent for two in fifteen.
    """
    told = number.value
    if abs(told - value) <= 1e-6 * max(1.0, abs(value)):
        return True
    if near is None:
        return False
    if near == "about" and abs(told - value) <= max(_SLACK["about"] * abs(value), 0.0):
        return True
    if near == "below" and told * (1 - _SLACK["below"]) <= value < told:
        return True
    if near == "above" and told < value <= told * (1 + _SLACK["above"]):
        return True
    # "Around 2 percent" for 2.4: as finely as it is told.
    return near == "about" and abs(told - value) <= number.step / 2 and value >= 1


def same_number(number: Number, one: Number, near: Near | None) -> bool:
    """Return whether one number of the evidence says what ours says."""
    if number.fraction != one.fraction and (number.fraction or one.fraction):
        return number.fraction and one.unit == "%" and fits(number, one.value / 100, near)
    if number.unit not in {"", one.unit}:
        return number.unit == "%" and one.fraction and fits(number, one.value * 100, near)
    mine, other = number.measure, one.measure
    if mine and other and mine[0] == other[0] and mine[1] != other[1]:
        return near is not None and _rescaled(number, one, near)
    return fits(number, one.value, near)


def _rescaled(number: Number, one: Number, near: Near | None) -> bool:
    if not (number.measure and one.measure):
        return False
    return fits(number, one.value * one.measure[1] / number.measure[1], near)


def follows(
    number: Number,
    evidence: Sequence[Number],
    near: Near | None,
    years: Iterable[int] = (),
    *,
    times: bool = False,
) -> bool:
    """Return whether a number of ours can be computed from the evidence.

    Args:
        number: ours.
        evidence: the numbers that are cited.
        near: how our word for it rounds.
        years: years that are cited, for lengths of time.
        times: "times" follows it: it compares two of the evidence.

    """
    known = list({(one.value, one.unit, one.measure, one.fraction): one for one in evidence}.values())[:_MOST]
    if times:
        alike = [(a, b) for a, b in itertools.permutations(known, 2) if a.unit == b.unit and b.value]
        ratios = [a.value / b.value for a, b in alike]
        if any(fits(number, ratio, near) or _rounds(number, ratio) for ratio in ratios):
            return True
    results = _results(number, known, near, tuple(dict.fromkeys(years)))
    return any(fits(number, value, near) or _rounds(number, value) for value in results)


_FINE = 0.01


def _rounds(number: Number, value: float) -> bool:
    """Whether a number is a computed value to its last digit, and that is a fine one: 13.3 for two in fifteen."""
    fine = number.step < 1 or number.step <= _FINE * abs(value)
    return fine and not number.fraction and abs(number.value - value) <= number.step / 2 * (1 + 1e-9)


def _results(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int]
) -> Iterator[float]:
    if number.measure:
        yield from _of_measure(number, known, near, years)
        return
    if number.fraction:
        yield from (ratio for ratio in _ratios(known) if ratio < 1)
        yield from (1 - ratio for ratio in _ratios(known) if _HALF < ratio < 1)
        shares = [one.value / 100 for one in known if one.unit == "%"] + [
            one.value for one in known if one.fraction
        ]
        yield from shares
        yield from (1 - share for share in shares)
        return
    if number.unit in {"%", "pp", ""}:
        yield from _of_shares(number, known)
    if number.unit == "%":
        return
    others = {"%", "pp"} if not number.unit else {one.unit for one in known} - {number.unit}
    alike = [one for one in known if one.unit not in others and not one.fraction and not one.ordinal]
    for unit in dict.fromkeys(one.unit for one in alike):
        yield from _sums(number, [one for one in alike if one.unit == unit])
    if not number.unit:
        points = [one.value for one in known if one.unit == "pp"]
        plain = [one.value for one in known if not one.unit]
        yield from (a + b for a in plain for b in points)
        yield from (a - b for a in plain for b in points)
    if number.value > _SMALL:
        yield from _products(number, known)


def _of_measure(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int]
) -> Iterator[float]:
    dimension, unit = number.measure or ("", 1.0)
    base = [one.value * one.measure[1] for one in known if one.measure and one.measure[0] == dimension]
    yield from (value / unit for value in base)
    yield from (abs(a - b) / unit for a, b in itertools.combinations(base, 2))
    yield from ((a + b) / unit for a, b in itertools.combinations(base, 2))
    if dimension == "months":
        slack = 12 if near else 0
        for a, b in itertools.combinations(years, 2):
            months = abs(a - b) * 12
            yield months / unit
            yield from ((months + one) / unit for one in (-slack / 2, slack / 2) if slack)
        yield from (
            one.value * one.measure[1] / 365.2425 / 86400 * 12 / unit
            for one in known
            if one.measure and one.measure[0] == "time"
        )
    if dimension == "time":
        yield from (
            one.value * one.measure[1] * 30.44 * 86400 / unit
            for one in known
            if one.measure and one.measure[0] == "months"
        )


def _of_shares(number: Number, known: Sequence[Number]) -> Iterator[float]:
    """Differences of percentages are points; ratios and changes of amounts are percent."""
    shares = [one for one in known if one.unit in {"%", "pp"}]
    if number.unit != "%":
        yield from (abs(a.value - b.value) for a, b in itertools.combinations(shares, 2))
        if number.unit == "pp":
            # "From 4.75 to 5.25 percent": the unit is told once.
            plain = [one for one in known if one.unit in {"%", ""} and not one.ordinal and not one.measure]
            yield from (
                abs(a.value - b.value) for a, b in itertools.combinations(plain, 2) if "%" in {a.unit, b.unit}
            )
            return
    if number.unit == "%":
        yield from (100 - one.value for one in shares if one.unit == "%")
        yield from (one.value * 100 for one in known if one.fraction)
        plain = [one for one in known if one.unit in {"%", ""} and not one.ordinal and not one.measure]
        points = [one for one in known if one.unit == "pp"]
        yield from (a.value - b.value for a in plain for b in points)
        yield from (a.value + b.value for a in plain for b in points)
        for ratio in _ratios(known):
            yield ratio * 100
            yield abs(ratio - 1) * 100


def _ratios(known: Sequence[Number]) -> Iterator[float]:
    amounts = [
        one
        for one in known
        if one.unit not in {"%", "pp"} and not one.fraction and not one.ordinal and one.value
    ]
    for a, b in itertools.permutations(amounts, 2):
        if a.unit == b.unit and bool(a.measure) == bool(b.measure):
            yield a.value / b.value
        if a.unit == b.unit and len(amounts) == 2:  # noqa: PLR2004, two parts of a whole
            yield a.value / (a.value + b.value)
            yield 1 - a.value / b.value


def _sums(number: Number, alike: Sequence[Number]) -> Iterator[float]:
    """Sums and differences; of small numbers only differences of greater ones, and lists elsewhere (`listed`)."""
    whole = number.value == int(number.value)
    large = [one.value for one in alike if one.value > _SMALL or not whole]
    yield from (abs(a - b) for a, b in itertools.combinations(large, 2))
    small = [one.value for one in alike if one.unit and one.value < _SMALL]
    # Of euros, in cents.
    yield from (round(abs(a - b) * 100, 6) for a, b in itertools.combinations(small, 2))
    if number.value <= _SMALL:
        return
    amounts = [one.value for one in alike][:10]
    yield from (a + b for a, b in itertools.combinations([one.value for one in alike], 2))
    for count in range(3, min(len(amounts), 6) + 1):
        yield from (sum(some) for some in itertools.combinations(amounts, count))
    if large:
        most = max(large)
        yield from (
            most - sum(some) for some in itertools.combinations([a for a in large[:8] if a != most], 2)
        )


_JOINED = re.compile(r"[^.;:!?。！？；]{0,60}")
_JOINER = re.compile(r"\b(?:and|plus|und|sowie|et|y|e)\b|[,&、，和及與与]|و")


_PERIODS = (
    (
        6.0,
        re.compile(
            r"\b(?:first|second)\s+half\b|half[- ]year|Halbjahr\w*|semestre|上半年|下半年|半期|半年",
            re.IGNORECASE,
        ),
    ),
    (
        3.0,
        re.compile(
            r"\b(?:first|second|third|fourth|last|this|next)\s+quarter\b|Quartal\w*|trimestre|季度|四半期",
            re.IGNORECASE,
        ),
    ),
)


def periods(text: str) -> Iterator[Number]:
    """The lengths of the parts of a year that a text names: a half is six months, a quarter three."""
    for months, form in _PERIODS:
        yield from (
            Number(months, "", *match.span(), measure=("months", 1.0)) for match in form.finditer(text)
        )


_SCALES = (1e12, 1e9, 1e8, 1e6, 1e4, 1e3)
_ONE_SCALE = re.compile(
    r"\s?(?:-|–|—|to|and|or|auf|bis|und|oder|à|et|ou|a|y|～|至|到|から)\s?(?:[$€£¥]\s?)?", re.IGNORECASE
)
_UNSCALED = 1000


def scaled_alike(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers whose scale and unit are told with the next: "from 96 to 84 million euros"."""
    for one, other in itertools.pairwise(numbers):
        words = text[other.start : other.end]
        if one.value >= _UNSCALED or not _ONE_SCALE.fullmatch(text[one.end : other.start]):
            continue
        scale = next((s for s in _SCALES if other.value >= s and other.value / s < _UNSCALED), 1.0)
        if not re.search(r"[^\W\d_]", words):
            scale = 1.0
        if (scale, other.unit, other.measure) != (1.0, one.unit, one.measure):
            unit = other.unit or one.unit
            yield Number(one.value * scale, unit, one.start, one.end, measure=other.measure)


_LISTED = re.compile(
    r"((?:[^,.;:!?。]{2,60},\s)+)[^,.;:!?]{2,60}?,?\s(?:and|or|und|sowie|et|y|e)\s|((?:[^、，。；]{1,20}、)+)[^、，。；]{1,20}",
    re.IGNORECASE,
)
_LEAST_LIST = 3


def items(text: str) -> Iterator[int]:
    """How many things the lists of a text have: "Romania, Italy and Germany" are three."""
    for match in _LISTED.finditer(re.sub(r"(?<=\d),(?=\d)", "", text)):
        count = match[1].count(",") + 2 if match[1] else match[2].count("、") + 1
        if count >= _LEAST_LIST:
            yield count


_BOTH = re.compile(r"\s?(?:both|twice|beiden?|zweimal|dozen)\s?", re.IGNORECASE)


def listed(text: str, numbers: Sequence[Number]) -> Iterator[tuple[float, str]]:
    """Return the sums, with their unit, of numbers that are in a list: "four residents and one workshop"."""
    counted = [one for one in numbers if not one.ordinal and not _BOTH.fullmatch(text, one.start, one.end)]
    for at, one in enumerate(counted):
        total, last = one.value, one
        for other in counted[at + 1 :]:
            between = text[last.end : other.start]
            if not _JOINED.fullmatch(between) or not _JOINER.search(between) or other.unit != one.unit:
                break
            # "Two senators, a Republican and a Democrat" are two.
            if other.value == 1 and re.search(r"[,;:]", between):
                break
            total, last = total + other.value, other
            yield total, one.unit


def _products(number: Number, known: Sequence[Number]) -> Iterator[float]:
    amounts = [one for one in known if one.unit in {"", number.unit} and not one.fraction]
    for a, b in itertools.permutations(known, 2):
        if a.unit not in {"", number.unit}:
            continue
        if b.unit == "%":
            yield a.value * b.value / 100
            yield a.value * (1 - b.value / 100)
            yield a.value * (1 + b.value / 100)
        elif b.fraction:
            yield a.value * b.value
            yield a.value / b.value
        elif b.unit == "" and b.value:
            yield a.value * b.value
            yield a.value * (1 + b.value)
            yield a.value / b.value
    for a, b, c in itertools.permutations(amounts[:6], 3):
        if c.unit == "":
            yield a.value + b.value * c.value
