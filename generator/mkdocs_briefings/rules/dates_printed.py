"""Whether the date of a claim may be what its passage prints, for what the arithmetic of dates does not read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import date_context
from mkdocs_briefings.model import dates
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.model.corpus import Claim, Source
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.quantities import Day
    from mkdocs_briefings.text.languages import Language

_MOST = 400
"""Days of a range that are looked at one by one."""
_NEAR = 14
"""Days around the article in which a bare weekday lies."""
_MONTH = 45
_YEAR = 366


def mismatch(evidence: Evidence, claim: Claim) -> str:
    """Return the words by which a source tells another time than the date of a claim; nothing if they may agree.

    Of `printed` all must agree. Of a passage one telling is enough, for it may tell of other times too.
    """
    source = evidence.corpus.sources[claim.source]
    if claim.date is None or claim.date.approximate or claim.at:
        return ""
    words = date_context.meant(
        source, claim.printed or " ".join(w for one in claim.passages for w in one.words)
    )
    pack = language_of(words, source.lang)
    if pack is None:
        return ""
    told = list(_told(evidence, claim.date, words, source, pack))
    wrong = [stretch for stretch, agrees in told if not agrees]
    if claim.printed:
        return wrong[0] if wrong else ""
    return (
        wrong[0]
        if wrong and len(wrong) == len(told) and not _is_explained(evidence, claim, words, pack)
        else ""
    )


def _is_explained(evidence: Evidence, claim: Claim, words: str, pack: Language) -> bool:
    """Whether something else may give the date: `why`, the day of the article, a length of time."""
    source = evidence.corpus.sources[claim.source]
    published = dates.local_days(source.published) if source.published else None
    if claim.why or claim.note or published is None or claim.date is None:
        return True
    if claim.date.earliest <= published[1] and published[0] <= claim.date.latest:
        return True
    lengths = (one.measure for one in evidence.read(words, pack).numbers if one.measure)
    of_years = (pack.year_before, pack.year_after) if claim.date.latest.year != published[1].year else ()
    relative = filter(None, (*of_years, pack.month_before, *pack.seasons))
    return any(kind in {"time", "months"} for kind, _ in lengths) or any(
        re.search(one, words, re.IGNORECASE) for one in relative
    )


def _told(
    evidence: Evidence, date: Date, words: str, source: Source, pack: Language
) -> Iterator[tuple[str, bool]]:
    """Give the times that words tell, each with whether the date may be that."""
    published = dates.local_days(source.published) if source.published else None
    lower = words.lower()
    printed = evidence.read(words, pack).dates
    days = list(_days(date)) if printed or pack.code != "en" else []
    days += _edges(date, words, pack) if days else ()
    for one in printed:
        if pack.code == "en" and (one.day is None or one.month is not None):
            continue  # the arithmetic of dates has read it, or has a reason not to
        if one.month is None and one.weekday is None and one.day is None:
            continue
        of_other = one.year is None and pack.same_year and compiled(pack.same_year).search(words)
        yield (
            words[one.start : one.end].strip(),
            not days
            or any(
                _is(one, day, None if of_other else published, years_beside(lower, one, published, pack))
                for day in days
            ),
        )
    if published is None or pack.code == "en":
        return
    for word, offset in pack.day_words.items():
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)" if pack.spaced else re.escape(word), lower):
            meant = {day + dt.timedelta(offset) for day in published}
            yield word, not days or any(day in meant for day in days)


def _edges(date: Date, words: str, pack: Language) -> Iterator[dt.date]:
    """Give the day that a date leaves out, of which it is told: "before 31 August" is open up to the 30th."""
    if date.open_start and not date.open_end and compiled(pack.before_date).search(words):
        yield date.latest + dt.timedelta(1)
    if date.open_end and not date.open_start and compiled(pack.after_date).search(words):
        yield date.earliest - dt.timedelta(1)


def years_beside(lower: str, one: Day, published: Days | None, pack: Language) -> set[int]:
    """Give the years that words beside a month tell: "in March of last year"."""
    around = lower[
        max(0, one.start - (_BESIDE if pack.spaced else 2)) : one.end + (_BESIDE if pack.spaced else 0)
    ]
    return (
        {published[1].year + by for word, by in pack.year_words.items() if word in around}
        if published
        else set()
    )


_BESIDE = 25


def _is(one: Day, day: dt.date, published: Days | None, years: set[int]) -> bool:
    """Whether a day may be what is printed, by all that is printed of it."""
    parts = ((one.month, day.month), (one.day, day.day), (one.weekday, day.weekday()))
    if any(told not in {None, meant} for told, meant in parts) or one.year not in {None, day.year}:
        return False
    if one.year or published is None:
        return True
    if one.month:
        return day.year in years if years else abs((day - published[1]).days) <= _YEAR
    return abs((day - published[1]).days) <= (_NEAR if one.day is None else _MONTH)


def _days(date: Date) -> Iterator[dt.date]:
    """Give the days of a date, of an open one its end; none of one that is too long to tell anything."""
    if date.open_start and date.open_end:
        return
    first = date.latest if date.open_start else date.earliest
    last = date.earliest if date.open_end else date.latest
    for number in range((last - first).days + 1 if (last - first).days <= _MOST else 0):
        yield first + dt.timedelta(number)
