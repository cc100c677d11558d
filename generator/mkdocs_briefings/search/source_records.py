"""Make search records of sources: the article, and each cited passage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.pages.view import source_title
from mkdocs_briefings.search.briefing_records import said
from mkdocs_briefings.search.record import Facets, Find, Record, facets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Claim, Corpus, Passage, Source
    from mkdocs_briefings.model.recorded import Once


def source_finds(
    corpus: Corpus, derived: Derived, say: Messages, once: Once, *, preview: bool
) -> Iterator[Find]:
    """Return all sources; a passage whose words the site withholds cannot be found by them."""
    for source in corpus.sources.values():
        make = partial(_source, say, corpus, derived, source, preview=preview)
        yield once(("find", say.language, "source", source.id), make, source, preview)


def _source(say: Messages, corpus: Corpus, derived: Derived, source: Source, *, preview: bool) -> Find:
    briefings = derived.backlinks.sources.get(source.id, ())
    storylines = dict.fromkeys(id_ for name in briefings for id_ in corpus.briefings[name].storylines)
    chosen: dict[str, str | tuple[str, ...]] = {
        "storyline": tuple(corpus.storylines[id_].title for id_ in storylines),
        "year": phrases.year(source.published),
        "publisher": phrases.publisher(corpus, source),
    }
    passages = (
        _passage(say, corpus, derived, passage, claims, chosen)
        for passage, claims in _cited(corpus, briefings, source)
        if preview or passage not in derived.withheld
    )
    page = _page(say, corpus, source, facets(kind=say.of("found", "source"), **chosen))
    return Find(
        addresses.source(source.id),
        source_title(say, source),
        (page, *passages),
        lang=source.lang,
        date=phrases.day(source.published),
    )


def _page(say: Messages, corpus: Corpus, source: Source, chosen: Facets) -> Record:
    author = "" if source.author == NOT_STATED else source.author
    text = " · ".join(filter(None, (source.label, author, source.note, source.status_note)))
    kind = say.of("found", "source")
    if source.status != "current":
        kind = f"{kind} · {say.of('fallen-short', source.status)}"
    return Record("", kind, text, by=phrases.source_line(say, corpus, source), facets=chosen, type="source")


def _cited(
    corpus: Corpus, briefings: tuple[str, ...], source: Source
) -> Iterator[tuple[Passage, list[Claim]]]:
    """Return the cited passages in the order of the text, each once, with the claims that rest on it."""
    found: dict[tuple[int, int], tuple[Passage, list[Claim]]] = {}
    for name in briefings:
        for claim in corpus.briefings[name].claims:
            for passage in claim.passages:
                if passage.source == source.id:
                    found.setdefault((passage.start, passage.end), (passage, []))[1].append(claim)
    yield from (found[place] for place in sorted(found))


def _passage(  # noqa: PLR0913, all that a hit shows of it
    say: Messages,
    corpus: Corpus,
    derived: Derived,
    passage: Passage,
    claims: list[Claim],
    chosen: Mapping[str, str | tuple[str, ...]],
) -> Record:
    what = say.of("found", "passage")
    kinds = tuple(dict.fromkeys(phrases.kind(say, one.kind, analysed=one.analysed).words for one in claims))
    return Record(
        addresses.passage(passage.source, passage.start, passage.end).anchor,
        f"{what} · {', '.join(kinds)}",
        " […] ".join(passage.words),
        say("between-clauses").join(dict.fromkeys(said(say, corpus, derived, one) for one in claims)),
        phrases.source_line(say, corpus, corpus.sources[passage.source]),
        facets(kind=(what, *kinds), **chosen),
        "passage",
    )
