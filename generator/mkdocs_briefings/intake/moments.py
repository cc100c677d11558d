"""Read dates as pages and texts print them and write them as EDTF; ambiguous dates are not read."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format, get_day_names, get_month_names

from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = (
    "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs", "ro", "hu", "tr", "el", "ru", "uk", "ar", "ar_SY",
)  # fmt: skip
"""Whose names of months are read where the language of a page is not known; a name is one month in all, or is left out."""

_NAME = r"[^\W\d_]{3,}\.?(?:/[^\W\d_]{3,})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>\d{4})(?:\s?г\.|\s?р\.)?"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::\d\d)?|[.hH時时시](?P<dotted>\d\d)[分분]?)?\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?"
    r"(?:\s*(?:Uhr|h)\b)?"
)
_CJK_DAY = r"(?P<day>\d{1,2})\s*[日일](?:\s?[(（][^)）]{1,5}[)）])?"
_ZONE = r"(?:\s*\(?(?P<zone>[A-Z]{1,5}|[+-]\d\d(?::?\d\d)?)\)?)?"
_TIME = rf"(?:(?:\s*[,|·•–—-]\s*|\s+)(?:at\s+|um\s+|à\s+|às\s+|a las\s+|ore\s+|kl\.?\s+|klo\s+|godz\.\s+|в\s+)?{_CLOCK}{_ZONE})?"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]{2,12}(?:-[^\W\d_]{4,7})?)\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s*(?:de\s+|\s)?(?P<month>{_NAME})(?:\s+de[l]?)?,?\s+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_DAY}-(?P<month>{_NAME})-{_YEAR}{_TIME}",
        rf"{_WEEKDAY}(?P<month>{_NAME})\s+{_DAY},?\s+{_YEAR}{_TIME}",
        rf"{_CLOCK}{_ZONE},?\s+{_WEEKDAY}(?P<month>{_NAME})\s+{_DAY},?\s+{_YEAR}",
        rf"{_CLOCK}{_ZONE},?\s+{_WEEKDAY}{_DAY}\s+(?P<month>{_NAME}),?\s+{_YEAR}",
        # Japanese, with the era or without, Chinese and Korean
        rf"(?:(?P<era>令和|平成|昭和)\s*(?P<of_era>\d{{1,2}}|元)|(?P<year>\d{{4}}))\s*[年년]\s*(?P<number>\d{{1,2}})\s*[月월]\s*{_CJK_DAY}{_TIME}",
        rf"(?P<year>\d{{4}})[/.]\s?(?P<number>\d{{1,2}})[/.]\s?(?P<day>\d{{1,2}})\.?{_TIME}",
        rf"(?P<year>\d{{4}})\.\s(?P<month>{_NAME})\s(?P<day>\d{{1,2}})\.{_TIME}",
    )
)
_FIGURES = re.compile(
    rf"{_WEEKDAY}(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<other>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}"
)
"""A day whose month is first or last, as the language has it."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each Japanese era."""
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<number>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_UTC = frozenset({"Z", "UTC", "GMT", "UT"})
_NOON = 12
_LONGEST = 60
"""Of a date with weekday, time and zone, in characters."""


def moment(words: str, lang: str = "") -> str:
    """Read a day, with its time if it is printed, as EDTF.

    A zone that has a number or is UTC is kept; a named one ("ET", "CET") stands for several offsets in a year, so
    the time is kept as the local one.

    Args:
        words: nothing but the day.
        lang: the language that they are in (BCP 47), if it is known: it says whether day or month is first (CLDR).

    Returns:
        The moment; empty if the words are no day that can be read in one way.

    """
    words = _plain(words)
    if len(words) > _LONGEST:
        return ""
    for form in (_ISO, *_FORMS, _FIGURES):
        found = form.fullmatch(words)
        if found is not None and (read := _read(found.groupdict(), lang)):
            return read
    return ""


