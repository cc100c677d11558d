"""Compute the state of each measure on any day from its events."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
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
    """The first telling of it."""
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
    """Return the stretches of a measure's history, oldest first; what was only scheduled, or nothing dates, is none.

    Tellings of one state after each other are one stretch. It began where all of them allow it; where no day does,
    somewhere in all that they give.
    """
    runs = [
        tuple(run)
        for _, run in groupby((e for e in history if not e.scheduled and e.is_dated), lambda e: e.state)
    ]
    begins = [_beginning(run) for run in runs]
    ends = [*(certain for _, certain in begins[1:]), None][: len(runs)]
    return tuple(
        StatePeriod(run[0], possible, certain, end)
        for run, (possible, certain), end in zip(runs, begins, ends, strict=True)
    )


def _beginning(run: tuple[StateEvent, ...]) -> tuple[dt.date, dt.date]:
    """Return the first day that a state may have begun on and the day by which it certainly had."""
    possible, certain = max(e.possible_from for e in run), min(e.certain_from for e in run)
    return (possible if possible <= certain else min(e.possible_from for e in run), certain)


@dataclass(frozen=True, slots=True)
class StateOnDay:
    """What can be said of a measure from a day on, up to the next of these."""

    day: dt.date
    certain: StatePeriod | None
    """The last state that it had certainly come into; None: none yet."""
    possible: tuple[StatePeriod, ...] = ()
    """The states after it that it may have come into by then, though it need not have."""


def standings(history: tuple[StateEvent, ...]) -> tuple[StateOnDay, ...]:
    """Return what can be said of a measure, by day, oldest first; the first one holds before all days that are told."""
    periods = spans(history)
    days = {dt.date.min, *(day for p in periods for day in (p.possible_from, p.certain_from))}
    return tuple(_standing(periods, day) for day in sorted(days))


def standing(history: tuple[StateEvent, ...], day: dt.date | None) -> StateOnDay:
    """Return what can be said of a measure on a day; None is after all of them."""
    return _standing(spans(history), day or dt.date.max)


def _standing(periods: tuple[StatePeriod, ...], day: dt.date) -> StateOnDay:
    at = max((n for n, period in enumerate(periods) if period.certain_from <= day), default=-1)
    possible = tuple(period for period in periods[at + 1 :] if period.possible_from <= day)
    return StateOnDay(day, periods[at] if at >= 0 else None, possible)


def told_by(
    history: tuple[StateEvent, ...],
) -> tuple[tuple[dt.date, tuple[StateEvent, ...]], ...]:
    """Return what a history was on each day on which something new was told of it, oldest first.

    An article counts from the last day that its date of publication allows; one without a date never does.
    """
    told = [(event.heard.latest, event) for event in history if event.heard]
    days = sorted({day for day, _ in told})
    return tuple((until, tuple(event for day, event in told if day <= until)) for until in days)


def last_heard(history: tuple[StateEvent, ...]) -> Date | None:
    """The last time that a source reported anything about the measure's state."""
    heard = [event.heard for event in history if event.heard]
    return max(heard, key=dates.sort_key, default=None)


def _order(event: StateEvent) -> tuple[object, ...]:
    """Order by when the state was certainly reached; first what nothing dates, for it says nothing of now."""
    date = event.when or event.heard
    place = dates.sort_key(date) if date else (dt.date.min, dt.date.min, "")
    return (event.is_dated, event.certain_from, *place, event.claim.ref)
