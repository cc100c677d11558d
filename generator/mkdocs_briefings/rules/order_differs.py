"""Sentences that put before something what their evidence puts after it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import either
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted, word_pieces
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
    "order-differs",
    Severity.DOUBT,
    "A sentence says “before” something, and what it takes up says “after” the same thing, or the other way round.",
    "What was known or decided first is often the whole point.",
    "`Staff voted after the boards approved it [@vote].`, where the article has “before the boards approved it”",
    "Give the order of the source, or dismiss the doubt.",
)

Mark = tuple[bool, "Span", frozenset[str]]
"""Whether it is "before", where it stands, and what it is before or after."""


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find marks of order whose other side is told in the evidence of the same thing."""
    pack = said.pack
    if pack is None:
        return
    text = unquoted(said)
    mine = marks(text, pack)
    earlier, later = found(text, pack, "earlier"), found(text, pack, "later")
    alone = None if earlier and later else earlier or later
    if not mine and not alone:
        return
    taken = cited(evidence, said)
    theirs = [mark for one in taken for words, other in one.texts for mark in marks(words, other)]
    for is_before, span, what in mine:
        same = [other for side, _, other in theirs if side == is_before and _is_same(what, other)]
        turned = [other for side, _, other in theirs if side != is_before and _is_same(what, other)]
        if turned and not same:
            yield doubt(
                RULE, said, span, f"“{text[slice(*span)]}”, and what is cited has the other order", taken
            )
            return
    if alone:
        yield from _by_itself(said, alone, taken, is_before=alone is earlier)


@functools.lru_cache(maxsize=1 << 11)
def marks(text: str, pack: Language) -> tuple[Mark, ...]:
    """The words for "before" and "after" of a text, each with what it is before or after."""
    made = []
    for is_before, pattern in ((True, pack.course.before), (False, pack.course.after)):
        for match in compiled(pattern).finditer(text):
            words = _behind(text, match.end(), pack) if pack.spaced else _ahead(text, match.start())
            if what := word_pieces(words, spaced=pack.spaced):
                made.append((is_before, match.span(), what))
    return tuple(made)


_STOP_BEFORE = re.compile(r"[、。，；：,;「」（）()“”]")
_FAR, _NEAR = 60, 14


def _behind(text: str, at: int, pack: Language) -> str:
    """The words that follow a mark, up to the end of the clause."""
    return _stop(pack).split(text[at : at + _FAR], maxsplit=1)[0]


@functools.cache
def _stop(pack: Language) -> re.Pattern[str]:
    return re.compile(rf"[,،;:.()\[\]–—“”«»\"]|\s(?:{either(pack.joining.equal)})\s")


def _ahead(text: str, at: int) -> str:
    return _STOP_BEFORE.split(text[max(0, at - _NEAR) : at])[-1]


_SAME = 0.5
"""The share of words by which two marks are before or after the same."""


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(1, _SAME * min(len(one), len(other)))


def _by_itself(
    said: OwnSentence, word: re.Match[str], taken: Sequence[TakenUp], *, is_before: bool
) -> Iterator[Problem]:
    """Hold "before that" against all that is taken up: where any of it has a word for the same side, nothing is turned."""
    same, other = ("earlier", "later") if is_before else ("later", "earlier")
    side = "before" if is_before else "after"
    texts = [each for one in taken for each in one.texts]
    if any(found(words, pack, one) for words, pack in texts for one in (same, side)):
        return
    if any(found(words, pack, other) for words, pack in texts):
        yield doubt(RULE, said, word.span(), f"“{word[0]}”, and what is cited has the other order", taken)


ROW = OfSentences(RULE, check, ASSERTED | {"note"})
