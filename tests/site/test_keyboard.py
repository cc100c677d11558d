"""By keyboard and by voice: few stops before the text, nothing out of reach, names that tell where a link leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.pages import BRIEFING, KINDS, MEASURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

# The first page begins with lines of what is new.
SENTENCE = """document.querySelector("#what-is-new + ul > li")
    || [...document.querySelectorAll("article p")].find(p => p.checkVisibility() && p.querySelector(".b-cites"))
    || [...document.querySelectorAll("article p, article li, article td")].find(p => p.checkVisibility() && p.textContent.trim())"""
BEFORE = f"""() => {{ const first = {SENTENCE}; const at = document.activeElement;
    return at !== document.body && !(first.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) && !first.contains(at); }}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, select, summary")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex < 0)
    .map(one => one.className || one.href)"""


def stops(page: Page) -> int:
    """Count how often Tab is pressed until the focus is in or behind the first sentence."""
    count = 0
    while count < 30:
        page.keyboard.press("Tab")
        if not page.evaluate(BEFORE):
            return count
        count += 1
    return count


def assert_few_stops(window: Visit, paths: Iterable[str]) -> None:
    found = {path: stops(window.open(path)) for path in paths}
    assert {path: count for path, count in found.items() if count > 8} == {}


SIZES = pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])


@SIZES
def test_few_stops_before_the_first_sentence(visit: Window, size: tuple[int, int]) -> None:
    assert_few_stops(visit(*size), ("", "briefings/", BRIEFING, "entities/", "about/"))


@pytest.mark.soak
@SIZES
def test_few_stops_before_the_first_sentence_of_each_kind_of_page(
    visit: Window, size: tuple[int, int]
) -> None:
    assert_few_stops(visit(*size), (path for path in KINDS if path != "404.html"))


def test_arrows_lead_along_a_row_and_everything_is_reachable(visit: Window) -> None:
    page = visit().open(BRIEFING)
    skipped = set(page.evaluate(REACHABLE))
    # The sign of a heading leads where the table of contents does, the name of the site where the first tab does.
    assert {
        name for name in skipped if not re.search(r"headerlink|b-brand|md-tabs__link|md-nav__link", name)
    } == set()
    tabs = page.locator(".md-tabs__link")
    tabs.first.evaluate("one => one.closest('ul').querySelector('[tabindex=\"0\"]').focus()")
    reached = set()
    page.keyboard.press("Home")
    for _ in range(tabs.count()):
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
        page.keyboard.press("ArrowRight")
    assert reached == {words.strip() for words in tabs.all_text_contents()}
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/")


def test_the_table_of_contents_is_reached_behind_the_text(visit: Window) -> None:
    page = visit().open(BRIEFING)
    links = page.locator(".md-sidebar--secondary a[href]:visible")
    assert links.count() > 3
    assert page.locator(".md-sidebar--secondary a[tabindex='0']").count() == 1
    links.first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == links.nth(1).evaluate("one => one.href")
    box, text = links.first.bounding_box(), page.locator("article h1").bounding_box()
    assert box
    assert text
    assert box["x"] < text["x"], "it is seen beside the text all the same"


def test_citations_are_named_by_their_evidence(visit: Window) -> None:
    page = visit().open(BRIEFING)
    names = [str(one.get_attribute("aria-label")) for one in page.locator(".b-cite").all()]
    assert len(names) > 5
    assert all(
        re.fullmatch(r"evidence \d+: (?:Report|Allegation|Denial|Opinion|Forecast) .+", name)
        for name in names
    )
    assert names[0] == "evidence 1: Report Skerrow Courier → Harbour Gazette, 14 Feb 2026"
    spoken = page.locator("article").aria_snapshot()
    assert "¶" not in spoken
    assert 'heading "Claims and their passages"' in spoken


def test_citations_of_a_whole_article_are_named_by_it(visit: Window) -> None:
    page = visit().open("briefings/oyster-survey/")
    names = [str(one.get_attribute("aria-label")) for one in page.locator(".b-cite").all()]
    assert len(names) > 1
    assert all(re.fullmatch(r"evidence \d+: .*\w{4}.*", name) for name in names), names


@pytest.mark.parametrize("path", ["measures/", "measures/?day=2025-02-01"])
def test_the_slider_says_its_day(visit: Window, path: str) -> None:
    slider = visit().open(path).get_by_role("slider")
    said = "1 February 2025" if "day" in path else "10 March 2026"
    assert said.split() == sorted(said.split(), key=said.index)
    assert set(re.findall(r"\w+", str(slider.get_attribute("aria-valuetext")))) == set(said.split())


@SIZES
def test_names_begin_with_what_is_seen(visit: Window, size: tuple[int, int]) -> None:
    """Whoever speaks the words that are seen is understood (WCAG 2.5.3; axe counts the rule as experimental)."""
    window = visit(*size)
    rule = {
        "runOnly": ["label-content-name-mismatch"],
        "rules": {"label-content-name-mismatch": {"enabled": True}},
    }
    found = []
    for path in (BRIEFING, "storylines/ferry-rule/", "timeline/", MEASURE):
        for one in Axe().run(window.open(path), options=rule).response["violations"]:
            found += [f"{path}: {node['html'][:200]}" for node in one["nodes"]]
    assert found == []
