"""Evidence where the eye is: notes in the margin and in place, previews by mouse, keyboard and touch."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, FloatRect, Locator, Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

BRIEFING = "briefings/pilots-leave/"
CITE = ".b-page li .b-cite"


def box(element: Locator) -> FloatRect:
    found = element.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("width", [1440, 1024])
def test_passages_stand_beside_their_sentences(visit: Window, width: int) -> None:
    page = visit(width, 900).open(BRIEFING)
    notes = page.locator(".b-evidence:visible")
    assert notes.count() >= 3
    first, text = box(notes.first), box(page.locator(".b-page > p:has(.b-cites)").first)
    assert first["x"] >= text["x"] + text["width"]
    assert abs(first["y"] - text["y"]) < 4
    assert first["x"] + first["width"] <= width
    tops = sorted((box(one)["y"], box(one)["height"]) for one in notes.all())
    assert all(y + height <= below for (y, height), (below, _) in pairwise(tops)), "notes overlap"
    numbers = page.locator(".b-note:visible .b-number").all_inner_texts()
    assert len(numbers) == len(set(numbers)), "a note stands twice in the margin"


def test_a_note_tells_kind_voices_words_source_and_date(visit: Window) -> None:
    page = visit().open(BRIEFING)
    note = page.locator('.b-note[data-for="#c-resigned"]').first.inner_text()
    assert "Report people familiar with the matter → Skerrow Courier → Harbour Gazette, 14 Feb 2026" in note
    assert "submitted his resignation" in note


def test_notes_open_in_place_on_a_phone(visit: Window) -> None:
    page = visit(390, 844).open(BRIEFING)
    paragraph = page.locator(".b-page > p:has(.b-cites)").first
    evidence = page.locator(".b-page > .b-evidence").first
    assert not evidence.locator(".b-note").first.is_visible()
    evidence.locator("summary").click()
    note = evidence.locator(".b-note").first
    note.wait_for()
    assert box(note)["y"] > box(paragraph)["y"] + box(paragraph)["height"] - 1
    assert box(note)["x"] + box(note)["width"] <= 390


def test_notes_open_in_place_without_javascript(visit: Window) -> None:
    for width in (390, 1440):
        page = visit(width, 900, javascript=False).open(BRIEFING)
        evidence = page.locator(".b-page > .b-evidence").first
        evidence.locator("summary").click()
        assert "His announced departure" in evidence.inner_text()


def test_notes_open_in_place_where_their_script_does_not_load(browser: Browser, served: str) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.route("**/assets/briefings.js", lambda route: route.abort())
        page.goto(served + BRIEFING)
        evidence = page.locator(".b-page > .b-evidence").first
        evidence.locator("summary").click()
        assert "His announced departure" in evidence.inner_text()


def preview(page: Page) -> Locator:
    return page.locator(".b-preview")


def test_a_preview_by_mouse(visit: Window) -> None:
    page = visit().open(BRIEFING)
    page.locator('.b-page p a[href$="entities/pilot-office/"]').first.hover()
    preview(page).wait_for()
    assert "Office of Pilots and Sound Safety" in preview(page).inner_text()
    preview(page).hover()  # it stays while it is read
    page.wait_for_timeout(400)
    assert preview(page).is_visible()
    page.mouse.move(5, 5)
    preview(page).wait_for(state="detached")


def test_hovering_a_citation_lights_its_note_and_shows_all_of_it(visit: Window) -> None:
    page = visit(1440, 1000).open(BRIEFING)
    page.locator('.b-cite[href="#c-dismissed"]').first.hover()
    note = page.locator('.b-note.b-on[data-for="#c-dismissed"]').first
    note.wait_for()
    words = note.locator(".b-words").first
    assert words.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), "the words are still cut"


def test_a_preview_by_keyboard(visit: Window) -> None:
    page = visit().open(BRIEFING)
    link = page.locator('.b-page p a[href$="entities/pilot-office/"]').first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview(page).wait_for()
    assert link.get_attribute("aria-describedby") == "b-preview"
    page.keyboard.press("Escape")
    preview(page).wait_for(state="detached")
    assert link.evaluate("one => one === document.activeElement")
    assert link.get_attribute("aria-describedby") is None


def test_escape_closes_the_preview_and_nothing_else(visit: Window) -> None:
    page = visit().open(BRIEFING)
    page.evaluate("""
        window.left = [];
        document.addEventListener("keydown", event => window.left.push(event.defaultPrevented));
    """)
    page.locator('.b-page p a[href$="entities/pilot-office/"]').first.hover()
    preview(page).wait_for()
    page.keyboard.press("Escape")
    preview(page).wait_for(state="detached")
    page.keyboard.press("Escape")
    assert page.evaluate("window.left") == [True, False], "other listeners are told that it was used"


def test_previews_by_touch(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served + BRIEFING)
    entity = page.locator('.b-page p a[href$="entities/pilot-office/"]').first
    entity.tap()
    preview(page).wait_for()
    found = box(preview(page))
    assert found["x"] >= 0
    assert found["x"] + found["width"] <= 390
    assert page.url.endswith(BRIEFING), "the first tap shows, the second leads"
    entity.tap()
    page.wait_for_url("**/entities/pilot-office/")
    page.goto(served + BRIEFING)
    page.locator(CITE).first.tap()
    assert page.locator(".b-note.b-on:visible").count() == 1
    assert page.url.endswith(BRIEFING)
    context.close()


FINGERS = """() => {
    const cites = [...document.querySelectorAll(".b-page .b-cites:not(.b-long) .b-cite")].filter((one) => one.checkVisibility());
    const boxes = cites.map((one) => one.getBoundingClientRect());
    const small = boxes.filter((box) => box.width < 24 || box.height < 24).length;
    const over = boxes.filter((box, n) => boxes.some((other, m) => m > n && box.right - 4 > other.left && other.right - 4 > box.left
        && box.bottom > other.top && other.bottom > box.top)).length;
    const type = Math.min(...cites.map((one) => parseFloat(getComputedStyle(one).fontSize)));
    const lines = [...document.querySelectorAll("article > .b-page > p:has(.b-cite)")].map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight));
    const uneven = lines.filter((count) => Math.abs(count - Math.round(count)) > .05).length;
    return {count: cites.length, small, over, type, lines: lines.length, uneven};
}"""


@pytest.mark.parametrize("path", [BRIEFING, "storylines/ferry-rule/"])
def test_a_finger_hits_the_citation_that_it_means(browser: Browser, served: str, path: str) -> None:
    """24 pixels each way, none over another (WCAG 2.5.8), type that can be read, and no line is higher for it."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(served + path)
        found = page.evaluate(FINGERS)
    assert found["count"] > 5
    assert found["lines"] > 0
    assert found["type"] >= 12
    assert (found["small"], found["over"], found["uneven"]) == (0, 0, 0)


