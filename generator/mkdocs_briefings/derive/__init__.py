"""Compute everything that follows from the corpus."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import backlinks as backlinks_
from mkdocs_briefings.derive import (
    conflicts,
    date_proof,
    expectations,
    origins,
    presence,
    relations,
    share,
    sharing,
    states,
)
from mkdocs_briefings.derive import coverage as coverage_
from mkdocs_briefings.derive import events as timeline
from mkdocs_briefings.model.recorded import Once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.derive.backlinks import Backlinks
    from mkdocs_briefings.derive.conflicts import Conflict
    from mkdocs_briefings.derive.coverage import Coverage
    from mkdocs_briefings.derive.date_proof import Proof
    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.derive.expectations import Expectation
    from mkdocs_briefings.derive.origins import Corroboration
    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Claim, Comparable, Corpus, Disagreement, Passage


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the corpus."""

    timeline: tuple[Event, ...]
    events: Mapping[str, Event]
    """The event of each dated claim."""
    expectations: tuple[Expectation, ...]
    corroborations: Mapping[str, Corroboration]
    only_through: Mapping[str, tuple[Claim, ...]]
    """What the site knows of an outlet's reports only because another article relays them."""
    conflicts: tuple[Conflict, ...]
    together: Mapping[str, tuple[tuple[str, int], ...]]
    """The entities that share sentences with an entity, and in how many."""
    measures: Mapping[str, tuple[tuple[str, str], ...]]
    """The measures that an entity issued or is the target or the technology of, with how."""
    parts: Mapping[str, tuple[str, ...]]
    """The parts of each measure."""
    values: Mapping[str, tuple[tuple[Claim, Comparable], ...]]
    """What claims say of an entity that a machine can compare."""
    responses: Mapping[str, tuple[Claim, ...]]
    """The claims that call a measure a response to another one."""
    scheduled: frozenset[str]
    """The claims whose event lay ahead when they were told."""
    states: Mapping[str, tuple[StateEvent, ...]]
    backlinks: Backlinks
    coverage: Mapping[str, Coverage]
    disputes: Mapping[str, tuple[Disagreement, ...]]
    """The disagreements that a claim is part of."""
    denials: Mapping[str, tuple[Claim, ...]]
    """The claims that deny a claim."""
    withheld: frozenset[Passage]
    """The passages whose place is printed instead of their words."""
    proofs: Mapping[str, Proof]
    """How the dates of claims follow from the words that are printed."""
    present: frozenset[str]
    """The entities that anything mentions; only they have a page."""


def derive(corpus: Corpus, max_share: float | None = None, once: Once | None = None) -> Derived:
    """Compute everything that pages and rules need beside the corpus.

    Args:
        corpus: the corpus.
        max_share: the greatest share of a source's words that pages may print, from 0 to 1.
        once: makes once what follows from a part of the corpus.

    """
    once = once or Once()
    links = backlinks_.backlinks(corpus, once)
    disputes: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for briefing in corpus.briefings.values():
        for disagreement in briefing.disagreements:
            for ref in disagreement.between:
                disputes[ref].append(disagreement)
    denials: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        if claim.denies:
            denials[claim.denies].append(claim)
    events = timeline.timeline(corpus)
    histories = states.states(corpus)
    return Derived(
        timeline=events,
        events={event.claim.ref: event for event in events},
        expectations=expectations.expectations(corpus, events, histories),
        corroborations=origins.corroborations(corpus, once),
        only_through=origins.only_through(corpus),
        conflicts=conflicts.conflicts(corpus),
        together=relations.together(corpus, links),
        measures=relations.measures(corpus),
        parts=relations.parts(corpus),
        values=relations.values(corpus),
        responses=relations.responses(corpus),
        scheduled=frozenset(event.claim.ref for event in events if event.scheduled),
        states=histories,
        backlinks=links,
        coverage=coverage_.coverage(corpus, once),
        disputes={ref: tuple(found) for ref, found in disputes.items()},
        denials={ref: tuple(found) for ref, found in denials.items()},
        proofs=date_proof.proofs(corpus, once),
        withheld=share.withheld(corpus, max_share, once),
        present=presence.present(corpus, links),
    )


def shared(old: Derived, new: Derived) -> Derived:
    """Give the new one, with all that came out as in the old one being the same object."""
    return Derived(
        timeline=sharing.one(old.timeline, new.timeline),
        events=sharing.each(old.events, new.events),
        expectations=sharing.one(old.expectations, new.expectations),
        corroborations=sharing.each(old.corroborations, new.corroborations),
        only_through=sharing.each(old.only_through, new.only_through),
        conflicts=sharing.one(old.conflicts, new.conflicts),
        together=sharing.each(old.together, new.together),
        measures=sharing.each(old.measures, new.measures),
        parts=sharing.each(old.parts, new.parts),
        values=sharing.each(old.values, new.values),
        responses=sharing.each(old.responses, new.responses),
        scheduled=sharing.one(old.scheduled, new.scheduled),
        states=sharing.each(old.states, new.states),
        backlinks=sharing.links(old.backlinks, new.backlinks),
        coverage=sharing.each(old.coverage, new.coverage),
        disputes=sharing.each(old.disputes, new.disputes),
        denials=sharing.each(old.denials, new.denials),
        withheld=sharing.one(old.withheld, new.withheld),
        proofs=sharing.each(old.proofs, new.proofs),
        present=sharing.one(old.present, new.present),
    )
