"""The timeline: what happened with its passage, newest first, with filters; a long one by year and month."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Bullets, Heading, PageLink, Para, Strong
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.pages import filters, list_parts
from mkdocs_briefings.pages.claim import mark_words, told_elsewhere
from mkdocs_briefings.pages.figures import chronicle
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.phrases import KINDS
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.document.nodes import Block, Facets, Figure, Inline, Told
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.list_parts import ListPart
    from mkdocs_briefings.pages.view import View

MOST = 80
"""Events of a page: with more of them, each year has a page of its own, and each month of a year that is longer."""
OPEN = 8
"""Events that stand open, the newest ones; of the others each year opens on demand."""
FEW = 5
"""Claims of the second most frequent kind: with no more of them, a filter by kind serves nobody."""


def timeline_pages(desk: View) -> Iterable[Page]:
    """Make the timeline, newest year first."""
    events = desk.derived.timeline
    years = list_parts.split(
        desk.say, tuple(reversed(events)), (partial(_year, desk), partial(_month, desk)), MOST
    )
    is_long = len(events) > MOST
    picture = _chronicle(desk)
    say, title = desk.say, desk.say("timeline")
    blocks = _leading if is_long else _told
    yield Page(
        addresses.TIMELINE,
        "timeline",
        title,
        desk.row(partial(blocks, desk, title, years, "", picture)),
        description=say("timeline-description"),
    )
    for part in list_parts.every(years) if is_long else ():
        up = (say("timeline"), addresses.TIMELINE)
        trail = list_parts.trail(desk.say, part, years, addresses.timeline, up, ("later", "earlier"))
        yield desk.once(("timeline page", part.name), partial(_part_page, desk, part, trail), part, trail)


def _part_page(desk: View, part: ListPart[Event], trail: Inline) -> Page:
    title = desk.say("timeline-of", part=part.words)
    blocks = partial(_leading, found=part.parts) if part.parts else partial(_told, found=(part,))
    return Page(
        addresses.timeline(part.name),
        "timeline",
        title,
        desk.row(partial(blocks, desk, title, trail=trail)),
        description=desk.say("timeline-of-description", title=title),
    )


def facets(desk: View, event: Event) -> Facets:
    """What a filter can choose an event by: kind, storylines, entities; values are ids."""
    claim = event.claim
    named = [i.entity for i in claim.text.inlines if isinstance(i, Name)]
    named += [voice.entity for chain in claim.chains for voice in chain if voice.entity]
    named += [measure for measure, _ in claim.states]
    return (
        ("kind", (claim.kind,)),
        ("storyline", desk.corpus.briefings[claim.briefing].storylines),
        ("entity", tuple(dict.fromkeys(named))),
    )


def _head(title: str, trail: Inline) -> Iterator[Block]:
    yield Heading(1, title)
    if trail:
        yield Para(trail)


def _leading(
    desk: View, title: str, found: Sequence[ListPart[Event]], trail: Inline, picture: tuple[Figure, ...] = ()
) -> Iterator[Block]:
    """Lead to the pages of parts."""
    yield from _head(title, trail)
    yield Para(desk.say("timeline-about"))
    yield from picture
    pages = (
        desk.say(
            "label",
            label=PageLink(Target(addresses.timeline(part.name)), part.words),
            words=desk.say("events", count=len(part.items)),
        )
        for part in found
    )
    yield Bullets(tuple(pages))


def _told(
    desk: View, title: str, found: Sequence[ListPart[Event]], trail: Inline, picture: tuple[Figure, ...] = ()
) -> Iterator[Block]:
    """Tell what happened, then what is still ahead."""
    yield from _head(title, trail)
    entries = [facets(desk, event) for part in found for event in part.items]
    yield from filters.form(_facets(desk, entries), entries, is_part=bool(trail))
    yield Para(desk.say("timeline-about"))
    yield from picture
    left = OPEN

    def label(is_rest: bool, count: int) -> str:
        return desk.say("events-more", count=count) if is_rest else desk.say("events", count=count)

    for part in found:
        if told := [_entry(desk, event) for event in part.items if not event.scheduled]:
            yield Heading(2, part.words)
            yield from list_parts.folded(told, left, label)
            left = max(0, left - len(told))
    ahead = [_entry(desk, event) for part in found for event in part.items if event.scheduled]
    if ahead:
        yield Heading(2, desk.say("timeline-ahead"))
        yield from ahead


def _entry(desk: View, event: Event) -> Told:
    lead = (Strong(event_day(desk, event)), " · ")
    told = told_elsewhere(desk, event.claim, facets(desk, event), lead=lead, dated=False)
    return replace(told, is_short=True)


def event_day(desk: View, event: Event) -> str:
    """Say the day of an event, and whether it was still to come when told, or is only the day of the report."""
    day = desk.say.date(event.date)
    if event.is_told:
        return desk.say("day-reported", day=day)
    return desk.say("day-scheduled", day=day) if event.scheduled else day


def place(desk: View, event: Event) -> Target:
    """Where the timeline tells an event, or the year of it."""
    if len(desk.derived.timeline) > MOST:
        return Target(addresses.timeline(list_parts.year_name(event.date)))
    return Target(addresses.TIMELINE, addresses.entry(event.claim.ref))


def _chronicle(desk: View) -> tuple[Figure, ...]:
    """Draw all events, in a lane for each storyline."""
    corpus = desk.corpus
    lanes = chronicle.gathered(
        desk.derived.timeline,
        lambda event: corpus.briefings[event.claim.briefing].storylines,
        {one.id: typeset(one.title, desk.say.language) for one in corpus.storylines.values()},
        desk.say("events-other") if corpus.storylines else desk.say("events-all"),
    )
    label = desk.say("timeline-picture")
    is_filtered = len(desk.derived.timeline) <= MOST
    return chronicle.chronicle(
        desk.say, lanes, partial(place, desk), partial(mark_words, desk), label, is_filtered=is_filtered
    )


def _year(desk: View, event: Event) -> tuple[str, str]:
    return list_parts.year(desk.say, event.date)


def _month(desk: View, event: Event) -> tuple[str, str]:
    return list_parts.month(desk.say, event.date)


def _facets(desk: View, entries: Sequence[Facets]) -> Iterator[Facet]:
    """Give the ways to choose events that tell them apart."""
    often = filters.counted("kind", entries).most_common(2)
    kinds = {kind: desk.say.of("kind", kind) for kind in KINDS}
    if len(often) > 1 and often[1][1] > FEW:
        yield from filters.facet(desk.say, "kind", desk.say("filter-kind"), kinds, entries)
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    yield from filters.facet(desk.say, "storyline", desk.say("filter-storyline"), storylines, entries)
    entities = {id_: entity.name for id_, entity in desk.corpus.entities.items()}
    yield from filters.facet(desk.say, "entity", desk.say("filter-entity"), entities, entries)
