"""Properties of `value` that only one claim uses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import ANSWERS
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import all_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "single-value-property",
    Severity.WARNING,
    "Only one claim uses this property of `value`.",
    "Values are for comparison; a property that is used once is often misspelt.",
    "`linked-to` in one claim, `linked to` in all others",
    "Use the usual spelling of the property, or put the value into `text`.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find properties of `value` that only one claim uses."""
    used: defaultdict[str, list[Place]] = defaultdict(list)
    for claim in evidence.corpus.claims.values():
        for value in claim.values:
            loc = (*claim.place.loc, "value", value.subject, value.property)
            if value.property == ANSWERS:
                continue
            used[value.property].append(Place(claim.place.path, loc, at_key=True))
    for name, places in used.items():
        if len(places) == 1:
            yield RULE.at(places[0], f"no other claim uses the property “{name}”")


ROW = OfDesk(RULE, check, needs=all_claims)
