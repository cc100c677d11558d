"""How far the evidence of a briefing has been worked out: a level is earned by what its summary cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_briefings.model.prose import Prose, Sentence

Level = Literal["summarised", "quoted", "analysed"]


class _HasWords(Protocol):
    @property
    def words(self) -> tuple[str, ...]: ...


class _MayBeWorkedOut(Protocol):
    """What of a claim tells how far it was worked out."""

    @property
    def ref(self) -> str: ...
    @property
    def analysed(self) -> bool: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> Sentence: ...
    @property
    def passages(self) -> Sequence[_HasWords]: ...
    @property
    def found(self) -> tuple[object, ...]: ...


_STOPS = " .。"


def level(summary: Prose, claims: Iterable[_MayBeWorkedOut]) -> Level:
    """Return the level that readers see.

    Analysed is a briefing of which every citing sentence of the summary rests on a claim that somebody worked out, of
    this briefing or of another. Quoted is one that cites passages, summarised one that cites sources as a whole.
    """
    own = {claim.ref: claim for claim in claims}
    cited = [
        [item.ref for item in sentence.cites]
        for block in summary
        for sentence in block.sentences
        if sentence.cites
    ]
    if any(is_worked_out(claim) for claim in own.values()) and all(
        any("#" in ref and (ref not in own or is_worked_out(own[ref])) for ref in refs) for refs in cited
    ):
        return "analysed"
    return "quoted" if any("#" in ref for refs in cited for ref in refs) else "summarised"


def is_worked_out(claim: _MayBeWorkedOut) -> bool:
    """Return whether a claim says more than its quotation: in words of its own, or who says it, or what follows."""
    if not claim.analysed:
        return False
    return any(claim.found) or claim.kind != "report" or not _is_quotation(claim)


def _is_quotation(claim: _MayBeWorkedOut) -> bool:
    """Return whether the text is the quotation, or a stretch of it."""
    text = normalise(claim.text.text).casefold().strip(_STOPS)
    words = (normalise(" ".join(passage.words)).casefold() for passage in claim.passages)
    return any(text in one for one in words)
