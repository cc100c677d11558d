"""Report dates of a sentence that nothing it cites has."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import dates_printed, days_told, implied_figures, relative_years
from mkdocs_briefings.rules.figures import year_ranges
from mkdocs_briefings.rules.quantities import Day
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import within
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.languages.units import DAY, MONTH, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "unsupported-date",
    Severity.ERROR,
    "A sentence has a date that is in nothing it cites.",
    "A date must be printed in the passage, or be the date of the claim, of its occasion or of the source.",
    "`It was proposed in October 2024 [@proposed].`, where the claim has `date: 2024-09-23`",
    "Correct the date, cite the claim that has it, or give the claim a `date`.",
)


_NEAR = 40
"""Characters before a date that tell what it is of."""
# Only what an article is said to be of, or to tell then, is dated by the day of the article.
_OF_ARTICLE = re.compile(
    r"\b(?:articles?|reports?|text|story|headline|digest|sources?|relays?|relayed|writes|wrote|says|said|reports|reported|told)"
    r"(?:\sit)?,?\s(?:of|in|on|from|dated)(?:\s(?:early|mid|late))?[\s-]$",
    re.IGNORECASE,
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find dates that nothing cited has."""
    inside = [one.span for one in said.named if not one.linked]
    ours = evidence.read(said.text, said.pack).dates
    for day in ours:
        if (
            not within(inside, day.start)
            and not _date_told(evidence, said, day, ours)
            and _is_contradicted(evidence, said, day)
        ):
            message = f"the date “{said.text[day.start : day.end]}” is in no cited passage or claim"
            yield RULE.at(said.at(day.start, day.end), message)


def _is_contradicted(evidence: Evidence, said: OwnSentence, day: Day) -> bool:
    """Whether the evidence has another date than one that it does not tell: of a bare weekday, any day or weekday.

    "On Sundays" may be what all of an article is about.
    """
    if day.weekday is None or day.day is not None:
        return True
    told = (one for support in said.supports for read in evidence.figures_of(support) for one in read.dates)
    return any(one.weekday is not None or one.day is not None for one in told)


def _is_printed_weekday(evidence: Evidence, support: Support, day: Day) -> bool:
    """Return whether the article, which is of this day, prints its weekday: "said on Wednesday"."""
    if day.day is None:
        return False
    texts = [evidence.corpus.sources[one].text.raw for one in support.sources] or support.texts
    told = [evidence.read(text, language_of(text, *support.tags)).dates for text in texts]
    return any(one.weekday == day.weekday for dates in told for one in dates if one.day is None)


def _date_told(evidence: Evidence, said: OwnSentence, day: Day, ours: Sequence[Day]) -> bool:
    of_article = bool(_OF_ARTICLE.search(said.text, max(0, day.start - _NEAR), day.start))
    for support in said.supports:
        if any(day.is_covered_by(one) for one in support.dates):
            return True
        if any(day.is_covered_by(one) for told in evidence.figures_of(support) for one in told.dates):
            return True
        if any(
            of_article or _is_printed_weekday(evidence, support, one)
            for one in support.published
            if day.is_covered_by(one)
        ):
            return True
        year_alone = day.year is not None and day.month is None
        ranges = support.spans if year_alone else ()
        if any(first <= (day.year or 0) <= last for first, last in ranges):
            return True
    if any(_follows(evidence, support, day) for support in said.supports) or _is_weekday_of(day, ours):
        return True
    return any(_is_explained(evidence, evidence.corpus.claims.get(ref), day) for ref in said.cited)


def _is_explained(evidence: Evidence, claim: Claim | None, day: Day) -> bool:
    """Whether `why` tells a day within the date of its claim, which is less exact: "the week begins on 10 November"."""
    if claim is None or claim.date is None or not claim.why or not day.month:
        return False
    first, last = claim.date.earliest, claim.date.latest
    pack = language_of(claim.why, evidence.language(claim))
    return any(
        one.month in range(first.month if first.year == last.year else 1, last.month + 1)
        and day.is_covered_by(replace(one, year=one.year or first.year))
        and (one.year or first.year) in {first.year, last.year}
        for one in evidence.read(claim.why, pack).dates
        if one.month
    )


