"""What can be computed from the numbers of the evidence: one family of values for each kind of number."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from mkdocs_briefings.text.languages.units import CENT, DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.words_beside import Beside
    from mkdocs_briefings.text.languages.pack import Near

SMALL = 12
"""Up to here a whole number may well come out by chance, so that only what is of one kind is reckoned with."""
CENTS = 100
_MOST_PARTS = 6
_HALF = 0.5
_EXACT = 1e-6


def values(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int], beside: Beside
) -> Iterator[float]:
    """Give what can be computed from the evidence for a number of a kind: of a length, a part, a percentage, an amount.

    Args:
        number: ours.
        known: the numbers that are cited.
        near: how our word for it rounds.
        years: years that are cited, for lengths of time.
        beside: what the words beside it make of it.

    """
    if number.measure:
        yield from _of_measure(number, known, near, years)
    elif number.fraction:
        yield from _of_fraction(known, beside)
    elif number.unit == "%":
        yield from _of_shares(number, known, beside)
    else:
        yield from _of_amounts(number, known, beside)


def _of_fraction(known: Sequence[Number], beside: Beside) -> Iterator[float]:
    """What part one amount is of another, and what is left of the whole."""
    yield from (ratio for ratio in _ratios(known, of_whole=beside.of_whole) if ratio < 1)
    if beside.change != "up":
        least = 0 if beside.of_whole else _HALF
        yield from (1 - ratio for ratio in _ratios(known, of_whole=beside.of_whole) if least < ratio < 1)
    if (beside.rest or beside.change == "up") and beside.change != "down":  # "a quarter more"
        large = [one for one in known if one.value > SMALL or one.unit or one.measure]
        yield from (ratio - 1 for ratio in _ratios(large, of_whole=beside.of_whole) if 1 < ratio < 1 / _HALF)
    shares = [one.value / 100 for one in known if one.unit == "%"]
    shares += [one.value for one in known if one.fraction]
    yield from shares
    yield from (1 - share for share in shares)


def _of_amounts(number: Number, known: Sequence[Number], beside: Beside) -> Iterator[float]:
    """Sums, differences and products of amounts."""
    if number.unit in {"pp", ""}:
        yield from _of_shares(number, known, beside)
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
        bare = [one for one in alike if not one.unit and unit and one.value > SMALL and not one.measure]
        yield from _sums(number, [*(one for one in alike if one.unit == unit), *bare], rest=beside.rest)
    if number.unit == CENT:
        yield from _in_cents(known)
    if not number.unit:
        points = [one.value for one in known if one.unit == "pp"]
        plain = [one.value for one in known if not one.unit]
        yield from (a + b for a in plain for b in points)
        yield from (a - b for a in plain for b in points)
    if number.value > SMALL:
        yield from _products(number, known, apiece=beside.apiece)
    else:
        yield from _multiples(alike, known)


def _in_cents(known: Sequence[Number]) -> Iterator[float]:
    money = [one for one in known if one.unit not in {"%", "pp", "", CENT}]
    for a, b in itertools.combinations(money, 2):
        if a.unit == b.unit:
            yield round(abs(a.value - b.value) * CENTS, 6)
            yield round((a.value + b.value) * CENTS, 6)


def _multiples(alike: Sequence[Number], known: Sequence[Number]) -> Iterator[float]:
    """Of small amounts only what a word multiplies: four, and four more, for "doubles to eight"."""
    for times in (one.value for one in known if one.times and one.value):
        for amount in (one.value for one in alike if not one.times):
            yield from (amount * times, amount / times, abs(amount - amount / times))


def _of_measure(
    number: Number, known: Sequence[Number], near: Near | None, years: Sequence[int]
) -> Iterator[float]:
    dimension, unit = number.measure or ("", 1.0)
    base = [one.value * one.measure[1] for one in known if one.measure and one.measure[0] == dimension]
    yield from (
        value / unit
        for value in base
        if near not in {"below", "above"} or abs(value / unit - number.value) <= _EXACT * number.value
    )
    if dimension == "area":
        lengths = [one.value * one.measure[1] for one in known if one.measure and one.measure[0] == "length"]
        yield from (a * b / unit for a, b in itertools.combinations(lengths, 2))
    yield from (abs(a - b) / unit for a, b in itertools.combinations(base, 2))
    yield from ((a + b) / unit for a, b in itertools.combinations(base, 2))
    if number.value != int(number.value) or number.value > SMALL:
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
                length = one.value * one.measure[1] / 365.2425 / DAY[1] * 12 / unit
                yield length
                yield round(length * 2) / 2  # six weeks are a month and a half
    if dimension == "time":
        yield from (
            one.value * one.measure[1] * 30.44 * DAY[1] / unit
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
        for times in (one.value for one in known if (one.times or one.fraction) and one.value):
            yield from (one * times for one in percents)
            yield from (one / times for one in percents)
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
        alike = a.unit == b.unit or ("" in {a.unit, b.unit} and min(a.value, b.value) > SMALL)
        once = None in {a.measure, b.measure} and min(a.value, b.value) > SMALL
        if alike and (bool(a.measure) == bool(b.measure) or once):
            yield a.value / b.value
        if a.unit == b.unit and len(amounts) == 2:  # noqa: PLR2004, two parts of a whole
            if not of_whole:
                yield a.value / (a.value + b.value)
            yield 1 - a.value / b.value


def _sums(number: Number, alike: Sequence[Number], *, rest: bool) -> Iterator[float]:
    """Sums and differences; of small numbers only differences of greater ones, and lists elsewhere (`listed`)."""
    whole = number.value == int(number.value)
    large = [one.value for one in alike if one.value > SMALL or not whole]
    plain = [one.value for one in alike] if rest else large
    yield from (abs(a - b) for a, b in itertools.combinations(plain, 2))
    small = [one.value for one in alike if one.unit and one.value < SMALL]
    # Of euros, in cents.
    yield from (round(abs(a - b) * CENTS, 6) for a, b in itertools.combinations(small, 2))
    if number.value <= SMALL:
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
    for a, b in itertools.permutations(known, 2):
        if a.unit in {"", number.unit} or not (number.unit or a.unit in {"%", "pp"}):
            yield from _of_pair(a, b, apiece=apiece)
    if not apiece:
        return
    amounts = [one for one in known if one.unit in {"", number.unit} and not one.fraction]
    for a, b, c in itertools.permutations(amounts[:6], 3):
        if c.unit == "" and c.value != 1 and a.value != b.value:
            yield a.value + b.value * c.value


def _of_pair(a: Number, b: Number, *, apiece: bool) -> Iterator[float]:
    """What an amount is by a share, a part or a count."""
    if b.unit == "%":
        yield from _of_percent(a.value, b.value / 100)
    elif b.fraction:
        before = a.value / (1 + b.value)
        yield from (a.value * b.value, a.value * (1 - b.value), a.value / b.value)
        yield from (before, a.value - before, a.value / (1 - b.value))
    elif b.unit == "" and b.value and (apiece or b.times):
        yield from (a.value * b.value, a.value * (1 + b.value), a.value / b.value)
        if b.times:  # "half as much again, 120 million": by how much
            yield abs(a.value - a.value / b.value)
    elif a.unit and not b.unit and b.value > SMALL and not (b.measure or b.ordinal):
        yield a.value * b.value  # "at 45 dollars each" need not say "each"


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
        yield amount / (1 - share) - amount
