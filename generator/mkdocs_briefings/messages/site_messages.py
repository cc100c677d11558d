"""The messages of the site in English, by their ids: what translators translate.

An id names what is said and never changes with the wording. What stands in braces is filled in by name. A message that
depends on a number is a pair, for one and for more; its number is `count`. Ids with a point are words for the values of
a field (`state.in force`), for `Messages.of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATES: Mapping[str, str | tuple[str, str]] = {
    "date-about": "about {date}",
    "date-by": "by {date}",
    "date-by-end": "by the end of {date}",
    "date-from": "from {date} on",
    "date-or-later": "{date} or later",
    "date-range": "{first} – {last}",
    "date-throughout": "throughout {date}",
    "date-time": "{date}, {time}",
    "date-uncertain": "{date} (uncertain)",
    "date-until": "until {date}",
    "date-within": "within {range}",
}
"""English itself says dates as our problems do, see `model.dates`."""

_LISTS: Mapping[str, str | tuple[str, str]] = {
    "list-newest": "The newest {shown} of {all}.",
    "list-by-date": "By date:",
    "step.newer": "Newer: {part}",
    "step.older": "Older: {part}",
    "step.earlier": "Earlier: {part}",
    "step.later": "Later: {part}",
    "step.before": "Before: {part}",
    "step.after": "After: {part}",
    "list-part": "{part}, part {number} of {parts}",
    "list-count": "{part} ({count})",
    "list-not-dated": "Not dated",
    "list-no-month": "{year}, month not stated",
}

_DISAGREEMENTS: Mapping[str, str | tuple[str, str]] = {
    "disagreements": "Disagreements",
    "disagreements-description": "Where the sources do not agree.",
    "disagreements-about": "Claims that cannot stand together unqualified, side by side, as an editor classed them.",
    "disagreements-of": "Disagreements: {part}",
    "disagreements-of-description": "Where the sources of {part} do not agree.",
    "disagreements-all": "All disagreements",
    "disagreements-count": ("{count} disagreement.", "{count} disagreements."),
    "disagreements-none": "None is known.",
    "disagreement-class": "Class",
    "disagreement.contradiction": "they contradict each other",
    "disagreement.superseded": "the later replaces the earlier",
    "disagreement.scope": "they differ in scope",
    "disagreement.wording": "they differ in wording",
    "disagreement.internal": "within one article",
    "disagreement.causation": "they differ on the cause",
}

_FILTERS: Mapping[str, str | tuple[str, str]] = {
    "filter-storyline": "Storyline",
}

ENGLISH: Mapping[str, str | tuple[str, str]] = {**_DATES, **_LISTS, **_DISAGREEMENTS, **_FILTERS}
