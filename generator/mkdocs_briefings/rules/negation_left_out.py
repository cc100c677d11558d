"""Clauses without a “not” where what they take up has one."""

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

RULE = Rule(
    "negation-left-out",
    Severity.DOUBT,
    "A clause has no “not”; the clause of the passage that it has most words of has one.",
    "One missing word turns a statement into its opposite, and a claim need not state all of its passage.",
    "`People will be dismissed earlier [@closing].`, where the article has “no one will be dismissed before then”",
    "Say what is not so, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find clauses that lose the negation of what they take up."""
    taken = cited(evidence, said)
    found = [
        *lost(said, taken, "negations", "half_negations"),
        *lost(said, taken, "half_negations", "hedges"),
    ]
    for span, words in found:
        yield doubt(RULE, said, span, f"what is cited says “{words}”, the clause nothing like it", taken)


ROW = OfSentences(RULE, check, frozenset({"summary", "answer", "title"}))
