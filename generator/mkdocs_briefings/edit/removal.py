"""Take parts out of a YAML file, and all that cannot be without them; what is left is in the form of `briefings fmt`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.format.emission import emit
from mkdocs_briefings.edit.format.yaml_tree import Collection, YamlText, read
from mkdocs_briefings.parse.repair import prepare
from mkdocs_briefings.parse.validate import validate
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from mkdocs_briefings.edit.format.yaml_tree import YamlEntry
    from mkdocs_briefings.model.problem import Loc


class RemovalError(Exception):
    """The parts cannot be taken out of the file as it is typed."""


def complete(data: Any, model: type[BaseModel], cuts: Iterable[Loc]) -> set[Loc] | None:
    """Return the places that go when some go; None if nothing is left of the file.

    An entry that lacks a field which it needs goes as a whole, and so does a list or a mapping that is left empty.

    Args:
        data: the file as it was read, without faults.
        model: of its fields.
        cuts: the places that go.

    """
    going = {existing(data, loc) for loc in cuts}
    while () not in going:
        left = without(data, going)
        faulty = {_owner(problem.place.loc, left) for problem in validate("", model, left).problems}
        more = {_original(data, going, loc) for loc in (*faulty, *_emptied(left))}
        if not left:
            return None
        if not more:
            return {loc for loc in going if not any(loc[:n] in going for n in range(len(loc)))}
        going |= more
    return None


def without(data: Any, going: Iterable[Loc]) -> Any:
    """Return data without what is at some places; lists close up."""
    left = copy.deepcopy(data)
    for loc in sorted(going, key=_reading_order, reverse=True):
        owner = left
        for part in loc[:-1]:
            owner = owner[part]
        if loc and (loc[-1] in owner if isinstance(owner, dict) else True):
            del owner[loc[-1]]
    return left


def removed(text: str, going: Iterable[Loc], texts: Mapping[Loc, str]) -> str:
    """Return a YAML text without what is at some places, and with other texts at some others.

    Raises:
        RemovalError: it could not be shown that all else keeps its meaning.

    """
    places = set(going)
    document = read(prepare(text)[0])
    if document is None:
        raise RemovalError
    _prune(document.root, (), places, texts)
    made = emit(document)
    wanted: Any = load("", text).data
    for loc, words in texts.items():
        owner: Any = wanted
        for part in loc[:-1]:
            owner = owner[part]
        owner[loc[-1]] = words
    if load("", made).data != without(wanted, places):
        raise RemovalError
    return made


def existing(data: Any, loc: Loc) -> Loc:
    """Return a place, or the nearest above it that is there: a question may stand without the field of its text."""
    for n, part in enumerate(loc):
        is_there = (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if not is_there:
            return loc[:n]
        data = data[part]
    return loc


def _prune(collection: Collection, loc: Loc, going: set[Loc], texts: Mapping[Loc, str]) -> None:
    kept: list[YamlEntry] = []
    for n, entry in enumerate(collection.entries):
        here = (*loc, entry.name if collection.is_map else n)
        if here in going:
            continue
        if isinstance(entry.value, Collection):
            _prune(entry.value, here, going, texts)
        elif here in texts:
            entry.value = YamlText(texts[here], entry.value.style, entry.value.start, entry.value.end)
        kept.append(entry)
    collection.entries = kept


def _reading_order(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in loc)


def _owner(loc: Loc, data: Any) -> Loc:
    """Return what goes with a faulty place: an entry that lacks a field, or the entry whose field is faulty."""
    here = data
    for part in loc:
        here = here[part]
    return loc if isinstance(here, dict) else loc[:-1]


def _emptied(data: Any, loc: Loc = ()) -> Iterable[Loc]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in items:
        if isinstance(value, dict | list) and not value:
            yield (*loc, part)
        else:
            yield from _emptied(value, (*loc, part))


def _original(data: Any, going: set[Loc], loc: Loc) -> Loc:
    """Return where a place of the data that is left was before others went."""
    made: Loc = ()
    for part in loc:
        if isinstance(part, int):
            owner = data
            for step in made:
                owner = owner[step]
            part = [n for n in range(len(owner)) if (*made, n) not in going][part]  # noqa: PLW2901, counted in the whole list
        made = (*made, part)
    return made
