"""The menu of narrow windows: by keyboard, and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.pages import BRIEFING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

DRAWER = ".md-sidebar--primary"


def outside(page: Page) -> bool:
    """Whether what has the focus is out of sight."""
    return bool(
        page.evaluate(
            "() => { const box = document.activeElement.getBoundingClientRect();"
            " return document.activeElement !== document.body && !document.activeElement.matches('.md-skip')"
            " && (box.right <= 0 || box.left >= innerWidth || !document.activeElement.checkVisibility({visibilityProperty: true})); }"
        )
    )


@pytest.mark.parametrize("width", [390, 720, 1024])
def test_the_focus_never_leaves_the_window(visit: Window, width: int) -> None:
    page = visit(width, 900).open(BRIEFING)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not outside(page), page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("width", [390, 1024])
def test_it_opens_and_closes_by_keyboard(visit: Window, width: int) -> None:
    page = visit(width, 900).open(BRIEFING)
    menu = page.get_by_role("button", name="Menu")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.locator(f"{DRAWER} :focus").count() == 1
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.ariaLabel") == "Menu"
    page.wait_for_function(
        f"!document.querySelector('{DRAWER} a').checkVisibility({{visibilityProperty: true}})"
    )


def test_leaving_it_closes_it(visit: Window) -> None:
    page = visit(390, 844).open(BRIEFING)
    page.get_by_role("button", name="Menu").click()
    page.wait_for_timeout(300)
    page.locator("article a:visible").first.focus()
    assert page.get_by_role("button", name="Menu").get_attribute("aria-expanded") == "false"


def test_it_opens_without_a_script(visit: Window) -> None:
    page = visit(390, 844, javascript=False).open(BRIEFING)
    page.locator("label[for=__drawer].md-header__button").click()
    page.wait_for_timeout(400)
    assert page.locator(f"{DRAWER} a:visible").first.is_visible()
    box = page.locator(DRAWER).bounding_box()
    assert box is not None
    assert box["x"] >= 0


def test_a_wide_window_has_none(visit: Window) -> None:
    page = visit().open(BRIEFING)
    assert page.get_by_role("button", name="Menu").count() == 0


def test_it_works_on_a_page_that_came_without_a_reload(instant: str, visit: Window) -> None:
    page = visit(500, 800, url=instant).open("about/")
    page.evaluate("window.stays = true")
    page.wait_for_timeout(500)  # Material asks for the sitemap first
    page.locator('article a[href$="briefings/first/"]').click()
    page.wait_for_url("**/briefings/first/")
    assert page.evaluate("window.stays")
    menu = page.get_by_role("button", name="Menu")
    menu.click()
    assert page.locator(f"{DRAWER} :focus").count() == 1
    page.wait_for_timeout(300)
    page.locator("article a:visible").first.focus()
    assert menu.get_attribute("aria-expanded") == "false"
