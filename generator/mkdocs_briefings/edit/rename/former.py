"""Add an old id to `formerly` without changing anything else in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.rename.changes import Edit, starts, walk
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.fields_there import fields_at
from mkdocs_briefings.parse.repair import prepare

if TYPE_CHECKING:
    from pydantic import BaseModel

    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.parse.fault import Mark, ValueSpan

_FIELD = "formerly"


def former(text: str, model: type[BaseModel], loc: Loc, old: str, new: str) -> Edit:
    """Put an old id under `formerly`; the new one, should it stand there, makes room for it.

    Args:
        text: a YAML text that has no fault, with the old id still in it.
        model: what the text holds.
        loc: the mapping that tells of the thing whose id changes.
        old: the id that it has.
        new: the id that it gets.

    """
    spans: dict[Loc, ValueSpan] = {}
    root = compose(prepare(text)[0], spans=spans).data
    typed = _TypedText(text, starts(text), root, spans)
    data = root
    for part in loc:
        data = data[part]
    place: Loc = (*loc, _FIELD)
    if _FIELD not in data:
        return _added(typed, model, loc, data, old)
    ids, start = data[_FIELD], spans[place].start
    if new in ids:
        at = text.index(new, typed.offset(spans[*place, ids.index(new)].start))
        return Edit(at, at + len(new), old)
    if not ids:
        at = typed.offset(start)
        return Edit(at, text.index("]", at) + 1, f"[{old}]")
    last = spans[*place, len(ids) - 1]
    if text[typed.offset(start)] == "[":
        at = typed.offset(last.end)
        return Edit(at, at, f", {old}")
    return typed.row(last.start[0] + 1, f"{' ' * start[1]}- {old}")


class _TypedText:
    """A text and where things are in it."""

    def __init__(self, text: str, lines: list[int], root: Any, spans: dict[Loc, ValueSpan]) -> None:
        self.text, self.lines, self.root, self.spans = text, lines, root, spans
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def offset(self, mark: Mark) -> int:
        return (
            min(self.lines[mark[0]] + mark[1], len(self.text))
            if mark[0] < len(self.lines)
            else len(self.text)
        )

    def row(self, row: int, words: str) -> Edit:
        """Put a line above a row, or below the last one."""
        at = self.offset((row, 0))
        gap = "" if self.text[:at].endswith(("\n", "\r")) or not at else self.newline
        return Edit(at, at, f"{gap}{words}{self.newline}")

    def line(self, row: int) -> str:
        return self.text[self.lines[row] : self.offset((row + 1, 0))]


def _added(typed: _TypedText, model: type[BaseModel], loc: Loc, data: dict[str, Any], old: str) -> Edit:
    """Add the field behind the last of those that the schema has before it."""
    fields = fields_at(model, loc)
    earlier = set(fields[: fields.index(_FIELD)])
    before: Loc = (*loc, next(name for name in reversed(data) if name in earlier))
    key, span = typed.spans[before].key, typed.spans[before]
    assert key  # noqa: S101, for mypy: it is the value of a key
    mapping = typed.offset(typed.spans[loc].start)
    if typed.text[mapping] == "{":
        at = typed.offset(span.end)
        quote = '"' if typed.text[typed.offset(key)] == '"' else ""
        return Edit(at, at, f", {quote}{_FIELD}{quote}: [{quote}{old}{quote}]")
    return typed.row(_below(typed, before, key), f"{' ' * key[1]}{_FIELD}: [{old}]")


def _below(typed: _TypedText, loc: Loc, key: Mark) -> int:
    """Return the row below the value at a place: above the comments of what follows, which stay with that."""
    inside = [other for other, _ in walk(typed.root, ()) if other[: len(loc)] == loc]
    keys = (span.key[0] for other, span in typed.spans.items() if span.key and other not in inside)
    below = (row for row in keys if row > key[0])
    row = min(below, default=len(typed.lines) - (not typed.line(len(typed.lines) - 1)))
    last = typed.spans[inside[-1]]
    is_block = typed.text[typed.offset(last.start) :][:1] in ("|", ">")
    top = last.start[0] if is_block else last.end[0]
    while row - 1 > top:
        line = typed.line(row - 1)
        bare = line.lstrip(" ")
        if bare.strip() and not (bare.startswith("#") and (not is_block or len(line) - len(bare) <= key[1])):
            break
        row -= 1
    return row
