"""Write a change as complete JSON, for tools and for what did not fit into a comment."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.report.printing import json_text

if TYPE_CHECKING:
    from mkdocs_briefings.review.change import Change

FORMAT = 2
"""Counts up when a reader of the JSON would have to change."""


def as_json(change: Change) -> str:
    """Write everything that is known of a change; fields and their order are those of `Change`."""
    told = {
        field.name: _plain(getattr(change, field.name)) for field in fields(change) if field.name != "public"
    }
    counts = {name: len(value) for name, value in told.items() if isinstance(value, list)}
    return json_text({"format": FORMAT, "counts": counts, **told}) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
