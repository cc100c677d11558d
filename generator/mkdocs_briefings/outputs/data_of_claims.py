"""The tables of what sources report: claims, their voices, passages, states and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import addresses
from mkdocs_briefings.outputs.data_table import DATED, DataTable, dated, edtf, words
from mkdocs_briefings.pages import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.outputs.data_table import Row
    from mkdocs_briefings.outputs.publication import Publication


def _claims(publication: Publication) -> Iterator[Row]:
    derived, corpus = publication.desk.derived, publication.corpus
    for claim in corpus.claims.values():
        found = derived.corroborations.get(claim.ref)
        yield (
            claim.ref,
            claim.briefing,
            claim.kind,
            words(phrases.sentence(corpus, claim.text)),
            publication.told(claim),
            claim.source,
            *dated(claim.date),
            claim.ref in derived.scheduled,
            claim.at,
            claim.denies,
            claim.analysed,
            len(found.origins) if found else None,
            publication.web(addresses.claim(claim.ref)),
        )


def _voices(publication: Publication) -> Iterator[Row]:
    for claim in publication.corpus.claims.values():
        for number, chain in enumerate(claim.chains, 1):
            for place, voice in enumerate(chain, 1):
                row = (voice.entity or None, words(voice.description), words(voice.occasion))
                yield (claim.ref, number, place, *row)


def _passages(publication: Publication) -> Iterator[Row]:
    for claim in publication.corpus.claims.values():
        for number, passage in enumerate(claim.passages, 1):
            place = addresses.passage(passage.source, passage.start, passage.end)
            spans = " ".join(f"{start}-{end}" for start, end in passage.spans)
            quoted = words(publication.passage(passage))
            translated = words("".join(claim.translations[number - 1 : number])) if quoted else None
            yield (
                claim.ref,
                number,
                passage.source,
                passage.start,
                passage.end,
                spans,
                quoted,
                translated,
                claim.translator or None if translated else None,
                publication.corpus.sources[passage.source].retranslates(passage) or None,
                publication.web(place),
            )


def _states(publication: Publication) -> Iterator[Row]:
    for measure, history in sorted(publication.desk.derived.states.items()):
        for number, event in enumerate(history, 1):
            heard = dated(event.heard)[2]
            row = (event.state, event.claim.ref, *dated(event.when), heard, event.scheduled)
            yield (measure, number, *row)


def _values(publication: Publication) -> Iterator[Row]:
    for claim in publication.corpus.claims.values():
        rows = [(one.subject, one.property, value) for one in claim.values for value in one.values]
        for number, (subject, property_, value) in enumerate(rows, 1):
            yield (claim.ref, number, subject, words(property_), words(str(value)))


def _replies(publication: Publication) -> Iterator[Row]:
    for claim in publication.corpus.claims.values():
        for one in claim.replies:
            asked = edtf(one.asked) if one.asked else None
            yield (claim.ref, one.party, one.outcome, *dated(one.date), asked, words(one.words))


def _origins(publication: Publication) -> Iterator[Row]:
    for ref, found in publication.desk.derived.corroborations.items():
        for number, one in enumerate(found.origins, 1):
            yield (ref, number, one.entity or None, one.unnamed_behind or None)


CLAIM = {"claim": ("claims", "id")}
OF_CLAIMS = (
    DataTable(
        "claims",
        (
            ("id", "text"), ("briefing", "text"), ("kind", "text"), ("text", "text"), ("told", "text"), ("source", "text"), *DATED,
            ("scheduled", "truth"), ("occasion", "text"), ("denies", "text"), ("analysed", "truth"), ("origins", "integer"),
            ("address", "text"),
        ),
        _claims,
        ("id",),
        {"briefing": ("briefings", "id"), "source": ("sources", "id")},
    ),
    DataTable(
        "voices",
        (
            ("claim", "text"), ("chain", "integer"), ("place", "integer"), ("entity", "text"), ("description", "text"),
            ("occasion", "text"),
        ),
        _voices,
        ("claim", "chain", "place"),
        CLAIM,
    ),
    DataTable(
        "passages",
        (
            ("claim", "text"), ("number", "integer"), ("source", "text"), ("start", "integer"), ("end", "integer"), ("spans", "text"),
            ("words", "text"), ("translation", "text"), ("translator", "text"), ("retranslated", "text"), ("address", "text"),
        ),
        _passages,
        ("claim", "number"),
        CLAIM | {"source": ("sources", "id")},
    ),
    DataTable(
        "states",
        (
            ("measure", "text"), ("number", "integer"), ("state", "text"), ("claim", "text"), *DATED, ("heard", "day"),
            ("scheduled", "truth"),
        ),
        _states,
        ("measure", "number"),
        CLAIM,
    ),
    DataTable(
        "claim_values",
        (("claim", "text"), ("number", "integer"), ("subject", "text"), ("property", "text"), ("value", "text")),
        _values,
        ("claim", "number"),
        CLAIM,
    ),
    DataTable(
        "replies",
        (("claim", "text"), ("party", "text"), ("outcome", "text"), *DATED, ("asked", "text"), ("words", "text")),
        _replies,
        ("claim", "party"),
        CLAIM | {"party": ("entities", "id")},
    ),
    DataTable(
        "origins",
        (("claim", "text"), ("number", "integer"), ("entity", "text"), ("unnamed_behind", "text")),
        _origins,
        ("claim", "number"),
        CLAIM,
    ),
)  # fmt: skip
