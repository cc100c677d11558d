"""The JSON Schemas that editors complete and validate YAML with, made from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.parse import schema

if TYPE_CHECKING:
    from pydantic import BaseModel

_MODELS: dict[str, type[BaseModel]] = {
    "briefing.json": schema.BriefingFile,
    "entities.json": schema.EntitiesFile,
    "storylines.json": schema.StorylinesFile,
    "source.json": schema.SourceFront,
}


def schemas() -> dict[str, str]:
    """Make all schemas, by file name (JSON Schema 2020-12)."""
    made = {}
    for name, model in _MODELS.items():
        described: dict[str, Any] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_without_null(model.model_json_schema(by_alias=True)),
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
