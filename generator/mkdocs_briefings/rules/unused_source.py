"""Report sources that a briefing lists but does not use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus_fields import of_briefing
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Briefing
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
        find = partial(_in_briefing, evidence, briefing)
        yield from evidence.once(("unused", briefing.id), find, briefing)


def _in_briefing(evidence: Evidence, briefing: Briefing) -> tuple[Problem, ...]:
    claims = evidence.corpus.claims
    if {claim.source for claim in briefing.claims}.issuperset(briefing.sources):
        return ()
    told = tuple(of_briefing(briefing))
    refs = {item.ref for one in told for item in one.sentence.cites}
    refs |= {ref for one in told for ref in one.rests_on}
    used = refs | {claim.source for claim in briefing.claims}
    used |= {claims[ref].source for ref in refs if ref in claims}
    if briefing.status == "withdrawn" or (not used and len(briefing.sources) == 1):
        return ()
    return tuple(
        RULE.at(Place(briefing.path, ("sources", n)), f"nothing in this briefing uses `{source}`")
        for n, source in enumerate(briefing.sources)
        if source not in used
    )


ROW = OfDesk(RULE, check, needs=files)
