"""`diff`: report what a change does, for its reviewer."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.side import side
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.git import RevisionError, prefix
from mkdocs_briefings.files.snapshot import snapshot
from mkdocs_briefings.files.writer import write_whole
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import below
from mkdocs_briefings.report.sarif import sarif
from mkdocs_briefings.review.bounded import LEAST
from mkdocs_briefings.review.comparison import compare, new_problems
from mkdocs_briefings.review.edition import edition
from mkdocs_briefings.review.json_report import as_json
from mkdocs_briefings.review.markdown_report import markdown

if TYPE_CHECKING:
    from mkdocs_briefings.build import Memo

MOST = 60_000
"""Bytes of a comment: GitHub takes 65,536 characters, and whoever posts it adds a line."""
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\|\"'`]+")


def _address(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not _ADDRESS.fullmatch(value):
        raise click.BadParameter("write an address that begins with http:// or https://")
    return value


@click.command(short_help="Report what a change does, each sentence beside its passage.")
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["markdown", "json", "github", "sarif"]),
    default="markdown",
    help="The report, the new problems as GitHub annotations, or all problems of HEAD as SARIF.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option(
    "--preview-url", default="", callback=_address, help="The address of a built preview of HEAD, for links."
)
@click.option(
    "--most",
    type=int,
    default=MOST,
    show_default=True,
    help="Maximum size of the Markdown in bytes; what does not fit is summarised. 0 for no limit.",
)
@click.pass_obj
def diff(root: Path, /, base: str, head: str | None, most: int, preview_url: str, **written: Any) -> None:
    """Report what a change does: each changed sentence beside its passage, what moved, what is wrong.

    BASE and HEAD are folders or git revisions; without HEAD, the site folder as it is now. Both are read as data:
    nothing is checked out and none of their code is run. Drafts are compared too.
    """
    if most and most < LEAST:
        raise click.BadParameter(f"at least {LEAST}, or 0 for no limit", param_hint="--most")
    memos: dict[str, Memo] = {}
    try:
        sides = side(snapshot(root, base), base), side(snapshot(root, head), head or str(root))
    except RevisionError as error:
        shell.fail(str(error))
    with collector.uncollected():
        one, two = (edition(one, memos) for one in sides)
    match written["format_"]:
        case "json":
            text = as_json(compare(one, two))
        case "sarif":
            text = f"{sarif(below(prefix(root), two.problems))}\n"
        case "github":
            found = below(prefix(root), new_problems(one, two))
            text = "".join(f"{line}\n" for line in printing.github(found).splitlines())
        case _:
            text = markdown(compare(one, two), preview=preview_url, most=most or None)
    text = text.encode(errors="backslashreplace").decode()
    output: Path | None = written["output"]
    if output:
        write_whole(output, text.encode(), durable=False)
    else:
        click.echo(text, nl=False)
    sys.exit(1 if any(found.problem.is_error for found in two.problems) else 0)
