"""What the commands share: open a site, report its problems, exit."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console

from mkdocs_briefings.cli.site import Site, open_site
from mkdocs_briefings.edit.id_schemas import FOLDER
from mkdocs_briefings.edit.schema_folders import LINE, schema_folders
from mkdocs_briefings.files import desk as desks
from mkdocs_briefings.files import journal
from mkdocs_briefings.files.reader import below, is_file
from mkdocs_briefings.mkdocs.site_settings import SiteError
from mkdocs_briefings.mkdocs.site_settings import settings as read_settings
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.summary import basis, holdings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from rich.table import Table

    from mkdocs_briefings.model.settings import Settings

MOST_SETTINGS = 100_000
"""Bytes of the settings of an editor that are read."""


format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Text for people, or JSON.",
)
"""Of commands that print what they found."""


def as_json(found: object) -> str:
    """Write what a command found, for programs."""
    return json.dumps(found, ensure_ascii=False, indent=2)


def tabulate(table: Table) -> None:
    """Print a table; what a program reads is as wide as it needs, and nothing is cut."""
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        console.print(table)
        return
    wide = Console(highlight=False, markup=False, emoji=False, width=_WIDEST)
    with wide.capture() as captured:
        wide.print(table)
    click.echo("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()), nl=False)


_WIDEST = 5_000


def counted(number: int, thing: str) -> str:
    """Say how many: "1 claim", "2 claims"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def settings(root: Path) -> Settings:
    try:
        return read_settings(root)[0]
    except SiteError as error:
        fail(str(error))


def opened(root: Path, *, preview: bool = False, locked: bool = True) -> Site:
    try:
        return open_site(root, preview=preview, locked=locked)
    except SiteError as error:
        fail(str(error))


def sound(root: Path, *, preview: bool = False, locked: bool = True) -> Site:
    """Open a site without errors, or report them and exit."""
    site = opened(root, preview=preview, locked=locked)
    errors = [one for one in site.located() if one.problem.is_error]
    if errors:
        printing.people(errors, Console(highlight=False, stderr=True))
        fail(verdict(site, len(errors), 0))
    return site


@contextmanager
def changing(root: Path, settings: Settings, others: Iterable[str] = ()) -> Iterator[desks.LockedDesk]:
    """Hold a desk while a command reads and changes it; `others` are further folders in which it writes."""
    try:
        with desks.changing(root, (settings.briefings_dir, settings.seeds_dir, *others), say) as desk:
            yield desk
    except desks.JournalError as error:
        fail(str(error))


def heal(root: Path) -> None:
    """Finish what an interrupted command left in the middle of a change, before the desk is read."""
    if (root / journal.NAME).exists():
        found = settings(root)
        try:
            desks.heal(root, (found.briefings_dir, found.seeds_dir), say)
        except desks.JournalError as error:
            fail(str(error))


def refuse(refused: Mapping[Path, str], *, together: bool = True) -> None:
    """Name the files that were not changed, and end if there are any; `together` nothing else was changed either."""
    for path, why in sorted(refused.items()):
        say(f"{path}: left unchanged: {why}")
    if refused:
        fail(
            f"{'Nothing was changed. ' if together else ''}Run the command again when nothing else changes these files."
        )


def say(words: str) -> None:
    """Report what happens beside the command's own result."""
    click.echo(printable(words), err=True)


def verdict(site: Site, errors: int, warnings: int) -> str:
    counts = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    told = f"{counts}. {holdings(site.result)}; {basis(site.result)}"
    return f"{told}. Run `briefings explain CODE` to read about a code." if errors else told


def fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


def schema_line(root: Path, settings: Settings, file: Path, name: str) -> str:
    """Return the line by which an editor finds the schema of a YAML file of the desk; empty if it needs none.

    Args:
        root: the site folder.
        settings: those of the site.
        file: the YAML file that gets the line.
        name: of the schema, such as `briefing.json`.

    """
    others = [one for one in below(root / settings.briefings_dir) if one.suffix == ".yml" and is_file(one)]
    heads = {one.relative_to(root).as_posix(): _head(one) for one in others}
    vscode = root / ".vscode" / "settings.json"
    bound = _head(vscode, MOST_SETTINGS) if is_file(vscode) else ""
    if FOLDER in bound:
        return ""  # a line in a file goes before what is bound to it, and names one schema: the ids would be lost
    for folder in schema_folders(heads, bound):
        if is_file(root / folder / name):
            path = os.path.relpath(root / folder / name, file.parent).replace(os.sep, "/")
            return LINE.format(path=path)
    return ""


def _head(path: Path, most: int = 1_000) -> str:
    with path.open("rb") as file:
        return file.read(most).decode("utf-8", "replace")


def printable(words: str) -> str:
    """Show the control characters of foreign texts and file names rather than send them to a terminal."""
    return "".join(char if char.isprintable() or char == "\n" else repr(char)[1:-1] for char in words)
