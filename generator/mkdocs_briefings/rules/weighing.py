"""Which of the doubts about a sentence is told, and how much it deserves a look beside those about others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.doubt_weights import WEIGHTS
from mkdocs_briefings.rules.reads_otherwise import differences, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

_FIRST = frozenset({"unsupported-count", "translation-missing"})
"""Codes of doubts about something else than what the words of a sentence mean: none of the others stands for them."""


def weighed(evidence: Evidence, said: OwnSentence, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Give the first of the doubts about a sentence, with the weight of the sentence."""
    if problems:
        codes = {one.rule.code for one in problems}
        weight = weigh(differences(evidence, said))
        weight += sum(WEIGHTS.get(f"rule {code}", 0.0) for code in sorted(codes))
        yield replace(next((one for one in problems if one.rule.code in _FIRST), problems[0]), weight=weight)
