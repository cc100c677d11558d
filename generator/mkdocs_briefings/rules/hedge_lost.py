"""Sentences that tell as certain what their evidence tells as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import fine_spans, piece_marks
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, found, lost, negates, unquoted
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "hedge-lost",
    Severity.DOUBT,
    "All that a sentence takes up has a word such as “may” or “reportedly”, the sentence has none.",
    "A possibility that is told as a fact is the commonest change of meaning.",
    "`Warming slows the recovery [@warming].`, where the article has “might slow”",
    "Say how certain it is, in the source’s own word, or dismiss the doubt.",
)


_TOLD_AS = frozenset({"allegation", "forecast"})
"""Kinds of claims of which readers are told that they are alleged, or expected."""


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences that lose the hedge of what they take up."""
    if said.kind == "title" or said.pack is None:
        return
    taken = cited(evidence, said)
    if said.kind == "text" and any(one.claim.kind in _TOLD_AS for one in taken):
        return
    for span, words in lost(said, taken, "hedges", "hearsay"):
        if _is_told_of_somebody(said, span, taken):
            continue
        yield doubt(RULE, said, span, f"what is cited says “{words}”, the sentence nothing like it", taken)
    yield from _made_certain(said, taken)


_UNCERTAIN = ("hedges", "half_negations", "negations", "open")


def _made_certain(said: OwnSentence, taken: Sequence[TakenUp]) -> Iterator[Problem]:
    """Find words such as “established” over evidence that leaves it uncertain."""
    text, pack = unquoted(said), said.pack
    if pack is None:
        return
    for start, end in fine_spans(text, pack):
        clause = text[start:end]
        word = found(clause, pack, "certain")
        if word is None or negates(clause, pack) or found(clause, pack, "hedges"):
            continue
        pieces = best_pieces(said, said.text[start:end], taken, piece_marks)
        words = [
            next((m[0] for one in _UNCERTAIN if (m := found(piece.text, piece.pack, one))), "")
            for piece in pieces
        ]
        if (
            all(words)
            and words
            and not any(_is_certain(text, other) for one in taken for text, other in one.texts)
        ):
            at = (start + word.start(), start + word.end())
            yield doubt(RULE, said, at, f"“{word[0]}”, and what is cited says “{words[0]}”", taken)


def _is_certain(text: str, pack: Language) -> bool:
    return any(
        found(text[a:b], pack, "certain") and not negates(text[a:b], pack) for a, b in fine_spans(text, pack)
    )


def _is_told_of_somebody(said: OwnSentence, span: Span, taken: Sequence[TakenUp]) -> bool:
    """Whether a clause tells as somebody's word what the evidence tells as an allegation."""
    clause = said.text[slice(*span)]
    pieces = best_pieces(said, clause, taken, piece_marks)
    return (
        said.pack is not None
        and bool(found(clause, said.pack, "speech"))
        and all(one.claim.kind == "allegation" for one in pieces)
    )


ROW = OfSentences(RULE, check)
