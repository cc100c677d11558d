"""Find the entities that the desk mentions; an entity that only a draft mentions gets no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus_fields import referred_by_entity, referred_by_storyline

if TYPE_CHECKING:
    from mkdocs_briefings.derive.backlinks import Backlinks
    from mkdocs_briefings.model.corpus import Corpus


def present(corpus: Corpus, links: Backlinks) -> frozenset[str]:
    """Return the entities that prose, claims or sources mention, and those that these belong to or are aimed at."""
    found = set(links.entities) | set(links.said)
    for source in corpus.sources.values():
        found |= {entity for entity, _ in corpus.mentions[source.id]} | {outlet for outlet, _ in source.cites}
        found |= {source.publisher} if source.publisher else set()
    for claim in corpus.claims.values():
        for value in claim.values:
            found |= {one for one in value.values if isinstance(one, str)}
    for storyline in corpus.storylines.values():
        found |= set(referred_by_storyline(storyline))
    found &= set(corpus.entities)
    waiting = list(found)
    while waiting:
        for other in referred_by_entity(corpus.entities[waiting.pop()]):
            if other in corpus.entities and other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
