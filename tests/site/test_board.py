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
    """Give what is to be said of each measure on a day, from the answers that stand in the page."""
    return {
        str(row.locator("a").first.inner_text()): row.evaluate(
            """(row, day) => [...row.querySelectorAll("template")].filter((one) => one.dataset.from <= day).pop()
               .content.firstElementChild.textContent""",
            day,
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
    assert shown["landing permits"].startswith("not known")
    assert shown["draught limit"].startswith("not known")
    assert shown == expected(page, "2024-12-31") == tabled(page), "the table follows the day"
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
    assert slider.get_attribute("aria-valuetext") == "March 9, 2026"
    assert page.get_by_label("State of play on").input_value() == "2026-03-09"
    assert states(page)["mooring subsidy"].startswith("not known or considered: ")
    page.keyboard.press("ArrowRight")
    assert asked(page) == {}
    assert states(page)["mooring subsidy"] == "considered"
    page.keyboard.press("Home")
    assert asked(page) == {"day": "2019-01-01"}
    assert all(words.startswith("not known") for words in states(page).values())


def test_the_address_of_a_day_shows_it_and_reset_returns(visit: Window) -> None:
    page = visit().open(f"{BOARD}?day=2025-02-01")
    assert page.get_by_label("State of play on").input_value() == "2025-02-01"
    assert states(page) == expected(page, "2025-02-01")
    assert states(page)["landing permits"] == "proposed"
    page.get_by_role("button", name="Latest").press("Enter")
    assert asked(page) == {}
    assert states(page) == expected(page, "2026-03-10")
    assert page.locator(f"#{RULE} .b-heard").is_visible()


def test_what_was_known_by_a_day_is_told_apart_from_what_was_so_on_it(visit: Window) -> None:
    page = visit().open(f"{BOARD}?known=2024-12-31")
    shown = states(page)
    assert shown == tabled(page)
    assert shown["battery ferry rule"] == "proposed", "that it was issued is told later"
    assert shown["landing permits"] == "nothing told by then"
    assert page.get_by_text("This counts only articles that were published by that day").is_visible()
    assert page.locator(".b-doubt:visible").count() == 0, "what is told later is not drawn"
    assert asked(page) == {"known": "2024-12-31"}
    field = page.get_by_label("as told by")
    field.fill("2026-12-31")
    assert states(page) == expected(page, "2026-03-10"), "by then all was told"
    type_day(page, "2025-02-01")
    assert asked(page) == {"day": "2025-02-01", "known": "2026-12-31"}
    page.get_by_role("button", name="Latest").press("Enter")
    assert asked(page) == {}
    assert field.input_value() == ""
    assert page.get_by_text("This counts only articles").is_hidden()
    for wrong in ("2025-02-30", "soon"):
        page = visit().open(f"{BOARD}?known={wrong}")
        assert states(page) == expected(page, "2026-03-10")


@pytest.mark.parametrize(
    "day", ["1999-01-01", "2099-01-01", "soon", "2025-1-1", "2025-13-01", "2025-02-30", ""]
)
def test_a_day_that_is_none_is_passed_over(visit: Window, day: str) -> None:
    page = visit().open(f"{BOARD}?day={day}")
    assert states(page) == expected(page, "2026-03-10")
    assert page.get_by_label("State of play on").input_value() == "2026-03-10"


def tabled(page: Page) -> dict[str, str]:
    """Give what the table says of the measures of the picture."""
    drawn = set(states(page))
    rows = page.locator("tr.b-row").all()
    told = {
        str(row.locator("td").first.locator("a[href]").first.inner_text()): str(
            row.locator("td[data-label=State]").inner_text()
        )
        for row in rows
    }
    # Behind it stand what befell the article and how old it is.
    told = {
        name: re.split(r" \(article |, last heard of |, no source", words)[0] for name, words in told.items()
    }
    return {
        name: words.split(" ", 1)[-1] if words[0] in "?◌●■‖↩✕○" else words
        for name, words in told.items()
        if name in drawn
    }


def test_the_table_comes_back_with_the_latest(visit: Window) -> None:
    page = visit().open(BOARD)
    before = page.locator("table").first.inner_text()
    type_day(page, "2025-03-01")
    row = page.locator("tr.b-row", has=page.locator("#e-battery-ferry-rule"))
    assert (
        row.locator("td[data-label=State]").inner_text() == "proposed or issued: the day of issue is not told"
    )
    told = [str(item.inner_text()) for item in row.locator("li").all()]
    assert [words.partition(" — ")[0] for words in told] == ["proposed (16 September 2024)", "issued (2025)"]
    assert all(words.partition(" — ")[2] for words in told), "each with who says it"
    page.get_by_role("button", name="Latest").press("Enter")
    assert page.locator("table").first.inner_text() == before


@pytest.mark.parametrize("javascript", [True, False])
def test_the_table_tells_all_that_the_picture_tells(visit: Window, javascript: bool) -> None:
    page = visit(javascript=javascript).open(BOARD)
    page.locator(".b-fold > summary").click()  # those of long ago
    assert tabled(page) == states(page)
    told = " ".join(page.locator("table").all_inner_texts()).lower()
    keys = [str(key.inner_text()) for key in page.locator(".b-keys > span").all()]
    assert len(keys) > 10
    assert [key for key in keys if key.partition(" ")[2].lower() not in told] == []
    for row in page.locator(".b-rows > li").all():
        spoken = row.locator(".b-track").get_attribute("aria-label") or ""
        assert all(
            str(key.inner_text()).partition(" ")[2] in spoken for key in row.locator(".b-keys > span").all()
        )


def test_without_a_script_the_states_are_there_and_no_dead_control(visit: Window) -> None:
    page = visit(javascript=False).open(BOARD)
    assert page.locator(".b-day").is_hidden()
    row = page.locator("tr.b-row", has=page.locator("#e-battery-ferry-rule")).inner_text()
    assert "Issued (2025); before that proposed (16 September 2024); none reports its withdrawal." in row
    page.goto(page.url.replace(BOARD, TIMELINE))
    assert page.locator(".b-filter").is_hidden()
    # What a year folds opens without a script.
    page.locator("details:not([open]) > summary:visible").evaluate_all(
        "all => all.forEach(one => one.parentNode.open = true)"
    )
    assert page.locator(".b-entry").count() == page.locator(".b-entry:visible").count() > 20


OVERLAP = """
() => [...document.querySelectorAll(".b-rows > li")].flatMap((row) => {
  const track = row.querySelector(".b-track").getBoundingClientRect();
  const texts = [...row.querySelectorAll("a, .b-now, .b-heard, .b-keys > span")].filter((one) => one.checkVisibility());
  const inside = row.querySelector(".b-track").textContent.trim();
  return [
    ...texts.filter((one) => one.getBoundingClientRect().bottom > track.top + 1).map((one) => one.textContent),
    ...(inside ? [inside] : []),
    ...[...row.querySelectorAll(".b-bar, .b-doubt")].filter((bar) => {
      const box = bar.getBoundingClientRect();
      return box.left < track.left - 1 || box.right > track.right + 1;
    }).map((bar) => bar.className),
  ];
})
"""
GAP = """
() => {
  const range = document.querySelector(".b-day input[type=range]");
  const box = range.getBoundingClientRect();
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const share = range.value / range.max;
  const thumb = box.left + rem / 2 + share * (box.width - rem);
  const track = document.querySelector(".b-track");
  const line = track.getBoundingClientRect().left + parseFloat(getComputedStyle(track, "::after").left);
  return Math.abs(thumb - line);
}
"""


@pytest.mark.parametrize("width", [320, 390, 720, 1440])
def test_no_label_is_over_a_bar_and_the_slider_is_at_its_day(visit: Window, width: int) -> None:
    page = visit(width, 900).open(BOARD)
    for day in ("2020-06-01", "2024-12-31", "2026-03-10"):
        type_day(page, day)
        assert page.evaluate(OVERLAP) == []
        assert page.evaluate(GAP) < 2, day


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
    assert page.locator(".b-entry[hidden]").count() == 0 < page.locator(".b-entry:visible").count()


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
        assert page.locator(".b-bar").count() == page.locator(".b-bar:visible").count()


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
