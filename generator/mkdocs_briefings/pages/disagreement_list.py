"""The list of disagreements, newest briefing first; of many, the newest here and all of them by year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.briefing import disagreement_view
from mkdocs_briefings.pages.claim import CLASSES, counted, upper
from mkdocs_briefings.pages.entry import live
from mkdocs_briefings.pages.page import Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    page = Page(
        addresses.DISAGREEMENTS,
        "disagreements",
        "Disagreements",
        Md(""),
        description="Where the sources do not agree.",
    )
    links = list_parts.links(page.path, years, addresses.disagreements_by)
    told = f"The newest {len(shown)} of {len(found)}." if years else ""
    yield _page(desk, page, shown, told, links, Md(""))
    for part in list_parts.every(years):
        page = Page(
            addresses.disagreements_by(part.name),
            "disagreements",
            f"Disagreements: {part.words}",
            Md(""),
            description=f"Where the sources of {part.words} do not agree.",
            listed=False,
        )
        links = list_parts.links(page.path, part.parts, addresses.disagreements_by)
        trail = list_parts.trail(
            part, years, addresses.disagreements_by, ("All disagreements", addresses.DISAGREEMENTS)
        )
        told = f"{counted(len(part.items), 'disagreement')}."
        yield _page(desk, page, () if part.parts else part.items, told, links, trail)


def _page(  # noqa: PLR0913, what the page shows
    desk: View, page: Page, shown: Sequence[Disagreement], told: str, links: Md, trail: Md
) -> Page:
    views = [disagreement_view(desk, page.path, one, None) for one in shown]
    entries = tuple(_entry(desk, one) for one in shown)
    form = filters.form(_facets(desk, entries), entries, is_part=bool(links or trail))
    return view.fill(
        desk,
        "disagreements",
        replace(page, entries=entries, figures=form),
        disagreements=views,
        filter=anchor(filters.ANCHOR) if form else "",
        told=told,
        links=links,
        trail=trail,
    )


def _entry(desk: View, one: Disagreement) -> Entry:
    return Entry(
        addresses.entry(f"{one.briefing}#{one.id}"),
        (("class", (one.class_,)), ("storyline", desk.corpus.briefings[one.briefing].storylines)),
    )


def _facets(desk: View, entries: Sequence[Entry]) -> Iterator[Facet]:
    yield from filters.facet("class", "Class", {key: upper(words) for key, words in CLASSES.items()}, entries)
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    yield from filters.facet("storyline", "Storyline", storylines, entries)
