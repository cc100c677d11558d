"""The measures board as a picture: a bar for each state of each measure, uncertain beginnings visibly so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import StatePeriod, last_heard, spans
from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases, view
from mkdocs_briefings.pages.phrases import SYMBOLS, day_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.document.nodes import Pen
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


_LEGEND = (
    "A bar begins on the day from which the state certainly held; what may have been earlier is hatched; "
    "it fades after the day on which the measure was last heard of. Tables hold the same facts, below and on the page of each measure."
)


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
class _BoardRow:
    """A measure and its states."""

    id: str
    name: str
    spans: tuple[StatePeriod, ...]
    said: tuple[str, ...]
    """Who says each of the states."""
    heard: Date | None
    fallen: str


@dataclass(frozen=True, slots=True)
class Board:
    """What the picture shows."""

    rows: tuple[_BoardRow, ...]
    as_of: dt.date
    scale: _Scale


def board(desk: View, measures: Iterable[Entity]) -> tuple[Figure, ...]:
    """Show all measures over time; nothing if no source tells the state of any."""
    histories = [(m, spans(desk.derived.states.get(m.id, ()))) for m in measures]
    as_of = desk.corpus.as_of
    rows = tuple(
        _BoardRow(
            measure.id,
            measure.name,
            found,
            tuple(phrases.who(desk.corpus, span.event.claim) for span in found),
            last_heard(desk.derived.states[measure.id]),
            view.fallen(desk, found[-1].event.claim.ref),
        )
        for measure, found in histories
        if found
    )
    if not rows or as_of is None:
        return ()
    days = [span.certain_from for row in rows for span in row.spans]
    scale = _Scale(dt.date(min(days).year, 1, 1), max(as_of, *days))
    return (Figure(ANCHOR, "board", Board(rows, as_of, scale)),)


def draw(board: object, pen: Pen) -> str:
    """Draw the bars of all measures below each other."""
    assert isinstance(board, Board)  # noqa: S101, the table of drawings pairs them
    scale = board.scale
    rows = "".join(_row(row, scale, pen) for row in board.rows)
    first, last, now = scale.first.isoformat(), scale.last.isoformat(), board.as_of.isoformat()
    control = (
        f'<form class="b-day" data-first="{first}" data-last="{last}" data-now="{now}" hidden>'
        '<label>State of play on <input type="text" name="day" inputmode="numeric" size="10" maxlength="10" '
        f'pattern="[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}" value="{now}" title="A day from {first} to {last}"></label> '
        f'<input type="range" name="at" min="0" max="{(scale.last - scale.first).days}" step="1" '
        f'value="{(board.as_of - scale.first).days}" aria-label="Day between {first} and {last}"> '
        '<button type="reset">Latest</button></form>'
    )
    return f'<div class="b-board">{control}{_axis(scale)}<ul class="b-rows">{rows}</ul><p>{_LEGEND}</p></div>'


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


def _row(row: _BoardRow, scale: _Scale, pen: Pen) -> str:
    last = row.spans[-1].event
    pairs = list(zip(row.spans, row.said, strict=True))
    bars = "".join(_bar(span, said, scale) for span, said in pairs) + _stale(row.spans[-1], row.heard, scale)
    told = f", last heard of {day_words(row.heard)}" if row.heard else ""
    text = ", then ".join(_words(span, said) for span, said in pairs)
    entry = escape(addresses.entry(row.id))
    return (
        f'<li id="{entry}-bar" data-of="{entry}">'
        f'<a href="{pen.lead(Target(addresses.entity(row.id)))}">{escape(row.name)}</a> '
        f'<span class="b-now {_class(row.spans[-1])}" data-latest="{escape(last.state)}">{escape(last.state)}</span>'
        f'<span class="b-heard">{escape(told + row.fallen)}</span>'
        f'<div class="b-track" role="img" aria-label="{escape(text)}">{bars}</div></li>'
    )


def _bar(span: StatePeriod, said: str, scale: _Scale) -> str:
    left = scale.percent(span.certain_from)
    right = scale.percent(span.until) if span.until else 100.0
    width = max(right - left, 0.8)
    doubt = ""
    if span.possible_from < span.certain_from:
        begin = scale.percent(max(span.possible_from, scale.first))
        kind = "b-doubt b-doubt-open" if span.possible_from == dt.date.min else "b-doubt"
        begin = max(begin, left - 3) if span.possible_from == dt.date.min else begin
        doubt = f'<span class="{kind} {_class(span)}" style="left:{begin}%;width:{round(left - begin, 2)}%"></span>'
    return (
        f'{doubt}<span class="b-bar {_class(span)}" style="left:{left}%;width:{round(width, 2)}%" '
        f'data-from="{span.certain_from.isoformat()}" data-state="{escape(span.event.state)}" '
        f'title="{escape(_words(span, said))}"><span>{SYMBOLS[span.event.state]} <i>{escape(span.event.state)}</i></span></span>'
    )


def _stale(span: StatePeriod, heard: Date | None, scale: _Scale) -> str:
    """Veil the end of the last bar, from when the measure was last heard of."""
    if heard is None or heard.latest <= span.certain_from:
        left = scale.percent(span.certain_from) + 0.8
    else:
        left = scale.percent(heard.latest)
    width = round(100 - left, 2)
    return f'<span class="b-stale" style="left:{round(left, 2)}%;width:{width}%"></span>' if width > 0 else ""


def _class(span: StatePeriod) -> str:
    return f"s-{span.event.state.replace(' ', '-')}"


def _words(span: StatePeriod, said: str) -> str:
    event = span.event
    if event.when:
        return f"{event.state}: {dates.words(event.when)} ({said})"
    heard = f": told {day_words(event.heard)}" if event.heard else ""
    return f"{event.state}{heard} ({said})"
