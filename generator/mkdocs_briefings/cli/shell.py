"""What the commands share: open a site, report its problems, exit."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console

from mkdocs_briefings.cli.site import Site, open_site
from mkdocs_briefings.mkdocs.site_settings import SiteError
from mkdocs_briefings.mkdocs.site_settings import settings as read_settings
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.summary import basis, summary

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.model.settings import Settings


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


def verdict(site: Site, errors: int, warnings: int) -> str:
    counts = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    if errors:
        return f"{counts}. `briefings explain CODE` explains a code."
    return f"{counts}. {summary(site.result)}; {basis(site.result)}"


def fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


def schema_line(root: Path, file: Path, name: str) -> str:
    """Give the line by which an editor finds the schema of a YAML file of the desk; empty if it holds none."""
    for folder in (root / "schema", root / "generator" / "mkdocs_briefings" / "schema"):
        if (folder / name).is_file():
            up = os.path.relpath(folder / name, file.parent).replace(os.sep, "/")
            return f"# yaml-language-server: $schema={up}\n"
    return ""


def printable(words: str) -> str:
    """Show the control characters of foreign texts and file names rather than send them to a terminal."""
    return "".join(char if char.isprintable() or char == "\n" else repr(char)[1:-1] for char in words)
