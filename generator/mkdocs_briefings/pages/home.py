"""The first page: what this is, the newest bottom line with its voices, what is new, the state of play, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current, last_heard
from mkdocs_briefings.document.escape import Md, join, link, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.briefing import evidence_to, note_numbers
from mkdocs_briefings.pages.entry import briefing_entry, facets, live
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.pages.view import View

NEW = 8
"""Briefings that the first page lists, and at most as many of anything else."""
STATES = 6
"""Measures of the first page: as many as stand beside the newest bottom line, or on the first screens of a phone."""


def home_page(desk: View) -> Page:
    """Make the first page."""
    own = desk.settings.own_home
    path = addresses.OVERVIEW if own else addresses.HOME
    briefings = list(live(desk))
    newest = briefings[0] if briefings else None
    listed = briefings[1 : NEW + 1]
    page = Page(
        path,
        "home",
        "Overview" if own else desk.settings.title,
        Md(""),
        description=desk.settings.description
        or f"{desk.settings.title}: briefings on which every sentence shows its evidence.",
        entries=facets(listed),
    )
    questions = [question for b in briefings for question in b.questions if not question.answer]
    return view.fill(
        desk,
        "home",
        page,
        lede=desk.settings.description,
        articles=len(desk.corpus.sources),
        preview=desk.settings.preview,
        evidence=_evidence(desk),
        counts=_counts(desk),
        newest=view.page_link(path, newest.title, addresses.briefing(newest.id)) if newest else "",
        newest_facts=list(_newest_facts(desk, path, newest)) if newest else [],
        bottom_line=view.prose(desk, path, newest.summary[:1], linked=set(), numbers=note_numbers(newest))
        if newest
        else "",
        entries=[briefing_entry(desk, path, briefing) for briefing in listed],
        states=list(_states(desk, path)),
        storylines=[
            view.page_link(path, s.title, addresses.storyline(s.id))
            for s in list(desk.corpus.storylines.values())[:NEW]
        ],
        disagreements=[
            view.page_link(path, one.about.text, addresses.disagreement(b.id, one.id))
            for b in briefings
            for one in b.disagreements
        ][:NEW],
        overdue=list(_due(desk, path, "overdue")),
        ahead=list(_due(desk, path, "ahead")),
        questions=[
            view.page_link(path, question.text.text, addresses.question(question.briefing, question.id))
            for question in questions
        ][:NEW],
        links={
            name: addresses.md_link(path, to)
            for name, to in (
                ("briefings", addresses.BRIEFINGS),
                ("storylines", addresses.STORYLINES),
                ("measures", addresses.MEASURES),
                ("disagreements", addresses.DISAGREEMENTS),
                ("questions", addresses.QUESTIONS),
                ("timeline", addresses.TIMELINE),
                ("sources", addresses.SOURCES),
            )
        },
    )


def _newest_facts(desk: View, path: str, newest: Briefing) -> Iterator[Md]:
    yield md(dates.words(newest.date) if newest.date else "not dated")
    evidence = evidence_to(desk, newest)
    if evidence:
        yield md(f"evidence to {view.day_words(evidence)}")
    yield join((view.source_link(desk, path, desk.corpus.sources[id_]) for id_ in newest.sources[:2]), "; ")


def _states(desk: View, path: str) -> Iterator[Md]:
    """Tell the latest changes: each measure with its state, since when, and by whom."""
    reached = {m: event for m, history in desk.derived.states.items() if (event := current(history))}
    newest = sorted(reached, key=lambda m: (reached[m].certain_from, m), reverse=True)
    return (_state(desk, path, reached[measure]) for measure in newest[:STATES])


def _state(desk: View, path: str, event: StateEvent) -> Md:
    name = view.entity(desk, path, event.measure)
    state = Md(f"**{board.SYMBOLS[event.state]} {md(event.state)}**{view.fallen(desk, event.claim.ref)}")
    told = link(state, addresses.md_link(path, addresses.claim(event.claim.ref)))
    when = f", {md(dates.short(event.when))}" if event.when else ""
    heard = last_heard(desk.derived.states[event.measure])
    until = f"; last told {md(view.day_short(heard))}" if heard else ""
    return Md(f"{name}: {told}{when}. {view.chains(desk, path, event.claim)}{until}")


def _due(desk: View, path: str, standing: str) -> Iterator[Md]:
    found = [one for one in desk.derived.expectations if one.standing == standing][:NEW]
    for one in found:
        claim = one.event.claim
        told = view.page_link(path, claim.text.text, addresses.claim(claim.ref))
        asked = (
            view.page_link(path, q.text.text, addresses.question(q.briefing, q.id)) for q in one.questions
        )
        parts = (told, view.chains(desk, path, claim), *asked)
        yield Md(f"**{md(dates.words(one.event.date))}:** {join(parts, ' · ')}")


def _evidence(desk: View) -> str:
    published = [source.published for source in desk.corpus.sources.values() if source.published]
    newest = max(published, key=lambda date: (date.latest, date.text), default=None)
    return view.day_words(newest) if newest else "an unknown date"


def _counts(desk: View) -> str:
    claims = len(desk.corpus.claims)
    return f"{claims} claims from {len(desk.corpus.sources)} articles, each with the passage that it rests on"
