"""`takedown`: list all that is built from a source or told of an entity, and take it out of the desk."""

from __future__ import annotations

import dataclasses
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click
from rich.console import Console

from mkdocs_briefings import lock_proof
from mkdocs_briefings.build import build
from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit.fixes import fixed
from mkdocs_briefings.edit.withdrawal import Order, TakedownError, still_named
from mkdocs_briefings.edit.withdrawal import takedown as plan
from mkdocs_briefings.files import kept_sites
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.files.git import RevisionError, holding
from mkdocs_briefings.model import baseline
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mkdocs_briefings.cli.site import Site
    from mkdocs_briefings.edit.withdrawal import Takedown
    from mkdocs_briefings.files.desk import LockedDesk

_MOST = 20
"""Lines of a list that are printed."""


@click.command(short_help="List what rests on a source or entity, and take it out.")
@click.argument("id_", metavar="ID")
@click.option("--remove", is_flag=True, help="Take it out. Without this, nothing is changed.")
@click.option("--keep-text", is_flag=True, help="Keep a source's text on the desk, marked as withdrawn.")
@click.option("--reason", default="", help="What readers are told in the place of a briefing that goes.")
@click.option(
    "--no-notes", is_flag=True, help="Leave no note in the place of a briefing: its address is gone."
)
@click.pass_obj
def takedown(root: Path, id_: str, remove: bool, keep_text: bool, reason: str, no_notes: bool) -> None:  # noqa: PLR0913, an option each
    """List all that is built from the source ID, or told of the entity ID, and take it out of the desk.

    Claims and sentences go; a briefing whose bottom line or last source goes is withdrawn as a whole. The texts of
    articles are never edited. Git's history and published copies keep what they hold; the command says where.
    """
    order = Order(id_, " ".join(reason.split()), notes=not no_notes, keep_text=keep_text)
    with shell.changing(root, shell.settings(root)) if remove else nullcontext() as desk:
        site = shell.sound(root, locked=False)
        try:
            found = plan(site.tree, site.settings, order)
        except TakedownError as error:
            shell.fail(str(error))
        is_sound = True
        _list(found, id_)
        if desk is not None:
            is_sound = _remove(root, desk, site, found)
        _say_what_is_left(root, site, found, id_)
    if not remove:
        click.echo("Nothing was changed. `--remove` takes all of this out.")
    sys.exit(0 if is_sound else 1)


def _list(found: Takedown, id_: str) -> None:
    click.echo(f"{found.kind} `{id_}`")
    _lines("claim", "", [f"{claim.ref}: {claim.text.text}" for claim in found.claims])
    _lines("sentence", "", [f"{one.home} ({one.kind}): {one.sentence.text}" for one in found.sentences])
    _lines("page", " as a whole", found.briefings)
    changed = sorted(found.changes.items())
    _lines("file", "", [f"{path}: {'removed' if data is None else 'changed'}" for path, data in changed])


def _remove(root: Path, desk: LockedDesk, site: Site, found: Takedown) -> bool:
    """Write the changes; give whether the desk has no error then.

    What no longer has its evidence is an error, and nothing is published until an editor has written it anew: to
    refuse the takedown for it would leave all of it where it is.
    """
    changes = dict(found.changes)
    tree = _with(site.tree, changes)
    name = lock_path(site.settings)
    read = {root / path: data for path, data in site.tree.items()}
    after = build(tree, dataclasses.replace(site.settings, preview=True))
    errors = [one for one in after.problems if one.is_error]
    stale = [
        one
        for one in baseline.apply(after.problems, tree, site.settings)
        if one.rule is baseline.BASELINE_STALE
    ]
    changes |= fixed(tree, stale, site.settings)[0]
    if (root / name).is_file():
        read[root / name] = (root / name).read_bytes()
        try:
            changes[name] = lock_proof.lock(_with(site.tree, changes), site.settings)
        except lock_proof.LockError:
            changes[name] = None
            shell.say(f"{name} was removed; run `briefings lock` when the desk has no errors")
    todo = [FileChange(root / path, read.get(root / path), data) for path, data in changes.items()]
    shell.refuse(desk.change(todo, unchanged=read))
    click.echo("All of this was taken out.")
    if kept_sites.forget(root):
        click.echo("What builds had kept was removed: sites and cards.")
    if errors:
        printing.people(locate(errors, tree), Console(highlight=False, stderr=True))
        shell.say("Write these places anew, and publish then: with errors, nothing is.")
    return not errors


def _say_what_is_left(root: Path, site: Site, found: Takedown, id_: str) -> None:
    """Say where it still is: in texts that nobody edits, in hand-written pages, in the history, in built sites."""
    _lines("article", " whose text names it: take it down, too, or keep it private", found.texts)
    rest = _with(site.tree, found.changes)
    pages = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "docs").rglob("*.md"))
        if path.is_file() and path.resolve().is_relative_to(root.resolve())
    }
    elsewhere = {path: data for path, data in {**rest, **pages}.items() if path not in found.texts}
    names = (id_, *(found.names if found.kind == "entity" else ()))
    _lines("line", " elsewhere with its name", still_named(elsewhere, names))
    try:
        commits = holding(root, sorted(found.changes))
    except RevisionError:
        commits = []
    if commits:
        click.echo(
            f"{counted(len(commits), 'commit')} of this repository changed these files, from {commits[-1]} on. "
            "Every clone has them: rewrite the history (git filter-repo) if they must go."
        )
    built = [name for name in ("site", "offline", ".cache/briefings") if (root / name).is_dir()]
    if built:
        click.echo(f"Copies built before are in {', '.join(built)}: build again, and publish.")
    click.echo("What was published before may be in archives and caches of others.")


def _lines(noun: str, more: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo(f"{counted(len(lines), noun)}{more}:")
        for line in lines[:_MOST]:
            click.echo(f"  {shell.printable(line)}")
        if len(lines) > _MOST:
            click.echo(f"  and {len(lines) - _MOST} more")


def _with(tree: Mapping[str, bytes], changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    return {path: data for path, data in {**tree, **changes}.items() if data is not None}
