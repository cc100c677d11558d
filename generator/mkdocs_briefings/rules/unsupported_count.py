"""Doubt counts in words that nothing a sentence cites tells: what is counted may be told without any number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.unsupported_number import end_of_unit, is_provable, untold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "unsupported-count",
    Severity.DOUBT,
    "A sentence counts in words what nothing it cites counts.",
    "Whoever reads can count what an article only lists; whoever checks should count it again.",
    "`Two women married in 612 cases [@same].`, where the passage has “between women”",
    "Count again, cite the claim that has the number, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find numbers in words that nothing cited has, and nothing cited contradicts."""
    for number in untold(evidence, said):
        if not is_provable(evidence, said, number):
            span = number.start, end_of_unit(said, number)
            words = said.text[slice(*span)].strip()
            yield doubt(
                RULE, said, span, f"“{words}” is counted in nothing that is cited", cited(evidence, said)
            )
            return  # all of a sentence are dismissed by one key


ROW = OfSentences(RULE, check, names=True)
