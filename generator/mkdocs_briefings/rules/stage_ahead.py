"""Sentences that tell as decided, held, paid or convicted what their evidence tells as proposed, planned, expected or alleged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import clause_spans, comma_marks, fine_spans, piece_marks
from mkdocs_briefings.rules.deeds import deeds, has_verb, left_open, stem
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, found, lost, negates, unquoted
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "stage-ahead",
    Severity.DOUBT,
    "A sentence has a word for what is done, such as “adopted”, “held” or “convicted”; what it takes up has none of that "
    "kind, and a word for what is only proposed, planned, expected or alleged.",
    "A draft may never become law, who is charged may be acquitted, and a meeting that is planned may be called off.",
    "`The owner was convicted [@fraud].`, where the article has “charged with fraud”",
    "Say how far it has come, in the source’s own word, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words for acts that nothing cited tells as done."""
    pack = said.pack
    if said.kind == "title" or pack is None or not pack.dones:
        return
    if problem := next(_by_verbs(evidence, said, pack), None) or next(_by_lists(evidence, said, pack), None):
        yield problem


def _by_verbs(evidence: Evidence, said: OwnSentence, pack: Language) -> Iterator[Problem]:
    """Find verbs that tell of a deed, whatever it is, over evidence that has only what is open."""
    text = unquoted(said)
    told = list(_done(text, pack))
    taken = cited(evidence, said) if told else []
    already = _lost_already(said, taken) if taken else frozenset()
    for span, at, *verbs in told:
        if any(start <= span[0] < end for start, end in already):
            continue
        if early := _only_open(said, taken, span, *verbs):
            yield doubt(RULE, said, at, f"“{text[slice(*at)]}”, and what is cited says “{early}”", taken)


def _by_lists(evidence: Evidence, said: OwnSentence, pack: Language) -> Iterator[Problem]:
    """Find words for an act of some kind over evidence that has none of that kind, and only what is open."""
    text = unquoted(said)
    taken: list[TakenUp] | None = None
    for span in clause_spans(text, pack):
        clause = text[slice(*span)]
        if negates(clause, pack) or any(found(clause, pack, one) for one in _SAYS_SO):
            continue
        for kind, pattern in enumerate(pack.dones):
            word = compiled(pattern).search(clause)
            if word is None or word.lastgroup:
                continue
            taken = cited(evidence, said) if taken is None else taken
            if said.kind in ASSERTED and span in _lost_already(said, taken):
                break
            early = _early(said, taken, span, kind)
            if early:
                at = (span[0] + word.start(), span[0] + word.end())
                yield doubt(RULE, said, at, f"“{word[0]}”, and what is cited says “{early}”", taken)


def _done(text: str, pack: Language) -> Iterator[tuple[Span, Span, frozenset[str], frozenset[str]]]:
    """The clauses of a text that tell of a deed and leave nothing open.

    Each has its first verb, the stems of all, and those of verbs of telling, which are deeds only where they were planned.
    """
    for start, end in fine_spans(text, pack):
        clause = text[start:end]
        verbs, told = deeds(clause, pack), deeds(clause, pack, tellings=True)
        if (verbs or told) and not negates(clause, pack) and not _keeps_open(clause, pack):
            a, b = next(iter((verbs or told).values()))
            yield (start, end), (start + a, start + b), frozenset(verbs), frozenset(told)


def _keeps_open(clause: str, pack: Language) -> bool:
    return any(found(clause, pack, one) for one in _KEEPS_OPEN)


_KEEPS_OPEN = ("prospects", "hedges", "hearsay", "conditions", "to_come")


def _only_open(
    said: OwnSentence, taken: Sequence[TakenUp], span: Span, verbs: frozenset[str], told: frozenset[str]
) -> str:
    """The word by which all that a clause takes up is still open: it tells of no other deed, or of this one as planned."""
    texts = [each for one in taken for each in one.texts]
    verbs = frozenset(verb for verb in verbs if not any(verb in deeds(*each) for each in texts))
    told = frozenset(verb for verb in told if not any(verb in deeds(*each, tellings=True) for each in texts))
    mine = deeds(said.text, said.pack) if said.pack else {}
    words = ""
    for piece in best_pieces(said, said.text[slice(*span)], taken, piece_marks):
        early = left_open(piece.text, piece.pack)
        planned = any(has_verb(piece.text, piece.pack, verb) for verb in verbs | told)
        is_other = verbs and deeds(piece.text, piece.pack).keys() <= mine.keys()
        if not early or stem(early, piece.pack) in verbs | told or not (planned or is_other):
            return ""
        words = words or early
    return words


def _lost_already(said: OwnSentence, taken: Sequence[TakenUp]) -> frozenset[Span]:
    """The clauses of which other doubts say that they tell a possibility or a plan as a fact."""
    hedges = lost(said, taken, "hedges", "hearsay")
    return frozenset(span for span, _ in (*hedges, *lost(said, taken, "prospects", "hedges", "plans")))


_SAYS_SO = ("prospects", "hedges", "hearsay", "to_come", "asks")


def _early(said: OwnSentence, taken: Sequence[TakenUp], span: Span, kind: int) -> str:
    """The word by which what a clause takes up is not done yet; nothing if anything cited has a word for the act."""
    for one in taken:
        for text, pack in one.texts:
            clauses = (clause for clause in comma_marks(pack).split(text) if clause)
            if any(
                compiled(pack.dones[kind]).search(clause) and not negates(clause, pack) for clause in clauses
            ):
                return ""
    words = ""
    for piece in best_pieces(said, said.text[slice(*span)], taken, piece_marks):
        match = next(
            (m for field in _NOT_YET if (m := found(piece.text, piece.pack, field))),
            None,
        ) or (compiled(piece.pack.dones[_CHARGED]).search(piece.text) if kind == _CONVICTED else None)
        if match is None:
            return ""
        words = words or match[0]
    return words


_NOT_YET = ("prospects", "hearsay", "hedges", "asks")
_CONVICTED, _CHARGED = 2, 3
"""Two of the kinds of acts in `dones`: a charge is none of the words of the fields above."""

ROW = OfSentences(RULE, check, ASSERTED | {"note"})
