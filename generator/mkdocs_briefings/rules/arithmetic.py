"""Arithmetic of evidence: whether a number of ours follows from numbers that are cited, and how."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.quantities import last_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.languages.pack import Near

_MOST = 40
"""Numbers that are tried with each other; more of them would give almost any result."""
_SMALL = 12
"""Up to here a whole number may well come out by chance, so that only what is of one kind is reckoned with."""
_MOST_PARTS = 6
_LOOK_BACK = 24
_HALF = 0.5
_ARTICLE = re.compile(r"\s+(?:the|an?|der|die|das|dem|den|eine?[nmr]?|le|la|les|los|las|el|une?|una|des)$")


def rounding(text: str, start: int, pack: Language | None) -> Near | None:
    """How the word before a number rounds it, if one does."""
    if pack is None:
        return None
    return _word_before(text, start, pack, _roundings(pack))


def bound(text: str, number: Number, pack: Language | None) -> Near | None:
    """Which way a number is a limit by the words beside it: "at least", "more than", "or less"."""
    if pack is None:
        return None
    if found := _word_before(text, number.start, pack, _limits(pack)):
        return found
    return _limit_after(text, number.end, pack)


_Words = tuple[tuple[tuple[str, "Near"], ...], tuple[str, ...]]
"""Words with what each makes of a number, longest first, and the words alone: one look tells whether any is there."""


@functools.cache
def _roundings(pack: Language) -> _Words:
    return _longest_first(pack.rounding)


@functools.cache
def _limits(pack: Language) -> _Words:
    return _longest_first({**pack.rounding, **pack.bounds})


def _longest_first(words: Mapping[str, Near]) -> _Words:
    return tuple(sorted(words.items(), key=lambda item: len(item[0]), reverse=True)), tuple(words)


def _word_before(text: str, start: int, pack: Language, words: _Words) -> Near | None:
    before = text[max(0, start - _LOOK_BACK) : start].lower()
    before = before.rstrip(" \t\n$€£¥" if pack.spaced else " $€£¥有为為是达達")
    known, ends = words
    for stretch in dict.fromkeys((before, _ARTICLE.sub("", before))):
        for word, near in known if stretch.endswith(ends) else ():
            if stretch.endswith(word) and (not pack.spaced or not stretch[: -len(word)][-1:].isalnum()):
                return near
    return None


def rounding_after(text: str, end: int, pack: Language | None) -> Near | None:
    """How the words behind a number round it: "or so", "environ", "or less"."""
    if pack is None:
        return None
    if pack.about_after and compiled(pack.about_after).match(text, end):
        return "about"
    return _limit_after(text, end, pack)


def _limit_after(text: str, end: int, pack: Language) -> Near | None:
    if pack.above_after and compiled(pack.above_after).match(text, end):
        return "above"
    return "below" if pack.below_after and compiled(pack.below_after).match(text, end) else None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside a number of ours make of it."""

    rest: bool = False
    """It may be a difference, however small: "the other ten", "three more"."""
    of_whole: bool = False
    """The evidence tells a part with its whole: "80 of the 240"."""
    apiece: bool = False
    """A word says what is told of each: "per", "a day", so that numbers multiply."""
    change: Literal["", "up", "down"] = ""
    """The way in which it changes something; empty where no word tells it, or words tell both."""


NOTHING = Beside()
_BESIDE = 30
"""Characters on either side in which they are."""
_OF_OTHERS = re.compile(
    r"\s(?:(?:out\s)?of|von|der|des|sur|de)\s(?:(?:the|den|les|los|las|its)\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|"
    r"vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)",
    re.IGNORECASE,
)
"""Behind a number that counts some of others: "seven of the nine"."""


def beside(text: str, number: Number, pack: Language | None) -> Beside:
    """Read the words beside a number."""
    of_others = bool(_OF_OTHERS.match(text, number.end))
    rest = of_others or _is_remainder(text, number, pack)
    return Beside(rest, change=_change(text, number, pack))


