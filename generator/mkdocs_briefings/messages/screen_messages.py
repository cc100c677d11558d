"""Messages in English of pictures, filters, the search and what else a screen has around the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURES: Mapping[str, str | tuple[str, str]] = {
    "board-day": "State of play on",
    "board-day-slider": "Day between {first} and {last}",
    "board-day-title": "A day from {first} to {last}",
    "board-heard": ", {heard}",
    "board-latest": "Latest",
    "board-legend": (
        "Full colour: the measure was certainly in this state. Striped: it may have been in the state before or in "
        "the one after, as no source gives the day. It fades after the day on which the measure was last heard of."
    ),
    "chronicle-ahead": "still ahead when told",
    "chronicle-counts": "Each number counts events and leads to the first of them.",
    "chronicle-marks": "Each mark leads to its claim.",
    "chronicle-unsure": "at some time within",
    "chronicle-wider": "Times with much to tell are drawn wider.",
    "flow-article": "article",
    "flow-article-of": "article, {day}",
    "flow-chip": "{number}, {kind}",
    "flow-from": "from",
    "flow-numbers": "The numbers are those of the claims below.",
    "flow-own-voice": "in its own voice",
    "flow-picture": (
        "By which way each claim came: who says it, who passes it on, which article tells it. "
        "The table below holds the same."
    ),
    "flow-unnamed": "not named",
    "lane-unit": "{lane}, {unit}",
    "lanes-other": ("{count} other", "{count} others"),
}

FILTERS: Mapping[str, str | tuple[str, str]] = {
    "filter": "Filter",
    "filter-all": "all",
    "filter-entity": "Entity",
    "filter-kind": "Kind",
    "filter-latest-state": "Latest state",
    "filter-level": "Level",
    "filter-most-named": "{label} (most named)",
    "filter-publisher": "Publisher",
    "filter-scope": "The filters choose among what this page shows. The search looks through everything.",
    "filter-show-all": "Show all",
    "filter-storyline": "Storyline",
    "filter-year": "Year",
}
