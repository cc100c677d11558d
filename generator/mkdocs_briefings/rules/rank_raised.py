"""Sentences that rank first what their evidence ranks second, among others, or first for a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import clause_spans, piece_marks
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import EvidenceClause
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "rank-raised",
    Severity.DOUBT,
    "A sentence says that something ranks before all others; what it takes up ranks it second or among others, or says "
    "so for a time only.",
    "“The largest” and “one of the largest” differ by one word that is soon lost.",
    "`It is the largest emitter [@plant].`, where the article has “one of the largest emitters”",
    "Give the rank of the source, with the time for which it holds, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find ranks that are higher than those of all that is taken up."""
    pack = said.pack
    if said.kind == "title" or pack is None:
        return
    text = unquoted(said)
    for start, end in clause_spans(text, pack):
        clause = text[start:end]
        word = _top(clause, pack)
        if word is None or found(clause, pack, "lower"):
            continue
        taken = cited(evidence, said)
        pieces = best_pieces(said, said.text[start:end], taken, piece_marks)
        lower = next((m for one in pieces if (m := found(one.text, one.pack, "lower"))), None)
        if lower and not any(_is_first(one) for one in pieces):
            message = f"“{word[0]}”, and what is cited says “{lower[0]}”"
        elif (since := _since(pieces)) and not _is_bounded(text, pack):
            message = f"“{word[0]}”, and what is cited says “{since}”"
        else:
            continue
        yield doubt(RULE, said, (start + word.start(), start + word.end()), message, taken)
        return


_YEAR = re.compile(r"\d{4}")


def _is_bounded(text: str, pack: Language) -> bool:
    """Whether a sentence tells for which time it ranks something."""
    return bool(_YEAR.search(text)) or any(found(text, pack, one) for one in ("since", "before", "after"))


def _top(text: str, pack: Language) -> re.Match[str] | None:
    """The word by which a text ranks something before all others."""
    return found(text, pack, "firsts") or found(text, pack, "tops")


def _is_first(piece: EvidenceClause) -> bool:
    return bool(_top(piece.text, piece.pack)) and not found(piece.text, piece.pack, "lower")


def _since(pieces: Sequence[EvidenceClause]) -> str:
    """The word that bounds the time of a rank, where all that ranks first has one."""
    ranked = [one for one in pieces if _top(one.text, one.pack)]
    words = [match[0] for one in ranked if (match := found(one.text, one.pack, "since"))]
    return words[0] if words and len(words) == len(ranked) else ""


ROW = OfSentences(RULE, check)
