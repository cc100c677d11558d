"""Sentences with an "all" or "only" that their evidence lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "universal-added",
    Severity.DOUBT,
    "A sentence says “all”, “only”, “never” or the like, and nothing that it takes up does.",
    "One exception makes such a sentence wrong.",
    "`All exports stopped [@exports].`, where the article has “exports stopped”",
    "Leave the word out, cite what says it, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words for it that no cited claim or passage has, nor the sentences around the passages."""
    if said.kind == "title" or said.pack is None:
        return
    word = found(unquoted(said), said.pack, "universals")
    taken = cited(evidence, said) if word else []
    if not word or not taken or any(one.has("universals") for one in taken):
        return
    if any(support.pack and found(support.words, support.pack, "universals") for support in said.supports):
        return
    yield doubt(RULE, said, word.span(), f"“{word[0]}” is in nothing that is cited", taken)


ROW = OfSentences(RULE, check)
