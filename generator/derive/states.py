"""The state of each measure, from cited events alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import dates
from generator.derive.timeline import is_scheduled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.corpus import Claim, Corpus
    from generator.dates import Date


@dataclass(frozen=True, slots=True)
class StateEvent:
    """A claim that tells the state of a measure."""

    measure: str
    state: str
    claim: Claim
    when: Date | None
    """When the measure came into this state, where a source tells it."""
    heard: Date | None
    """When it was told: the date of the source."""
    scheduled: bool


def states(corpus: Corpus) -> Mapping[str, tuple[StateEvent, ...]]:
    """The history of each measure that any claim gives a state, oldest first."""
    history: defaultdict[str, list[StateEvent]] = defaultdict(list)
    for claim in corpus.claims.values():
        for measure, state in claim.states:
            heard = corpus.sources[claim.source].published
            event = StateEvent(measure, state, claim, claim.date, heard, is_scheduled(corpus, claim))
            history[measure].append(event)
    return {measure: tuple(sorted(events, key=_order)) for measure, events in history.items()}


def current(history: tuple[StateEvent, ...]) -> StateEvent | None:
    """The last state that was reached, as far as told; nothing scheduled counts."""
    return next((event for event in reversed(history) if not event.scheduled), None)


def _order(event: StateEvent) -> tuple[object, ...]:
    date = event.when or event.heard
    return (0 if date is None else 1, *(dates.sort_key(date) if date else ()), event.claim.ref)
