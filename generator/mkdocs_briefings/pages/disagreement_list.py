"""The list of disagreements, newest briefing first; of many, the newest here and all of them by year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Entry, Heading, Para, Strong
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import filters, list_parts
from mkdocs_briefings.pages.briefing import disagreement
from mkdocs_briefings.pages.entry import live
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.phrases import CLASSES, upper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.model.corpus import Disagreement
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.view import View

OPEN = 8
"""Disagreements that are in sight; the others open on demand."""


def disagreement_lists(desk: View) -> Iterator[Page]:
    """Make the list of disagreements."""
    say = desk.say
    found = [one for briefing in live(desk) for one in briefing.disagreements]
    dated = {briefing.id: briefing.date for briefing in desk.corpus.briefings.values()}
    keys = (
        lambda one: list_parts.year(desk.say, dated[one.briefing]),
        lambda one: list_parts.month(desk.say, dated[one.briefing]),
    )
    years = list_parts.split(desk.say, found, keys, list_parts.WHOLE) if len(found) > list_parts.WHOLE else ()
    shown = found[: list_parts.NEWEST] if years else found
    links = list_parts.links(desk.say, years, addresses.disagreements_by)
    told = say("list-newest", shown=len(shown), all=len(found)) if years else ""
    title = say("disagreements")
    yield Page(
        addresses.DISAGREEMENTS,
        "disagreements",
        title,
        desk.row(partial(_blocks, desk, title, shown, told, links, "")),
        description=say("disagreements-description"),
    )
    for part in list_parts.every(years):
        title = say("disagreements-of", part=part.words)
        links = list_parts.links(desk.say, part.parts, addresses.disagreements_by)
        up = (say("disagreements-all"), addresses.DISAGREEMENTS)
        trail = list_parts.trail(desk.say, part, years, addresses.disagreements_by, up)
        told = say("disagreements-count", count=len(part.items))
        yield Page(
            addresses.disagreements_by(part.name),
            "disagreements",
            title,
            desk.row(partial(_blocks, desk, title, () if part.parts else part.items, told, links, trail)),
            description=say("disagreements-of-description", part=part.words),
            listed=False,
        )


def _blocks(  # noqa: PLR0913, what the page shows
    desk: View, title: str, shown: Sequence[Disagreement], told: str, links: Inline, trail: Inline
) -> Iterator[Block]:
    say = desk.say
    entries = [_facets_of(desk, one) for one in shown]
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    yield from filters.form(_facets(desk, entries), entries, is_part=bool(links or trail))
    yield Para(say.sentences(say("disagreements-about"), told))
    if links:
        yield Para((Strong(say("list-by-date")), " ", links))
    all_ = tuple(
        Entry(tuple(disagreement(desk, one, None, 2)), facets)
        for one, facets in zip(shown, entries, strict=True)
    )
    # Who goes to a part of the list wants all of it.
    most = len(all_) if trail else OPEN
    yield from list_parts.folded(all_, most, lambda _, count: say("disagreements-more", count=count))
    if not shown and not links:
        yield Para(say("disagreements-none"))


def _facets_of(desk: View, one: Disagreement) -> Facets:
    return (("class", (one.class_,)), ("storyline", desk.corpus.briefings[one.briefing].storylines))


def _facets(desk: View, entries: Sequence[Facets]) -> Iterator[Facet]:
    classes = {key: upper(desk.say.of("disagreement", key)) for key in CLASSES}
    yield from filters.facet(desk.say, "class", desk.say("disagreement-class"), classes, entries)
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    yield from filters.facet(desk.say, "storyline", desk.say("filter-storyline"), storylines, entries)
