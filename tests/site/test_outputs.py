"""The outputs of a built site: where its pages say they are, and readable from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import feedparser
import mkdocs_briefings.outputs
import pytest

from tests.outputs.desks import ADDRESS, published
from tests.site.conftest import SITE_URL, serving

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from tests.site.conftest import Built, Desk, Html

pytestmark = pytest.mark.slow


def feeds(page: Html) -> list[str]:
    return [address.removeprefix(SITE_URL) for address in page.alternates]


def test_every_page_names_the_feed_of_the_site_and_its_own(built: Built, pages: Mapping[str, Html]) -> None:
    for path in (
        "index.html",
        "about/index.html",
        "storylines/lock/index.html",
        "briefings/tide-gauge/index.html",
    ):
        found = feeds(pages[path])
        assert "feeds/site.xml" in found
        for one in found:
            assert one.endswith(".json") or not feedparser.parse((built.site / one).read_bytes()).bozo
    assert feeds(pages["storylines/lock/index.html"])[0] == "feeds/storylines/lock.xml"


def test_a_site_without_an_address_says_what_it_lacks(small: Desk) -> None:
    done = small.build()
    assert done.returncode == 0
    assert "not made: feeds, changes; set `site_url` in mkdocs.yml to have them" in done.stdout
    assert not (small.site / "feeds").exists()


@pytest.mark.parametrize("given", ["{outputs: [rss]}", "{outputs: feeds}", "{feed_claims: 0}"])
def test_an_option_that_is_wrong_is_named(small: Desk, given: str) -> None:
    small.configure(plugins=f"[briefings: {given}]")
    done = small.build()
    assert done.returncode == 1
    assert "outputs" in done.stdout or "feed_claims" in done.stdout
    assert "Traceback" not in done.stdout


SCRIPT = Path(__file__).parents[2] / "generator/mkdocs_briefings/theme/assets/evidence.js"


def test_a_briefing_is_copied_as_a_mail_takes_it_and_opened_where_it_cannot_be(
    browser: Browser, tmp_path: Path
) -> None:
    result = published()
    page_of = next(page for page in result.pages if page.path == "briefings/main.md")
    foot = mkdocs_briefings.outputs.foot(result.publication)(page_of)
    said = "<script>globalThis.briefingsSay = (id) => id;</script>"
    text = (
        f'<!doctype html><div class="b-page"></div>{foot}{said}<script>{SCRIPT.read_text("utf-8")}</script>'
    )
    files = {"briefings/main/index.html": text.encode(), **result.outputs}
    for path in ("briefings/main/index.html", "digest/briefings/main.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(files[path])
    with serving(tmp_path) as port:
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/briefings/main/")
        button = page.locator("[data-b-copy-page]")
        button.click()
        button.and_(page.get_by_text("copied")).wait_for()
        read = """async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text()"""
        assert f'href="{ADDRESS}briefings/main/' in page.evaluate(read, "text/html")
        assert "Acme sold 40 chips" in page.evaluate(read, "text/plain")
        (tmp_path / "digest/briefings/main.html").unlink()
        button.click()
        page.wait_for_url("**/digest/briefings/main.html")
        context.close()
