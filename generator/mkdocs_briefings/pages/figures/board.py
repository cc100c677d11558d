"""The measures board as a picture: a bar for each state of each measure, uncertain beginnings visibly so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import StatePeriod, last_heard, spans
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.page import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View

ANCHOR = "f-board"
_NEAR_THE_END = 92
"""Hundredths of the width from which on a year's number would be cut."""
_MOST_YEARS = 9
"""Years that are named above the bars of a phone."""
SYMBOLS = {
    "considered": "?",
    "proposed": "◌",
    "issued": "●",
    "in force": "■",
    "suspended": "‖",
    "withdrawn": "↩",
    "revoked": "✕",
    "dropped": "✕",
    "expired": "○",
}
"""A sign for each state, so that colour is never the only difference."""


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


def board(desk: View, measures: Iterable[Entity]) -> tuple[Figure, ...]:
    """Draw all measures over time; nothing if no source tells the state of any."""
    histories = [(m, spans(desk.derived.states.get(m.id, ()))) for m in measures]
    histories = [(measure, found) for measure, found in histories if found]
    as_of = desk.corpus.as_of
    if not histories or as_of is None:
        return ()
    days = [span.certain_from for _, found in histories for span in found]
    scale = _Scale(dt.date(min(days).year, 1, 1), max(as_of, *days))
    rows = "".join(_row(desk, measure, found, scale) for measure, found in histories)
    first, last, now = scale.first.isoformat(), scale.last.isoformat(), as_of.isoformat()
    control = (
        f'<form class="b-day" data-first="{first}" data-last="{last}" data-now="{now}" hidden>'
        '<label>State of play on <input type="text" name="day" inputmode="numeric" size="10" maxlength="10" '
        f'pattern="[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}" value="{now}" title="A day from {first} to {last}"></label> '
        f'<input type="range" name="at" min="0" max="{(scale.last - scale.first).days}" step="1" '
        f'value="{(as_of - scale.first).days}" aria-label="Day between {first} and {last}"> '
        '<button type="reset">Latest</button></form>'
    )
    html = f'<div class="b-board">{control}{_axis(scale)}<ul class="b-rows">{rows}</ul><p>{_LEGEND}</p></div>'
    return (Figure(ANCHOR, html),)


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


def _row(desk: View, measure: Entity, found: tuple[StatePeriod, ...], scale: _Scale) -> str:
    last = found[-1].event
    heard = last_heard(desk.derived.states[measure.id])
    bars = "".join(_bar(span, scale) for span in found) + _stale(found[-1], heard, scale)
    told = f", last heard of {view.day_words(heard)}" if heard else ""
    told += view.fallen(desk, last.claim.ref)
    text = "; ".join(_words(span) for span in found)
    return (
        f'<li id="{escape(addresses.entry(measure.id))}-bar" data-of="{escape(addresses.entry(measure.id))}"><a href="md:{escape(addresses.entity(measure.id))}">{escape(measure.name)}</a> '
        f'<span class="b-now {_class(found[-1])}" data-latest="{escape(last.state)}">{escape(last.state)}</span>'
        f'<span class="b-heard">{escape(told)}</span>'
        f'<div class="b-track" role="img" aria-label="{escape(text)}">{bars}</div></li>'
    )


def _bar(span: StatePeriod, scale: _Scale) -> str:
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
        f'title="{escape(_words(span))}"><span>{SYMBOLS[span.event.state]} <i>{escape(span.event.state)}</i></span></span>'
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


def _words(span: StatePeriod) -> str:
    event = span.event
    if event.when:
        return f"{event.state}: {dates.words(event.when)}"
    return f"{event.state}: told {view.day_words(event.heard)}" if event.heard else event.state
