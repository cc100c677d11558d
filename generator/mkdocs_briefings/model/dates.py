"""Dates as editors type them, uncertain ones too: parse, compare, and put into words."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import functools
import re

from mkdocs_briefings.text.frozen import dataclass

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_POINT = re.compile(
    r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2})(?:T((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)"
    r"(Z|\+(?:0[0-9]|1[0-3]):[0-5][0-9]|\+14:00|-(?!00:00)(?:0[0-9]|1[01]):[0-5][0-9]|-12:00)?)?)?)?([?~%])?"
)

# Tried in this order once a text has failed: on the whole of it, then on the side that failed.
_HINTS = {
    r"": "the date is empty",
    r"(?:\.\.)?/(?:\.\.)?|\.\.": "a range needs a date on at least one side",
    r"/[^/]+|[^/]+/": "an open side is written with two dots: ../2024 or 2024/..",
    r"(?=.* )([0-9-]*) *(\.\.|/) *([0-9-]*)": r"remove the spaces: \1\2\3",
    r"[\[{](.*)[\]}]": r"remove the brackets: \1",
    r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})": r"the year comes first: \4-\3-\1 if \1 is the day, \4-\1-\3 if \3 is",
    r"([0-9]{4})([/.]?)([0-9]{2})\2([0-9]{2})": r"write hyphens: \1-\3-\4",
    r"([0-9]{4})[/.](0[1-9]|1[0-2])": r"for a month write a hyphen: \1-\2",
    r"([0-9-]*)([0-9]{2}(?:/|\.\.))([0-9]{2})": r"write both ends in full: \1\2\1\3",
    r"([0-9]{4})[-–—]([0-9]{4})": r"a range is \1..\2 (at some time within it) or \1/\2 (throughout)",
    r".*/.*/.*|.*(?:…|\.\.[./]|/\.\.[^/]).*": "a range has a single .. or / between two dates",
    r"([0-9]{4})-([1-9])-([1-9])": r"the month and the day must have two digits: \1-0\2-0\3",
    r"([0-9]{4})-([1-9])((?:-[0-9]{2})?)": r"the month must have two digits: \1-0\2\3",
    r"([0-9]{4}-[0-9]{2})-([1-9])": r"the day must have two digits: \1-0\2",
    r"(?:0[0-9]{3}|[0-9]{1,3}|[0-9]{5,}|)(?:-.*)?": "the year must have four digits, 1000 to 9999",
    r"([?~%])([0-9-]+)": r"the mark comes at the end: \2\1",
    r"([0-9-]+)[?~%]{2,}": r"one mark is enough: \1% is uncertain and approximate",
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}) +([0-9]{2}:.*)": r"write a T before the time: \1T\2",
    r".*[0-9]T[0-9].*": "a time comes after a day, as in 2024-10-08T14:56, from 00:00 to 23:59, with Z or +08:00 as offset",
    r"[0-9].*[‐‑‒–—−].*": "use plain hyphens in dates, and .. or / between the ends of a range",
}


class DateError(ValueError):
    """The text is not a date; the message says what is wrong."""


class Shape(enum.StrEnum):
    """The kind of date: one day, month or year; some time within a range; throughout a range."""

    POINT = "point"
    RANGE = "range"
    INTERVAL = "interval"


class Precision(enum.IntEnum):
    """How many parts of the calendar date are known, from the year on."""

    YEAR = 1
    MONTH = 2
    DAY = 3


# Of each range: long and short, with the ends as {a} and {b}, {by} for the last moment of b and {on} for on or in.
_RANGES = {
    (Shape.RANGE, False, False): ("between {a} and {b}", "within {a}{dash}{b}"),
    (Shape.RANGE, True, False): ("by {by}{b}", "by {by}{b}"),
    (Shape.RANGE, False, True): ("{on} or after {a}", "{a} or later"),
    (Shape.INTERVAL, False, False): ("from {a} to {b}", "{a}{dash}{b}"),
    (Shape.INTERVAL, True, False): ("until {b}", "until {b}"),
    (Shape.INTERVAL, False, True): ("from {a} on", "from {a}"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month or year. ``time`` and ``zone`` (the offset from UTC) are as typed, or empty."""

    earliest: dt.date
    latest: dt.date
    precision: Precision
    approximate: bool
    uncertain: bool
    time: str
    zone: str


