"""Words in quotation marks over a passage of another language that has no translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import doubting, quoted_words
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED, REMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "translation-missing",
    Severity.DOUBT,
    "Words in quotation marks are a translation that readers cannot compare.",
    "Quotation marks promise the source's own words; over another language they are somebody's translation.",
    "`The firm speaks of “total theft” [@speaks].`, where the article is in French and `speaks` has no `translation`",
    "Give the claim the `translation` that is quoted.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find what a sentence quotes from a source of another language, where no claim has the translation."""
    for start, end in quoted_words.untranslated(evidence, said):
        words = quoted_words.cut(said.text[start + 1 : end - 1])
        yield doubting.doubt(
            RULE, said, (start, end), f"“{words}” is translated, and its passage has no translation"
        )


ROW = OfSentences(RULE, check, ASSERTED | REMARKS, names=True)
