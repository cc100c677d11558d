"""The ids of a desk that an editor may type, each with what it names, for all that completes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class DeskId:
    """An id of a desk."""

    id: str
    """Of a claim: `briefing#claim`."""
    of: str
    """What it names, as parts of fields say it: `entity`, `source`, `storyline`, `briefing` or `claim`."""
    kind: str
    """The same, of an entity its kind."""
    words: str
    """A name or title that tells it."""


def desk_ids(corpus: Corpus) -> Iterator[DeskId]:
    """Give the ids of entities, sources, storylines, briefings and of the claims that an editor wrote."""
    for id_, entity in corpus.entities.items():
        yield DeskId(id_, "entity", entity.kind, entity.name)
    for id_, source in corpus.sources.items():
        yield DeskId(id_, "source", "source", source.label or source.title or "")
    for id_, storyline in corpus.storylines.items():
        yield DeskId(id_, "storyline", "storyline", storyline.title)
    for id_, briefing in corpus.briefings.items():
        yield DeskId(id_, "briefing", "briefing", briefing.title)
    for claim in corpus.claims.values():
        if claim.analysed:
            yield DeskId(claim.ref, "claim", "claim", claim.text.text)