_DOWN = re.compile(
    r"\b(?:los[te]s?|losing|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|shr[aiu]nk\w*|cut|reduc\w+|decreas\w+|less|fewer|lower|smaller|"
    r"shorter|down)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:gain\w*|r[io]se\w*|rising|grow(?:s|n|ing|th)?|grew|increas\w+|climb\w*|jump\w*|more|higher|larger|longer|up|expand\w*|add(?:s|ed)?)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 40, 25


def _change(text: str, number: Number, pack: Language | None) -> Literal["", "up", "down"]:
    """Tell from the words on either side which way something changes by a number."""
    if pack is None or not all(pack.changes):
        return ""
    around = text[max(0, number.start - _BEFORE) : number.end + _AFTER]
    up, down = (_UP, _DOWN) if pack.code == "en" else map(compiled, pack.changes)
    rises, falls = bool(up.search(around)), bool(down.search(around))
    return "" if falls is rises else "down" if falls else "up"


def _is_remainder(text: str, number: Number, pack: Language | None) -> bool:
    """Whether a word beside a number makes it a difference: "the other ten", "three more than"."""
    if pack is None or not pack.remainders:
        return False
    return bool(compiled(pack.remainders).search(text, max(0, number.start - _BESIDE), number.end + _BESIDE))


def fits(number: Number, value: float, near: Near | None) -> bool:
    """Return whether a number of ours tells a value, rounded as its own word says; without one it must be exact.

    A share that is no round one is told to its last digit: 13.3 percent for two in fifteen.
    """
    told = number.value
    off = value - told
    if abs(off) <= 1e-6 * max(1.0, abs(value)):
        return True
    if near is None:
        return False
    if number.fraction:
        most = _SLACK * abs(value) if near == "about" else min(told, 1 - told) / 4
    else:
        most = _slack(number, near)
    if near != "about" and (off > 0) is not (near == "above"):
        return False
    return abs(off) <= most * (1 + 1e-9)


_SLACK = 0.06
_LIMIT_SLACK = 0.1
_MOST_OF_STEP = 0.8
_BY_FIVES = 2.5


def _slack(number: Number, near: Near) -> float:
    """How far a value may be from a number that rounds it: as finely as that is told.

    "About 2.68 million" is from 2.675 to 2.685 million, "about 400" from 350 to 450, "about 75" may be 73 as well.
    "More than 4,000" is any number up to 4,800, "more than 3" one up to 4.
    """
    told, step = abs(number.value), number.step
    if told >= 1 and told == int(told):
        step = max(step, last_place(str(int(told)), "."))
    elif told < step:  # half as many
        step = _SLACK * 2 * told
    if near == "about":
        digits = f"{told / step:.0f}"
        coarse = len(digits) > 1 and digits.endswith("5")
        return min(_BY_FIVES * step, max(_SLACK * told, step / 2)) if coarse else step / 2
    return step if told <= 10 else max(_MOST_OF_STEP * step, _LIMIT_SLACK * told)  # noqa: PLR2004, "more than ten"


def same_number(number: Number, one: Number, near: Near | None) -> bool:
    """Return whether one number of the evidence says what ours says."""
    if number.times or one.times:
        return _same_times(number, one, near)
    # "The second half" is not two hours, nor are two cents.
    if (number.measure and (one.ordinal or one.unit)) or (number.ordinal and one.unit):
        return False
    if number.fraction != one.fraction and (number.fraction or one.fraction):
        if number.fraction and one.unit == "%":
            return fits(number, one.value / 100, near) or _is_nearest(number, one.value / 100)
        return number.unit == "%" and one.fraction and fits(number, one.value * 100, near)
    if number.unit not in {"", one.unit}:
        return number.unit == "%" and one.fraction and fits(number, one.value * 100, near)
    mine, other = number.measure, one.measure
    if mine and other and mine[0] == other[0] and mine[1] != other[1]:
        return near is not None and _rescaled(number, one, near)
    if mine and other and mine[0] != other[0] and {mine[0], other[0]} != {"time", "months"}:
        return False
    return fits(number, one.value, near)


def _same_times(number: Number, one: Number, near: Near | None) -> bool:
    """Whether one tells what the other multiplies by: doubled, twice, half as much the other way round; 100 percent more."""
    if not number.times:
        # "Twice" is two, "two boats" are a double find.
        plain = not (number.unit or number.measure or number.fraction) and number.value == _PAIR
        if number.unit == "%":
            return fits(number, one.value * 100, near) or fits(number, abs(one.value - 1) * 100, near)
        if number.fraction:
            return fits(number, 1 / one.value, near) or fits(number, one.value, near)
        return plain and one.value == _PAIR
    if one.times:
        return fits(number, one.value, near) or fits(number, 1 / one.value, near)
    if one.fraction:
        return fits(number, 1 / one.value, near) or fits(number, one.value, near)
    if one.unit == "%":
        return any(fits(number, 1 + sign * one.value / 100, near) for sign in (1, -1)) or (
            fits(number, one.value / 100, near)
        )
    return number.value == one.value == _PAIR and not (one.unit or one.measure)


_PAIR = 2


def _is_nearest(number: Number, share: float) -> bool:
    """Whether a part of ours is the nearest one to a share: "six in ten" for 61 percent, "two thirds" for 67."""
    return number.fraction and abs(number.value - share) <= number.step / 2


def _rescaled(number: Number, one: Number, near: Near | None) -> bool:
    if not (number.measure and one.measure):
        return False
    return fits(number, one.value * one.measure[1] / number.measure[1], near)


def follows(
    number: Number,
    evidence: Sequence[Number],
    near: Near | None,
    years: Iterable[int] = (),
    beside: Beside = NOTHING,
) -> bool:
    """Return whether a number of ours can be computed from the evidence.

    Args:
        number: ours.
        evidence: the numbers that are cited.
        near: how our word for it rounds.
        years: years that are cited, for lengths of time.
        beside: what the words beside it make of it.

    """
    known = list({(one.value, one.unit, one.measure, one.fraction): one for one in evidence}.values())[:_MOST]
    if number.times:
        if any(fits(number, ratio, near) or rounds(number, ratio) for ratio in _of_times(known)):
            return True
        if number.value == int(number.value):
            return False
    results = _results(number, known, near, tuple(dict.fromkeys(years)), beside)
    if number.fraction:
        return any(
            fits(number, value, near) or (_is_nearest(number, value) and abs(number.value - value) <= _CLOSE)
            for value in results
        )
    return any(fits(number, value, near) or rounds(number, value) for value in results)


def follows_exactly(number: Number, known: Sequence[Number], beside: Beside) -> bool:
    """Return whether a number of ours is computed from others to its last digit, with no word or share to round it."""
    return any(fits(number, value, None) for value in _results(number, known, None, (), beside))


def _of_times(known: Sequence[Number]) -> Iterator[float]:
    """How many times one amount is another, as far as both are of one kind; a unit may be told once."""
    amounts = [one for one in known if not (one.fraction or one.ordinal or one.times)]
    for a, b in itertools.permutations(amounts, 2):
        of_one_kind = a.measure == b.measure or None in {a.measure, b.measure}
        if (a.unit == b.unit or "" in {a.unit, b.unit}) and of_one_kind and b.value:
            yield a.value / b.value
        elif a.measure and b.measure and a.measure[0] == b.measure[0] and b.value:
            yield a.value * a.measure[1] / (b.value * b.measure[1])


_CLOSE = 0.035
"""By so much a computed share may miss the part that tells it: two thirds for 64 of 100."""
_FINE = 0.01


def rounds(number: Number, value: float) -> bool:
    """Whether a number is a computed value to its last digit, and that is a fine one: 13.3 for two in fifteen."""
    fine = number.step < 1 or number.step <= _FINE * abs(value)
    return fine and not number.fraction and abs(number.value - value) <= number.step / 2 * (1 + 1e-9)


def _results(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int], beside: Beside
) -> Iterator[float]:
    if number.measure:
        yield from _of_measure(number, known, near, years)
        return
    if number.fraction:
        yield from (ratio for ratio in _ratios(known, of_whole=beside.of_whole) if ratio < 1)
        if beside.change != "up":
            least = 0 if beside.of_whole else _HALF
            yield from (1 - ratio for ratio in _ratios(known, of_whole=beside.of_whole) if least < ratio < 1)
        if (beside.rest or beside.change == "up") and beside.change != "down":  # "a quarter more"
            large = [one for one in known if one.value > _SMALL or one.unit or one.measure]
            yield from (
                ratio - 1 for ratio in _ratios(large, of_whole=beside.of_whole) if 1 < ratio < 1 / _HALF
            )
        shares = [one.value / 100 for one in known if one.unit == "%"] + [
            one.value for one in known if one.fraction
        ]
        yield from shares
        yield from (1 - share for share in shares)
        return
    if number.unit in {"%", "pp", ""}:
        yield from _of_shares(number, known, beside)
    if number.unit == "%":
        return
    others = {"%", "pp"} if not number.unit else {one.unit for one in known} - {number.unit}
    alike = [
        one
        for one in known
        if one.unit not in others
        and not one.fraction
        and not one.ordinal
        and (beside.rest or not one.measure)
    ]
    for unit in dict.fromkeys(one.unit for one in alike):
        # "850 million euros, of which 210 million are aid": the unit is told once.
        bare = [one for one in alike if not one.unit and unit and one.value > _SMALL and not one.measure]
        yield from _sums(number, [*(one for one in alike if one.unit == unit), *bare], rest=beside.rest)
    if not number.unit:
        points = [one.value for one in known if one.unit == "pp"]
        plain = [one.value for one in known if not one.unit]
        yield from (a + b for a in plain for b in points)
        yield from (a - b for a in plain for b in points)
    if number.value > _SMALL:
        yield from _products(number, known, apiece=beside.apiece)


