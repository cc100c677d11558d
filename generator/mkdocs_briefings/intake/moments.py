"""Dates as pages and texts print them, made EDTF; what could be read in two ways is not read."""

from __future__ import annotations

import datetime as dt
import re

from mkdocs_briefings.model import dates

_MONTHS = {name[:3].lower(): n for n, name in enumerate(dates.MONTHS, 1)}
_MONTH = rf"(?P<month>{'|'.join(dates.MONTHS)}|(?:{'|'.join(name[:3] for name in dates.MONTHS)}|Sept)\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
_WEEKDAY = rf"(?:(?:{'|'.join(f'{name}|{name[:3]}' for name in dates.WEEKDAYS)})\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_TIME}",
    )
)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_NOON = 12


def moment(words: str) -> str:
    """Read a day, with its time if it is told, as EDTF; empty if the words are no day that can be read in one way."""
    words = words.strip()
    iso = _ISO.fullmatch(words)
    if iso is not None:
        zone = iso[3] or ""
        if zone and zone != "Z" and ":" not in zone:
            zone = f"{zone[:3]}:{zone[3:]}"
        return _known(iso[1], iso[2] or "", zone.replace("-00:00", "Z"))
    for form in _FORMS:
        found = form.fullmatch(words)
        if found is not None:
            month = _MONTHS[found["month"][:3].lower()]
            try:
                day = dt.date(int(found["year"]), month, int(found["day"])).isoformat()
            except ValueError:
                return ""
            return _known(day, _clock(found), "")
    return ""


def _clock(found: re.Match[str]) -> str:
    if found["hour"] is None:
        return ""
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"][0] in "pP" else 0)
    return f"{hour:02}:{found['minute']}"


def _known(day: str, clock: str, zone: str) -> str:
    """Give what of it is a date; midnight in a page's metadata is the lack of a time."""
    clock = "" if clock == "00:00" else clock
    whole = f"{day}T{clock}{zone}" if clock else day
    return next((text for text in (whole, day) if dates.is_date(text)), "")
