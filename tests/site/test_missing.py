"""The page for an address that is not there: what to do, in the site's own head and style, below any path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow


def test_a_page_that_is_not_there_offers_the_search_and_the_parts_of_the_site(
    visit: Window, served: str
) -> None:
    window = visit()
    # As a host serves it, at an address that lies deeper than the file.
    window.page.route(
        "**/below/no/such/page/",
        lambda route: route.fulfill(status=404, body=window.page.request.get(f"{served}404.html").text()),
    )
    page = window.page
    page.goto(f"{served}no/such/page/")
    assert page.locator("h1").inner_text() == "This page is not here"
    links = page.locator(".b-missing a").evaluate_all("all => all.map(one => one.href)")
    assert {f"{served}{path}" for path in ("", "briefings/", "measures/", "entities/")} <= set(links)
    family = page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily")
    assert "Source Serif" in family
    page.locator(".b-missing [data-b-search]").click()
    page.locator("dialog[open] .b-search-head input").wait_for()
    window.complaints.clear()  # the browser itself says that it got a 404
