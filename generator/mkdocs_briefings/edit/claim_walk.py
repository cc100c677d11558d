"""What a walk through the sentences of a source knows: what is offered, and how each field probably goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.typing_aid import Vocabulary, ghosts, vocabulary
from mkdocs_briefings.model import dates
from mkdocs_briefings.parse.schema import ClaimEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_briefings.edit.offer import Offer
    from mkdocs_briefings.model.corpus import Corpus, Source

KEYS = {
    "s": "said_by", "a": "at", "d": "date", "p": "printed", "w": "why", "k": "kind", "n": "note", "q": "quote", "t": "state",
    "v": "value", "r": "role", "x": "denies", "m": "same", "y": "reply", "l": "translation",
}  # fmt: skip
"""The fields beside text and quotation, and the key for each."""
KINDS = {"a": "allegation", "d": "denial", "o": "opinion", "f": "forecast", "r": "report"}
_OF_IDS = frozenset({"said_by", "at", "state", "value", "role", "reply", "denies", "same"})


@dataclass(frozen=True, slots=True)
class Learnt:
    """The words of a desk, for one source."""

    ids: Vocabulary
    """The ids of entities."""
    source: Vocabulary
    """The article's words, and the names of entities."""
    claims: Vocabulary
    """The claims of other briefings."""
    all: Vocabulary
    """All articles."""


@dataclass(frozen=True, slots=True)
class Own:
    """What was typed in this walk."""

    words: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


def learnt(corpus: Corpus, source: Source, briefing: str) -> Learnt:
    """Learn the words of a desk; of the briefing that is being written, nothing."""
    names = [name for entity in corpus.entities.values() for name in (entity.name, *entity.aliases)]
    published = f"The article was published on {_said(source)}." if source.published else ""
    others = [claim for claim in corpus.claims.values() if claim.briefing != briefing]
    said = [words for claim in others for words in (claim.text.text, claim.note, claim.why)]
    here = [entity for entity, _ in corpus.mentions[source.id]]
    return Learnt(
        ids=vocabulary([". ".join((*dict.fromkeys(here), *corpus.entities))]),
        source=vocabulary([source.text.raw, source.title or "", published, *names]),
        claims=vocabulary(said),
        all=vocabulary(one.text.raw for one in corpus.sources.values() if one.outline is None),
    )


def _said(source: Source) -> str:
    date = source.published
    if date is None:
        return ""
    day = dates.weekday(date)
    return f"{day} {dates.words(date)}" if day else dates.words(date)


def guesses(
    name: str, known: Learnt, own: Own, offered: Offer, near: Iterable[str]
) -> Callable[[str], tuple[str, ...]]:
    """Return how a field of a claim may go on, for whatever is typed of it.

    Args:
        name: of the field; `id` for the claim's own.
        known: the words of the desk.
        own: what was typed in this walk.
        offered: what is offered for the quotation.
        near: the quotation and the fields that were typed already.

    """
    first = {
        "text": offered.text,
        "date": offered.date,
        "printed": offered.printed,
        "said_by": offered.speaker,
        "quote": offered.quote,
        "id": offered.id,
    }.get(name, "")
    mine = vocabulary(own.words)
    ids = vocabulary([". ".join(own.ids)])
    close = tuple(near)
    if name == "id":
        close = tuple(words.lower() for words in close)
    if name == "why":
        close = (offered.proof, *close)
    words = (mine, known.source, known.claims, known.all)
    order = (ids, known.ids, *words) if name in _OF_IDS else words
    cache: dict[str, tuple[str, ...]] = {}

    def guess(typed: str) -> tuple[str, ...]:
        if typed not in cache:
            cache[typed] = ghosts(typed, first, close, order)
        return cache[typed]

    return guess


FIELDS = tuple(ClaimEntry.model_fields)
"""In the order in which they are written."""
