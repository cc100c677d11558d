"""Change references at their exact places in a YAML text; everything else stays as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.rename.references import Reader, Renaming, after, keys_at, reader_at
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.repair import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.parse.fault import Mark, ValueSpan
    from mkdocs_briefings.resolve.ids import Known

_LINE = re.compile(r"\r\n|\r|\n")
_BEFORE_IN_PROSE = ("@", "[[", "#")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end`, half-open, and what is to be there."""

    start: int
    end: int
    words: str


class NoPlaceError(Exception):
    """The reference is there in a way (with escapes) in which it cannot be found in the text."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def apply(text: str, found: Iterable[Edit]) -> str:
    """Return the text with all edits made."""
    for edit in sorted(found, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def edits(  # noqa: PLR0913, one text and all that decides what in it refers to what
    text: str, model: type[BaseModel], renaming: Renaming, home: str, local: frozenset[str], known: Known
) -> list[Edit]:
    """Return what changes in a YAML text that has no fault.

    Raises:
        NoPlaceError: a reference cannot be changed in place.

    """
    if renaming.old not in text and "\\" not in text:
        return []
    spans: dict[Loc, ValueSpan] = {}
    data = compose(prepare(text)[0], spans=spans).data
    lines = starts(text)

    def offset(mark: Mark) -> int:
        return min(lines[mark[0]] + mark[1], len(text))

    found: list[Edit] = []
    for loc, value in walk(data, ()):
        span = spans[loc]
        if loc and loc[-1] == renaming.old and span.key and _renames_key(model, loc, renaming, home):
            found.append(_key(text, offset(span.key), renaming, span.key[0] + 1))
        reader = reader_at(model, loc) if isinstance(value, str) else None
        if reader is None or renaming.old not in value:
            continue
        places = _occurrences(value, renaming, reader)
        changing = [
            n
            for n, place in enumerate(places)
            if _is_reference(value, place, renaming, reader, home, local, known)
        ]
        if not changing:
            continue
        start, end = offset(span.start), offset(span.end)
        typed = _occurrences(text[start:end], renaming, reader)
        if len(typed) != len(places):
            raise NoPlaceError(span.start[0] + 1)
        for n in changing:
            at = start + typed[n]
            found.append(Edit(at, at + len(renaming.old), renaming.new))
    return found


def starts(text: str) -> list[int]:
    """Return the offset at which each line begins."""
    return [0, *(match.end() for match in _LINE.finditer(text))]


def walk(data: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Return all values with their places, in order."""
    yield loc, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in items:
        yield from walk(value, (*loc, part))


def _renames_key(model: type[BaseModel], loc: Loc, renaming: Renaming, home: str) -> bool:
    kind = keys_at(model, loc)
    return kind == renaming.kind and (kind != "claim" or home == renaming.home)


def _key(text: str, at: int, renaming: Renaming, line: int) -> Edit:
    at += text[at] in "'\""
    if not text.startswith(renaming.old, at):
        raise NoPlaceError(line)
    return Edit(at, at + len(renaming.old), renaming.new)


def _occurrences(text: str, renaming: Renaming, reader: Reader) -> list[int]:
    """Find where the id is; in prose, only where a link or a citation may begin."""
    found = (match.start() for match in re.finditer(re.escape(renaming.old), text))
    return [at for at in found if not reader.is_prose or text[:at].rstrip().endswith(_BEFORE_IN_PROSE)]


def _is_reference(  # noqa: PLR0913, one place and all that decides what it refers to
    value: str, at: int, renaming: Renaming, reader: Reader, home: str, local: frozenset[str], known: Known
) -> bool:
    """Return whether the words at a place are a reference: put the new id there, and see what is read."""
    before = reader.read(value)
    now = reader.read(value[:at] + renaming.new + value[at + len(renaming.old) :])
    if len(before) != len(now):
        return False
    changed = [(a, b) for a, b in zip(before, now, strict=True) if a != b]
    return len(changed) == 1 and changed[0][1] == (
        changed[0][0][0],
        after(renaming, changed[0][0], home, local, known),
    )
