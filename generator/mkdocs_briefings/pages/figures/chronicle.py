"""Dated claims as a picture: a mark for each on an axis of time, in lanes; where they are many, counts."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages.figures.flow import SIGNS
from mkdocs_briefings.pages.phrases import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.document.nodes import Pen, Say
    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.dates import Date

    _Of = Callable[[Iterable[Event]], str]

ANCHOR = "f-chronicle"
FEWEST = 4
"""Events from which on there is something to see."""
MOST_MARKS = 60
MOST_LANES = 7
MOST_UNITS = 24
DEEPEST = 10
"""Marks above each other in a lane; where more would be, counts take their place."""
_MONTH = 0
_STEPS = (_MONTH, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Lengths of a unit of the axis in years; the shortest with which the axis has few enough is taken."""
_MONTHS_AT_MOST = 3
"""Years that may be told by month."""
_ROOM = 4.4
"""The width of a mark with the space that fingers need, in hundredths of a narrow page."""
_WEIGHT = 10
"""Events of a unit after which it grows no wider."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Events that belong together."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A month, a year or some years of the axis, with where it stands on it, from 0 to 100."""

    first: dt.date
    last: dt.date
    step: int
    """Its years; `_MONTH` for a month."""
    left: float = 0
    width: float = 0
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the picture shows."""

    lanes: tuple[Lane, ...]
    places: Mapping[str, Target]
    """Where the events around one can be read, for marks that stand for many; by the references of claims."""
    words: Mapping[str, tuple[str, str]]
    """What each claim states: with its kind and its voices, and alone, for a preview that goes on with these."""
    label: str
    """What the picture shows, for those who do not see it."""
    is_filtered: bool
    """Whether the page has an entry for each event, so that a filter of them goes for the marks, too."""


def chronicle(  # noqa: PLR0913, what the picture shows
    say: Say,
    lanes: Sequence[Lane],
    place: Callable[[Event], Target],
    words: Callable[[Claim], tuple[str, str]],
    label: str,
    *,
    is_filtered: bool = False,
) -> tuple[Figure, ...]:
    """Show events over time; nothing if they are few.

    Args:
        say: the messages.
        lanes: the events, each in one lane.
        place: where the events around one can be read.
        words: what a claim states, as in `Chronicle`.
        label: as in `Chronicle`.
        is_filtered: as in `Chronicle`.

    """
    lanes = _fewer(say, [lane for lane in lanes if lane.events])
    events = _all(lanes)
    if len(events) < FEWEST:
        return ()
    places = {event.claim.ref: place(event) for event in events}
    said = {event.claim.ref: words(event.claim) for event in events} if len(events) <= MOST_MARKS else {}
    return (Figure(ANCHOR, "chronicle", Chronicle(tuple(lanes), places, said, label, is_filtered)),)


def draw(picture: object, pen: Pen) -> str:
    """Draw a mark for each event; where they are too many, counts."""
    assert isinstance(picture, Chronicle)  # noqa: S101, the table of drawings pairs them
    lanes, label = picture.lanes, picture.label
    events = _all(lanes)
    of = _of if picture.is_filtered else _of_none
    axis = _axis(events)
    rows = [_packed(lane.events, axis) for lane in lanes] if len(events) <= MOST_MARKS else []
    if rows and max(row for found in rows for _, row in found) < DEEPEST:
        wide = "".join(
            _marks(lane, found, axis, picture, pen) for lane, found in zip(lanes, rows, strict=True)
        )
        narrow = "".join(_listed(unit, events, picture, pen) for unit in reversed(axis))
        legend = _legend(pen.say, events)
    else:
        most = max(
            Counter((at, _unit_of(e, axis)) for at, lane in enumerate(lanes) for e in lane.events).values()
        )

        def lead(event: Event) -> str:
            return pen.lead(picture.places[event.claim.ref])

        wide = "".join(_counts(pen.say, lane, axis, most, lead, of) for lane in lanes)
        narrow = "".join(_totals(pen.say, axis, events, lead, of))
        legend = f'<p class="b-legend">{escape(pen.say("chronicle-counts"))}</p>'
    return (
        f'<div class="b-chronicle" role="group" aria-label="{escape(label)}"><div class="b-spread">'
        f'{_scale(pen.say, axis)}{wide}</div><dl class="b-column">{narrow}</dl>{legend}</div>'
    )


def gathered(
    events: Sequence[Event], of: Callable[[Event], Iterable[str]], names: Mapping[str, str], rest: str
) -> tuple[Lane, ...]:
    """Put events into lanes; one that belongs to several is in each of them.

    Args:
        events: the events, oldest first.
        of: gives the lanes that an event belongs to; none for `rest`.
        names: the name of each lane, in their order.
        rest: the name of the last lane.

    """
    found: dict[str, list[Event]] = {key: [] for key in (*names, "")}
    for event in events:
        for key in dict.fromkeys(key for key in of(event) if key in names) or ("",):
            found[key].append(event)
    return tuple(Lane(names.get(key, rest), tuple(held)) for key, held in found.items() if held)


def _fewer(say: Say, lanes: Sequence[Lane]) -> list[Lane]:
    """Keep the lanes that have most, in their order, and gather the others in one."""
    if len(lanes) <= MOST_LANES:
        return list(lanes)
    most = sorted(lanes, key=lambda lane: -len(lane.events))[: MOST_LANES - 1]
    kept = [lane for lane in lanes if lane in most]
    rest = sorted(_all([lane for lane in lanes if lane not in most]), key=lambda e: _day(e.date))
    return [*kept, Lane(say("lanes-other", count=len(lanes) - len(kept)), tuple(rest))]


def _all(lanes: Iterable[Lane]) -> list[Event]:
    """Give the events of lanes, each once."""
    return list({id(event): event for lane in lanes for event in lane.events}.values())


def _day(date: Date) -> dt.date:
    """The day by which a date is put in order."""
    return dates.sort_key(date)[0]


def _axis(events: Sequence[Event]) -> tuple[_Unit, ...]:
    """Make the axis of units that hold events: the more, the wider; a longer time without any is cut out."""
    days = {_day(event.date) for event in events}
    years = max(days).year - min(days).year + 1
    for step in _STEPS:
        held = dict.fromkeys(sorted(_unit(day, step) for day in days))
        if len(held) <= MOST_UNITS and (step != _MONTH or years <= _MONTHS_AT_MOST):
            break
    units = [*_with_gaps([_named(first, step) for first in held], step)]
    count = Counter(_unit(_day(event.date), step) for event in events)
    weights = [1.0 if unit.is_gap else 2.0 + min(count[unit.first], _WEIGHT) for unit in units]
    whole, left = sum(weights), 0.0
    placed = []
    for unit, weight in zip(units, weights, strict=True):
        width = 100 * weight / whole
        placed.append(_Unit(unit.first, unit.last, unit.step, left, width, unit.is_gap))
        left += width
    return tuple(placed)


def _unit(day: dt.date, step: int) -> dt.date:
    """Give the first day of the unit that holds a day."""
    if step == _MONTH:
        return day.replace(day=1)
    return dt.date(max(1, day.year // step * step), 1, 1)


def _named(first: dt.date, step: int) -> _Unit:
    if step == _MONTH:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return _Unit(first, last, step)
    end = min(first.year // step * step + step - 1, dt.MAXYEAR)
    return _Unit(first, dt.date(end, 12, 31), step)


def _words(say: Say, unit: _Unit) -> str:
    """Name a unit: a month, a year, some years."""
    if unit.is_gap:
        return "…"
    if unit.step == _MONTH:
        return say.month_short(unit.first)
    if unit.step == 1:
        return say.year(unit.first)
    return say("years", first=str(unit.first.year), last=str(unit.last.year))


def _with_gaps(units: Sequence[_Unit], step: int) -> Iterator[_Unit]:
    """Put in what lies between: a single unit as it is, more of them as a gap."""
    for before, after in pairwise(units):
        yield before
        begin, end = before.last + dt.timedelta(days=1), after.first - dt.timedelta(days=1)
        if begin <= end:
            between = _named(begin, step)
            yield between if between.last == end else _Unit(begin, end, step, is_gap=True)
    yield units[-1]


def _percent(axis: Sequence[_Unit], day: dt.date) -> float:
    """Where a day stands, from 0 to 100; outside of the axis at its end."""
    for unit in axis:
        if day <= unit.last:
            inside = max((day - unit.first).days, 0) / ((unit.last - unit.first).days + 1)
            return round(unit.left + unit.width * inside, 2)
    return 100.0


def _extent(event: Event, axis: Sequence[_Unit]) -> tuple[float, float]:
    """Where a mark begins, and how wide it is: 0 for a single day."""
    date = event.date
    first = date.latest if date.open_start else date.earliest
    last = date.earliest if date.open_end else date.latest
    left = _percent(axis, first)
    return left, round(_percent(axis, last) - left, 2) if last > first else 0.0


def _packed(events: Sequence[Event], axis: Sequence[_Unit]) -> list[tuple[Event, int]]:
    """Give each event the lowest row in which nothing stands where it wants to."""
    ends: list[float] = []
    packed = []
    for event in sorted(events, key=lambda event: (_extent(event, axis)[0], event.claim.ref)):
        left, width = _extent(event, axis)
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [left + max(width, _ROOM)]
        packed.append((event, row))
    return packed


def _scale(say: Say, axis: Sequence[_Unit]) -> str:
    spans = "".join(
        f'<span{" class=b-gap" if unit.is_gap else ""} style="left:{unit.left:.2f}%;width:{unit.width:.2f}%">'
        f"<span>{escape(_tick(say, unit, at))}</span></span>"
        for at, unit in enumerate(axis)
    )
    return f'<div class="b-years" aria-hidden="true">{spans}</div>'


def _tick(say: Say, unit: _Unit, at: int) -> str:
    """Name the beginning of a unit: the year, which months have only where it changes."""
    if unit.is_gap or (unit.step == _MONTH and (not at or unit.first.month == 1)):
        return _words(say, unit)
    return say.month_name(unit.first) if unit.step == _MONTH else str(unit.first.year)


def _of(events: Iterable[Event]) -> str:
    """Name the entries that a mark stands for, for the script of the filters."""
    return f' data-of="{escape(" ".join(addresses.entry(event.claim.ref) for event in events))}"'


def _of_none(_: Iterable[Event]) -> str:
    return ""


def _marks(
    lane: Lane,
    packed: Sequence[tuple[Event, int]],
    axis: Sequence[_Unit],
    picture: Chronicle,
    pen: Pen,
) -> str:
    rows = max(row for _, row in packed) + 1
    items = ""
    for event, row in packed:
        left, width = _extent(event, axis)
        wide = f"width:{width}%;" if width else ""
        items += f'<li style="left:{left}%;{wide}--b-row:{row}">{_dot(event, picture, pen)}</li>'
    return f'{_name(lane, _newest(lane, picture, pen))}<ul class="b-lane" style="--b-rows:{rows}" aria-label="{escape(lane.name)}">{items}</ul>'


def _name(lane: Lane, newest: str = "") -> str:
    return f'<p class="b-lane-name"><span>{escape(lane.name)}</span>{newest}</p>'


def _newest(lane: Lane, picture: Chronicle, pen: Pen) -> str:
    """Say in words what the last mark of a lane is, of what was not still ahead."""
    past = [event for event in lane.events if not event.scheduled]
    if not past:
        return ""
    last = max(past, key=lambda event: (*dates.sort_key(event.date), event.claim.ref))
    words = told(pen.say, last, picture.words[last.claim.ref][0])
    return f" <small>{escape(pen.say('chronicle-newest', what=words))}</small>"


def _dot(event: Event, picture: Chronicle, pen: Pen) -> str:
    """Make a mark, which has no words: its preview tells them."""
    _, alone = picture.words[event.claim.ref]
    href = pen.mark(addresses.claim(event.claim.ref), told(pen.say, event, alone))
    return _link(event, f"<i>{SIGNS[event.claim.kind]}</i>", "b-dot", picture, pen.say, href)


def _link(  # noqa: PLR0913, a mark
    event: Event, shown: str, style: str, picture: Chronicle, say: Say, href: str, seen: str = ""
) -> str:
    """Write a mark; its name begins with the words that are seen, for those who speak them to choose it."""
    claim = event.claim
    ahead = " b-ahead" if event.scheduled else ""
    unsure = " b-unsure" if event.is_told or _unsure(event.date) else ""
    words = told(say, event, picture.words[claim.ref][0])
    words = escape(words_of(say("label", label=seen, words=words)) if seen else words)
    of = _of if picture.is_filtered else _of_none
    return (
        f'<a class="{style} k-{claim.kind}{ahead}{unsure}" href="{href}" '
        f'aria-label="{words}"{of((event,))}>{shown}</a>'
    )


def told(say: Say, event: Event, words: str) -> str:
    """Say when a claim lies, before what it states."""
    day = say.date(event.date)
    day = say("day-scheduled-mark", day=day) if event.scheduled else day
    day = say("day-reported", day=day) if event.is_told else day
    return words_of(say("label", label=day, words=words))


def _unsure(date: Date) -> bool:
    return (
        date.approximate or date.uncertain or date.open_start or date.open_end or date.earliest < date.latest
    )


def _listed(unit: _Unit, events: Sequence[Event], picture: Chronicle, pen: Pen) -> str:
    """Make a line of the axis as a phone shows it."""
    held = sorted(
        (e for e in events if _holds(unit, e)),
        key=lambda e: (*dates.sort_key(e.date), e.claim.ref),
        reverse=True,
    )
    chips = " ".join(
        _link(
            e,
            _signed(e, _without_year(pen.say, e, unit)),
            "b-chip",
            picture,
            pen.say,
            pen.lead(addresses.claim(e.claim.ref)),
            _without_year(pen.say, e, unit),
        )
        for e in held
    )
    return f"<dt>{escape(_words(pen.say, unit))}</dt><dd>{chips}</dd>"


def _without_year(say: Say, event: Event, unit: _Unit) -> str:
    words = say.date_within(event.date, unit.first.year)
    return say("day-reported", day=words) if event.is_told else words


def _signed(event: Event, words: str) -> str:
    sign = SIGNS[event.claim.kind]
    return escape(words) + (f'<i aria-hidden="true">{sign}</i>' if sign else "")


def _holds(unit: _Unit, event: Event) -> bool:
    return unit.first <= _day(event.date) <= unit.last


def _unit_of(event: Event, axis: Sequence[_Unit]) -> int:
    return next(at for at, unit in enumerate(axis) if _holds(unit, event))


def _counts(  # noqa: PLR0913, a lane
    say: Say, lane: Lane, axis: Sequence[_Unit], most: int, lead: Callable[[Event], str], of: _Of
) -> str:
    items = ""
    for unit in axis:
        held = [event for event in lane.events if _holds(unit, event)]
        if held:
            share = round(len(held) / most, 2)
            link = _many(say, held, say("lane-unit", lane=lane.name, unit=_words(say, unit)), lead, of)
            items += (
                f'<li style="left:{unit.left:.2f}%;width:{unit.width:.2f}%;--b-share:{share}">{link}</li>'
            )
    return f'{_name(lane)}<ul class="b-lane b-sums" aria-label="{escape(lane.name)}">{items}</ul>'


def _totals(
    say: Say, axis: Sequence[_Unit], events: Sequence[Event], lead: Callable[[Event], str], of: _Of
) -> Iterator[str]:
    held = [[event for event in events if _holds(unit, event)] for unit in axis]
    most = max(map(len, held))
    for unit, found in reversed(list(zip(axis, held, strict=True))):
        if found:
            link = _many(say, found, _words(say, unit), lead, of)
            yield f'<dt>{escape(_words(say, unit))}</dt><dd class="b-sum" style="--b-share:{round(len(found) / most, 2)}">{link}</dd>'
        else:
            yield f"<dt>{escape(_words(say, unit))}</dt><dd></dd>"


def _many(say: Say, held: Sequence[Event], where: str, lead: Callable[[Event], str], of: _Of) -> str:
    words = escape(words_of(say("label", label=where, words=say("events", count=len(held)))))
    return (
        f'<a class="b-tile" href="{lead(held[0])}" aria-label="{words}" title="{words}" data-where="{escape(where)}"'
        f"{of(held)}>{say.number(len(held))}</a>"
    )


def _legend(say: Say, events: Sequence[Event]) -> str:
    present = {event.claim.kind for event in events}
    kinds = "".join(
        f' <span class="b-chip k-{kind}">{SIGNS[kind]} {escape(say.of("kind-lower", kind))}</span>'
        for kind in KINDS
        if kind in present and SIGNS[kind]
    )
    ahead = (
        f' <span class="b-key-ahead">{escape(say("chronicle-ahead"))}</span>'
        if any(e.scheduled for e in events)
        else ""
    )
    unsure = (
        f' <span class="b-key-unsure">{escape(say("chronicle-unsure"))}</span>'
        if any(_unsure(e.date) for e in events)
        else ""
    )
    return f'<p class="b-legend">{escape(say("chronicle-marks"))} <span class="b-across">{escape(say("chronicle-wider"))}</span>{kinds}{ahead}{unsure}</p>'
