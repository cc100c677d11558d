"""Compute what is new on a desk and when: corrections, withdrawals, states that moved, disagreements, answers, briefings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Briefing, Corpus
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.parse.version_ledger import VersionLedger

Sort = Literal[
    "correction", "withdrawal", "moved", "opened", "replaced", "answered", "briefing", "updated", "version"
]
_RANKS: tuple[Sort, ...] = (
    "correction", "withdrawal", "moved", "answered", "updated", "version", "briefing", "replaced", "opened",
)  # fmt: skip
"""In which order things of one day are told."""
FIRST = frozenset({"correction", "withdrawal"})
"""What readers of earlier versions need to know before all else."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """One thing that is new."""

    date: Date
    """When it changed, else when the newest source that tells it was published."""
    sort: Sort
    briefing: str
    id: str = ""
    """Of the disagreement or the question; the number of the correction or the version."""
    event: StateEvent | None = None
    before: str = ""
    """The state that the measure was in before; empty if none is told."""

    @property
    def order(self) -> tuple[dt.date, int, str, str]:
        """Return its place, the newest last."""
        about = self.event.measure if self.event else self.id
        return (self.day, -_RANKS.index(self.sort), self.briefing, about)

    @property
    def day(self) -> dt.date:
        """The last day of its date; the first of one that is open to the end."""
        return self.date.earliest if self.date.open_end else self.date.latest


def novelties(
    corpus: Corpus, states: Mapping[str, tuple[StateEvent, ...]], ledgers: Mapping[str, VersionLedger]
) -> tuple[Novelty, ...]:
    """Return all that is new, newest first; what no day is known of is left out. No clock is read."""
    found = [one for briefing in corpus.briefings.values() for one in _of_briefing(corpus, briefing)]
    found += [
        one
        for id_, ledger in ledgers.items()
        if (briefing := corpus.briefings.get(id_)) and briefing.status == "published"
        for one in versions(briefing, ledger)
    ]
    found += [one for history in states.values() for one in _moved(history)]
    return tuple(sorted(found, key=lambda one: one.order, reverse=True))


def _of_briefing(corpus: Corpus, briefing: Briefing) -> Iterator[Novelty]:
    if briefing.status == "withdrawn":
        if briefing.updated:
            yield Novelty(briefing.updated, "withdrawal", briefing.id)
        return
    for number, correction in enumerate(briefing.corrections):
        yield Novelty(correction.date, "correction", briefing.id, str(number))
    corrected = {one.date.text for one in briefing.corrections}
    if briefing.updated and briefing.updated.text not in corrected:
        yield Novelty(briefing.updated, "updated", briefing.id)
    if date := _newest(corpus, briefing.sources):
        yield Novelty(date, "briefing", briefing.id)
    for one in briefing.disagreements:
        sources = (corpus.claims[ref].source for ref in one.between if ref in corpus.claims)
        if date := _newest(corpus, sources):
            sort: Sort = "replaced" if one.class_ == "superseded" else "opened"
            yield Novelty(date, sort, briefing.id, one.id)
    for question in briefing.questions:
        refs = [item.ref for item in question.answer.cites] if question.answer else []
        cited = (corpus.claims[ref].source if ref in corpus.claims else ref for ref in refs)
        if date := _newest(corpus, cited):
            yield Novelty(date, "answered", briefing.id, question.id)


def versions(briefing: Briefing, ledger: VersionLedger) -> Iterator[Novelty]:
    """Give the versions that changed a briefing, where no correction and no update of that day says so."""
    told = briefing.updated.text if briefing.updated else ""
    for before, version in pairwise(ledger.versions):
        if version.removed or version.evidence is None or version.evidence.isoformat() == told:
            continue
        if len(version.corrections) <= len(before.corrections):
            date = dates.parse(version.evidence.isoformat())
            yield Novelty(date, "version", briefing.id, str(version.number))


def _moved(history: tuple[StateEvent, ...]) -> Iterator[Novelty]:
    """Give the states into which a measure moved, at the days on which they were first told."""
    before = ""
    for event in history:
        if event.scheduled:
            continue
        if event.state != before and event.heard:
            yield Novelty(event.heard, "moved", event.claim.briefing, event=event, before=before)
        before = event.state


def _newest(corpus: Corpus, sources: Iterable[str]) -> Date | None:
    known = (corpus.sources[id_].published for id_ in sources if id_ in corpus.sources)
    return max((date for date in known if date), key=lambda date: (date.latest, date.text), default=None)
