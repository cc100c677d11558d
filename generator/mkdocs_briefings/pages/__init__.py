"""Pages: from the corpus and what is derived from it to blocks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.pages.briefing import page_of
from mkdocs_briefings.pages.kinds import makers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View


def render(desk: View) -> tuple[Page, ...]:
    """Make every page of the site."""
    return tuple(_kept(desk, page) for maker in makers(desk.settings) for page in maker(desk))


def of_files(desk: View, paths: Collection[str]) -> Iterator[Page]:
    """Make the pages of these briefings alone, which an editor waits for."""
    for briefing in desk.corpus.briefings.values():
        if briefing.path in paths:
            yield _kept(desk, page_of(desk, briefing))


def _kept(desk: View, made: Page) -> Page:
    """Give a page its language. One that is equal to the one before is that page, and what is made of it is kept, too."""
    page = made if made.lang else replace(made, lang=desk.settings.language)
    return desk.once(("page", page.path), partial(_same, page), page)


def _same(page: Page) -> Page:
    return page
