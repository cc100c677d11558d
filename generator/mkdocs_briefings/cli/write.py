"""`write` and `schema`: write pages or JSON Schemas into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.files.kernel_lock import locked
from mkdocs_briefings.files.temporary import clear
from mkdocs_briefings.files.writer import write_whole
from mkdocs_briefings.parse.jsonschema import schemas
from mkdocs_briefings.report.summary import basis, summary


@click.command(short_help="Write all pages as Markdown into DIR.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--preview", is_flag=True, help="Include drafts and the whole text of every source.")
@click.pass_obj
def write(root: Path, folder: Path, preview: bool) -> None:
    """Write all pages as Markdown into DIR, to read as they are or to build with another site builder.

    Feeds, calendars and other files for programs are written beside them.
    """
    settings = shell.settings(root)
    target = folder.resolve()
    homes = [(root / name).resolve() for name in (settings.briefings_dir, settings.seeds_dir)]
    if target == root.resolve() or any(target.is_relative_to(home) for home in homes):
        shell.fail(f"{folder}: the pages would be mixed with the files of the desk; choose a separate folder")
    site = shell.sound(root, preview=preview)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(
        folder, lambda: shell.say(f"{folder}: another command writes there: waiting until it is done")
    ):
        clear([folder])
        made = {page.path: page.text().encode() for page in site.result.pages}
        for name, data in {**made, **site.result.outputs}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data, durable=False)
    click.echo(f"{summary(site.result)}; {basis(site.result)}")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of all kinds of files into DIR."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write_whole(folder / name, text.encode())
        click.echo(folder / name)
