"""Write the ids of a desk as JSON Schemas that say nothing else, so that editors with a YAML language server complete them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.desk_ids import desk_ids
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, StorylinesFile
from mkdocs_briefings.parse.schema_fields import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.parse.schema_fields import Shape

FOLDER = ".cache/ids-from-briefings-check"
"""Where they are in a desk; git leaves it out. An editor that misses them names the path, which says how to get them."""
_MODELS: dict[str, type[BaseModel]] = {
    "briefing.json": BriefingFile,
    "entities.json": EntitiesFile,
    "storylines.json": StorylinesFile,
}
_MOST = 1000
"""Ids of a kind, the last ones of the desk: an editor shows no longer list, and more claims make it slow."""
_MEASURES = ("claims", "*", "state", "*")
"""The one place whose key is a measure."""

Json = dict[str, Any]


def id_schemas(corpus: Corpus | None) -> dict[str, str]:
    """Return the schemas by file name (JSON Schema 2020-12): at each place that refers to something, the ids of the desk.

    They refuse nothing: a name that is not known is told by a check, which says which one may be meant.

    Args:
        corpus: the desk's; None for a new one, which has no ids.

    """
    known = _ids(corpus) if corpus else {}
    made = {}
    for name, model in _MODELS.items():
        schema: Json = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
        for one in written(model):
            part = one.part
            ids = known.get("measure" if one.shape == _MEASURES else part.of, {}) if part else {}
            if part is None or part.sort != "reference" or part.form == "role" or not ids:
                continue
            if one.is_key:
                at = _place(schema, one.shape[:-1]).setdefault("properties", {})
                at |= {id_: {"description": words} for id_, words in ids.items()}
            else:
                # Not `examples`: an editor lists each of them where it explains the field.
                snippets = [{"label": id_, "description": words, "body": id_} for id_, words in ids.items()]
                _place(schema, one.shape)["defaultSnippets"] = snippets
        made[name] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return made


def _place(schema: Json, shape: Shape) -> Json:
    at = schema
    for step in shape:
        if step == "*":
            at = at.setdefault("additionalProperties", {})
        elif step == "[]":
            at = at.setdefault("items", {})
        else:
            # An empty title is none to an editor, which would take a part without any for one of the shipped schema's.
            at = at.setdefault("properties", {}).setdefault(step, {"title": ""})
    return at


def _ids(corpus: Corpus) -> dict[str, Mapping[str, str]]:
    """Return the ids by what they name, each with words that tell it; measures once more for themselves."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in desk_ids(corpus):
        found[one.of][one.id] = f"{one.kind}: {one.words}" if one.of == "entity" else one.words
        if one.kind == "measure":
            found["measure"][one.id] = one.words
    return {of: dict(list(ids.items())[-_MOST:]) for of, ids in found.items()}
