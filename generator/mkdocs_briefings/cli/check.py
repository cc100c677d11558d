"""`check`, `explain` and `baseline`: report what is wrong with the desk and explain it."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click
from rapidfuzz import process
from rich.console import Console

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.wordings import advice
from mkdocs_briefings.derive.version_content import changed
from mkdocs_briefings.edit.fixes import fixed
from mkdocs_briefings.edit.migration import migrated, schema_paths
from mkdocs_briefings.edit.schema_folders import schema_folders
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.files.editor_ids import refresh_editor_ids
from mkdocs_briefings.files.git import prefix
from mkdocs_briefings.files.reader import is_file
from mkdocs_briefings.messages.message import messages_of
from mkdocs_briefings.model import baseline, desk_format
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import below
from mkdocs_briefings.report.sarif import sarif
from mkdocs_briefings.rules.catalogue import ALL

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.cli.site import Site
    from mkdocs_briefings.files.desk import LockedDesk


_NAMED = 5
"""Ids that a line of advice names."""


@click.command(short_help="Report everything that is wrong with the desk.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="Text for people, GitHub annotations, JSON or SARIF.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="First fix what has exactly one safe remedy, such as a missing seal or an unquoted colon.",
)
@click.option(
    "--doubts",
    is_flag=True,
    help="Report what a reviewer should look at, too: doubts about meaning, which never fail a check.",
)
@click.pass_obj
def check(root: Path, strict: bool, format_: str, fix: bool, doubts: bool) -> None:
    """Check the whole desk and report everything that is wrong at once."""
    with shell.changing(root, shell.settings(root)) if fix else nullcontext() as desk:
        site = shell.opened(root)
        located = site.located()
        # A fix may uncover one more problem: a source can be sealed once its YAML can be read.
        for _ in range(2 if desk else 0):
            changes, told = fixed(site.tree, [one.problem for one in located], site.settings)
            if desk is None or not changes:
                break
            todo = [FileChange(root / path, site.tree.get(path), data) for path, data in changes.items()]
            shell.refuse(desk.change(todo))
            for line in told:
                click.echo(f"fixed: {line}", err=format_ != "text")
            site = shell.opened(root)
            located = site.located()
        if desk:
            site = _migrated(root, desk, site, err=format_ != "text")
    refresh_editor_ids(root, site.result.corpus)
    errors = sum(one.problem.is_error for one in located)
    faulty = bool(errors or (strict and located))
    warnings = len(located) - errors
    if doubts:
        located = [*site.doubts(), *located]
    if format_ == "json":
        click.echo(printing.as_json(located))
    elif format_ == "sarif":
        click.echo(sarif(below(prefix(root), located)))
    elif format_ == "github":
        click.echo(printing.github(below(prefix(root), located)), nl=bool(located))
    else:
        printing.people(located, Console(highlight=False))
        click.echo(shell.verdict(site, errors, warnings))
        asked = (
            desk_format.advice(site.settings.desk_format),
            advice(site.settings.language, messages_of(site.settings.language, site.result.own)),
            _unrecorded(site) if not errors else "",
        )
        for one in filter(None, asked):
            shell.say(one)
    sys.exit(1 if faulty else 0)


def _unrecorded(site: Site) -> str:
    """Say which briefings changed since their newest version, on a desk that records versions."""
    known = site.result.ledgers
    ids = [one.briefing for one in changed(site.result.corpus, known)] if known else []
    if not ids:
        return ""
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    named = ", ".join(f"`{id_}`" for id_ in ids[:_NAMED])
    return (
        f"{shell.counted(len(ids), 'briefing')} changed since the newest version ({named}{more}): "
        "run `briefings release` when you publish"
    )


def _migrated(root: Path, desk: LockedDesk, site: Site, *, err: bool) -> Site:
    """Bring the desk to the present format, if it has an older one."""
    if not desk_format.advice(site.settings.desk_format):
        return site
    config = root / "mkdocs.yml"
    vscode = root / ".vscode/settings.json"
    heads = {path: data[:1_000].decode("utf-8", "replace") for path, data in site.tree.items()}
    folders = schema_folders(heads, vscode.read_text("utf-8", "replace") if is_file(vscode) else "")
    paths = {name: root / name for name in schema_paths(folders)}
    there = {name: path.read_bytes() for name, path in paths.items() if is_file(path)}
    before = config.read_bytes()
    text, changed = migrated(before.decode("utf-8"), there)
    if text is None:
        shell.say(
            f"{config}: write `format: {desk_format.FORMAT}` below `briefings` by hand: its plugins cannot be read"
        )
    made = {config: (before, before if text is None else text.encode())}
    made |= {root / name: (there[name], data) for name, data in changed.items()}
    shell.refuse(desk.change([FileChange(path, read, data) for path, (read, data) in made.items()]))
    for path, (read, data) in made.items():
        if read != data:
            click.echo(f"fixed: {path.relative_to(root).as_posix()}: format {desk_format.FORMAT}", err=err)
    return shell.opened(root)


@click.command(short_help="Explain a CODE, with an example and a remedy.")
@click.argument("code", metavar="CODE")
def explain(code: str) -> None:
    """Explain a CODE: what it finds, why it matters, an example, what to do."""
    rule = ALL.get(code.strip("[] ").lower())
    if rule is None:
        near = [found[0] for found in process.extract(code.lower(), sorted(ALL), limit=3, score_cutoff=55)]
        hint = f"; did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
        shell.say(f"there is no code `{code}`{hint}. A check prints the code of each problem in brackets.")
        sys.exit(2)
    click.echo(f"{rule.code} ({rule.severity.value})\n\n{rule.what} {rule.why}\n")
    click.echo(f"Example: {rule.example}\n\nWhat to do: {rule.remedy}")


@click.command("baseline", short_help="Freeze today's warnings, so that only new ones are reported.")
@click.pass_obj
def freeze(root: Path) -> None:
    """Freeze today's warnings, so that only new ones are reported from now on."""
    with shell.changing(root, shell.settings(root)) as desk:
        site = shell.opened(root)
        name = baseline.path(site.settings)
        path = root / name
        text = baseline.write(site.problems)
        frozen = sum(not line.startswith("#") for line in text.splitlines())
        shell.refuse(desk.change([FileChange(path, site.tree.get(name), text.encode() if frozen else None)]))
    click.echo(
        f"{shell.counted(frozen, 'warning')} frozen in {path}"
        if frozen
        else "there are no warnings to freeze, so there is no baseline"
    )
