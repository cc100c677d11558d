"""What is on a timeline: what has a day, and news that only its telling dates; of which day a briefing is."""

from __future__ import annotations

import pytest
from mkdocs_briefings.derive.events import dateline
from mkdocs_briefings.pages.figures.chronicle import Chronicle

from tests.derive.small import Fields, files, small
from tests.desks import made, page, yaml
from tests.pages.figures import figures_of

SOURCES: dict[str, Fields] = {
    "may": {"published": "2025-05-05T23:10:00Z"},
    "june": {"published": "2025-06-10..2025-06-16"},
    "undated": {"published": None},
}
CLAIMS: dict[str, Fields] = {
    "out": {"source": "may", "text": "It was issued."},
    "moved": {"source": "june", "state": {"rule": "considered"}},
    "call": {"source": "may", "date": "2025-05-02"},
    "resigned": {"source": "may", "at": "call", "kind": "allegation"},
    "aside": {"source": "may"},
    "view": {"source": "may", "kind": "opinion", "state": {"reply": "considered"}},
    "head": {"source": "may", "role": {"minister": "head of ministry"}, "why": "Its board names it."},
    "lost": {"source": "undated"},
}
SUMMARY = """It is so [@out; @resigned; @view; @head; @lost].

So is this [@aside].
"""


def test_news_without_a_day_is_at_the_day_on_which_it_was_told() -> None:
    found = small(CLAIMS, sources=SOURCES, summary=SUMMARY).derived.timeline
    assert [(one.claim.id, one.date.text, one.is_told) for one in found] == [
        ("call", "2025-05-02", False),
        ("resigned", "2025-05-02", True),
        ("out", "2025-05-05", True),
        ("moved", "2025-06-10..2025-06-16", True),
    ]


def test_the_timeline_says_that_the_day_is_that_of_the_report_and_is_newest_first() -> None:
    body = page(made(files(CLAIMS, sources=SOURCES, summary=SUMMARY)), "timeline.md")
    days = [
        "reported between 10 and 16 June 2025",
        "reported 5 May 2025",
        "reported 2 May 2025",
        "**2 May 2025**",
    ]
    at = [body.index(day) for day in days]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("file", "dates", "published", "expected"),
    [
        ("2026-01-24", {"x": "2026-01-24"}, "2026-01-25", ("2026-01-24", "happened")),
        ("2026-01", {"x": "2026-01-18..2026-01-23"}, "2026-01-24", ("2026-01", "happened")),
        ("2026-02-28", {"x": "2026-02-28"}, "2026-02-10", ("2026-02-28", "scheduled")),
        ("2026-02-28", {}, "2026-02-05..2026-02-10", ("2026-02-05..2026-02-10", "reported")),
        ("2026-02", {"x": "..2026-02-10"}, "2026-02-10", ("2026-02-10", "reported")),
        ("2026-02", {}, None, None),
    ],
)
def test_a_day_that_no_source_gives_is_not_that_of_a_development(
    file: str, dates: dict[str, str], published: str | None, expected: tuple[str, str] | None
) -> None:
    claims: dict[str, Fields] = {"y": {}, **{name: {"date": day} for name, day in dates.items()}}
    tree = files(claims, sources={"a": {"published": published}})
    tree[f"briefings/{file}-news.yml"] = tree.pop("briefings/2026-01-24-told.yml")
    corpus = made(tree).corpus
    line = dateline(corpus, corpus.briefings["news"])
    assert (line and (line.date.text, line.sort)) == expected


def test_lanes_hold_what_the_filter_finds() -> None:
    """An event of a briefing in two storylines is in the lane of each."""
    tree = files({f"c{n}": {"date": f"2025-0{n}-01"} for n in range(1, 6)}, storylines=["one", "two"])
    tree["briefings/storylines.yml"] = yaml(
        one={"title": "Lock", "summary": "It is so [@told#c1]."},
        two={"title": "Harbour", "summary": "So [@told#c1]."},
    )
    result = made(tree)
    pages = {one.path: one for one in result.pages}
    (figure,) = (one for one in figures_of(pages["timeline.md"].blocks) if one.drawing == "chronicle")
    assert isinstance(figure.data, Chronicle)
    assert {lane.name: len(lane.events) for lane in figure.data.lanes} == {"Lock": 5, "Harbour": 5}
