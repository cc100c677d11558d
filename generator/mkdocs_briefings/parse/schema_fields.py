"""The fields of the schema by their place in a file, each with its part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, RootModel

from mkdocs_briefings.model.parts import VALUE, Part
from mkdocs_briefings.parse.schema import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Loc

Shape = tuple[str, ...]
"""A place in data: names of fields, `*` for any key, `[]` for any item."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, or a key, that an editor may write."""

    shape: Shape
    part: Part | None
    """None if the schema does not say it, which a test refuses."""
    is_key: bool = False
    alone: bool = False
    """It stands for a whole entry, of which it is the text."""
    required: bool = False


@cache
def written(model: type[BaseModel]) -> tuple[Written, ...]:
    """Return all that may be written in a file of this model, in the order of the schema."""
    return tuple(_of(model, (), ()))


def part_at(model: type[BaseModel], loc: Loc, *, key: bool = False) -> Part | None:
    """Tell what the text, or the key, at a place is; None if the schema has none there."""
    shape = tuple("[]" if isinstance(one, int) else one for one in loc)
    found = (one for one in written(model) if one.is_key is key and _fits(one.shape, shape))
    return next((one.part for one in found), None)


def sentence_fields(*, required: bool = False) -> frozenset[str]:
    """Name the fields that hold sentences, or lists of them, in any file of a desk; only `required` ones, if so."""
    found: set[str] = set()
    for one in (one for model in FILES for one in written(model) if not one.is_key and not one.alone):
        name = next((step for step in reversed(one.shape) if step != "[]"), "*")
        if one.part and one.part.is_sentence and (one.required or not required):
            found.add(name)
    return frozenset(found - {"*"})


def _fits(pattern: Shape, shape: Shape) -> bool:
    return len(pattern) == len(shape) and all(a in ("*", b) for a, b in zip(pattern, shape, strict=True))


def _of(annotation: Any, metadata: Sequence[Any], shape: Shape) -> Iterator[Written]:
    part = next((one for one in metadata if isinstance(one, Part)), None)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _of(arguments[0], (*arguments[1:], *metadata), shape)
    elif origin in (Union, UnionType):
        yield from (
            one for choice in arguments if choice is not NoneType for one in _of(choice, metadata, shape)
        )
    elif origin is list:
        yield from _of(arguments[0], (part,), (*shape, "[]"))
        if any(isinstance(one, BeforeValidator) for one in metadata):  # one alone may stand without its list
            yield from _of(arguments[0], (part,), shape)
    elif origin is dict:
        yield from (Written(one.shape, one.part, is_key=True) for one in _of(arguments[0], (), (*shape, "*")))
        yield from _of(arguments[1], (part,), (*shape, "*"))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _of_model(annotation, part, shape)
    else:
        # A word to choose, yes or no, a number: what has no words of its own is a value.
        chosen = origin is Literal or annotation in (bool, int, float)
        yield Written(shape, part or (VALUE if chosen else None))


def _of_model(model: type[BaseModel], part: Part | None, shape: Shape) -> Iterator[Written]:
    if part:
        yield Written(shape, part, alone=True)
    for name, field in model.model_fields.items():
        here = shape if issubclass(model, RootModel) else (*shape, field.alias or name)
        for one in _of(field.annotation, field.metadata, here):
            own = all(step == "[]" for step in one.shape[len(here) :])
            yield replace(one, required=field.is_required()) if own else one
