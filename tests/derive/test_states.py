"""The state of each measure on any day comes from cited events alone; the order of uncertain dates is total."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.states import (
    StateEvent,
    current,
    last_heard,
    spans,
    standing,
    standings,
    told_by,
)
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model import dates
from mkdocs_briefings.pages.state_words import on_day

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
    """Give the state that a measure had certainly come into by a day."""
    certain = standing(found, day).certain
    return certain.event if certain else None


def said(found: tuple[StateEvent, ...], day: str) -> str:
    return on_day(messages("en"), standing(found, dt.date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-01-01", "not known or considered: on which day it was first considered is not told"),
        ("2025-01-12", "considered"),
        ("2025-02-03", "proposed"),
        ("2025-02-28", "proposed"),
        ("2025-03-15", "proposed or issued: the day of issue is not told"),
        ("2025-04-29", "proposed or issued: the day of issue is not told"),
        ("2025-04-30", "issued or revoked: the day of the revocation is not told"),
        ("2025-08-20", "revoked"),
    ],
)
def test_doubt_is_said_in_words(day: str, words: str) -> None:
    assert said(history(HISTORY | {"gone": RANGED}, SOURCES), day) == words


RANGED: Fields = {"source": "aug", "date": "2025-04-30..2025-08-20", "state": {"rule": "revoked"}}


def test_two_states_that_may_have_come_are_both_named() -> None:
    claims: dict[str, Fields] = {
        "plan": {"date": "2024-09-23", "state": {"rule": "proposed"}},
        "out": {"date": "2025", "state": {"rule": "issued"}},
        "gone": {"date": "2025-01..2026-01-10", "state": {"rule": "revoked"}},
    }
    found = history(claims)
    assert said(found, "2025-06-01") == (
        "proposed, issued or revoked: the day of issue and the day of the revocation are not told"
    )
    assert said(found, "2025-12-31") == "issued or revoked: the day of the revocation is not told"


def test_what_a_second_source_tells_narrows_the_doubt() -> None:
    claims: dict[str, Fields] = {
        "plan": {"date": "2024-09-23", "state": {"rule": "proposed"}},
        "out": {"date": "2025", "state": {"rule": "issued"}},
        "again": {"date": "2025-03", "state": {"rule": "issued"}},
    }
    found = history(claims)
    assert [said(found, day) for day in ("2025-02-28", "2025-03-02", "2025-03-31")] == [
        "proposed",
        "proposed or issued: the day of issue is not told",
        "issued",
    ]
    assert len(spans(found)) == 2, "told twice, it is one stretch"


def test_sources_that_exclude_each_other_leave_all_that_they_give() -> None:
    claims: dict[str, Fields] = {
        "one": {"date": "2024-03", "state": {"rule": "issued"}},
        "two": {"date": "2025-06", "state": {"rule": "issued"}},
    }
    (span,) = spans(history(claims))
    assert (span.possible_from, span.certain_from) == (dt.date(2024, 3, 1), dt.date(2024, 3, 31))


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


def test_what_was_told_by_a_day_holds_nothing_of_later_articles() -> None:
    found = told_by(
        history(
            {**HISTORY, "late": {"source": "none", "state": {"rule": "expired"}}},
            {**SOURCES, "none": {"published": "not stated"}},
        )
    )
    assert [day.isoformat() for day, _ in found] == ["2025-01-12", "2025-05-05", "2025-08-20"]
    said = [on_day(messages("en"), standing(known, None)) for _, known in found]
    assert said == ["considered", "issued", "revoked"]
    assert [len(known) for _, known in found] == [1, 4, 5], "an article without a day never counts"


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
    assert "No source gives its state with a day" in body


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
    told = [e.claim.ref for e in one.timeline]
    assert len(set(told)) == len(told)
    assert sum(not e.is_told for e in one.timeline) == sum(when is not None for when, *_ in events)
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
        last = certain[-1].state if certain else None
        assert last == (event.state if event else None), "the last that was certainly reached"
    last_told = current(found)
    if spans(found) and last_told:
        assert on_day(messages("en"), standing(found, dt.date.max)) == last_told.state


@settings(max_examples=examples(60), deadline=None)
@given(EVENTS)
def test_a_day_within_a_range_never_has_one_answer_alone(events: Events) -> None:
    """Whatever follows a state within a range of days: on each of these both are named."""
    claims, sources = desk(events)
    found = history(claims, sources)
    answers = standings(found)
    assert [one.day for one in answers] == sorted({one.day for one in answers})
    for span in spans(found):
        if span.possible_from < span.certain_from:
            within = [one for one in answers if span.possible_from <= one.day < span.certain_from]
            assert within
            assert all(span in one.possible for one in within)
    for one in answers:
        for day in (one.day, one.day + dt.timedelta(1)):
            here = [a for a in answers if a.day <= day][-1]
            assert (here.certain, here.possible) == (
                standing(found, day).certain,
                standing(found, day).possible,
            )


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
