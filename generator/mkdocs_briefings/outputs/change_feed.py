"""The change feed: what is new on the site as JSON, for programs that keep up with it; its schema is beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.derive.novelties import novelties
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs.change_schema import FORMAT, SCHEMA
from mkdocs_briefings.outputs.clean import one_line
from mkdocs_briefings.outputs.data_table import edtf
from mkdocs_briefings.outputs.publication import (
    briefing_path,
    claim_path,
    correction_path,
    first_id,
    version_path,
)
from mkdocs_briefings.pages import new_page, phrases

if TYPE_CHECKING:
    from mkdocs_briefings.derive.novelties import Novelty
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.outputs.publication import Publication

PATH = "changes.json"
SCHEMA_PATH = "changes.schema.json"
Node = dict[str, Any]


def change_files(publication: Publication) -> dict[str, bytes]:
    """Write the newest changes, and of each briefing that they name what it is now."""
    desk, corpus = publication.desk, publication.corpus
    found = novelties(corpus, desk.derived.states, desk.ledgers)[: new_page.MOST]
    homes = dict.fromkeys(one.briefing for one in found)
    feed: Node = {
        "$schema": publication.address(SCHEMA_PATH),
        "format": FORMAT,
        "title": publication.titled(""),
        "home": publication.address(new_page.PATH),
        "language": publication.settings.language,
        "changes": [_change(publication, one) for one in found],
        "briefings": [_briefing(publication, corpus.briefings[id_]) for id_ in homes],
    }
    if corpus.as_of:
        feed["as_of"] = corpus.as_of.isoformat()
    return {PATH: _written(feed), SCHEMA_PATH: _written(SCHEMA)}


def _written(value: Node) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _change(publication: Publication, one: Novelty) -> Node:
    corpus = publication.corpus
    briefing = corpus.briefings[one.briefing]
    path, place = _places(publication, briefing, one)
    node: Node = {
        "id": publication.name(path),
        "kind": one.sort,
        "day": one.day.isoformat(),
        "dated": edtf(one.date),
        "briefing": briefing.id,
        "text": one_line(words(new_page.novelty(publication.desk, one))),
        "address": publication.address(place),
    }
    if one.sort == "correction":
        said = briefing.corrections[int(one.id)].text
        node["correction"] = one_line(phrases.sentence(corpus, said))
    if one.event:
        node |= {"claim": one.event.claim.ref, "measure": one.event.measure, "state": one.event.state}
        node |= {"before": one.before} if one.before else {}
    return node


def _places(publication: Publication, briefing: Briefing, one: Novelty) -> tuple[str, Target]:
    """Give what stands for a change in its permanent name, and where it is shown."""
    home, page = briefing_path(briefing), Target(addresses.briefing(briefing.id))
    if one.event:
        corpus = publication.corpus
        measure = first_id(one.event.measure, corpus.entities[one.event.measure].formerly)
        return f"{claim_path(corpus, one.event.claim)}/{measure}", addresses.claim(one.event.claim.ref)
    match one.sort:
        case "correction":
            return correction_path(briefing, int(one.id)), page
        case "withdrawal":
            return f"{home}/withdrawal", page
        case "updated":
            return f"{home}/updates/{one.date.text}", page
        case "version":
            return version_path(briefing, one.id), Target(addresses.versions_of(f"{briefing.id}/{one.id}"))
        case "opened" | "replaced":
            return f"{home}/disagreements/{one.id}", addresses.disagreement(briefing.id, one.id)
        case "answered":
            return f"{home}/questions/{one.id}/answer", addresses.question(briefing.id, one.id)
        case _:
            return home, page


def _briefing(publication: Publication, briefing: Briefing) -> Node:
    changed = publication.changed(briefing)
    return {
        "id": briefing.id,
        "title": one_line(briefing.title),
        "language": briefing.lang,
        "status": briefing.status,
        "address": publication.address(addresses.briefing(briefing.id)),
        **({"changed": changed.isoformat()} if changed else {}),
        **({"storylines": list(dict.fromkeys(briefing.storylines))} if briefing.storylines else {}),
    }
