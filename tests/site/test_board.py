"""The measures board and the timeline's filters in a real browser: by keyboard, in the address, and without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.pages import asked, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

BOARD = "measures/"
TIMELINE = "timeline/"
RULE = "e-battery-ferry-rule-bar"


def states(page: Page) -> dict[str, str]:
    """Give the state of each measure as the picture tells it."""
    return {
        str(row.locator("a").first.inner_text()): row.locator(".b-now").inner_text()
        for row in page.locator(".b-rows > li").all()
    }


def expected(page: Page, day: str) -> dict[str, str]:
    """Give the state of each measure on a day, from the bars as they stand in the page."""
    return {
        str(row.locator("a").first.inner_text()): next(
            (
                bar.get_attribute("data-state") or ""
                for bar in reversed(row.locator(".b-bar").all())
                if (bar.get_attribute("data-from") or "") <= day
            ),
            "not known on this day",
        )
        for row in page.locator(".b-rows > li").all()
    }


def type_day(page: Page, day: str) -> None:
    """Type a day key by key, in place of the one that stands there."""
    page.get_by_label("State of play on").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(day)
    page.keyboard.press("Tab")


def test_the_latest_state_stands_there_first(visit: Window) -> None:
    page = visit().open(BOARD)
    assert states(page)["battery ferry rule"] == "issued"
    assert states(page) == expected(page, "2026-03-10")
    assert page.get_by_label("State of play on").input_value() == "2026-03-10"
    assert asked(page) == {}


def test_a_day_typed_turns_the_board(visit: Window) -> None:
    page = visit().open(BOARD)
    type_day(page, "2024-12-31")
    shown = states(page)
    assert shown["battery ferry rule"] == "proposed"
    assert shown["landing permits"] == "not known on this day"
    assert shown["draught limit"] == "not known on this day"
    assert shown == expected(page, "2024-12-31")
    assert asked(page) == {"day": "2024-12-31"}
    later = page.locator(f"#{RULE} .b-bar[data-state=issued]")
    assert "b-future" in (later.get_attribute("class") or "")
    assert page.locator(f"#{RULE} .b-heard").is_hidden(), "what was heard later says nothing of that day"


@pytest.mark.parametrize("typed", ["1999-01-01", "2025-02-30", "12/31/2024", "soon"])
def test_what_is_typed_and_no_day_of_the_board_is_told_and_changes_nothing(visit: Window, typed: str) -> None:
    page = visit().open(BOARD)
    type_day(page, typed)
    assert states(page) == expected(page, "2026-03-10")
    field = page.get_by_label("State of play on")
    assert field.evaluate("field => field.validationMessage") == "A day from 2019-01-01 to 2026-03-10"
    page.get_by_role("button", name="Latest").press("Enter")
    assert field.input_value() == "2026-03-10"
    assert field.evaluate("field => field.checkValidity()")


def test_the_range_works_from_the_keyboard(visit: Window) -> None:
    page = visit().open(BOARD)
    slider = page.get_by_role("slider")
    assert slider.get_attribute("aria-label")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert asked(page) == {"day": "2026-03-09"}
    assert slider.get_attribute("aria-valuetext") == "2026-03-09"
    assert page.get_by_label("State of play on").input_value() == "2026-03-09"
    assert states(page)["mooring subsidy"] == "not known on this day"
    page.keyboard.press("ArrowRight")
    assert asked(page) == {}
    assert states(page)["mooring subsidy"] == "considered"
    page.keyboard.press("Home")
    assert asked(page) == {"day": "2019-01-01"}
    assert set(states(page).values()) == {"not known on this day"}


def test_the_address_of_a_day_shows_it_and_reset_returns(visit: Window) -> None:
    page = visit().open(f"{BOARD}?day=2025-02-01")
    assert page.get_by_label("State of play on").input_value() == "2025-02-01"
    assert states(page) == expected(page, "2025-02-01")
    assert states(page)["landing permits"] == "proposed"
    page.get_by_role("button", name="Latest").press("Enter")
    assert asked(page) == {}
    assert states(page) == expected(page, "2026-03-10")
    assert page.locator(f"#{RULE} .b-heard").is_visible()


@pytest.mark.parametrize(
    "day", ["1999-01-01", "2099-01-01", "soon", "2025-1-1", "2025-13-01", "2025-02-30", ""]
)
def test_a_day_that_is_none_is_passed_over(visit: Window, day: str) -> None:
    page = visit().open(f"{BOARD}?day={day}")
    assert states(page) == expected(page, "2026-03-10")
    assert page.get_by_label("State of play on").input_value() == "2026-03-10"


def rows(page: Page, heading: str) -> list[list[str]]:
    """Give the cells of the table below a heading."""
    table = page.locator(f"xpath=//h2[contains(., '{heading}')]/following::table[1]")
    return [[str(c.inner_text()) for c in row.locator("td").all()] for row in table.locator("tbody tr").all()]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_tables_tell_all_that_the_picture_tells(visit: Window, javascript: bool) -> None:
    page = visit(javascript=javascript).open(BOARD)
    told = {
        (measure, state.removesuffix(" (scheduled)"), when, who)
        for measure, when, state, _, who in rows(page, "Every state")
    }
    bars = page.locator(".b-bar").all()
    assert len(bars) > 10
    for bar in bars:
        measure = str(bar.locator("xpath=ancestor::li").locator("a").first.inner_text())
        state, _, when = (bar.get_attribute("title") or "").partition(": ")
        when, _, who = when[:-1].partition(" (")
        when = f"not stated; {when}" if when.startswith("told ") else when
        assert (measure, state, when, who) in told
    labels = {(m, s) for m, s, *_ in told}
    for row in page.locator(".b-rows > li").all():
        measure = str(row.locator("a").first.inner_text())
        spoken = row.locator(".b-track").get_attribute("aria-label") or ""
        assert [(measure, part.partition(": ")[0]) for part in spoken.split(", then ")] == [
            (measure, bar.get_attribute("data-state")) for bar in row.locator(".b-bar").all()
        ]
        assert {(measure, bar.get_attribute("data-state")) for bar in row.locator(".b-bar").all()} <= labels


def test_without_a_script_the_history_is_there_and_no_dead_control(visit: Window) -> None:
    page = visit(javascript=False).open(BOARD)
    assert page.locator(".b-day").is_hidden()
    history = rows(page, "Every state")
    assert [row[1:3] for row in history if row[0] == "battery ferry rule"] == [
        ["2025", "issued"],
        ["16 September 2024", "proposed"],
    ]
    assert all(row[3] and row[4] for row in history), "each with its claim and who says it"
    page.goto(page.url.replace(BOARD, TIMELINE))
    assert page.locator(".b-filter").is_hidden()
    assert page.locator(".b-entry").count() == page.locator(".b-entry:visible").count() > 20


@pytest.mark.parametrize("path", [BOARD, TIMELINE, f"{BOARD}?day=2024-12-31"])
def test_nothing_is_wider_than_a_phone(visit: Window, path: str) -> None:
    page = visit(390, 844).open(path)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    for control in page.locator(".b-day, .b-filter, .b-track").all():
        box = control.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def choose(page: Page, facet: str, words: str) -> Locator:
    page.get_by_role("combobox", name=facet).select_option(label=words)
    return page.locator(".b-entry:visible")


def test_the_timeline_filters_and_tells_how_many(visit: Window) -> None:
    page = visit().open(TIMELINE)
    whole = page.locator(".b-entry").count()
    assert counted(page) == f"{whole} of {whole}"
    shown = choose(page, "Entity", "battery ferry rule")
    assert counted(page) == f"{shown.count()} of {whole}"
    assert 0 < shown.count() < whole
    assert asked(page) == {"entity": "battery-ferry-rule"}
    assert all("battery-ferry-rule" in (e.get_attribute("data-entity") or "").split() for e in shown.all())
    page.get_by_role("combobox", name="Entity").select_option(label="all")
    shown = choose(page, "Storyline", "The rule on diesel ferries in the sound")
    assert asked(page) == {"storyline": "ferry-rule"}
    assert {e.get_attribute("data-storyline") for e in shown.all()} == {"ferry-rule"}
    alone = shown.count()
    both = choose(page, "Entity", "battery ferry rule")
    assert asked(page) == {"storyline": "ferry-rule", "entity": "battery-ferry-rule"}
    assert 0 < both.count() < alone
    assert counted(page) == f"{both.count()} of {whole}"
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function("location.search === ''")
    assert counted(page) == f"{whole} of {whole}"


def test_the_filter_works_from_the_keyboard_and_from_its_address(visit: Window) -> None:
    page = visit().open(TIMELINE)
    page.get_by_role("combobox", name="Storyline").focus()
    page.keyboard.type("Aldmark and Brack")
    page.wait_for_function("location.search.includes('storyline=')")
    here, told = page.evaluate("location.href"), counted(page)
    page.goto("about:blank")
    page.goto(here)
    assert counted(page) == told
    assert page.get_by_role("combobox", name="Storyline").input_value() == "brackwater-limits"
    page.goto(re.sub(r"\?.*", "?entity=nobody", here))
    assert page.locator(".b-entry").count() == page.locator(".b-entry:visible").count()


def test_a_permanent_link_to_an_event_that_a_filter_hides_is_in_the_page(visit: Window) -> None:
    page = visit().open(TIMELINE)
    entry = page.locator(".b-entry a[id]").first.get_attribute("id")
    page.goto(f"{page.url}#{entry}")
    assert page.locator(f"[id='{entry}']").count() == 1


@pytest.mark.parametrize("path", [f"{TIMELINE}?storyline=charters", f"{BOARD}?day=2019-06-01"])
def test_paper_shows_all(visit: Window, path: str) -> None:
    page = visit().open(path)
    hidden = page.locator(".b-entry[hidden], .b-future").count()
    assert hidden, "on the screen something is left out"
    page.emulate_media(media="print")
    assert page.locator(".b-filter:visible, .b-board button:visible").count() == 0
    if path.startswith(TIMELINE):
        assert page.locator(".b-entry").count() == page.locator(".b-entry:visible").count()
    else:
        assert page.locator(".b-board").get_attribute("data-day") == "2019-06-01", "of which day it is"
        reached = [row for row in rows(page, "Every state") if "(scheduled)" not in row[2]]
        assert len(reached) == page.locator(".b-bar").count()


def test_on_paper_the_day_stands_in_place_of_its_control(visit: Window) -> None:
    page = visit().open(f"{BOARD}?day=2021-01-01")
    page.emulate_media(media="print")
    assert page.locator(".b-day").is_hidden()
    told = page.locator(".b-board").evaluate("board => getComputedStyle(board, '::before').content")
    assert "State of play on" in told
    assert page.locator(".b-board").get_attribute("data-day") == "2021-01-01"
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Latest").click()
    assert page.locator(".b-board").get_attribute("data-day") is None


def test_in_forced_colours_bars_have_lines(visit: Window) -> None:
    page = visit().open(BOARD)
    page.emulate_media(forced_colors="active")
    style = page.locator(".b-bar").first.evaluate("bar => getComputedStyle(bar).borderTopStyle")
    assert style == "solid"
