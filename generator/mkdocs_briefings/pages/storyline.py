"""A storyline: the state of play, its briefings, its events, and what changed from article to article."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.events import order
from mkdocs_briefings.document.escape import Md, anchor, join, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus_fields import of_storyline
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.briefing_list import choices, shelf, shelf_pages, ways_by_year
from mkdocs_briefings.pages.claim import counted, quoted
from mkdocs_briefings.pages.entry import briefing_entry, facets, live
from mkdocs_briefings.pages.figures import chronicle
from mkdocs_briefings.pages.measures import state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.rows import TableCells
from mkdocs_briefings.pages.timeline import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.model.corpus import Briefing, Storyline
    from mkdocs_briefings.pages.briefing_list import Shelf
    from mkdocs_briefings.pages.page import Figure
    from mkdocs_briefings.pages.view import View

MOST_EVENTS = 100
"""Dated claims that the page of a storyline shows; the timeline shows all."""


def storyline_pages(desk: View) -> Iterator[Page]:
    rows = []
    path = addresses.STORYLINES
    told: dict[str, list[Briefing]] = {id_: [] for id_ in desk.corpus.storylines}
    for briefing in live(desk):
        for id_ in dict.fromkeys(briefing.storylines):
            told[id_].append(briefing)
    chosen = choices(desk)
    for storyline in desk.corpus.storylines.values():
        members = told[storyline.id]
        address = partial(addresses.storyline_by, storyline.id)
        briefings = shelf(storyline.title, addresses.storyline(storyline.id), address, members)
        made = storyline_page(desk, storyline, briefings)
        yield made
        yield from moved_pages(desk, made, addresses.storyline, storyline.formerly)
        yield from shelf_pages(desk, briefings, chosen)
        title = view.page_link(path, storyline.title, addresses.storyline(storyline.id))
        rows.append(TableCells((title, md(len(members)), view.entities(desk, path, storyline.measures))))
    page = Page(path, "storylines", "Storylines", Md(""), description="Developments followed over time.")
    yield view.fill(desk, "storylines", page, rows=rows)


def storyline_page(desk: View, storyline: Storyline, briefings: Shelf) -> Page:
    path = briefings.path
    cited = (item.ref for told in of_storyline(storyline) for item in told.sentence.cites)
    numbers = {ref: n for n, ref in enumerate(dict.fromkeys(cited), 1)}
    known = desk.derived.events
    events = [
        known[claim.ref]
        for briefing in briefings.briefings
        for claim in briefing.claims
        if claim.ref in known
    ]
    events.sort(key=order)
    page = Page(
        path,
        "storyline",
        storyline.title,
        Md(""),
        storyline.path,
        description=_first(storyline),
        entries=facets(briefings.newest),
        figures=_chronicle(desk, storyline, events),
    )
    return view.fill(
        desk,
        "storyline",
        page,
        summary=view.prose(desk, path, storyline.summary, linked=set(), numbers=numbers),
        states=[state_row(desk, path, measure) for measure in storyline.measures],
        members=[briefing_entry(desk, path, briefing) for briefing in briefings.newest],
        ways=list(ways_by_year(briefings).items()),
        all_events=Md(
            f"The latest {MOST_EVENTS} of {counted(len(events), 'event')}; "
            f"{view.page_link(path, 'the timeline', addresses.TIMELINE)} holds all."
        )
        if len(events) > MOST_EVENTS
        else "",
        picture=anchor(chronicle.ANCHOR) if page.figures else "",
        events=[
            TableCells(
                (
                    md(dates.words(event.date) + (" (scheduled)" if event.scheduled else "")),
                    view.page_link(path, event.claim.text.text, addresses.claim(event.claim.ref)),
                    view.chains(desk, path, event.claim),
                )
            )
            for event in events[-MOST_EVENTS:]
        ],
        changes=list(_changes(desk, path, storyline)),
        notes=[
            TableCells((md(n), _note(desk, path, ref), _passages(desk, ref))) for ref, n in numbers.items()
        ],
        references=view.references(desk, path, numbers),
    )


def _chronicle(desk: View, storyline: Storyline, events: Sequence[Event]) -> tuple[Figure, ...]:
    """Draw the events of a storyline, in a lane for each of its measures."""
    names = {id_: desk.corpus.entities[id_].name for id_ in storyline.measures}

    def measure(event: Event) -> str:
        named = (part.entity for part in event.claim.text.inlines if isinstance(part, Name))
        found = (*(measure for measure, _ in event.claim.states), *named)
        return next((id_ for id_ in found if id_ in names), "")

    lanes = chronicle.gathered(events, measure, names, "Other events" if names else "All events")
    label = "The events of the storyline over time, by measure. The table below holds the same."
    return chronicle.chronicle(lanes, partial(place, desk), label)


def _changes(desk: View, page: str, storyline: Storyline) -> Iterator[TableCells]:
    """Tell, article by article, which states of the storyline's measures it told anew."""
    told: dict[str, str] = {}
    events = [event for m in storyline.measures for event in desk.derived.states.get(m, ())]
    events.sort(key=lambda e: (dates.sort_key(e.heard) if e.heard else (), e.certain_from, e.claim.ref))
    for source, found in groupby(events, lambda event: event.claim.source):
        moved = []
        for event in found:
            before = told.get(event.measure)
            told[event.measure] = event.state
            if before != event.state:
                name = view.entity(desk, page, event.measure)
                claim = view.page_link(page, event.state, addresses.claim(event.claim.ref))
                moved.append(Md(f"{name}: {f'{md(before)} → ' if before else ''}{claim}"))
        if moved:
            yield TableCells((view.source_link(desk, page, desk.corpus.sources[source]), join(moved, "; ")))


def _first(storyline: Storyline) -> str:
    return next((s.text for block in storyline.summary for s in block.sentences), "")


def _note(desk: View, page: str, ref: str) -> Md:
    if ref in desk.corpus.claims:
        claim = desk.corpus.claims[ref]
        return Md(
            f"{view.page_link(page, claim.text.text, addresses.claim(ref))}, {view.chains(desk, page, claim)}"
        )
    return view.source_link(desk, page, desk.corpus.sources[ref])


def _passages(desk: View, ref: str) -> Md:
    return quoted(desk, desk.corpus.claims[ref]) if ref in desk.corpus.claims else Md("")
