"""The form of the change feed as a JSON Schema (2020-12). A field may be added; what changes its meaning raises `FORMAT`."""

from __future__ import annotations

from typing import Any, get_args

from mkdocs_briefings.derive.novelties import Sort
from mkdocs_briefings.parse.schema import State

FORMAT = 1
Node = dict[str, Any]


def _text(about: str) -> Node:
    return {"type": "string", "description": about}


def _object(about: str, fields: Node, *optional: str) -> Node:
    needed = [name for name in fields if name not in optional]
    return {"type": "object", "description": about, "properties": fields, "required": needed}


_DAY: Node = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_ADDRESS: Node = {"type": "string", "format": "uri-reference"}
_STATE: Node = {"enum": sorted(get_args(State))}
_CHANGE = _object(
    "One thing that is new.",
    {
        "id": _text("A tag URI (RFC 4151) that stays, whatever is renamed; feeds have the same where they have an entry of it."),
        "kind": {"enum": sorted(get_args(Sort)), "description": "What happened."},
        "day": _DAY | {"description": "The last day of its date; the first of one that is open to the end."},
        "dated": _text("Its date as far as it is known, as EDTF (ISO 8601-2)."),
        "briefing": _text("The id of the briefing that it is part of."),
        "text": _text("What is new in a line; a claim with its kind, its voices, who denies it and what was replied."),
        "address": _ADDRESS | {"description": "Where it is shown."},
        "correction": _text("Of a correction: what was wrong and what the briefing says now."),
        "claim": _text("Of a state: the claim that it rests on, as `briefing#claim`."),
        "measure": _text("Of a state: the id of the measure that moved."),
        "state": _STATE | {"description": "The state into which a source says that it moved."},
        "before": _STATE | {"description": "The state in which it was before, where a source gives it."},
    },
    "correction", "claim", "measure", "state", "before",
)  # fmt: skip
_BRIEFING = _object(
    "A briefing that changes name, as it is now.",
    {
        "id": _text("Its id."),
        "title": _text("Its title."),
        "language": _text("Its language (BCP 47)."),
        "status": {"enum": ["published", "withdrawn"]},
        "address": _ADDRESS | {"description": "Its page, or the note of its withdrawal."},
        "changed": _DAY | {"description": "The day of its last change."},
        "storylines": {"type": "array", "items": {"type": "string"}, "description": "The ids of its storylines."},
    },
    "changed", "storylines",
)  # fmt: skip
SCHEMA: Node = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What is new on a site of briefings",
    **_object(
        "The newest changes first; programs leave out what they do not know.",
        {
            "$schema": _ADDRESS,
            "format": {"const": FORMAT, "description": "Higher where a field that was there means something else."},
            "title": _text("The name of the site."),
            "home": _ADDRESS | {"description": "The page that shows the same."},
            "language": _text("The language of the texts (BCP 47)."),
            "as_of": _DAY | {"description": "The day of the newest evidence, from which the site looks."},
            "changes": {"type": "array", "items": _CHANGE},
            "briefings": {"type": "array", "items": _BRIEFING},
        },
        "as_of",
    ),
}  # fmt: skip
