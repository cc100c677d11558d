"""`edition`: a briefing, a storyline or all that is published as one PDF."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.files.writer import write_whole
from mkdocs_briefings.mkdocs.fonts import FOLDER, THEME
from mkdocs_briefings.outputs.edition_style import FONTS, SCHEME
from mkdocs_briefings.outputs.edition_text import edition_html, of_all, of_briefing, of_storyline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.outputs.edition_text import EditionChoice
    from mkdocs_briefings.outputs.publication import Publication

_EXTRA = "editions are made with WeasyPrint: install it with `pip install mkdocs-briefings[edition]`"
_PANGO = "WeasyPrint does not find Pango: install it, on Debian with `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`"


class UnreadyError(Exception):
    """What makes a PDF is not installed."""


@click.command(short_help="Write briefings as one PDF.")
@click.argument("briefing", metavar="[BRIEFING]", required=False)
@click.option("--storyline", metavar="ID", help="A storyline with its briefings.")
@click.option("--all", "all_", is_flag=True, help="All that is published.")
@click.option(
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into FILE.",
)
@click.pass_obj
def edition(root: Path, briefing: str | None, storyline: str | None, all_: bool, output: Path) -> None:
    """Write a BRIEFING, a storyline or all that is published as one PDF: with bookmarks, notes, who is who, sources."""
    if sum((briefing is not None, storyline is not None, all_)) != 1:
        raise click.UsageError("name one: a BRIEFING, --storyline ID or --all")
    publication = shell.sound(root).result.publication
    chosen = _chosen(publication, briefing, storyline)
    try:
        data = pdf(edition_html(publication, chosen))
    except UnreadyError as error:
        shell.fail(str(error))
    write_whole(output, data)


def _chosen(publication: Publication, briefing: str | None, storyline: str | None) -> EditionChoice:
    if briefing is not None:
        found = publication.corpus.briefings.get(briefing)
        return of_briefing(found) if found else shell.fail(f"there is no published briefing `{briefing}`")
    if storyline is not None:
        known = publication.corpus.storylines.get(storyline)
        return (
            of_storyline(publication, known) if known else shell.fail(f"there is no storyline `{storyline}`")
        )
    return of_all(publication)


def pdf(text: str) -> bytes:
    """Set an edition as a tagged PDF: of the same text the same bytes, with nothing loaded but fonts of the package.

    Raises:
        UnreadyError: WeasyPrint, or what it needs, is not installed.

    """
    try:
        import weasyprint  # noqa: PLC0415, an extra
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415, the same
    except ImportError as error:
        raise UnreadyError(_EXTRA) from error
    except OSError as error:
        raise UnreadyError(_PANGO) from error

    class OwnFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002, as it is called
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in FONTS.values():
                raise FatalURLFetchingError(f"an edition loads nothing but its fonts, not {url}")
            [found] = (THEME / FOLDER).glob(f"{name}.*.woff2")
            return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": "font/woff2"})

    mark = hashlib.sha256(text.encode()).digest()[:16]
    with _no_clock():
        made: bytes = weasyprint.HTML(string=text, url_fetcher=OwnFonts()).write_pdf(
            pdf_tags=True, pdf_identifier=mark
        )
    return made


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keep the time of day out of the fonts: what cuts them writes it into them (reproducible-builds.org)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
