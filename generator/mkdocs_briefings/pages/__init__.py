"""Pages: from the corpus and what is derived from it to Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import environment
from mkdocs_briefings.pages.cards import cards, foreign
from mkdocs_briefings.pages.kinds import makers
from mkdocs_briefings.pages.view import View

if TYPE_CHECKING:
    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page


def render(corpus: Corpus, derived: Derived, settings: Settings) -> tuple[Page, ...]:
    """Make every page of the site."""
    view = View(corpus, derived, settings, environment())
    pages = (page for maker in makers(settings) for page in maker(view))
    return tuple(
        replace(
            page,
            cards=cards(view, page),
            foreign=foreign(view, page.path, page.lang, page.body),
        )
        for page in pages
    )
