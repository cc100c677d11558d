"""The filters of the lists, and tables on phones, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.site.pages import asked, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

LIST = "briefings/"


def choose(page: Page, facet: str, value: str) -> None:
    page.get_by_role("combobox", name=facet).select_option(value)


def headings(page: Page) -> list[str]:
    return [words.strip("¶\n") for words in page.locator("article h2:visible").all_inner_texts()]


def shown(page: Page) -> list[str | None]:
    return [one.get_attribute("data-year") for one in page.locator(".b-entry:visible").all()]


def test_a_year_leaves_its_entries_and_its_heading(visit: Window) -> None:
    page = visit().open(LIST)
    whole = page.locator(".b-entry").count()
    assert counted(page) == f"{whole} of {whole}"
    years = headings(page)
    choose(page, "Year", "2020")
    found = shown(page)
    assert set(found) == {"2020"}
    assert counted(page) == f"{len(found)} of {whole}"
    assert headings(page) == ["2020"]
    contents = page.locator(".md-sidebar--secondary")
    assert contents.get_by_role("link", name="2020").is_visible()
    assert contents.get_by_role("link", name="2026").count() == 0
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function("location.search === ''")
    assert headings(page) == years
    assert counted(page) == f"{whole} of {whole}"


def test_filters_combine_in_the_address_and_leave_what_is_not_theirs(visit: Window) -> None:
    page = visit().open(f"{LIST}?day=2024-01-01&year=2025")
    choose(page, "Entity", "northline")
    assert asked(page) == {"day": "2024-01-01", "year": "2025", "entity": "northline"}
    found = page.locator(".b-entry:visible")
    assert found.count()
    for one in found.all():
        assert one.get_attribute("data-year") == "2025"
        assert "northline" in (one.get_attribute("data-entity") or "").split()
    choose(page, "Storyline", "ferry-rule")
    assert counted(page).startswith("0 of ")
    assert headings(page) == []


def test_back_shows_what_the_address_says(visit: Window) -> None:
    page = visit().open(LIST)
    choose(page, "Year", "2020")
    told, address = counted(page), page.evaluate("location.href")
    page.locator(".b-entry:visible a[href]").first.click()
    page.wait_for_load_state()
    assert page.url != address
    page.go_back()
    page.wait_for_function("document.querySelector('.b-filter output').textContent !== ''")
    assert page.url == address
    assert page.get_by_role("combobox", name="Year").input_value() == "2020"
    assert counted(page) == told
    assert headings(page) == ["2020"]


def test_a_value_that_is_not_there_shows_all(visit: Window) -> None:
    page = visit().open(f"{LIST}?year=1789&other=1")
    assert page.locator(".b-entry[hidden]").count() == 0
    assert asked(page) == {"other": "1"}


def test_without_a_script_everything_stands_there(visit: Window) -> None:
    page = visit(javascript=False).open(f"{LIST}?year=2020")
    assert page.locator(".b-filter").is_hidden()
    for fold in page.locator(".b-fold > summary").all():
        fold.click()
    assert page.locator(".b-entry").count() == page.locator(".b-entry:visible").count() > 15


def visible(page: Page, what: str) -> list[str]:
    return [
        one.get_attribute("href") or one.inner_text() for one in page.locator(what).all() if one.is_visible()
    ]


def test_the_picture_of_the_timeline_shows_what_the_list_shows(visit: Window) -> None:
    page = visit().open("timeline/?storyline=ferry-rule")
    shown = page.locator(".b-entry:visible").count()
    whole = page.locator(".b-entry").count()
    assert 0 < shown < whole
    # What belongs to several storylines has a mark in the lane of each.
    assert page.locator(".b-dot").count() >= whole
    links = page.locator(".b-entry:visible").evaluate_all(
        "entries => entries.map((one) => [...one.querySelectorAll('a')].find((a) => a.hash.startsWith('#c-')).href)"
    )
    assert set(page.locator(".b-dot:visible").evaluate_all("marks => marks.map((one) => one.href)")) == set(
        links
    )
    lanes = visible(page, ".b-lane-name")
    assert 0 < len(lanes) < page.locator(".b-lane-name").count()
    page.emulate_media(media="print")
    page.wait_for_function("!document.querySelector('.b-chronicle [hidden]')")
    assert page.locator(".b-entry:visible").count() == whole
    page.emulate_media(media="screen")
    assert page.locator(".b-fold > summary:visible").count() == 0
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!document.querySelector('.b-chronicle [hidden]')")
    # What was folded before is folded again.
    assert page.locator(".b-fold > summary:visible").count() == page.locator(".b-fold").count() > 0
    assert page.locator(".b-fold[open]").count() == 0


def test_the_narrow_picture_of_the_timeline_is_filtered_too(visit: Window) -> None:
    page = visit(390, 844).open("timeline/?storyline=ferry-rule")
    assert len(visible(page, ".b-column .b-chip")) == page.locator(".b-entry:visible").count()
    lines = page.locator(".b-column dt:visible").count()
    assert lines == page.locator(".b-column dd:has(.b-chip:visible)").count()


def test_a_mark_of_the_timeline_tells_itself_to_keyboard_and_touch(visit: Window) -> None:
    page = visit().open("timeline/")
    mark = page.locator(".b-dot").first
    words = mark.get_attribute("aria-label") or ""
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview = page.locator("#b-preview")
    preview.wait_for()
    stated, _, voices = words.partition(" — ")
    assert stated in preview.inner_text()
    assert voices.rpartition(" → ")[2] in preview.locator(".b-who").inner_text()
    assert preview.locator(".b-words").is_visible()


@pytest.mark.parametrize("path", ["sources/", "questions/", "measures/", "storylines/ferry-rule/"])
def test_on_a_phone_each_row_is_a_card_with_its_labels(visit: Window, path: str) -> None:
    page = visit(320, 700).open(path)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    heads = page.locator("article .b-table").first.locator("th").all_inner_texts()
    row = page.locator("article .b-table tbody tr").first
    cells = row.locator("td:visible")
    assert cells.count() > 1
    boxes = [box for box in (cell.bounding_box() for cell in cells.all()) if box]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
    # One below the other, but for a state, which may follow its measure in the same line.
    ends = [(box["y"], box["x"]) for box in boxes]
    assert ends == sorted(ends)
    assert len({y for y, _ in ends}) >= len(ends) - 1
    labels = cells.evaluate_all("cells => cells.map((c) => getComputedStyle(c, '::before').content)")
    assert labels[0] == "none"
    assert labels.count("none") <= 2
    assert {label.strip('"').casefold() for label in labels if label != "none"} <= {
        head.casefold() for head in heads
    }


def test_on_a_phone_names_are_a_line_each_with_their_numbers_at_its_end(visit: Window) -> None:
    page = visit(320, 700).open("entities/")
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    rows = page.locator("article .b-table tbody tr")
    assert rows.count() > 20
    crossing, ends = page.evaluate("""() => {
      const crossing = [], ends = new Set();
      for (const row of document.querySelectorAll("article .b-table tbody tr")) {
        const number = row.lastElementChild.getBoundingClientRect();
        ends.add(Math.round(number.right));
        const words = [...row.querySelectorAll("td:not(:last-child)")].flatMap((cell) => [...cell.getClientRects()]);
        if (words.some((box) => box.right > number.left && box.bottom > number.top && box.top < number.bottom)) crossing.push(row.innerText);
      }
      return [crossing, [...ends]];
    }""")
    assert crossing == []
    assert len(ends) == 1
    assert page.locator("article .b-table th:visible").first.inner_text().casefold() == "sentences"


MEDIA: tuple[Literal["screen", "print"], ...] = ("screen", "print")


def test_on_a_wide_screen_and_on_paper_a_table_is_a_table(visit: Window) -> None:
    page = visit().open("questions/")
    for medium in MEDIA:
        page.emulate_media(media=medium)
        row = page.locator("article .b-table tbody tr").first
        boxes = [cell.bounding_box() for cell in row.locator("td").all()]
        assert len({box["y"] for box in boxes if box}) == 1, medium
        assert page.locator("article .b-table th").first.is_visible()


def test_on_a_wide_screen_and_on_paper_what_sources_tell_is_beside_a_measure(visit: Window) -> None:
    page = visit().open("measures/")
    for medium in MEDIA:
        page.emulate_media(media=medium)
        row = page.locator("article .b-states tbody tr").first
        measure, state, *told = filter(None, (cell.bounding_box() for cell in row.locator("td").all()))
        assert measure["x"] == state["x"], medium
        assert measure["y"] < state["y"], medium
        assert told[0]["y"] == measure["y"], medium
        assert {box["x"] >= measure["x"] + measure["width"] for box in told} == {True}, medium


def test_measures_that_are_folded_have_the_width_of_the_others(visit: Window) -> None:
    page = visit().open("measures/?state=issued")  # a filter opens what it finds something in
    tables = page.locator("article .b-states:visible")
    assert tables.count() > 1
    assert len({(table.bounding_box() or {"width": 0})["width"] for table in tables.all()}) == 1


@pytest.mark.parametrize("path", ["disagreements/", "briefings/pilots-leave/", "measures/", "questions/"])
def test_tables_with_the_same_heads_have_the_same_columns(visit: Window, path: str) -> None:
    page = visit().open(path)
    columns: dict[str, set[tuple[int, ...]]] = {}
    for table in page.locator("article .b-table").all():
        heads = table.locator("th").all()
        widths = tuple(round((head.bounding_box() or {"width": 0})["width"]) for head in heads)
        columns.setdefault(" ".join(head.inner_text() for head in heads), set()).add(widths)
    assert {heads: len(found) for heads, found in columns.items()} == dict.fromkeys(columns, 1)


def test_disagreements_have_headings_whose_signs_are_permanent_links(visit: Window) -> None:
    page = visit().open("briefings/pilots-leave/")
    titles = page.locator("article h3:has(> a[id^=d-])")
    assert titles.count() > 1
    for title in titles.all():
        anchor = title.locator("> a[id]").get_attribute("id")
        assert title.locator(".headerlink").get_attribute("href") == f"#{anchor}"
    page = visit().open("disagreements/")
    assert page.locator("article h2").count() == page.locator("article .b-table").count()


@pytest.mark.parametrize(
    ("path", "facet", "value"),
    [
        ("measures/", "state", "issued"),
        ("measures/", "issuer", "velmonde"),
        ("entities/", "kind", "person"),
        ("disagreements/", "class", "scope"),
        ("disagreements/", "storyline", "ferry-rule"),
    ],
)
def test_indexes_have_filters_in_the_address(visit: Window, path: str, facet: str, value: str) -> None:
    page = visit().open(f"{path}?{facet}={value}")
    entries = page.locator(".b-entry, .b-row")
    shown = [one for one in entries.all() if one.is_visible()]
    assert counted(page) == f"{len(shown)} of {entries.count()}"
    assert 0 < len(shown) < entries.count()
    assert all(value in (one.get_attribute(f"data-{facet}") or "").split() for one in shown)
    contents = page.locator(".md-sidebar--secondary a:visible").count()
    assert contents == page.locator("article :is(h2, h3):visible").count()
    heads, tables = (
        page.locator("article thead:visible").count(),
        page.locator("article table:visible").count(),
    )
    assert heads == tables
    page.emulate_media(media="print")
    page.wait_for_function("!document.querySelector('.b-rows [hidden]')")
    assert all(one.is_visible() for one in entries.all())
    assert page.locator("article h2").count() == page.locator("article h2:visible").count()


def test_bars_of_measures_follow_the_filter(visit: Window) -> None:
    page = visit().open("measures/?state=issued")
    names = page.locator(".b-row:visible td:first-child").all_inner_texts()
    assert sorted(page.locator(".b-rows > li:visible > a").all_inner_texts()) == sorted(names)
    assert 0 < len(names) < page.locator(".b-row").count()
