"""Compute the state of each measure on any day from its events."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.events import is_scheduled
from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.dates import Date


@dataclass(frozen=True, slots=True)
class StateEvent:
    """A claim that gives the state of a measure."""

    measure: str
    state: str
    claim: Claim
    when: Date | None
    """When the measure came into this state, where a source tells it."""
    heard: Date | None
    """When it was told: the date of the source."""
    scheduled: bool

    @property
    def possible_from(self) -> dt.date:
        """The first day on which the measure may have been in this state."""
        return self.when.earliest if self.when else dt.date.min

    @property
    def certain_from(self) -> dt.date:
        """The day from which it certainly had come into this state: the last that its dates allow."""
        bounds = [date.latest for date in (self.when, self.heard) if date]
        return min(bounds, default=dt.date.max)

    @property
    def is_dated(self) -> bool:
        """Whether there is a day by which it certainly had come into this state."""
        return self.certain_from < dt.date.max


@dataclass(frozen=True, slots=True)
class StatePeriod:
    """A stretch of time that a measure spent in a state, with what is uncertain about its beginning."""

    event: StateEvent
    possible_from: dt.date
    certain_from: dt.date
    until: dt.date | None
    """The day on which the next state certainly held; None: no end is told."""


def states(corpus: Corpus) -> Mapping[str, tuple[StateEvent, ...]]:
    """Return the history of each measure that any claim gives a state, oldest first."""
    history: defaultdict[str, list[StateEvent]] = defaultdict(list)
    for claim in corpus.claims.values():
        for measure, state in claim.states:
            heard = corpus.sources[claim.source].published
            event = StateEvent(measure, state, claim, claim.date, heard, is_scheduled(corpus, claim))
            history[measure].append(event)
    return {measure: tuple(sorted(events, key=_order)) for measure, events in history.items()}


def current(history: tuple[StateEvent, ...]) -> StateEvent | None:
    """Return the last state that was reached, as far as reported; scheduled states do not count."""
    return next((event for event in reversed(history) if not event.scheduled), None)


def spans(history: tuple[StateEvent, ...]) -> tuple[StatePeriod, ...]:
    """Return the stretches of a measure's history, oldest first; what was only scheduled, or nothing dates, is none."""
    events = [event for event in history if not event.scheduled and event.is_dated]
    ends = [*(event.certain_from for event in events[1:]), None][: len(events)]
    return tuple(
        StatePeriod(event, event.possible_from, event.certain_from, end)
        for event, end in zip(events, ends, strict=True)
    )


def last_heard(history: tuple[StateEvent, ...]) -> Date | None:
    """The last time that a source reported anything about the measure's state."""
    heard = [event.heard for event in history if event.heard]
    return max(heard, key=dates.sort_key, default=None)


def _order(event: StateEvent) -> tuple[object, ...]:
    """Order by when the state was certainly reached; first what nothing dates, for it says nothing of now."""
    date = event.when or event.heard
    place = dates.sort_key(date) if date else (dt.date.min, dt.date.min, "")
    return (event.is_dated, event.certain_from, *place, event.claim.ref)
