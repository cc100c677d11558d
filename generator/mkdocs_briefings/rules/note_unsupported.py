"""Numbers, dates and names in notes and corrections that nothing cited has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import unsupported_date, unsupported_name, unsupported_number
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import REMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "note-unsupported",
    Severity.WARNING,
    "A disagreement or a correction has a number, date or name that its claims and citations do not have.",
    "Readers take these sentences for facts too. Because they may also say what was wrong before, this is a warning.",
    "`note: Two articles say 40, one says 50.`, where no claim of the disagreement has 50",
    "Correct it, or cite the claim that has it.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Hold what is said of a disagreement against its claims, a correction against what it cites."""
    for rule in (unsupported_number, unsupported_date, unsupported_name):
        problems = list(rule.check(evidence, said))
        if said.kind == "correction" and problems and _has_another(evidence, said, rule, len(problems)):
            continue
        for problem in problems:
            # "Both", "two", "the first": so a remark counts the claims and articles that it is about.
            if rule is not unsupported_number or re.search(r"\d", problem.place.near):
                yield RULE.at(problem.place, problem.message)


def _has_another(evidence: Evidence, said: OwnSentence, rule: ModuleType, wrong: int) -> bool:
    """Whether a correction has a figure that is supported beside one that is not: that is what it said before."""
    figures = evidence.read(said.text, said.pack)
    if rule is unsupported_name:
        return False
    return wrong < len(figures.numbers if rule is unsupported_number else figures.dates)


ROW = OfSentences(RULE, check, REMARKS, names=True)
