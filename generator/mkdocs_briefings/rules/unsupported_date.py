"""Dates of a sentence that nothing cited has."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.quantities import Day
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "unsupported-date",
    Severity.ERROR,
    "A sentence has a date that is in nothing it cites.",
    "A date must be printed in the passage, or be the date of the claim, of its occasion or of the source.",
    "`It was proposed in October 2024 [@proposed].`, where the claim has `date: 2024-09-23`",
    "Correct the date, cite the claim that has it, or give the claim a `date`.",
)


_NEAR = 40
"""Characters before a number or a date that tell what it is of."""
# Only what an article is said to be of, or to tell then, is dated by the day of the article.
_OF_ARTICLE = re.compile(
    r"\b(?:articles?|reports?|text|story|headline|digest|sources?|relays?|relayed|writes|wrote|says|said|reports|reported|told)"
    r"(?:\sit)?,?\s(?:of|in|on|from|dated)(?:\s(?:early|mid|late))?[\s-]$",
    re.IGNORECASE,
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find dates that nothing cited has."""
    inside = [one.span for one in said.named if not one.linked]
    for day in evidence.read(said.text).dates:
        if not within(inside, day.start) and not _date_told(evidence, said, day):
            message = f"the date “{said.text[day.start : day.end]}” is in no cited passage or claim"
            yield RULE.at(said.at(day.start, day.end), message)


def _is_printed_weekday(evidence: Evidence, support: Support, day: Day) -> bool:
    """Whether a whole date is the one weekday that the passage prints: "said on Wednesday", in a paper of that day."""
    if day.year is None or day.month is None or day.day is None:
        return False
    weekday = dt.date(day.year, day.month, day.day).weekday()
    return any(one.weekday == weekday for told in evidence.told(support) for one in told.dates)


def _date_told(evidence: Evidence, said: OwnSentence, day: Day) -> bool:
    of_article = bool(_OF_ARTICLE.search(said.text, max(0, day.start - _NEAR), day.start))
    for support in said.supports:
        if any(day.is_told_by(one) for one in support.dates):
            return True
        if any(day.is_told_by(one) for told in evidence.told(support) for one in told.dates):
            return True
        if any(day.is_told_by(one) for one in support.published) and (
            of_article or _is_printed_weekday(evidence, support, day)
        ):
            return True
        year_alone = day.year is not None and day.month is None
        if year_alone and any(first <= (day.year or 0) <= last for first, last in support.spans):
            return True
    return False


ROW = OfSentences(RULE, check, names=True)
