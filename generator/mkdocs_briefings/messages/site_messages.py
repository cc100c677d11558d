"""The messages of the site in English, by their ids: what translators translate.

An id names what is said and never changes with the wording. What stands in braces is filled in by name. A message that
depends on a number is a pair, for one and for more; its number is `count`. Ids with a point are words for the values of
a field (`state.in force`), for `Messages.of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.reasons import ENGLISH as REASONS
from mkdocs_briefings.messages import data_messages as data
from mkdocs_briefings.messages import output_messages as outputs
from mkdocs_briefings.messages import page_messages as pages
from mkdocs_briefings.messages import screen_messages as screen
from mkdocs_briefings.messages import shared_messages as shared

if TYPE_CHECKING:
    from collections.abc import Mapping

DATE_STEPS: Mapping[str, str | tuple[str, str]] = {f"date-step.{id_}": said for id_, said in REASONS.items()}
"""Why words for a time mean certain days."""
ENGLISH: Mapping[str, str | tuple[str, str]] = {
    id_: said
    for group in (
        *(shared.MARKS, shared.DATES, shared.VALUES, shared.CLAIMS, shared.HEADS),
        *(
            pages.LISTS,
            pages.HOME,
            pages.BRIEFINGS,
            pages.MEASURES,
            pages.STATES,
            pages.TIMELINE,
            pages.VERSIONS,
            pages.NEW,
            pages.DISAGREEMENTS,
        ),
        *(pages.ENTITIES, pages.SOURCES, DATE_STEPS),
        *(screen.FIGURES, screen.FILTERS, screen.SCREEN, outputs.OUTPUTS, data.DATA),
    )
    for id_, said in group.items()
}

FOR_PROGRAMS = "data-column."
"""Begins the ids of what describes columns to programs: that stays in English, as the names of the columns do."""
