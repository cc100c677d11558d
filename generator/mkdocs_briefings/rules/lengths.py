"""Lengths of time that a text tells by several units or by a clock: "1 minute 38 seconds", "2:14:38", "from 6.40 to 9.10"."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.quantities import Number
from mkdocs_briefings.text.languages.units import MINUTE, SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.text.languages import Language

_MINUTES = re.compile(r"\s?(?:分|min)")
_LONGEST_UNIT = 14
_PARTED = re.compile(r"[.;:、，。]|,(?!\s)|\d")
_RACE = re.compile(r"(?<![\d:.,])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:])")
_SHORT_RACE = re.compile(r"(?<![\d:.,])(?P<m>\d{1,2}):(?P<s>[0-5]\d)(?:\.\d+)?(?![\d:])")
_HOURS = re.compile(r"(?<![\w.,])(?P<h>\d{1,3})\s?h\s?(?P<m>[0-5]\d)(?!\w)")


def joined(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Give lengths of time that more than one unit tells, as one number of the smallest: "2 hours 50 minutes" are 170."""
    for match in _RACE.finditer(text):
        seconds = int(match["h"]) * 3600 + int(match["m"]) * 60 + int(match["s"])
        yield Number(float(seconds), "", *match.span(), measure=SECOND)
    for match in _HOURS.finditer(text):
        yield Number(float(int(match["h"]) * 60 + int(match["m"])), "", *match.span(), measure=MINUTE)
    whole: Number | None = None
    for one, other in itertools.pairwise(numbers):
        first = whole if whole is not None and whole.end == one.end else one
        whole = _whole(text, first, other)
        if whole:
            yield whole


def _whole(text: str, one: Number, other: Number) -> Number | None:
    small = other.measure or (MINUTE if _MINUTES.match(text, other.end) else None)
    between = text[one.end : other.start]
    if not (one.measure and small) or one.measure[0] != small[0] or one.measure[1] <= small[1]:
        return None
    if len(between) > _LONGEST_UNIT or _PARTED.search(between):
        return None
    value = one.value * one.measure[1] / small[1] + other.value
    return replace(one, value=round(value, 6), end=other.end, measure=small, step=other.step)


def short_races(text: str) -> Iterator[Number]:
    """Give what a text tells as minutes and seconds with a colon, which may be a time of day or a score as well."""
    for match in _SHORT_RACE.finditer(text):
        yield Number(float(int(match["m"]) * 60 + int(match["s"])), "", *match.span(), measure=SECOND)


_DAY = 1440
_NOON = 12


def _clocks(text: str, pack: Language | None) -> Iterator[int]:
    """Give the times of day of a text, in minutes."""
    if pack is None or not pack.clock:
        return
    for match in compiled(pack.clock).finditer(text):
        parts = match.groupdict()
        hour = int(parts["h"])
        minute = int(parts.get("m") or parts.get("m2") or 0) or (30 if parts.get("half") else 0)
        if parts.get("pm") and hour < _NOON:
            hour += _NOON
        yield (hour * 60 + minute) % _DAY


def between_clocks(text: str, pack: Language | None) -> Iterator[Number]:
    """Give the lengths between the times of day of a text."""
    times = list(dict.fromkeys(_clocks(text, pack)))[:_MOST]
    for one, other in itertools.pairwise(times):
        minutes = (other - one) % _DAY
        yield Number(float(minutes), "", 0, 0, measure=MINUTE)
        if minutes > _DAY - 10 * 60:  # told in the other order
            yield Number(float(_DAY - minutes), "", 0, 0, measure=MINUTE)


_MOST = 6
"""Times of day between which lengths are looked for."""
