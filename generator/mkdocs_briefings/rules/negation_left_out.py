"""Clauses without a “not” where what they take up has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import added, cited, doubt, lost
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "negation-left-out",
    Severity.DOUBT,
    "A clause has no “not”; the clause of the passage that it has most words of has one.",
    "One missing word turns a statement into its opposite, and a claim need not state all of its passage.",
    "`People will be dismissed earlier [@closing].`, where the article has “no one will be dismissed before then”",
    "Say what is not so, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find clauses that lose the negation of what they take up."""
    taken = cited(evidence, said)
    found = [
        *lost(said, taken, "negations", "half_negations"),
        *(lost(said, taken, "half_negations", "hedges") if said.kind != "title" else ()),
    ]
    for span, words in found:
        if _is_complement(evidence, said, span):
            continue
        yield doubt(RULE, said, span, f"what is cited says “{words}”, the clause nothing like it", taken)
    if said.kind != "title":
        for span, words in added(said, taken):
            yield doubt(RULE, said, span, f"“{words}”, and what is cited says nothing like it", taken)


_NEARLY = 0.03


def _is_complement(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether a clause tells the rest of a share: one in seven were, where 85 percent were not."""
    theirs = [
        share
        for support in said.supports
        for told in evidence.figures_of(support)
        for one in told.numbers
        if (share := _share(one))
    ]
    told = evidence.read(said.text[slice(*span)], said.pack).numbers
    ours = [share for one in told if (share := _share(one))]
    return any(
        abs(1 - share - other) <= _NEARLY and abs(share - other) > _NEARLY
        for share in ours
        for other in theirs
    )


def _share(number: Number) -> float:
    """Give the part of a whole that a number tells; 0 if it tells none."""
    return number.value / 100 if number.unit == "%" else number.value if number.fraction else 0.0


ROW = OfSentences(RULE, check, frozenset({"summary", "answer", "title"}))
