"""Numbers, dates and names of a translation that its passage does not have, and those that it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import arithmetic, unsupported_name
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import TRANSLATED
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.quantities import Day, Figures, Number
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "translation-differs",
    Severity.ERROR,
    "A number, date or name of a translation differs from the passage.",
    "Readers who cannot read the passage rely on its translation.",
    "`translation: The firm sold 12 million cars.`, where the passage has “120万辆”",
    "Correct the translation. What you add for clarity goes in square brackets: `on 5 March [2025]`.",
)

_PUT_IN = re.compile(r"\[[^\[\]]*\]")
_DIGIT = re.compile(r"\d")


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Hold a translation against its passage, and the passage against it: figures both ways, names one way.

    Numbers up to twelve in words are left alone: languages count in words where others have articles and pairs.
    """
    [support] = said.supports
    [original] = support.texts
    pack = language_of(original, *support.tags)
    plain = _PUT_IN.sub(lambda match: " " * len(match[0]), said.text)
    ours, theirs = evidence.read(plain, said.pack), evidence.read(original, pack)
    for start, end in _missing(plain, ours, theirs):
        words = said.text[start:end].strip()
        yield RULE.at(said.at(start, end), f"“{words}” is not in the passage")
    for start, end in _missing(original, theirs, ours):
        yield RULE.at(said.place, f"the passage has “{original[start:end].strip()}”, the translation has not")
    for start, end in _names(evidence, said, support):
        yield RULE.at(said.at(start, end), f"the name “{said.text[start:end]}” is not in the passage")


def _names(evidence: Evidence, said: OwnSentence, support: Support) -> Iterator[Span]:
    """Return the names that a passage has not, though its article may have them elsewhere."""
    named = [mention for id_ in support.sources for mention, _ in evidence.corpus.mentions[id_]]
    wrong = [
        one.span
        for one in said.named
        if one.entity in named
        and one.entity not in support.entities
        and not unsupported_name.has_without_rank(evidence, support, one.entity)
    ]
    yield from wrong
    yield from (span for span in unsupported_name.unknown_names(evidence, said) if span not in wrong)


def _missing(text: str, told: Figures, other: Figures) -> Iterator[Span]:
    """Return the figures of a text that another text has not; a weekday may be told by its date."""
    for number in told.numbers:
        if _counts(text, number) and not _has(other.numbers, number):
            yield number.start, number.end
    for day in told.dates:
        if day.weekday is None and not _has_day(other.dates, day):
            yield day.start, day.end


def _counts(text: str, number: Number) -> bool:
    if number.value == 1 and not number.unit:  # "1日" is "a day"
        return False
    return bool(_DIGIT.search(text, number.start, number.end)) or number.value > _IN_WORDS


_IN_WORDS = 12


def _has(numbers: Sequence[Number], one: Number) -> bool:
    return any(arithmetic.same_number(one, other, None) for other in numbers)


def _has_day(days: Sequence[Day], one: Day) -> bool:
    """Whether any date is the same as far as both are told; a year that only one of them has proves nothing."""
    return any(
        (one.year == other.year or None in {one.year, other.year})
        and one.month == other.month
        and one.day == other.day
        for other in days
    )


ROW = OfSentences(RULE, check, TRANSLATED, names=True)
