"""Take lines of YAML apart (indentation, key, value) and change them.

All rows and columns count from 0. Every change keeps the number of lines, so that positions stay true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.parse.fault import Mark

Rows = tuple[str, ...]

_KEY = r"""(?:"[^"]*"|'[^']*'|(?![\s\[\]{}#&*!|>'"%@`,]|[-?:](?:\s|$))(?:(?!:(?:\s|$)|\s\#).)*)"""
_ENTRY = re.compile(rf"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>{_KEY})\s*:(?:\s+|$))?(?P<value>.*)")
_KEY_LIKE = re.compile(r"\s*(?:-\s+)*[A-Za-z0-9_-]+:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class LineParts:
    """One line: ``- key: value``, each part of which may be absent."""

    key: str
    value: str
    value_at: int
    parent: int
    """The column that a line must be indented beyond, to go on with this value."""


def entry(row: str) -> LineParts:
    """Take a line apart."""
    match = _ENTRY.match(row)
    if match is None:  # a lone surrogate or the like; the pattern takes every line
        return LineParts("", row, 0, -1)
    lead, key = match["lead"], match["key"] or ""
    if key:
        parent = len(lead)
    elif "-" in lead:
        parent = lead.rindex("-")
    else:
        parent = len(lead) - 1
    return LineParts(key, match["value"], match.start("value"), parent)


def indent(row: str) -> int:
    """Count the spaces that a line begins with."""
    return len(row) - len(row.lstrip(" "))


def opens_entry(row: str) -> bool:
    """Return whether a line begins with one word and a colon, as keys do and prose seldom does."""
    return _KEY_LIKE.match(row) is not None


def is_idle(row: str) -> bool:
    """Return whether a line is blank or a comment."""
    line = row.strip()
    return not line or line.startswith("#")


def last_of(rows: Sequence[str], row: int, parent: int) -> int:
    """Find the last line that goes on with a value of line `row`: those that are indented beyond `parent`."""
    last = row
    for below in range(row + 1, len(rows)):
        if rows[below].strip():
            if indent(rows[below]) <= parent:
                break
            last = below
    return last


def head_of(rows: Sequence[str], row: int) -> int:
    """Find the line whose value line `row` goes on with: itself, if it has a key or is an item."""
    here = entry(rows[row])
    if here.key or here.parent >= indent(rows[row]):
        return row
    for above in range(row - 1, -1, -1):
        if not is_idle(rows[above]) and indent(rows[above]) < indent(rows[row]):
            return above if entry(rows[above]).value else min(above + 1, row)
    return row


def put(rows: Rows, row: int, line: str) -> Rows:
    """Replace one line."""
    return (*rows[:row], line, *rows[row + 1 :])


def insert(rows: Rows, at: Mark, text: str) -> Rows:
    """Put `text` before a place."""
    row, column = at
    return put(rows, row, rows[row][:column] + text + rows[row][column:])


def blank(rows: Rows, first: int, last: int) -> Rows:
    """Empty the lines from `first` to `last`."""
    return (*rows[:first], *("" for _ in range(first, last + 1)), *rows[last + 1 :])


def quote(rows: Rows, start: Mark, end: Mark) -> Rows:
    """Put what is between two places into single quotation marks."""
    (first, left), (last, right) = start, end
    inside = [*rows[first:last], rows[last][:right]]
    inside[0] = inside[0][left:]
    inside = [line.replace("'", "''") for line in inside]
    inside[0] = rows[first][:left] + "'" + inside[0]
    inside[-1] += "'" + rows[last][right:]
    return (*rows[:first], *inside, *rows[last + 1 :])


def quote_value(rows: Rows, start: Mark) -> Rows:
    """Put the value that begins at `start`, with the lines that go on with it, into single quotation marks."""
    row, column = start
    prefix = entry(rows[row])
    parent = prefix.parent if prefix.value_at <= column else entry(rows[row][:column]).parent
    last = last_of(rows, row, parent) if parent >= 0 else row
    return quote(rows, start, (last, len(rows[last].rstrip())))


def shift(rows: Rows, first: int, last: int, by: int) -> Rows:
    """Indent the lines from `first` to `last` by `by` more (or less) spaces."""
    moved = (
        " " * max(0, indent(line) + by) + line.lstrip(" ") if line.strip() else line
        for line in rows[first : last + 1]
    )
    return (*rows[:first], *moved, *rows[last + 1 :])
