"""Who tells what: the chains of a briefing's claims, counted by origin, never by article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.corpus import Briefing, Chain, Claim, Corpus


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of a briefing that reach it by the same way."""

    source: str
    chain: Chain
    """Empty where the source says it in its own voice."""
    analysed: bool
    """False for quotations whose voices nobody has looked at."""
    claims: tuple[Claim, ...]


def tellings(briefing: Briefing) -> tuple[Telling, ...]:
    """Group a briefing's claims by source and chain, in the order in which they first come."""
    groups: dict[tuple[str, Chain, bool], list[Claim]] = {}
    for claim in briefing.claims:
        for chain in claim.chains or ((),):
            groups.setdefault((claim.source, chain, claim.analysed), []).append(claim)
    return tuple(Telling(*key, tuple(claims)) for key, claims in groups.items())


def relayed(corpus: Corpus, briefing: Briefing, source: str) -> tuple[str, ...]:
    """The outlets whose reports a source relays in the claims of a briefing."""
    found = {
        voice.entity: None
        for claim in briefing.claims
        if claim.source == source
        for chain in claim.chains
        for voice in chain
        if voice.entity in corpus.entities and corpus.entities[voice.entity].kind == "outlet"
    }
    return tuple(found)
