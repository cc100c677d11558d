"""`rename`: change an id everywhere."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click
from rich.console import Console

from mkdocs_briefings.build import build
from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit.rename import RenameError, plan, renamed
from mkdocs_briefings.edit.rename.proof import fresh, frozen, is_same, neutral
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.lock_proof import without_lock
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.edit.rename.references import Renaming
    from mkdocs_briefings.files.desk import LockedDesk


@click.command(short_help="Change an id everywhere.")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(root: Path, old: str, new: str) -> None:
    """Change the id OLD of a source, briefing, storyline, entity or claim (`briefing#claim`) to NEW, everywhere.

    Everything else in the files stays as it was typed. The desk must have no errors. Either all files are written or
    none, and only if nothing but the id changes.
    """
    with shell.changing(root, shell.settings(root)) as desk:
        _rename(root, desk, old, new)


def _rename(root: Path, desk: LockedDesk, old: str, new: str) -> None:
    site = shell.sound(root)
    read = {root / path: data for path, data in site.tree.items()}
    if not site.result.lock.replacements:
        # It is drawn anew from the texts; what it still says of the old id is no reason to refuse the new one.
        site = dataclasses.replace(site, tree=without_lock(site.tree, site.settings))
    try:
        renaming = plan(site.tree, site.settings, old, new)
        changes = renamed(site.tree, site.settings, renaming)
    except RenameError as error:
        shell.fail(str(error))
    alike = neutral(renaming)
    tree = _with(site.tree, changes)
    after = build(tree, site.settings)
    wrong = fresh(site.result.problems, after.problems, alike)
    if wrong:
        printing.people(locate(wrong, tree), Console(highlight=False, stderr=True))
        shell.fail(f"the id `{new}` would cause these problems; nothing was changed")
    preview = dataclasses.replace(site.settings, preview=True)
    if not is_same(build(site.tree, preview), build(tree, preview), alike):
        shell.fail(
            f"the id `{new}` would change something else on the site as well; choose another. Nothing was changed"
        )
    changes |= frozen(tree, site.settings, after.problems, alike)
    todo = [FileChange(root / path, read.get(root / path), data) for path, data in changes.items()]
    shell.refuse(desk.change(todo, unchanged=read))
    click.echo(f"{renaming.kind} `{old}` is now `{renaming.new}`")
    for path, data in sorted(changes.items()):
        click.echo(
            f"  {path}: {'changed' if data is not None and path in site.tree else 'new' if data else 'removed'}"
        )
    click.echo(_links(renaming))


def _with(tree: Mapping[str, bytes], changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    return {path: data for path, data in {**tree, **changes}.items() if data is not None}


def _links(renaming: Renaming) -> str:
    """Say what becomes of links to the old address."""
    if renaming.kind == "claim":
        return f"Links to #c-{renaming.old} on the page of `{renaming.home}` still work (`formerly`)."
    return "The old address redirects to the new one (`formerly`)."
