"""What was due: overdue until a source tells the outcome, ahead until its day has passed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.derive.small import Fields, files, small
from tests.desks import made, page
from tests.sampling import examples

SOURCES: dict[str, Fields] = {"a": {"published": "2026-01-10"}}
CLAIMS: dict[str, Fields] = {
    "meeting": {"date": "2026-02-28"},
    "comments": {"date": "..2026-02-01"},
    "models": {"date": "2027"},
    "open": {"date": "2026-03.."},
    "held": {"date": "2026-01-09"},
    "soon": {"date": "2026-01-10..2026-01-20"},
}


def standing(as_of: dt.date | None, **briefing: Any) -> dict[str, str]:
    found = small(CLAIMS, sources=SOURCES, as_of=as_of, **briefing).derived.expectations
    return {one.event.claim.id: one.standing for one in found}


def test_what_is_an_expectation() -> None:
    """Only what lay wholly ahead of its article, or was due by a later day."""
    assert set(standing(dt.date(2026, 1, 10))) == {"meeting", "comments", "models", "open"}


@pytest.mark.parametrize(
    ("as_of", "overdue"),
    [
        (dt.date(2026, 2, 1), set()),
        (dt.date(2026, 2, 2), {"comments"}),
        (dt.date(2026, 2, 28), {"comments"}),
        (dt.date(2026, 3, 1), {"comments", "meeting"}),
        (dt.date(2027, 12, 31), {"comments", "meeting"}),
        (dt.date(2028, 1, 1), {"comments", "meeting", "models"}),
    ],
)
def test_it_is_overdue_from_the_day_after(as_of: dt.date, overdue: set[str]) -> None:
    found = standing(as_of)
    assert {name for name, how in found.items() if how == "overdue"} == overdue
    assert found["open"] == "ahead", "what has no last day never passes"


def test_an_answer_ends_it_and_a_question_alone_does_not() -> None:
    asked = {"text": "Did they meet?", "on": "meeting"}
    assert standing(dt.date(2026, 3, 1), questions=[asked])["meeting"] == "overdue"
    told = asked | {"answer": "Yes [@held]."}
    assert standing(dt.date(2026, 3, 1), questions=[told])["meeting"] == "answered"
    both = [told, {"text": "What was decided?", "on": "meeting"}]
    assert standing(dt.date(2026, 3, 1), questions=both)["meeting"] == "overdue"


def test_the_page_has_what_passed_first() -> None:
    asked = [{"text": "What did the comments say?", "on": "comments", "answer": "Little [@held]."}]
    result = made(files(CLAIMS, sources=SOURCES, questions=asked), as_of=dt.date(2026, 3, 1))
    body = page(result, "questions.md")
    due, ahead, answered = (body.index(f"## {name}") for name in ("Due by now", "Ahead", "Answered"))
    assert due < body.index("28 February 2026") < body.index("a clerk reports it") < ahead
    assert ahead < body.index("| 2027 |") < answered < body.index("What did the comments say?")
    assert "28 February 2026" in page(result, "index.md")


def test_what_the_page_itself_reports_is_no_silence() -> None:
    """An aim names no measure: those of its article count, and what later articles tell of them."""
    claims: dict[str, Fields] = {
        "plan": {"source": "early", "date": "2024-09-23", "state": {"rule": "proposed"}},
        "aim": {"source": "early", "date": "..2025-01-20"},
        "fair": {"source": "other", "date": "2025-02-01"},
        "out": {"date": "2025", "state": {"rule": "issued"}},
    }
    sources: dict[str, Fields] = {"early": {"published": "2024-10-09"}, "other": {"published": "2024-10-09"}}
    result = made(files(claims, sources=sources), as_of=dt.date(2026, 1, 24))
    for path in ("index.md", "questions.md"):
        body = page(result, path)
        line = next(line for line in body.splitlines() if "20 January 2025" in line)
        assert "told since, though nobody ties it to this: " in line
        assert "issued" in line
        other = next(line for line in body.splitlines() if "1 February 2025" in line)
        assert "no source held tells what became of it" in other or "told since" in other
    assert "never reported on" not in page(result, "index.md")


DAYS = st.dates(dt.date(2025, 12, 1), dt.date(2028, 12, 31))


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, DAYS, st.sets(st.sampled_from(sorted(CLAIMS))))
def test_time_only_turns_what_is_ahead_into_what_is_overdue(
    one: dt.date, two: dt.date, answered: set[str]
) -> None:
    questions = [{"text": f"What of {n}?", "on": n, "answer": "So [@held]."} for n in sorted(answered)]
    early, late = (standing(day, questions=questions) for day in sorted((one, two)))
    assert early.keys() == late.keys()
    for name, how in early.items():
        assert (how, late[name]) in {
            ("ahead", "ahead"), ("ahead", "overdue"), ("overdue", "overdue"), ("answered", "answered"),
        }  # fmt: skip
        assert (how == "answered") == (name in answered)
