"""Compare the date of a claim with the words of its source, and show the arithmetic."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, replace
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import date_context, printed_times, reasons, time_meanings
from mkdocs_briefings.derive.days import edtf, month_of, shift, year_of
from mkdocs_briefings.derive.reasons import Reason, SaidDays, SaidName, reason
from mkdocs_briefings.derive.time_meanings import Anchor, DayRange
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.dates import Shape
from mkdocs_briefings.model.recorded import Once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.derive.printed_times import Expression
    from mkdocs_briefings.model.corpus import Claim, Corpus, Source
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.text.quotation import Span

_BEFORE_SAME = 600
"""Characters before "the same month" in which that month is looked for: a paragraph."""
_ABOUT = {dates.Precision.DAY: 3, dates.Precision.MONTH: 31, dates.Precision.YEAR: 366}
"""Days by which an approximate date may miss."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the date of a claim fits what is printed, and why."""

    ref: str
    steps: tuple[Reason, ...]
    """The arithmetic: a step for each telling of a time; none where the date is there in full."""
    fits: bool
    mismatch: str = ""
    """What does not fit, in words."""
    would_fit: tuple[str, ...] = ()
    """Dates that would fit, as an editor types them."""

    @property
    def told(self) -> str:
        """The arithmetic in English, as problems and commands say it."""
        return " ".join(map(reasons.english, self.steps))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the words of one claim are read against."""

    corpus: Corpus
    claim: Claim
    date: Date
    source: Source
    anchors: tuple[Anchor, ...]
    at: int
    """Where in the source the words stand."""
    ahead: bool


@dataclass(frozen=True, slots=True)
class _Verdict:
    fits: bool
    steps: tuple[Reason, ...]
    one: Expression
    readings: tuple[DayRange, ...]


def proofs(corpus: Corpus, once: Once | None = None) -> Mapping[str, Proof]:
    """Return the proofs of all claims that have one, by reference."""
    once = once or Once()
    made = {}
    for ref, claim in corpus.claims.items():
        if proof := once(("proof", ref), partial(prove, corpus, claim), claim):
            made[ref] = proof
    return made


def prove(corpus: Corpus, claim: Claim) -> Proof | None:
    """Compare the date of a claim with what is printed; None if nothing printed can be computed.

    Of `printed` all must fit. Without it the passages are read, where one telling that fits is enough: a
    passage may tell of other times too.
    """
    source = corpus.sources.get(claim.source)
    if claim.date is None or source is None or source.lang.split("-")[0] != "en":
        return None
    if claim.printed:
        at = next(date_context.places(source, claim), None)
        if at is None:  # a fault of its own: `printed-not-found`
            return None
        context = _context(corpus, claim, claim.date, source, at)
        words = date_context.meant(source, claim.printed)
        found = [
            _group(context, group)
            for group in printed_times.groups(words, _merged(printed_times.read(words)))
        ]
        verdicts = [verdict for verdict in found if verdict]
        fits = all(verdict.fits for verdict in verdicts)
    else:
        verdicts = list(_of_passages(corpus, claim, claim.date, source))
        fits = any(verdict.fits for verdict in verdicts)
        verdicts = [v for v in verdicts if v.fits] or [v for v in verdicts if not v.one.weak]
    if not verdicts:
        return None
    steps = tuple(step for verdict in verdicts for step in verdict.steps)
    if fits:
        return Proof(claim.ref, steps, fits=True)
    wrong = next(verdict for verdict in verdicts if not verdict.fits)
    possible = [r for r in wrong.readings if _meet((r.first, r.last), (r.first, r.last), r.weekday)]
    better = tuple(dict.fromkeys(map(_as_typed, possible)))
    return Proof(claim.ref, steps, fits=False, mismatch=_mismatch(claim.date, wrong), would_fit=better)


def _context(corpus: Corpus, claim: Claim, date: Date, source: Source, at: int) -> _Context:
    anchors = []
    if days := dates.local_days(source.published) if source.published else None:
        anchors.append(Anchor(*days, "article"))
    occasion = corpus.claims[claim.at].date if claim.at and claim.at in corpus.claims else None
    if occasion and not (occasion.open_start or occasion.open_end):
        days = occasion.earliest, occasion.latest
        anchors.append(Anchor(*days, "occasion"))
    # `why`, which the review shows, may say that it lay ahead.
    ahead = (
        claim.kind == "forecast" or date_context.is_ahead(source, at) or printed_times.lies_ahead(claim.why)
    )
    return _Context(corpus, claim, date, source, tuple(anchors), at, ahead)


def _of_passages(corpus: Corpus, claim: Claim, date: Date, source: Source) -> Iterator[_Verdict]:
    for passage in claim.passages:
        for span in passage.spans:
            words = source.text.raw[slice(*span)]
            for one in printed_times.read(words, running=True):
                if printed_times.is_compared(words, one):
                    one = replace(one, weak=True)  # noqa: PLW2901, the same, that never refuses
                context = _context(corpus, claim, date, source, span[0] + one.span[0])
                if verdict := _group(context, (one,)):
                    yield verdict


def _merged(found: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Join a bare weekday with the one other telling ("last week, on Tuesday")."""
    days = [one for one in found if one.kind == "weekday" and one.offset is None and not one.edge]
    others = [one for one in found if one not in days and one.kind in {"unit", "calendar"}]
    if len(found) != 2 or len(days) != 1 or len(others) != 1 or others[0].weekday is not None:  # noqa: PLR2004
        return found
    return (printed_times.with_weekday(others[0], days[0]),)


