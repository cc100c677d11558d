"""`release`: record what the published briefings say, a version each, so that readers can see what changed."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.derive.version_changes import version_changes
from mkdocs_briefings.derive.version_content import changed
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.parse.version_ledger import dumps, path_of, read

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.cli.site import Site
    from mkdocs_briefings.files.desk import LockedDesk
    from mkdocs_briefings.parse.version_ledger import VersionLedger


@click.command(short_help="Record a version of each briefing that has changed.")
@click.option(
    "--check", is_flag=True, help="Write nothing; fail if a briefing has changed since its newest version."
)
@click.pass_obj
def release(root: Path, check: bool) -> None:
    """Record a version of each published briefing that has changed since its newest one, for readers to compare.

    Run it when you publish, and commit briefings/versions/ with the briefings. The desk must have no errors. Each
    version gets a permanent address. No word of a source is recorded.
    """
    with nullcontext() if check else shell.changing(root, shell.settings(root)) as desk:
        site = shell.sound(root)
        found = list(changed(site.result.corpus, site.result.ledgers))
        for one in found:
            click.echo(shell.printable(_line(one)))
        if not found:
            click.echo("every published briefing is as its newest version says")
        elif desk is None:
            shell.fail(f"{_counted(found)} changed since the newest version; run `briefings release`")
        else:
            _write(root, desk, site, found)


def _write(root: Path, desk: LockedDesk, site: Site, found: list[VersionLedger]) -> None:
    todo = []
    for one in found:
        name = path_of(site.settings, one.briefing)
        path = root / name
        if not path.resolve().is_relative_to(root.resolve()):
            shell.fail(f"{path}: leads out of the site folder")
        made = dumps(one)
        if wrong := read(name, made)[1]:
            shell.fail(f"{name} could not be read again: {wrong[0].message}; nothing was written")
        todo.append(FileChange(path, site.tree.get(name), made))
    todo[0].path.parent.mkdir(parents=True, exist_ok=True)
    known = {root / path: data for path, data in site.tree.items()}
    shell.refuse(desk.change(todo, unchanged=known))
    click.echo(f"{_counted(found)} recorded; commit {todo[0].path.parent} with the briefings")


def _line(ledger: VersionLedger) -> str:
    """Say what the newest version of a briefing changed."""
    newest = ledger.versions[-1]
    if newest.number == 1:
        return f"{ledger.briefing}: version 1"
    told: dict[str, int] = {}
    for one in version_changes(ledger.versions[-2], newest):
        told[one.what] = told.get(one.what, 0) + 1
    what = ", ".join(f"{what} {count}" for what, count in told.items()) or "nothing that readers see"
    return f"{ledger.briefing}: version {newest.number} ({what})"


def _counted(found: list[VersionLedger]) -> str:
    return shell.counted(len(found), "briefing")