def test_long_citations_do_not_widen_a_phone(visit: Window) -> None:
    page = visit(390, 844).open("briefings/night-closure-in-force/")
    assert page.locator(".b-cites.b-long").count() > 0
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390


def test_a_second_touch_leads_on_wherever_in_the_link_it_is(browser: Browser, served: str) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(served + BRIEFING)
        sign = page.locator(".b-flow a.b-chip i").first
        sign.tap()
        preview(page).wait_for()
        assert page.url.endswith(BRIEFING)
        sign.tap()
        page.wait_for_url("**/#c-*")


def test_what_has_no_preview_leads_on_at_the_first_touch(browser: Browser, served: str) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(served + BRIEFING)
        page.locator("details:has(.b-permalink)").first.locator("summary").first.tap()
        page.locator(".b-permalink").first.tap()
        page.wait_for_url("**/#c-*")
        assert preview(page).count() == 0
        page.locator('.b-page p a[href*="/sources/"]').first.tap()
        page.wait_for_url("**/sources/*/")


def test_pages_that_come_without_a_reload_have_their_notes(instant: str, visit: Window) -> None:
    page = visit(url=instant).open("about/")
    page.evaluate("window.stays = true")
    page.wait_for_function("document.readyState === 'complete'")
    page.wait_for_timeout(500)  # Material asks for the sitemap first
    page.locator('article a[href$="briefings/first/"]').click()
    page.locator(".b-note:visible").wait_for()
    assert page.evaluate("window.stays")
    page.locator(".b-cite").first.hover()
    page.locator(".b-note.b-on").wait_for()


