"""What is new and when: by the dates of changes and of sources, never by a clock; corrections come first."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mkdocs_briefings.derive.novelties import novelties

from tests.derive.small import Fields, files, small
from tests.desks import made, page

SOURCES: dict[str, Fields] = {
    "a": {"published": "2025-05-05"},
    "may": {"published": "2025-05-05"},
    "june": {"published": "2025-06"},
    "aug": {"published": "2025-08-20"},
    "undated": {"published": None},
}
CLAIMS: dict[str, Fields] = {
    "plan": {"source": "may", "date": "2025-05-01", "state": {"rule": "proposed"}},
    "again": {"source": "june", "state": {"rule": "proposed"}},
    "gone": {"source": "aug", "date": "2025-08-19", "state": {"rule": "dropped"}},
    "later": {"source": "aug", "date": "2027", "state": {"reply": "in force"}},
    "lost": {"source": "undated", "state": {"reply": "considered"}},
}
REST: Any = {
    "disagreements": [
        {"id": "how", "about": "How it went", "class": "contradiction", "between": ["plan", "again"]}
    ],
    "questions": [{"id": "why", "text": "Why did it go?", "answer": "It is so [@gone]."}],
    "updated": "2025-08-21",
    "corrections": [{"date": "2025-08-10", "text": "It was wrong [@plan]."}],
}


def test_each_thing_has_the_day_of_its_change_or_of_the_newest_source_that_tells_it() -> None:
    desk = small(CLAIMS, sources=SOURCES, **REST)
    found = novelties(desk.corpus, desk.derived.states, {})
    assert [(one.sort, one.date.text, one.before) for one in found] == [
        ("updated", "2025-08-21", ""),
        ("moved", "2025-08-20", "proposed"),
        ("answered", "2025-08-20", ""),
        ("briefing", "2025-08-20", ""),
        ("correction", "2025-08-10", ""),
        ("opened", "2025-06", ""),
        ("moved", "2025-05-05", ""),
    ], "told again is no move; what is scheduled or not dated is none"


def test_the_page_counts_back_from_the_newest_evidence_and_begins_with_corrections() -> None:
    body = page(made(files(CLAIMS, sources=SOURCES, **REST), as_of=dt.date(2025, 8, 24)), "new.md")
    week = body.partition("## Last 7 days")[2].partition("## Last 30 days")[0]
    month = body.partition("## Last 30 days")[2].partition("## June 2025")[0]
    assert "chip rule" in week
    assert "proposed, now" in week
    assert "Corrected: " in month
    assert "**Jun 2025**: The sources disagree: " in body
    home = page(made(files(CLAIMS, sources=SOURCES, **REST), as_of=dt.date(2025, 8, 24)), "index.md")
    lines = home.partition("## What is new")[2].strip().splitlines()[:3]
    assert "Corrected: " in lines[0], "before all that is newer"
    assert len([line for line in lines if line.startswith("- ")]) == 3
