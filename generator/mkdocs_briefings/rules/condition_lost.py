"""Sentences that tell without its condition what their evidence makes depend on one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, word_pieces
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "condition-lost",
    Severity.DOUBT,
    "What a sentence takes up holds only if something else does; the sentence has no word for that.",
    "“It will reopen” and “it will reopen if the wind drops” are two statements.",
    "`The ferry will sail on Monday [@ferry].`, where the article has “if the wind drops”",
    "Tell the condition, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences without any word for a condition that what they take up depends on."""
    pack = said.pack
    if said.kind == "title" or pack is None:
        return
    if any(found(said.text, pack, one) for one in ("conditions", "conditional")):
        return
    # What may be is told with less by a claim that still says so; a summary should say on what it depends.
    if said.kind == "text" and any(found(said.text, pack, one) for one in ("hedges", "plans")):
        return
    for one in (taken := cited(evidence, said)):
        word = _condition(said, one, single=len(taken) == 1)
        if word:
            yield doubt(
                RULE,
                said,
                (0, len(said.text)),
                f"what is cited says “{word}”, the sentence names no condition",
                taken,
            )
            return


def _condition(said: OwnSentence, one: TakenUp, *, single: bool) -> str:
    """The word for a condition of what a sentence takes up; nothing if any text tells it without one."""
    # The text of a claim is in our words: what it leaves out of its passage was left out there, and is told there.
    words = ""
    for text, pack in one.texts[-1:] if said.kind != "text" and one.claim.analysed else one.texts:
        found_ = [
            (main, word) for main, word in _conditional(text, pack) if single or _tells(said, main, pack)
        ]
        words = words or next((word for main, word in found_ if _tells(said, main, pack) or single), "")
    return words


_END = re.compile(r"[;:.；。：]\s*")
_COMMA = re.compile(r"[,，、]\s*")


def _conditional(text: str, pack: Language) -> Iterator[tuple[str, str]]:
    """What depends on a condition in a text, with the word for the condition."""
    condition = compiled(pack.course.conditions)
    for part in _END.split(text):
        word = condition.search(part)
        if word is None:
            continue
        pieces = _COMMA.split(part)
        main = [piece for piece in pieces if not condition.search(piece)]
        with_word = next(piece for piece in pieces if condition.search(piece) or not main)
        match = condition.search(with_word)
        before = with_word[: match.start()] if match and pack.spaced else ""
        yield " ".join((*main, before)), word[0]


_SHARE = 0.34


def _tells(said: OwnSentence, main: str, pack: Language) -> bool:
    """Whether a sentence has a good part of the words of what depends on the condition."""
    words = word_pieces(main, spaced=pack.spaced)
    mine = word_pieces(said.text, spaced=said.pack is None or said.pack.spaced)
    return len(words & mine) >= max(1, _SHARE * len(words))


ROW = OfSentences(RULE, check)
