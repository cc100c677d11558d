"""Years that a text tells by another one: "51 ships last year, 68 the year before"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.rules.quantities import Day
    from mkdocs_briefings.text.languages import Language


@dataclass(frozen=True, slots=True)
class YearTold:
    """A year and where a text tells it; `step` is how far it is from the one that it is counted from."""

    year: int
    start: int
    end: int
    step: int = 0


def told(text: str, days: Sequence[Day], published: Days | None, pack: Language) -> Iterator[YearTold]:
    """Return the years of a text in its order: printed, counted from the article, counted from one told before.

    "The year before" is that of the year told last before it, else of the one told next, else of the article's.
    """
    lower = text.lower()
    steps = [*_steps(pack.year_before, lower, -1), *_steps(pack.year_after, lower, 1)]
    known = [one for one in _absolute(lower, days, published, pack) if not _overlaps(one, steps)]
    for start, end, step in sorted(steps):
        before = [one for one in known if one.end <= start]
        after = [one for one in known if one.start >= end]
        if before:
            base = max(before, key=lambda one: one.end).year
        elif after:
            base = min(after, key=lambda one: one.start).year
        elif published:
            base = published[1].year
        else:
            continue
        known.append(YearTold(base + step, start, end, step))
    yield from sorted(known, key=lambda one: one.start)


def _absolute(lower: str, days: Sequence[Day], published: Days | None, pack: Language) -> Iterator[YearTold]:
    for day in days:
        if day.year:
            yield YearTold(day.year, day.start, day.end)
        elif day.month and published:
            # A month without a year is the last one of that name.
            year = published[1].year - (day.month > published[1].month)
            yield YearTold(year, day.start, day.end)
    if published and pack.year_words:
        for match in _words(pack).finditer(lower):
            yield YearTold(published[1].year + pack.year_words[match[0]], *match.span())


def _overlaps(one: YearTold, steps: Iterable[tuple[int, int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end, _ in steps)


def _steps(pattern: str, lower: str, step: int) -> Iterator[tuple[int, int, int]]:
    for match in compiled(pattern).finditer(lower) if pattern else ():
        yield match.start(), match.end(), step


@functools.cache
def _words(pack: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(pack.year_words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if pack.spaced else words)
