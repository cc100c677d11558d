"""A withdrawn briefing of which no more than its title is left."""

from __future__ import annotations

from typing import Any

from mkdocs_briefings.parse.validate import PLACEHOLDER

_LEFT_OUT = {"sources": ["withdrawn"], "summary": PLACEHOLDER}
"""Stands in while a withdrawn briefing is validated that has no more than its title."""


def completed(data: Any) -> tuple[Any, dict[str, Any]]:
    """Return the data of a briefing with what a withdrawn one may leave out, and what its entry has in its place."""
    if not isinstance(data, dict) or data.get("status") != "withdrawn":
        return data, {}
    return {**_LEFT_OUT, **data}, {"sources": []} if "sources" not in data else {}
