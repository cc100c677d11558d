"""Clauses without a “not” where what they take up has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import comma_marks, fine_spans, piece_marks
from mkdocs_briefings.rules.doubting import (
    best_pieces,
    cited,
    doubt,
    found,
    lost,
    negates,
    unquoted,
    without_bounds,
    word_pieces,
)
from mkdocs_briefings.rules.negation_lost import unsure
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.polarity import has_turn_of_its_own, negated
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import EvidenceClause, TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
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
    if said.kind == "text":
        for message in unsure(evidence, said):
            yield doubt(RULE, said, (0, len(said.text)), message, taken)
        return
    left_out = [
        *(one for one in lost(said, taken, "negations", "half_negations") if _takes_up(said, taken, one[0])),
        *(lost(said, taken, "half_negations", "hedges") if said.kind != "title" else ()),
    ]
    if not left_out and said.kind != "title":
        for message in unsure(evidence, said):
            yield doubt(RULE, said, (0, len(said.text)), message, taken)
    for span, words in left_out:
        if _is_complement(evidence, said, span):
            continue
        yield doubt(RULE, said, span, f"what is cited says “{words}”, the clause nothing like it", taken)
    if said.kind != "title":
        for span, words in added(said, taken):
            if not _is_complement(evidence, said, span):
                yield doubt(RULE, said, span, f"“{words}”, and what is cited says nothing like it", taken)


def _takes_up(said: OwnSentence, taken: Sequence[TakenUp], span: Span) -> bool:
    """Whether a clause has a word that its evidence negates; in another language nobody can tell."""
    clause = said.text[slice(*span)]
    words = word_pieces(clause, spaced=said.pack is None or said.pack.spaced)
    pieces = [one for one in best_pieces(said, clause, taken, comma_marks) if one.pack is said.pack]
    return not pieces or any(not words.isdisjoint(negated(one.text, one.pack)) for one in pieces)


def added(said: OwnSentence, taken: Sequence[TakenUp]) -> Iterator[tuple[Span, str]]:
    """The clauses that negate what their evidence tells without a negation, nor by its own meaning, with the word."""
    text, pack = unquoted(said), said.pack
    if pack is None or not taken:
        return
    for span in fine_spans(text, pack):
        clause = without_bounds(text[slice(*span)], pack)
        words = [*compiled(pack.negations).finditer(clause)]
        # "It cannot take effect without a vote" says that it can.
        if (
            len(words) != 1
            or not negates(clause, pack)
            or any(found(clause, pack, one) for one in _NOT_PLAIN)
        ):
            continue
        word = words[0]
        # "No decision is reported", "the article names nobody": so speaks a sentence about its source.
        about = clause[max(0, word.start() - _ABOUT) : word.end() + _ABOUT]
        pieces = best_pieces(said, said.text[slice(*span)], taken, piece_marks)
        if _is_plainly_told(pieces, clause, pack) or (
            not found(about, pack, "speech") and _is_told_nowhere(said, taken, pieces)
        ):
            yield span, word[0]


_NOT_PLAIN = ("hedges", "tops")
"""Fields beside whose words a "not" denies nothing: "may not", "never so much"."""


def _is_plainly_told(pieces: Sequence[EvidenceClause], clause: str, pack: Language) -> bool:
    """Whether the evidence tells a word right beside the "not" of a clause, and has nothing that turns it."""
    words = negated(clause, pack, near=True)
    mine = word_pieces(clause, spaced=pack.spaced)
    same = [one for one in pieces if one.pack is pack and one.shared]
    return bool(same) and all(
        not words.isdisjoint(word_pieces(one.text, spaced=pack.spaced))
        and not found(one.text, pack, "negations")
        and not has_turn_of_its_own(one.text, pack, mine)
        and not any(found(one.text, pack, field) for field in _RANKS)
        for one in same
    )


_RANKS = ("firsts", "only", "superlatives", "hedges")
"""Fields whose words tell with a "not" as well: "the first since 1998", "none since 1998"."""
_ABOUT = 30
_MAY_NOT = ("negations", "half_negations", "turned", "hedges", "only", "superlatives")


def _is_told_nowhere(said: OwnSentence, taken: Sequence[TakenUp], pieces: Sequence[EvidenceClause]) -> bool:
    """Whether nothing in all that is taken up may mean the "not" of a clause that takes any of it up."""
    texts = [one for each in taken for one in each.texts]
    texts += [(support.words, support.pack) for support in said.supports if support.pack]
    return any(one.shared for one in pieces) and not any(
        found(words, other, one) for words, other in texts for one in _MAY_NOT
    )


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
    counts = [
        one.value
        for support in said.supports
        for read in evidence.figures_of(support)
        for one in read.numbers
    ]
    if any(a - b == one.value for one in told if one.value for a in counts for b in counts if a > b > 0):
        return True
    ours = [share for one in told if (share := _share(one))]
    return any(
        abs(1 - share - other) <= _NEARLY and abs(share - other) > _NEARLY
        for share in ours
        for other in theirs
    )


def _share(number: Number) -> float:
    """Give the part of a whole that a number tells; 0 if it tells none."""
    return number.value / 100 if number.unit == "%" else number.value if number.fraction else 0.0


ROW = OfSentences(RULE, check)
