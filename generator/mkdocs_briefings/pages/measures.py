"""The measures board: what moved last first, with a filter; many by issuer and by state."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current, last_heard
from mkdocs_briefings.document.escape import Md, anchor, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.claim import quoted
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.page import Entry, Page
from mkdocs_briefings.pages.rows import TableCells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.view import View


MOST = 40
"""Measures of a page."""
NEWEST = 20
"""Measures of a longer list that its first page shows: those that moved last."""
MOST_TOLD = 60
"""Told states of a page; the page of a measure has its whole history."""


def measures_pages(desk: View) -> Iterator[Page]:
    """Show every measure that the desk mentions: its state, issuer, targets and technologies, and its history."""
    measures = sorted(
        (e for e in desk.corpus.entities.values() if e.kind == "measure" and e.id in desk.derived.present),
        key=lambda one: _moved(desk, one),
        reverse=True,
    )
    whole = Page(
        addresses.MEASURES,
        "measures",
        "Measures",
        Md(""),
        description="Every rule, control and sanction, and its state.",
    )
    if len(measures) <= MOST:
        yield _page(desk, whole, measures)
        return
    ordered = [measure for _, found in _by_issuer(desk, measures) for measure in found]
    found = list_parts.split(
        ordered, (lambda one: _issuer_key(desk, one), lambda one: _state_key(desk, one)), MOST
    )
    yield _page(
        desk,
        whole,
        measures[:NEWEST],
        told=f"Here stand the {NEWEST} that moved last, of {len(measures)}.",
        links=list_parts.links(whole.path, found, addresses.measures_by),
    )
    for part in list_parts.every(found):
        title = f"Measures: {part.words}"
        page = Page(
            addresses.measures_by(part.name),
            "measures",
            title,
            Md(""),
            description=f"{title}, and their states.",
        )
        yield _page(
            desk,
            page,
            [] if part.parts else part.items,
            links=list_parts.links(page.path, part.parts, addresses.measures_by),
            trail=list_parts.trail(
                part, found, addresses.measures_by, ("All measures", addresses.MEASURES), ("Before", "After")
            ),
        )


def _page(  # noqa: PLR0913, what the page shows
    desk: View,
    page: Page,
    measures: Sequence[Entity],
    *,
    told: str = "",
    links: Md = Md(""),  # noqa: B008, an immutable text
    trail: Md = Md(""),  # noqa: B008
) -> Page:
    figures = board.board(desk, measures)
    as_of = desk.corpus.as_of
    groups = _by_issuer(desk, measures)
    entries = tuple(_entry(desk, measure) for measure in measures)
    form = filters.form(_facets(desk, groups, entries), entries, is_part=bool(links or trail))
    events = [event for measure in measures for event in desk.derived.states.get(measure.id, ())]
    events.sort(key=lambda event: (event.is_dated, event.certain_from, event.claim.ref), reverse=True)
    return view.fill(
        desk,
        "measures",
        replace(page, figures=(*figures, *form), entries=entries),
        as_of=dates.words(dates.parse(as_of.isoformat())) if as_of else "an unknown date",
        figure=anchor(board.ANCHOR) if figures else "",
        filter=anchor(filters.ANCHOR) if form else "",
        told=told,
        links=links,
        trail=trail,
        groups=[
            (
                view.entity(desk, page.path, issuer) if issuer else Md(_name(desk, issuer)),
                [_row(desk, page.path, measure) for measure in found],
            )
            for issuer, found in groups
        ],
        history=[
            TableCells((view.entity(desk, page.path, event.measure), *_told(desk, page.path, event)))
            for event in events[:MOST_TOLD]
        ],
        rest=f"The latest {MOST_TOLD} of {len(events)}. The page of each measure has its whole history."
        if len(events) > MOST_TOLD
        else "",
    )


def _by_issuer(desk: View, measures: Iterable[Entity]) -> list[tuple[str, list[Entity]]]:
    """Gather measures by who is at the top of their issuers, the one with most first."""
    found: dict[str, list[Entity]] = {}
    for measure in measures:
        found.setdefault(_jurisdiction(desk, measure), []).append(measure)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _moved(desk: View, measure: Entity) -> tuple[dt.date, str]:
    """Order measures by the day from which each has certainly been in its state, whoever told that again since."""
    day = dt.date.min
    reached = [event for event in desk.derived.states.get(measure.id, ()) if not event.scheduled]
    for event in reversed(reached):
        if event.state != reached[-1].state:
            break
        day = event.certain_from if event.is_dated else day
    return day, measure.id


def _state(desk: View, measure: Entity) -> str:
    event = current(desk.derived.states.get(measure.id, ()))
    return event.state if event else ""


def _issuer_key(desk: View, measure: Entity) -> tuple[str, str]:
    issuer = _jurisdiction(desk, measure)
    return issuer, _name(desk, issuer)


def _state_key(desk: View, measure: Entity) -> tuple[str, str]:
    issuer, name = _issuer_key(desk, measure)
    state = _state(desk, measure)
    return f"{issuer}/{_slug(state) or 'not-known'}", f"{name}, {state or 'state not known'}"


def _slug(state: str) -> str:
    return state.replace(" ", "-")


def _entry(desk: View, measure: Entity) -> Entry:
    issuer, state = _jurisdiction(desk, measure), _slug(_state(desk, measure))
    return Entry(
        addresses.entry(measure.id),
        (("state", (state,) if state else ()), ("issuer", (issuer,) if issuer else ())),
    )


def _facets(
    desk: View, groups: Sequence[tuple[str, list[Entity]]], entries: Sequence[Entry]
) -> Iterator[Facet]:
    yield from filters.facet(
        "state", "Latest state", {_slug(state): state for state in board.SYMBOLS}, entries
    )
    issuers = {issuer: _name(desk, issuer) for issuer, _ in groups}
    yield from filters.facet("issuer", "Issuer", issuers, entries)


def _name(desk: View, issuer: str) -> str:
    known = desk.corpus.entities.get(issuer)
    return known.name if known else issuer or "Issuer not stated"


def state_cells(desk: View, page: str, measure: str) -> tuple[Md, Md, Md]:
    """The current state of a measure, since when, and the claim that tells it."""
    history = desk.derived.states.get(measure, ())
    event = current(history)
    if event is None:
        return Md("not known: no source tells it"), Md(""), Md("")
    since = dates.words(event.when) if event.when else "not stated"
    heard = last_heard(history)
    if heard:
        since += f"; last heard of {view.day_words(heard)}"
    text = view.page_link(page, event.claim.text.text, addresses.claim(event.claim.ref))
    mark = view.fallen(desk, event.claim.ref)
    return Md(f"**{board.SYMBOLS[event.state]} {md(event.state)}**{mark}"), md(since), text


def state_row(desk: View, page: str, measure: str) -> TableCells:
    """A measure with its current state, since when, and the claim that tells it."""
    return TableCells((view.entity(desk, page, measure), *state_cells(desk, page, measure)))


def history_rows(desk: View, page: str, measure: str) -> Iterator[TableCells]:
    """Every claim that tells the state of a measure, oldest first, with its passages."""
    for event in desk.derived.states.get(measure, ()):
        yield TableCells((*_told(desk, page, event), quoted(desk, event.claim)))


def _told(desk: View, page: str, event: StateEvent) -> tuple[Md, Md, Md, Md]:
    return (
        md(_when(event)),
        md(f"{event.state} (scheduled)" if event.scheduled else event.state),
        view.page_link(page, event.claim.text.text, addresses.claim(event.claim.ref)),
        view.chains(desk, page, event.claim),
    )


def _when(event: StateEvent) -> str:
    if event.when:
        return dates.words(event.when)
    return f"not stated; told {view.day_words(event.heard)}" if event.heard else "not dated"


def _row(desk: View, page: str, measure: Entity) -> TableCells:
    state, since, told = state_cells(desk, page, measure.id)
    name = Md(f"{anchor(addresses.entry(measure.id))}{view.entity(desk, page, measure.id)}")
    if measure.part_of:
        name = Md(f"{name}, part of {view.entity(desk, page, measure.part_of)}")
    aimed = view.entities(desk, page, (*measure.targets, *measure.technologies))
    return TableCells((name, state, since, aimed, told))


def _jurisdiction(desk: View, measure: Entity) -> str:
    """The country or body at the top of a measure's issuer: a measure's jurisdiction is its issuer's."""
    issuer = measure.issuer or ""
    while issuer in desk.corpus.entities and (above := desk.corpus.entities[issuer].of):
        issuer = above
    return issuer
