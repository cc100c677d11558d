"""Find claims whose values cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.origins import same
from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim, Corpus, Value


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that give the same property of the same subject values that cannot both hold."""

    subject: str
    property: str
    first: Claim
    second: Claim
    classed: bool
    """A disagreement has both of them, so that an editor has judged it."""


def conflicts(corpus: Corpus) -> tuple[Conflict, ...]:
    """Find all conflicts of values, and of the dates of claims that are declared to state the same."""
    classed = {
        frozenset(pair)
        for briefing in corpus.briefings.values()
        for disagreement in briefing.disagreements
        for pair in combinations(sorted(set(disagreement.between)), 2)
    }
    given: defaultdict[tuple[str, str], list[tuple[Claim, tuple[Value, ...]]]] = defaultdict(list)
    for claim in corpus.claims.values():
        for value in claim.values:
            given[value.subject, value.property].append((claim, value.values))
    found = [
        Conflict(subject, name, first, second, frozenset({first.ref, second.ref}) in classed)
        for (subject, name), claims in given.items()
        for (first, one), (second, two) in combinations(claims, 2)
        if first is not second and not can_both_hold(one, two)
    ]
    for first, second in _same_on_other_dates(corpus):
        found.append(Conflict("", "date", first, second, frozenset({first.ref, second.ref}) in classed))
    return tuple(found)


def can_both_hold(one: tuple[Value, ...], two: tuple[Value, ...]) -> bool:
    """Return whether two lists of values agree: as sets, or as dates that may be the same day."""
    if set(one) == set(two):
        return True
    if len(one) == len(two) == 1:
        first, second = str(one[0]), str(two[0])
        if dates.is_date(first) and dates.is_date(second):
            return dates.overlaps(dates.parse(first), dates.parse(second))
    return False


def _same_on_other_dates(corpus: Corpus) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that state the same, be it by a third one, and give it dates that cannot be one."""
    for group in same(corpus):
        for one, two in combinations((corpus.claims[ref] for ref in group), 2):
            if one.date and two.date and not dates.overlaps(one.date, two.date):
                yield one, two
