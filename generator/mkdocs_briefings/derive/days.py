"""Ranges of days: months, years and their parts, weekdays before and after; how to write and say them."""

from __future__ import annotations

import calendar
import datetime as dt

from mkdocs_briefings.model import dates

Days = tuple[dt.date, dt.date]
"""A first and a last day."""
FIRST_YEAR = 1000
"""The first that a date of the desk can have."""


def edtf(first: dt.date, last: dt.date, mark: str = "..") -> str:
    """Write days as an editor would: `2026-01-23`, `2025-04`, `2025`, `2026-01-11..2026-01-18`."""
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    cut = 10
    if first.day == 1 and ends_month:
        cut = 4 if (first.month, last.month) == (1, 12) else 7
    ends = dict.fromkeys((first.isoformat()[:cut], last.isoformat()[:cut]))
    return mark.join(ends)


def say(first: dt.date, last: dt.date) -> str:
    """Say days in a sentence: "23 January 2026", "April 2025", "11 to 17 January 2026"."""
    if first.year < FIRST_YEAR:
        return f"{first} to {last}"
    return dates.words(dates.parse(edtf(first, last, "/"))).removeprefix("from ")


def within(first: dt.date, last: dt.date) -> str:
    """Say that something is of one of these days: "between 10 and 16 June 2025", "in April 2025"."""
    days = edtf(first, last)
    if ".." in days:
        return dates.words(dates.parse(days)) if first.year >= FIRST_YEAR else say(first, last)
    return f"in {say(first, last)}"


def month_of(year: int, month: int, part: str = "") -> Days:
    """Return the days of a month, or of a part of it ("early")."""
    end = calendar.monthrange(year, month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, end)}.get(part, (1, end))
    return dt.date(year, month, first), dt.date(year, month, last)


def year_of(year: int, part: str = "") -> Days:
    """Return the days of a year, or of a part of it; "early" and the like are wide, since papers use them loosely."""
    first, last = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}.get(part, (1, 12))
    return month_of(year, first)[0], month_of(year, last)[1]


def shift(day: dt.date, days: int) -> dt.date:
    """Add days, within what the calendar can hold."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def add_months(day: dt.date, months: int) -> Days:
    """Return the month that is so many months after that of a day."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), dt.MAXYEAR * 12 + 11)
    return month_of(count // 12, count % 12 + 1)


def on_or_before(day: dt.date, weekday: int) -> dt.date:
    """Return the last day with this weekday (0 is Monday), up to a day."""
    return shift(day, -((day.weekday() - weekday) % 7))


def on_or_after(day: dt.date, weekday: int) -> dt.date:
    """Return the first day with this weekday (0 is Monday), from a day on."""
    return shift(day, (weekday - day.weekday()) % 7)