def test_copying_a_link_and_a_citation(browser: Browser, served: str) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + BRIEFING)
    page.locator("details:has(.b-permalink)").first.locator("summary").first.click()
    page.locator('.b-permalink[href="#c-resigned"]').click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{served}{BRIEFING}#c-resigned"
    page.locator("[data-b-copy]").click()
    words = page.evaluate("navigator.clipboard.readText()")
    assert "accounts differ on how" in words
    assert "version " in words
    assert "https://desk.example/below/" + BRIEFING in words
    context.close()


def test_a_citation_holds_the_address_where_the_page_is_read(visit: Window) -> None:
    window = visit()
    window.page.route(
        "**/pilots-leave/",
        lambda route: route.fulfill(
            body=re.sub(r', <a class="b-address".*?</a>', "", route.fetch().text()), content_type="text/html"
        ),
    )
    page = window.open(BRIEFING)
    assert page.locator("#b-citing-text a.b-address").get_attribute("href") == page.url


def test_what_others_show_of_a_shared_link(visit: Window) -> None:
    page = visit().open(BRIEFING)

    def meta(name: str) -> str:
        return page.locator(f'meta[property="{name}"]').get_attribute("content") or ""

    assert "accounts differ on how" in meta("og:title")
    assert meta("og:description").startswith("Tobias Fenn is leaving")
    assert meta("og:url") == "https://desk.example/below/" + BRIEFING
    assert meta("article:modified_time") == "2026-02-14"


def test_paper_shows_the_document_alone(visit: Window) -> None:
    page = visit().open(BRIEFING)
    page.emulate_media(media="print")
    for hidden in (
        ".b-header",
        ".md-tabs",
        ".md-sidebar--secondary",
        ".md-footer",
        ".b-evidence",
        ".b-permalink",
    ):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    for shown in ("h1", "#c-resigned", ".b-citing"):
        assert page.locator(shown).count() == 1
    cover = page.locator(".b-page").evaluate("one => getComputedStyle(one, '::before').content")
    assert "The Grey Sound" in cover


@pytest.mark.parametrize("path", ["", BRIEFING, "measures/", "timeline/"])
def test_paper_is_white_whatever_the_scheme(visit: Window, path: str) -> None:
    """Nothing that is printed in the dark scheme is printed otherwise than in the light one."""
    colours = []
    for scheme in ("light", "dark"):
        window = visit()
        window.page.emulate_media(color_scheme=scheme)
        page = window.open(path)
        assert (
            page.locator("body").get_attribute("data-md-color-scheme")
            == {"light": "default", "dark": "slate"}[scheme]
        )
        page.emulate_media(media="print", color_scheme=scheme)
        colours.append(
            page.evaluate(
                "() => ['html', ...document.querySelectorAll('body, article *')].map(one => {"
                " const style = getComputedStyle(one === 'html' ? document.documentElement : one);"
                " return [style.color, style.backgroundColor, style.borderTopColor, style.colorScheme].join(' '); })"
            )
        )
    assert colours[0] == colours[1]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["", BRIEFING, "measures/", "entities/battery-ferry-rule/"])
def test_nothing_moves_while_a_page_loads(visit: Window, path: str, width: int) -> None:
    window = visit(width, 900)
    window.page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { window.moved += one.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page = window.open(path)
    page.wait_for_timeout(600)
    assert page.evaluate("window.moved") < 0.01
