"""The outputs of a built site: where its pages say they are, and readable from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.site.conftest import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Mapping

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
