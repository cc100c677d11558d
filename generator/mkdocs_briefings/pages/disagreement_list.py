"""The list of disagreements, newest briefing first; of many, the newest here and all of them by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Entry, Heading, Para, Strong
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import filters, list_parts
from mkdocs_briefings.pages.briefing import disagreement
from mkdocs_briefings.pages.entry import live
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.phrases import CLASSES, counted, upper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.model.corpus import Disagreement
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.view import View


def disagreement_lists(desk: View) -> Iterator[Page]:
    """Make the list of disagreements."""
    found = [one for briefing in live(desk) for one in briefing.disagreements]
    dated = {briefing.id: briefing.date for briefing in desk.corpus.briefings.values()}
    keys = (
        lambda one: list_parts.year(dated[one.briefing]),
        lambda one: list_parts.month(dated[one.briefing]),
    )
    years = list_parts.split(found, keys, list_parts.WHOLE) if len(found) > list_parts.WHOLE else ()
    shown = found[: list_parts.NEWEST] if years else found
    links = list_parts.links(years, addresses.disagreements_by)
    told = f"The newest {len(shown)} of {len(found)}." if years else ""
    title = "Disagreements"
    yield Page(
        addresses.DISAGREEMENTS,
        "disagreements",
        title,
        tuple(_blocks(desk, title, shown, told, links, "")),
        description="Where the sources do not agree.",
    )
    for part in list_parts.every(years):
        title = f"Disagreements: {part.words}"
        links = list_parts.links(part.parts, addresses.disagreements_by)
        up = ("All disagreements", addresses.DISAGREEMENTS)
        trail = list_parts.trail(part, years, addresses.disagreements_by, up)
        told = f"{counted(len(part.items), 'disagreement')}."
        yield Page(
            addresses.disagreements_by(part.name),
            "disagreements",
            title,
            tuple(_blocks(desk, title, () if part.parts else part.items, told, links, trail)),
            description=f"Where the sources of {part.words} do not agree.",
            listed=False,
        )


def _blocks(  # noqa: PLR0913, what the page shows
    desk: View, title: str, shown: Sequence[Disagreement], told: str, links: Inline, trail: Inline
) -> Iterator[Block]:
    entries = [_facets_of(desk, one) for one in shown]
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    yield from filters.form(_facets(desk, entries), entries, is_part=bool(links or trail))
    about = "Claims that cannot stand together unqualified, side by side, as an editor classed them."
    yield Para(f"{about} {told}".rstrip())
    if links:
        yield Para((Strong("By date:"), " ", links))
    for one, facets in zip(shown, entries, strict=True):
        yield Entry(tuple(disagreement(desk, one, None, 2)), facets)
    if not shown and not links:
        yield Para("None is known.")


def _facets_of(desk: View, one: Disagreement) -> Facets:
    return (("class", (one.class_,)), ("storyline", desk.corpus.briefings[one.briefing].storylines))


def _facets(desk: View, entries: Sequence[Facets]) -> Iterator[Facet]:
    yield from filters.facet("class", "Class", {key: upper(words) for key, words in CLASSES.items()}, entries)
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    yield from filters.facet("storyline", "Storyline", storylines, entries)
