"""`add`: make sources of saved articles."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.add_article import add_article
from mkdocs_briefings.cli.add_article import day as day_of
from mkdocs_briefings.cli.add_report import FileOutcome, report
from mkdocs_briefings.cli.add_run import AddRun
from mkdocs_briefings.cli.add_source import outlets_file
from mkdocs_briefings.cli.inbox import Candidate, candidates
from mkdocs_briefings.files.reader import lies_elsewhere, read
from mkdocs_briefings.files.unsettled import watched
from mkdocs_briefings.intake.article import Article, UnreadableError
from mkdocs_briefings.intake.extraction import extract
from mkdocs_briefings.intake.holdings import holdings
from mkdocs_briefings.intake.web_archive import article as archived
from mkdocs_briefings.model import web_address
from mkdocs_briefings.parse.schema import ID_PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.model.settings import Settings

_MOST_ASKED = 5
"""For more files than these nobody wants to answer questions; what is missing is listed."""


@click.command(short_help="Add saved articles to seeds/, sealed.")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(exists=True, path_type=Path)
)
@click.option("--title", help="The headline.")
@click.option("--publisher", help="The name or id of the publisher, or `not stated`.")
@click.option(
    "--published",
    metavar="DATE",
    help="Date of publication: 2026-03-04, 2026-03, 2026-03-01..2026-03-04 or `not stated`.",
)
@click.option("--address", help="The web address.")
@click.option("--author", help="The author as printed.")
@click.option("--lang", help="The language, such as `de` or `pt-BR`; English by default.")
@click.option("--captured", metavar="DATE", help="The day it was captured.")
@click.option("--id", "id_", default="", help="A short id to cite it by.")
@click.option(
    "--encoding",
    default="",
    help="The encoding of files that declare none and are not UTF-8, such as cp1252.",
)
@click.option(
    "--anyway", is_flag=True, help="Add an article even if it is nearly the same as an existing source."
)
@click.option(
    "--update",
    is_flag=True,
    help="Change the front matter of articles that are there already to what a corrected table says; shown first.",
)
@click.option("--yes", is_flag=True, help="Ask nothing; add unknown publishers to entities/outlets.yml.")
@click.pass_obj
def add(  # noqa: PLR0913, an option for each field
    root: Path,
    /,
    files: tuple[Path, ...],
    id_: str,
    encoding: str,
    anyway: bool,
    yes: bool,
    update: bool,
    **given: str | None,
) -> None:
    """Add saved articles to seeds/, sealed: web pages, PDF, text and others, folders and tables of them.

    Read are HTML, MHTML, Safari's archives, PDF, Word (DOCX), EPUB, mails (EML), text, Markdown, and each page of a
    web archive (WARC, WACZ).

    A table has the columns file, id, title, publisher, date, address, author, lang, captured and anyway; only file is
    required, relative to the table. RIS, BibTeX and CSL-JSON lists are read with the files attached to their
    references. Nothing is downloaded. Articles that are sources already are left alone, so an
    interrupted run can simply be repeated.
    """
    metadata = _checked({name: value.strip() for name, value in given.items() if value and value.strip()})
    for noisy in ("trafilatura", "pypdf"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    _require_encoding(encoding)
    settings = shell.settings(root)
    _require_desk(root, settings)
    found = candidates(files, metadata, encoding)
    if id_ and (len(found.candidates) != 1 or not re.match(ID_PATTERN, id_)):
        shell.fail("--id works with a single file only, and takes letters, digits and hyphens")
    with shell.changing(root, settings) as door:
        tree, _ = read(root, settings)
        run = AddRun(
            root, door, settings, holdings(tree, settings), anyway, yes, asks() and not yes, update, id_
        )
        run.rows.extend(FileOutcome(path, "", why) for path, why in found.refused)
        run.rows.extend(FileOutcome(path, "", why, "skipped") for path, why in found.passed)
        try:
            _add_all(run, found.candidates, encoding)
        except (KeyboardInterrupt, click.Abort):
            run.rows.append(FileOutcome(Path("…"), "", "interrupted; run the same command again to continue"))
        except OSError as error:
            run.rows.append(FileOutcome(Path(error.filename or root), "", error.strerror or str(error)))
    report(run.rows, outlets_file(run), run.outlets.values(), run.unknown.values())
    sys.exit(1 if any(row.status == "refused" for row in run.rows) else 0)


def _add_all(run: AddRun, found: Sequence[Candidate], encoding: str) -> None:
    """Write each article before the next is read, so that whoever interrupts it keeps all that came before."""
    few = len(found) <= _MOST_ASKED
    run.bar.disable = few or not run.bar.console.is_terminal
    with run.bar:
        task = run.bar.add_task("adding", total=len(found))
        for one in found:
            add_article(run, one, _extracted(one, encoding), asks=few)
            run.bar.advance(task)


def asks() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty()


def _checked(metadata: dict[str, str]) -> dict[str, str]:
    for name in ("published", "captured"):
        if name in metadata:
            day = day_of(metadata[name], not_stated=name == "published")
            if not day:
                shell.fail(f"--{name}: `{metadata[name]}` is not a date; write it as 2026-03-04")
            metadata[name] = day
    if "address" in metadata and (why := web_address.fault(metadata["address"])):
        shell.fail(f"--address: it {why}")
    return metadata


def _require_encoding(name: str) -> None:
    try:
        b" ".decode(name or "utf-8")
    except UnicodeError:
        return  # it has more bytes to a letter
    except (LookupError, ValueError):
        shell.fail(f"--encoding: `{name}` is not a known encoding; try cp1252, gb18030 or shift_jis")


def _require_desk(root: Path, settings: Settings) -> None:
    folder = root / settings.seeds_dir
    if not folder.is_dir() and not (root / settings.briefings_dir).is_dir():
        shell.fail(
            f"{root}: there is no `{settings.seeds_dir}/` here; name a desk with --root DIR, or make one with `briefings init DIR`"
        )
    for inner in (settings.seeds_dir, settings.briefings_dir):
        chosen = inner == settings.seeds_dir and lies_elsewhere(inner)
        if not chosen and not (root / inner).resolve().is_relative_to(root.resolve()):
            shell.fail(f"{root / inner}: leads out of the site folder")
        if chosen and not (root / inner).is_dir():
            shell.fail(
                f"{root / inner}: this folder is missing; it is outside the site folder, so create it yourself"
            )


def _extracted(one: Candidate, encoding: str) -> Article | str:
    """Return the article of a file, or say why there is none."""
    try:
        if why := watched([one.path]).get(one.path):
            return why
        if one.capture is not None:
            return archived(one.capture)
        return extract(one.path.name, one.path.read_bytes(), encoding)
    except UnreadableError as error:
        return str(error)
    except OSError as error:
        return error.strerror or str(error)
