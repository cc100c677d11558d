"""Make the JSON Schemas with which editors complete and check YAML, from the models.

What pydantic makes is right, and poor in what an editor shows: so fields keep their names (`said_by`, not
"Said By"), words to choose from get their meanings, and patterns their messages.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse import schema
from mkdocs_briefings.parse.choices import MEANINGS
from mkdocs_briefings.parse.field_codes import BAD_DATE, BAD_ID

if TYPE_CHECKING:
    from pydantic import BaseModel

Json = dict[str, Any]

_MODELS: dict[str, type[BaseModel]] = {
    "briefing.json": schema.BriefingFile,
    "entities.json": schema.EntitiesFile,
    "storylines.json": schema.StorylinesFile,
    "source.json": schema.SourceFront,
}
_MESSAGES = {
    schema.ID_PATTERN: BAD_ID.remedy,
    schema.REF_PATTERN: BAD_ID.remedy,
    schema.DATE_PATTERN: BAD_DATE.remedy,
    schema.PUBLISHED_PATTERN: f"{BAD_DATE.remedy} Write `not stated` if the article gives no date.",
    r"\S": "This is empty.",
}
"""What to do where a text does not match: the remedy of the rule that a check reports then."""
_DATES = ["2024-10-08", "2024-10", "2024-10-08..2024-10-15", "2024-10-08/2024-10-15", "2024~"]
"""More than one: completion would fill in a single example."""


def schemas() -> dict[str, str]:
    """Make all schemas, by file name (JSON Schema 2020-12)."""
    made = {}
    for name, model in _MODELS.items():
        described: Json = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_for_editors(_without_null(model.model_json_schema(by_alias=True))),
        }
        made[name] = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    return made


def _without_null(described: Any) -> Any:
    """Drop `null` from choices: an absent field is left out, never empty."""
    if isinstance(described, list):
        return [_without_null(one) for one in described]
    if not isinstance(described, dict):
        return described
    cleaned = {
        key: _without_null(value)
        for key, value in described.items()
        if not (key == "default" and value is None)
    }
    options = cleaned.get("anyOf")
    if isinstance(options, list):
        kept = [option for option in options if option != {"type": "null"}]
        if len(kept) == 1 and len(options) > 1:
            del cleaned["anyOf"]
            cleaned |= {key: value for key, value in kept[0].items() if key not in cleaned}
        else:
            cleaned["anyOf"] = kept
    return cleaned


def _for_editors(described: Json, name: str = "") -> Json:
    """Make a schema, that of the field `name` if it is one, say what an editor can show."""
    made = {key: value for key, value in described.items() if key not in {"title", "default"}}
    title = name or re.sub("(Entry|File|Front)$", "", described.get("title", "")).lower()
    made = ({"title": title} if title else {}) | made
    if described.get("default"):  # an empty one would be filled in by completion
        made["default"] = described["default"]
    for kind in ("$defs", "properties"):
        if kind in made:
            fields = kind == "properties"
            made[kind] = {key: _for_editors(one, key if fields else "") for key, one in made[kind].items()}
    for kind in ("items", "additionalProperties", "propertyNames"):
        if isinstance(made.get(kind), dict):
            made[kind] = _for_editors(made[kind])
    options = made.pop("anyOf", [])
    if options and all("type" in one and one["type"] not in {"array", "object"} for one in options):
        merged = {key: value for one in options for key, value in one.items()}
        made |= merged | {"type": [one["type"] for one in options]}
    elif options:
        made["anyOf"] = [_for_editors(one, title if one.get("type") == "string" else "") for one in options]
    return _told(_with_any_key(made))


def _with_any_key(described: Json) -> Json:
    """Put a pattern of keys as a rule about keys: a key that does not match is then told, and values complete."""
    patterns: Json = described.pop("patternProperties", {})
    for pattern, values in patterns.items():
        keys = _told({**described.get("propertyNames", {}), "pattern": pattern})
        described |= {"propertyNames": keys, "additionalProperties": _for_editors(values)}
    return described


def _told(described: Json) -> Json:
    """Add the texts that an editor shows: as Markdown, of each choice, of a pattern."""
    if "description" in described:
        text = " ".join(described["description"].split())
        described |= {"description": text} | ({"markdownDescription": text} if "`" in text else {})
    if "enum" in described:
        meanings = MEANINGS[frozenset(described["enum"])]
        described["markdownEnumDescriptions"] = [meanings[word] for word in described["enum"]]
    if described.get("pattern") in _MESSAGES:
        pattern = described["pattern"]
        # In ECMAScript \w knows ASCII alone.
        for_ecmascript = pattern.replace(r"[^\W_]", r"[\p{L}\p{M}\p{N}]")
        described |= {"pattern": for_ecmascript, "patternErrorMessage": _MESSAGES[pattern]}
        described |= {"examples": _DATES} if pattern == schema.DATE_PATTERN else {}
        described |= {"examples": [*_DATES, NOT_STATED]} if pattern == schema.PUBLISHED_PATTERN else {}
    return described
