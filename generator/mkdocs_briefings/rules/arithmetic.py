"""Arithmetic of evidence: whether a number of ours follows from numbers that are cited."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from mkdocs_briefings.rules import derived_values
from mkdocs_briefings.rules.derived_values import CENTS, SMALL
from mkdocs_briefings.rules.quantities import last_place
from mkdocs_briefings.rules.words_beside import NOTHING, Beside
from mkdocs_briefings.text.languages.units import CENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.text.languages.pack import Near

_MOST = 40
"""Numbers that are tried with each other; more of them would give almost any result."""
_HALF = 0.5


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
    if (number.measure and (one.ordinal or one.unit)) or (number.ordinal and (one.unit or one.measure)):
        return False
    if number.fraction != one.fraction and (number.fraction or one.fraction):
        if number.fraction and one.unit == "%":
            return fits(number, one.value / 100, near) or _is_nearest(number, one.value / 100)
        return number.unit == "%" and one.fraction and fits(number, one.value * 100, near)
    if CENT in {number.unit, one.unit} and number.unit != one.unit and number.unit not in {"", "%", "pp"}:
        return one.unit not in {"%", "pp", ""} and fits(number, _in_unit(one, number.unit), near)
    if number.unit not in {"", one.unit}:
        return number.unit == "%" and one.fraction and fits(number, one.value * 100, near)
    mine, other = number.measure, one.measure
    if mine and other and mine[0] == other[0] and mine[1] != other[1]:
        return near is not None and _rescaled(number, one, near)
    if mine and other and mine[0] != other[0] and {mine[0], other[0]} != {"time", "months"}:
        return False
    return fits(number, one.value, near)


def _in_unit(one: Number, unit: str) -> float:
    """Give an amount of money in another of its units: 70 pence of 0.7 pounds."""
    return round(one.value * CENTS if unit == CENT else one.value / CENTS, 6)


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
    results = derived_values.values(number, known, near, tuple(dict.fromkeys(years)), beside)
    if number.fraction:
        return any(
            fits(number, value, near) or (_is_nearest(number, value) and abs(number.value - value) <= _CLOSE)
            for value in results
        )
    if any(fits(number, value, near) or rounds(number, value) for value in results):
        return True
    return number.unit == "%" and _is_whole_percent(number, known, beside)


def _is_whole_percent(number: Number, known: Sequence[Number], beside: Beside) -> bool:
    """Whether a percentage is that of two amounts of one kind to the next whole one, as most are told."""
    amounts = [one for one in known if _is_amount(one)]
    for kind in dict.fromkeys((one.unit, one.measure) for one in amounts):
        alike = [one for one in amounts if (one.unit, one.measure) == kind]
        alike += [
            one
            for one in amounts
            if one.value > SMALL and kind != ("", None) and (one.unit, one.measure) == ("", None)
        ]
        if len({one.value for one in alike}) > _MOST_COMPARED:
            continue
        for a, b in itertools.permutations(alike, 2):
            change = abs(a.value / b.value - 1) * 100
            told = [] if beside.change == ("down" if a.value > b.value else "up") else [change]
            told += [a.value / b.value * 100] if beside.of_whole or not beside.change else []
            if any(abs(number.value - value) <= _HALF for value in told):
                return True
    return False


_MOST_COMPARED = 4
"""Amounts of one kind of which any two may be compared; among more of them almost any percentage comes out."""


def _is_amount(one: Number) -> bool:
    return one.unit not in {"%", "pp"} and not (one.fraction or one.ordinal or one.times) and bool(one.value)


def follows_exactly(
    number: Number, known: Sequence[Number], beside: Beside, near: Near | None = None
) -> bool:
    """Return whether a number of ours is computed from others to its last digit, or as its word for it rounds."""
    return any(fits(number, value, near) for value in derived_values.values(number, known, None, (), beside))


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
