"""The questions that a reader brings: each is answered within two clicks from the home page, with its passage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.site.conftest import Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow


@dataclass
class Walk:
    """A reader who starts at the home page and clicks at most twice."""

    page: Page
    clicks: list[str] = field(default_factory=list)

    def tab(self, name: str) -> Walk:
        return self._click(self.page.locator(".md-tabs").get_by_role("link", name=name, exact=True))

    def link(self, name: str, *, below: str = "") -> Walk:
        """Click a link by its words, the first of them; `below` a heading."""
        place: Locator = self.page.locator("article")
        if below:
            place = self.page.locator(f'xpath=//*[self::h2 or self::h3][contains(., "{below}")]/following::*')
        return self._click(
            place.get_by_role("link", name=name).or_(place.locator(f'a:text-is("{name}")')).first
        )

    def _click(self, link: Locator) -> Walk:
        self.clicks.append(str(link.inner_text()))
        assert len(self.clicks) <= 2, f"more than two clicks: {self.clicks}"
        link.click()
        self.page.wait_for_load_state()
        return self

    def reads(self, *words: str) -> Walk:
        """Check that the page says it, in this order somewhere in the article."""
        text = " ".join(self.page.locator("article").inner_text().split())
        for one in words:
            assert one in text, f"{self.clicks or 'home'}: not on the page: {one}"
        return self

    def row(self, *words: str) -> Walk:
        """Check that one row of a table, or one item of a list, says all of it."""
        found = self.page.locator("article :is(tbody tr, li)")
        for one in words:
            found = found.filter(has_text=one)
        assert found.count(), f"{self.clicks or 'home'}: no row with {words}"
        return self

    def quotes(self, words: str) -> Walk:
        """Check that the passage stands there, as a quotation."""
        quoted = self.page.locator("article blockquote, article td").filter(has_text=words)
        assert quoted.count(), f"{self.clicks or 'home'}: no passage: {words}"
        assert quoted.first.is_visible()
        return self


@pytest.fixture
def walk(visit: Window) -> Walk:
    return Walk(visit().open(""))


def test_what_happened_to_the_director_of_oicts_and_says_who(walk: Walk) -> None:
    walk.link("US official behind connected-car rule")
    walk.reads("Liz Cannon is leaving as executive director of the OICTS", "How it is told, and by whom")
    walk.row("people familiar with the matter → Wall Street Journal → Global Times")
    walk.row("Reuters → Global Times")
    walk.reads("Cannon submitted her resignation.", "How the two officials left")
    walk.quotes("submitted her resignation")
    walk.quotes(
        "Reuters also claimed that the US administration has pushed out a Commerce Department official"
    )
    walk.quotes("were dismissed")


def test_what_happened_to_the_director_of_oicts_by_her_name(walk: Walk) -> None:
    walk.link("Liz Cannon").reads("executive director of Office of Information and Communications")
    walk.reads("Cannon submitted her resignation.").link("→\N{NO-BREAK SPACE}claim", below="In the briefings")
    walk.quotes("submitted her resignation")


def test_the_state_of_the_connected_vehicle_rule_its_dates_and_whom_it_covers(walk: Walk) -> None:
    walk.row("connected-vehicle rule", "issued", "2025").link("connected-vehicle rule", below="State of play")
    walk.row("connected-vehicle rule", "issued", "2025", "A rule established in 2025 widely restricts")
    walk.row("software ban", "proposed").row("hardware ban", "proposed")
    walk.row("2027 (scheduled)", "The software ban would apply to vehicle models starting in 2027.")
    walk.row("between January 2029 and 2030 (scheduled)", "The hardware ban would take effect")
    walk.row("linked to", "China, Russia", "Wall Street Journal → Global Times")
    walk.quotes(
        "a rule last year that widely restricts the import and sale of internet-connected passenger vehicles"
    )
    walk.quotes("2027")
    walk.quotes("2029")


def test_what_was_dropped_revoked_or_withdrawn_and_by_whom(walk: Walk) -> None:
    walk.link("US rules and plans that were withdrawn, revoked or dropped")
    walk.row("Huawei rule", "withdrawn", "by 10 February 2020", "The US Commerce Department withdrew")
    walk.row("AI chip rule", "revoked", "President Trump revoked")
    walk.row("plan to restrict Chinese drones", "dropped", "The US Commerce Department dropped")
    walk.quotes("after the US Commerce Department withdrew a rule")
    walk.quotes("President Trump revoked a comprehensive regulation")
    walk.quotes(
        "shortly after the department dropped a plan to impose restrictions on Chinese drones, per Reuters"
    )


def test_may_nvidia_sell_to_china_and_what_changed(walk: Walk) -> None:
    walk.link("US export controls on chips, from 2022 to Nvidia's H200")
    walk.reads("closer to allowing Nvidia to sell H200 chips to China", "No decision is reported")
    walk.row("permission to sell H200 chips to China", "considered")
    walk.row("licence demand for Nvidia chips", "issued")
    walk.reads("What changed from article to article")
    walk.quotes("move closer to allowing Nvidia to sell H200 artificial intelligence (AI) chips to China")
    walk.quotes("US officials were requesting a license for future sales of the chips to China")


def test_are_the_battery_controls_proposed_or_in_force(walk: Walk) -> None:
    walk.tab("Measures").row("battery export controls", "proposed", "China announced plans to revise")
    walk.link("China announced plans to revise its export control regulations")
    walk.row("battery export controls", "proposed")
    walk.quotes("China announced plans to revise its export control regulations")
    walk.reads("Proposed, or being implemented").quotes(
        "New export controls on EV battery technologies are being implemented"
    )
    walk.quotes("The proposed measures are open for public feedback until February 1, 2025")


def test_who_calls_what_a_response_and_who_denies_it(walk: Walk) -> None:
    walk.link("Sanctions and controls, and what is called a reply")
    walk.reads("calls the plan a response to the US sanctions", "aimed at no specific industry or country")
    walk.row(
        "The plan is a direct response to the US sanctions.", "In a direct response to the U.S. sanctions"
    )
    walk.row(
        "China's Ministry of Commerce", "these adjustments are not aimed at any specific industry or country"
    )


def test_who_meets_on_28_february_and_did_they(walk: Walk) -> None:
    walk.row(
        "28 February 2020",
        "The meeting was scheduled for 28 February",
        "Was the meeting of 28 February 2020 held",
    )
    walk.link("The meeting was scheduled for 28 February")
    walk.reads("What is open", "Was the meeting of 28 February 2020 held, and what was decided?")
    walk.quotes("Media report that the meeting scheduled for 28 February will seek to resolve differences")
    walk.quotes("Commerce Department Secretary Wilbur Ross, Defense Secretary Mark Esper")
    walk.reads("The text names no Chinese official as taking part.")


SOURCES = (
    "Global Times on two officials", "Inside Telecom on the London talks", "Article on China's reaction",
    "Article on the call", "Article on a meeting of US officials",
)  # fmt: skip


def test_which_of_the_five_sources_rest_on_which_others(walk: Walk) -> None:
    walk.tab("Sources").reads("Which sources rest on which")
    for source in SOURCES:
        walk.row(source)
    for outlet in ("Wall Street Journal", "Reuters", "Bloomberg"):
        walk.row("Global Times on two officials", outlet, "relays its report", "none")
    for outlet in ("SiouxlandProud", "TechNode", "Marketplace.org"):
        walk.row("Article on China's reaction", outlet, "lists it as a source", "none")
    for source in (SOURCES[1], SOURCES[3], SOURCES[4]):
        walk.row(source, "no outlet is named")
    walk.link("Article on China's reaction to US sanctions")
    walk.row("SiouxlandProud", "China protests US sanctions for its alleged role in hacking")


def test_who_is_guo_jiakun_and_what_did_he_say(walk: Walk) -> None:
    walk.tab("Entities").link("Guo Jiakun")
    walk.row("spokesperson of Chinese Foreign Ministry")
    walk.reads(
        "Said by or through Guo Jiakun", "The US has been exaggerating the threat of Chinese cyberattacks."
    )
    walk.quotes("spokesperson Guo Jiakun stated that the U.S. has been exaggerating the threat")
    walk.quotes("initiated illegal unilateral sanctions")
    walk.quotes("He emphasized that China would take necessary measures to protect its rights and interests")


def test_what_was_due_and_never_reported_on(walk: Walk) -> None:
    for words in (
        ("28 February 2020", "The meeting was scheduled"),
        ("by 20 January 2025", "complete all procedures"),
        ("1 February 2025", "open for public feedback"),
    ):
        walk.row(*words)
    walk.tab("Questions").reads("Due, and never reported on")
    walk.row(
        "28 February 2020",
        "Media report that the meeting scheduled for 28 February",
        "Was the meeting of 28 February",
    )
    walk.row("by 20 January 2025", "January 20, 2025", "Were all procedures")
    walk.row("1 February 2025", "until February 1, 2025", "Did the battery controls take effect")


def test_are_the_battery_controls_proposed_or_in_force_by_the_page_of_the_measure(walk: Walk) -> None:
    walk.tab("Measures").link("battery export controls")
    walk.row("proposed", "China announced plans to revise its export control regulations", "January 2025")
    walk.quotes("China announced plans")
