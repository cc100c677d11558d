"""Quotations cut right behind a word that makes them uncertain."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import either
from mkdocs_briefings.rules.doubting import cited, doubt, found
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "cut-beside-hedge",
    Severity.DOUBT,
    "The clause before a quotation has a negation or a word such as “may” that the claim does not have.",
    "A cut can turn a passage round.",
    "`quote: change its plans` where the article has “is unlikely to change its plans”",
    "Quote the words before it too, or dismiss the doubt.",
)


_BEFORE = 60
_BREAK = re.compile(r"[;:；：]")


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find hedges and negations in the words just before a passage that neither it nor the claim has."""
    claim = evidence.corpus.claims[said.cited[0]]
    source = evidence.corpus.sources[claim.source]
    raw = source.text.raw
    pack = language_of(raw[claim.passages[0].start : claim.passages[0].end], *said.supports[0].tags)
    if pack is None or said.pack is None:
        return
    for field in ("negations", "half_negations", "hedges"):
        if found(said.text, said.pack, field) or claim.kind in {"denial", "forecast"}:
            continue
        for passage in claim.passages:
            begin = max((start for start, _ in source.sentences if start <= passage.start), default=0)
            before = _last_clause(
                _BREAK.split(raw[max(begin, passage.start - _BEFORE) : passage.start])[-1], pack
            )
            word = found(before, pack, field)
            if word and not any(found(words, pack, field) for words in passage.words):
                taken = cited(evidence, said)
                yield doubt(
                    RULE, said, (0, len(said.text)), f"“{word[0]}” is just before the quotation", taken
                )
                return


def _last_clause(before: str, pack: Language) -> str:
    """The clause that a passage ends: what stands before a comma, or before what begins a clause, is another's."""
    *_, last = _clause(pack).split(before)
    return last


@functools.cache
def _clause(pack: Language) -> re.Pattern[str]:
    words = either(pack.joining.equal, pack.joining.contrasting)
    return re.compile(rf"[,،，、”“»«\"„]|\b(?:{words})\b", re.IGNORECASE)


ROW = OfSentences(RULE, check, frozenset({"text"}))
