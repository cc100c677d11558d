"""Compute the days that words for a time can mean, from the day of an article or occasion, with the arithmetic."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.derive import reasons
from mkdocs_briefings.derive.days import add_months, month_of, on_or_after, on_or_before, shift, year_of
from mkdocs_briefings.derive.reasons import SaidDays, SaidName, reason
from mkdocs_briefings.model.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.derive.printed_times import Edge, Expression
    from mkdocs_briefings.derive.reasons import Reason, Value

_YEARS_BACK, _YEARS_AHEAD = 6, 2
"""The years in which a weekday with a day and a month is looked for, around the article's."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative words count from, as far as it is known."""

    first: dt.date
    last: dt.date
    of: Literal["article", "occasion"]
    """What was on it: the article was published, or it was said."""

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def told(self) -> Reason:
        """Name it within a sentence."""
        if self.is_day:
            return reason(f"{self.of}-day", day=SaidDays(self.first, self.last))
        return reason(f"{self.of}-within", days=SaidDays(self.first, self.last, "within"))


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days that an expression can mean, from `first` to `last`, of these only the `weekday`, if any.

    If none of them is that weekday, the source prints what cannot be, and nothing fits.
    """

    first: dt.date
    last: dt.date
    how: Reason
    edge: Edge = ""
    weekday: int | None = None


def readings(one: Expression, anchor: Anchor | None, *, ahead: bool) -> tuple[DayRange, ...]:
    """Resolve an expression; nothing where it needs an anchor and has none.

    Args:
        one: the expression.
        anchor: what it counts from.
        ahead: the sentence tells of what is to come, so that a bare "Friday" may follow the anchor.

    """
    found: Iterable[DayRange] = ()
    if one.kind == "calendar":
        if one.year:
            found = _absolute(one)
        elif anchor:
            found = _of_some_year(one, anchor, ahead=ahead)
    elif anchor and one.kind == "weekday":
        found = _weekday(one, anchor, ahead=ahead)
    elif anchor and one.kind == "unit":
        found = _unit(one, anchor)
    return tuple(narrow(reading, one) for reading in found)


def narrow(reading: DayRange, one: Expression) -> DayRange:
    """Keep the days of a reading that are the printed weekday."""
    reading = replace(reading, edge=one.edge, weekday=one.weekday)
    if one.weekday is None:
        return reading
    name = _weekday_name(one.weekday)
    first, last = on_or_after(reading.first, one.weekday), on_or_before(reading.last, one.weekday)
    how, days = reading.how, SaidDays(first, last)
    if first > last:
        day = SaidDays(reading.first, reading.last)
        not_it = reason(
            "is-other-weekday", days=day, weekday=_weekday_name(reading.first.weekday()), other=name
        )
        return replace(reading, how=not_it if one.year else reason("and-then", reason=how, more=not_it))
    if one.kind == "unit":
        how = reason("its-weekday", reason=how, weekday=name, days=days)
    elif one.kind == "calendar" and one.year:
        how = reason("is-weekday", days=days, weekday=name)
    return replace(reading, first=first, last=last, how=how)


def _weekday_name(number: int) -> SaidName:
    return SaidName("weekday", number)


def in_year(one: Expression, year: int) -> Days | None:
    """Return the days that a calendar expression names in a year; None for 30 February."""
    if not 1 <= year <= dt.MAXYEAR:
        return None
    if one.month is None:
        return year_of(year, one.part)
    if not 1 <= one.month <= len(MONTHS):
        return None
    if one.day is None:
        return month_of(year, one.month, one.part)
    try:
        days = dt.date(year, one.month, one.day), dt.date(year, one.month, one.last_day or one.day)
    except ValueError:
        return None
    return days if days[0] <= days[1] else None


def years_that_fit(one: Expression, around: int) -> tuple[range, list[int]]:
    """Return the years around one in which the printed day is the printed weekday."""
    years = range(around - _YEARS_BACK, around + _YEARS_AHEAD + 1)
    fit = [y for y in years if (days := in_year(one, y)) and days[0].weekday() == one.weekday]
    return years, fit


def _absolute(one: Expression) -> tuple[DayRange, ...]:
    days = in_year(one, one.year or 0)
    return (DayRange(*days, reason("as-printed", days=SaidDays(*days))),) if days else ()


def _of_some_year(one: Expression, anchor: Anchor, *, ahead: bool) -> tuple[DayRange, ...]:
    if one.unit == "year":
        return tuple(
            DayRange(
                *days,
                reason(
                    "so",
                    reason=_away("year", one.offset or 0, anchor=anchor.told, days=reasons.year(found)),
                    days=SaidDays(*days),
                ),
            )
            for found in _years(anchor, one.offset or 0)
            if (days := in_year(one, found))
        )
    if one.offset is not None:
        return tuple(_relative_month(one, anchor))
    found = [*_nearest(one, anchor, back=True)]
    if ahead or one.edge in {"by", "before", "from"}:
        found += _nearest(one, anchor, back=False)
    return tuple(found)


def _nearest(one: Expression, anchor: Anchor, *, back: bool) -> Iterator[DayRange]:
    """Find the day or month last before the anchor, or next after it: of more than one year if it is vague."""
    for year in range(anchor.first.year - 8, anchor.last.year + 9):
        days, other = in_year(one, year), _neighbour(one, year, 1 if back else -1)
        if not days:
            continue
        reached = days[0] <= anchor.last if back else days[1] >= anchor.first
        is_nearest = other is None or (other[0] > anchor.first if back else other[1] < anchor.last)
        if reached and is_nearest:
            which: Literal["no-year-last", "no-year-next"] = "no-year-last" if back else "no-year-next"
            name = SaidDays(*days, "yearless")
            found = reason(which, name=name, anchor=anchor.told, year=reasons.year(year))
            yield DayRange(*days, reason("no-year", reason=found))


def _neighbour(one: Expression, year: int, step: int) -> Days | None:
    """Return the same day in the next year that has it: 29 February has not all."""
    return next((days for n in range(1, 9) if (days := in_year(one, year + n * step))), None)


def _relative_month(one: Expression, anchor: Anchor) -> Iterator[DayRange]:
    """Resolve "last April": the April before, or that of last year; "next" likewise, "this" is this year's."""
    offset = one.offset or 0
    month = SaidName("month", (one.month or 1) - 1)
    for year in range(anchor.first.year - 1, anchor.last.year + 2):
        days, other = in_year(one, year), in_year(one, year - offset)
        if not days or not other:
            continue
        before = offset < 0 and days[1] < anchor.last and other[1] >= anchor.first
        after = offset > 0 and days[0] > anchor.first and other[0] <= anchor.last
        said = SaidDays(*days)
        if before:
            yield DayRange(*days, reason("month-nearest-before", month=month, anchor=anchor.told, days=said))
        elif after:
            yield DayRange(*days, reason("month-nearest-after", month=month, anchor=anchor.told, days=said))
        elif year in _years(anchor, offset):
            which = {-1: "month-of-year-before", 0: "month-of-year", 1: "month-of-year-after"}[offset]
            yield DayRange(*days, reason(which, month=month, anchor=anchor.told, days=said))


