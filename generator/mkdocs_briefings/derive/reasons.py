"""Why words for a time mean certain days: as data, which `messages` say in the language of a page, and in English here.

A problem and an offered claim have the English; pages say the same ids through the catalogue, which takes them from here.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003, `Days` is made of it
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.derive import days
from mkdocs_briefings.model.dates import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class SaidDays:
    """Days to be said: alone, as those within which something was, or without their year."""

    first: dt.date
    last: dt.date
    form: Literal["days", "within", "yearless"] = "days"


@dataclass(frozen=True, slots=True)
class SaidName:
    """The name of a weekday (Monday is 0) or a month (January is 0)."""

    of: Literal["weekday", "month"]
    number: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a reasoning: an id of `ENGLISH`, and what its braces name."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()

    def within(self) -> Iterator[Reason]:
        """Give it and all reasons in it."""
        yield self
        for _, value in self.values:
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Reason):
                    yield from one.within()


Part = str | int | SaidDays | SaidName | Reason
Value = Part | tuple[Part, ...]
"""A tuple is a list of which all hold: "2019 and 2024"."""

ENGLISH: Mapping[str, str] = {
    # What words count from.
    "article-day": "{day}, when the article was published,",
    "article-within": "the article, published {days},",
    "occasion-day": "{day}, when it was said,",
    "occasion-within": "the occasion, dated {days},",
    "article-was": "the article was published {days}",
    "occasion-was": "the occasion was dated {days}",
    "day-is": "{anchor} is a {weekday}",
    # What they mean.
    "as-printed": "{days}, as printed",
    "day-of": "the day of {anchor} is {days}",
    "day-before": "the day before {anchor} is {days}",
    "day-after": "the day after {anchor} is {days}",
    "days-before": "{number} days before {anchor} is {days}",
    "days-after": "{number} days after {anchor} is {days}",
    "week-of": "the week of {anchor} is {sundays} (weeks from Sunday) or {mondays} (from Monday)",
    "week-before": "the week before {anchor} is {sundays} (weeks from Sunday) or {mondays} (from Monday)",
    "week-after": "the week after {anchor} is {sundays} (weeks from Sunday) or {mondays} (from Monday)",
    "weeks-before": "{number} weeks before {anchor} is {sundays} (weeks from Sunday) or {mondays} (from Monday)",
    "weeks-after": "{number} weeks after {anchor} is {sundays} (weeks from Sunday) or {mondays} (from Monday)",
    "month-of": "the month of {anchor} is {days}",
    "month-before": "the month before {anchor} is {days}",
    "month-after": "the month after {anchor} is {days}",
    "months-before": "{number} months before {anchor} is {days}",
    "months-after": "{number} months after {anchor} is {days}",
    "year-of": "the year of {anchor} is {days}",
    "year-before": "the year before {anchor} is {days}",
    "year-after": "the year after {anchor} is {days}",
    "years-before": "{number} years before {anchor} is {days}",
    "years-after": "{number} years after {anchor} is {days}",
    "so": "{reason}, so {days}",
    "month-nearest-before": "the {month} before {anchor} is {days}",
    "month-nearest-after": "the {month} after {anchor} is {days}",
    "month-of-year": "the {month} of the year of {anchor} is {days}",
    "month-of-year-before": "the {month} of the year before {anchor} is {days}",
    "month-of-year-after": "the {month} of the year after {anchor} is {days}",
    "until": "{reason}; earlier, so until {day}",
    "from": "{reason}; later, so from {day}",
    "weekday-before": "{opening}; the {weekday} before it is {days}",
    "weekday-after": "{opening}; the {weekday} after it is {days}",
    "weekday-until": "{opening}; the {weekday} before it or on its day is {days}",
    "weekdays-before": "{opening}; the {weekday} before it is one of those of {days}",
    "weekdays-after": "{opening}; the {weekday} after it is one of those of {days}",
    "weekdays-until": "{opening}; the {weekday} before it or on its day is one of those of {days}",
    "its-weekday": "{reason}; its {weekday} is {days}",
    "is-weekday": "{days} is a {weekday}",
    "is-other-weekday": "{days} is a {weekday}, not a {other}",
    "and-then": "{reason}; {more}",
    "stated-before": "“{words}” stands before it: {reason}",
    "counted": "{words} from {days} (“{claim}”) end on {end}",
    # Years that are not printed.
    "no-year": "no year is printed; {reason}",
    "no-year-here": "here it is {days}",
    "no-year-last": "the last {name} up to {anchor} is that of {year}",
    "no-year-next": "the next {name} after {anchor} is that of {year}",
    "no-year-but": "no year is printed, but {year} is printed before it, so {days}",
    "years-none": "no year is printed; of the years {first}–{last} none fits; {reason}",
    "years-one": "no year is printed; of the years {first}–{last} only {years} fits; {reason}",
    "years-some": "no year is printed; of the years {first}–{last} only {years} fit; {reason}",
    # A whole step.
    "or": "{reason}; or {other}",
    "step": "“{words}”: {reason}.",
    "step-later": "“{words}”: {reason}; the text looks ahead to {days}.",
}
"""By their ids. An anchor is a part of a sentence here; a translation may make it a sentence before the rest."""


def reason(id_: str, **values: Value) -> Reason:
    """Make a reason; a test finds ids and values that `ENGLISH` does not have."""
    return Reason(id_, tuple(values.items()))


def year(number: int) -> SaidDays:
    """Say a year."""
    return SaidDays(*days.year_of(number))


def english(value: Value) -> str:
    """Say a reason, or what one names, in English."""
    if isinstance(value, Reason):
        return ENGLISH[value.id].format_map({name: english(part) for name, part in value.values})
    if isinstance(value, tuple):
        said = [english(part) for part in value]
        return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))
    if isinstance(value, SaidName):
        return (WEEKDAYS if value.of == "weekday" else MONTHS)[value.number]
    if isinstance(value, SaidDays):
        said_days = (days.within if value.form == "within" else days.say)(value.first, value.last)
        return said_days.removesuffix(f" {value.first.year}") if value.form == "yearless" else said_days
    return str(value)