def _follows(evidence: Evidence, support: Support, day: Day) -> bool:
    """Return whether the day of the article makes it of what is printed."""
    printed = [one for told in evidence.figures_of(support) for one in told.dates]
    looks_ahead = any(_is_ahead(text, language_of(text, *support.tags)) for text in support.texts)
    if days_told.follows(day, printed, support.days, support.dates, ahead=looks_ahead):
        return True
    year_alone = day.year is not None and day.month is None
    if year_alone and support.days and _is_years_away(evidence, support, day.year or 0):
        return True
    if _is_months_away(evidence, support, day) or _is_months_off(evidence, support, day, printed):
        return True
    if _is_length_off(evidence, support, day, printed, ahead=looks_ahead):
        return True
    return any(_is_told(evidence, support, day, text, printed) for text in support.texts)


def _is_told(evidence: Evidence, support: Support, day: Day, text: str, printed: Sequence[Day]) -> bool:
    """Return whether the words of a text, with the day of its article, tell a date."""
    year_alone = day.year is not None and day.month is None
    if day.month == _LAST_MONTH and day.year and _END.search(text) and _has_year(printed, support, day.year):
        return True
    if year_alone and any(first <= (day.year or 0) <= last for first, last in year_ranges(text)):
        return True
    pack = language_of(text, *support.tags)
    if pack is None:
        return False
    if _is_one_before(support, day, text, printed, pack) or _is_this_month(support, day, text):
        return True
    own = evidence.read(text, pack).dates
    if any(one.year == day.year for one in _relative(support, day, text, own, pack)):
        return True
    if _is_of_period(support, day, text, printed, pack):
        return True
    if support.days is None:
        return False
    if year_alone and any(day.year == year for year in days_told.season_years(text, support.days[1], pack)):
        return True
    if days_told.by_words(day, text, support.days, pack) or _is_of_year_beside(
        support.days, day, text, own, pack
    ):
        return True
    return pack.code == "en" and days_told.by_expressions(
        day, text, support.days, ahead=_is_ahead(text, pack)
    )


_THIS_MONTH = re.compile(
    r"\b(?:th(?:is|e)\smonth|diese[nsmr]?\smonat\w*|des\smonats|du\smois|ce\smois|del\smes|este\smes)\b|今月|当月|月内|本月|这个月|هذا\sالشهر|الشهر\sالجاري",
    re.IGNORECASE,
)


def _is_this_month(support: Support, day: Day, text: str) -> bool:
    """Whether it is the month of the article, which a text has as "the end of the month"."""
    return (
        day.month is not None
        and day.day is None
        and any(day.is_covered_by(one) for one in support.published)
        and _THIS_MONTH.search(text) is not None
    )


def _is_one_before(support: Support, day: Day, text: str, printed: Sequence[Day], pack: Language) -> bool:
    """Return whether a text leads from a date to the same of the year or the month before: "a year earlier"."""
    if day.year and _finds(pack.year_before, text):
        later = replace(day, year=day.year + 1, weekday=None)
        if any(later.is_covered_by(one) for one in (*printed, *support.dates, *support.published)):
            return True
    if not day.month or day.day or not _finds(pack.month_before, text):
        return False
    year = day.year and day.year + (day.month == _LAST_MONTH)
    later = replace(day, month=day.month % _LAST_MONTH + 1, year=year, weekday=None)
    return any(later.is_covered_by(one) for one in (*printed, *support.dates))


def _relative(
    support: Support, day: Day, text: str, own: Sequence[Day], pack: Language
) -> Iterator[relative_years.YearTold]:
    """Give the years that a text counts from another one, "the year after", for a date whose month it prints."""
    if day.year is not None and day.day is None and (not day.month or any(d.month == day.month for d in own)):
        yield from (one for one in relative_years.told(text, own, support.days, pack) if one.step)


def _is_of_year_beside(published: Days, day: Day, text: str, own: Sequence[Day], pack: Language) -> bool:
    """Return whether a word for a year beside a month makes it whole: "in June of last year"."""
    lower = text.lower()
    return any(
        day.is_covered_by(replace(one, year=year))
        for one in own
        if one.month and one.year is None and day.month
        for year in dates_printed.years_beside(lower, one, published, pack)
    )


def _is_of_period(support: Support, day: Day, text: str, printed: Sequence[Day], pack: Language) -> bool:
    """Return whether it is the first or the last month of a part of a year: "the first quarter"."""
    if day.month is None or day.day is not None:
        return False
    if day.year and not _has_year(printed, support, day.year):
        return False
    return any(day.month in {first, last} and _finds(words, text) for words, first, last in pack.periods)


