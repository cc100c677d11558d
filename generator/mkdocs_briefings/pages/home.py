"""The first page: what this is, the newest bottom line with its voices, what is new, the state of play, what is open."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current
from mkdocs_briefings.document.nodes import (
    Bullets,
    Code,
    Columns,
    Heading,
    PageLink,
    Para,
    Span,
    Strong,
    joined,
)
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases, state_words, view
from mkdocs_briefings.pages.briefing import evidence_to, note_numbers
from mkdocs_briefings.pages.claim import mention, mention_as
from mkdocs_briefings.pages.entry import briefing_entry, live
from mkdocs_briefings.pages.measures import ORDER
from mkdocs_briefings.pages.new_page import all_link, newest
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.question_list import outcome
from mkdocs_briefings.pages.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.pages.view import View

NEW_LINES = 3
"""Lines of what is new, first on the page."""
NEW = 8
"""Briefings that the first page lists, and at most as many of anything else."""
STATES = 6
"""Measures of the first page: as many as stand beside the newest bottom line, or on the first screens of a phone."""

_Section = tuple[str, tuple["Block", ...]]
"""The column in which a section stands where there is room, and its blocks."""


def home_page(desk: View) -> Page:
    """Make the first page."""
    own = desk.settings.own_home
    title = desk.say("overview") if own else desk.settings.title
    described = desk.say("home-description", site=desk.settings.title)
    sections = tuple(_sections(desk))
    return Page(
        addresses.OVERVIEW if own else addresses.HOME,
        "home",
        title,
        (Heading(1, title), *_head(desk), *((Columns(_columns(sections)),) if sections else ())),
        description=desk.settings.description or described,
    )


def _head(desk: View) -> Iterator[Block]:
    if desk.settings.description:
        yield Para(desk.settings.description)
    say, articles = desk.say, len(desk.corpus.sources)
    if articles:
        claims = say("claims", count=len(desk.corpus.claims))
        counts = say("home-counts", claims=claims, articles=say("articles", count=articles))
        yield Para(say.line(Strong(say("sentence", words=phrases.upper(_evidence(desk)))), counts))
    if "new" in desk.settings.home and (lines := newest(desk, NEW_LINES)):
        yield Heading(2, say("new"))
        yield Bullets(lines)
        yield Para(Span("b-all", all_link(desk)))
    if next(live(desk), None) is None:
        listed = PageLink(Target(addresses.SOURCES), say("home-listed-link"))
        rest: Inline = say("home-listed", listed=listed) if articles else ""
        yield Para(say.line(say("home-empty"), rest))
        if desk.settings.preview:
            yield Para(
                say(
                    "home-commands",
                    add=Code("briefings add FILE…"),
                    new=Code("briefings new SOURCE"),
                )
            )


def _columns(sections: tuple[_Section, ...]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Put the newest briefing beside how things stand, and the other briefings beside the rest."""
    newest = tuple(block for column, blocks in sections if column == "b-newest" for block in blocks)
    others = [one for one in sections if one[0] != "b-newest"]
    at = next((n for n, (column, _) in enumerate(others) if column == "b-lead"), len(others))

    def column(name: str, found: Iterable[_Section]) -> tuple[str, tuple[Block, ...]]:
        return name, tuple(block for _, blocks in found for block in blocks)

    return (  # four, for the style sheet gives each its place
        ("b-newest", newest),
        column("b-side", others[:at]),
        column("b-lead", others[at : at + 1]),
        column("b-side", others[at + 1 :]),
    )


def _sections(desk: View) -> Iterator[_Section]:
    """Give the sections that the site wants, in the order of a phone."""
    briefings = list(live(desk))
    for name in desk.settings.home:
        if name in _MAKERS and (made := _MAKERS[name](desk, briefings)) is not None:
            yield made


def _newest_section(desk: View, briefings: list[Briefing]) -> _Section | None:
    return ("b-newest", tuple(_newest(desk, briefings[0]))) if briefings else None


def _state_of_play(desk: View, _: list[Briefing]) -> _Section | None:
    say, states = desk.say, tuple(_states(desk))
    if not states:
        return None
    rest = len(_reached(desk)) - STATES
    told = (Para(say("home-measures-rest", count=rest)),) if rest > 0 else ()
    more = _all(say("home-all-measures"), addresses.MEASURES)
    return "b-side", (Heading(2, term(say, "state", say("state-of-play"))), *states, *told, more)


def _more_briefings(desk: View, briefings: list[Briefing]) -> _Section | None:
    first = "newest" in desk.settings.home
    entries = tuple(briefing_entry(desk, briefing) for briefing in briefings[first : NEW + first])
    if not entries:
        return None
    title = desk.say("home-more-briefings") if first else desk.say("briefings")
    more = _all(desk.say("briefings-all"), addresses.BRIEFINGS)
    return "b-lead", (Heading(2, title), *entries, more)


def _storylines(desk: View, _: list[Briefing]) -> _Section | None:
    found = tuple(view.storyline(desk, id_) for id_ in islice(desk.corpus.storylines, NEW))
    return _listed(term(desk.say, "storyline", desk.say("storylines")), found)


