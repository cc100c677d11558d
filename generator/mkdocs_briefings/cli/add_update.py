"""Change the front matter of a source to what a corrected table says; what changes is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.add_report import FileOutcome
from mkdocs_briefings.edit.front_matter import NotChangedError, with_fields
from mkdocs_briefings.files.desk import FileChange

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.files.desk import LockedDesk
    from mkdocs_briefings.model.corpus import Source


def updated(  # noqa: PLR0913, what is changed where
    desk: LockedDesk, root: Path, source: Source, values: Mapping[str, str], file: Path, *, yes: bool
) -> FileOutcome:
    """Show what changes, ask unless `yes`, and change it; return what became of the file.

    Args:
        desk: the desk, locked.
        root: its folder.
        source: whose front matter is changed.
        values: the fields that are other ones now.
        file: that the table names.
        yes: nobody is asked.

    """
    path = root / source.path
    data = path.read_bytes()
    try:
        made = with_fields(source.path, data, values)
    except NotChangedError as error:
        return FileOutcome(file, source.id, f"`{source.id}` was not changed: {error}")
    lines = tuple(f"{name}: {value}" for name, value in values.items())
    click.echo(shell.printable(f"{source.path}: these fields change:\n  " + "\n  ".join(lines)))
    if not yes and not click.confirm("  Change them?", default=True):
        return FileOutcome(file, source.id, f"`{source.id}` was left as it is", "already there")
    if why := desk.change([FileChange(path, data, made)]).get(path):
        return FileOutcome(file, source.id, f"`{source.id}` was left unchanged: {why}")
    return FileOutcome(file, source.id, f"`{source.id}` was updated", "already there", reasons=lines)
