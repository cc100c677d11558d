"""What is new: in the last week and month before the newest evidence, then month by month; corrections before all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.novelties import FIRST, Novelty, novelties
from mkdocs_briefings.document.nodes import Bullets, Fold, Heading, PageLink, Para, Strong
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases, state_words, view
from mkdocs_briefings.pages.claim import mention_as
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.pages.view import View

PATH = "new.md"
MOST = 200
"""Things that the page tells; older ones are on the timeline and in the lists."""
SHOWN = 12
"""Things of one stretch of time that are in sight."""
FEW = 3
"""More than are shown, but not worth a fold."""
WINDOWS = (7, 30)
"""Days before the newest evidence."""


def new_page(desk: View) -> Page:
    """Make the page of what is new."""
    say = desk.say
    return Page(
        PATH,
        "new",
        say("new"),
        (Heading(1, say("new")), *_blocks(desk)),
        description=say("new-description"),
    )


def newest(desk: View, most: int) -> tuple[Inline, ...]:
    """Give the lines of what is newest: corrections of the last month before all; each leads to one thing."""
    found = novelties(desk.corpus, desk.derived.states, desk.ledgers)
    as_of = desk.corpus.as_of
    recent = [one for one in found if as_of and 0 <= (as_of - one.day).days <= WINDOWS[-1]]
    return tuple(_line(desk, one, brief=True) for one in _urgent_first(recent or found)[:most])


def _urgent_first(found: Iterable[Novelty]) -> list[Novelty]:
    """Put corrections and withdrawals before all, and changes of a text, which are no news, behind the rest."""
    return sorted(found, key=lambda one: (one.sort not in FIRST, one.sort == "version"))


def _blocks(desk: View) -> Iterator[Block]:
    say, as_of = desk.say, desk.corpus.as_of
    found = novelties(desk.corpus, desk.derived.states, desk.ledgers)[:MOST]
    if as_of is None or not found:
        yield Para(say("new-nothing"))
        return
    yield Para(say("new-about", day=say.date(dates.parse(as_of.isoformat()))))
    later = [one for one in found if one.day > as_of]
    if later:
        yield Heading(2, say("new-later"))
        yield from _list(desk, later)
    since = as_of
    for days in WINDOWS:
        begin = as_of - dt.timedelta(days)
        held = [one for one in found if begin <= one.day <= since]
        yield Heading(2, say("new-days", count=days))
        yield from _list(desk, held) if held else (Para(say("new-nothing")),)
        since = begin - dt.timedelta(1)
    older = [one for one in found if one.day <= since]
    for _, month in groupby(older, key=lambda one: (one.day.year, one.day.month)):
        held = list(month)
        yield Heading(2, say.month(held[0].day))
        yield from _list(desk, held)


def _list(desk: View, found: Iterable[Novelty]) -> Iterator[Block]:
    """List what is new, corrections and withdrawals before all; what is beyond some lines opens on demand."""
    lines = tuple(_line(desk, one) for one in _urgent_first(found))
    shown = SHOWN if len(lines) > SHOWN + FEW else len(lines)
    yield Bullets(lines[:shown])
    if rest := lines[shown:]:
        yield Fold(desk.say("fold-rows", count=len(rest)), (Bullets(rest),))


def _line(desk: View, one: Novelty, *, brief: bool = False) -> Inline:
    """Say what is new, and since when; in `brief`, the next thing is one stop of the keyboard away."""
    day = phrases.day_short(desk.say, one.date)
    what = _what(desk, one, brief=True) if brief else _with_versions(desk, one)
    return desk.say("new-line", day=Strong(day), what=what)


def _what(desk: View, one: Novelty, *, brief: bool = False) -> Inline:
    say, briefing = desk.say, desk.corpus.briefings[one.briefing]
    title: Inline = view.briefing_as(briefing)
    if one.event:
        return _moved(desk, one.event, one.before, brief=brief)
    if one.sort in {"opened", "replaced"}:
        about = next(other.about.text for other in briefing.disagreements if other.id == one.id)
        link = PageLink(addresses.disagreement(briefing.id, one.id), about)
        return say("new-opened", about=link) if one.sort == "opened" else say("new-replaced", about=link)
    if one.sort == "answered":
        text = next(other.text.text for other in briefing.questions if other.id == one.id)
        return say("new-answered", question=PageLink(addresses.question(briefing.id, one.id), text))
    if one.sort == "correction":
        return say("new-corrected", briefing=title)
    if one.sort == "withdrawal":
        return say("new-withdrawn", briefing=title)
    if one.sort == "updated":
        return say("new-updated", briefing=title)
    if one.sort == "version":
        return say("new-version", briefing=title)
    return say("new-briefing", briefing=title, claims=say("claims", count=len(briefing.claims)))


def _moved(desk: View, event: StateEvent, before: str, *, brief: bool) -> Inline:
    """Say into which state a measure moved, and whether it is the desk that makes one measure of what was told."""
    say = desk.say
    told = say.of("state", event.state)
    if event.when:
        told = say("state-dated", state=told, day=say.date(event.when))
    now = mention_as(desk, event.claim, PageLink(addresses.claim(event.claim.ref), told), voiced=True)
    measure = view.entity(desk, event.measure)
    if brief:
        now = replace(now, voices=words(now.voices), answers=words(now.answers))
        measure = words(measure)
    if not before:
        return say("new-state", measure=measure, state=now)
    moved = say("new-moved", measure=measure, before=say.of("state", before), state=now)
    history = [one for one in desk.derived.states[event.measure] if not one.scheduled]
    both = history[max(history.index(event) - 1, 0) :][:2]
    as_one = state_words.as_one(desk, event.measure, both)
    return say("new-as-one", what=moved, as_one=as_one) if as_one else moved


def novelty(desk: View, one: Novelty) -> Inline:
    """Say what is new, without its day."""
    return _what(desk, one)


def _with_versions(desk: View, one: Novelty) -> Inline:
    """Say what is new, and of a text that changed lead on to what, where more than one version is recorded."""
    what = _what(desk, one)
    ledger = desk.ledgers.get(one.briefing) if one.sort in {"correction", "updated", "version"} else None
    if ledger is None or not ledger.versions[1:]:
        return what
    every = Target(addresses.versions_of(one.briefing))
    return desk.say("new-changed", what=what, versions=PageLink(every, desk.say("new-versions")))


def all_link(desk: View) -> PageLink:
    """Lead to the page."""
    return PageLink(Target(PATH), desk.say("new-all"))
