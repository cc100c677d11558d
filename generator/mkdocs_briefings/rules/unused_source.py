"""Sources that a briefing lists and takes nothing from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "unused-source",
    Severity.WARNING,
    "A briefing lists a source that it does not use.",
    "Readers would think that it is based on more articles than it is.",
    "`sources: [a, b]`, and all claims quote `a`",
    "Cite the source, or remove it from `sources`.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find sources that a briefing lists and takes nothing from."""
    for briefing in evidence.corpus.briefings.values():
        said = [s for block in briefing.summary for s in block.sentences]
        said += [question.answer for question in briefing.questions if question.answer]
        cited = {item.ref for sentence in said for item in sentence.cites}
        used = {claim.source for claim in briefing.claims} | cited
        used |= {evidence.corpus.claims[ref].source for ref in cited if ref in evidence.corpus.claims}
        if briefing.status == "withdrawn" or (not used and len(briefing.sources) == 1):
            continue
        for n, source in enumerate(briefing.sources):
            if source not in used:
                place = Place(briefing.path, ("sources", n))
                yield RULE.at(place, f"nothing in this briefing uses `{source}`")


ROW = OfDesk(RULE, check, needs=files)