def _of_measure(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int]
) -> Iterator[float]:
    dimension, unit = number.measure or ("", 1.0)
    base = [one.value * one.measure[1] for one in known if one.measure and one.measure[0] == dimension]
    yield from (value / unit for value in base if near not in {"below", "above"})
    yield from (abs(a - b) / unit for a, b in itertools.combinations(base, 2))
    yield from ((a + b) / unit for a, b in itertools.combinations(base, 2))
    if number.value != int(number.value) or number.value > _SMALL:
        # "34.1 hours on average, half an hour less": papers print "hours worked were 34.6".
        plain = [
            one.value
            for one in known
            if not (one.unit or one.fraction or one.ordinal) and one.measure in {None, number.measure}
        ]
        yield from (round(abs(a - b), 6) for a, b in itertools.combinations(plain, 2))
    if dimension not in {"time", "months"}:
        bare = (one for one in known if not (one.unit or one.measure or one.fraction or one.ordinal))
        counts = [one.value for one in bare if one.value]
        # "1.9 metres a year between 2015 and 2025".
        counts += [
            one.value * one.measure[1] / 12 for one in known if one.measure and one.measure[0] == "months"
        ]
        yield from (value * count / unit for value in base for count in counts)
        yield from (value / count / unit for value in base for count in counts if count)
        parts = [one.value for one in known if one.fraction]
        parts += [one.value / 100 for one in known if one.unit == "%"]
        yield from (value * part / unit for value in base for part in parts)
        yield from (value * (1 - part) / unit for value in base for part in parts)
    if dimension == "months":
        slack = 12 if near else 0
        for a, b in itertools.combinations(years, 2):
            months = abs(a - b) * 12
            yield months / unit
            yield from ((months + one) / unit for one in (-slack / 2, slack / 2) if slack)
        for one in known:
            if one.measure and one.measure[0] == "time":
                length = one.value * one.measure[1] / 365.2425 / 86400 * 12 / unit
                yield length
                yield round(length * 2) / 2  # six weeks are a month and a half
    if dimension == "time":
        yield from (
            one.value * one.measure[1] * 30.44 * 86400 / unit
            for one in known
            if one.measure and one.measure[0] == "months"
        )


