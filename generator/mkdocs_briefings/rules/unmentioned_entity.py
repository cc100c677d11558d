"""Entities that nothing mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "unmentioned-entity",
    Severity.WARNING,
    "Nothing mentions this entity.",
    "Its page would be empty. Often the texts spell the name in another way.",
    "`mofcom` without the alias that the article uses",
    "Add the spelling of the texts as an alias, or remove the entity.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find entities that nothing mentions."""
    for id_, entity in evidence.corpus.entities.items():
        if id_ not in evidence.derived.present:
            yield RULE.at(Place(entity.path, (id_,), at_key=True), f"nothing mentions `{id_}`")


ROW = OfDesk(RULE, check, needs=desk)
