"""Values and states of claims that their passages contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules import arithmetic, state_not_told
from mkdocs_briefings.rules.quantities import Number
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import whole_claim
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "field-contradicted",
    Severity.ERROR,
    "A number or year in `value` that the passage does not have, or a state where the passage gives another one.",
    "Sentences may rest on fields, so a field must rest on its passage.",
    "`value: {rule: {models: 2028}}`, where the passage has 2027",
    "Correct the field, quote the words that it rests on, or say in `why` how it follows.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Hold the fields of claims against the sentences of their passages; `why` explains what is not there."""
    for claim in evidence.own_claims():
        if claim.why or not (claim.values or claim.states):
            continue
        words = " ".join(
            " ".join(source.text.raw[slice(*span)].split()) for source, span in evidence.around(claim)
        )
        yield from _of_values(evidence, claim, words)
        yield from _of_states(evidence, claim, words)


def _of_values(evidence: Evidence, claim: Claim, words: str) -> Iterator[Problem]:
    source = evidence.corpus.sources[claim.source]
    figures = evidence.read(words, language_of(words, source.lang))
    years = {day.year for day in figures.dates if day.year}
    years |= {
        point.year
        for date in (claim.date, source.published)
        if date
        for point in (date.earliest, date.latest)
    }
    for one in claim.values:
        for value in one.values:
            place = Place(claim.place.path, (*claim.place.loc, "value", one.subject, one.property))
            if isinstance(value, str):
                if dates.is_date(value) and dates.parse(value).start.earliest.year not in years and years:
                    yield RULE.at(place, f"“{value}” is not in the passage")
            elif value not in years:
                number = Number(float(value), "", 0, 0)
                same = any(arithmetic.same_number(number, other, None) for other in figures.numbers)
                if not same and not arithmetic.follows(number, figures.numbers, None):
                    yield RULE.at(place, f"“{value}” is not in the passage")


def _of_states(evidence: Evidence, claim: Claim, words: str) -> Iterator[Problem]:
    pack = language_of(words, evidence.corpus.sources[claim.source].lang)
    if pack is None or pack.code != "en":
        return
    for measure, state in claim.states:
        others = state_not_told.states_told(words)
        if others and state not in others and not state_not_told.is_of_family(state, words, pack):
            place = Place(claim.place.path, (*claim.place.loc, "state", measure))
            told = " or ".join(f"“{other}”" for other in sorted(others))
            yield RULE.at(place, f"“{state}” is not in the passage, which has words for {told}")


ROW = OfDesk(RULE, check, needs=whole_claim, beside=True)
