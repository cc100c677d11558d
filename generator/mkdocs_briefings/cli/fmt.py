"""`fmt`: format the YAML of the desk."""

from __future__ import annotations

import difflib
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.files.reader import below, is_file, lies_elsewhere
from mkdocs_briefings.parse.file import model_of
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate

if TYPE_CHECKING:
    from mkdocs_briefings.edit.format import Model
    from mkdocs_briefings.model.settings import Settings


@click.command("fmt", short_help="Format YAML; meaning and comments stay.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; list the files that are not formatted, and fail if there are any.",
)
@click.option(
    "--diff", is_flag=True, help="Write nothing; show what would change, and fail if anything would change."
)
@click.pass_obj
def format_(root: Path, files: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Format YAML: order of keys, folded texts, no needless quotation marks.

    FILES are files in briefings/ and seeds/, all by default. Meaning and comments stay. In a source, only the
    front matter is formatted. A file with a syntax error is left as it is.
    """
    settings = shell.settings(root)
    dry = check or diff
    left = 0
    changes: list[FileChange] = []
    refused: dict[Path, str] = {}
    with nullcontext() if dry else shell.changing(root, settings) as desk:
        todo = _named(root, files, settings) if files else _all(root, settings)
        for path, (name, model) in todo.items():
            data = path.read_bytes()
            try:
                made = format_file(name, data, model)
            except UnformattableError as error:
                left += 1
                _tell(path, name, data, error)
                continue
            if made == data:
                continue
            changes.append(FileChange(path, data, made))
            if diff:
                click.echo(_difference(name, data, made), nl=False)
            elif check:
                click.echo(f"{path}: not formatted")
        if desk is not None:
            refused = desk.change(changes, together=False)
            for change in changes:
                if change.path not in refused:
                    click.echo(f"{change.path}: formatted")
    changed = len(changes) - len(refused)
    one = "" if changed == 1 else "s"
    done = f"{changed} file{one} {'would change' if dry else 'formatted'}" if changed else "nothing to format"
    click.echo(f"{done}{f', {left} left unchanged' if left else ''}.", err=diff)
    shell.refuse(refused, together=False)
    sys.exit(1 if left or (dry and changed) else 0)


def _all(root: Path, settings: Settings) -> dict[Path, tuple[str, Model]]:
    found = {}
    for folder in (settings.briefings_dir, settings.seeds_dir):
        chosen = folder == settings.seeds_dir and lies_elsewhere(folder)
        home = (root / folder if chosen else root).resolve()
        for path in below(root / folder):
            name = path.relative_to(root).as_posix()
            model = model_of(name, settings)
            if model and is_file(path) and path.resolve().is_relative_to(home):
                found[path] = name, model
    return found


def _named(root: Path, files: tuple[Path, ...], settings: Settings) -> dict[Path, tuple[str, Model]]:
    homes = {root.resolve(): ""}
    if lies_elsewhere(settings.seeds_dir):
        homes[(root / settings.seeds_dir).resolve()] = f"{settings.seeds_dir}/"
    found = {}
    for path in files:
        real = path.resolve()
        names = (
            above + real.relative_to(home).as_posix()
            for home, above in homes.items()
            if real.is_relative_to(home)
        )
        name = next(names, "")
        model = model_of(name, settings)
        if model is None:
            shell.fail(
                f"{path} is not a file with YAML in {settings.briefings_dir}/ or {settings.seeds_dir}/"
            )
        found[path] = name, model
    return found


def _tell(path: Path, name: str, data: bytes, error: UnformattableError) -> None:
    if error.problems:
        printing.people(locate(error.problems, {name: data}), Console(highlight=False, stderr=True))
    click.echo(f"{path}: left unchanged: {error}", err=True)


def _difference(name: str, data: bytes, made: bytes) -> str:
    before, after = (one.decode("utf-8").splitlines(keepends=True) for one in (data, made))
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in difflib.unified_diff(before, after, name, name)
    )
