"""Pages: from the corpus and what is derived from it to Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.md import environment
from generator.pages.briefing import briefing_pages
from generator.pages.cards import cards, foreign
from generator.pages.entity import entity_pages
from generator.pages.home import home_page
from generator.pages.lists import list_pages
from generator.pages.manual import manual_pages
from generator.pages.measures import measures_pages
from generator.pages.show import Desk
from generator.pages.source import source_pages
from generator.pages.timeline import timeline_pages

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.derive import Derived
    from generator.pages.page import Page
    from generator.settings import Settings


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
