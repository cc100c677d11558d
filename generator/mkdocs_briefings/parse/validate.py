"""Validate data against a model, and go on with the valid rest so that all errors are reported at once."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz.distance import DamerauLevenshtein

from mkdocs_briefings.model.problem import Loc, Place, Problem, Rule
from mkdocs_briefings.parse import field_codes, misindented
from mkdocs_briefings.parse.fields_there import fields_at
from mkdocs_briefings.parse.schema_fields import sentence_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

PLACEHOLDER = "…"
"""Stands in for a required text that is missing, so that the rest of its entry can still be checked."""
_REPLACEABLE = sentence_fields(required=True)
_ROUNDS = 8

_MEANT = re.compile(r"Did you mean `([^`]+)`")
_LISTED = re.compile(r"[\w.#-]+(?:, *[\w.#-]+)*")

_RULES = {
    "extra_forbidden": field_codes.UNKNOWN_FIELD,
    "missing": field_codes.MISSING_FIELD,
    "literal_error": field_codes.BAD_CHOICE,
    "bad_address": field_codes.BAD_ADDRESS,
    "bad_date": field_codes.BAD_DATE,
}
_TYPES = {
    "string_type": "must be a text",
    "list_type": "must be a list",
    "dict_type": "must be a mapping (`key: value`)",
    "model_type": "must be a mapping (`key: value`)",
    "model_attributes_type": "must be a mapping (`key: value`)",
    "bool_type": "must be `true` or `false`",
    "too_short": "has too few items",
    "string_too_short": "is empty",
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
    told, rest = misindented.explained(path, model, data, [_in_data(data, one["loc"]) for one in details])
    for detail in details:
        loc = _in_data(data, detail["loc"])
        is_missing = detail["type"] == "missing"
        key = (*loc, detail["loc"][-1]) if is_missing else loc
        if loc not in rest and not (is_missing and loc in told):
            problems.setdefault(key, told.get(loc) or _problem(path, loc, detail, data, model))
    problems = _without_consequences(problems)
    entry, broken = _prune(model, data, rest)
    broken.update(str(loc[-1]) for loc in told)
    return Validated(entry, tuple(problems.values()), frozenset(broken))


def _without_consequences(problems: dict[Loc, Problem]) -> dict[Loc, Problem]:
    """Leave out that a field is missing where it is there under a name that is nearly the same."""
    meant = {
        (*key[:-1], found[1])
        for key, problem in problems.items()
        if problem.rule is field_codes.UNKNOWN_FIELD and (found := _MEANT.match(problem.hint))
    }
    return {
        key: problem
        for key, problem in problems.items()
        if key not in meant or problem.rule is not field_codes.MISSING_FIELD
    }


def _prune(model: type[M], data: Any, gone: set[Loc]) -> tuple[M | None, set[str]]:
    sound = copy.deepcopy(data)
    broken: set[str] = set()
    for loc in gone:
        broken.add(str(loc[-1]))
        del _get(sound, loc[:-1])[loc[-1]]
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(sound), broken
        except ValidationError as error:
            details = error.errors(include_url=False)
        faulty: set[Loc] = set()
        for detail in details:
            loc = _in_data(sound, detail["loc"])
            name = detail["loc"][-1] if detail["loc"] else ""
            owner = _get(sound, loc)
            if detail["type"] == "missing" and name in _REPLACEABLE and isinstance(owner, dict):
                owner[name] = PLACEHOLDER
            elif loc:
                faulty.add(loc)
            else:
                return None, broken
        _leave_out(sound, faulty, broken)
    return None, broken


def _leave_out(sound: Any, faulty: set[Loc], broken: set[str]) -> None:
    """Delete or replace what is faulty, each once and the last items of a list first: that moves nothing else."""
    for loc in sorted(faulty, key=lambda loc: (len(loc), *map(_order, loc)), reverse=True):
        broken.update(part for part in loc if isinstance(part, str))
        owner = _get(sound, loc[:-1])
        if loc[-1] in _REPLACEABLE and owner[loc[-1]] != PLACEHOLDER:
            owner[loc[-1]] = PLACEHOLDER
        else:
            del owner[loc[-1]]


def _order(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


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


def nearly(name: str, known: Iterable[str]) -> str:
    """Return the one of the known names that differs in few letters: a word of other letters is no slip of the hand."""
    most = 0 if len(name) <= _SHORTEST else 1 + (len(name) > _SHORT) + (len(name) > _LONG)
    near = min(known, key=lambda one: DamerauLevenshtein.distance(name, one), default="")
    return near if DamerauLevenshtein.distance(name, near) <= most else ""


_SHORTEST, _SHORT, _LONG = 2, 4, 9
"""Letters up to which a name may differ in none, one and two of them; longer ones in three."""


def _unknown(place: Place, name: str, model: type[BaseModel]) -> Problem:
    fields = fields_at(model, place.loc[:-1])
    near = nearly(name.replace("-", "_").lower(), fields)
    known = ", ".join(f"`{field}`" for field in fields)
    hint = f"Did you mean `{near}`?" if near else f"The fields here are {known}."
    return field_codes.UNKNOWN_FIELD.at(place, f"`{name}` is not a field here", hint=hint if fields else "")


def _problem(path: str, loc: Loc, detail: ErrorDetails, data: Any, model: type[BaseModel]) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    value = _get(data, loc)
    name = next((part for part in reversed(loc) if isinstance(part, str)), "the file")
    place = Place(
        path, loc, at_key=kind in {"extra_forbidden", "missing"} or detail["loc"][-1:] == ("[key]",)
    )
    if kind == "extra_forbidden":
        return _unknown(place, name, model)
    if kind == "missing":
        return _missing(place, name, str(detail["loc"][-1]), data, model)
    if kind == "bad_address":
        return field_codes.BAD_ADDRESS.at(place, f"`{name}` {detail['msg']}")
    if kind == "bad_date":
        why = detail["msg"]
        return field_codes.BAD_DATE.at(
            place, why if "is not a date" in why else f"`{value}` is not a date: {why}"
        )
    if kind == "literal_error":
        expected = context.get("expected", "").replace("'", "`")
        near = nearly(str(value), re.findall("`([^`]+)`", expected))
        return field_codes.BAD_CHOICE.at(
            place,
            f"`{value}` is not a valid `{name}`",
            hint=f"Use {expected}." + (f" Did you mean `{near}`?" if near else ""),
        )
    if kind == "string_pattern_mismatch":
        return _pattern_problem(place, value, name, context.get("pattern", ""))
    subject = f"`{name}`" if loc else name
    if loc and isinstance(loc[-1], int):
        subject = f"an item of {subject}"
    wanted = _TYPES.get(kind, f"is not valid: {detail['msg'][:1].lower()}{detail['msg'][1:]}")
    hint = ""
    if kind == "string_type" and isinstance(value, bool | int | float):
        hint = "Put it in quotation marks" + (f': "{value}".' if type(value) is int else ".")
    if kind == "list_type" and isinstance(value, str) and _LISTED.fullmatch(value):
        hint = f"Put it in brackets: `{name}: [{value}]`."
    return field_codes.WRONG_TYPE.at(place, f"{subject} {wanted}", hint=hint)


def _missing(place: Place, owner: str, field: str, data: Any, model: type[BaseModel]) -> Problem:
    if not place.loc and isinstance(data, dict) and field not in _REPLACEABLE:
        # Beside the field that is usually the first: nothing of the file is left to rest on.
        before = [one for one in fields_at(model, ()) if one in data]
        beside = Place(place.path, tuple(before[:1]), at_key=True)
        return field_codes.MISSING_FIELD.at(beside, f"{owner} needs `{field}`")
    return field_codes.MISSING_FIELD.at(place, f"{f'`{owner}`' if place.loc else owner} needs `{field}`")


def _pattern_problem(place: Place, value: Any, name: str, pattern: str) -> Problem:
    if pattern == r"\S":
        return field_codes.WRONG_TYPE.at(place, f"`{name}` is empty")
    shown = name if place.at_key else value
    rule: Rule = field_codes.WRONG_TYPE if "0-9a-f" in pattern or "Q[" in pattern else field_codes.BAD_ID
    return rule.at(
        place,
        f"`{shown}` is not a valid `{name}`" if rule is field_codes.WRONG_TYPE else f"`{shown}` is not an id",
    )