def _group(context: _Context, group: tuple[Expression, ...]) -> _Verdict | None:
    """Judge tellings joined by "or", "and", "to": the date fits one of them, or lies between them."""
    year = group[-1].year
    judged = [_judge(context, printed_times.with_year(one, year)) for one in group]
    verdicts = [verdict for verdict in judged if verdict]
    if len(verdicts) < 2:  # noqa: PLR2004
        return verdicts[0] if verdicts else None
    every = tuple(itertools.chain.from_iterable(verdict.readings for verdict in verdicts))
    date = context.date
    if _are_weekdays_in_a_row(context, group):
        return _Verdict(fits=True, steps=(), one=group[0], readings=every)
    fits = min(r.first for r in every) <= date.earliest and date.latest <= max(r.last for r in every)
    if date.shape is Shape.POINT or date.open_start or date.open_end:
        # Other ranges that merely hold one of them may reach beyond all.
        fits = fits or any(verdict.fits for verdict in verdicts)
    steps = tuple(step for verdict in verdicts if verdict.fits is fits for step in verdict.steps)
    return _Verdict(fits, steps, verdicts[0].one, every)


_FORTNIGHT = 14
_NOTHING = Reason("")


def _are_weekdays_in_a_row(context: _Context, group: tuple[Expression, ...]) -> bool:
    """Return whether a date is the days of "Monday to Wednesday" near the article: of which week is not printed."""
    date = context.date
    if (
        any(one.kind != "weekday" or one.offset is not None for one in group)
        or date.open_start
        or date.open_end
    ):
        return False
    first, last = group[0].weekday, group[-1].weekday
    near = any(abs((date.latest - anchor.first).days) <= _FORTNIGHT for anchor in context.anchors)
    return near and (date.earliest.weekday(), date.latest.weekday()) == (first, last)


def _judge(context: _Context, one: Expression) -> _Verdict | None:
    found = tuple(_readings(context, one))
    if not found:
        return None
    fitting = [reading for reading in found if _fits(context.date, reading)]
    if fitting and one.year and one.weekday is None:
        return _Verdict(True, (), one, found)
    first, *more = dict.fromkeys(reading.how for reading in fitting[:1] or found[:2])
    how = _among_years(context, one, first)
    if more:
        how = reason("or", reason=how, other=more[0])
    later = _later_day(context, one)
    step = (
        reason("step-later", words=one.words, reason=how, days=later)
        if later
        else reason("step", words=one.words, reason=how)
    )
    return _Verdict(bool(fitting), (step,), one, found)


