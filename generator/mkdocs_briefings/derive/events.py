"""Order what happened: claims with a date, those that were still ahead when told, and news that only its telling dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus
    from mkdocs_briefings.model.dates import Date

_NEWS = frozenset({"report", "allegation", "denial"})
"""Kinds of claims that tell what happened; an opinion or a forecast without a day is no event."""


@dataclass(frozen=True, slots=True)
class Event:
    """A claim with a day, or news without one (schema.org Event)."""

    claim: Claim
    date: Date
    scheduled: bool
    """It lay ahead when its source was published: an expectation, not something that happened."""
    is_told: bool = False
    """No source gives it a day; the date is that of the telling."""


def timeline(corpus: Corpus) -> tuple[Event, ...]:
    """Return all events of the desk, oldest first; the order of uncertain dates is that of `dates.sort_key`.

    News to which no source gives a day is there at the day on which it was told.
    """
    leads = {ref for briefing in corpus.briefings.values() for ref in _leading(briefing)}
    found = (_event(corpus, claim, leads) for claim in corpus.claims.values())
    return tuple(sorted(filter(None, found), key=order))


def _leading(briefing: Briefing) -> set[str]:
    """Give the claims that the first sentence rests on, what the briefing is about, and other accounts of the same."""
    first = (sentence for block in briefing.summary[:1] for sentence in block.sentences[:1])
    found = {item.ref for sentence in first for item in sentence.cites}
    accounts = (set(one.between) for one in briefing.disagreements if one.class_ != "superseded")
    return found.union(*(between for between in accounts if between & found))


def _event(corpus: Corpus, claim: Claim, leads: set[str]) -> Event | None:
    if claim.date:
        return Event(claim, claim.date, is_scheduled(corpus, claim))
    is_news = bool(claim.states) or (claim.ref in leads and not claim.roles)
    if claim.kind not in _NEWS or not is_news:
        return None
    day = told_on(corpus, claim)
    return Event(claim, day, scheduled=False, is_told=True) if day else None


def told_on(corpus: Corpus, claim: Claim) -> Date | None:
    """Return when a claim was told: at its occasion, else in its article; without the time of day."""
    occasion = corpus.claims.get(claim.at or "")
    told = (occasion.date if occasion else None) or corpus.sources[claim.source].published
    return dates.parse(told.text.split("T", maxsplit=1)[0]) if told else None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day that a briefing is about, and what is known of it."""

    date: Date
    sort: Literal["happened", "scheduled", "reported"]
    """`reported`: no source gives the development a day, and this is the day of the newest source."""


def dateline(corpus: Corpus, briefing: Briefing) -> Dateline | None:
    """Return the day of a briefing's file name if a claim of it happened, or was to happen, within; else that of its news."""
    own = [claim for claim in briefing.claims if claim.date and _is_within(claim.date, briefing.date)]
    if briefing.date and own:
        ahead = all(is_scheduled(corpus, claim) for claim in own)
        return Dateline(briefing.date, "scheduled" if ahead else "happened")
    told = [date for id_ in briefing.sources if (date := corpus.sources[id_].published)]
    newest = max(told, key=lambda date: (date.latest, date.text), default=None)
    if newest is None:
        return None
    return Dateline(dates.parse(newest.text.split("T", maxsplit=1)[0]), "reported")


def _is_within(date: Date, whole: Date | None) -> bool:
    return whole is not None and whole.earliest <= date.earliest and date.latest <= whole.latest


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
