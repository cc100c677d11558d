"""The state of each measure on any day comes from cited events alone; the order of uncertain dates is total."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.states import StateEvent, current, last_heard, spans
from mkdocs_briefings.model import dates

from tests.derive.small import Fields, files, small
from tests.desks import made
from tests.pages.figures import drawn, figures_of
from tests.sampling import examples

HISTORY: dict[str, Fields] = {
    "weighed": {"source": "jan", "state": {"rule": "considered"}},
    "plan": {"source": "may", "date": "2025-02-03", "state": {"rule": "proposed"}},
    "out": {"source": "may", "date": "2025-03..2025-04", "state": {"rule": "issued"}},
    "applies": {"source": "may", "date": "2026-01-01", "state": {"rule": "in force"}},
    "gone": {"source": "aug", "date": "..2025-08-20", "state": {"rule": "revoked"}},
}
SOURCES: dict[str, Fields] = {
    "jan": {"published": "2025-01-10..2025-01-12"},
    "may": {"published": "2025-05-05"},
    "aug": {"published": "2025-08-20"},
}


def history(claims: dict[str, Fields], sources: dict[str, Fields] | None = None) -> tuple[StateEvent, ...]:
    return small(claims, sources=sources).derived.states["rule"]


def test_a_history() -> None:
    found = history(HISTORY, SOURCES)
    assert [(e.claim.id, e.state, e.certain_from.isoformat(), e.scheduled) for e in found] == [
        ("weighed", "considered", "2025-01-12", False),
        ("plan", "proposed", "2025-02-03", False),
        ("out", "issued", "2025-04-30", False),
        ("applies", "in force", "2025-05-05", True),
        ("gone", "revoked", "2025-08-20", False),
    ]
    now = current(found)
    heard = last_heard(found)
    assert now
    assert heard
    assert (now.state, heard.text) == ("revoked", "2025-08-20")


def on(found: tuple[StateEvent, ...], day: dt.date) -> StateEvent | None:
    """Give the state of a day, as pictures show it."""
    return next((span.event for span in reversed(spans(found)) if span.certain_from <= day), None)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2025-01-11", None),
        ("2025-01-12", "considered"),
        ("2025-02-02", "considered"),
        ("2025-02-03", "proposed"),
        ("2025-03-15", "proposed"),  # it may have been issued by then, and need not
        ("2025-04-30", "issued"),
        ("2025-05-05", "issued"),  # in force is only announced
        ("2025-08-19", "issued"),
        ("2025-08-20", "revoked"),  # "by" the day of the article
        ("2026-01-01", "revoked"),
        ("9999-12-30", "revoked"),
    ],
)
def test_the_state_on_a_day(day: str, state: str | None) -> None:
    event = on(history(HISTORY, SOURCES), dt.date.fromisoformat(day))
    assert (event.state if event else None) == state


def test_the_stretches_of_a_history() -> None:
    found = [
        (
            s.event.state,
            s.possible_from.isoformat(),
            s.certain_from.isoformat(),
            s.until and s.until.isoformat(),
        )
        for s in spans(history(HISTORY, SOURCES))
    ]
    assert found == [
        ("considered", "0001-01-01", "2025-01-12", "2025-02-03"),
        ("proposed", "2025-02-03", "2025-02-03", "2025-04-30"),
        ("issued", "2025-03-01", "2025-04-30", "2025-08-20"),
        ("revoked", "0001-01-01", "2025-08-20", None),
    ]


def test_what_is_only_announced_moves_nothing() -> None:
    claims: dict[str, Fields] = {"applies": {"date": "2027", "state": {"rule": "in force"}}}
    found = history(claims)
    assert len(found) == 1
    assert current(found) is None
    assert spans(found) == ()


def test_what_nothing_dates_says_nothing_of_now() -> None:
    """An article without a date tells a state; it must not count as newer than all that is dated."""
    claims: dict[str, Fields] = {
        "told": {"source": "undated", "state": {"rule": "proposed"}},
        "later": {"source": "undated", "date": "2020..", "state": {"rule": "considered"}},
        "gone": {"date": "2025-06", "state": {"rule": "revoked"}},
    }
    found = history(claims, {"undated": {"published": None}})
    now = current(found)
    assert now
    assert now.state == "revoked"
    assert [span.event.state for span in spans(found)] == ["revoked"]
    assert on(found, dt.date(2025, 6, 30)) == now


def test_a_picture_holds_no_state_that_nothing_dates() -> None:
    claims: dict[str, Fields] = {
        "told": {"source": "undated", "state": {"reply": "proposed"}},
        "gone": {"date": "2025-06", "state": {"rule": "revoked"}},
    }
    result = made(files(claims, sources={"undated": {"published": None}}))
    (figure,) = next(figures_of(page.blocks) for page in result.pages if page.path == "measures.md")
    assert 'data-last="2026-01-24"' in drawn(figure)
    assert "counter rule" not in drawn(figure)
    body = next(page.body for page in result.pages if page.path == "measures.md")
    assert "| not dated | proposed |" in body


STATES = [
    "considered",
    "proposed",
    "issued",
    "in force",
    "suspended",
    "withdrawn",
    "revoked",
    "dropped",
    "expired",
]
DATES: list[str | None] = [
    "2024",
    "2024-05",
    "2024-05-14",
    "2024-05-14T10:00",
    "2024-05?",
    "2024-04..2024-06",
    "2024-05-14/2024-05-20",
]
DATES += [
    "..2024-05",
    "2024-05..",
    "../2024",
    "2024-05/..",
    "2025-01-31",
    "2025-02",
    "2026-03-01",
    "2030",
    None,
]
PUBLISHED = ["2024-05-14", "2024-05-10..2024-05-20", "2025-02-01", "2026-01-24", None]
EVENTS = st.lists(
    st.tuples(st.sampled_from(DATES), st.sampled_from(STATES), st.sampled_from(range(len(PUBLISHED)))),
    min_size=1,
    max_size=6,
)
Events = list[tuple[str | None, str, int]]


def desk(events: Events) -> tuple[dict[str, Fields], dict[str, Fields]]:
    sources = {f"s{n}": {"published": when} for n, when in enumerate(PUBLISHED)}
    claims: dict[str, Fields] = {}
    for n, (when, state, source) in enumerate(events):
        date = {"date": when} if when else {}
        claims[f"c{n}"] = {"source": f"s{source}", "state": {"rule": state}, **date}
    return claims, sources


@settings(max_examples=examples(60), deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_is_total_and_stable(events: Events, random: Any) -> None:
    claims, sources = desk(events)
    shuffled = list(claims.items())
    random.shuffle(shuffled)
    one, two = small(claims, sources=sources).derived, small(dict(shuffled), sources=sources).derived
    assert [e.claim.ref for e in one.states["rule"]] == [e.claim.ref for e in two.states["rule"]]
    assert [e.claim.ref for e in one.timeline] == [e.claim.ref for e in two.timeline]
    assert len({e.claim.ref for e in one.timeline}) == sum(when is not None for when, *_ in events)
    keys = [(*dates.sort_key(e.date), e.claim.ref) for e in one.timeline]
    assert all(a < b for a, b in pairwise(keys)), "no two have the same place"


@settings(max_examples=examples(60), deadline=None)
@given(EVENTS)
def test_a_state_never_moves_without_an_event(events: Events) -> None:
    claims, sources = desk(events)
    found = history(claims, sources)
    reached = {event.certain_from for event in found if not event.scheduled}
    days = sorted({day + dt.timedelta(n) for day in reached - {dt.date.max} for n in (-1, 0, 1)})
    told = [on(found, day) for day in days]
    for one, (day, two) in pairwise(zip(days, told, strict=True)):
        assert one[1] == two or any(one[0] < moved <= day for moved in reached)
    for day, event in zip(days, told, strict=True):
        certain = [one for one in found if not one.scheduled and one.certain_from <= day]
        assert (certain[-1] if certain else None) == event, "the last that was certainly reached"
    if spans(found):
        assert current(found) == on(found, dt.date(2099, 1, 1))


@settings(max_examples=examples(30), deadline=None)
@given(EVENTS, st.sampled_from(STATES))
def test_an_announcement_changes_no_state(events: Events, state: str) -> None:
    claims, sources = desk(events)
    before = history(claims, sources)
    more = {**claims, "a": {"source": "s0", "date": "2040", "state": {"rule": state}}}
    after = history(more, sources)
    assert [e.claim.ref for e in after if e.claim.id != "a"] == [e.claim.ref for e in before]
    assert spans(after) == spans(before)
    assert current(after) == current(before)
