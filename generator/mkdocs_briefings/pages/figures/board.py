"""The measures board as a picture: a bar for each state of each measure, uncertain beginnings visibly so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import last_heard, spans, standings, told_by
from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases, state_words, view
from mkdocs_briefings.pages.phrases import SYMBOLS
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive.states import StateEvent, StateOnDay, StatePeriod
    from mkdocs_briefings.document.nodes import Pen, Say
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View

ANCHOR = "f-board"
_NEAR_THE_END = 92
"""Hundredths of the width from which on a year's number would be cut."""
_MOST_YEARS = 9
"""Years that are named above the bars of a phone."""
_LAST_DAY = 97
"""Hundredths of the width up to the last day: what began on it is still to be seen."""


MOST_PERIODS, FEWEST, MOST_OF_ONE = 120, 4, 20
"""Bars of a board, the newest of each measure: together about so many, of each at least and at most."""
MOST_STEPS = 600
"""The squares of how often measures were told of, summed: up to this all is kept that was known on each day."""
NARROWEST = 0.8
"""Hundredths of the width that the shortest stretch takes, so that it is to be seen."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date

    def percent(self, day: dt.date) -> float:
        """Where a day stands, from 0 to `_LAST_DAY`."""
        whole = (self.last - self.first).days or 1
        inside = min(max(day, self.first), self.last)
        return round(_LAST_DAY * (inside - self.first).days / whole, 2)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What can be said of a measure from a day on: its state or states, and who tells each, with when."""

    day: dt.date
    words: str
    look: str
    tellings: tuple[tuple[Target, str, str], ...]
    """Of each state: its claim, the state with its date, and who says so."""


@dataclass(frozen=True, slots=True)
class _BoardRow:
    """A measure and its states."""

    id: str
    name: str
    spans: tuple[StatePeriod, ...]
    answers: tuple[_Answer, ...]
    earlier: tuple[tuple[dt.date, tuple[_Answer, ...]], ...]
    """The answers that could be given on each day on which something was told of it."""
    is_dated: bool
    """All that tells of it has a date, so that the last of these holds all."""
    heard: Date | None
    told: str
    """When it was last heard of, in words, that nobody tells more of a part since, and what befell the article."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the picture shows."""

    rows: tuple[_BoardRow, ...]
    as_of: dt.date
    scale: _Scale


