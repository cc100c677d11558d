"""`lock`: write what a build needs from the texts, for repositories without them."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from mkdocs_briefings import lock_proof
from mkdocs_briefings.cli import shell
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.lock import replacement
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.parse.file import lock_path

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.files.desk import LockedDesk
    from mkdocs_briefings.model.settings import Settings


@click.command(short_help="Write what a build needs from texts that may not be public.")
@click.option("--check", is_flag=True, help="Write nothing; fail if the lock is out of date.")
@click.option(
    "--context",
    type=click.IntRange(0, 100),
    help="Words to include on either side of each passage; by default as in the present lock, or none.",
)
@click.pass_obj
def lock(root: Path, check: bool, context: int | None) -> None:
    """Write what a build without the texts needs from them. No word is included that is not cited.

    Run it where the texts are. The desk must have no errors. A test build proves that the lock gives the same pages.
    """
    settings = shell.settings(root)
    with nullcontext() if check else shell.changing(root, settings) as desk:
        _lock(root, settings, context, desk)


def _lock(root: Path, settings: Settings, context: int | None, desk: LockedDesk | None) -> None:
    """Write the lock into a desk; without one, only fail if it is out of date."""
    tree, _ = read(root, settings)
    name = lock_path(settings)
    if context is None:
        context = replacement.read(tree, settings, ()).context
    if not any(path.startswith(f"{settings.seeds_dir}/") for path in tree):
        shell.fail(f"{root / settings.seeds_dir}: there is no text here; run this where the texts are")
    site = shell.sound(root, locked=False)
    try:
        with collector.uncollected():
            made = lock_proof.lock(site.tree, site.settings, context)
    except lock_proof.LockError as error:
        shell.fail(str(error))
    held = counted(len(site.result.corpus.sources), "source")
    if tree.get(name, b"").replace(b"\r\n", b"\n") == made:  # as git may have checked it out
        click.echo(f"{root / name}: up to date, {held}")
    elif desk is None:
        shell.fail(f"{root / name} is out of date; run `briefings lock`")
    else:
        path = root / name
        if not path.resolve().is_relative_to(root.resolve()):
            shell.fail(f"{path}: leads out of the site folder")
        shell.refuse(desk.change([FileChange(path, tree.get(name), made)]))
        click.echo(f"{path} written, {held}; commit it with the briefings")
