"""Titles that are longer than a line or two of a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

MOST = 80
"""Characters."""
RULE = Rule(
    "title-too-long",
    Severity.WARNING,
    f"The title of a briefing has more than {MOST} characters.",
    "A title is read in lists, on phones and in other programs, which cut it off: what is cut is often the voice or the caveat.",
    "`title: The Ministry of Trade, which had long declined to comment on the matter, proposed a chip rule`",
    "Leave the news in the title; voice and caveat go to the first sentence.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find long titles of briefings that stand."""
    for briefing in evidence.corpus.briefings.values():
        if briefing.status != "withdrawn" and (length := len(briefing.title)) > MOST:
            yield RULE.at(
                Place(briefing.path, ("title",)), f"the title has {length} characters, more than {MOST}"
            )


ROW = OfDesk(RULE, check, needs=entries)
