"""The tables of the desk: briefings, sources, entities, storylines, disagreements, questions, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.outputs.data_table import DATED, DataTable, dated, words
from mkdocs_briefings.pages import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.outputs.data_table import Row
    from mkdocs_briefings.outputs.publication import Publication


def _briefings(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for one in corpus.briefings.values():
        stands = one.status != "withdrawn"
        told = (phrases.sentence(corpus, said) for block in one.summary for said in block.sentences)
        changed = publication.changed(one)
        yield (
            one.id,
            words(one.title),
            one.status,
            one.level if stands else None,
            *dated(one.date),
            changed.isoformat() if changed else None,
            one.lang,
            words(" ".join(told)),
            words(one.withdrawn),
            publication.web(addresses.briefing(one.id)),
        )


def _sources(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for one in corpus.sources.values():
        yield (
            one.id,
            words(one.label),
            _stated(one.title),
            _stated(one.publisher),
            _stated(one.author),
            *dated(one.published),
            one.lang,
            one.rights,
            one.status,
            words(one.status_note),
            one.address or None,
            publication.web(addresses.source(one.id)),
        )


def _stated(text: str | None) -> str | None:
    return None if text == NOT_STATED else words(text)


def _entities(publication: Publication) -> Iterator[Row]:
    for id_ in sorted(publication.desk.derived.present):
        one = publication.corpus.entities[id_]
        place = publication.web(addresses.entity(id_))
        yield (id_, one.kind, words(one.name), one.of, one.part_of, one.issuer, one.wikidata or None, place)


def _names(publication: Publication) -> Iterator[Row]:
    for id_ in sorted(publication.desk.derived.present):
        one = publication.corpus.entities[id_]
        for name in dict.fromkeys((one.name, *one.aliases, one.short)):
            if name:
                yield (id_, words(name))


def _storylines(publication: Publication) -> Iterator[Row]:
    for one in publication.corpus.storylines.values():
        yield (one.id, words(one.title), publication.web(addresses.storyline(one.id)))


def _storyline_briefings(publication: Publication) -> Iterator[Row]:
    for one in publication.corpus.briefings.values():
        for id_ in dict.fromkeys(one.storylines):
            yield (id_, one.id)


def _briefing_sources(publication: Publication) -> Iterator[Row]:
    for one in publication.corpus.briefings.values():
        for id_ in dict.fromkeys(one.sources):
            yield (one.id, id_)


def _disagreements(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for briefing in corpus.briefings.values():
        for one in briefing.disagreements:
            note = words(phrases.sentence(corpus, one.note)) if one.note else None
            place = publication.web(addresses.disagreement(briefing.id, one.id))
            yield (
                f"{briefing.id}#{one.id}",
                briefing.id,
                one.class_,
                words(phrases.sentence(corpus, one.about)),
                note,
                place,
            )


def _sides(publication: Publication) -> Iterator[Row]:
    for briefing in publication.corpus.briefings.values():
        for one in briefing.disagreements:
            for ref in dict.fromkeys(one.between):
                yield (f"{briefing.id}#{one.id}", ref)


def _questions(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for briefing in corpus.briefings.values():
        for one in briefing.questions:
            answer = words(phrases.sentence(corpus, one.answer)) if one.answer else None
            place = publication.web(addresses.question(briefing.id, one.id))
            asked = words(phrases.sentence(corpus, one.text))
            yield (f"{briefing.id}#{one.id}", briefing.id, asked, one.on, answer, place)


def _corrections(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for briefing in corpus.briefings.values():
        for number, one in enumerate(briefing.corrections if briefing.status != "withdrawn" else (), 1):
            yield (briefing.id, number, *dated(one.date), words(phrases.sentence(corpus, one.text)))


BRIEFING = {"briefing": ("briefings", "id")}
OF_DESK = (
    DataTable(
        "briefings",
        (
            ("id", "text"), ("title", "text"), ("status", "text"), ("level", "text"), *DATED, ("changed", "day"), ("language", "text"),
            ("summary", "text"), ("withdrawn", "text"), ("address", "text"),
        ),
        _briefings,
        ("id",),
    ),
    DataTable(
        "sources",
        (
            ("id", "text"), ("label", "text"), ("title", "text"), ("publisher", "text"), ("author", "text"), *DATED,
            ("language", "text"), ("rights", "text"), ("status", "text"), ("status_note", "text"), ("original", "text"),
            ("address", "text"),
        ),
        _sources,
        ("id",),
    ),
    DataTable(
        "entities",
        (
            ("id", "text"), ("kind", "text"), ("name", "text"), ("belongs_to", "text"), ("part_of", "text"), ("issuer", "text"),
            ("wikidata", "text"), ("address", "text"),
        ),
        _entities,
        ("id",),
    ),
    DataTable("names", (("entity", "text"), ("name", "text")), _names, ("entity", "name"), {"entity": ("entities", "id")}),
    DataTable("storylines", (("id", "text"), ("title", "text"), ("address", "text")), _storylines, ("id",)),
    DataTable(
        "storyline_briefings",
        (("storyline", "text"), ("briefing", "text")),
        _storyline_briefings,
        ("storyline", "briefing"),
        BRIEFING | {"storyline": ("storylines", "id")},
    ),
    DataTable(
        "briefing_sources",
        (("briefing", "text"), ("source", "text")),
        _briefing_sources,
        ("briefing", "source"),
        BRIEFING | {"source": ("sources", "id")},
    ),
    DataTable(
        "disagreements",
        (("id", "text"), ("briefing", "text"), ("class", "text"), ("about", "text"), ("note", "text"), ("address", "text")),
        _disagreements,
        ("id",),
        BRIEFING,
    ),
    DataTable(
        "disagreement_claims",
        (("disagreement", "text"), ("claim", "text")),
        _sides,
        ("disagreement", "claim"),
        {"disagreement": ("disagreements", "id"), "claim": ("claims", "id")},
    ),
    DataTable(
        "questions",
        (
            ("id", "text"), ("briefing", "text"), ("text", "text"), ("claim", "text"), ("answer", "text"), ("address", "text"),
        ),
        _questions,
        ("id",),
        BRIEFING,
    ),
    DataTable(
        "corrections",
        (("briefing", "text"), ("number", "integer"), *DATED, ("text", "text")),
        _corrections,
        ("briefing", "number"),
        BRIEFING,
    ),
)  # fmt: skip
