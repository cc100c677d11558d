"""States of claims for which their passages have no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules import state_not_told
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import whole_claim
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "state-word-missing",
    Severity.WARNING,
    "A claim gives a measure a state for which its passage has no word.",
    "Readers see the state on the board and must find it in the passage.",
    "`state: {permit: revoked}`, where the passage has “the permit of 2024”",
    "Quote the words that give the state, correct it, or say in `why` or `note` how it follows.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find states that neither the passage nor the sentences beside it have a word for."""
    for claim in evidence.own_claims():
        if claim.why or claim.note or not claim.states:
            continue
        words = " ".join(source.text.raw[slice(*span)] for source, span in evidence.around(claim, 1))
        pack = language_of(words, evidence.corpus.sources[claim.source].lang)
        for measure, state in claim.states if pack else ():
            # Words for another state are the error `field-contradicted`.
            if (
                pack
                and not state_not_told.is_of_family(state, words, pack)
                and not state_not_told.states_told(words, pack)
            ):
                place = Place(claim.place.path, (*claim.place.loc, "state", measure))
                yield RULE.at(place, f"the passage has no word for “{state}”")


ROW = OfDesk(RULE, check, needs=whole_claim, beside=True)
