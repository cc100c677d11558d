"""The state of a measure in words: what is certain on a day, what is open, what came before, and how old the news is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current, last_heard, spans, standing
from mkdocs_briefings.document.nodes import PageLink, joined
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import phrases, view

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.states import StateEvent, StateOnDay, StatePeriod
    from mkdocs_briefings.document.nodes import Inline, Say
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.view import View

_SETTLES = {
    "considered": {"proposed", "issued", "in force", "dropped"},
    "proposed": {"issued", "in force"},
    "issued": {"withdrawn", "revoked"},
    "in force": {"withdrawn", "revoked"},
    "suspended": {"in force"},
}
"""What readers expect to be told after a state: `none-since` says that no source reports it."""
LONG_AGO = 92
"""Days after which it is said how long before the newest evidence a measure was last heard of."""
MOST_BEFORE = 5
"""Earlier states that are named in a line; the page of the measure has them all."""
_MONTH, _YEAR, _FEW_MONTHS = 30.44, 365.25, 24


def on_day(say: Say, found: StateOnDay) -> str:
    """Say in which state a measure was, or may have been."""
    if not found.possible:
        return say.of("state", found.certain.event.state) if found.certain else say("state-not-known-then")
    certain = found.certain.event.state if found.certain else ""
    possible = [
        state for state in dict.fromkeys(one.event.state for one in found.possible) if state != certain
    ]
    first = say.of("state", certain) if certain else say("state-or-not-known")
    if not possible:
        return first
    states = say.either(first, *(say.of("state", state) for state in possible))
    untold = say.both(*(say.of("untold", state) for state in possible))
    return say("state-either", states=states, untold=untold, count=len(possible))


def told_on(say: Say, event: StateEvent) -> str:
    """Say when a measure came into a state, or when that was told."""
    if event.when:
        return say.date(event.when)
    return say("no-day-told", day=phrases.day_words(say, event.heard)) if event.heard else say("no-day")


def dated(say: Say, period: StatePeriod) -> str:
    """Name a state with its day, and with the manner in which it is told where that is not a report."""
    kind, state, day = (
        period.event.claim.kind,
        say.of("state", period.event.state),
        told_on(say, period.event),
    )
    if kind == "report":
        return say("state-dated", state=state, day=day)
    return say("state-dated-manner", state=state, day=day, kind=say.of("kind-lower", kind))


def ago(say: Say, day: dt.date, as_of: dt.date | None) -> str:
    """Say how long before the newest evidence a day is; nothing where that is not long."""
    if as_of is None or not is_long_ago(day, as_of):
        return ""
    days = (as_of - day).days
    months = round(days / _MONTH)
    if months < _FEW_MONTHS:
        return say("ago-months", count=months)
    return say("ago-years", count=round(days / _YEAR))


def heard_words(desk: View, measure: str) -> str:
    """Say when a measure was last heard of, and how long before the newest evidence, where that is long."""
    heard = last_heard(desk.derived.states.get(measure, ()))
    if heard is None:
        return ""
    say, day = desk.say, phrases.day_words(desk.say, heard)
    before = ago(say, heard.latest, desk.corpus.as_of)
    return say("heard-ago", day=day, ago=before) if before else say("heard", day=day)


def is_long_ago(day: dt.date, as_of: dt.date | None) -> bool:
    """Whether a day is long before the newest evidence."""
    return as_of is not None and (as_of - day).days > LONG_AGO


def beside(desk: View, measure: str, *, after: StateEvent | None = None) -> Inline:
    """Say what belongs directly beside the name of a state, lest it be taken for what holds today.

    That is when the measure was last heard of, if that is long ago; of a part whose whole has moved on since, that nobody
    tells what became of it.

    Args:
        desk: the desk.
        measure: its id.
        after: what the words before it tell the day of.

    """
    heard = last_heard(desk.derived.states.get(measure, ()))
    how_old = ""
    if heard and after and not after.when and after.heard == heard:
        how_old = ago(desk.say, heard.latest, desk.corpus.as_of)
    elif heard and (after or is_long_ago(heard.latest, desk.corpus.as_of)):
        how_old = heard_words(desk, measure)
    parts = [one for one in (how_old, left_behind(desk, measure)) if one]
    return joined(parts, desk.say("between-clauses")) if parts else ""


def age(desk: View, measure: str, told: Iterable[StateEvent] = ()) -> Inline:
    """Say when a measure was last heard of, that nobody tells more of a part since, and who joins states that are told."""
    words = (heard_words(desk, measure), left_behind(desk, measure), as_one(desk, measure, told))
    return joined([one for one in words if one], desk.say("between-clauses"))


def as_one(desk: View, measure: str, told: Iterable[StateEvent]) -> str:
    """Say that it is the desk that joins states of a measure; nothing where one source tells all of them, or it joins them."""
    is_joined = len({event.claim.source for event in told}) > 1
    return desk.say("states-as-one") if is_joined and desk.corpus.entities[measure].taken_as_one else ""


def summary(desk: View, measure: Entity) -> Inline:
    """Say in a sentence or two how things are with a measure: its states, what is ahead, its parts, how old all is."""
    return desk.once(("state summary", measure.id), partial(_summary, desk, measure), measure)


def _summary(desk: View, measure: Entity) -> Inline:
    say = desk.say
    parts: list[Inline] = [say("sentence", words=measure_words(desk, measure))]
    told = [period.event for period in spans(desk.derived.states.get(measure.id, ()))]
    if joining := as_one(desk, measure.id, told):
        parts.append(say("sentence", words=phrases.upper(joining)))
    parts += [say("sentence", words=words) for words in _with_others(desk, measure)]
    newest = last_heard(desk.derived.states.get(measure.id, ()))
    if newest and not is_long_ago(newest.latest, desk.corpus.as_of):
        parts.append(say("sentence", words=phrases.upper(heard_words(desk, measure.id))))
    if measure.reviewed:
        parts.append(reviewed_words(say, measure.reviewed, newest))
    return say.line(*parts)


def reviewed_words(say: Say, day: dates.Date, heard: dates.Date | None) -> str:
    """Say on which day somebody of the desk last looked, and whether there was anything since."""
    newer = heard is not None and heard.latest > day.latest
    day_ = phrases.day_words(say, day)
    return say("checked-before-newest", day=day_) if newer else say("checked", day=day_)


def measure_words(desk: View, measure: Entity) -> Inline:
    """Say in which state a measure is and was, what is ahead of it, and what no source reports."""
    say, history = desk.say, desk.derived.states.get(measure.id, ())
    periods = spans(history)
    if not periods:
        return say("state-without-day") if history else say("state-never-told")
    now = standing(history, desk.corpus.as_of)
    words: list[str] = [_now(say, now, periods)]
    before = [period for period in periods if period != now.certain and period not in now.possible]
    if before:
        newest = [*reversed(before)][:MOST_BEFORE]
        states = say("between-items").join(dated(say, period) for period in newest)
        if rest := len(before) - len(newest):
            states = say("and-more", shown=states, count=rest)
        words.append(say("states-before", states=states))
    ahead = [
        say("state-dated", state=say.of("state", e.state), day=say.date(e.when))
        for e in history
        if e.scheduled and e.when
    ]
    if ahead:
        words.append(say("states-announced", states=say("between-items").join(dict.fromkeys(ahead))))
    last = periods[-1].event.state
    told = {event.state for event in history if event.scheduled or not event.is_dated}
    if last in _SETTLES and not told & _SETTLES[last]:
        words.append(say.of("none-since", last))
    return say("between-clauses").join(words)


def before(desk: View, measure: str) -> str:
    """Name the state before the present one, with its day, and whether it is the desk that joins them; nothing if none is told."""
    periods = spans(desk.derived.states.get(measure, ()))[-2:]
    if len(periods) <= 1:
        return ""
    joined_by = as_one(desk, measure, [period.event for period in periods])
    return desk.say("between-clauses").join(filter(None, (dated(desk.say, periods[0]), joined_by)))


def _now(say: Say, now: StateOnDay, periods: tuple[StatePeriod, ...]) -> str:
    if now.possible:
        return phrases.upper(on_day(say, now))
    return phrases.upper(dated(say, now.certain or periods[-1]))


def _with_others(desk: View, measure: Entity) -> Iterator[Inline]:
    """Say what is known of a whole and its parts: what is still ahead, and what was told before the whole moved on."""
    say, known = desk.say, desk.corpus.entities
    parts = [known[id_] for id_ in desk.derived.parts.get(measure.id, ()) if id_ in desk.derived.present]
    if found := tuple(_ahead(desk, [measure, *parts])):
        yield say("ahead-when-told", events=say.items(*found))
    moved = _moved(desk, measure.id)
    left = [part for part in parts if moved and _is_older(desk, part.id, moved)]
    if moved and left:
        each = (
            say("named-with", name=view.entity(desk, part.id), about=_state(desk, part.id)) for part in left
        )
        yield say("parts-left", parts=say.items(*each))


def left_behind(desk: View, measure: str) -> Inline:
    """Say of a part that was last heard of before its whole moved on that nobody tells what became of it."""
    whole = desk.corpus.entities.get(desk.corpus.entities[measure].part_of or "")
    moved = _moved(desk, whole.id) if whole else None
    if not (whole and moved and _is_older(desk, measure, moved)):
        return ""
    say = desk.say
    state = say("state-dated", state=say.of("state", moved.state), day=told_on(say, moved))
    return say("part-left", whole=view.entity(desk, whole.id), state=state)


def _ahead(desk: View, measures: Sequence[Entity]) -> Iterator[Inline]:
    """Give what was scheduled for measures when it was told, each with its day and its claim."""
    seen: set[str] = set()
    for measure in measures:
        links = desk.derived.backlinks.entities.get(measure.id, ())
        for ref in dict.fromkeys(link.claim.ref for link in links if link.claim):
            event = desk.derived.events.get(ref)
            is_state = event is not None and any(m == measure.id for m, _ in event.claim.states)
            if event is None or not event.scheduled or is_state or ref in seen:
                continue
            seen.add(ref)
            day = PageLink(addresses.claim(ref), desk.say.date(event.date))
            yield desk.say("named-with", name=measure.name, about=day)


def _moved(desk: View, measure: str) -> StateEvent | None:
    return current(desk.derived.states.get(measure, ()))


def _state(desk: View, measure: str) -> str:
    event = _moved(desk, measure)
    return desk.say.of("state", event.state) if event else desk.say("state-untold")


def _is_older(desk: View, part: str, whole: StateEvent) -> bool:
    """Whether a part was last heard of before its whole had certainly moved on."""
    heard = last_heard(desk.derived.states.get(part, ()))
    event = _moved(desk, part)
    other = event is None or event.state != whole.state
    return other and (heard is None or heard.latest < whole.certain_from) and whole.is_dated
