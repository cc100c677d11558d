"""`status`: what a desk has still to do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.model import baseline
from mkdocs_briefings.report.desk_status import desk_status

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 10
"""Tasks of a kind that are printed without `--all`."""


@click.command(short_help="Show what the desk has still to do.")
@click.option("--all", "everything", is_flag=True, help=f"Print all tasks, not {_SHOWN} of each kind.")
@shell.format_option
@click.pass_obj
def status(root: Path, everything: bool, format_: str) -> None:
    """Show what the desk has still to do, and what mends each: drafts, weak briefings, unused articles, overdue days.

    Drafts are counted, too. With errors, what could be read is shown; `briefings check` tells the errors.
    """
    site = shell.opened(root, preview=True)
    errors = sum(one.is_error for one in site.problems)
    frozen = baseline.frozen_lines(site.tree, site.settings)
    found = desk_status(site.result.corpus, site.result.derived, frozen, site.result.ledgers)
    if format_ == "json":
        made = {one.key: [asdict(task) for task in one.tasks] for one in found}
        click.echo(shell.as_json({"errors": errors, **made}))
        return
    if errors:
        click.echo(f"{shell.counted(errors, 'error')}: run `briefings check`\n")
    for one in found:
        click.echo(f"{one.title}: {len(one.tasks) or 'none'}")
        shown = one.tasks if everything else one.tasks[:_SHOWN]
        for task in shown:
            click.echo(shell.printable(f"  {task.at}: {task.why}\n    → {task.mend}"))
        if left := len(one.tasks) - len(shown):
            click.echo(f"  … {left} more; --all prints them")
