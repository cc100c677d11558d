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
    if found(said.text, pack, "conditions"):
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
    weak = bool(said.pack and found(said.text, said.pack, "conditional"))
    for text, pack in one.texts[-1:] if said.kind != "text" and one.claim.analysed else one.texts:
        for main, condition, word in _conditional(text, pack):
            if not (single or _tells(said, main, pack)):
                continue
            # "Once the wind drops", "it depends on the wind": another word, but the same condition.
            if weak and (pack is not said.pack or _tells(said, condition, pack, least=0)):
                continue
            words = words or word
    return words


_END = re.compile(r"[;:.；。：]\s*")
_COMMA = re.compile(r"[,，、]\s*")


def _conditional(text: str, pack: Language) -> Iterator[tuple[str, str, str]]:
    """What depends on a condition in a text, the condition, and the word for it."""
    pattern = compiled(pack.course.conditions)
    for part in _END.split(text):
        if not pattern.search(part):
            continue
        pieces = _COMMA.split(part)
        main = [piece for piece in pieces if not pattern.search(piece)]
        with_word = next(piece for piece in pieces if pattern.search(piece) or not main)
        match = pattern.search(with_word)
        if match is None:
            continue
        before, behind = with_word[: match.start()], with_word[match.end() :]
        if pack.spaced:
            yield " ".join((*main, before)), behind, match[0]
        else:
            yield " ".join(main), with_word, match[0]


_SHARE = 0.34


def _tells(said: OwnSentence, main: str, pack: Language, least: float = _SHARE) -> bool:
    """Whether a sentence has a good part of some words of the evidence."""
    words = word_pieces(main, spaced=pack.spaced)
    mine = word_pieces(said.text, spaced=said.pack is None or said.pack.spaced)
    return len(words & mine) >= max(1, least * len(words))


ROW = OfSentences(RULE, check)
