"""Hold data against a model; go on with what is sound, so that all faults of a file are told at once."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.codes import fields as codes
from generator.problem import Loc, Place, Problem, Rule

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

PLACEHOLDER = "…"
"""Stands in for a required text that is missing, so that the rest of its entry can still be checked."""
_REPLACEABLE = frozenset({"title", "summary", "quote", "text", "about"})
_ROUNDS = 8

_RULES = {
    "extra_forbidden": codes.UNKNOWN_FIELD,
    "missing": codes.MISSING_FIELD,
    "literal_error": codes.BAD_CHOICE,
    "bad_date": codes.BAD_DATE,
}
_TYPES = {
    "string_type": "a text is wanted here",
    "list_type": "a list is wanted here",
    "dict_type": "a mapping (`key: value`) is wanted here",
    "model_type": "a mapping (`key: value`) is wanted here",
    "model_attributes_type": "a mapping (`key: value`) is wanted here",
    "bool_type": "`true` or `false` is wanted here",
    "too_short": "the list is too short",
    "string_too_short": "the text is empty",
}


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """What is sound of a file, and all that is not."""

    entry: M | None
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    """Keys of entries that had to be left out: a reference to one of them is no further fault."""


def validate(path: str, model: type[M], data: Any) -> Validated[M]:
    """Validate `data`, and if it is faulty, what is left of it without its faults.

    Where there are problems, `entry` serves to find further ones; it is not fit to be published.
    """
    try:
        return Validated(model.model_validate(data), (), frozenset())
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems: dict[Loc, Problem] = {}
    for detail in details:
        loc = _in_data(data, detail["loc"])
        key = (*loc, detail["loc"][-1]) if detail["type"] == "missing" else loc
        problems.setdefault(key, _problem(path, loc, detail, data))
    entry, broken = _prune(model, data)
    return Validated(entry, tuple(problems.values()), frozenset(broken))


def _prune(model: type[M], data: Any) -> tuple[M | None, set[str]]:
    sound = copy.deepcopy(data)
    broken: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(sound), broken
        except ValidationError as error:
            details = error.errors(include_url=False)
        for detail in sorted(details, key=lambda d: -len(d["loc"])):
            loc = _in_data(sound, detail["loc"])
            name = detail["loc"][-1] if detail["loc"] else ""
            owner = _get(sound, loc)
            if detail["type"] == "missing" and name in _REPLACEABLE and isinstance(owner, dict):
                owner[name] = PLACEHOLDER
            elif loc:
                broken.update(part for part in loc if isinstance(part, str))
                del _get(sound, loc[:-1])[loc[-1]]
            else:
                return None, broken
    return None, broken


def _in_data(data: Any, loc: Loc) -> Loc:
    """Keep the parts of pydantic's location that name data: it adds tags of unions and "[key]"."""
    kept: list[int | str] = []
    for part in loc:
        if (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        ):
            data = _get(data, (part,))
            kept.append(part)
    return tuple(kept)


def _get(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _problem(path: str, loc: Loc, detail: ErrorDetails, data: Any) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    value = _get(data, loc)
    name = str(loc[-1]) if loc else "the file"
    place = Place(
        path, loc, at_key=kind in {"extra_forbidden", "missing"} or detail["loc"][-1:] == ("[key]",)
    )
    if kind == "extra_forbidden":
        return codes.UNKNOWN_FIELD.at(place, f"`{name}` is not a field here")
    if kind == "missing":
        owner = f"`{name}`" if loc else name
        return codes.MISSING_FIELD.at(place, f"{owner} needs `{detail['loc'][-1]}`")
    if kind == "bad_date":
        return codes.BAD_DATE.at(place, f"`{value}` is not a date: {detail['msg']}")
    if kind == "literal_error":
        expected = context.get("expected", "").replace("'", "`")
        near = get_close_matches(str(value), context.get("expected", "").replace("'", "").split(), 1)
        return codes.BAD_CHOICE.at(
            place,
            f"`{name}` does not know `{value}`",
            hint=f"Use {expected}." + (f" `{near[0]}`?" if near else ""),
        )
    if kind == "string_pattern_mismatch":
        return _pattern_problem(place, value, name, context.get("pattern", ""))
    wanted = _TYPES.get(kind, detail["msg"][:1].lower() + detail["msg"][1:])
    hint = (
        f'Put it in quotation marks: "{value}".'
        if kind == "string_type" and not isinstance(value, dict | list | None)
        else ""
    )
    return codes.WRONG_TYPE.at(place, f"`{name}`: {wanted}", hint=hint)


def _pattern_problem(place: Place, value: Any, name: str, pattern: str) -> Problem:
    if pattern == r"\S":
        return codes.WRONG_TYPE.at(place, f"`{name}` is empty")
    shown = name if place.at_key else value
    rule: Rule = codes.WRONG_TYPE if "0-9a-f" in pattern or "Q[" in pattern else codes.BAD_ID
    return rule.at(
        place,
        f"`{shown}` is not of the form that `{name}` needs"
        if rule is codes.WRONG_TYPE
        else f"`{shown}` is not an id",
    )
