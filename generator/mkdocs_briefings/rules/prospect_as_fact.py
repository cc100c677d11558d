"""Sentences that tell as done what their evidence tells as planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, lost
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "prospect-as-fact",
    Severity.DOUBT,
    "All that a sentence takes up is planned, proposed or expected; the sentence has no word for that.",
    "What is planned may never be.",
    "`The workshop was closed [@closing].`, where the article has “plans to close”",
    "Say that it is planned, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences that lose the "will" or "plans" of what they take up."""
    if said.kind == "title" or said.pack is None:
        return
    taken = cited(evidence, said)
    if said.kind == "text" and any(one.claim.kind == "forecast" for one in taken):
        return
    for span, words in lost(said, taken, "prospects", "hedges", "plans"):
        if not _lies_ahead(evidence, said, span):
            yield doubt(
                RULE, said, span, f"what is cited says “{words}”, the sentence nothing like it", taken
            )


def _lies_ahead(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether a clause has a year after that of its articles, so that readers see what is to come."""
    years = [day.year for support in said.supports for day in support.published if day.year]
    told = (day.year for day in evidence.read(said.text[slice(*span)], said.pack).dates)
    return bool(years) and any(year is not None and year > max(years) for year in told)


ROW = OfSentences(RULE, check)
