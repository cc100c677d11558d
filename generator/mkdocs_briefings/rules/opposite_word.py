"""Sentences that say "rose" where their evidence says "fell"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, unquoted
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "opposite-word",
    Severity.DOUBT,
    "A sentence has a word, and what it takes up has its opposite.",
    "A direction that is turned round looks as plausible as the right one.",
    "`Sales rose [@sales].`, where the article has “fell”",
    "Correct the word, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words whose opposite is in the evidence, and not they themselves."""
    text = unquoted(said)
    taken: list[TakenUp] | None = None
    for number, pair in enumerate(said.pack.opposites if said.pack else ()):
        for mine, other in (pair, pair[::-1]):
            word = re.search(mine, text, re.IGNORECASE)
            if word is None or re.search(other, text, re.IGNORECASE):
                continue
            taken = cited(evidence, said) if taken is None else taken
            if taken and _is_turned(said, number, pair.index(mine)):
                yield doubt(
                    RULE, said, word.span(), f"“{word[0]}”, and what is cited has only its opposite", taken
                )


def _is_turned(said: OwnSentence, number: int, side: int) -> bool:
    """Whether of a pair of words the evidence has the other one alone, in whatever language."""
    texts = [(support.words, support.pack) for support in said.supports]
    pairs = [(text, pack.opposites[number]) for text, pack in texts if pack and len(pack.opposites) > number]
    mine = any(re.search(pair[side], text, re.IGNORECASE) for text, pair in pairs)
    return not mine and any(re.search(pair[1 - side], text, re.IGNORECASE) for text, pair in pairs)


ROW = OfSentences(RULE, check)
