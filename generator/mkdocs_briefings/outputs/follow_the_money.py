"""Whom the desk knows, and which articles name them, as entities of FollowTheMoney with a statement for each value.

Names, addresses and days, nothing that a claim says: no roles, no relations, never `topics`, by which other programs
take a company for sanctioned or a person for a suspect.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs_briefings.document.escape import web_address
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.outputs.csl import sure_parts
from mkdocs_briefings.outputs.json_form import json_line
from mkdocs_briefings.outputs.publication import first_id
from mkdocs_briefings.pages import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Entity, Source
    from mkdocs_briefings.outputs.publication import Publication

    Properties = dict[str, list[str]]
    Found = tuple[str, str, str, Properties]
    """Id, schema, the page where it stands, values."""

ENTITIES = "followthemoney/entities.jsonl"
STATEMENTS = "followthemoney/statements.jsonl"
SCHEMATA = {
    "person": "Person",
    "agency": "PublicBody",
    "company": "Company",
    "outlet": "Organization",
    "organization": "Organization",
}
"""The schema of each kind of entity; the other kinds have none that says no more than the desk does."""
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def money_files(publication: Publication) -> dict[str, bytes]:
    """Write entities, and the statements that they are made of."""
    dataset = dataset_of(publication)
    entities, statements = [], []
    for id_, schema, origin, found in _all(publication, dataset):
        properties = {
            name: kept
            for name, values in found.items()
            if (kept := list(dict.fromkeys(filter(None, values))))
        }
        entities.append(
            json_line({"id": id_, "schema": schema, "properties": properties, "datasets": [dataset]})
        )
        own = f'{{"canonical_id": {json_line(id_)}, "entity_id": {json_line(id_)}, "prop": '
        rest = f', "schema": {json_line(schema)}, "value": '
        end = (
            f', "dataset": {json_line(dataset)}, "lang": null, "original_value": null, "first_seen": null, '
            f'"last_seen": null, "external": false, "origin": {json_line(origin.removesuffix(".md"))}, "id": "'
        )
        statements += [
            f'{own}"{name}"{rest}{json_line(value)}{end}{_key(dataset, id_, name, value)}"}}'
            for name, values in properties.items()
            for value in values
        ]
    return {ENTITIES: _lines(entities), STATEMENTS: _lines(statements)}


def dataset_of(publication: Publication) -> str:
    """Name the set of data after the address of the site."""
    site = urlsplit(publication.settings.address)
    return re.sub("[^a-z0-9]+", "_", f"{site.hostname or ''}{site.path}".lower()).strip("_") or "desk"


def _lines(found: Iterable[str]) -> bytes:
    return "".join(f"{one}\n" for one in found).encode()


def _all(publication: Publication, dataset: str) -> Iterator[Found]:
    corpus, derived = publication.corpus, publication.desk.derived
    known = {
        id_: corpus.entities[id_] for id_ in sorted(derived.present) if corpus.entities[id_].kind in SCHEMATA
    }
    ids = {id_: _id(dataset, first_id(id_, one.formerly)) for id_, one in known.items()}
    for id_, entity in known.items():
        yield ids[id_], SCHEMATA[entity.kind], addresses.entity(id_), _of_entity(publication, entity, ids)
    named: dict[str, list[str]] = {}
    for id_ in known:
        for source_id in derived.backlinks.named.get(id_, ()):
            named.setdefault(source_id, []).append(id_)
    for source in corpus.sources.values():
        article = _id(dataset, first_id(source.id, source.formerly))
        yield article, "Article", addresses.source(source.id), _of_source(publication, source)
        for id_ in named.get(source.id, ()):
            if id_ != source.publisher:
                mention: Properties = {
                    "document": [article],
                    "resolved": [ids[id_]],
                    "name": [_said(known[id_].name)],
                }
                yield f"{article}.{ids[id_]}", "Mention", addresses.source(source.id), mention


def _id(dataset: str, id_: str) -> str:
    """Make an id that no other desk has, of the signs that ids have there."""
    return re.sub("[^0-9A-Za-z-]", lambda sign: f".{ord(sign[0]):x}", f"{dataset}-{id_}".replace("_", "-"))


def _said(text: str) -> str:
    """Give a name or a title as it is kept there: without signs that turn the direction of writing."""
    return title(_TURNS.sub("", text))


def _of_entity(publication: Publication, entity: Entity, ids: dict[str, str]) -> Properties:
    page = publication.web(addresses.entity(entity.id))
    return {
        "name": [_said(entity.name)],
        "alias": [_said(name) for name in entity.aliases if name != entity.name],
        "weakAlias": [_said(entity.short)] if entity.short else [],
        "wikidataId": [entity.wikidata],
        "parent": [ids[entity.of]] if entity.kind != "person" and entity.of in ids else [],
        "sourceUrl": [page] if page else [],
    }


def _of_source(publication: Publication, source: Source) -> Properties:
    page = publication.web(addresses.source(source.id))
    has_title = source.title and source.title != NOT_STATED
    parts = sure_parts(source.published)
    return {
        "title": [_said(source.title if source.title and has_title else source.label)],
        "author": [_said(source.author)] if source.author != NOT_STATED else [],
        "publisher": [_said(phrases.publisher(publication.corpus, source))]
        if phrases.is_published(source)
        else [],
        # Of a date that is not sure no more than all its days share: what reads this would take its first day.
        "publishedAt": ["-".join(f"{part:02}" for part in parts)],
        "sourceUrl": [one for one in (web_address(source.address), page) if one],
    }


def _key(dataset: str, id_: str, name: str, value: str) -> str:
    """Name a statement as the program does that makes others."""
    return hashlib.sha1(f"{dataset}.{id_}.{name}.{value}".encode(), usedforsecurity=False).hexdigest()
