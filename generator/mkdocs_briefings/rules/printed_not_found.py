"""Report claims whose `printed` words are neither in the passage nor next to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive import date_context
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "printed-not-found",
    Severity.ERROR,
    "The words in `printed` are neither in the passage nor next to it.",
    "Readers see these words as the source's own.",
    "`printed: on Friday`, where the source has “on Saturday”",
    "Copy the words from the passage, from its sentence or from the one before or after it; if they are farther away, "
    "quote that place too.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find claims whose `printed` is neither in the passage nor beside it."""
    for claim in evidence.corpus.claims.values():
        source = evidence.corpus.sources.get(claim.source)
        if claim.printed and source and not any(True for _ in date_context.places(source, claim)):
            yield RULE.at(
                _place(claim, "printed"),
                f"“{claim.printed}” is neither in the passage nor next to it",
                related=(_place(claim, "quote"),),
            )


def _place(claim: Claim, field: str) -> Place:
    return Place(claim.place.path, (*claim.place.loc, field))


ROW = OfDesk(RULE, check, beside=True)
