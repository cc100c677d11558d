"""Find out what became of announced events: passed, still ahead, or answered by a source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.prose import Name

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Corpus, Question

Standing = Literal["overdue", "ahead", "answered"]
_ORDER: tuple[Standing, ...] = ("overdue", "ahead", "answered")


@dataclass(frozen=True, slots=True)
class Expectation:
    """A scheduled event or a deadline."""

    event: Event
    questions: tuple[Question, ...]
    """The questions that ask about it."""
    standing: Standing
    """`overdue`: the day has passed and no question about it is answered."""
    since: tuple[StateEvent, ...] = ()
    """What sources published later tell of the measures that it names, or of their wholes: it may be the outcome."""


def expectations(
    corpus: Corpus, events: tuple[Event, ...], states: Mapping[str, tuple[StateEvent, ...]]
) -> tuple[Expectation, ...]:
    """Return all expectations: those that passed unanswered first, then those ahead, then those answered.

    Args:
        corpus: the corpus.
        events: all events of the desk.
        states: the history of each measure.

    """
    asked: defaultdict[str, list[Question]] = defaultdict(list)
    for briefing in corpus.briefings.values():
        for question in briefing.questions:
            if question.on:
                asked[question.on].append(question)
    found = [
        Expectation(
            event,
            tuple(questions),
            _standing(event, questions, corpus.as_of),
            tuple(_since(corpus, event, states)),
        )
        for event in events
        if event.scheduled
        for questions in (asked[event.claim.ref],)
    ]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.standing)))


def _standing(event: Event, questions: list[Question], as_of: datetime.date | None) -> Standing:
    if questions and all(question.answer for question in questions):
        return "answered"
    return "overdue" if as_of is not None and event.date.latest < as_of else "ahead"


def _since(
    corpus: Corpus, event: Event, states: Mapping[str, tuple[StateEvent, ...]]
) -> Iterator[StateEvent]:
    """Give the states that later sources tell, which may be what became of the event."""
    told = corpus.sources[event.claim.source].published
    if told is None:
        return
    for measure in _measures(corpus, event):
        for state in states.get(measure, ()):
            if not state.scheduled and state.heard and dates.after(state.heard, told):
                yield state


def _measures(corpus: Corpus, event: Event) -> Iterable[str]:
    """Give the measures that an event is about, and those that these are parts of; else those of its briefing."""
    claim = event.claim
    named = [part.entity for part in claim.text.inlines if isinstance(part, Name)]
    named += [measure for measure, _ in claim.states]
    found = dict.fromkeys(id_ for id_ in named if _is_measure(corpus, id_))
    if not found:
        briefing = corpus.briefings[claim.briefing]
        found = dict.fromkeys(
            m
            for other in briefing.claims
            for m, _ in other.states
            if other.source == claim.source and _is_measure(corpus, m)
        )
    for id_ in list(found):
        above = corpus.entities[id_].part_of
        if above and _is_measure(corpus, above):
            found[above] = None
    return found


def _is_measure(corpus: Corpus, id_: str) -> bool:
    return id_ in corpus.entities and corpus.entities[id_].kind == "measure"
