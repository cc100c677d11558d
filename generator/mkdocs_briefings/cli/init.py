"""`init` and `new`: make a new desk, or a new briefing."""

from __future__ import annotations

import os
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit import new_desk
from mkdocs_briefings.files.desk import FileChange, LockedDesk
from mkdocs_briefings.files.installed import Requirement, files, origin
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.report import printing

if TYPE_CHECKING:
    from collections.abc import Mapping


_IN_ANY_SITE = (
    "seeds/",
    "briefings/",
    "schema/",
    ".vscode/",
    ".cache/",
    ".gitattributes",
    ".gitignore",
    "vendor/",
)
"""What a site that is there already gets; how it is built and published, and its pages, are its own."""
_LAST = ("requirements.lock", "requirements.txt", "mkdocs.yml")
"""What is written when all else is there: without them, a run that was interrupted begins as a new desk."""


def _line(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and (not value.strip() or len(value.splitlines()) > 1):
        raise click.BadParameter("write a single line, as in requirements.txt")
    return value


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The name of the site; by default made from DIR.")
@click.option(
    "--requirement",
    callback=_line,
    help="What pip installs to get this program; by default what is installed here.",
)
@click.option(
    "--texts",
    type=click.Choice(["public", "private"]),
    help="Whether the texts of the articles may be in the repository. By default you are asked; without a terminal "
    "they are private, which keeps them out of git.",
)
def init(folder: Path, name: str | None, requirement: str | None, texts: str | None) -> None:
    """Make a desk in DIR, or add one to the MkDocs site there. No existing file is overwritten."""
    if (folder / "mkdocs.yaml").is_file() and not (folder / "mkdocs.yml").exists():
        shell.fail(f"{folder / 'mkdocs.yaml'}: rename it to mkdocs.yml first; briefings reads that name only")
    config = folder / "mkdocs.yml"
    is_site = config.exists()
    title = " ".join((name or _spoken(folder)).split()) or "Briefings"
    program = Requirement(requirement, "as you asked") if requirement else origin()
    if program is None:
        shell.fail(
            "this program is not installed as a package; use --requirement to say what pip should install"
        )
    has_program = _names_the_program(folder / "requirements.txt", is_site=is_site)
    starter = {path: data.decode() for path, data in files(resources.files("mkdocs_briefings") / "starter")}
    made = new_desk.files(starter, title, program.requirement)
    if program.file and not has_program:
        made |= [program.file]
    plugin = _with_plugin(config) if is_site else None
    private = _are_private(texts, is_again=plugin is not None and plugin.read == plugin.data)
    if private:
        made[".gitignore"] = new_desk.with_lines(made[".gitignore"].decode(), new_desk.PRIVATE).encode()
    folder.mkdir(parents=True, exist_ok=True)
    homes = {path.split("/")[0] for path in made if "/" in path}
    with shell.changing(folder, Settings(), sorted(homes)) as desk:
        if is_site:
            made = {path: data for path, data in made.items() if path.startswith(_IN_ANY_SITE)}
        kept = _write_what_is_missing(desk, folder, made)
        if ".gitignore" in kept and (is_site or private):
            _add_ignored(desk, folder / ".gitignore", private=private)
        if plugin:
            _add_plugin(desk, plugin)
    if not has_program:
        who = "What builds this site must install" if is_site else "requirements.txt installs"
        click.echo(f"{who} `{program.requirement}`: {program.reason}.")
    problems = shell.opened(folder).located()
    if problems:
        click.echo("\nFix these problems before you build:")
        click.echo(printing.plain(problems))
    _say_what_is_next(folder, is_site=is_site, private=private)
    sys.exit(1 if any(one.problem.is_error for one in problems) else 0)


def _names_the_program(requirements: Path, *, is_site: bool) -> bool:
    """Return whether a folder says already how it gets the program; the file of any other site may be about other things."""
    return requirements.is_file() and (not is_site or new_desk.PLUGIN.encode() in requirements.read_bytes())


def _write_what_is_missing(desk: LockedDesk, folder: Path, made: Mapping[str, bytes]) -> list[str]:
    """Write files, but over none; gives those that were there."""
    kept = []
    for path, data in sorted(made.items(), key=lambda item: _LAST.index(item[0]) if item[0] in _LAST else -1):
        target = folder / path
        if not target.resolve().is_relative_to(folder.resolve()):
            shell.fail(f"{target}: leads out of {folder}")
        if os.path.lexists(target):
            kept.append(path)
            continue
        try:
            desk.create(target, data)
        except FileExistsError:
            kept.append(path)
        else:
            click.echo(f"made {target}")
    if kept:
        click.echo(f"left as they were: {', '.join(kept)}")
    return kept


def _spoken(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _with_plugin(config: Path) -> FileChange:
    """Return an mkdocs.yml with the plugin; the same again if it is there."""
    data = config.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        shell.fail(f"{config} is not UTF-8")
    made = new_desk.with_plugin(text)
    if made not in (None, text):
        made = new_desk.with_format(made or "") or made
    if made is None:
        shell.fail(
            f"{config}: its list of plugins cannot be read. Nothing was changed; "
            "add `briefings` to `plugins:` by hand and run this again"
        )
    return FileChange(config, data, made.encode())


def _add_plugin(desk: LockedDesk, plugin: FileChange) -> None:
    """Add the plugin, when all else is there: from then on the site is a desk."""
    if plugin.read == plugin.data:
        click.echo(f"{plugin.path} already has the plugin")
    else:
        shell.refuse(desk.change([plugin]))
        click.echo(f"added the plugin to {plugin.path}")


def _are_private(texts: str | None, *, is_again: bool) -> bool:
    """Return whether to keep the texts out of the repository; ask where there is somebody to answer."""
    if texts is None and is_again:
        return False  # whoever made the folder has decided
    if texts is None and sys.stdin.isatty():
        return not click.confirm(
            "The articles belong to their publishers. May their whole texts be in the repository, and public if it is?"
        )
    return texts != "public"


def _add_ignored(desk: LockedDesk, path: Path, *, private: bool) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8", "surrogateescape")
    lines = new_desk.unignored(text, private=private)
    if lines:
        made = new_desk.with_lines(text, lines).encode("utf-8", "surrogateescape")
        shell.refuse(desk.change([FileChange(path, data, made)]), together=False)
        click.echo(f"added to {path}: {', '.join(lines)}")


def _say_what_is_next(folder: Path, *, is_site: bool, private: bool) -> None:
    if is_site:
        click.echo(
            "\nThe generated pages are not in the navigation. If mkdocs.yml has a `nav`, add those that readers should see:\n"
            f"{'  - Overview: overview.md' + chr(10) if shell.settings(folder).own_home else ''}"
            "  - Briefings: briefings/index.md\n  - Timeline: timeline.md\n  - Entities: entities/index.md\n"
            "  - Sources: sources/index.md\nThe pages are made for the theme `material`."
        )
    if private:
        click.echo(
            "\nThe texts in seeds/ stay out of git (.gitignore). Run `briefings lock` before you commit: "
            "it writes what a build elsewhere needs of them.\n"
            "If they may be public, take the lines with /seeds/ out of .gitignore."
        )
    there = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    click.echo(
        f"\nNext:\n{there}  briefings add FILE…      saved articles: text, HTML, PDF, a folder, a table\n"
        "  briefings new SOURCE     a draft briefing to edit\n  mkdocs serve             a preview while you type"
    )
