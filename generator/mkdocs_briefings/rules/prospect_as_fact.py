"""Sentences that tell as done what their evidence tells as planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import piece_marks
from mkdocs_briefings.rules.deeds import deeds
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, lost, word_pieces
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "prospect-as-fact",
    Severity.DOUBT,
    "All that a sentence takes up is planned, proposed or expected; the sentence has no word for that.",
    "What is planned may never be.",
    "`The workshop was closed [@closing].`, where the article has “plans to close”",
    "Say that it is planned, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences that lose the "will" or "plans" of what they take up."""
    if said.kind == "title" or said.pack is None:
        return
    taken = cited(evidence, said)
    if said.kind == "text" and any(one.claim.kind == "forecast" for one in taken):
        return
    for span, words in lost(said, taken, "prospects", "hedges", "plans"):
        if _tells_it(evidence, said, span, taken):
            yield doubt(
                RULE, said, span, f"what is cited says “{words}”, the sentence nothing like it", taken
            )


_NEARLY = 0.5
"""The share of the words of what it takes up by which a clause tells it, whatever its tense."""


def _tells_it(evidence: Evidence, said: OwnSentence, span: Span, taken: Sequence[TakenUp]) -> bool:
    """Whether a clause tells as done what it takes up, or in nearly its words and without a day that lies ahead."""
    pack = said.pack
    if pack is None:
        return False
    clause = said.text[slice(*span)]
    if told := deeds(clause, pack):
        return not told.keys() <= {
            verb for one in taken for words, other in one.texts for verb in deeds(words, other)
        }
    pieces = best_pieces(said, clause, taken, piece_marks)
    return any(
        one.shared >= _NEARLY * len(word_pieces(one.text, spaced=one.pack.spaced)) for one in pieces
    ) and not _lies_ahead(evidence, said, span, taken)


def _lies_ahead(evidence: Evidence, said: OwnSentence, span: Span, taken: Sequence[TakenUp]) -> bool:
    """Whether a clause has a day after that of its articles, so that readers see what is to come."""
    told = evidence.read(said.text[slice(*span)], said.pack).dates
    years = [day.year for support in said.supports for day in support.published if day.year]
    if years and any(day.year is not None and day.year > max(years) for day in told):
        return True
    ahead = any(
        one.claim.date
        and (published := evidence.corpus.sources[one.claim.source].published)
        and one.claim.date.end.earliest > published.end.earliest
        for one in taken
    )
    return ahead and bool(told)


ROW = OfSentences(RULE, check)
