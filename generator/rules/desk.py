"""Rules about what belongs together: entities, values, sources, occasions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.codes import desk as codes
from generator.codes import references as reference_codes
from generator.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.derive import Derived
    from generator.problem import Problem


def unmentioned_entities(corpus: Corpus, derived: Derived) -> Iterator[Problem]:
    """Find entities that nothing mentions."""
    for id_, entity in corpus.entities.items():
        if id_ not in derived.present:
            yield codes.UNMENTIONED_ENTITY.at(
                Place(entity.path, (id_,), at_key=True), f"nothing mentions `{id_}`"
            )


def single_value_properties(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find properties of `value` that only one claim uses."""
    used: defaultdict[str, list[Place]] = defaultdict(list)
    for claim in corpus.claims.values():
        for value in claim.values:
            loc = (*claim.place.loc, "value", value.subject, value.property)
            used[value.property].append(Place(claim.place.path, loc, at_key=True))
    for name, places in used.items():
        if len(places) == 1:
            yield codes.SINGLE_VALUE_PROPERTY.at(places[0], f"no other claim uses the property “{name}”")


def unused_sources(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find sources that a briefing lists and takes nothing from."""
    for briefing in corpus.briefings.values():
        cited = {item.ref for block in briefing.summary for s in block.sentences for item in s.cites}
        used = {claim.source for claim in briefing.claims} | cited
        if briefing.status == "withdrawn" or (not used and len(briefing.sources) == 1):
            continue
        for n, source in enumerate(briefing.sources):
            if source not in used:
                place = Place(briefing.path, ("sources", n))
                yield codes.UNUSED_SOURCE.at(place, f"nothing here rests on `{source}`")


def undated_occasions(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find occasions (`at`) that have no date."""
    for claim in corpus.claims.values():
        if claim.at and claim.at in corpus.claims and corpus.claims[claim.at].date is None:
            place = Place(claim.place.path, (*claim.place.loc, "at"))
            yield reference_codes.OCCASION_UNDATED.at(place, f"`{claim.at}` has no date")
