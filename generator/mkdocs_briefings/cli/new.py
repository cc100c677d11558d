"""`new`: write a draft briefing from sources."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.build import build
from mkdocs_briefings.cli import shell
from mkdocs_briefings.intake import draft
from mkdocs_briefings.intake.holdings import holdings
from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs_briefings.cli.site import Site
    from mkdocs_briefings.files.desk import LockedDesk
    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.model.problem import Problem


@click.command(short_help="Write a draft briefing from SOURCE….")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--title", help="The bottom line in one line; by default the title of the first source.")
@click.option(
    "--date", "day", metavar="DATE", help="The date of the development: 2026-03-04, 2026-03 or 2026."
)
@click.option("--claims", is_flag=True, help="Add a claim for each sentence, with its quotation filled in.")
@click.pass_obj
def new(root: Path, sources: tuple[str, ...], title: str | None, day: str | None, claims: bool) -> None:
    """Write a draft briefing from SOURCE… that passes the check and is ready to be edited."""
    with shell.changing(root, shell.settings(root)) as desk:
        _new(root, desk, sources, title, day, claims=claims)


def _new(  # noqa: PLR0913, an option each
    root: Path,
    desk: LockedDesk,
    sources: tuple[str, ...],
    title: str | None,
    day: str | None,
    *,
    claims: bool,
) -> None:
    site = shell.opened(root, preview=True)
    known = site.result.corpus.sources
    for id_ in sources:
        if id_ not in known:
            shell.fail(f"there is no source `{id_}`; known are: {', '.join(sorted(known)) or 'none'}")
    used = [known[id_] for id_ in dict.fromkeys(sources)]
    words = " ".join((title or draft.title(used)).split())
    if not words:
        shell.fail("the source has no title; give the briefing one with --title")
    if day is not None and not (dates.is_date(day) and draft.point(day)):
        shell.fail(f"--date: `{day}` is not a day, month or year; write 2026-03-04, 2026-03 or 2026")
    date = draft.point(day) if day else draft.day(used)
    folder = root / site.settings.briefings_dir
    path = folder / draft.file_name(
        date, words, holdings(site.tree, site.settings).ids, site.settings.language
    )
    absent = [source.id for source in used if claims and source.outline is not None]
    if absent:
        shell.fail(f"--claims: the text of `{absent[0]}` is missing here")
    schema = shell.schema_line(root, site.settings, path, "briefing.json")
    name = path.relative_to(root).as_posix()
    made, is_barest = _sound_draft(site, used, name, words, schema, claims=claims)
    if os.path.lexists(path):
        shell.fail(f"{path} already exists")
    if not folder.resolve().is_relative_to(root.resolve()):
        shell.fail(f"{folder}: leads out of the site folder")
    try:
        desk.create(path, made.encode())
    except FileExistsError:
        shell.fail(f"{path} already exists")
    if title and is_barest:
        shell.say("the text of the sources does not support this title; the draft keeps it as a comment")
    click.echo(
        f"{path}: draft written. Write the summary and run `briefings check`; to publish it, remove the line `status: draft`"
    )


def _sound_draft(  # noqa: PLR0913, what it is made of
    site: Site, used: Sequence[Source], name: str, words: str, schema: str, *, claims: bool
) -> tuple[str, bool]:
    """Return the best draft that passes the check, and whether it is the barest, without the title."""
    corpus, coverage = site.result.corpus, site.result.derived.coverage
    offered = draft.claims(used, coverage, corpus) if claims else ""
    *better, barest = draft.drafts(used, offered, words, schema)
    places = [one.place.loc for one in _errors(site, name, barest)] if claims else []
    faulty = frozenset(str(loc[1]) for loc in places if loc[:1] == ("claims",))
    if faulty:
        offered = draft.claims(used, coverage, corpus, faulty)
        *better, barest = draft.drafts(used, offered, words, schema)
        shell.say(f"left out, because they would not pass the check: {', '.join(sorted(faulty))}")
    sound = next((one for one in better if not _errors(site, name, one)), barest)
    return sound, sound == barest


def _errors(site: Site, name: str, text: str) -> list[Problem]:
    """Return what the check would refuse in a briefing beside all that is there."""
    found = build({**site.tree, name: text.encode()}, site.settings).problems
    return [one for one in found if one.is_error and one.place.path == name]
