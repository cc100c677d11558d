"""The kinds of pages of the real desk, and what an open page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from playwright.sync_api import Page


BRIEFING = "briefings/oicts-departures/"
MEASURE = "entities/connected-vehicle-rule/"
SOURCE = "sources/gt-oicts/"
KINDS = (
    "", "briefings/", BRIEFING, "storylines/", "storylines/vehicle-rule/", "entities/", "entities/liz-cannon/",
    MEASURE, "entities/wsj/", "measures/", "timeline/", "disagreements/", "questions/", "sources/", SOURCE,
    "about/", "contributing/", "reviewing/", "architecture/", "manual/yaml/", "manual/rules/", "404.html",
)  # fmt: skip
"""A page of each kind."""


def asked(page: Page) -> dict[str, str]:
    """Give the parameters of the address, as the page has them: the browser tells `page.url` of a change later."""
    return {name: values[0] for name, values in parse_qs(page.evaluate("location.search.slice(1)")).items()}


def counted(page: Page) -> str:
    return str(page.locator(".b-filter output").inner_text())
