"""The measures board: a list by state, with a filter, and a picture over time; many by issuer and by state."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current, last_heard, standing
from mkdocs_briefings.document.nodes import Fold, Heading, PageLink, Para, Row, Strong, Table
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import filters, list_parts, phrases, state_words, view
from mkdocs_briefings.pages.claim import mention, mention_as, mention_cell, quoted
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.view import View


MOST = 40
"""Measures of a page."""
NEWEST = 5
"""Measures of a longer list that its first page shows: those that moved last."""
QUIET = 365
"""Days before the newest evidence: a measure that was last heard of before them is listed apart."""
FEW = 3
"""Measures that are not worth a list apart."""
ORDER = (
    "in force", "issued", "suspended", "proposed", "considered", "withdrawn", "revoked", "dropped", "expired",
)  # fmt: skip
"""In which order the list has the states: what binds first, what ended last."""


def measures_pages(desk: View) -> Iterator[Page]:
    """Show every measure that the desk mentions: its state, issuer, targets and technologies, and its history."""
    measures = sorted(
        (e for e in desk.corpus.entities.values() if e.kind == "measure" and e.id in desk.derived.present),
        key=lambda one: _moved(desk, one),
        reverse=True,
    )
    is_long = len(measures) > MOST
    ordered = [measure for _, found in _by_issuer(desk, measures) for measure in found]
    keys = (lambda one: _issuer_key(desk, one), lambda one: _state_key(desk, one))
    found = list_parts.split(desk.say, ordered, keys, MOST) if is_long else ()
    say = desk.say
    told = say("measures-newest", shown=NEWEST, all=len(measures)) if is_long else ""
    links = list_parts.links(desk.say, found, addresses.measures_by)
    shown = measures[:NEWEST] if is_long else measures
    yield Page(
        addresses.MEASURES,
        "measures",
        say("measures"),
        desk.row(partial(_blocks, desk, say("measures"), shown, told=told, links=links)),
        description=say("measures-description"),
    )
    for part in list_parts.every(found):
        title = say("measures-of", part=part.words)
        links = list_parts.links(desk.say, part.parts, addresses.measures_by)
        up = (say("measures-all"), addresses.MEASURES)
        trail = list_parts.trail(desk.say, part, found, addresses.measures_by, up, ("before", "after"))
        here = () if part.parts else part.items
        yield Page(
            addresses.measures_by(part.name),
            "measures",
            title,
            desk.row(partial(_blocks, desk, title, here, links=links, trail=trail)),
            description=say("measures-of-description", title=title),
        )


def _blocks(  # noqa: PLR0913, what the page shows
    desk: View,
    title: str,
    measures: Sequence[Entity],
    *,
    told: str = "",
    links: Inline,
    trail: Inline = "",
) -> Iterator[Block]:
    groups = _by_issuer(desk, measures)
    entries = [_facets_of(desk, measure) for measure in measures]
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    yield from filters.form(_facets(desk, groups, entries), entries, is_part=bool(links or trail))
    say = desk.say
    about = say("measures-about", day=phrases.seen_from(say, desk.corpus.as_of))
    yield Para(say.sentences(about, told))
    if measures and not any(official(desk, measure.id) for measure in measures):
        yield Para(say("official-none"))
    if links:
        yield Para((Strong(say("measures-by-issuer")), " ", links))
    if measures:
        yield Heading(2, term(say, "state", say("state-of-play")))
        yield from _table(desk, _by_state(desk, measures))
    if figure := board.board(desk, _by_state(desk, measures)):
        yield Heading(2, say("over-time"))
        yield from figure


def _table(desk: View, measures: Sequence[Entity]) -> Iterator[Block]:
    """List measures; those that nobody told anything new of for long open on demand."""
    heads = (*state_heads(desk.say), desk.say("head-aimed"))
    quiet = [measure for measure in measures if _is_quiet(desk, measure.id)]
    if len(quiet) < FEW or len(quiet) == len(measures):
        yield Table(heads, tuple(_row(desk, measure) for measure in measures), style="b-states")
        return
    yield Table(
        heads, tuple(_row(desk, measure) for measure in measures if measure not in quiet), style="b-states"
    )
    label = desk.say("fold-quiet", count=len(quiet))
    yield Fold(label, (Table(heads, tuple(_row(desk, measure) for measure in quiet), style="b-states"),))


def _is_quiet(desk: View, measure: str) -> bool:
    heard, as_of = last_heard(desk.derived.states.get(measure, ())), desk.corpus.as_of
    return heard is not None and as_of is not None and (as_of - heard.latest).days > QUIET


def _by_state(desk: View, measures: Iterable[Entity]) -> list[Entity]:
    """Put measures in the order of their states, within each as they came; last those whose state is not told."""
    ranks = {state: n for n, state in enumerate(ORDER)}
    return sorted(measures, key=lambda one: ranks.get(_state(desk, one), len(ranks)))


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
    words = desk.say.of("state", state) if state else desk.say("state-not-known")
    return f"{issuer}/{_slug(state) or 'not-known'}", words_of(desk.say.items(name, words))


def _slug(state: str) -> str:
    return state.replace(" ", "-")


def _facets_of(desk: View, measure: Entity) -> Facets:
    issuer, state = _jurisdiction(desk, measure), _slug(_state(desk, measure))
    return (("state", (state,) if state else ()), ("issuer", (issuer,) if issuer else ()))


def _facets(
    desk: View, groups: Sequence[tuple[str, list[Entity]]], entries: Sequence[Facets]
) -> Iterator[Facet]:
    states = {_slug(state): desk.say.of("state", state) for state in phrases.SYMBOLS}
    yield from filters.facet(desk.say, "state", desk.say("filter-latest-state"), states, entries)
    issuers = {issuer: _name(desk, issuer) for issuer, _ in groups}
    yield from filters.facet(desk.say, "issuer", desk.say("head-issuer"), issuers, entries)


def _name(desk: View, issuer: str) -> str:
    known = desk.corpus.entities.get(issuer)
    return known.name if known else issuer or desk.say("issuer-not-stated")


def state_heads(say: Messages) -> tuple[str, ...]:
    """Give the heads of a table with `state_row`; the script of the board knows the cells by their places."""
    return say("head-measure"), say("head-state"), say("head-in-sources"), say("head-told")


def told_heads(say: Messages) -> tuple[str, ...]:
    """Give the heads of a table of states as they are told."""
    return say("head-when"), say("head-state"), say("head-claim"), say("head-who")


def state_cells(desk: View, measure: str, numbers: Mapping[str, int] | None = None) -> tuple[Inline, Inline]:
    """The state of a measure on the day of the newest evidence, and the claim that tells it, with when that was.

    Args:
        desk: the desk.
        measure: its id.
        numbers: the numbers of claims that the page tells: they are named by these, with who says them.

    """
    history = desk.derived.states.get(measure, ())
    event = current(history)
    if event is None:
        return desk.say("state-none-tells"), ""
    now = desk.once(("standing", measure), lambda: standing(history, desk.corpus.as_of))
    say = desk.say
    told: Inline = mention(desk, event.claim)
    if numbers and event.claim.ref in numbers:
        number = say("claim-number", number=numbers[event.claim.ref])
        told = mention_as(desk, event.claim, PageLink(addresses.claim(event.claim.ref), number), voiced=True)
    if event.heard:
        told = say.items(told, say("told-on", day=phrases.day_words(say, event.heard)))
    shown = state_words.on_day(say, now) if now.possible else phrases.state(say, event.state)
    state: Inline = (shown, view.fallen(desk, event.claim.ref))
    if beside := state_words.beside(desk, measure):
        return say("state-beside", state=state, beside=beside), told
    return state, told


def since(desk: View, measure: str) -> str:
    """Since when a measure is in its state, as far as that is told."""
    event = current(desk.derived.states.get(measure, ()))
    return state_words.told_on(desk.say, event) if event else ""


def state_row(
    desk: View, measure: str, *, anchored: bool = False, numbers: Mapping[str, int] | None = None
) -> Row:
    """A measure with its state, what the sources have of it, and the claim that tells it, as in `state_cells`."""
    state, told = state_cells(desk, measure, numbers)
    words = state_words.summary(desk, desk.corpus.entities[measure])
    found = official(desk, measure)
    held = desk.say("official-held", sources=desk.say.items(*found)) if found else ""
    anchor = addresses.entry(measure) if anchored else ""
    return Row((view.entity(desk, measure), state, desk.say.line(words, held), told), anchor)


def official(desk: View, measure: str) -> tuple[Inline, ...]:
    """The texts that the issuer of a measure, or a body above or below it, published itself."""
    known = desk.corpus.entities
    issuer = known[measure].issuer or ""
    events = desk.derived.states.get(measure, ())
    sources = dict.fromkeys(event.claim.source for event in events)
    found = (desk.corpus.sources[id_] for id_ in sources)
    return tuple(
        view.source_link(desk, source)
        for source in found
        if issuer and _is_below(desk, source.publisher or "", issuer)
    )


def _is_below(desk: View, body: str, above: str) -> bool:
    """Whether a body is another one, or belongs to it."""
    while body != above and body in desk.corpus.entities:
        body = desk.corpus.entities[body].of or ""
    return body == above


def history_rows(desk: View, measure: str) -> Iterator[Row]:
    """Every claim that tells the state of a measure, newest first, with its passages."""
    for event in reversed(desk.derived.states.get(measure, ())):
        yield Row((*_told(desk, event), quoted(desk, event.claim)))


def _told(desk: View, event: StateEvent) -> tuple[Inline, ...]:
    state = desk.say.of("state", event.state)
    return (
        state_words.told_on(desk.say, event),
        desk.say("day-scheduled", day=state) if event.scheduled else state,
        mention_cell(desk, event.claim),
        view.chains(desk, event.claim),
    )


def _row(desk: View, measure: Entity) -> Row:
    row = state_row(desk, measure.id)
    name, *rest = row.cells
    if measure.part_of:
        name = desk.say("measure-part-of", measure=name, whole=view.entity(desk, measure.part_of))
    aimed = view.entities(desk, (*measure.targets, *measure.technologies))
    return Row((name, *rest, aimed), addresses.entry(measure.id), _facets_of(desk, measure))


def _jurisdiction(desk: View, measure: Entity) -> str:
    """The country or body at the top of a measure's issuer: a measure's jurisdiction is its issuer's."""
    issuer = measure.issuer or ""
    while issuer in desk.corpus.entities and (above := desk.corpus.entities[issuer].of):
        issuer = above
    return issuer
