"""Properties of `value` that only one claim uses, where another claim has almost the same one."""

from __future__ import annotations

import re
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
    "Only one claim uses this property of `value`, and another property is spelt almost like it.",
    "Values are for comparison; two spellings of one property are never compared.",
    "`linked-to` in one claim, `linked to` in all others",
    "Use the usual spelling of the property, or put the value into `text`.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find properties of `value` that only one claim uses, and that look like another one."""
    used: defaultdict[str, list[Place]] = defaultdict(list)
    for claim in evidence.corpus.claims.values():
        for value in claim.values:
            loc = (*claim.place.loc, "value", value.subject, value.property)
            if value.property == ANSWERS:
                continue
            used[value.property].append(Place(claim.place.path, loc, at_key=True))
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in used:
        for form in _forms(name):
            alike[form].append(name)
    order = {name: at for at, name in enumerate(used)}
    for name, places in used.items():
        others = {other for form in _forms(name) for other in alike[form]} - {name}
        usual = min(others, key=lambda other: (-len(used[other]), order[other]), default=name)
        # Of two that are used once each, the later one is told.
        if len(places) == 1 and (len(used[usual]) > 1 or order[usual] < order[name]):
            message = f"no other claim uses the property “{name}”; “{usual}” is almost the same"
            yield RULE.at(places[0], message)


_LEAST = 5
"""Letters of a name from which on one of them may be a slip."""


def _forms(name: str) -> set[str]:
    """Forms of which two names share one where they differ by signs, by capitals or by one letter, not by a digit."""
    plain = re.sub(r"[\W_]+", "", name.casefold())
    letters = plain if len(plain) >= _LEAST and plain.upper() != plain else ""
    slips = {letters[:at] + letters[at + 1 :] for at in range(len(letters)) if not letters[at].isdigit()}
    return {plain, *slips}


ROW = OfDesk(RULE, check, needs=all_claims)
