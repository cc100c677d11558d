"""Messages in English of pictures, filters, the search and what else a screen has around the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURES: Mapping[str, str | tuple[str, str]] = {
    "board-day": "State of play on",
    "board-day-slider": "Day between {first} and {last}",
    "board-day-title": "A day from {first} to {last}",
    "board-earlier": "earlier states: on its page",
    "board-heard": ", {heard}",
    "board-known": "as told by",
    "board-known-about": (
        "This counts only articles that were published by that day; one whose day is a range counts from its last day, "
        "and one without a day does not count. When the desk took them in plays no part."
    ),
    "board-known-title": "A day, or nothing for all that is told",
    "board-untold": "nothing told by then",
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

SCREEN: Mapping[str, str | tuple[str, str]] = {
    "card-claim": "Go to the claim",
    "card-page": "Open the page",
    "clip-citation": "Copy as a citation (Q)",
    "clip-claim": "Copy as a claim (C)",
    "clip-copied": "Copied:",
    "clip-no-answer": "The preview does not answer. Is it still running?",
    "clip-text": (
        "Text of the source. Down and up arrows choose sentences, with Shift more of them; C "
        "copies a claim, Q a citation."
    ),
    "clips": "Copy what is selected",
    "cite": "Cite this briefing",
    "cite-about": (
        "The version is made from the words of the page: as long as it stays the same, nothing on it has changed."
    ),
    "cite-as-of": "as of {day}",
    "cite-name": "evidence {mark}: {who}",
    "cite-version": "version {version}",
    "close": "Close",
    "copied": "Copied",
    "copy": "Copy",
    "filter-shown": "{count} of {all}",
    "menu": "Menu",
    "missing-title": "This page is not here",
    "missing-told": "It may have another address by now, or the address is mistyped. The search finds pages by what they say.",
    "notes-fewer": "Show fewer",
    "notes-more": ("{count} more", "{count} more"),
    "notes-passages": ("{count} passage", "{count} passages"),
    "panel": "Problems of this desk",
    "panel-done": "Done: all pages are up to date",
    "panel-doubts": ("{count} doubt", "{count} doubts"),
    "panel-errors": ("{count} error", "{count} errors"),
    "panel-held": "Shown as they last were without faults:",
    "panel-hide": "Hide",
    "panel-left-out": "Left out until they are mended:",
    "panel-list": "List of problems",
    "panel-show": "Show",
    "panel-updating": "Updating: this page may be old",
    "panel-warnings": ("{count} warning", "{count} warnings"),
    "permalink-copy": "Copy the link to this claim",
    "search": "Search",
    "search-about": "Look in the pages about this site, too",
    "search-alike": "Names that look like it:",
    "search-also": "Also: {names}",
    "search-hint": "Words, names or abbreviations. Each result leads to its exact place.",
    "search-meant": "Did you mean {words}?",
    "search-more": "Show more",
    "search-narrow": "Narrow the search",
    "search-not-here": "The search does not load here.",
    "search-nothing": "Nothing found.",
    "search-pages": ("{count} page", "{count} pages"),
    "search-pages-of": ("{shown} of {count} page", "{shown} of {count} pages"),
    "search-pages-of-at-most": ("{shown} of at most {count} page", "{shown} of at most {count} pages"),
    "search-results": ("{count} result", "{count} results"),
    "search-running": "Searching…",
    "search-told": "{results} from {pages}",
    "search-told-more": "{results} from {pages}, more below",
    "search-told-perhaps-more": "{results} from {pages}, there may be more",
    "search-topics": "Topics of this site:",
    "search-without": "{told}; left out, as no page has it: {words}",
    "suggest-correction": "Suggest a correction",
}
"""Of the scripts and templates of the theme."""
