"""Sentences with a cause that their evidence lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "cause-added",
    Severity.DOUBT,
    "A sentence gives a cause, and nothing that it takes up does.",
    "That two things are told together does not make one the cause of the other.",
    "`Sales fell because of the rule [@sales; @rule].`, where no article says so",
    "Leave the word out, cite what says it, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words for it that no cited claim or passage has, nor the sentences around the passages."""
    if said.kind == "title" or said.pack is None:
        return
    word = found(unquoted(said), said.pack, "causes")
    taken = cited(evidence, said) if word else []
    if not word or not taken or any(one.has("causes") for one in taken):
        return
    fields = ("causes", "reasons")
    if any(
        support.pack and found(support.words, support.pack, one)
        for support in said.supports
        for one in fields
    ):
        return
    yield doubt(RULE, said, word.span(), f"“{word[0]}” is in nothing that is cited", taken)


ROW = OfSentences(RULE, check, ASSERTED | {"note"})
