"""Sentences, voices and sources in plain words, as a hit shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.prose import Cite, Name, without_cites
from mkdocs_briefings.pages.view import ARROW, day_words

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Claim, Corpus, Source, Voice
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.prose import Prose, Sentence


def sentence(corpus: Corpus, shown: Sentence) -> str:
    """Give the words of a sentence, entities by the names that readers see."""
    words = ""
    for part in without_cites(shown.inlines):
        if isinstance(part, Name):
            words += part.words or name(corpus, part.entity)
        elif not isinstance(part, Cite):
            words += part.words
    return " ".join(words.split())


def prose(corpus: Corpus, shown: Prose) -> str:
    return " ".join(sentence(corpus, one) for block in shown for one in block.sentences)


def name(corpus: Corpus, entity: str) -> str:
    known = corpus.entities.get(entity)
    return known.name if known else entity


def publisher(corpus: Corpus, source: Source) -> str:
    """Give who publishes a source; nothing if that is not stated."""
    return "" if source.publisher in {None, "", NOT_STATED} else name(corpus, source.publisher or "")


def who(corpus: Corpus, claim: Claim) -> str:
    """Say by which way the words of a claim came: origin first, the source last."""
    source = corpus.sources[claim.source]
    last = publisher(corpus, source) or source.label
    ways = (
        ARROW.join((*(_voice(corpus, voice) for voice in chain), last)) for chain in claim.chains or ((),)
    )
    return "; and ".join(ways)


def source_line(corpus: Corpus, source: Source) -> str:
    """Name a source with its publisher and date."""
    published = day_words(source.published) if source.published else "date not stated"
    return ", ".join(filter(None, (source.label, publisher(corpus, source), published)))


def year(date: Date | None) -> str:
    """Give the year of a date's place in every list; nothing if there is no date."""
    return str(dates.sort_key(date)[0].year) if date else ""


def _voice(corpus: Corpus, voice: Voice) -> str:
    if not voice.entity and not voice.description:
        return "speaker not stated"
    words = name(corpus, voice.entity) if voice.entity else voice.description
    return f"{words} ({voice.occasion})" if voice.occasion else words
