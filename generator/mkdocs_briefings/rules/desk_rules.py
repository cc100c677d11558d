"""Rules about what belongs together: entities, values, sources, occasions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_briefings.model.codes import desk_codes as codes
from mkdocs_briefings.model.codes import reference_codes
from mkdocs_briefings.model.corpus import ANSWERS
from mkdocs_briefings.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.problem import Problem


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
            if value.property == ANSWERS:
                continue
            used[value.property].append(Place(claim.place.path, loc, at_key=True))
    for name, places in used.items():
        if len(places) == 1:
            yield codes.SINGLE_VALUE_PROPERTY.at(places[0], f"no other claim uses the property “{name}”")


def unclassed_disagreements(_: Corpus, derived: Derived) -> Iterator[Problem]:
    """Find values that cannot both hold and that no disagreement names."""
    for one in derived.conflicts:
        if one.classed:
            continue
        second, first = (_value_place(claim, one.subject, one.property) for claim in (one.second, one.first))
        what = f"“{one.property}” of `{one.subject}`" if one.subject else "the date"
        message = f"`{one.first.ref}` and `{one.second.ref}` cannot both be right about {what}"
        yield codes.UNCLASSED_DISAGREEMENT.at(second, message, related=(first,))


def missing_denials(corpus: Corpus, derived: Derived) -> Iterator[Problem]:
    """Find summaries that cite an allegation without its denial."""
    for briefing in corpus.briefings.values():
        cited = dict.fromkeys(i.ref for block in briefing.summary for s in block.sentences for i in s.cites)
        for ref in cited:
            denials = {claim.ref for claim in derived.denials.get(ref, ())}
            cited_claim = corpus.claims.get(ref)
            is_allegation = cited_claim is not None and cited_claim.kind == "allegation"
            if is_allegation and denials and not denials & set(cited):
                name = ref.removeprefix(f"{briefing.id}#")
                place = Place(briefing.path, ("summary",), near=f"@{name}")
                message = f"`{name}` is denied by {', '.join(f'`{denial}`' for denial in sorted(denials))}"
                yield codes.DENIAL_MISSING.at(place, message)


def _value_place(claim: Claim, subject: str, name: str) -> Place:
    loc = ("value", subject, name) if subject else ("date",)
    return Place(claim.place.path, (*claim.place.loc, *loc), at_key=True)


def unused_sources(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find sources that a briefing lists and takes nothing from."""
    for briefing in corpus.briefings.values():
        said = [s for block in briefing.summary for s in block.sentences]
        said += [question.answer for question in briefing.questions if question.answer]
        cited = {item.ref for sentence in said for item in sentence.cites}
        used = {claim.source for claim in briefing.claims} | cited
        used |= {corpus.claims[ref].source for ref in cited if ref in corpus.claims}
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
