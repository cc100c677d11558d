"""The preview under `mkdocs serve`: whatever is wrong is told over the page, and all that is sound stays up."""

from __future__ import annotations

import json
import re
import threading
from typing import TYPE_CHECKING, Self

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.conftest import Desk, Preview, copy, tree, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

    from tests.site.conftest import Visit

pytestmark = pytest.mark.slow

FIRST = "briefings/2026-01-02-first.yml"
SECOND = "briefings/2026-01-03-second.yml"
PAGE = "briefings/first/"
AFTER_A_BUILD = 30_000
"""How long a browser may wait for what a rebuild brings, in milliseconds: the machine may be busy."""


@pytest.fixture
def serve(small: Desk, tmp_path: Path) -> Iterator[Callable[[], Preview]]:
    """Serve the smallest desk, with a second briefing, as it is when asked."""
    small.configure(site_url="https://desk.example/below/")
    small.write(SECOND, small.read(FIRST).replace("first", "second"))
    started: list[Preview] = []

    def start() -> Preview:
        started.append(Preview(small, tmp_path / "log"))
        until(started[-1].started, "the preview", 120)
        return started[-1]

    yield start
    for preview in started:
        preview.process.kill()
        preview.process.wait()


class asking:  # noqa: N801, a context manager
    """Ask for a page again and again; remember whatever was no page, or no answer within twenty seconds."""

    def __init__(self, preview: Preview, path: str) -> None:
        self.preview, self.path = preview, path
        self.asked = 0
        self.wrong: list[object] = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.ask)

    def ask(self) -> None:
        while not self.over.wait(0.02):
            try:
                status, text = self.preview.get(self.path, 20)
                if status != 200 or "</html>" not in text:
                    self.wrong.append(status)
            except OSError as error:
                self.wrong.append(error)
            self.asked += 1

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Problems of this desk")


def problems(preview: Preview) -> list[dict[str, object]]:
    told: list[dict[str, object]] = json.loads(preview.get("problems.json")[1])["problems"]
    return told


def mended(page: Page, preview: Preview) -> None:
    """Wait until nothing is wrong and the page knows: a page that is loading has no panel for a moment, too."""
    until(lambda: not problems(preview), "no problem")
    page.wait_for_function(
        """() => document.readyState === "complete" && !document.querySelector(".b-panel")
            && !sessionStorage.getItem("briefings.panel.error")""",
        timeout=AFTER_A_BUILD,
    )


FAULTS = {
    "schema": (FIRST, "sources:", "sauces:", rf"{FIRST}:\d+:\d+", "sauces", "error"),
    "syntax": (FIRST, "    quote: The", "    quote: said: The", rf"{FIRST}:9:\d+", "quote: said: The", "error"),
    "reference": (FIRST, "[@closes]", "[@shuts]", rf"{FIRST}:4:\d+", "shuts", "error"),
    "seal": ("seeds/report.txt", "head said", "boss said", r"seeds/report\.txt:\d+:\d+", "", "error"),
    "link": ("docs/about.md", "first.md", "none.md", r"docs/about\.md:3:14", "(briefings/none.md)", "warning"),
    "template": ("overrides/main.html", "endblock", "endblok", r"overrides/main\.html:2:1", "endblok", "error"),
    "option": ("mkdocs.yml", "manual: false", "manual: maybe", r"mkdocs\.yml:3:\d+", "manual: maybe", "error"),
    "as-of": ("mkdocs.yml", "manual: false", "as_of: soon", r"mkdocs\.yml:3:\d+", "as_of: soon", "error"),
    "yaml": ("mkdocs.yml", "theme: {", "theme: {{", r"mkdocs\.yml:\d+:\d+", "", "error"),
    "hook": ("switch", "go", "stop", r"hook\.py:6:1", "{}[said]", "error"),
}  # fmt: skip

HOOK = """\
import pathlib

def on_pre_build(config):
    said = pathlib.Path("switch").read_text()
    if said == "stop":
        {}[said]
"""