@dataclass(frozen=True, slots=True)
class Date:
    """A date in this project's subset of EDTF (ISO 8601-2:2019), see ``parse``.

    ``earliest`` and ``latest`` are the first and the last day that it can touch, ``date.min`` and ``date.max``
    where a side is open; the marks ``?~%`` widen nothing. An open side's ``start`` or ``end`` is the other one.
    Of a range, ``precision`` is the coarser end's, a mark at either end counts, and ``time`` is empty.
    """

    text: str
    shape: Shape
    earliest: dt.date
    latest: dt.date
    precision: Precision
    approximate: bool
    uncertain: bool
    time: str
    start: Point
    end: Point
    open_start: bool
    open_end: bool


def parse(text: str) -> Date:
    """Read a date in the subset of EDTF (ISO 8601-2:2019) that desks use; white space around it is dropped.

    ``2024``, ``2024-10``, ``2024-10-08``, ``2024-10-08T14:56`` (if wanted with seconds, ``Z`` or ``+08:00``), with
    ``?`` uncertain, ``~`` approximate, ``%`` both; ``A/B`` throughout, ``../B``, ``A/..``; ``A..B`` at some time
    within, ``..B`` by then, ``A..`` then or later. Raises ``DateError``, and nothing else, for any other text.
    """
    return _parse(text.strip())


def day(d: Date) -> Date:
    """Return a date without its time of day."""
    return parse(d.text.split("T", maxsplit=1)[0])


def is_date(text: str) -> bool:
    """Return whether ``parse`` reads the text."""
    try:
        return bool(parse(text))
    except DateError:
        return False


def sort_key(d: Date) -> tuple[dt.date, dt.date, str]:
    """Return the place in a timeline: first known day (the last of ``..B``), last day, text, which holds the time."""
    return (d.latest if d.open_start else d.earliest, d.latest, d.text)


def words(d: Date) -> str:
    """Say the date in a sentence: "about 8 October 2024", "between 12 and 18 January 2026"."""
    return _say(d, None, 0, ", uncertain" if d.shape is Shape.POINT else " (uncertain)")


def short(d: Date) -> str:
    """Say the date in a table: "8 Oct 2024", "12–18 Jan 2026" throughout, "within 12–18 Jan 2026" at some time."""
    return _say(d, 3, 1, "?")


def iso(d: Date) -> str:
    """Return the value for HTML's ``<time datetime>``: the text of a point without marks, else nothing."""
    return "" if d.shape is not Shape.POINT or d.approximate or d.uncertain else d.text


def before(a: Date, b: Date) -> bool:
    """Return whether ``a`` ends on an earlier day than ``b`` begins; times of day and marks do not count."""
    return a.latest < b.earliest


def after(a: Date, b: Date) -> bool:
    """Return whether ``a`` begins on a later day than ``b`` ends."""
    return before(b, a)


def overlaps(a: Date, b: Date) -> bool:
    """Return whether some day can belong to both: neither ``before`` nor ``after``."""
    return not before(a, b) and not after(a, b)


def weekday(d: Date) -> str | None:
    """Name the weekday of what is one day for certain; None for the rest, so for ``?`` and ``~`` as well."""
    unsure = d.open_start or d.open_end or d.approximate or d.uncertain
    return None if unsure or d.earliest != d.latest else WEEKDAYS[d.earliest.weekday()]


_NOON = 12


def local_days(d: Date) -> tuple[dt.date, dt.date] | None:
    """Return the days that it may have been where it happened; None where a side is open.

    A time in UTC is that of a machine: an evening in America is early on the next day there, a morning in Asia late
    on the day before.
    """
    if d.open_start or d.open_end:
        return None
    first, last = d.earliest, d.latest
    if d.time and d.start.zone in {"Z", "+00:00"}:
        hour = int(d.time[:2])
        first -= dt.timedelta(hour < _NOON)
        last += dt.timedelta(hour >= _NOON)
    return first, last


