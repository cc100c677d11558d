"""Sentences of summaries without a citation."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.model.prose import typed
from mkdocs_briefings.model.wording import MOST
from mkdocs_briefings.rules.row import OfDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Loc, Problem
    from mkdocs_briefings.model.prose import Prose
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "uncited-sentence",
    Severity.WARNING,
    "A sentence of a summary cites nothing.",
    "Every sentence must show its evidence.",
    "`This changes everything.`",
    "Before the full stop, cite the claim that supports it, or remove the sentence.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find sentences of summaries without a citation.

    A briefing that cites nothing at all and has one source is merely summarised: it rests on the article.
    """
    for briefing in evidence.corpus.briefings.values():
        cites = any(True for block in briefing.summary for s in block.sentences for _ in s.cites)
        if cites or briefing.claims or len(briefing.sources) > 1:
            yield from _uncited(briefing.path, ("summary",), briefing.summary)
    for storyline in evidence.corpus.storylines.values():
        yield from _uncited(storyline.path, (storyline.id, "summary"), storyline.summary)


def _uncited(path: str, loc: Loc, prose: Prose) -> Iterator[Problem]:
    for block in prose:
        for sentence in block.sentences:
            if not any(sentence.cites) and re.search(r"\w", sentence.text) and not sentence.refused:
                place = Place(path, loc, near=typed(sentence.inlines)[:MOST])
                shown = shorten(sentence.text, 60, placeholder="…")
                yield RULE.at(place, f"“{shown}” cites nothing")


ROW = OfDesk(RULE, check)
