"""The kinds of pages of the desk of the tests, and what an open page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from playwright.sync_api import Page


BRIEFING = "briefings/pilots-leave/"
MEASURE = "entities/battery-ferry-rule/"
SOURCE = "sources/gazette-pilots/"
KINDS = (
    "", "briefings/", BRIEFING, "briefings/night-closure-in-force/", "briefings/tide-gauge/",
    "briefings/oyster-survey/", "briefings/quay-fire/", "storylines/", "storylines/ferry-rule/", "entities/",
    "entities/tobias-fenn/", MEASURE, "entities/skerrow-courier/", "measures/", "timeline/", "disagreements/",
    "questions/", "follow/", "sources/", SOURCE, "sources/port-notice/", "sources/rivage-permis/",
    "sources/council-minutes/", "about/", "method/", "manual/yaml/", "manual/rules/", "404.html",
)  # fmt: skip
"""A page of each kind; of briefings and sources, each level and each turn that their life can take."""


def asked(page: Page) -> dict[str, str]:
    """Give the parameters of the address, as the page has them: the browser tells `page.url` of a change later."""
    return {name: values[0] for name, values in parse_qs(page.evaluate("location.search.slice(1)")).items()}


def counted(page: Page) -> str:
    return str(page.locator(".b-filter output").inner_text())