def _disagreements(desk: View, briefings: list[Briefing]) -> _Section | None:
    found = (
        PageLink(addresses.disagreement(b.id, one.id), one.about.text)
        for b in briefings
        for one in b.disagreements
    )
    up = (desk.say("home-all-disagreements"), addresses.DISAGREEMENTS)
    return _listed(desk.say("home-disagreements"), tuple(islice(found, NEW)), up)


def _overdue(desk: View, _: list[Briefing]) -> _Section | None:
    return _listed(desk.say("questions-overdue"), tuple(_due(desk, "overdue")))


def _ahead(desk: View, _: list[Briefing]) -> _Section | None:
    return _listed(desk.say("questions-ahead"), tuple(_due(desk, "ahead")))


def _questions(desk: View, briefings: list[Briefing]) -> _Section | None:
    asked = (
        PageLink(addresses.question(q.briefing, q.id), q.text.text)
        for b in briefings
        for q in b.questions
        if not q.answer
    )
    up = (desk.say("home-all-questions"), addresses.QUESTIONS)
    return _listed(desk.say("questions"), tuple(islice(asked, NEW)), up)


_MAKERS: dict[str, Callable[[View, list[Briefing]], _Section | None]] = {
    "newest": _newest_section,
    "state-of-play": _state_of_play,
    "briefings": _more_briefings,
    "storylines": _storylines,
    "disagreements": _disagreements,
    "overdue": _overdue,
    "ahead": _ahead,
    "questions": _questions,
}
"""What makes each section; `new` is in the head of the page."""


def _listed(title: Inline, items: tuple[Inline, ...], up: tuple[str, str] | None = None) -> _Section | None:
    if not items:
        return None
    rest = (_all(*up),) if up else ()
    return "b-side", (Heading(2, title), Bullets(items), *rest)


def _all(words: str, path: str) -> Para:
    return Para(Span("b-all", PageLink(Target(path), words)))


def _newest(desk: View, newest: Briefing) -> Iterator[Block]:
    yield Heading(2, desk.say("home-newest", briefing=view.briefing_as(newest)))
    facts: list[Inline] = [view.dateline(desk, newest)]
    if not view.is_reported(desk, newest) and (evidence := evidence_to(desk, newest)):
        facts.append(phrases.evidence_to(desk.say, evidence))
    facts.append(
        joined(
            [view.source_link(desk, desk.corpus.sources[id_]) for id_ in newest.sources[:2]],
            desk.say("between-clauses"),
        )
    )
    yield Para(joined(facts, " · "))
    yield from view.prose(desk, newest.summary[:1], linked=set(), numbers=note_numbers(newest))


def _states(desk: View) -> Iterator[Block]:
    """Tell the latest changes by state: each measure with its state, what it was before, since when, and by whom."""
    reached = _reached(desk)
    newest = sorted(reached, key=lambda m: (reached[m].certain_from, m), reverse=True)[:STATES]
    for state in (state for state in ORDER if any(reached[m].state == state for m in newest)):
        yield Para(phrases.state(desk.say, state))
        yield Bullets(tuple(_state(desk, reached[m]) for m in newest if reached[m].state == state))


def _reached(desk: View) -> dict[str, StateEvent]:
    """Give of each measure whose state is told the last one that it reached."""
    return {m: event for m, history in desk.derived.states.items() if (event := current(history))}


def _state(desk: View, event: StateEvent) -> Inline:
    ref = event.claim.ref
    say = desk.say
    told = PageLink(addresses.claim(ref), (state_words.told_on(say, event), view.fallen(desk, ref)))
    state: Inline = mention_as(desk, event.claim, told, voiced=False)
    if beside := state_words.beside(desk, event.measure, after=event):
        state = say("state-beside", state=state, beside=beside)
    if before := state_words.before(desk, event.measure):
        state = say("home-state-before", state=state, before=before)
    voices = [view.chains(desk, event.claim)]
    if reviewed := desk.corpus.entities[event.measure].reviewed:
        voices.append(say("home-checked", day=phrases.day_short(say, reviewed)))
    return say(
        "home-state",
        measure=view.entity(desk, event.measure),
        state=state,
        voices=joined([one for one in voices if one], say("between-clauses")),
    )


def _due(desk: View, standing: str) -> Iterator[Inline]:
    for one in [one for one in desk.derived.expectations if one.standing == standing][:NEW]:
        claim = one.event.claim
        asked = (PageLink(addresses.question(q.briefing, q.id), q.text.text) for q in one.questions)
        parts: list[Inline] = [mention(desk, claim), *asked]
        if standing == "overdue":
            parts.append(outcome(desk, one))
        day = desk.say("label-alone", label=desk.say.date(one.event.date))
        yield (Strong(day), " ", joined(parts, " · "))


def _evidence(desk: View) -> str:
    published = [source.published for source in desk.corpus.sources.values() if source.published]
    newest = max(published, key=lambda date: (date.latest, date.text), default=None)
    return phrases.evidence_to(desk.say, newest)