def _readings(context: _Context, one: Expression) -> Iterator[DayRange]:
    if one.kind == "same":
        yield from _same(context, one)
    elif one.kind == "duration":
        yield from _duration(context, one)
    elif one.year:
        yield from time_meanings.readings(one, None, ahead=context.ahead)
    else:
        for anchor in context.anchors:
            yield from time_meanings.readings(one, anchor, ahead=context.ahead)
        yield from _of_printed_year(context, one)
        if not context.anchors:
            yield from _unanchored(context.date, one)


def _of_printed_year(context: _Context, one: Expression) -> Iterator[DayRange]:
    """Read a day without a year as one of the year that is printed shortly before it."""
    if one.kind != "calendar" or one.offset is not None or one.month is None:
        return
    years = [before.year for before, _ in _told_before(context.source, context.at) if before.year]
    for year in dict.fromkeys(years[-1:]):
        if days := time_meanings.in_year(one, year):
            how = reason("no-year-but", year=reasons.year(year), days=SaidDays(*days))
            yield time_meanings.narrow(DayRange(*days, how), one)


def _unanchored(date: Date, one: Expression) -> Iterator[DayRange]:
    """Check what can be checked without knowing when the source was published: weekday, day and month."""
    if date.open_start or date.open_end or one.offset is not None:
        return
    if one.kind == "weekday":
        found = time_meanings.narrow(DayRange(shift(date.earliest, -6), date.latest, _NOTHING), one)
        name = SaidName("weekday", one.weekday or 0)
        yield replace(found, how=reason("is-weekday", days=SaidDays(found.first, found.last), weekday=name))
        return
    for year in range(date.earliest.year, min(date.latest.year, date.earliest.year + 20) + 1):
        if days := time_meanings.in_year(one, year):
            here = reason("no-year-here", days=SaidDays(*days))
            yield time_meanings.narrow(DayRange(*days, reason("no-year", reason=here)), one)


def _same(context: _Context, one: Expression) -> Iterator[DayRange]:
    """Resolve "the same month": that of a time told shortly before."""
    for before, _ in _told_before(context.source, context.at):
        for reading in () if before.kind == "same" else _readings(context, before):
            a, b = reading.first, reading.last
            days = {
                "day": (a, b),
                "week": (shift(a, -6), shift(b, 6)),
                "month": (month_of(a.year, a.month)[0], month_of(b.year, b.month)[1]),
                "year": (year_of(a.year)[0], year_of(b.year)[1]),
            }[one.unit or "day"]
            yield DayRange(*days, reason("stated-before", words=before.words, reason=reading.how))


def _told_before(source: Source, at: int) -> Iterator[tuple[Expression, Span]]:
    """Return the times that are told shortly before a place, and where."""
    start = max(0, at - _BEFORE_SAME)
    for one in printed_times.read(source.text.raw[start:at], running=True):
        yield one, (start + one.span[0], start + one.span[1])


def times_before(source: Source, claim: Claim, proof: Proof) -> Iterator[Span]:
    """Return the places of the times that a proof names because "the same month" refers to them."""
    if claim.printed:
        marks = list(date_context.places(source, claim))[:1]
    else:
        marks = [
            span[0] + one.span[0]
            for passage in claim.passages
            for span in passage.spans
            for one in printed_times.read(source.text.raw[slice(*span)], running=True)
            if one.kind == "same"
        ]
    named = {
        dict(part.values)["words"]
        for step in proof.steps
        for part in step.within()
        if part.id == "stated-before"
    }
    for at in marks:
        for one, span in _told_before(source, at):
            if one.words in named:
                yield span


