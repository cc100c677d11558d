"""The built site in a real browser: desktop and phone, with and without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.pages import BRIEFING, KINDS, SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow


def test_every_kind_of_page_on_a_desktop(visit: Window) -> None:
    """No complaint, no request to elsewhere (see `visit`), and no fact that needs JavaScript."""
    window, without = visit(), visit(javascript=False)
    for path in KINDS:
        page = window.open(path)
        sound(page, path)
        page.add_style_tag(
            content="form, button { display: none !important }"
        )  # controls, which are no facts
        still = without.open(path)
        plain = words(still)
        # Closed notes open with a click, without JavaScript too.
        closed = " ".join(still.locator(".b-evidence, .b-proof, .b-fold").all_text_contents())
        plain |= set(re.findall(r"\w+", closed))
        assert len(plain) > 1, path
        assert words(page) - plain == set(), path


def test_every_kind_of_page_on_a_phone(visit: Window) -> None:
    window = visit(390, 844)
    for path in KINDS:
        sound(window.open(path), path)


def sound(page: Page, path: str) -> None:
    """Check that a page has a title, one heading, and nothing that is wider than the window."""
    assert page.title(), path
    assert page.locator("h1:visible").count() == 1, path
    wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{path} is {wide} px wider than the window"
    assert page.evaluate(CUT_OFF) == [], f"{path}: neither in the window nor to be scrolled to"


# On a phone the heads of a table stand in its cells, and its own are for screen readers alone.
CUT_OFF = """() => [...document.querySelectorAll("article *")].filter(element => {
    if (!element.checkVisibility() || element.closest("thead") || element.getBoundingClientRect().right <= innerWidth + 1) return false;
    for (let up = element; up; up = up.parentElement)
        if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return false;
    return true;
}).map(element => element.outerHTML.slice(0, 200))"""


def test_search_leads_to_the_briefing(visit: Window) -> None:
    page = visit().open("")
    page.locator("[data-b-search]").click()
    page.locator(".b-search input").press_sequentially("resignation")
    page.locator(f'.b-search-hits a[href*="{BRIEFING}"]').first.click()
    page.wait_for_url(f"**/{BRIEFING}**")
    assert "resignation" in page.locator("article").inner_text()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_a_citation_leads_to_its_claim(visit: Window, size: tuple[int, int]) -> None:
    page = visit(*size).open(BRIEFING)
    citation = page.locator('article p a[href^="#c-"]').first
    anchor = target(citation)
    citation.click()
    page.wait_for_url(f"**#{anchor}")
    in_view(page, anchor)


def test_a_claim_leads_to_its_passage_and_back(visit: Window) -> None:
    page = visit().open(BRIEFING)
    link = page.locator(f'article a[href*="{SOURCE}#p-"]').first
    passage = target(link)
    link.click()
    page.wait_for_url(f"**/{SOURCE}#{passage}")
    in_view(page, passage)
    quoted = page.locator("blockquote", has=page.locator(f"[id='{passage}']"))
    assert len(quoted.inner_text()) > 20
    back = page.locator(f'article a[href*="{BRIEFING}#c-"]').first
    claim = target(back)
    back.click()
    page.wait_for_url(f"**/{BRIEFING}#{claim}")
    in_view(page, claim)


def test_dark_and_light(visit: Window) -> None:
    page = visit().open(BRIEFING)
    body = page.locator("body")
    seen = []
    for _ in range(2):
        seen.append((body.get_attribute("data-md-color-scheme"), background(page)))
        page.locator("label[for^=__palette_]").locator("visible=true").click()
    assert [name for name, _ in seen] == ["default", "slate"]
    assert seen[0][1] != seen[1][1]
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == "default"


def words(page: Page) -> set[str]:
    """Give all words that a reader sees in the article."""
    return set(re.findall(r"\w+", page.locator("article").first.inner_text()))


def target(link: Locator) -> str:
    return (link.get_attribute("href") or "").partition("#")[2]


def in_view(page: Page, anchor: str) -> None:
    """Check that the place is in the window and below the header that sticks to its top."""
    spot = page.locator(f"[id='{anchor}']").evaluate("element => element.getBoundingClientRect().top")
    header = page.locator(".md-header").evaluate("element => element.getBoundingClientRect().bottom")
    height = page.evaluate("innerHeight")
    assert header - 1 <= spot < height, f"#{anchor} is at {spot}; the header ends at {header} of {height}"


def background(page: Page) -> str:
    return str(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
