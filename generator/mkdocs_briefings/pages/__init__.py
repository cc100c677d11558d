"""Pages: from the corpus and what is derived from it to blocks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.pages.kinds import makers

if TYPE_CHECKING:
    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View


def render(desk: View) -> tuple[Page, ...]:
    """Make every page of the site."""
    made = (page for maker in makers(desk.settings) for page in maker(desk))
    pages = (page if page.lang else replace(page, lang=desk.settings.language) for page in made)
    # A page that is equal to the one before is that page, so that what is made of it need not be made again.
    return tuple(desk.once(("page", page.path), partial(_same, page), page) for page in pages)


def _same(page: Page) -> Page:
    return page