def board(desk: View, measures: Iterable[Entity]) -> tuple[Figure, ...]:
    """Show all measures over time; nothing if no source tells the state of any."""
    as_of = desk.corpus.as_of
    told = [(one, history) for one in measures if spans(history := desk.derived.states.get(one.id, ()))]
    most = min(MOST_OF_ONE, max(FEWEST, MOST_PERIODS // (len(told) or 1)))
    is_large = sum(len(history) ** 2 for _, history in told) > MOST_STEPS
    rows = tuple(
        _BoardRow(
            measure.id,
            measure.name,
            found[-most:],
            tuple(_answers(desk, history, found[-most:])),
            tuple(_steps(desk, history, *((most // 2, 2) if is_large else (len(history), len(history))))),
            all(event.heard for event in history),
            last_heard(history),
            words_of(state_words.age(desk, measure.id)) + view.fallen(desk, found[-1].event.claim.ref),
        )
        for measure, history in told
        for found in (spans(history),)
    )
    if not rows or as_of is None:
        return ()
    days = [span.certain_from for row in rows for span in row.spans]
    scale = _Scale(dt.date(min(days).year, 1, 1), max(as_of, *days))
    return (Figure(ANCHOR, "board", Board(rows, as_of, scale)),)


def _answers(
    desk: View, history: tuple[StateEvent, ...], shown: tuple[StatePeriod, ...]
) -> Iterator[_Answer]:
    """Say what can be said of a measure by day; what is before the bars that are shown is on its page."""
    found = standings(history)
    if shown and shown[0] != spans(history)[0]:
        yield _Answer(dt.date.min, desk.say("board-earlier"), "", ())
        found = tuple(one for one in found if one.day >= shown[0].certain_from)
    yield from (_answer(desk, one) for one in found)


def _steps(
    desk: View, history: tuple[StateEvent, ...], days: int, states: int
) -> Iterator[tuple[dt.date, tuple[_Answer, ...]]]:
    """Say what could be said of a measure on the last days on which something was told of it, and before these."""
    steps = told_by(history)
    before = desk.say("board-earlier") if len(steps) > days else desk.say("board-untold")
    yield dt.date.min, (_Answer(dt.date.min, before, "", ()),)
    for day, known in steps[-days:]:
        yield day, tuple(_answers(desk, known, spans(known)[-states:]))


def bar(desk: View, measure: str, name: str) -> str:
    """Draw the states of one measure alone, with years and the same in words; nothing if no source gives any a day."""
    found = spans(desk.derived.states.get(measure, ()))[-MOST_OF_ONE:]
    as_of = desk.corpus.as_of
    if not found or as_of is None:
        return ""
    days = [span.certain_from for span in found]
    scale = _Scale(dt.date(min(days).year, 1, 1), max(as_of, *days))
    words = desk.say("between-clauses").join(state_words.dated(desk.say, span) for span in found)
    drawn = "".join(_bars(found, scale)) + _stale(found[-1], last_heard(desk.derived.states[measure]), scale)
    label = escape(desk.say("label", label=name, words=words))
    return f'{_axis(scale)}<div class="b-track" role="img" aria-label="{label}">{drawn}</div>'


def _answer(desk: View, found: StateOnDay) -> _Answer:
    periods = tuple(filter(None, (found.certain, *found.possible)))
    look = "s-either" if found.possible else _class(found.certain) if found.certain else ""
    tellings = tuple(
        (
            addresses.claim(period.event.claim.ref),
            state_words.dated(desk.say, period),
            phrases.who(desk.say, desk.corpus, period.event.claim),
        )
        for period in periods
    )
    return _Answer(found.day, state_words.on_day(desk.say, found), look, tellings)


def draw(board: object, pen: Pen) -> str:
    """Draw the bars of all measures below each other."""
    assert isinstance(board, Board)  # noqa: S101, the table of drawings pairs them
    say, scale = pen.say, board.scale
    rows = "".join(_row(row, board, pen) for row in board.rows)
    first, last, now = scale.first.isoformat(), scale.last.isoformat(), board.as_of.isoformat()
    title = escape(say("board-day-title", first=first, last=last))
    label = escape(say("board-day-slider", first=first, last=last))
    control = (
        f'<form class="b-day" data-first="{first}" data-last="{last}" data-now="{now}" data-whole="{_LAST_DAY}" hidden>'
        f'<label>{escape(say("board-day"))} <input type="text" name="day" inputmode="numeric" size="10" maxlength="10" '
        f'pattern="[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}" value="{now}" title="{title}"></label> '
        f'<label>{escape(say("board-known"))} <input type="text" name="known" inputmode="numeric" size="10" maxlength="10" '
        f'pattern="[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}" title="{escape(say("board-known-title"))}"></label> '
        f'<button type="reset">{escape(say("board-latest"))}</button>'
        f'<input type="range" name="at" min="0" max="{(scale.last - scale.first).days}" step="1" '
        f'value="{(board.as_of - scale.first).days}" aria-label="{label}" '
        f'aria-valuetext="{now}"></form>'
    )
    return (
        f'<div class="b-board" style="--b-at:{scale.percent(board.as_of)}%">{control}'
        f'<p class="b-known" hidden>{escape(say("board-known-about"))}</p>{_axis(scale)}'
        f'<ul class="b-rows">{rows}</ul><p>{escape(say("board-legend"))}</p></div>'
    )


def _axis(scale: _Scale) -> str:
    years = range(scale.first.year, scale.last.year + 1)
    step = max(1, -(-len(years) // _MOST_YEARS))
    ticks = "".join(
        f'<span style="{_tick(scale, year)}">{year}</span>'
        for year in years
        if (year - scale.first.year) % step == 0
    )
    return f'<div class="b-axis" aria-hidden="true">{ticks}</div>'


def _tick(scale: _Scale, year: int) -> str:
    at = scale.percent(dt.date(year, 1, 1))
    return f"left:{at}%" if at < _NEAR_THE_END else "right:0"


def _row(row: _BoardRow, board: Board, pen: Pen) -> str:
    bars = "".join(_bars(row.spans, board.scale)) + _stale(row.spans[-1], row.heard, board.scale)
    latest = next(one for one in reversed(row.answers) if one.day <= board.as_of)
    keys = pen.say("between-clauses").join(state_words.dated(pen.say, span) for span in row.spans)
    entry = escape(addresses.entry(row.id))
    answers = "".join(_said(one, pen) for one in row.answers)
    steps = row.earlier[:-1] if row.is_dated else row.earlier
    answers += _earlier(steps, pen)
    heard = f' data-heard="{row.earlier[-1][0].isoformat()}"' if row.is_dated else ""
    return (
        f'<li id="{entry}-bar" data-of="{entry}"{heard}>'
        f'<a href="{pen.lead(Target(addresses.entity(row.id)))}">{escape(typeset(row.name, pen.say.language))}</a> '
        f'<span class="b-now {latest.look}">{escape(latest.words)}</span>'
        f'<span class="b-heard">{escape(pen.say("board-heard", heard=row.told) if row.told else "")}</span>'
        f'<span class="b-keys">{"".join(_key(pen.say, span) for span in row.spans)}</span>'
        f'<div class="b-track" role="img" aria-label="{escape(pen.say("label", label=row.name, words=keys))}">{bars}</div>{answers}</li>'
    )


def _key(say: Say, span: StatePeriod) -> str:
    """Name a state of the bar above it, with its sign and its day."""
    words = escape(state_words.dated(say, span))
    return (
        f'<span class="{_class(span)}"><i aria-hidden="true">{SYMBOLS[span.event.state]}</i> {words}</span> '
    )


def _said(answer: _Answer, pen: Pen) -> str:
    """Hold what is said of a day for the script that shows it, in the picture and in the table."""
    day = "" if answer.day == dt.date.min else answer.day.isoformat()
    told = "".join(
        f'<li><a href="{pen.lead(target)}">{escape(words)}</a> — {escape(who)}</li>'
        for target, words, who in answer.tellings
    )
    return (
        f'<template data-from="{day}" data-look="{answer.look}"><span>{escape(answer.words)}</span>'
        f"{f'<ul>{told}</ul>' if told else ''}</template>"
    )


def _earlier(told: Iterable[tuple[dt.date, tuple[_Answer, ...]]], pen: Pen) -> str:
    """Hold what could be said before all of it was told, for each day on which that changed."""
    return "".join(
        f'<template data-known="{"" if day == dt.date.min else day.isoformat()}">'
        f"{''.join(_said(one, pen) for one in answers)}</template>"
        for day, answers in told
    )


def _bars(periods: tuple[StatePeriod, ...], scale: _Scale) -> Iterator[str]:
    """Draw what is certain in full colour, and what may be one state or the other in stripes of both."""
    for n, period in enumerate(periods):
        later = periods[n + 1] if n + 1 < len(periods) else None
        before = periods[n - 1] if n else None
        begin = max(period.possible_from, before.certain_from if before else dt.date.min)
        left = scale.percent(period.certain_from)
        if begin < period.certain_from:
            from_ = scale.percent(begin)
            open_ = " b-doubt-open" if begin == dt.date.min else ""
            from_ = max(from_, left - 3) if open_ else from_
            both = f" b-from-{before.event.state.replace(' ', '-')}" if before else ""
            width = max(round(left - from_, 2), NARROWEST)
            yield f'<span class="b-doubt{open_}{both} {_class(period)}" style="left:{from_}%;width:{width}%"></span>'
        end = max(later.possible_from, period.certain_from) if later else None
        right = scale.percent(end) if end else 100.0
        width = max(round(right - left, 2), NARROWEST)
        told = period.event.heard
        heard = f' data-heard="{told.latest.isoformat()}"' if told else ""
        yield (
            f'<span class="b-bar {_class(period)}" style="left:{left}%;width:{width}%" '
            f'data-from="{period.certain_from.isoformat()}" data-state="{escape(period.event.state)}"{heard}></span>'
        )


def _stale(span: StatePeriod, heard: Date | None, scale: _Scale) -> str:
    """Veil the end of the last bar, from when the measure was last heard of."""
    if heard is None or heard.latest <= span.certain_from:
        left = scale.percent(span.certain_from) + NARROWEST
    else:
        left = scale.percent(heard.latest)
    width = round(100 - left, 2)
    return f'<span class="b-stale" style="left:{round(left, 2)}%;width:{width}%"></span>' if width > 0 else ""


def _class(span: StatePeriod) -> str:
    return f"s-{span.event.state.replace(' ', '-')}"
