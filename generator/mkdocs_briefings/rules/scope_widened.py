"""Sentences that say "all" where their evidence says "most", or drop its "some", "at least" or "up to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import clause_spans, piece_marks
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, found, unquoted
from mkdocs_briefings.rules.patterns import compiled
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
    "scope-widened",
    Severity.DOUBT,
    "A sentence says all, or most, or gives a plain number, where what it takes up says most, some, at least or up to.",
    "Who reads “all” or “40” takes what the source left open for settled.",
    "`All shops are closed [@shops].`, where the article has “most shops”",
    "Say how many, in the source’s own word, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find clauses that take in more than what they take up."""
    pack = said.pack
    if said.kind == "title" or pack is None or not pack.scopes:
        return
    taken = cited(evidence, said)
    if not taken:
        return
    text = unquoted(said)
    for span in clause_spans(text, pack):
        problem = _widened(evidence, said, taken, span)
        if problem:
            yield problem
    yield from _unbound(evidence, said, taken)


def _widened(evidence: Evidence, said: OwnSentence, taken: Sequence[TakenUp], span: Span) -> Problem | None:
    """Hold the word for "all" or "most" of a clause, or that it has none, against all that the clause takes up."""
    pack = said.pack
    clause = unquoted(said)[slice(*span)]
    if pack is None:
        return None
    mine = [compiled(one).search(clause) for one in pack.scopes]
    level = max((n for n, word in enumerate(mine) if word), default=-1)
    if level == 0:
        return None
    pieces = best_pieces(said, said.text[slice(*span)], taken, piece_marks)
    theirs = [(_level(one), one) for one in pieces]
    if not theirs or any(there is None or there[0] >= level > 0 for there, _ in theirs):
        return None
    _, words = theirs[0][0] or (0, "")
    word = mine[level] if level > 0 else None
    if word is None and any(there and there[0] == _ALL for there, _ in theirs):
        return None
    if word is not None:
        # "All the tests that…" over "most": but "all" beside a number counts, unless the evidence has a part of that number.
        counted = [
            one.value
            for one in evidence.read(said.text, pack).numbers
            if 0 <= one.start - word.end() - span[0] <= _NEAR
        ]
        if counted and not any(_has_part_of(evidence, one, counted[0]) for one in pieces):
            return None
        at = (span[0] + word.start(), span[0] + word.end())
        return doubt(RULE, said, at, f"“{word[0]}”, and what is cited says “{words}”", taken)
    if not all(found(one.text, one.pack, "partials") for one in pieces):
        return None
    # A word for a part may stand in the next clause: "it is closed: parts of the ceiling fell".
    if found(said.text, pack, "partials") or compiled(pack.scopes[0]).search(said.text):
        return None
    if evidence.read(clause, pack).numbers or _is_of_a_part(said.text, pieces, words):
        return None
    return doubt(RULE, said, span, f"what is cited says “{words}”, the sentence nothing like it", taken)


def _has_part_of(evidence: Evidence, piece: EvidenceClause, whole: float) -> bool:
    """Whether a clause has "some", and the number of all of them."""
    some = compiled(piece.pack.scopes[0]).search(piece.text)
    return bool(some) and any(one.value == whole for one in evidence.read(piece.text, piece.pack).numbers)


_NEAR = 3
_ALL = 2


def _level(piece: EvidenceClause) -> tuple[int, str] | None:
    """How much a clause of the evidence takes in, and its word for it; nothing if it has no such word."""
    for n in (2, 1, 0):
        if match := compiled(piece.pack.scopes[n]).search(piece.text):
            return n, match[0]
    return None


def _is_of_a_part(clause: str, pieces: Sequence[EvidenceClause], words: str) -> bool:
    """Whether a clause tells by another word that it is not about all of them, or has the word itself."""
    return words.lower() in clause.lower() or not any(one.shared for one in pieces)


def _unbound(evidence: Evidence, said: OwnSentence, taken: Sequence[TakenUp]) -> Iterator[Problem]:
    """Find plain numbers of which the evidence says "at least" or "up to"."""
    pack = said.pack
    if pack is None:
        return
    theirs: list[tuple[Number, str, Language]] = [
        (number, text, language)
        for one in taken
        for text, language in one.texts
        for number in evidence.read(text, language).numbers
    ]
    for number in evidence.read(unquoted(said), pack).numbers if theirs else ():
        same = [one for one in theirs if one[0].value == number.value and one[0].unit == number.unit]
        bounds = [_bound(text, other, language) for other, text, language in same]
        if not bounds or not all(bounds):
            continue
        side, words = bounds[0] or ("", "")
        mine = _bound(said.text, number, pack)
        if (mine and mine[0] == side) or (not mine and _is_rounded(said.text, number, pack)):
            continue
        what = f"“{mine[1]}”" if mine else f"“{said.text[number.start : number.end].strip()}”"
        yield doubt(
            RULE, said, (number.start, number.end), f"{what}, and what is cited says “{words}”", taken
        )


_WINDOW = {True: 24, False: 9}
"""Characters beside a number in which a word bounds it, in languages with and without spaces."""
_FURTHER = 10
"""Characters more behind it: "two further works or more"."""
_BREAK = re.compile(r"[,;:.，；：。、（(]")
_COMPARES = re.compile(r"(?:than|als|que|de)$", re.IGNORECASE)
_LEFT = re.compile(r"\W*(?:\w+\W+)?$")
"""What may be between such a word and the number: a sign of a currency, one word."""


def _bound(text: str, number: Number, pack: Language) -> tuple[str, str] | None:
    """The side to which a number is open, and the word for it."""
    width = _WINDOW[pack.spaced]
    before = _BREAK.split(text[max(0, number.start - width) : number.start])[-1]
    behind = _BREAK.split(text[number.end : number.end + width + _FURTHER])[0]
    for side in ("at_most", "at_least"):
        for match in compiled(getattr(pack, side)).finditer(before):
            if not pack.spaced or _LEFT.fullmatch(before, match.end()):
                return side, match[0]
        after = found(behind, pack, side)
        # "Twice as much as" and "nine million more than planned" compare.
        if after and not after[0].startswith("as ") and not _COMPARES.search(after[0]):
            return side, after[0]
    return None


def _is_rounded(text: str, number: Number, pack: Language) -> bool:
    """Whether a word such as "about" is beside a number."""
    before = text[max(0, number.start - _WINDOW[pack.spaced]) : number.start].lower()
    return any(word in before for word in pack.rounding)


ROW = OfSentences(RULE, check)
