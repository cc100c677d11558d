"""Errors in a YAML text before its file is known; rows and columns count from 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Rule

Mark = tuple[int, int]
"""Row and column, both from 0."""

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A problem before it knows its file."""

    rule: Rule
    at: Mark
    message: str
    hint: str = ""
    first: Mark | None = None
    """Where the thing stands for the first time, if this is the second."""


@dataclass(frozen=True, slots=True)
class ValueSpan:
    """Where a value stands, and its key. `end` is exclusive; for a block scalar it may lie some lines below it."""

    key: Mark | None
    start: Mark
    end: Mark


def mark(of: Any) -> Mark:
    """Row and column of a mark of ruamel's."""
    return of.line, of.column


def shown(text: str) -> str:
    """Words of the file, short enough for a message, and without what would end its code span."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
