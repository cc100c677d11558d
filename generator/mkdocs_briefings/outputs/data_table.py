"""A table of the data: its name, its columns, the way to its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.outputs.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.outputs.publication import Publication

Value = str | int | bool | None
Row = tuple[Value, ...]
Kind = Literal["text", "integer", "truth", "day"]
"""`day`: a whole day, ISO 8601."""

DATED: tuple[tuple[str, Kind], ...] = (("dated", "text"), ("earliest", "day"), ("latest", "day"))
"""A date takes three columns. None is called `date`, of which pandas makes days: "2026-03" would be 1 March."""


@dataclass(frozen=True, slots=True, eq=False)
class DataTable:
    """One table. Its id columns are text, whatever they look like."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: Callable[[Publication], Iterable[Row]]
    key: tuple[str, ...]
    """The columns that are together unlike in every row."""
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The columns that name a row of another table, each with that and its column."""


def dated(date: Date | None) -> Row:
    """Give a date as EDTF, and its first and last day; none of a side that is open."""
    if date is None:
        return (None, None, None)
    earliest = None if date.open_start else date.earliest.isoformat()
    latest = None if date.open_end else date.latest.isoformat()
    return (edtf(date), earliest, latest)


def edtf(date: Date) -> str:
    """Write a date in EDTF (ISO 8601-2): what lies within a range is a set in brackets there."""
    return f"[{date.text}]" if ".." in date.text and "/" not in date.text else date.text


def words(text: str | None) -> str | None:
    """Give a text on one line; none where there is none."""
    return one_line(text) or None if text else None
