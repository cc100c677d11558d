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

_OUTPUTS: Mapping[str, str | tuple[str, str]] = {
    "follow": "Follow",
    "follow-description": "Feeds of what is new, moved, corrected or withdrawn, and calendars of what is expected.",
    "follow-preview": "Feeds and calendars are made when the site is published; this preview has none.",
    "follow-nothing": "This site has no feeds and no calendars.",
    "follow-no-address": "There are no feeds, because this site does not say under which address it is published.",
    "feeds": "Feeds",
    "feeds-about": (
        "Copy an address into a feed reader, which then shows new and updated briefings, measures that moved, corrections "
        "and withdrawals. It needs no account."
    ),
    "feeds-all": "All that is new on this site",
    "feeds-of": "What is new about",
    "feeds-scope.storyline": "Storylines",
    "feeds-scope.measure": "Measures",
    "feeds-scope.entity": "Who and what else is named often",
    "calendars": "Calendars",
    "calendars-about": (
        "Copy an address into a calendar program (“subscribe”, “add by URL”), or open the file once. It shows what sources "
        "announced and by when, on whole days; a date that is not sure covers all days that it may be."
    ),
    "calendars-all": "All that is expected",
    "calendars-of": "What is expected of",
    "calendars-file": "Calendar",
    "calendar-expected": "Expected: {claim}",
    "calendar-expected-date": "Expected {date}: {claim}",
    "calendar-standing.ahead": "Still ahead of the evidence of this site.",
    "calendar-standing.overdue": "The day has passed, and no question about it is answered.",
    "calendar-standing.answered": "It has been answered since.",
    "calendar-answer": "{question} {answer}",
    "feed-title": "{site}: {about}",
    "feed-evidence": "Evidence to {date}.",
    "feed-evidence-unknown": "The evidence is not dated.",
    "feed-rests-on": "What this rests on, and who says it:",
    "feed-read-all": "Read it with its passages",
    "feed-withdrawn": "Withdrawn: {title}",
    "feed-withdrawn-on": "This briefing was withdrawn on {date}. {reason}",
    "feed-withdrawn-some-day": "This briefing was withdrawn. {reason}",
    "feed-no-reason": "No reason is given.",
    "feed-corrected": "Corrected: {title}",
    "feed-corrected-on": "This briefing was corrected on {date}.",
    "feed-now": "What it says now:",
    "feed-read-correction": "Read what was wrong, and all of the briefing",
    "feed-state": "{measure}: {state}",
}

ENGLISH: Mapping[str, str | tuple[str, str]] = {**_OUTPUTS, **_DATES, **_LISTS, **_DISAGREEMENTS, **_FILTERS}
