"""Values that cannot both hold and that no disagreement names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import entries_and_disagreements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "unclassed-disagreement",
    Severity.ERROR,
    "Two claims give values that cannot both be right, and no disagreement lists them.",
    "Readers must see where sources disagree, and an editor must have judged why.",
    "One claim has `linked to: [china]`, another `linked to: [china, russia]`.",
    "Add both claims to an entry under `disagreements:`, with its class and a note.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find values that cannot both hold and that no disagreement names."""
    for one in evidence.derived.conflicts:
        if one.classed:
            continue
        second, first = (_value_place(claim, one.subject, one.property) for claim in (one.second, one.first))
        what = f"“{one.property}” of `{one.subject}`" if one.subject else "the date"
        message = f"`{one.first.ref}` and `{one.second.ref}` cannot both be right about {what}"
        yield RULE.at(second, message, related=(first,))


def _value_place(claim: Claim, subject: str, name: str) -> Place:
    loc = ("value", subject, name) if subject else ("date",)
    return Place(claim.place.path, (*claim.place.loc, *loc), at_key=True)


ROW = OfDesk(RULE, check, needs=entries_and_disagreements)
