"""`digest`: what is new, or one briefing, as one HTML page for a mail."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.files.writer import write_whole
from mkdocs_briefings.outputs.mail_page import DAYS, FIRST_DAY, last_day, one_briefing, what_is_new

MOST_DAYS = 3660


@click.command(short_help="Write what is new as one HTML page for a mail.")
@click.argument("briefing", metavar="[BRIEFING]", required=False)
@click.option(
    "--days",
    metavar="N",
    type=click.IntRange(1, MOST_DAYS),
    default=DAYS,
    show_default=True,
    help="How many days back.",
)
@click.option("--until", metavar="DAY", help="The last day; without it the latest on which anything is new.")
@click.option(
    "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write into FILE."
)
@click.pass_obj
def digest(root: Path, briefing: str | None, days: int, until: str | None, output: Path | None) -> None:
    """Write what is new, or one BRIEFING, as one HTML page for a mail or another site: inline styles, no script."""
    site = shell.sound(root)
    publication = site.result.publication
    if not publication.settings.address:
        shell.fail("the links of a mail need the address of the site: set `site_url` in mkdocs.yml")
    if briefing is not None:
        found = publication.corpus.briefings.get(briefing)
        if found is None:
            shell.fail(f"there is no published briefing `{briefing}`")
        text = one_briefing(publication, found)
    else:
        last = _day(until) if until else last_day(publication)
        if last is None:
            shell.fail("nothing has a date yet")
        text = what_is_new(publication, last - dt.timedelta(days=days), last)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text.encode())


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = dt.date.min
    if day < FIRST_DAY + dt.timedelta(days=MOST_DAYS):
        raise click.BadParameter(f"`{text}` is not a day; write 2026-01-24", param_hint="--until")
    return day