@pytest.fixture
def ready(small: Desk) -> Desk:
    small.write("overrides/main.html", '{% extends "base.html" %}\n{% block announce %}Hear.{% endblock %}\n')
    small.write("switch", "go")
    small.write("hook.py", HOOK)
    small.edit("mkdocs.yml", "plugins: [briefings]", "plugins: [briefings: {manual: false}]")
    small.configure(hooks="[hook.py]", watch="[switch]")
    return small


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("reference", "link", "template", "yaml"), id="some"),
        pytest.param(tuple(FAULTS), marks=pytest.mark.soak, id="all"),
    ],
)
def test_every_fault_is_told_over_the_page_and_goes_when_mended(
    names: tuple[str, ...], ready: Desk, serve: Callable[[], Preview], visit: Callable[..., Visit]
) -> None:
    preview = serve()
    window = visit(url=preview.url)
    page = window.open(PAGE)
    assert panel(page).count() == 0
    for name in names:
        path, old, new, place, shown, severity = FAULTS[name]
        sound = ready.read(path)
        with asking(preview, PAGE) as asked:
            ready.edit(path, old, new)
            told = panel(page).get_by_role("listitem").filter(has_text=re.compile(rf"{place}: {severity}: "))
            told = told.filter(has=page.locator("pre", has_text=shown))
            if severity == "warning":
                page.get_by_role("button", name="Show").click(timeout=AFTER_A_BUILD)
            told.first.wait_for(timeout=AFTER_A_BUILD)
            assert len(told.first.locator("p").last.inner_text()) > 20, f"{name}: what to do"
            assert "The office closes, its head says" in page.locator("article").inner_text(), name
            assert preview.get("briefings/second/", 3)[0] == 200
            ready.write(path, sound)
            mended(page, preview)
        assert asked.wrong == [], name
        assert asked.asked > 10
    assert "Traceback" not in preview.printed


def test_everything_else_is_built_while_a_file_is_faulty(serve: Callable[[], Preview], small: Desk) -> None:
    preview = serve()
    small.edit(FIRST, "    quote: The", "    quote: said: The")
    preview.says(f"{FIRST}:9:")
    small.edit(SECOND, "title: The office closes", "title: The office shuts its doors")
    preview.shows("briefings/second/", "The office shuts its doors")
    assert "The office closes" in preview.get(PAGE)[1]
    small.write(
        FIRST, small.read(FIRST).replace("said: ", "").replace("title: The office", "title: An office")
    )
    preview.shows(PAGE, "An office closes")


def test_a_preview_begins_with_a_desk_that_has_faults(
    serve: Callable[[], Preview], small: Desk, visit: Callable[..., Visit]
) -> None:
    small.edit(SECOND, "    quote: The", "    quote: said: The")
    preview = serve()
    page = visit(url=preview.url).open("briefings/second/")
    assert page.locator("h1").inner_text() == f"Not shown yet: {SECOND}"
    panel(page).get_by_text(f"{SECOND}:9:").first.wait_for()
    assert "Left out until they are mended" in panel(page).inner_text()
    assert preview.get(PAGE)[0] == 200
    small.edit(SECOND, "said: ", "")
    page.get_by_text("The office closes, its head says").first.wait_for(timeout=AFTER_A_BUILD)
    mended(page, preview)


def test_the_first_request_after_an_edit_gets_the_old_page_at_once(
    serve: Callable[[], Preview], small: Desk
) -> None:
    """The build waits for the test here; the pages of before are there all the time."""
    small.write("slow.py", "import pathlib, time\n\n\ndef on_post_page(output, **_):\n"
                "    while pathlib.Path('slow').exists():\n        time.sleep(0.05)\n")  # fmt: skip
    small.configure(hooks="[slow.py]")
    preview = serve()
    small.write("slow", "")
    said = len(preview.printed)
    with asking(preview, PAGE) as asked:
        small.edit(FIRST, "title: The office", "title: An office")
        until(lambda: "Building documentation" in preview.printed[said:], "the build")
        assert "An office closes" not in preview.get(PAGE, 30)[1]
        assert "Reloading browsers" not in preview.printed[said:]
        (small.root / "slow").unlink()
        until(lambda: "Reloading browsers" in preview.printed[said:], "the end of the build")
    assert "An office closes" in preview.get(PAGE)[1]
    assert asked.wrong == []


