"""Read dates as pages and texts print them and write them as EDTF; ambiguous dates are not read."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from functools import cache

from babel.dates import get_day_names, get_month_names

from mkdocs_briefings.model import dates

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
"""Whose names of months are read; a name is one month in all of them, or it is left out."""

_NAME = r"[^\W\d_]{3,}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::\d\d)?|\.(?P<dotted>\d\d))?\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?"
    r"(?:\s*(?:Uhr|h)\b)?"
)
_ZONE = r"(?:\s*\(?(?P<zone>[A-Z]{1,5}|[+-]\d\d(?::?\d\d)?)\)?)?"
_TIME = rf"(?:(?:\s*[,|·•–—-]\s*|\s+)(?:at\s+|um\s+|à\s+|a las\s+)?{_CLOCK}{_ZONE})?"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]{2,12}(?:-[^\W\d_]{4,7})?)\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s*(?:de\s+|\s)?(?P<month>{_NAME})(?:\s+de[l]?)?,?\s+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_DAY}-(?P<month>{_NAME})-{_YEAR}{_TIME}",
        rf"{_WEEKDAY}(?P<month>{_NAME})\s+{_DAY},?\s+{_YEAR}{_TIME}",
        rf"{_CLOCK}{_ZONE},?\s+{_WEEKDAY}(?P<month>{_NAME})\s+{_DAY},?\s+{_YEAR}",
        rf"{_CLOCK}{_ZONE},?\s+{_WEEKDAY}{_DAY}\s+(?P<month>{_NAME}),?\s+{_YEAR}",
        rf"{_YEAR}\s*年\s*(?P<number>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日(?:[(（][^)）]{{1,5}}[)）])?{_TIME}",
        rf"{_YEAR}[/.](?P<number>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}",
    )
)
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<number>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_EITHER = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_UTC = frozenset({"Z", "UTC", "GMT", "UT"})
_NOON = 12
_LONGEST = 60
"""Of a date with weekday, time and zone, in characters."""


def moment(words: str) -> str:
    """Read a day, with its time if it is printed, as EDTF.

    A zone that has a number or is UTC is kept; a named one ("ET", "CET") stands for several offsets in a year, so
    the time is kept as the local one.

    Returns:
        The moment; empty if the words are no day that can be read in one way.

    """
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        return ""
    if (either := _EITHER.fullmatch(words)) is not None:
        return _only(int(either[4]), int(either[1]), int(either[3]))
    for form in (_ISO, *_FORMS):
        found = form.fullmatch(words)
        if found is not None and (read := _read(found.groupdict())):
            return read
    return ""


def _only(year: int, one: int, other: int) -> str:
    """Read a day whose month may be first or last, where the calendar leaves one way."""
    days = set()
    for month, day in ((one, other), (other, one)):
        with suppress(ValueError):
            days.add(dt.date(year, month, day).isoformat())
    return days.pop() if len(days) == 1 else ""


def _read(told: dict[str, str | None]) -> str:
    if (weekday := told.get("weekday")) and weekday.casefold() not in _weekdays():
        return ""
    month = int(told.get("number") or 0) or _months().get((told.get("month") or "").rstrip(".").casefold(), 0)
    try:
        day = dt.date(int(told["year"] or 0), month, int(told["day"] or 0)).isoformat()
    except ValueError:
        return ""
    clock = _clock(told)
    # Midnight in a page's metadata is the lack of a time.
    whole = f"{day}T{clock}{_zone(told.get('zone'))}" if clock and clock != "00:00" else day
    return next((text for text in (whole, day) if dates.is_date(text)), "")


def _clock(told: dict[str, str | None]) -> str:
    minute = told.get("minute") or told.get("dotted")
    half = told.get("half")
    if not told.get("hour") or not (minute or half):
        return ""
    hour = int(told["hour"] or 0)
    if half:
        hour = hour % _NOON + (_NOON if half[0] in "pP" else 0)
    return f"{hour:02}:{minute or '00'}"


def _zone(zone: str | None) -> str:
    if not zone or zone in _UTC:
        return "Z" if zone else ""
    if zone[0] not in "+-":
        return ""
    hours, minutes = zone[:3], zone[3:].lstrip(":") or "00"
    return "Z" if (hours, minutes) == ("-00", "00") else f"{hours}:{minutes}"


@cache
def _months() -> dict[str, int]:
    """Return the names and short names of the months, in lower case; those that two languages use differently are out."""
    found: dict[str, set[int]] = {"sept": {9}}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                found.setdefault(name.rstrip(".").casefold(), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


@cache
def _weekdays() -> frozenset[str]:
    """Return the names and short names of the days, in lower case."""
    names = {"tues", "thur", "thurs"}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            names |= {name.rstrip(".").casefold() for name in get_day_names(width, locale=language).values()}
    return frozenset(names)
