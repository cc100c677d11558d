"""Occasions (`at`) that have no date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import whole_claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "occasion-undated",
    Severity.ERROR,
    "The claim that `at` names has no date.",
    "`at` names the event at which something was said; without a date it does not say when.",
    "`at: call`, and the claim `call` has no `date`",
    "Give that claim a `date`, or remove `at`.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find occasions (`at`) that have no date."""
    for claim in evidence.corpus.claims.values():
        if claim.at and claim.at in evidence.corpus.claims and evidence.corpus.claims[claim.at].date is None:
            place = Place(claim.place.path, (*claim.place.loc, "at"))
            yield RULE.at(place, f"`{claim.at}` has no date")


ROW = OfDesk(RULE, check, needs=whole_claim)
