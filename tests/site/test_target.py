"""The place that a link leads to is in sight and marked: each kind of anchor, folded or filtered, with and without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.pages import BRIEFING, KINDS, SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

FIRST_OF_EACH_KIND = """() => Object.values(Object.fromEntries([...document.querySelectorAll(
    ".b-page :is(a[id], h2[id], h3[id])")].filter(one => one.checkVisibility() && !one.closest(".b-preview"))
    .map(one => [one.localName + one.parentElement.localName + one.id.slice(0, 2), one.id]).reverse()))"""
MARKED = """id => {
    const target = document.getElementById(id);
    const box = target.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect();
    const places = [target.parentElement.nextElementSibling];
    for (let up = target; up && !up.matches(".b-page"); up = up.parentElement) places.push(up);
    const marked = places.filter(Boolean).some(one => {
        const style = getComputedStyle(one);
        return !["rgba(0, 0, 0, 0)", "transparent"].includes(style.backgroundColor) || style.outlineStyle === "solid";
    });
    return {marked, seen: box.top >= header.bottom - 1 && box.top < innerHeight && target.checkVisibility()};
}"""


def assert_marked(page: Page, anchor: str) -> None:
    page.wait_for_timeout(60)
    assert page.evaluate(MARKED, anchor) == {"marked": True, "seen": True}, f"{page.url}: {anchor}"


def assert_all_marked(window: Visit, paths: Iterable[str]) -> None:
    for path in paths:
        page = window.open(path)
        for anchor in page.evaluate(FIRST_OF_EACH_KIND):
            page.evaluate("id => { location.hash = id; }", anchor)
            assert_marked(page, anchor)


@pytest.mark.parametrize("javascript", [True, False])
def test_each_kind_of_place_is_marked(visit: Window, javascript: bool) -> None:
    assert_all_marked(visit(javascript=javascript), (BRIEFING, "entities/battery-ferry-rule/", "questions/"))


@pytest.mark.soak
@pytest.mark.parametrize("javascript", [True, False])
def test_each_kind_of_place_is_marked_on_each_kind_of_page(visit: Window, javascript: bool) -> None:
    written = ("about", "404", "method")
    assert_all_marked(visit(javascript=javascript), (path for path in KINDS if not path.startswith(written)))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_passage_is_marked_where_it_is(visit: Window, javascript: bool) -> None:
    window = visit(javascript=javascript)
    page = window.open(BRIEFING)
    for fold in page.locator("details.b-fold > summary").all():
        fold.click()
    link = page.locator(f'article p a[href*="{SOURCE}#p-"]:visible').first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url(f"**/{SOURCE}#{anchor}")
    assert_marked(page, anchor)
    assert page.locator("blockquote", has=page.locator(f"[id='{anchor}']")).evaluate(
        "one => getComputedStyle(one).backgroundColor"
    ) == page.evaluate(
        "() => { const one = document.body.appendChild(document.createElement('i'));"
        " one.style.background = 'var(--b-mark)'; return getComputedStyle(one).backgroundColor; }"
    )


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_folded_opens(visit: Window, javascript: bool) -> None:
    """Claims and parts of pages may be folded: here one is, whatever today's pages fold."""
    window = visit(javascript=javascript)
    window.page.route(
        f"**/{SOURCE}",
        lambda route: route.fulfill(
            body=re.sub(
                r"<blockquote.*?</blockquote>",
                r"<details><summary>Outer</summary><details><summary>Inner</summary>\g<0></details></details>",
                route.fetch().text(),
                flags=re.DOTALL,
            ),
            content_type="text/html",
        ),
    )
    anchor = window.open(SOURCE).locator("blockquote a[id]").last.get_attribute("id") or ""
    window.page.goto("about:blank")
    page = window.open(f"{SOURCE}#{anchor}")
    page.wait_for_timeout(100)
    assert_marked(page, anchor)


def test_what_a_filter_hides_is_shown(visit: Window) -> None:
    window = visit()
    page = window.open("timeline/?storyline=charters")
    hidden = page.locator(".b-entry[hidden] a[id]").first.get_attribute("id") or ""
    assert hidden
    page.goto("about:blank")
    page = window.open(f"timeline/?storyline=charters#{hidden}")
    page.wait_for_timeout(100)
    assert_marked(page, hidden)


def test_a_link_to_where_the_reader_is_leads_there_again(visit: Window) -> None:
    page = visit().open(f"{BRIEFING}#c-resigned")
    page.evaluate("scrollTo(0, 0)")
    page.locator('.b-cite[href="#c-resigned"]').first.click()
    page.wait_for_timeout(100)
    assert_marked(page, "c-resigned")
