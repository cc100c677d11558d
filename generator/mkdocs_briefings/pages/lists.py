"""All pages that list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.pages.briefing_list import briefing_lists
from mkdocs_briefings.pages.disagreement_list import disagreement_lists
from mkdocs_briefings.pages.entity_list import entity_lists
from mkdocs_briefings.pages.question_list import question_lists
from mkdocs_briefings.pages.source_list import source_lists
from mkdocs_briefings.pages.storyline import storyline_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View


def list_pages(desk: View) -> Iterable[Page]:
    yield from briefing_lists(desk)
    yield from entity_lists(desk)
    yield from source_lists(desk)
    yield from storyline_pages(desk)
    yield from disagreement_lists(desk)
    yield from question_lists(desk)
