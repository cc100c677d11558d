"""The measures board: the state of play, by issuer, with the whole history of every measure; many by issuer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.derive.states import current, last_heard
from generator.md import Md, anchor, md
from generator.pages import board, parts, show
from generator.pages.claim import quoted
from generator.pages.page import Page
from generator.pages.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Entity
    from generator.derive.states import StateEvent
    from generator.pages.show import Desk


def measures_pages(desk: Desk) -> Iterator[Page]:
    """Show every measure that the desk mentions: its state, issuer, targets and technologies, and its history."""
    measures = [
        e for e in desk.corpus.entities.values() if e.kind == "measure" and e.id in desk.derived.present
    ]
    by_issuer: dict[str, list[Entity]] = {}
    for measure in measures:
        by_issuer.setdefault(_jurisdiction(desk, measure), []).append(measure)
    groups = sorted(by_issuer.items(), key=lambda item: (-len(item[1]), item[0]))
    whole = Page(
        urls.MEASURES,
        "measures",
        "Measures",
        Md(""),
        description="Every rule, control and sanction, and its state.",
    )
    if len(measures) <= parts.WHOLE:
        yield _page(desk, whole, groups, measures)
        return
    ordered = [(issuer, measure) for issuer, found in groups for measure in found]
    found = parts.split(ordered, (lambda item: (item[0], _name(desk, item[0])),), parts.WHOLE)
    yield _page(desk, whole, [], [], links=parts.links(whole.path, found, urls.measures_by))
    for part in parts.every(found):
        title = f"Measures: {part.words}"
        page = Page(
            urls.measures_by(part.name), "measures", title, Md(""), description=f"{title}, and their states."
        )
        shown = [] if part.parts else [measure for _, measure in part.items]
        yield _page(
            desk,
            page,
            [(part.items[0][0], shown)] if shown else [],
            shown,
            links=parts.links(page.path, part.parts, urls.measures_by),
            trail=parts.trail(
                part, found, urls.measures_by, ("All measures", urls.MEASURES), ("Before", "After")
            ),
        )


def _page(  # noqa: PLR0913, what the page shows
    desk: Desk,
    page: Page,
    groups: Iterable[tuple[str, list[Entity]]],
    measures: list[Entity],
    *,
    links: Md = Md(""),  # noqa: B008, an immutable text
    trail: Md = Md(""),  # noqa: B008
) -> Page:
    figures = board.board(desk, measures)
    as_of = desk.corpus.as_of
    return show.fill(
        desk,
        "measures",
        replace(page, figures=figures),
        as_of=dates.words(dates.parse(as_of.isoformat())) if as_of else "an unknown date",
        figure=anchor(board.ANCHOR) if figures else "",
        links=links,
        trail=trail,
        groups=[
            (
                show.entity(desk, page.path, issuer) if issuer else Md(_name(desk, issuer)),
                [_row(desk, page.path, measure) for measure in found],
            )
            for issuer, found in groups
        ],
        history=[
            row for measure in measures for row in history_rows(desk, page.path, measure.id, named=True)
        ],
    )


def _name(desk: Desk, issuer: str) -> str:
    known = desk.corpus.entities.get(issuer)
    return known.name if known else issuer or "Issuer not stated"


def state_cells(desk: Desk, page: str, measure: str) -> tuple[Md, Md, Md]:
    """The current state of a measure, since when, and the claim that tells it."""
    history = desk.derived.states.get(measure, ())
    event = current(history)
    if event is None:
        return Md("not known: no source tells it"), Md(""), Md("")
    since = dates.words(event.when) if event.when else "not stated"
    heard = last_heard(history)
    if heard:
        since += f"; last heard of {show.day_words(heard)}"
    text = show.page_link(page, event.claim.text.text, urls.claim(event.claim.ref))
    mark = show.fallen(desk, event.claim.ref)
    return Md(f"**{board.SYMBOLS[event.state]} {md(event.state)}**{mark}"), md(since), text


def state_row(desk: Desk, page: str, measure: str) -> Row:
    """A measure with its current state, since when, and the claim that tells it."""
    return Row((show.entity(desk, page, measure), *state_cells(desk, page, measure)))


def history_rows(desk: Desk, page: str, measure: str, *, named: bool = False) -> Iterator[Row]:
    """Every claim that tells the state of a measure, oldest first: with the measure, or with the passages."""
    for event in desk.derived.states.get(measure, ()):
        cells = (
            md(_when(event)),
            md(f"{event.state} (scheduled)" if event.scheduled else event.state),
            show.page_link(page, event.claim.text.text, urls.claim(event.claim.ref)),
            show.chains(desk, page, event.claim),
        )
        yield Row(
            (show.entity(desk, page, measure), *cells) if named else (*cells, quoted(desk, event.claim))
        )


def _when(event: StateEvent) -> str:
    if event.when:
        return dates.words(event.when)
    return f"not stated; told {show.day_words(event.heard)}" if event.heard else "not dated"


def _row(desk: Desk, page: str, measure: Entity) -> Row:
    state, since, told = state_cells(desk, page, measure.id)
    name = Md(f"{anchor(urls.entry(measure.id))}{show.entity(desk, page, measure.id)}")
    if measure.part_of:
        name = Md(f"{name}, part of {show.entity(desk, page, measure.part_of)}")
    aimed = show.entities(desk, page, (*measure.targets, *measure.technologies))
    return Row((name, state, since, aimed, told))


def _jurisdiction(desk: Desk, measure: Entity) -> str:
    """The country or body at the top of a measure's issuer: a measure's jurisdiction is its issuer's."""
    issuer = measure.issuer or ""
    while issuer in desk.corpus.entities and (above := desk.corpus.entities[issuer].of):
        issuer = above
    return issuer
