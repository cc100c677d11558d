"""The timeline: every dated claim with its passage, by year, with filters; a long one by year and month."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.claim import KINDS, ClaimView, claim_view, counted
from mkdocs_briefings.pages.figures import chronicle
from mkdocs_briefings.pages.page import Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.list_parts import ListPart
    from mkdocs_briefings.pages.page import Figure
    from mkdocs_briefings.pages.view import View

MOST = 120
"""Events of a page: with more of them, each year has a page of its own, and each month of a year that is longer."""
FEW = 5
"""Claims of the second most frequent kind: with no more of them, a filter by kind serves nobody."""


def timeline_pages(desk: View) -> Iterable[Page]:
    """Make the timeline, newest year first."""
    events = desk.derived.timeline
    years = list_parts.split(events, (_year, _month), MOST)
    whole = Page(
        addresses.TIMELINE,
        "timeline",
        "Timeline",
        Md(""),
        description="Every dated claim, year by year.",
        figures=_chronicle(desk),
    )
    if len(events) <= MOST:
        yield _page(desk, whole, tuple(reversed(years)))
        return
    yield _leading(desk, whole, tuple(reversed(years)), Md(""))
    for part in list_parts.every(years):
        title = f"Timeline: {part.words}"
        page = Page(
            addresses.timeline(part.name),
            "timeline",
            title,
            Md(""),
            description=f"{title}: dated claims, each with its passage.",
        )
        trail = list_parts.trail(
            part, years, addresses.timeline, ("Timeline", addresses.TIMELINE), ("Earlier", "Later")
        )
        yield _leading(desk, page, part.parts, trail) if part.parts else _page(desk, page, (part,), trail)


def facets(desk: View, event: Event) -> dict[str, tuple[str, ...]]:
    """What a filter can choose an event by: kind, storylines, entities; values are ids."""
    claim = event.claim
    named = [i.entity for i in claim.text.inlines if isinstance(i, Name)]
    named += [voice.entity for chain in claim.chains for voice in chain if voice.entity]
    named += [measure for measure, _ in claim.states]
    return {
        "kind": (claim.kind,),
        "storyline": desk.corpus.briefings[claim.briefing].storylines,
        "entity": tuple(dict.fromkeys(named)),
    }


def _leading(desk: View, page: Page, found: Sequence[ListPart[Event]], trail: Md) -> Page:
    """Make a page that leads to those of its parts."""
    pages = [
        (
            view.page_link(page.path, part.words, addresses.timeline(part.name)),
            counted(len(part.items), "event"),
        )
        for part in found
    ]
    return view.fill(
        desk, "timeline", page, years=[], pages=pages, filter="", trail=trail, picture=_picture(page)
    )


def _page(desk: View, page: Page, found: Sequence[ListPart[Event]], trail: Md = Md("")) -> Page:  # noqa: B008
    entries = tuple(
        Entry(addresses.entry(event.claim.ref), tuple(facets(desk, event).items()))
        for part in found
        for event in part.items
    )
    figures = filters.form(_facets(desk, entries), entries, is_part=bool(trail))
    told = [
        (part.words, [_view(desk, page.path, event) for event in part.items if not event.scheduled])
        for part in found
    ]
    ahead = [
        _view(desk, page.path, event) for part in reversed(found) for event in part.items if event.scheduled
    ]
    shown = [(words, views) for words, views in told if views]
    if ahead:
        shown.append(("Still ahead when it was told", ahead))
    return view.fill(
        desk,
        "timeline",
        replace(page, figures=(*page.figures, *figures), entries=entries),
        years=shown,
        pages=[],
        filter=anchor(filters.ANCHOR) if figures else "",
        trail=trail,
        picture=_picture(page),
    )


def place(desk: View, event: Event) -> addresses.Target:
    """Where the timeline tells an event, or the year of it."""
    if len(desk.derived.timeline) > MOST:
        return addresses.Target(addresses.timeline(_year(event)[0]))
    return addresses.Target(addresses.TIMELINE, addresses.entry(event.claim.ref))


def _chronicle(desk: View) -> tuple[Figure, ...]:
    """Draw all events, in a lane for each storyline."""
    corpus = desk.corpus
    lanes = chronicle.gathered(
        desk.derived.timeline,
        lambda event: next(iter(corpus.briefings[event.claim.briefing].storylines), ""),
        {storyline.id: storyline.title for storyline in corpus.storylines.values()},
        "Other events" if corpus.storylines else "All events",
    )
    label = "All events over time, by storyline. The lists below hold the same."
    is_filtered = len(desk.derived.timeline) <= MOST
    return chronicle.chronicle(lanes, partial(place, desk), label, is_filtered=is_filtered)


def _picture(page: Page) -> Md:
    return anchor(chronicle.ANCHOR) if page.figures else Md("")


def _year(event: Event) -> tuple[str, str]:
    return list_parts.year(event.date)


def _month(event: Event) -> tuple[str, str]:
    return list_parts.month(event.date)


def _view(desk: View, page: str, event: Event) -> tuple[str, ClaimView]:
    return dates.words(event.date), claim_view(desk, page, event.claim, dated=False)


def _facets(desk: View, entries: Sequence[Entry]) -> Iterator[Facet]:
    """Give the ways to choose events that tell them apart."""
    often = filters.counted("kind", entries).most_common(2)
    if len(often) > 1 and often[1][1] > FEW:
        yield from filters.facet("kind", "Kind", KINDS, entries)
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    yield from filters.facet("storyline", "Storyline", storylines, entries)
    entities = {id_: entity.name for id_, entity in desk.corpus.entities.items()}
    yield from filters.facet("entity", "Entity", entities, entries)
