"""The same site in Firefox: notes, passages, questions and names, as in Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.conftest import REPOSITORY, until
from tests.site.pages import BRIEFING, KINDS, SOURCE
from tests.site.test_notes import OVERLAPS, POINT, cited
from tests.site.test_target import FIRST_OF_EACH_KIND, MARKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site.conftest import Built

pytestmark = pytest.mark.slow

HITS = "() => document.querySelectorAll('.b-search-hits:not([aria-busy]) a').length"
UNSOUND = """() => {
    const wrong = [];
    if (document.scrollingElement.scrollWidth > innerWidth) wrong.push("wider than the window");
    if (document.querySelectorAll("h1").length !== 1) wrong.push("not one title");
    for (const one of document.querySelectorAll(".b-cite"))
        if (!/\\w{3}/.test(one.getAttribute("aria-label") || "")) wrong.push("a citation without a name: " + one.outerHTML);
    return wrong;
}"""
DIFFERENT = """(day) => [...document.querySelectorAll(".b-rows > li")].flatMap((row) => {
    const said = [...row.querySelectorAll(":scope > template[data-from]")].filter((one) => one.dataset.from <= day).pop();
    const expected = said.content.firstElementChild.textContent;
    const cell = document.getElementById(row.dataset.of)?.closest("tr")?.cells[1].textContent;
    const shown = row.querySelector(".b-now").textContent;
    return shown === expected && (cell === undefined || cell === expected) ? [] : [[row.querySelector("a").textContent, shown, cell, expected]];
})"""
REMEDY = (
    "No Firefox for these tests: make test installs one as root on Debian; elsewhere FIREFOX=/path/to/firefox"
)


class Firefox:
    """A window of Firefox, driven through Node."""

    def __init__(self, program: str) -> None:
        readers = subprocess.run(
            [REPOSITORY / "tools/get-js-readers"], capture_output=True, text=True, check=False
        )
        if readers.returncode:
            pytest.fail(readers.stderr)
        self.process = subprocess.Popen(
            ["node", Path(__file__).with_name("firefox.mjs"), readers.stdout.strip(), program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, *command: object) -> Any:
        """Have it do something; see firefox.mjs."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, f"{command}: {answer}"
        return answer["value"]

    def close(self) -> None:
        with self.process:
            assert self.process.stdin
            self.process.stdin.close()
            self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """Start the browser; one that is missing fails the tests, with what to do."""
    program = os.environ.get("FIREFOX") or next(
        filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None
    )
    if program is None:
        pytest.fail(REMEDY, pytrace=False)
    window = Firefox(program)
    try:
        yield window
        assert window("complaints") == []
    finally:
        window.close()


@pytest.mark.parametrize("width", [1440, 1024])
def test_pointing_at_citations_shows_their_words(firefox: Firefox, served: str, width: int) -> None:
    firefox("size", width, 900)
    firefox("open", served + BRIEFING)
    count, wrong = firefox("evaluate", POINT, [5, OVERLAPS])
    assert wrong == []
    assert count > 3


@pytest.mark.soak
@pytest.mark.parametrize("width", [1440, 1024])
def test_pointing_at_every_citation(firefox: Firefox, served: str, built: Built, width: int) -> None:
    firefox("size", width, 900)
    for path in cited(built.site):
        firefox("open", served + path)
        _, wrong = firefox("evaluate", POINT, [1, OVERLAPS])
        assert wrong == []


def test_a_link_to_a_passage_marks_it(firefox: Firefox, served: str) -> None:
    firefox("size", 1440, 900)
    firefox("open", served + BRIEFING)
    href = str(
        firefox(
            "evaluate",
            f"() => document.querySelector('article p a[href*=\"{SOURCE}#p-\"]').getAttribute('href')",
        )
    )
    anchor = href.partition("#")[2]
    firefox("open", f"{served}{SOURCE}#{anchor}")
    until(lambda: firefox("evaluate", MARKED, anchor) == {"marked": True, "seen": True}, "the passage")


@pytest.mark.soak
def test_each_kind_of_place_on_each_kind_of_page_is_marked(firefox: Firefox, served: str) -> None:
    firefox("size", 1440, 900)
    there = {"marked": True, "seen": True}

    def come_to(anchor: str) -> None:
        firefox("evaluate", "(id) => { location.hash = id; }", anchor)
        until(lambda: firefox("evaluate", MARKED, anchor) == there, f"#{anchor}", 5)

    count = 0
    for path in KINDS:
        if path.startswith(("about", "404", "method")):
            continue
        firefox("open", served + path)
        for anchor in firefox("evaluate", FIRST_OF_EACH_KIND):
            come_to(anchor)
            count += 1
    assert count > 40


@pytest.mark.soak
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_each_page_fits_and_names_its_citations(
    firefox: Firefox, served: str, built: Built, size: tuple[int, int]
) -> None:
    firefox("size", *size)
    wrong = {}
    paths = sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("index.html"))
    for path in paths:
        firefox("open", served + path.removesuffix("index.html"))
        if found := firefox("evaluate", UNSOUND):
            wrong[path] = found
    assert wrong == {}
    assert len(paths) > 100


@pytest.mark.soak
@pytest.mark.parametrize("day", ["2024-11-01", "2025-03-01", "2025-12-31"])
def test_the_board_tells_of_each_day_what_is_certain(firefox: Firefox, served: str, day: str) -> None:
    firefox("size", 1440, 900)
    firefox("open", f"{served}measures/?day={day}")
    until(
        lambda: firefox("evaluate", "() => document.querySelector('.b-board').dataset.day") == day, "the day"
    )
    assert firefox("evaluate", DIFFERENT, day) == []


def test_a_question_finds_the_entity_and_a_phone_steps_back(firefox: Firefox, served: str) -> None:
    firefox("size", 390, 844)
    firefox("open", f"{served}about/")
    firefox("open", f"{served}measures/")
    firefox("click", "[data-b-search]")
    firefox("type", "who is Tobias Fenn")
    until(lambda: firefox("evaluate", HITS), "hits")
    first = firefox("evaluate", "() => document.querySelector('.b-search-hits a').href")
    assert first == f"{served}entities/tobias-fenn/"
    firefox("back")
    until(
        lambda: not firefox("evaluate", "() => Boolean(document.querySelector('dialog[open]'))"),
        "the dialog to close",
    )
    assert firefox("evaluate", "() => location.href") == f"{served}measures/"


def test_citations_are_named(firefox: Firefox, served: str) -> None:
    firefox("open", served + BRIEFING)
    name = firefox("evaluate", "() => document.querySelector('.b-cite').getAttribute('aria-label')")
    assert name == "evidence 1: Report Skerrow Courier → Harbour Gazette, 14 Feb 2026"
