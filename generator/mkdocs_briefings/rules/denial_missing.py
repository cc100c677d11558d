"""Summaries that cite an allegation without its denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.model.prose import cited
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "denial-missing",
    Severity.WARNING,
    "A summary cites an allegation, but not its denial.",
    "Readers must see the denial next to the allegation.",
    "The summary has `[@hacking]`, and `firm-denies` denies it.",
    "Cite the denial in the summary as well.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find summaries that cite an allegation without its denial."""
    for briefing in evidence.corpus.briefings.values():
        refs = dict.fromkeys(cited(briefing.summary))
        for ref in refs:
            denials = {claim.ref for claim in evidence.derived.denials.get(ref, ())}
            cited_claim = evidence.corpus.claims.get(ref)
            is_allegation = cited_claim is not None and cited_claim.kind == "allegation"
            if is_allegation and denials and not denials & set(refs):
                name = ref.removeprefix(f"{briefing.id}#")
                place = Place(briefing.path, ("summary",), near=f"@{name}")
                message = f"`{name}` is cited without its denial: {', '.join(f'`{denial}`' for denial in sorted(denials))}"
                yield RULE.at(place, message)


ROW = OfDesk(RULE, check, needs=entries)
