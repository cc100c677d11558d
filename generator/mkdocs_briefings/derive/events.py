"""Order the claims that have a date, and mark those that were still ahead when they were reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.dates import Date


@dataclass(frozen=True, slots=True)
class Event:
    """A dated claim (schema.org Event)."""

    claim: Claim
    date: Date
    scheduled: bool
    """It lay ahead when its source was published: an expectation, not something that happened."""


def timeline(corpus: Corpus) -> tuple[Event, ...]:
    """Return all events of the desk, oldest first; the order of uncertain dates is that of `dates.sort_key`."""
    events = [
        Event(claim, claim.date, is_scheduled(corpus, claim))
        for claim in corpus.claims.values()
        if claim.date is not None
    ]
    return tuple(sorted(events, key=order))


def order(event: Event) -> tuple[object, ...]:
    """Return the place of an event in every list of them."""
    return (*dates.sort_key(event.date), event.claim.ref)


def is_scheduled(corpus: Corpus, claim: Claim) -> bool:
    """Return whether the claim's date is after that of its source; a deadline ("by …") counts by its end."""
    published = corpus.sources[claim.source].published
    if claim.date is None or published is None:
        return False
    if claim.date.open_start:
        return claim.date.latest > published.latest
    return dates.after(claim.date, published)
