"""Pages in the form that readers get: HTML, with the previews and pictures of this desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document import html
from mkdocs_briefings.pages.cards import card
from mkdocs_briefings.pages.figures.drawings import DRAWINGS
from mkdocs_briefings.pages.kinds import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View


def site(
    desk: View,
    url: Callable[[str, str], str],
    headings: html.Headings = html.Headings(),  # noqa: B008, frozen
) -> html.HtmlSite:
    """Make what all pages share; `url` gives the address of a page by its Markdown path, relative to a folder."""
    return html.HtmlSite(
        url,
        lambda to, language: card(desk.within(language), to),
        DRAWINGS,
        lambda language: desk.within(language).say,
        headings,
        desk.reads,
    )


def written(page: Page, shared: html.HtmlSite, folder: str) -> html.HtmlPage:
    """Write a page whose links lead from a folder."""
    key, make, given = _asked(page, shared, folder)
    return shared.once.passing(key, make, *given)


def mark(page: Page, shared: html.HtmlSite, folder: str) -> str:
    """Give the mark of a written page; it is written for that only if it, or what it previews, has changed."""
    key, make, given = _asked(page, shared, folder)
    return shared.once.mark(key, make, *given)


def _asked(
    page: Page, shared: html.HtmlSite, folder: str
) -> tuple[tuple[str, str], Callable[[], html.HtmlPage], tuple[object, ...]]:
    given = (page, folder, shared.headings, shared.messages(page.lang))
    return ("html", page.path), partial(_written, page, shared, folder), given


def _written(page: Page, shared: html.HtmlSite, folder: str) -> html.HtmlPage:
    kind = BY_NAME[page.kind]
    return html.written(
        page.blocks, shared, page.path, folder, page.lang, prints_passages=kind.prints_passages
    )
