"""Pages: from the corpus and what is derived from it to Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import environment
from mkdocs_briefings.pages.briefing import briefing_pages
from mkdocs_briefings.pages.cards import cards, foreign
from mkdocs_briefings.pages.entity import entity_pages
from mkdocs_briefings.pages.home import home_page
from mkdocs_briefings.pages.lists import list_pages
from mkdocs_briefings.pages.manual import manual_pages
from mkdocs_briefings.pages.measures import measures_pages
from mkdocs_briefings.pages.source import source_pages
from mkdocs_briefings.pages.timeline import timeline_pages
from mkdocs_briefings.pages.view import Desk

if TYPE_CHECKING:
    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page


def render(corpus: Corpus, derived: Derived, settings: Settings) -> tuple[Page, ...]:
    """Make every page of the site."""
    made = Desk(corpus, derived, settings, environment())
    pages = (
        home_page(made),
        *briefing_pages(made),
        *entity_pages(made),
        *source_pages(made),
        *list_pages(made),
        *measures_pages(made),
        *timeline_pages(made),
        *(manual_pages(made) if settings.manual else ()),
    )
    return tuple(
        replace(
            page,
            cards=cards(made, page),
            foreign=foreign(made, page.path, page.lang, page.body),
        )
        for page in pages
    )
