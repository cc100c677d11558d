"""The state of a measure in words: what is certain on a day, what is open, what came before, and how old the news is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current, last_heard, spans, standing
from mkdocs_briefings.document.nodes import PageLink, joined
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import phrases, view

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.derive.states import Standing, StateEvent, StatePeriod
    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.view import View

NOT_KNOWN = "not known on this day"
UNTOLD = {
    "considered": "on which day it was first considered",
    "proposed": "the day of the proposal",
    "issued": "the day of issue",
    "in force": "the day of entry into force",
    "suspended": "the day of the suspension",
    "withdrawn": "the day of the withdrawal",
    "revoked": "the day of the revocation",
    "dropped": "on which day it was dropped",
    "expired": "the day of expiry",
}
"""What no source tells where a state may have begun on any of some days."""
NONE_SINCE = {
    "considered": "none reports a decision",
    "proposed": "none reports that it was issued",
    "issued": "none reports its withdrawal",
    "in force": "none reports its withdrawal",
    "suspended": "none reports that it was taken up again",
}
"""What no source tells of a measure in a state, though readers may expect it."""
_SETTLES = {
    "considered": {"proposed", "issued", "in force", "dropped"},
    "proposed": {"issued", "in force"},
    "issued": {"withdrawn", "revoked"},
    "in force": {"withdrawn", "revoked"},
    "suspended": {"in force"},
}
LONG_AGO = 92
"""Days after which it is said how long before the newest evidence a measure was last heard of."""
_MONTH, _YEAR, _FEW_MONTHS = 30.44, 365.25, 24


def on_day(found: Standing) -> str:
    """Say in which state a measure was, or may have been."""
    if not found.possible:
        return found.certain.event.state if found.certain else NOT_KNOWN
    known = [found.certain.event.state] if found.certain else ["not known"]
    states = list(dict.fromkeys((*known, *(period.event.state for period in found.possible))))
    if len(states) == 1:
        return states[0]
    untold = [UNTOLD[state] for state in states[1:]]
    either = f"{', '.join(states[:-1])} or {states[-1]}"
    return f"{either}: {' and '.join(untold)} {'is' if len(untold) == 1 else 'are'} not told"


def told_on(event: StateEvent) -> str:
    """Say when a measure came into a state, or when that was told."""
    if event.when:
        return dates.words(event.when)
    return f"no day given, told {phrases.day_words(event.heard)}" if event.heard else "no day given"


def dated(period: StatePeriod) -> str:
    """Name a state with its day, and with the manner in which it is told where that is not a report."""
    kind = period.event.claim.kind
    manner = "" if kind == "report" else f"; {phrases.KINDS[kind].lower()}"
    return f"{period.event.state} ({told_on(period.event)}{manner})"


def ago(day: dt.date, as_of: dt.date | None) -> str:
    """Say how long before the newest evidence a day is; nothing where that is not long."""
    days = (as_of - day).days if as_of else 0
    if days <= LONG_AGO:
        return ""
    months = round(days / _MONTH)
    long = phrases.counted(months, "month") if months < _FEW_MONTHS else f"{round(days / _YEAR)} years"
    return f"{long} before the newest evidence"


def heard_words(desk: View, measure: str) -> str:
    """Say when a measure was last heard of, and how long before the newest evidence, where that is long."""
    heard = last_heard(desk.derived.states.get(measure, ()))
    if heard is None:
        return ""
    before = ago(heard.latest, desk.corpus.as_of)
    return f"last heard of {phrases.day_words(heard)}{f', {before}' if before else ''}"


def summary(desk: View, measure: Entity) -> Inline:
    """Say in a sentence or two how things are with a measure: its states, what is ahead, its parts, how old all is."""
    parts: list[Inline] = [(measure_words(desk, measure), ".")]
    parts += [(words, ".") for words in _with_others(desk, measure)]
    heard = heard_words(desk, measure.id)
    if heard:
        parts.append(f"{phrases.upper(heard)}.")
    if measure.reviewed:
        newest = last_heard(desk.derived.states.get(measure.id, ()))
        parts.append(f"{reviewed_words(measure.reviewed, newest)}.")
    return joined(parts, " ")


def reviewed_words(day: dates.Date, heard: dates.Date | None) -> str:
    """Say on which day somebody of the desk last looked, and whether there was anything since."""
    newer = heard is not None and heard.latest > day.latest
    return f"Last checked {phrases.day_words(day)}{', before the newest of it was published' if newer else '; nothing newer is held'}"


def measure_words(desk: View, measure: Entity) -> Inline:
    """Say in which state a measure is and was, what is ahead of it, and what no source reports."""
    history = desk.derived.states.get(measure.id, ())
    periods = spans(history)
    if not periods:
        return "No source gives its state with a day" if history else "No source tells its state"
    now = standing(history, desk.corpus.as_of)
    words: list[str] = [_now(now, periods)]
    before = [period for period in periods if period != now.certain and period not in now.possible]
    if before:
        words.append(f"before that {', '.join(dated(period) for period in reversed(before))}")
    ahead = [f"{e.state} ({dates.words(e.when)})" for e in history if e.scheduled and e.when]
    if ahead:
        words.append(f"announced: {', '.join(dict.fromkeys(ahead))}")
    last = periods[-1].event.state
    told = {event.state for event in history if event.scheduled or not event.is_dated}
    if last in NONE_SINCE and not told & _SETTLES[last]:
        words.append(NONE_SINCE[last])
    return "; ".join(words)


def before(desk: View, measure: str) -> str:
    """Name the state before the present one, with its day; nothing if none is told."""
    periods = spans(desk.derived.states.get(measure, ()))
    return dated(periods[-2]) if len(periods) > 1 else ""


def _now(now: Standing, periods: tuple[StatePeriod, ...]) -> str:
    if now.possible:
        return phrases.upper(on_day(now))
    return phrases.upper(dated(now.certain or periods[-1]))


def _with_others(desk: View, measure: Entity) -> Iterator[Inline]:
    """Say what is known of a whole and its parts: what is still ahead, and what was told before the whole moved on."""
    known = desk.corpus.entities
    parts = [known[id_] for id_ in desk.derived.parts.get(measure.id, ()) if id_ in desk.derived.present]
    if found := tuple(_ahead(desk, [measure, *parts])):
        yield ("Ahead when it was told: ", joined(found, ", "))
    moved = _moved(desk, measure.id)
    left = [part for part in parts if moved and _is_older(desk, part.id, moved)]
    if moved and left:
        each = joined([(view.entity(desk, part.id), f" ({_state(desk, part.id)})") for part in left], ", ")
        yield ("No source says whether this holds for its parts, last told before that: ", each)
    whole = known.get(measure.part_of or "")
    moved = _moved(desk, whole.id) if whole else None
    if whole and moved and _is_older(desk, measure.id, moved):
        told = f" was {moved.state} ({told_on(moved)}) after this was told; no source says whether that holds for this part"
        yield ("The whole, ", view.entity(desk, whole.id), f",{told}")


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
            yield (measure.name, " (", PageLink(addresses.claim(ref), dates.words(event.date)), ")")


def _moved(desk: View, measure: str) -> StateEvent | None:
    return current(desk.derived.states.get(measure, ()))


def _state(desk: View, measure: str) -> str:
    event = _moved(desk, measure)
    return event.state if event else "state not told"


def _is_older(desk: View, part: str, whole: StateEvent) -> bool:
    """Whether a part was last heard of before its whole had certainly moved on."""
    heard = last_heard(desk.derived.states.get(part, ()))
    event = _moved(desk, part)
    other = event is None or event.state != whole.state
    return other and (heard is None or heard.latest < whole.certain_from) and whole.is_dated
