"""Dates in the words of a language: by CLDR, or without a locale in English as our own problems write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from babel.dates import format_date, format_interval, format_skeleton, get_day_names, get_month_names

from mkdocs_briefings.derive import days, reasons
from mkdocs_briefings.derive.reasons import SaidDays, SaidName
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.dates import Precision, Shape

if TYPE_CHECKING:
    import datetime as dt

    from babel import Locale

    from mkdocs_briefings.document.nodes import Say
    from mkdocs_briefings.model.dates import Date, Point

Width = Literal["long", "medium"]
_OF_RANGE = {Precision.YEAR: "y", Precision.MONTH: "yMMM", Precision.DAY: "yMMMd"}
"""The skeletons for which CLDR has forms of ranges."""


def words(date: Date, say: Say, locale: Locale | None) -> str:
    """Say a date in a sentence."""
    return _said(date, say, locale, "long") if locale else dates.words(date)


def short(date: Date, say: Say, locale: Locale | None) -> str:
    """Say a date in a table."""
    return _said(date, say, locale, "medium") if locale else dates.short(date)


def year(first: dt.date, locale: Locale | None) -> str:
    """Name a year."""
    return format_skeleton("y", first, locale=locale) if locale else str(first.year)


def month(first: dt.date, locale: Locale | None) -> str:
    """Name a month of a year."""
    if locale:
        return format_skeleton("yMMMM", first, locale=locale)
    return f"{dates.MONTHS[first.month - 1]} {first.year}"


def month_short(first: dt.date, locale: Locale | None) -> str:
    """Name a month of a year where there is little room."""
    if locale:
        return format_skeleton("yMMM", first, locale=locale)
    return f"{dates.MONTHS[first.month - 1][:3]} {first.year}"


def month_name(first: dt.date, locale: Locale | None) -> str:
    """Name a month alone where there is little room."""
    return format_date(first, "LLL", locale=locale) if locale else dates.MONTHS[first.month - 1][:3]


def within(date: Date, year: int, say: Say, locale: Locale | None) -> str:
    """Say a date in a table below its year."""
    said = short(date, say, locale)
    if locale is None:
        return said.removesuffix(f" {year}")
    point = date.start
    marked = point.time or point.approximate or point.uncertain or point.precision is Precision.YEAR
    if date.shape is not Shape.POINT or marked or point.earliest.year != year:
        return said
    if point.precision is Precision.MONTH:
        return month_name(point.earliest, locale)
    return format_skeleton("MMMd", point.earliest, locale=locale)


def of_reason(said: SaidDays | SaidName, say: Say, locale: Locale | None) -> str:
    """Say days, a weekday or a month within the reasoning about a date."""
    if locale is None:
        return reasons.english(said)
    if isinstance(said, SaidName):
        names = get_day_names if said.of == "weekday" else get_month_names
        number = said.number if said.of == "weekday" else said.number + 1
        return str(names("wide", context="stand-alone", locale=locale)[number])
    if said.first.year < days.FIRST_YEAR:
        return days.edtf(said.first, said.last)
    date = dates.parse(days.edtf(said.first, said.last, "/"))
    if said.form == "yearless" and said.first == said.last:
        return format_skeleton("MMMMd", said.first, locale=locale)
    if said.form == "yearless" and date.precision is Precision.MONTH and date.start == date.end:
        return format_date(said.first, "LLLL", locale=locale)
    return words(date, say, locale)


def _said(date: Date, say: Say, locale: Locale, width: Width) -> str:
    first, last = date.start, date.end
    if date.open_start:
        if date.shape is Shape.INTERVAL:
            return say("date-until", date=_point(last, say, locale, width))
        ends = last.precision is not Precision.DAY and not last.approximate
        return (
            say("date-by-end", date=_point(last, say, locale, width))
            if ends
            else say("date-by", date=_point(last, say, locale, width))
        )
    if date.open_end:
        if date.shape is Shape.INTERVAL:
            return say("date-from", date=_point(first, say, locale, width))
        return say("date-or-later", date=_point(first, say, locale, width))
    if first == last:
        said = _point(last, say, locale, width)
        return say("date-throughout", date=said) if date.shape is Shape.INTERVAL else said
    said = _range(date, say, locale, width)
    return said if date.shape is Shape.INTERVAL else say("date-within", range=said)


def _range(date: Date, say: Say, locale: Locale, width: Width) -> str:
    """Say a range by CLDR where both ends are alike, which says once what they share: 12.–18. Jan. 2026."""
    first, last = date.start, date.end
    marked = date.approximate or date.uncertain or first.time or last.time
    if first.precision is last.precision and not marked:
        return format_interval(
            first.earliest, last.earliest, _OF_RANGE[first.precision], fuzzy=True, locale=locale
        )
    return say("date-range", first=_point(first, say, locale, width), last=_point(last, say, locale, width))


def _point(point: Point, say: Say, locale: Locale, width: Width) -> str:
    day = point.earliest
    if point.precision is Precision.DAY:
        said = format_date(day, width, locale=locale)
    elif point.precision is Precision.MONTH:
        said = format_skeleton("yMMMM" if width == "long" else "yMMM", day, locale=locale)
    else:
        said = format_skeleton("y", day, locale=locale)
    if point.time:
        zone = f" UTC{point.zone.removeprefix('Z')}" if point.zone else ""
        said = say("date-time", date=said, time=f"{point.time}{zone}")
    if point.approximate:
        said = say("date-about", date=said)
    return say("date-uncertain", date=said) if point.uncertain else said
