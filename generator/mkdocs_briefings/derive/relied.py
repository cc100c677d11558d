"""On whom a bottom line rests: who publishes the articles that it cites, and who speaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.prose import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Briefing, Corpus


def relied_on(corpus: Corpus, briefing: Briefing) -> tuple[str, ...]:
    """Give the ids of all on whom the summary of a briefing rests, each once."""
    return tuple(
        dict.fromkeys(id_ for ref in cited(briefing.summary) for id_ in _tellers(corpus, ref) if id_)
    )


def _tellers(corpus: Corpus, ref: str) -> Iterator[str]:
    """Give who tells what a sentence cites: the publisher of the article, and the voices of a claim."""
    claim = corpus.claims.get(ref)
    source = corpus.sources.get(claim.source if claim else ref)
    if source:
        yield source.publisher or ""
    if claim:
        yield from (voice.entity for chain in claim.chains for voice in chain)
