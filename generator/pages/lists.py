"""All pages that list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.briefings import briefing_lists
from generator.pages.disagreements import disagreement_lists
from generator.pages.entities import entity_lists
from generator.pages.questions import question_lists
from generator.pages.sources import source_lists
from generator.pages.storyline import storyline_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.page import Page
    from generator.pages.show import Desk


def list_pages(desk: Desk) -> Iterable[Page]:
    yield from briefing_lists(desk)
    yield from entity_lists(desk)
    yield from source_lists(desk)
    yield from storyline_pages(desk)
    yield from disagreement_lists(desk)
    yield from question_lists(desk)
