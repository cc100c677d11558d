"""Find out what became of announced events: passed, still ahead, or answered by a source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from mkdocs_briefings.derive.events import Event
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
    """`overdue`: the day has passed and no source tells the outcome."""


def expectations(corpus: Corpus, events: tuple[Event, ...]) -> tuple[Expectation, ...]:
    """Return all expectations: those that passed unanswered first, then those ahead, then those answered."""
    asked: defaultdict[str, list[Question]] = defaultdict(list)
    for briefing in corpus.briefings.values():
        for question in briefing.questions:
            if question.on:
                asked[question.on].append(question)
    found = [
        Expectation(event, tuple(questions), _standing(event, questions, corpus.as_of))
        for event in events
        if event.scheduled
        for questions in (asked[event.claim.ref],)
    ]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.standing)))


def _standing(event: Event, questions: list[Question], as_of: datetime.date | None) -> Standing:
    if questions and all(question.answer for question in questions):
        return "answered"
    return "overdue" if as_of is not None and event.date.latest < as_of else "ahead"
