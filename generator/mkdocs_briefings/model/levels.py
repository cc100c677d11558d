"""How far the evidence of a briefing has been worked out: a level is earned by what its summary cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Briefing, Claim, Level

_STOPS = " .。"


def level(briefing: Briefing) -> Level:
    """Return the level that readers see.

    Analysed is a briefing of which every citing sentence of the summary rests on a claim that somebody worked out, of
    this briefing or of another. Quoted is one that cites passages, summarised one that cites sources as a whole.
    """
    own = {claim.ref: claim for claim in briefing.claims}
    cited = [
        [item.ref for item in sentence.cites]
        for block in briefing.summary
        for sentence in block.sentences
        if sentence.cites
    ]
    if any(is_worked_out(claim) for claim in own.values()) and all(
        any("#" in ref and (ref not in own or is_worked_out(own[ref])) for ref in refs) for refs in cited
    ):
        return "analysed"
    return "quoted" if any("#" in ref for refs in cited for ref in refs) else "summarised"


def is_worked_out(claim: Claim) -> bool:
    """Return whether a claim says more than its quotation: in words of its own, or who says it, or what follows."""
    if not claim.analysed:
        return False
    told = (
        claim.chains,
        claim.states,
        claim.values,
        claim.roles,
        claim.denies,
        claim.at,
        claim.same,
        claim.note,
        claim.why,
    )
    return any(told) or claim.kind != "report" or not _is_quotation(claim)


def _is_quotation(claim: Claim) -> bool:
    """Return whether the text is the quotation, or a stretch of it."""
    text = normalise(claim.text.text).casefold().strip(_STOPS)
    words = (normalise(" ".join(passage.words)).casefold() for passage in claim.passages)
    return any(text in one for one in words)
