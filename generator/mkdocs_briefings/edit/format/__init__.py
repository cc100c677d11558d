"""Format the YAML of a desk: keys in the order of the schema, long texts folded, no needless quotation marks.

What it means stays, and every comment stays with its key; a text of which that cannot be shown is refused.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import MarkedYAMLError

from mkdocs_briefings.edit.format.emission import emit
from mkdocs_briefings.edit.format.scalar_text import is_ambiguous
from mkdocs_briefings.edit.format.yaml_tree import Collection, Comment, comments, read
from mkdocs_briefings.model.parts import PROSE as PARAGRAPHS
from mkdocs_briefings.model.parts import QUOTATION
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.fields_there import fields_at
from mkdocs_briefings.parse.reading import PROSE
from mkdocs_briefings.parse.repair import prepare
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.parse.schema_fields import part_at
from mkdocs_briefings.parse.yaml import UNUSUAL, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from mkdocs_briefings.model.parts import Part
    from mkdocs_briefings.model.problem import Loc, Problem

    Model = type[BaseModel]
    Tidy = Callable[[str], str]

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_WHITE = re.compile(r"[ \t\n]+")


def _summary(text: str) -> str:
    return _TRAILING.sub("", text)


def _quote(text: str) -> str:
    return _WHITE.sub(" ", text).strip(" ") or text


_TIDY: dict[Part, Tidy] = {PARAGRAPHS: _summary, QUOTATION: _quote}
"""Parts in which some white space has no meaning: it goes."""


class UnformattableError(Exception):
    """The file stays as it is; the message says why."""

    def __init__(self, why: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(why)
        self.problems = problems
        """The faults of syntax, if that is why."""


def format_file(path: str, data: bytes, model: Model) -> bytes:
    """Return a file of the desk in its one form; of a source, nothing below its front matter changes.

    Raises:
        UnformattableError: it has a fault of syntax, or is no mapping, or it could not be shown that its meaning
            and its comments stay what they are.

    """
    try:
        return _source(path, data) if model is SourceFront else _whole(path, data, model)
    except UnicodeDecodeError as error:
        raise UnformattableError("it is not UTF-8", (seed.decoding_problem(path, data, error),)) from error


def _whole(path: str, data: bytes, model: Model) -> bytes:
    head = seed.BOM if data.startswith(seed.BOM) else b""
    text = data[len(head) :].decode("utf-8")
    return head + _with_ends(format_text(path, text, model), text).encode()


def _source(path: str, data: bytes) -> bytes:
    split = seed.split(data)
    if split.front is None:
        return data
    front = format_text(path, split.front, SourceFront, line_offset=1)
    made = split.head + _with_ends(f"---\n{front}---\n", split.front).encode() + split.body
    again = seed.split(made)
    if (again.head, again.body) != (split.head, split.body):
        raise UnformattableError("its front matter would end at another place")
    return made


def format_text(path: str, text: str, model: Model, *, line_offset: int = 0) -> str:
    """Return a YAML text in its one form; as `format_file`, for a text above which its file has so many lines."""
    before = load(path, text, line_offset=line_offset)
    if before.problems:
        raise UnformattableError("it has a syntax error", before.problems)
    prepared = prepare(text)[0]
    wanted = _ordered(before.data, model, ())
    if not UNUSUAL.search(prepared):
        with suppress(UnformattableError, MarkedYAMLError):
            return _formatted(prepared, wanted, model, fast=True)
    return _formatted(prepared, wanted, model, fast=False)


def _formatted(text: str, wanted: Any, model: Model, *, fast: bool) -> str:
    document = read(text, fast=fast)
    if document is None:
        raise UnformattableError("it is not a mapping (`key: value`)")
    _order(document.root, model, ())
    _settle(document.root)
    kept = comments(document)
    made = emit(document)
    after = load("", made)
    if after.problems or not _same(after.data, wanted):
        raise UnformattableError("its meaning would change")
    again = read(made, fast=fast)
    if again is None:
        raise UnformattableError("it would no longer be a mapping")
    _settle(again.root)
    if comments(again) != kept:
        raise UnformattableError("a comment could not be kept at its place")
    return made


def _with_ends(made: str, typed: str) -> str:
    """Keep the line ends of Windows, where most lines have them."""
    return made.replace("\n", "\r\n") if typed.count("\r\n") * 2 > typed.count("\n") else made


def _rank(fields: list[str]) -> dict[str, int]:
    return {name: n for n, name in enumerate(fields)}


def _tidied(text: str, model: Model, loc: Loc) -> str:
    part = part_at(model, loc)
    return _TIDY[part](text) if part in _TIDY else text


def _order(collection: Collection, model: Model, loc: Loc) -> None:
    """Put the keys of models in the order of the schema; ids and lists keep theirs, which carries meaning."""
    rank = _rank(fields_at(model, loc)) if collection.is_map else {}
    if rank:
        collection.entries.sort(key=lambda entry: rank.get(entry.name, len(rank)))
    for n, entry in enumerate(collection.entries):
        here = (*loc, entry.name if collection.is_map else n)
        if isinstance(entry.value, Collection):
            _order(entry.value, model, here)
        else:
            entry.value.text = _tidied(entry.value.text, model, here)


def _ordered(data: Any, model: Model, loc: Loc) -> Any:
    """Return the data that must be read in the end: in order, without white space that has no meaning."""
    if isinstance(data, str):
        return _tidied(data, model, loc)
    if isinstance(data, list):
        return [_ordered(one, model, (*loc, n)) for n, one in enumerate(data)]
    if not isinstance(data, dict):
        return data
    rank = _rank(fields_at(model, loc))
    keys = sorted(data, key=lambda key: rank.get(key, len(rank))) if rank else list(data)
    return {key: _ordered(data[key], model, (*loc, key)) for key in keys}


def _same(one: Any, other: Any) -> bool:
    """Return whether two values are the same to the type and to the order of their keys: 1 is not 1.0, nor true."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _settle(collection: Collection) -> None:
    """Give comments the place at which they will be read again.

    Those above the first key of an item go above its dash. Those below a list that is the value of a key are in
    the column of the next key: they become its comments. Those on the line of a number that is where a sentence
    is wanted go above it, since it may not be put into quotation marks, and unquoted would seem to be cut there.
    """
    for n, entry in enumerate(collection.entries):
        value = entry.value
        if not isinstance(value, Collection):
            owner = entry.parent.owner
            if (
                entry.trail
                and {entry.name, owner.name if owner else ""} & PROSE
                and not value.style
                and is_ambiguous(value.text)
            ):
                entry.head += [Comment(words, blank=False) for words in entry.trail]
                entry.trail = []
            continue
        _settle(value)
        if entry.key is None and not entry.trail and value.entries:
            entry.head += value.entries[0].head
            value.entries[0].head = []
        if entry.key and not value.is_map:
            below = collection.entries[n + 1 : n + 2]
            if below:
                below[0].head = value.foot + below[0].head
            else:
                collection.foot = value.foot + collection.foot
            value.foot = []
