"""Notes in the margin: each citation's words in sight, none over another, whatever changes a height."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.site.conftest import Built, Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

WIDTHS = (1440, 1024)
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll(".b-note")].filter(one => one.checkVisibility())
        .map(one => one.getBoundingClientRect()).sort((a, b) => a.top - b.top);
    const wide = [...document.querySelectorAll(".b-page table, .b-page .b-flow, .b-page h2")].map(one => one.getBoundingClientRect());
    return boxes.filter((box, n) => n && box.top < boxes[n - 1].bottom - 1
        || wide.some(one => one.right > box.left && one.top < box.bottom - 1 && one.bottom > box.top + 1)).length;
}"""
POINT = """async ([every, overlaps]) => {
    const pause = ms => new Promise(done => setTimeout(done, ms));
    const wrong = [];
    const cites = [...document.querySelectorAll(".b-page .b-cite")].filter((_, n) => n % every === 0);
    for (const cite of cites) {
        const said = what => wrong.push(`${location.pathname} [${cite.textContent}] ${cite.getAttribute("href")}: ${what}`);
        cite.scrollIntoView({block: "center", behavior: "instant"});
        cite.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, pointerType: "mouse"}));
        await pause(230);
        if (eval(overlaps)()) said("notes overlap");
        const told = [...document.querySelectorAll(".b-note.b-on, .b-preview:not(.b-unseen)")].filter(one => one.checkVisibility());
        // Who cites an article as a whole cites no words of it.
        const quotes = cite.getAttribute("href").includes("#");
        if (quotes && !told.some(one => one.querySelector(".b-words"))) said("no words");
        for (const one of told) {
            if (Math.abs(one.getBoundingClientRect().top - cite.getBoundingClientRect().top) > innerHeight) said("a screen away");
            for (const words of one.querySelectorAll(".b-words")) {
                const box = words.getBoundingClientRect();
                if (words.scrollHeight > words.clientHeight + 1) said("cut off");
                for (const y of [box.top + 4, box.bottom - 4])
                    if (!one.contains(document.elementFromPoint(box.left + 5, y))) said("covered");
            }
        }
        cite.dispatchEvent(new PointerEvent("pointerout", {bubbles: true, pointerType: "mouse"}));
        await pause(260);
    }
    return [cites.length, wrong];
}"""


def point(window: Visit, paths: Iterable[str], every: int) -> int:
    """Point at every so-manieth citation of the pages; return how many that were."""
    count = 0
    for path in paths:
        page = window.open(path)
        page.wait_for_function("document.fonts.status === 'loaded'")
        page.wait_for_timeout(100)
        pointed, wrong = page.evaluate(POINT, [every, OVERLAPS])
        assert wrong == []
        count += pointed
    return count


def cited(site: Path) -> list[str]:
    """Give the pages with citations that lead to words; a recorded version keeps none of an article."""
    return [
        f"{path.parent.relative_to(site).as_posix()}/"
        for path in sorted(site.rglob("index.html"))
        if 'class="b-cite"' in path.read_text("utf-8")
        and path.parent != site
        and not path.is_relative_to(site / "briefings/versions")
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_pointing_at_citations_shows_their_words(visit: Window, width: int) -> None:
    paths = ("briefings/pilots-leave/", "briefings/ferry-ban-proposed/", "storylines/charters/")
    assert point(visit(width, 900), paths, every=6) >= 9


@pytest.mark.soak
@pytest.mark.parametrize("width", WIDTHS)
def test_pointing_at_every_citation_of_the_tests_desk(built: Built, visit: Window, width: int) -> None:
    assert point(visit(width, 900), cited(built.site), every=1) > 100


@pytest.mark.soak
@pytest.mark.parametrize("width", WIDTHS)
def test_pointing_at_every_citation_of_the_repository_s_site(
    repository: Built, visit: Window, tmp_path: Path, width: int
) -> None:
    (tmp_path / "below").symlink_to(repository.site, target_is_directory=True)
    with serving(tmp_path) as port:
        window = visit(width, 900, url=f"http://127.0.0.1:{port}/below/")
        assert point(window, cited(repository.site), every=1) > 200
        window.page.close()


def overlaps(page: Page) -> int:
    page.wait_for_timeout(150)  # two frames: one that notices, one that lays
    return int(page.evaluate(OVERLAPS))


def tops(page: Page) -> list[float]:
    return [
        float(top) for top in page.locator(".b-evidence").evaluate_all("all => all.map(one => one.offsetTop)")
    ]


def test_notes_follow_every_change_of_height(visit: Window) -> None:
    page = visit(1440, 900).open("briefings/pilots-leave/")
    assert overlaps(page) == 0
    before = tops(page)
    page.evaluate(
        "document.querySelector('.b-page > p').insertAdjacentHTML('afterend', '<p style=\"height: 200px\"></p>')"
    )
    page.wait_for_function(
        "top => document.querySelector('.b-evidence').offsetTop > top + 150", arg=before[0]
    )
    assert overlaps(page) == 0
    page.set_viewport_size({"width": 1024, "height": 700})
    assert overlaps(page) == 0
    page.locator(".b-note:visible .b-words").first.evaluate("one => one.append(' and more words'.repeat(40))")
    assert overlaps(page) == 0


def test_what_is_too_far_from_its_sentence_is_folded_and_opens(visit: Window) -> None:
    page = visit(1440, 420).open("briefings/pilots-leave/")
    more = page.locator(".b-more:visible").first
    assert more.inner_text()[0].isdigit()
    folded = page.locator(".b-folded").count()
    assert folded
    assert overlaps(page) == 0
    group = page.locator(".b-evidence", has=page.locator(".b-more:visible")).first
    hidden = group.locator(".b-folded").count()
    more.focus()
    page.keyboard.press("Enter")
    assert group.locator(".b-folded").count() == 0 < hidden
    assert group.locator(".b-more").get_attribute("aria-expanded") == "true"
    assert group.locator(".b-more").inner_text() == "Show fewer"
    assert overlaps(page) == 0
    page.keyboard.press("Enter")
    assert page.locator(".b-folded").count() == folded