def _duration(context: _Context, one: Expression) -> Iterator[DayRange]:
    """Count a length of time from the days that the briefing has from the same source."""
    briefing = context.corpus.briefings[context.claim.briefing]
    for claim in briefing.claims:
        date = claim.date
        if claim.ref == context.claim.ref or claim.source != context.source.id or date is None:
            continue
        if date.earliest == date.latest:
            days = one.count * {"day": 1, "week": 7}.get(one.unit, 0)
            end = shift(date.earliest, days) if days else _later(date.earliest, one)
            told = shorten(claim.text.text.rstrip("."), 70, placeholder="…")
            begun = SaidDays(date.earliest, date.latest)
            how = reason("counted", words=one.words, days=begun, claim=told, end=SaidDays(end, end))
            yield DayRange(shift(end, -1), end, how)


def _later(day: dt.date, one: Expression) -> dt.date:
    months = day.year * 12 + day.month - 1 + one.count * (12 if one.unit == "year" else 1)
    if months // 12 > dt.MAXYEAR:
        return dt.date.max
    first, last = month_of(months // 12, months % 12 + 1)
    return first.replace(day=min(day.day, last.day))


def _fits(date: Date, reading: DayRange) -> bool:
    slack = _ABOUT[date.precision] if date.approximate else 0
    first, last = shift(reading.first, -slack), shift(reading.last, slack)
    is_point = date.shape is Shape.POINT
    touches = _meet((date.earliest, date.latest), (first, last), None if slack else reading.weekday)
    if not touches and reading.weekday is not None:
        return False
    if reading.edge == "by":
        return (is_point and touches) or first <= date.latest <= last
    if reading.edge == "from":
        return (is_point and touches) or first <= date.earliest <= last
    if reading.edge == "before":
        return date.earliest <= last and (date.latest <= last or is_point)
    if reading.edge == "since":
        return date.latest >= first and (date.earliest >= first or is_point)
    if date.open_start or date.open_end:
        return first <= (date.latest if date.open_start else date.earliest) <= last
    within = first <= date.earliest and date.latest <= last
    around = date.earliest <= first and last <= date.latest
    return touches if is_point else within or around


def _meet(a: Days, b: Days, weekday: int | None) -> bool:
    """Return whether a day, of this weekday, belongs to both."""
    first, last = max(a[0], b[0]), min(a[1], b[1])
    days = (last - first).days + 1
    return days > 0 and (weekday is None or (weekday - first.weekday()) % 7 < days)


def _among_years(context: _Context, one: Expression, how: Reason) -> Reason:
    """Tell the years in which the printed day is the printed weekday, before what else is told of it."""
    if not _tells_year_by_weekday(one) or not context.anchors:
        return how
    years, fit = time_meanings.years_that_fit(one, context.anchors[0].last.year)
    inner = dict(how.values)["reason"] if how.id == "no-year" else how
    tried = [year for year in years if dt.MINYEAR <= year <= dt.MAXYEAR]  # an article may be of the last year
    ends = {"first": reasons.year(tried[0]), "last": reasons.year(tried[-1]), "reason": inner}
    if not fit:
        return reason("years-none", **ends)
    return reason("years-one" if len(fit) == 1 else "years-some", years=tuple(map(reasons.year, fit)), **ends)


def _later_day(context: _Context, one: Expression) -> SaidDays | None:
    days = time_meanings.in_year(one, context.date.earliest.year) if _tells_year_by_weekday(one) else None
    later = date_context.looked_ahead_to(context.source, days[1]) if days else None
    return SaidDays(*later) if later else None


def _tells_year_by_weekday(one: Expression) -> bool:
    return bool(one.kind == "calendar" and one.day and one.month and not one.year and one.weekday is not None)


def _as_typed(reading: DayRange) -> str:
    days = edtf(reading.first, reading.last)
    if ".." in days or reading.edge not in {"before", "since"}:
        return days
    return f"..{days}" if reading.edge == "before" else f"{days}.."


def _mismatch(date: Date, wrong: _Verdict) -> str:
    day = dates.weekday(date) if wrong.one.weekday is not None else None
    return f"{dates.words(date)}{f', a {day},' if day else ''} does not match “{wrong.one.words}”"
