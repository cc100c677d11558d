"""Decide whether a date of ours follows from the evidence and the day of its article."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import printed_times, time_meanings
from mkdocs_briefings.derive.days import shift
from mkdocs_briefings.derive.time_meanings import Anchor
from mkdocs_briefings.rules.quantities import Day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.text.languages import Language

_AHEAD = 240
"""Days within which a day without a year may lie ahead of its article."""
_NEARER = 182
"""The same where no word tells of what is to come: then it is nearer than that of the year before."""
_WEEK = 7
_MONTH = 31
_YEAR = 366


def follows(
    day: Day, printed: Sequence[Day], published: Days | None, typed: Sequence[Day] = (), *, ahead: bool
) -> bool:
    """Return whether a date follows from what is printed, made whole by the day of the article.

    Args:
        day: ours.
        printed: the dates of the evidence.
        published: the days on which the article may have been published.
        typed: the dates that are in fields, by which a day without a year gets that of the editor.
        ahead: the evidence tells of what is to come, so that a day without a year may follow the article.

    """
    if day.year and not day.month and published:
        # "In the year to 31 December" tells which year, too.
        ends = (one for one in printed if one.month and one.day and one.year is None)
        return any(
            whole.year == day.year for one in ends for whole in _of_nearest_years(one, published, ahead=False)
        )
    return any(
        day.is_covered_by(whole)
        for one in printed
        if (one.month is None or day.month) and (one.weekday is None or day.day)
        for whole in made_whole(one, printed, published, typed, ahead=ahead)
    )


def made_whole(
    one: Day, printed: Sequence[Day], published: Days | None, typed: Sequence[Day], *, ahead: bool
) -> Iterator[Day]:
    """Give the dates that a printed one may be, made whole by the others and by the day of the article."""
    if one.month is not None and one.year is None:
        edited = [other.year for other in typed if other.year and other.month == one.month]
        for year in dict.fromkeys(edited or [other.year for other in printed if other.year]):
            yield from _of_year(one, year)
        if published and not edited:
            yield from _of_nearest_years(one, published, ahead=ahead)
    elif published and one.day is not None and one.month is None:
        yield from _of_nearest_months(one, published)
    elif published and one.weekday is not None and one.day is None:
        for offset in range(-_WEEK, (_WEEK if ahead else 0) + 1 + (published[1] - published[0]).days):
            date = shift(published[0], offset)
            if date.weekday() == one.weekday:
                yield Day(date.year, date.month, date.day, date.weekday())


def _of_nearest_years(one: Day, published: Days, *, ahead: bool) -> Iterator[Day]:
    for year in range(published[0].year - 1, published[1].year + 2):
        for whole in _of_year(one, year):
            if -_YEAR <= (_first(whole) - published[1]).days <= (_AHEAD if ahead else _NEARER):
                yield whole


def _of_nearest_months(one: Day, published: Days) -> Iterator[Day]:
    for months in (-1, 0, 1):
        anchor = shift(published[0].replace(day=15), 30 * months)
        for whole in _of_year(replace(one, month=anchor.month), anchor.year):
            if abs((_first(whole) - published[0]).days) <= _MONTH:
                yield whole


def _of_year(one: Day, year: int) -> Iterator[Day]:
    try:
        date = dt.date(year, one.month or 1, one.day or 1)
    except ValueError:
        return
    yield replace(one, year=year, weekday=date.weekday() if one.day else one.weekday)


def _first(day: Day) -> dt.date:
    return dt.date(day.year or 1, day.month or 1, day.day or 1)


def by_words(day: Day, text: str, published: Days, pack: Language) -> bool:
    """Return whether words like "yesterday" or "last year" tell it."""
    lower = text.lower()
    for words, unit in ((pack.day_words, "day"), (pack.year_words, "year")):
        for word, offset in words.items():
            if not _holds(lower, word, pack):
                continue
            for anchor in dict.fromkeys(published):
                date = shift(anchor, offset) if unit == "day" else anchor
                year = date.year if unit == "day" else anchor.year + offset
                if unit == "year" and day.year == year and day.month is None:
                    return True
                if unit == "day" and day.day and _is(day, date):
                    return True
    return False


def season_years(text: str, published: dt.date, pack: Language) -> Iterator[int]:
    """The years of the seasons that a text tells beside a "next" or "last", counted from the article."""
    for season, month in pack.seasons.items():
        for words, step in ((pack.coming, 1), (pack.gone, -1)):
            near = rf"(?:{words})\s?{season}|{season}\s?(?:{words})"
            if words and re.search(near, text, re.IGNORECASE):
                # The next one is of this year if it has not begun, the last one if it has.
                begun = published.month >= month
                yield published.year + (step if begun is (step > 0) else 0)
        if re.search(rf"\b{season}\b" if pack.spaced else season, text, re.IGNORECASE):
            # Told alone, it is the nearest one.
            off = month - published.month
            yield published.year + (1 if off < -_HALF_YEAR else -1 if off > _HALF_YEAR else 0)


_HALF_YEAR = 6


def _holds(lower: str, word: str, pack: Language) -> bool:
    if not pack.spaced:
        return word in lower
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) is not None


def _is(day: Day, date: dt.date) -> bool:
    return (
        day.year in {None, date.year}
        and day.month in {None, date.month}
        and day.day in {None, date.day}
        and day.weekday in {None, date.weekday()}
    )


def by_expressions(day: Day, text: str, published: Days, *, ahead: bool) -> bool:
    """Return whether an English telling like "two weeks ago" or "last April" means it, counted from the article."""
    anchor = Anchor(*published, "article")
    wanted = _wanted(day)
    if wanted is None:
        return False
    for one in printed_times.read(text, running=True):
        if one.kind == "calendar" and one.offset is None:  # `follows` reads them
            continue
        for reading in time_meanings.readings(one, anchor, ahead=ahead):
            coarse = wanted[0].year < wanted[1].year or (wanted[1] - wanted[0]).days > _MONTH
            if coarse and one.unit != "year":
                continue
            if wanted[0] <= reading.first and reading.last <= wanted[1]:
                return True
            if day.day and one.unit == "day" and reading.first <= wanted[0] and wanted[1] <= reading.last:
                return True
    return False


def _wanted(day: Day) -> Days | None:
    if day.year is None:
        return None
    if day.month is None:
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    try:
        first = dt.date(day.year, day.month, day.day or 1)
    except ValueError:
        return None
    if day.day:
        return first, first
    return first, shift(dt.date(day.year + day.month // 12, day.month % 12 + 1, 1), -1)
