"""Sentences that tell as their own what somebody alleges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "attribution-lost",
    Severity.DOUBT,
    "All that a sentence takes up is an allegation, an opinion, or the word of unnamed people; the sentence names no speaker.",
    "Readers take a sentence without a speaker for what is known.",
    "`The firm spied on rivals [@spying].`, where the claim is an allegation",
    "Say whose word it is, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences without a speaker for what only somebody says."""
    if said.kind in {"title", "text"} or said.pack is None or found(said.text, said.pack, "speech"):
        return
    if found(said.text, said.pack, "negations"):
        return
    taken = cited(evidence, said)
    if not taken or not all(_is_somebodys(one.claim) for one in taken):
        return
    voices = {voice.entity for one in taken for chain in one.claim.chains for voice in chain if voice.entity}
    if voices.isdisjoint(one.entity for one in said.named):
        yield doubt(
            RULE,
            said,
            (0, len(said.text)),
            "what is cited is somebody’s word, and the sentence does not say whose",
            taken,
        )


def _is_somebodys(claim: Claim) -> bool:
    return claim.kind in {"allegation", "opinion"} or any(
        chain[0].description for chain in claim.chains if chain
    )


ROW = OfSentences(RULE, check)
