"""Answers without a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "answer-uncited",
    Severity.ERROR,
    "The answer to a question cites nothing.",
    "Only a source can answer a question.",
    "`answer: Yes, in January.`",
    "Cite the claim that gives the answer.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find answers without a citation."""
    for briefing in evidence.corpus.briefings.values():
        for n, question in enumerate(briefing.questions):
            if question.answer and not any(question.answer.cites) and not question.answer.refused:
                place = Place(briefing.path, ("questions", n, "answer"))
                yield RULE.at(place, f"the answer to “{question.text.text}” cites nothing")


ROW = OfDesk(RULE, check)