def moments_in(words: str, lang: str = "") -> Iterator[tuple[int, int, str]]:
    """Yield where a short line prints days, in their order, with each as `moment` reads it.

    Returns:
        Start and end in the line as `plain_figures` gives it.

    """
    at = 0
    while at < len(words):
        found = [one for form in _WITHIN if (one := form.search(words, at)) is not None]
        read = [(start, -one.end(), day) for one in found for start, day in _printed(one, lang)]
        if not read:
            return
        start, end, day = min(read)
        yield start, -end, day
        at = -end


def _printed(found: re.Match[str], lang: str) -> Iterator[tuple[int, str]]:
    """Yield where a day begins, and the day: a word before it that is no weekday is not part of it, nor what precedes."""
    told = found.groupdict()
    if day := _read(told, lang):
        yield found.start(), day
    elif told.get("weekday"):
        after = found.end("weekday")
        hour = {} if found.start("hour") > after else {"hour": None}
        if day := _read({**told, "weekday": None, **hour}, lang):
            yield after, day


def _plain(words: str) -> str:
    return plain_figures(" ".join(words.split()))


def plain_figures(words: str) -> str:
    """Return the words with figures of other scripts as those of ASCII, one for one."""
    return (
        words
        if words.isascii()
        else "".join(str(unicodedata.decimal(c, c)) if c.isdecimal() else c for c in words)
    )


def day_is_first(lang: str) -> bool | None:
    """Return whether a language writes the day before the month in figures; None if it differs or is not known."""
    if not lang or lang.lower() == "en":
        return None  # British and American pages alike say "en"
    try:
        form = get_date_format("short", Locale.parse(lang.replace("-", "_"))).pattern
    except (UnknownLocaleError, ValueError):
        return None
    return form.index("d") < form.index("M") if "d" in form and "M" in form and "y" in form[-4:] else None


def _in_figures(year: int, one: int, other: int, lang: str) -> str:
    """Read a day whose month may be first or last: by the calendar, if that leaves one way, or by the language."""
    ways = []
    for month, day in ((other, one), (one, other)):
        with suppress(ValueError):
            ways.append(dt.date(year, month, day).isoformat())
    if len(set(ways)) == 1:
        return ways[0]
    first = day_is_first(lang) if ways else None
    return "" if first is None else ways[0 if first else 1]


def _read(told: dict[str, str | None], lang: str = "") -> str:
    if (weekday := told.get("weekday")) and weekday.casefold() not in _weekdays():
        return ""
    day = _day(told, lang)
    clock = _clock(told)
    # Midnight in a page's metadata is the lack of a time.
    whole = f"{day}T{clock}{_zone(told.get('zone'))}" if clock and clock != "00:00" else day
    return next((text for text in (whole, day) if day and dates.is_date(text)), "")


def _day(told: dict[str, str | None], lang: str) -> str:
    if era := told.get("era"):
        of_era = told.get("of_era") or ""
        year = _ERAS[era] + (1 if of_era == "元" else int(of_era))
    else:
        year = int(told.get("year") or 0)
    if (one := told.get("one")) and (other := told.get("other")):
        return _in_figures(year, int(one), int(other), lang)
    month = int(told.get("number") or 0) or _month(told.get("month") or "", lang)
    with suppress(ValueError):
        return dt.date(year, month, int(told.get("day") or 0)).isoformat()
    return ""


def _month(name: str, lang: str) -> int:
    """Return the number of a month; of two names ("مارس/آذار") that of both."""
    names = [one.rstrip(".").casefold() for one in name.split("/") if one]
    own = lang.replace("-", "_").partition("_")[0].lower()
    numbers = {_months(own).get(one, 0) or _months("").get(one, 0) for one in names}
    return numbers.pop() if len(numbers) == 1 else 0


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


_WITHIN = tuple(
    re.compile(rf"(?<![\d./-])(?:{form.pattern})(?!\d(?!\d?:\d\d))") for form in (*_FORMS, _FIGURES, _ISO)
)


@cache
def _months(own: str) -> dict[str, int]:
    """Return the names and short names of the months, in lower case; those that two languages use differently are out.

    Args:
        own: the one language; empty for all.

    """
    found: dict[str, set[int]] = {} if own else {"sept": {9}}
    for language in LANGUAGES if not own else (own,) if own in LANGUAGES else ():
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
