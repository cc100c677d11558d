"""The report that `add` prints at its end: what happened to each file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Column, Table

from mkdocs_briefings.cli import shell
from mkdocs_briefings.intake.article import ASKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_MOST_EXPLAINED = 20
"""For more files the reasons are in the files alone; of the others no more than these are named."""
_MOST_REFUSED = 500
"""Of the files that were refused, those that are named: more are a table with a fault of its own."""
_NARROWEST = 100
"""Columns of the table where no terminal tells them."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What happened to a file."""

    file: Path
    source: str
    what: str = ""
    status: str = "refused"
    metadata: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


def report(rows: Sequence[FileOutcome], outlets: str, entered: Iterable[str], unknown: Iterable[str]) -> None:
    """Print what was added and what was not, with the reasons.

    Args:
        rows: a row for each file.
        outlets: the file of publishers.
        entered: ids of publishers that were entered there.
        unknown: entries of those that were not.

    """
    by = {
        status: [row for row in rows if row.status == status]
        for status in ("added", "already there", "skipped", "refused")
    }
    added = by["added"]
    if added:
        _tabulate(added)
    for row in added if len(added) <= _MOST_EXPLAINED else ():
        _say(f"{row.file}")
        for reason in row.reasons:
            _say(f"  {reason}")
    there = by["already there"]
    _list(there if len(there) <= _MOST_EXPLAINED else [row for row in there if row.reasons])
    _list(by["skipped"])
    for row in by["refused"][:_MOST_REFUSED]:
        _say(_line(row))
    left = len(by["refused"]) - _MOST_REFUSED
    if left > 0:
        _say(f"… {left} more refused; fix these first")
    counts = Counter(row.status for row in rows)
    skipped = f", {counts['skipped']} skipped" if by["skipped"] else ""
    click.echo(
        f"{counts['added']} added, {counts['already there']} already there, {counts['refused']} refused{skipped}"
    )
    if ids := ", ".join(entered):
        click.echo(f"Added to {outlets}: {ids}; say there what each is: `medium: newspaper`")
    if lines := "".join(unknown):
        click.echo(
            f"These publishers are not entities yet, so the sources have no `publisher`. Add these lines to {outlets}\n"
            "and `publisher: ID` to the front matter of the sources. With --yes, `add` does both:"
        )
        click.echo(lines, nl=False)
    if added:
        click.echo(f"Next: briefings new {added[0].source}")


def _tabulate(added: Iterable[FileOutcome]) -> None:
    # The id is what an editor copies from here: it stands whole, whatever becomes of the rest.
    source = Column("source", no_wrap=True)
    others = (Column(name, overflow="fold") for name in ("published", "publisher", "missing"))
    table = Table(source, *others, box=None, padding=(0, 2, 0, 0))
    for row in added:
        missing = ", ".join(name for name in ASKED if name not in row.metadata)
        day = row.metadata.get("published", "").partition("T")[0]
        cells = (row.source, day, row.metadata.get("publisher", ""), missing)
        table.add_row(*(shell.printable(cell) for cell in cells))
    wide = max(Console().width, _NARROWEST)
    Console(highlight=False, markup=False, emoji=False, width=wide).print(table)


def _list(rows: Sequence[FileOutcome]) -> None:
    for row in rows[:_MOST_EXPLAINED]:
        _say(_line(row))
    if left := rows[_MOST_EXPLAINED:]:
        kinds = Counter(row.file.suffix.lower() or "no extension" for row in left).most_common(5)
        _say(f"… {len(left)} more {left[0].status}: {', '.join(f'{kind} ({n})' for kind, n in kinds)}")


def _line(row: FileOutcome) -> str:
    return shorten_line(f"{row.file}: {row.status}: {'; '.join((row.what, *row.reasons))}")


def shorten_line(line: str) -> str:
    """Cut what a hostile list would make unreadable."""
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"


_LONGEST_LINE = 2_000


def _say(words: str) -> None:
    click.echo(shell.printable(words))