def _of_shares(number: Number, known: Sequence[Number], beside: Beside) -> Iterator[float]:
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
        percents = [one.value for one in shares if one.unit == "%"]
        yield from (100 - one for one in percents)
        if beside.rest:  # "half, 30 percent and the other 20 percent"
            parts = [*percents, *(one.value * 100 for one in known if one.fraction)][:_MOST_PARTS]
            for count in range(2, len(parts) + 1):
                rests = (100 - sum(some) for some in itertools.combinations(parts, count))
                yield from (rest for rest in rests if rest > 0)
        yield from (one.value * 100 for one in known if one.fraction)
        plain = [one for one in known if one.unit in {"%", ""} and not one.ordinal and not one.measure]
        points = [one for one in known if one.unit == "pp"]
        yield from (a.value - b.value for a in plain for b in points)
        yield from (a.value + b.value for a in plain for b in points)
        for ratio in _ratios(known, of_whole=beside.of_whole):
            yield ratio * 100
            # A fall is a share of what was more, a rise of what was less.
            if beside.change != ("down" if ratio > 1 else "up"):
                yield abs(ratio - 1) * 100


def _ratios(known: Sequence[Number], *, of_whole: bool) -> Iterator[float]:
    amounts = [
        one
        for one in known
        if one.unit not in {"%", "pp"} and not one.fraction and not one.ordinal and one.value
    ]
    for a, b in itertools.permutations(amounts, 2):
        alike = a.unit == b.unit or ("" in {a.unit, b.unit} and min(a.value, b.value) > _SMALL)
        if alike and bool(a.measure) == bool(b.measure):
            yield a.value / b.value
        if a.unit == b.unit and len(amounts) == 2:  # noqa: PLR2004, two parts of a whole
            if not of_whole:
                yield a.value / (a.value + b.value)
            yield 1 - a.value / b.value


