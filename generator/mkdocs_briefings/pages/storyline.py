"""A storyline: the state of play, its briefings, its events, and what changed from article to article."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.events import order
from mkdocs_briefings.document.nodes import Bullets, Fold, Heading, PageLink, Para, Row, Table, joined
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus_fields import of_storyline
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.pages import list_parts, state_words, view, workings
from mkdocs_briefings.pages.briefing_list import choices, shelf, shelf_pages, way, ways_by_year
from mkdocs_briefings.pages.claim import mark_words, mention, mention_as, mention_cell, quoted
from mkdocs_briefings.pages.entry import briefing_entry, live
from mkdocs_briefings.pages.figures import chronicle
from mkdocs_briefings.pages.measures import state_heads, state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.terms import term
from mkdocs_briefings.pages.timeline import event_day, place
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.document.nodes import Block, Figure, Inline
    from mkdocs_briefings.model.corpus import Briefing, Storyline
    from mkdocs_briefings.pages.briefing_list import Shelf
    from mkdocs_briefings.pages.view import View

MOST_STORYLINES = 200
"""Storylines that their list shows: of more, those with the newest briefings."""
MOST_CHANGES = 40
"""Articles that moved a measure which the page of a storyline shows; the pages of measures show more."""
OPEN = 6
"""Of these the newest are in sight; the others open on demand."""
MOST_EVENTS = 30
"""Dated claims that the page of a storyline shows; the timeline shows all."""


def storyline_pages(desk: View) -> Iterator[Page]:
    """Make the page of each storyline, with the parts of a long one, and the list of all."""
    say = desk.say
    rows: dict[str, Row] = {}
    newest: dict[str, int] = {}
    told: dict[str, list[Briefing]] = {id_: [] for id_ in desk.corpus.storylines}
    for n, briefing in enumerate(live(desk)):
        for id_ in dict.fromkeys(briefing.storylines):
            told[id_].append(briefing)
            newest.setdefault(id_, n)
    chosen = choices(desk)
    for storyline in desk.corpus.storylines.values():
        members = told[storyline.id]
        address = partial(addresses.storyline_by, storyline.id)
        briefings = shelf(desk, storyline.title, addresses.storyline(storyline.id), address, members)
        make = partial(storyline_page, desk, storyline, briefings)
        made = desk.once(("storyline page", storyline.id), make, storyline, members)
        yield made
        yield from moved_pages(desk, made, addresses.storyline, storyline.formerly)
        yield from shelf_pages(desk, briefings, chosen)
        measures = view.entities(desk, storyline.measures)
        rows[storyline.id] = Row((view.storyline(desk, storyline.id), say.number(len(members)), measures))
    left_out: tuple[Block, ...] = ()
    shown = [*rows]
    if len(rows) > MOST_STORYLINES:
        left_out = (Para(say.of("left-out", "newest", shown=MOST_STORYLINES, all=len(rows))),)
        shown = sorted(rows, key=lambda id_: newest.get(id_, len(desk.corpus.briefings)))[:MOST_STORYLINES]
    table = tuple(rows[id_] for id_ in shown)
    yield Page(
        addresses.STORYLINES,
        "storylines",
        say("storylines"),
        (
            Heading(1, say("storylines")),
            Para(say.of("meaning", "storyline")),
            *left_out,
            Table((say("head-storyline"), say("briefings"), say("measures")), table, say("none")),
        ),
        description=say("storylines-description"),
    )


def storyline_page(desk: View, storyline: Storyline, briefings: Shelf) -> Page:
    return Page(
        briefings.path,
        "storyline",
        typeset(storyline.title, desk.say.language),
        tuple(_blocks(desk, storyline, briefings)),
        storyline.path,
        description=next((s.text for block in storyline.summary for s in block.sentences), ""),
    )


def _blocks(desk: View, storyline: Storyline, briefings: Shelf) -> Iterator[Block]:
    yield from told_blocks(desk, storyline, briefings.briefings, tuple(_list(desk, storyline, briefings)))
    if references := view.references(desk, _numbers(storyline)):
        yield Heading(2, desk.say("sources"))
        yield Bullets(references)


def _list(desk: View, storyline: Storyline, briefings: Shelf) -> Iterator[Block]:
    if briefings.newest:
        yield Heading(2, desk.say("briefings"))
        for name, links in ways_by_year(desk, briefings).items():
            yield way(name, links)
        for briefing in briefings.newest:
            yield briefing_entry(desk, briefing, within=storyline.id)


def _numbers(storyline: Storyline) -> dict[str, int]:
    """Number what the summary of a storyline cites."""
    cited = (item.ref for told in of_storyline(storyline) for item in told.sentence.cites)
    return {ref: n for n, ref in enumerate(dict.fromkeys(cited), 1)}


def told_blocks(
    desk: View, storyline: Storyline, briefings: Sequence[Briefing], listed: Sequence[Block] = ()
) -> Iterator[Block]:
    """Show all that a storyline says, without the list of its sources.

    Args:
        desk: the desk.
        storyline: the storyline.
        briefings: those that stand and are part of it.
        listed: the list of them, where there is one.

    """
    numbers = _numbers(storyline)
    say = desk.say
    yield Heading(1, storyline.title)
    yield from view.prose(desk, storyline.summary, linked=set(), numbers=numbers, below=workings.below)
    yield from _state_of_play(desk, storyline, briefings)
    yield from listed
    known = desk.derived.events
    refs = (claim.ref for briefing in briefings for claim in briefing.claims)
    if events := sorted((known[ref] for ref in refs if ref in known), key=order):
        yield Heading(2, say("events-heading"))
        yield from _chronicle(desk, storyline, events)
        if len(events) > MOST_EVENTS:
            timeline = PageLink(Target(addresses.TIMELINE), say("storyline-timeline-link"))
            all_ = say("events", count=len(events))
            yield Para(say("storyline-latest", shown=MOST_EVENTS, events=all_, timeline=timeline))
        heads = (say("head-when"), say("head-what"), say("head-who"))
        told = tuple(_event(desk, event) for event in reversed(events[-MOST_EVENTS:]))
        first, rest = list_parts.cut(told, OPEN)
        yield Table(heads, first, style="b-dated")
        if rest:
            yield Fold(say("events-more", count=len(rest)), (Table(heads, rest, style="b-dated"),))
    if changes := tuple(_changes(desk, storyline)):
        yield Heading(2, say("storyline-changes"))
        if len(changes) > MOST_CHANGES:
            yield Para(say.of("left-out", "last", shown=MOST_CHANGES, all=len(changes)))
        yield Table((say("head-article"), say("storyline-anew")), changes[-MOST_CHANGES:])
    if numbers:
        yield Heading(2, say("notes"))
        notes = (Row((str(n), _note(desk, ref), _passages(desk, ref))) for ref, n in numbers.items())
        table = Table((say("head-number"), say("head-claim"), say("head-passage")), tuple(notes))
        yield Fold(say("fold-claims", count=len(numbers)), (table,))


def _state_of_play(desk: View, storyline: Storyline, briefings: Iterable[Briefing]) -> Iterator[Block]:
    say = desk.say
    if storyline.measures:
        yield Heading(2, term(say, "state", say("state-of-play")))
        rows = tuple(state_row(desk, measure) for measure in storyline.measures)
        yield Table(state_heads(say), rows, style="b-states")
    if storyline.reviewed:
        published = (desk.corpus.sources[id_].published for b in briefings for id_ in b.sources)
        newest = max(filter(None, published), key=dates.sort_key, default=None)
        yield Para(state_words.reviewed_words(say, storyline.reviewed, newest))


def _event(desk: View, event: Event) -> Row:
    return Row((event_day(desk, event), mention_cell(desk, event.claim), view.chains(desk, event.claim)))


def _chronicle(desk: View, storyline: Storyline, events: Sequence[Event]) -> tuple[Figure, ...]:
    """Draw the events of a storyline, in a lane for each of its measures."""
    names = {id_: desk.corpus.entities[id_].name for id_ in storyline.measures}

    def measure(event: Event) -> tuple[str, ...]:
        named = (part.entity for part in event.claim.text.inlines if isinstance(part, Name))
        found = (*(measure for measure, _ in event.claim.states), *named)
        return tuple(id_ for id_ in found if id_ in names)

    lanes = chronicle.gathered(
        events, measure, names, desk.say("events-other") if names else desk.say("events-all")
    )
    label = desk.say("storyline-picture")
    return chronicle.chronicle(desk.say, lanes, partial(place, desk), partial(mark_words, desk), label)


def _changes(desk: View, storyline: Storyline) -> Iterator[Row]:
    """Tell, article by article, which states of the storyline's measures it told anew."""
    say = desk.say
    told: dict[str, str] = {}
    events = [event for m in storyline.measures for event in desk.derived.states.get(m, ())]
    events.sort(key=lambda e: (dates.sort_key(e.heard) if e.heard else (), e.certain_from, e.claim.ref))
    for source, found in groupby(events, lambda event: event.claim.source):
        moved: list[Inline] = []
        for event in found:
            before = told.get(event.measure)
            told[event.measure] = event.state
            if before != event.state:
                link = PageLink(addresses.claim(event.claim.ref), say.of("state", event.state))
                claim: Inline = mention_as(desk, event.claim, link, voiced=True)
                if before:
                    claim = (say.of("state", before), say("between-voices"), claim)
                moved.append(say("label", label=view.entity(desk, event.measure), words=claim))
        if moved:
            yield Row(
                (view.source_link(desk, desk.corpus.sources[source]), joined(moved, say("between-clauses")))
            )


def _note(desk: View, ref: str) -> Inline:
    if ref in desk.corpus.claims:
        claim = desk.corpus.claims[ref]
        return mention(desk, claim)
    return view.source_link(desk, desk.corpus.sources[ref])


def _passages(desk: View, ref: str) -> Inline:
    return quoted(desk, desk.corpus.claims[ref]) if ref in desk.corpus.claims else ""