def test_the_panel_can_be_put_away_and_stays_away(
    serve: Callable[[], Preview], small: Desk, visit: Callable[..., Visit]
) -> None:
    preview = serve()
    small.edit(FIRST, "[@closes]", "[@shuts]")
    preview.says(f"{FIRST}:4:")
    page = visit(390, 844, url=preview.url).open(PAGE)
    items = panel(page).get_by_role("listitem")
    items.first.wait_for()
    assert panel(page).get_by_role("status").inner_text() == "1 error"
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    page.keyboard.press("Escape")
    button = panel(page).get_by_role("button")
    assert items.count() == 0, "not to be seen"
    assert button.get_attribute("aria-expanded") == "false"
    page.reload()
    button.wait_for()
    assert items.count() == 0
    button.focus()
    page.keyboard.press("Enter")
    assert items.count() == 1
    # Mended and broken again, it is another fault.
    page.keyboard.press("Escape")
    small.edit(FIRST, "[@shuts]", "[@closes]")
    mended(page, preview)
    small.edit(FIRST, "[@closes]", "[@shuts]")
    items.first.wait_for(timeout=AFTER_A_BUILD)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_panel_and_the_links_into_the_editor_pass_axe(
    serve: Callable[[], Preview], small: Desk, visit: Callable[..., Visit], scheme: str
) -> None:
    small.edit("mkdocs.yml", "briefings]", "briefings: {editor: 'vscode://file/{path}:{line}:{column}'}]")
    small.edit(
        "mkdocs.yml", "theme: {name: material,", f"theme: {{name: material, palette: {{scheme: {scheme}}},"
    )
    small.edit(SECOND, "[@closes]", "[@shuts]")
    small.write("docs/about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    preview = serve()
    page = visit(url=preview.url).open(PAGE)
    assert page.locator(".b-goto").count() > 1
    panel(page).get_by_role("listitem").nth(1).wait_for()
    found = Axe().run(page, context=".b-panel")
    assert found.violations_count == 0, found.generate_report()
    found = Axe().run(page, context="article")
    mine = [one for one in found.response["violations"] if "b-goto" in str(one["nodes"])]
    assert mine == []


def test_an_edit_that_settles_is_told_until_it_is_done(
    serve: Callable[[], Preview], visit: Callable[..., Visit]
) -> None:
    """In words that a screen reader hears, and for a moment only; a page that nobody edits says nothing."""
    preview = serve()
    page = visit(url=preview.url).page
    state = "done"

    def told(route: Route) -> None:
        route.fulfill(json={"state": state, "problems": [], "held": [], "left_out": []})

    page.route("**/problems.json", told)
    page.goto(f"{preview.url}{PAGE}")
    status = page.locator(".b-settling")
    assert status.count() == 0
    state = "settling"
    page.reload()
    status.filter(has_text="Updating: this page may be old").wait_for()
    assert status.get_attribute("role") == "status"
    assert status.get_attribute("data-state") == "settling"
    state = "done"
    status.filter(has_text="Done: all pages are up to date").wait_for()
    status.wait_for(state="detached", timeout=AFTER_A_BUILD)
    page.reload()
    assert status.count() == 0


def test_links_lead_into_the_editor_at_the_line(
    serve: Callable[[], Preview], small: Desk, visit: Callable[..., Visit]
) -> None:
    small.edit("mkdocs.yml", "briefings]", "briefings: {editor: 'vscode://file/{path}:{line}:{column}'}]")
    preview = serve()
    page = visit(url=preview.url).open(PAGE)
    root = str(small.root).lstrip("/")
    links = {link.inner_text(): link.get_attribute("href") for link in page.locator(".b-goto").all()}
    assert links["edit line 1"] == f"vscode://file/{root}/{FIRST}:1:1"
    claim = page.locator('[id="c-closes"]').locator("xpath=following::a[contains(@class, 'b-goto')]").first
    assert claim.get_attribute("href") == f"vscode://file/{root}/{FIRST}:6:1"
    assert small.read(FIRST).split("\n")[5] == "  closes:"
    assert f"vscode://file/{root}/seeds/report.txt:1:1" in preview.get("sources/report/")[1]


def test_nothing_of_the_preview_is_published(small: Desk) -> None:
    small.edit("mkdocs.yml", "briefings]", "briefings: {editor: 'vscode://file/{path}:{line}:{column}'}]")
    done = small.build()
    assert done.returncode == 0, done.stdout
    files = tree(small.site)
    assert [path for path in files if "panel" in path or "problems" in path] == []
    assert [path for path, data in files.items() if b"vscode:" in data or b"b-goto" in data] == []


def test_an_unknown_option_is_told_from_the_first_build_on(small: Desk, serve: Callable[[], Preview]) -> None:
    small.edit("mkdocs.yml", "plugins: [briefings]", "plugins: [briefings: {manual: false}]\nextra_js: []")
    preview = serve()

    def told() -> list[tuple[object, object, object]]:
        return [(one["severity"], one["path"], one["at"]) for one in problems(preview)]

    assert told() == [("warning", "mkdocs.yml", "extra_js")]
    small.edit("mkdocs.yml", "{manual: false}]\nextra_js: []", "{editr: x}]")
    until(lambda: told() == [("error", "mkdocs.yml", "editr")], "the error of an option of ours")
    small.edit("mkdocs.yml", "{editr: x}]", "{manual: false}]")
    until(lambda: not problems(preview), "no problem")


HOST = "https://forge.example/org/desk/-/"
EDITED = {
    PAGE: f"edit/main/{FIRST}",
    "sources/report/": "edit/main/seeds/report.txt",
    "about/": "edit/main/docs/about.md",
    "": "tree/main/briefings",
    "timeline/": "tree/main/briefings",
    "briefings/": "tree/main/briefings",
    "questions/": "tree/main/briefings",
    "disagreements/": "tree/main/briefings",
    "measures/": "tree/main/briefings/entities",
    "entities/": "tree/main/briefings/entities",
    "storylines/": "edit/main/briefings/storylines.yml",
    "sources/": "tree/main/seeds",
}


@pytest.mark.parametrize("features", ["[]", "[content.action.edit]"])
def test_a_correction_is_suggested_at_the_hosting(small: Desk, features: str) -> None:
    small.edit(
        "mkdocs.yml", "briefings]", f"briefings: {{edit_url: '{HOST}edit/main/{{path}}', manual: true}}]"
    )
    small.edit("mkdocs.yml", "font: false,", f"font: false, features: {features},")
    small.write("briefings/entities/a.yml", "the-head: {kind: person, name: its head}\n")
    small.write(
        "briefings/storylines.yml", "closing:\n  title: Closing\n  summary: It closes [@first#closes].\n"
    )
    small.edit(FIRST, "sources: [report]", "sources: [report]\nstorylines: [closing]")
    done = small.run("mkdocs", "build")
    assert done.returncode == 0, done.stdout
    for path, place in EDITED.items():
        page = (small.site / path / "index.html").read_text("utf-8")
        assert re.findall(r'<a [^>]*href="([^"]*)"[^>]* rel="edit"', page) == [HOST + place], path
    for path in ("manual/rules/index.html", "404.html"):
        assert 'rel="edit"' not in (small.site / path).read_text("utf-8"), path


def test_an_address_without_a_path_is_refused(small: Desk) -> None:
    small.edit("mkdocs.yml", "briefings]", "briefings: {edit_url: 'https://forge.example/desk'}]")
    done = small.build()
    assert done.returncode == 1
    assert (
        "Plugin 'briefings' option 'edit_url': `https://forge.example/desk` is not an address with `{path}`"
        in done.stdout
    )


def test_a_whole_desk_stays_up_and_answers(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    desk = copy(tmp_path / "desk")
    preview = Preview(desk, tmp_path / "log")
    try:
        until(preview.started, "the preview", 120)
        page = visit(url=preview.url).open("briefings/pilots-leave/")
        with asking(preview, "timeline/") as asked:
            desk.edit("briefings/2026-02-13-pilots-leave.yml", "\nsources: [", "\nsources: [no-such, ")
            panel(page).get_by_text("unknown-source").wait_for(timeout=60_000)
            assert page.locator("h1").inner_text()
        page.close()
        assert asked.wrong == []
    finally:
        preview.process.kill()
        preview.process.wait()


def test_selected_words_of_a_source_are_copied_by_mouse_and_by_keys(
    serve: Callable[[], Preview], visit: Callable[..., Visit]
) -> None:
    preview = serve()
    window = visit(url=preview.url)
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.open("sources/report/")
    text = page.locator("blockquote[data-source=report]")
    bar = page.get_by_role("region", name="Copy what is selected")
    assert not bar.is_visible()
    # Half a word at both ends; what is copied has it whole.
    text.locator("p").evaluate(
        "line => getSelection().setBaseAndExtent(line.firstChild, 5, line.firstChild, 14)"
    )
    bar.get_by_role("button", name="Copy as a citation (Q)").click()
    bar.get_by_text("Copied:").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == '[@report "office closes"]\n'
    assert Axe().run(page, ".b-clips").response["violations"] == []
    text.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    # "Copied:" stands there from before.
    until(
        lambda: "closes-2:" in page.evaluate("navigator.clipboard.readText()"),
        "a claim with an id that is free",
    )
    claim = page.evaluate("navigator.clipboard.readText()")
    assert claim.splitlines()[0] == "  closes-2:"
    bar.get_by_text("closes-2:").wait_for()
    assert "    quote: The office closes, its head said on Friday" in claim.splitlines()
    assert bar.locator("pre").inner_text().strip() == claim.strip()
    # From any page, the way to what is to do.
    page.get_by_role("link", name="What the desk has still to do").click()
    page.get_by_role("heading", name="Weakest briefings").wait_for()
    assert Axe().run(page, ".md-content").response["violations"] == []
