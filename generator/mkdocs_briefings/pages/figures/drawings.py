"""The drawing functions by the names that pages give their figures: a row for each kind of picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.pages import filters
from mkdocs_briefings.pages.figures import board, chronicle, flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.document.nodes import Pen

DRAWINGS: dict[str, Callable[[object, Pen], str]] = {
    "board": board.draw,
    "chronicle": chronicle.draw,
    "filter": filters.draw,
    "flow": flow.draw,
}