@functools.cache
def _parse(text: str) -> Date:
    mark, shape, nothing = ("/", Shape.INTERVAL, "..") if "/" in text else ("..", Shape.RANGE, "")
    left, found, right = text.partition(mark)
    if not found:
        shape, nothing = Shape.POINT, "/"  # which no side can be
    open_start, open_end = left == nothing, right == nothing
    start = _point(right if open_start else left, text)
    end = _point(right, text) if found and not (open_start or open_end) else start
    same_day_and_zone = start.earliest == end.latest and start.zone == end.zone
    if end.latest < start.earliest or (same_day_and_zone and "" < end.time < start.time):
        raise DateError(f"the range ends before it begins: {left} is after {right}")
    return Date(
        text=text,
        shape=shape,
        earliest=dt.date.min if open_start else start.earliest,
        latest=dt.date.max if open_end else end.latest,
        precision=min(start.precision, end.precision) if found else start.precision,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
        time="" if found else start.time,
        start=start,
        end=end,
        open_start=open_start,
        open_end=open_end,
    )


def _point(text: str, whole: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise DateError(_why_not(whole, text))
    year, month, day, time, zone, mark = found.groups(default="")
    last_month = int(month or 12)
    if not 1 <= last_month <= len(MONTHS):
        raise DateError(f"there is no month {month}: the month, 01 to 12, comes before the day")
    days = calendar.monthrange(int(year), last_month)[1]
    if day and not 1 <= int(day) <= days:
        raise DateError(f"there is no day {day}: {MONTHS[last_month - 1]} {year} has {days} days")
    first = dt.date(int(year), int(month or 1), int(day or 1))
    last = dt.date(int(year), last_month, int(day or days))
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return Point(first, last, precision, mark in {"~", "%"}, mark in {"?", "%"}, time, zone)


def _why_not(whole: str, text: str) -> str:
    whole, text = ("".join(c if c.isprintable() else "�" for c in part[:50]) for part in (whole, text))
    for tried in (whole, text):
        for pattern, hint in _HINTS.items():
            if found := re.fullmatch(pattern, tried, re.DOTALL):
                # What is suggested must be a date itself: 2026-04-03, not 2026-4-3.
                return re.sub(r"(?<=\d-)(\d)(?!\d)", r"0\1", found.expand(hint))
    return f"“{text}” is not a date: write 2024, 2024-10 or 2024-10-08"


def _say(d: Date, letters: int | None, style: int, doubt: str) -> str:
    """Say a date with months cut to ``letters``, ranges in the long (0) or short (1) ``style``."""
    a, b = d.start, d.end
    last = _say_point(b, letters, doubt)
    if a == b and not (d.open_start or d.open_end):
        return f"throughout {last}" if d.shape is Shape.INTERVAL else last
    shared = 0  # parts that the second end says for both: "12 and 18 January 2026"
    if a != b and a.precision is b.precision and not (a.time or b.time or d.approximate or d.uncertain):
        shared = (a.earliest.year == b.earliest.year) + (a.latest.replace(day=1) == b.latest.replace(day=1))
    first = _say_point(a, letters, doubt, shared)
    return _RANGES[d.shape, d.open_start, d.open_end][style].format(
        a=first,
        b=last,
        by="" if b.precision is Precision.DAY or b.approximate else "the end of ",
        on="on" if a.precision is Precision.DAY else "in",
        dash=" – " if " " in first or (" " in last and not shared) else "–",
    )


def _say_point(p: Point, letters: int | None, doubt: str, shared: int = 0) -> str:
    parts = (str(p.earliest.day), MONTHS[p.earliest.month - 1][:letters], str(p.earliest.year))
    calendar_date = " ".join(parts[3 - p.precision : 3 - shared])
    clock = f", {p.time}" + (f" UTC{p.zone.removeprefix('Z')}" if p.zone else "") if p.time else ""
    return ("about " if p.approximate else "") + calendar_date + clock + (doubt if p.uncertain else "")
