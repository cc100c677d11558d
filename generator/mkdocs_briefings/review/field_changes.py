"""The fields of a source or an entity that changed, each with what it said before and what it says now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import dates
from mkdocs_briefings.review.change import FieldChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def field_changes(
    names: Iterable[str], old: Callable[[str], Any], new: Callable[[str], Any]
) -> tuple[FieldChange, ...]:
    """Compare two things field by field; `old` and `new` give the value of a field."""
    rows = ((name, old(name), new(name)) for name in names)
    return tuple(
        FieldChange(name, _words(before), _words(after)) for name, before, after in rows if before != after
    )


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dates.Date():
            return dates.words(value)
        case Mapping():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
        case tuple() | list():
            return "; ".join(map(str, value))
    return str(value)