def _finds(pattern: str, text: str) -> bool:
    return bool(pattern) and re.search(pattern, text, re.IGNORECASE) is not None


_LAST_MONTH = 12
_END = re.compile(r"\b(?:end\s+of|year-end|ende|fin|finales)\b|年末|年底|末", re.IGNORECASE)


def _has_year(printed: Sequence[Day], support: Support, year: int) -> bool:
    published = [day.year for day in support.published]
    return year in {*(day.year for day in printed), *(day.year for day in support.dates), *published}


def _is_months_away(evidence: Evidence, support: Support, day: Day) -> bool:
    """Whether a length of months that is printed leads from the article to this month: "within six months"."""
    if not day.year or not day.month or day.day:
        return False
    away = {
        (day.year - one.year) * 12 + day.month - one.month
        for one in support.published
        if one.year and one.month
    }
    numbers = (one for told in evidence.figures_of(support) for one in told.numbers)
    return any(one.measure == MONTH and one.value in away for one in numbers)


def _is_months_off(evidence: Evidence, support: Support, day: Day, printed: Sequence[Day]) -> bool:
    """Whether a length that is printed leads from a printed month to this year: "December 2028, 18 months later"."""
    if not day.year or day.month:
        return False
    numbers = list(_lengths(evidence, support))
    months = [one.value * one.measure[1] for one in numbers if one.measure and one.measure[0] == "months"]
    ends = [one.year * 12 + (one.month or 1) - 1 for one in (*printed, *support.dates) if one.year]
    return any(
        day.year in {int(end + sign * length) // 12 for sign in (-1, 1)} for end in ends for length in months
    )


def _lengths(evidence: Evidence, support: Support) -> Iterator[Number]:
    """Give the numbers that a support tells, with lengths told by an article: "a week later"."""
    for text in support.texts:
        pack = language_of(text, *support.tags)
        yield from evidence.read(text, pack).numbers
        yield from implied_figures.single_units(text, pack)


def _is_length_off(
    evidence: Evidence, support: Support, day: Day, printed: Sequence[Day], *, ahead: bool
) -> bool:
    """Whether a length that is printed leads from a printed day to this one: "three weeks from 8 June"."""
    if not day.month:
        return False
    days = [
        one.value * one.measure[1] / DAY[1]
        for one in _lengths(evidence, support)
        if one.measure and one.measure[0] == "time" and one.value * one.measure[1] >= DAY[1]
    ]
    if not days:
        return False
    typed = [one for one in support.dates if one.day]
    starts = [
        whole
        for one in printed
        if one.day
        for whole in days_told.made_whole(one, printed, support.days, (), ahead=ahead)
    ]
    for one in (*typed, *starts, *(whole for whole in printed if whole.year and whole.month and whole.day)):
        if not (one.year and one.month and one.day):
            continue
        with suppress(ValueError, OverflowError):
            start = dt.date(one.year, one.month, one.day)
            for length in days:
                for sign in (-1, 1):
                    end = start + dt.timedelta(sign * length)
                    if day.is_covered_by(Day(end.year, end.month, end.day, end.weekday())):
                        return True
    return False


def _is_years_away(evidence: Evidence, support: Support, year: int) -> bool:
    """Whether a length of years that is printed leads from the article to this year: "in four years"."""
    away = {abs(year - day.year) for day in support.published if day.year} - {0}
    numbers = (one for told in evidence.figures_of(support) for one in told.numbers)
    return any(one.measure == YEAR and one.value in away for one in numbers)


def _is_ahead(text: str, pack: Language | None) -> bool:
    return pack is None or re.search(pack.prospects, text, re.IGNORECASE) is not None


def _is_weekday_of(day: Day, ours: Sequence[Day]) -> bool:
    """Return whether it is the weekday of the date beside it: "on Wednesday, 4 March 2026"."""
    if day.weekday is None or day.day is not None:
        return False
    return any(
        dt.date(one.year, one.month, one.day).weekday() == day.weekday
        for one in ours
        if one.year and one.month and one.day and 0 <= one.start - day.end <= _BESIDE
    )


_BESIDE = 6


ROW = OfSentences(RULE, check, names=True)
