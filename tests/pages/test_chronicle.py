"""Dated claims as a picture: where marks stand, what becomes of many, and what editors typed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_briefings.derive.events import Event
from mkdocs_briefings.document.nodes import Fold, Told
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import timeline
from mkdocs_briefings.pages.figures.chronicle import (
    ANCHOR,
    DEEPEST,
    MOST_LANES,
    MOST_MARKS,
    MOST_UNITS,
    Lane,
    chronicle,
    gathered,
)
from mkdocs_briefings.pages.view import View

from tests.derive.small import small
from tests.pages import figures
from tests.pages.figures import HOSTILE, Element, Picture, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Claim

MOST_NODES = 1000


def one_claim(**fields: Any) -> Claim:
    return small({"x": fields}).corpus.claims["told#x"]


CLAIM = one_claim()


def event(date: str, claim: Claim = CLAIM, *, scheduled: bool = False) -> Event:
    return Event(claim, dates.parse(date), scheduled)


def place(one: Event) -> Target:
    return addresses.Target(addresses.timeline(str(dates.sort_key(one.date)[0].year)))


def said(claim: Claim) -> tuple[str, str]:
    return f"{claim.text.text} — somebody", claim.text.text


def drawn(*lanes: Lane, is_filtered: bool = False) -> Picture | None:
    found = chronicle(messages("en"), lanes, place, said, "Events", is_filtered=is_filtered)
    assert all(figure.anchor == ANCHOR for figure in found)
    return read(figures.drawn(found[0])) if found else None


def picture(*days: str | Event) -> Picture:
    made = drawn(Lane("Rules", tuple(event(day) if isinstance(day, str) else day for day in days)))
    assert made is not None
    return made


def marks(made: Picture) -> list[Element]:
    return made.all("b-dot")


def places(made: Picture) -> list[tuple[float, float]]:
    """Give where each mark begins and how wide it is."""
    items = [one for one in made.all("li") if "left" in one.style]
    return [
        (float(one.style["left"].rstrip("%")), float(one.style.get("width", "0").rstrip("%")))
        for one in items
    ]


def test_few_events_are_no_picture() -> None:
    assert drawn(Lane("Rules", (event("2024"), event("2025"), event("2026")))) is None
    assert drawn() is None


def test_marks_stand_in_the_order_of_their_days() -> None:
    made = picture("2019-05-02", "2024-10-08", "2024-10-09", "2026-01-24")
    lefts = [left for left, _ in places(made)]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 4
    assert [mark.attributes["aria-label"].partition(":")[0] for mark in marks(made)] == [
        "2 May 2019",
        "8 October 2024",
        "9 October 2024",
        "24 January 2026",
    ]


def test_what_is_not_one_day_has_a_width_and_looks_unsure() -> None:
    made = picture("2024-01-05", "2024", "2024-03..2024-09", "2025-01-01")
    widths = dict(
        zip(
            (mark.attributes["aria-label"].partition(":")[0] for mark in marks(made)),
            (
                (width, "b-unsure" in mark.classes)
                for (_, width), mark in zip(places(made), marks(made), strict=True)
            ),
            strict=True,
        )
    )
    assert widths["5 January 2024"] == (0, False)
    year, months = widths["2024"], widths["between March and September 2024"]
    assert year[0] > months[0] > 0
    assert year[1]
    assert months[1]


def test_an_open_side_takes_the_mark_nowhere() -> None:
    made = picture("..2024-03-01", "2024-06-01..", "2024-01-01", "2024-12-31")
    assert [width for _, width in places(made)] == [0, 0, 0, 0]
    assert sum("b-unsure" in mark.classes for mark in marks(made)) == 2


def test_what_was_still_ahead_is_hollow_and_says_so() -> None:
    made = picture("2024-01-01", "2024-02-01", "2024-03-01", event("2024-04-01", scheduled=True))
    (ahead,) = [mark for mark in marks(made) if "b-ahead" in mark.classes]
    assert ahead.attributes["aria-label"].startswith("1 April 2024, scheduled: ")
    assert made.all("b-key-ahead")


def test_each_mark_and_each_line_of_the_narrow_list_leads_to_the_claim() -> None:
    made = picture("2023-01-01", "2024-02-01", "2024-03-01", "2024-04-01")
    for kind in ("b-dot", "b-chip"):
        links = [one.attributes["href"] for one in made.all(kind) if one.tag == "a"]
        assert links == ["md:briefings/told.md#c-x"] * 4
    assert [one.text for one in made.all("dt")] == ["Apr 2024", "Mar 2024", "Feb 2024", "…", "Jan 2023"]
    assert [one.text for one in made.all("b-chip")] == ["1 Apr", "1 Mar", "1 Feb", "1 Jan"]


def test_long_empty_times_are_cut_out_and_short_ones_are_not() -> None:
    made = picture("1950", "1951", "2024", "2026")
    names = [span.text for span in made.all("span") if "left" in span.style]
    assert names == ["1950", "1951", "…", "2024", "2025", "2026"]
    assert len(made.all("b-gap")) == 1


def test_a_short_time_is_told_by_month() -> None:
    made = picture("2025-11-03", "2025-12-01", "2026-01-02", "2026-02-02")
    assert [span.text for span in made.all("span") if "left" in span.style] == [
        "Nov 2025",
        "Dec",
        "Jan 2026",
        "Feb",
    ]
    assert [one.text for one in made.all("dt")] == ["Feb 2026", "Jan 2026", "Dec 2025", "Nov 2025"]


def test_years_with_many_events_are_wider() -> None:
    made = picture("2019-01-01", *(f"2021-{month:02}-01" for month in range(1, 13)), "2023-05-01")
    width = {
        span.text: float(span.style["width"].rstrip("%")) for span in made.all("span") if "left" in span.style
    }
    assert width["2021"] > 3 * width["2019"]


def test_marks_of_one_day_stand_above_each_other() -> None:
    made = picture(*["2024-01-01"] * DEEPEST)
    rows = [one.style["--b-row"] for one in made.all("li")]
    assert rows == [str(row) for row in range(DEEPEST)]


def test_more_of_one_day_than_can_be_stacked_are_counted() -> None:
    made = picture(*["2024-01-01"] * (DEEPEST + 1))
    assert marks(made) == []
    assert {tile.text for tile in made.all("b-tile")} == {str(DEEPEST + 1)}


def test_marks_name_their_entries_where_a_filter_chooses_among_them() -> None:
    def of(days: Sequence[str], *, is_filtered: bool) -> set[str | None]:
        made = drawn(Lane("Rules", tuple(map(event, days))), is_filtered=is_filtered)
        assert made is not None
        return {one.attributes.get("data-of") for one in made.all("a")}

    assert of(["2024-01-01"] * 4, is_filtered=False) == {None}
    assert of(["2024-01-01"] * 4, is_filtered=True) == {"e-told.x"}
    assert of(["2024-01-01"] * (DEEPEST + 1), is_filtered=True) == {" ".join(["e-told.x"] * (DEEPEST + 1))}


def many(count: int, lanes: int, years: int) -> list[Lane]:
    begin = dt.date(2024 - years, 1, 1)
    days = [begin + dt.timedelta(days=n * 365 * years // count) for n in range(count)]
    return [
        Lane(f"Lane {lane}", tuple(event(day.isoformat()) for day in days[lane::lanes]))
        for lane in range(lanes)
    ]


@pytest.mark.parametrize(
    ("count", "lanes", "years"), [(10_000, 40, 20), (10_000, 1, 900), (MOST_MARKS, 30, 3)]
)
def test_ten_thousand_events_make_a_picture_of_bounded_size(count: int, lanes: int, years: int) -> None:
    made = drawn(*many(count, lanes, years))
    assert made is not None
    assert len(made.elements) < MOST_NODES
    assert len(made.all("b-lane")) <= MOST_LANES
    assert len(made.all("dt")) <= 2 * MOST_UNITS
    counted = [int(tile.text) for tile in made.all("b-tile")]
    if count > MOST_MARKS:
        assert sum(counted) == 2 * count, (
            "each event is counted in its lane, and once more in the narrow list"
        )
        assert all(one.attributes["href"].startswith("md:timeline/") for one in made.all("b-tile"))
    else:
        assert len(marks(made)) == count


def test_lanes_that_are_too_many_are_gathered() -> None:
    made = drawn(
        *(Lane(f"Lane {n}", tuple(event("2024") for _ in range(20 - n))) for n in range(MOST_LANES + 3))
    )
    assert made is not None
    names = [one.text for one in made.all("b-lane-name")]
    assert names == [*(f"Lane {n}" for n in range(MOST_LANES - 1)), "4 others"]


def test_what_editors_typed_is_escaped() -> None:
    claim = one_claim(text=f"It is {HOSTILE}.")
    made = drawn(Lane(HOSTILE, tuple(event(f"202{n}-01-01", claim) for n in range(5))))
    assert made is not None
    assert not made.all("script")
    assert not [one for one in made.elements if "onclick" in one.attributes]
    assert made.all("b-lane-name")[0].text.startswith(f"{HOSTILE} newest: ")
    assert marks(made)[0].attributes["aria-label"].endswith(f"{claim.text.text} — somebody")


def test_there_are_no_ids() -> None:
    assert not [one for one in picture(*["2024-01-01"] * 5).elements if "id" in one.attributes]


def test_events_are_put_into_their_lanes() -> None:
    events = [event(f"202{n}-01-01") for n in range(4)]
    of: dict[dt.date, tuple[str, ...]] = {
        events[0].date.earliest: ("b", "a", "b"),
        events[1].date.earliest: ("a",),
        events[2].date.earliest: ("c",),
    }
    made = gathered(
        events, lambda one: of.get(one.date.earliest, ()), {"a": "A", "b": "B", "d": "D"}, "Others"
    )
    assert [(lane.name, lane.events) for lane in made] == [
        ("A", (events[0], events[1])),
        ("B", (events[0],)),
        ("Others", (events[2], events[3])),
    ], "an event is in every lane that it belongs to, and in each once"


DAYS = st.dates(dt.date(1000, 1, 1)).map(dt.date.isoformat)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: f"..{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    st.tuples(DAYS, DAYS).map(lambda pair: "..".join(sorted(pair))),
    DAYS.map(lambda day: f"{day}?"),
)


@example(["9997-01-01", "9997-01-02", "9998-01-01", "9999-12-01"])
@given(st.lists(DATES, min_size=4, max_size=60))
def test_no_mark_leaves_the_axis(days: Sequence[str]) -> None:
    made = picture(*days)
    spots = places(made)
    assert len(spots) == len(marks(made)) or made.all("b-tile")
    assert all(0 <= left <= 100.01 and left + width <= 100.02 for left, width in spots)
    spans = [one.style for one in made.all("span") if "left" in one.style]
    assert len(spans) <= 2 * MOST_UNITS
    assert sum(float(one["width"].rstrip("%")) for one in spans) == pytest.approx(100, abs=0.5)


def test_the_newest_events_stand_open_and_each_year_folds_the_rest() -> None:
    years = {2019: 3, 2020: 4, 2021: timeline.OPEN + 3}
    days = [f"{year}-03-{n + 1:02}" for year, count in years.items() for n in range(count)]
    made = small({f"c{n}": {"date": day, "why": "The clerk says so."} for n, day in enumerate(days)})
    (page,) = timeline.timeline_pages(View(made.corpus, made.derived, Settings()))
    shown = [one for one in page.blocks if isinstance(one, Fold | Told)]
    told = [(one.label, len(one.blocks)) if isinstance(one, Fold) else one.is_short for one in shown]
    assert told == [True] * timeline.OPEN + [("3 more events", 3), ("4 events", 4), ("3 events", 3)]