def _sums(number: Number, alike: Sequence[Number], *, rest: bool) -> Iterator[float]:
    """Sums and differences; of small numbers only differences of greater ones, and lists elsewhere (`listed`)."""
    whole = number.value == int(number.value)
    large = [one.value for one in alike if one.value > _SMALL or not whole]
    plain = [one.value for one in alike] if rest else large
    yield from (abs(a - b) for a, b in itertools.combinations(plain, 2))
    small = [one.value for one in alike if one.unit and one.value < _SMALL]
    # Of euros, in cents.
    yield from (round(abs(a - b) * 100, 6) for a, b in itertools.combinations(small, 2))
    if number.value <= _SMALL:
        return
    amounts = [one.value for one in alike][:10]
    yield from (
        a + b
        for a, b in itertools.combinations([one.value for one in alike], 2)
        if min(a, b) >= _LEAST_ADDED * (a + b)
    )
    for count in range(3, min(len(amounts), 6) + 1):
        yield from (sum(some) for some in itertools.combinations(amounts, count))
    if large:
        most = max(large)
        yield from (
            most - sum(some) for some in itertools.combinations([a for a in large[:8] if a != most], 2)
        )


_LEAST_ADDED = 0.02
"""The share of a sum that each of two parts has: nobody adds one to 412."""


def _products(number: Number, known: Sequence[Number], *, apiece: bool) -> Iterator[float]:
    amounts = [one for one in known if one.unit in {"", number.unit} and not one.fraction]
    for a, b in itertools.permutations(known, 2):
        if a.unit not in {"", number.unit} and (number.unit or a.unit in {"%", "pp"}):
            continue
        if b.unit == "%":
            yield from _of_percent(a.value, b.value / 100)
        elif b.fraction:
            yield a.value * b.value
            yield a.value * (1 - b.value)
            yield a.value / b.value
        elif b.unit == "" and b.value and (apiece or b.times):
            yield a.value * b.value
            yield a.value * (1 + b.value)
            yield a.value / b.value
            if b.times:  # "half as much again, 120 million": by how much
                yield abs(a.value - a.value / b.value)
    if not apiece:
        return
    for a, b, c in itertools.permutations(amounts[:6], 3):
        if c.unit == "" and c.value != 1 and a.value != b.value:
            yield a.value + b.value * c.value


def _of_percent(amount: float, share: float) -> Iterator[float]:
    """What a share of an amount is, what more or less of it is, and what it was before a change by that share."""
    yield amount * share
    yield amount * (1 - share)
    yield amount * (1 + share)
    # "12 percent more than in 2024": what it was then, and by how much.
    before = amount / (1 + share)
    yield before
    yield amount - before
    if share < 1:
        yield amount / (1 - share)