def _years(anchor: Anchor, offset: int) -> range:
    return range(max(1, anchor.first.year + offset), min(dt.MAXYEAR, anchor.last.year + offset) + 1)


def _away(unit: Literal["day", "week", "month", "year"], offset: int, **values: Value) -> Reason:
    """Say what is so many days, weeks, months or years before or after an anchor."""
    if offset == 0:
        return reason(f"{unit}-of", **values)
    side = "before" if offset < 0 else "after"
    if abs(offset) == 1:
        return reason(f"{unit}-{side}", **values)
    return reason(f"{unit}s-{side}", number=abs(offset), **values)


def _weekday(one: Expression, anchor: Anchor, *, ahead: bool) -> Iterator[DayRange]:
    name = _weekday_name(one.weekday or 0)
    spans = {
        None: [(-6, 0), *([(1, 6)] if ahead else [])],
        -1: [(-7, -1), (-13, -7)],
        0: [(-6, 0), (1, 6)],
        1: [(1, 7), (7, 13)],
    }[one.offset]
    is_it = anchor.is_day and anchor.first.weekday() == one.weekday
    for near, far in spans:
        days = shift(anchor.first, near), shift(anchor.last, far)
        start, end = on_or_after(days[0], one.weekday or 0), on_or_before(days[1], one.weekday or 0)
        if start > end:
            continue
        if is_it and near <= 0 <= far:
            yield DayRange(*days, reason("day-is", anchor=anchor.told, weekday=name))
            continue
        side = "before" if far <= 0 else "after"
        if anchor.is_day:
            opening = reason("day-is", anchor=anchor.told, weekday=_weekday_name(anchor.first.weekday()))
        else:
            opening = reason(f"{anchor.of}-was", days=SaidDays(anchor.first, anchor.last, "within"))
            side = "until" if far == 0 else side
        which = f"{'weekday' if start == end else 'weekdays'}-{side}"
        yield DayRange(*days, reason(which, opening=opening, weekday=name, days=SaidDays(start, end)))


def _unit(one: Expression, anchor: Anchor) -> Iterator[DayRange]:
    offset = one.offset or 0
    if one.unit == "day":
        days = shift(anchor.first, offset), shift(anchor.last, offset)
        yield DayRange(*days, _away("day", offset, anchor=anchor.told, days=SaidDays(*days)))
        return
    if one.unit == "week":
        sunday, monday = (
            (
                shift(on_or_before(anchor.first, day), 7 * offset),
                shift(on_or_before(anchor.last, day), 7 * offset + 6),
            )
            for day in (6, 0)
        )
        how = _away("week", offset, anchor=anchor.told, sundays=SaidDays(*sunday), mondays=SaidDays(*monday))
        days = min(sunday[0], monday[0]), max(sunday[1], monday[1])
    elif one.unit == "month":
        days = add_months(anchor.first, offset)[0], add_months(anchor.last, offset)[1]
        month = SaidDays(*add_months(anchor.first, 0))
        how = _away("month", offset, anchor=month, days=SaidDays(*days))
    else:
        years = _years(anchor, offset)
        if not years:
            return
        days = year_of(years[0])[0], year_of(years[-1])[1]
        how = _away("year", offset, anchor=reasons.year(anchor.first.year), days=SaidDays(*days))
    if one.part == "early" and offset == 0:
        how = reason("until", reason=how, day=SaidDays(anchor.last, anchor.last))
        days = days[0], anchor.last
    elif one.part == "late" and offset == 0:
        how = reason("from", reason=how, day=SaidDays(anchor.first, anchor.first))
        days = anchor.first, days[1]
    yield DayRange(*days, how)
