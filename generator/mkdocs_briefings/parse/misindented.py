"""Name entries that are indented one level too deep, or fields one level too little: one cause for many faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse import field_codes
from mkdocs_briefings.parse.fields_there import fields_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from mkdocs_briefings.model.problem import Loc, Problem


def explained(
    path: str, model: type[BaseModel], data: Any, faulty: Iterable[Loc]
) -> tuple[dict[Loc, Problem], set[Loc]]:
    """Return the problems that indentation explains, by place, and the places whose faults follow from them.

    Args:
        path: of the file.
        model: of its data.
        data: what was read.
        faulty: the places of all faults.

    """
    told: dict[Loc, Problem] = {}
    rest: set[Loc] = set()
    for loc in dict.fromkeys(faulty):
        if len(loc) < 2:  # noqa: PLR2004, an entry is within a field
            continue
        owner = _at(data, loc[:-1])
        if not isinstance(owner, dict):
            continue
        name, value = loc[-1], owner.get(loc[-1])
        fields = set(fields_at(model, loc[:-1]))
        entry = set(fields_at(model, loc))
        if (
            fields
            and name not in fields
            and _is_entry(value, fields)
            and isinstance(_at(data, loc[:-2]), dict)
        ):
            told[loc] = _too_deep(path, loc)
            rest |= {loc[:-1]} if all(_is_entry(one, fields) for one in owner.values()) else set()
        elif entry and name in entry and not isinstance(value, dict):
            above = _empty_above(owner, str(name), entry)
            if above and not rest & {(*loc[:-1], key) for key in owner if key in entry}:
                told[loc] = field_codes.WRONG_TYPE.at(
                    Place(path, loc, at_key=True),
                    f"`{name}` is a field, but it is in the column of the entries",
                    hint=f"Indent it, and the fields after it, below `{above}`.",
                )
                rest |= {(*loc[:-1], key) for key in (above, *(set(owner) & entry)) if key != name}
    return told, rest - set(told)


def _too_deep(path: str, loc: Loc) -> Problem:
    return field_codes.UNKNOWN_FIELD.at(
        Place(path, loc, at_key=True),
        f"`{loc[-1]}` is an entry, and is indented one level too deep",
        hint=f"Begin it in the column of `{loc[-2]}`, and move its fields with it.",
    )


def _is_entry(value: Any, fields: set[str]) -> bool:
    """Return whether a value has the fields of the entry that it is in."""
    return isinstance(value, dict) and len(value) > 1 and set(value) <= fields


def _empty_above(owner: dict[Any, Any], name: str, entry: set[str]) -> str:
    """Return the entry before a field that has nothing below it."""
    above = ""
    for key, value in owner.items():
        if key == name:
            return above
        if key not in entry:
            above = str(key) if value is None else ""
    return ""


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data
