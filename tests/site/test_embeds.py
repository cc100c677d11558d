"""Pages for other sites in the HTML checker, in axe, and within a page of another site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.outputs.desks import ADDRESS, hostile, published
from tests.site.test_html import complaints

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
SHOWN = ("claims/main/sold", "measures/curb", "timelines/line")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("embeds")
    for name, result in (("plain", published()), ("hostile", hostile("markup"))):
        for path, data in result.outputs.items():
            if path.startswith("embed/"):
                (made / name / path).parent.mkdir(parents=True, exist_ok=True)
                (made / name / path).write_bytes(data)
    return made


def test_the_html_checker_finds_nothing(folder: Path) -> None:
    assert complaints(folder) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_shows_all(folder: Path, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 640})  # type: ignore[arg-type]  # two of its words
    page = context.new_page()
    for name in SHOWN:
        page.goto((folder / "plain/embed" / f"{name}.html").as_uri())
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_a_link_in_a_frame_leads_the_whole_page_on(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []

    def answer(route: object) -> None:
        asked.append(route.request.url)  # type: ignore[attr-defined]
        route.fulfill(body="here", content_type="text/html")  # type: ignore[attr-defined]

    page.route(f"{ADDRESS}**", answer)
    host = folder / "host.html"
    frame = (folder / "plain/embed/claims/main/sold.html").as_uri()
    host.write_text(
        f'<!doctype html><title>x</title><iframe src="{frame}" width="600" height="400"></iframe>',
        encoding="utf-8",
    )
    page.goto(host.as_uri())
    page.frame_locator("iframe").get_by_role("link", name="Read it on A desk").click()
    page.wait_for_url(f"{ADDRESS}**")
    assert asked == [f"{ADDRESS}briefings/main/"]
    page.close()
