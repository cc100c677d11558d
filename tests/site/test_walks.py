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
        if not quoted.first.is_visible():
            self._unfold(quoted.first)
        assert quoted.first.is_visible()
        return self

    def _unfold(self, folded: Locator) -> None:
        """Open what is folded; that is a click, too."""
        self.clicks.append("(unfolded)")
        assert len(self.clicks) <= 2, f"more than two clicks: {self.clicks}"
        folded.locator("xpath=ancestor::details[not(@open)][1]/summary").click()


@pytest.fixture
def walk(visit: Window) -> Walk:
    return Walk(visit().open(""))


def test_what_happened_to_the_director_of_the_pilot_office_and_says_who(walk: Walk) -> None:
    walk.link("Aldmark official behind the ferry rule")
    walk.reads("Tobias Fenn is leaving as director of the OPSS", "How it is told, and by whom")
    walk.row("people familiar with the matter → Skerrow Courier → Harbour Gazette")
    walk.row("Coast Wire → Harbour Gazette")
    walk.reads("Fenn submitted his resignation, according to people familiar", "How the two officials left")
    walk.quotes("submitted his resignation")
    walk.quotes("Coast Wire also claimed that the government has pushed out a Ministry of Transport official")
    walk.quotes("were dismissed")


def test_what_happened_to_the_director_by_his_name(walk: Walk) -> None:
    walk.tab("Entities").link("Tobias Fenn").reads("director of Office of Pilots and Sound Safety")
    walk.reads("Fenn submitted his resignation, according to people familiar with the matter")
    walk.quotes("one of his deputies, who was put on paid leave last week")


def test_what_the_harbour_master_says_by_her_name(walk: Walk) -> None:
    walk.link("Ines Moor").reads("harbour master", "A longer closure next winter is not ruled out.")
    walk.quotes("does not rule out a longer closure next winter")


def test_the_state_of_the_battery_ferry_rule_its_dates_and_whom_it_covers(walk: Walk) -> None:
    walk.row("battery ferry rule", "issued", "2025").link("battery ferry rule", below="State of play")
    walk.row("battery ferry rule", "issued", "2025", "A rule of 2025 widely restricts diesel ferries")
    walk.row("diesel ban", "proposed").row("quay power duty", "proposed")
    walk.row("2027 (scheduled)", "The diesel ban would apply to ferries built from 2027 on.")
    walk.row("between January 2029 and 2030 (scheduled)", "would take effect")
    walk.row("engines from", "Velmonde, Ostrand", "Skerrow Courier → Harbour Gazette")
    walk.quotes("a rule last year that widely restricts diesel ferries and their spare parts")
    walk.quotes("2027")
    walk.quotes("2029")


def test_what_was_dropped_revoked_or_withdrawn_and_by_whom(walk: Walk) -> None:
    walk.link("Rules and plans that were withdrawn, revoked or dropped")
    walk.row("landing fee", "withdrawn", "by 10 February 2020", "The Ministry of Transport withdrew")
    walk.row("draught limit", "revoked", "Governor Vale revoked")
    walk.row("plan to bar sonar buoys", "dropped", "The Ministry of Transport dropped")
    walk.quotes("after the Ministry of Transport withdrew a landing fee")
    walk.quotes("Governor Vale revoked a draught limit")
    walk.quotes("shortly after the ministry dropped a plan to bar sonar buoys from Velmonde, per Coast Wire")


def test_may_northline_sail_to_velmonde_and_what_changed(walk: Walk) -> None:
    walk.link("Draught limits, charters and Northline’s K12")
    walk.reads("closer to allowing Northline to run K12 ferries to Velmonde", "No decision is reported")
    walk.row("permission to run K12 ferries to Velmonde", "considered")
    walk.row("licence demand for charters", "issued")
    walk.reads("What changed from article to article")
    walk.quotes("move closer to allowing Northline to run K12 ferries to Velmonde")
    walk.quotes("the ministry was requesting a licence for future charters of the ferries to Velmonde")


def test_are_the_landing_permits_proposed_or_applied(walk: Walk) -> None:
    walk.link("Tolls and permits, and what is called a reply")
    walk.row("landing permits", "proposed", "Velmonde announced a plan for landing permits")
    walk.link("Velmonde announced a plan for landing permits")
    walk.row("landing permits", "proposed")
    walk.quotes("Velmonde a annoncé un projet de permis d'accostage")
    walk.reads("Proposed, or being applied").quotes("De nouveaux permis d'accostage sont appliqués")
    walk.quotes("Les mesures proposées sont ouvertes aux commentaires jusqu'au 1er février 2025")


def test_who_calls_what_a_response_and_who_denies_it(walk: Walk) -> None:
    walk.link("Tolls and permits, and what is called a reply")
    walk.reads("calls the plan a response to the toll", "not aimed at any country")
    walk.row("The plan is a direct response to the toll.", "En réponse directe au péage")
    walk.row("Ministry of the Sea", "ces mesures ne visent aucun pays")


def test_who_meets_on_28_february_and_did_they(walk: Walk) -> None:
    walk.row(
        "28 February 2020",
        "The meeting was scheduled for 28 February",
        "Was the meeting of 28 February 2020 held",
    )
    walk.link("The meeting was scheduled for 28 February")
    walk.reads("What is open", "Was the meeting of 28 February 2020 held, and what was decided?")
    walk.quotes("Media report that the meeting scheduled for 28 February will seek to settle differences")
    walk.quotes("including Harbour Master Ines Moor and Treasurer Paul Ember")
    walk.reads("The text has officials of Aldmark; the headline adds those of the other shore.")


SOURCES = (
    "Notice to Mariners 3/2026", "Harbour Gazette on two officials", "Harbour Gazette on the Tarnhaven talks",
    "Le Rivage on Velmonde’s landing permits", "Article on the call of the two ministers",
    "Article on a meeting about Brackwater", "Minutes of the council",
)  # fmt: skip


def test_which_of_the_sources_rest_on_which_others(walk: Walk) -> None:
    walk.tab("Sources").reads("Which sources rest on which")
    for source in SOURCES:
        walk.row(source)
    for outlet in ("Skerrow Courier", "Coast Wire"):
        walk.row("Harbour Gazette on two officials", outlet, "relays its report", "none")
        walk.row("Le Rivage on Velmonde’s landing permits", outlet, "lists it as a source", "none")
    walk.row(
        "Harbour Gazette on two officials",
        "The Ledger",
        "relays its report",
        "Survey counts fewer oyster beds",
    )
    for source in (SOURCES[0], SOURCES[2], SOURCES[5], SOURCES[6]):
        walk.row(source, "no outlet is named")
    walk.link("Le Rivage on Velmonde’s landing permits")
    walk.row("Skerrow Courier", "Velmonde proteste contre le péage du détroit")


def test_who_is_jean_askel_and_what_did_he_say(walk: Walk) -> None:
    walk.tab("Entities").link("Jean Askel")
    walk.row("spokesperson of Ministry of the Sea")
    walk.reads("Said by or through Jean Askel", "Aldmark exaggerates the danger of engines from Velmonde.")
    walk.quotes("Jean Askel, a déclaré que l'Aldmark exagère le danger des moteurs de Velmonde")
    walk.quotes("Il a souligné que Velmonde prendra les mesures nécessaires")


def test_what_was_due_and_never_reported_on(walk: Walk) -> None:
    for words in (
        ("28 February 2020", "The meeting was scheduled"),
        ("by 15 January 2025", "complete all procedures"),
        ("1 February 2025", "open for comments"),
    ):
        walk.row(*words)
    walk.tab("Questions").reads("Due by now")
    walk.row(
        "28 February 2020",
        "Media report that the meeting scheduled for 28 February",
        "Was the meeting of 28 February",
    )
    walk.row("by 15 January 2025", "January 15, 2025", "Were all procedures")
    walk.row("1 February 2025", "jusqu'au 1er février 2025", "Did the landing permits take effect")


def test_are_the_landing_permits_proposed_or_applied_by_the_page_of_the_measure(walk: Walk) -> None:
    walk.link("Tolls and permits, and what is called a reply").link("landing permits")
    walk.row("proposed", "Velmonde announced a plan for landing permits", "January 2025")
    walk.quotes("Velmonde a annoncé")


def test_what_a_notice_corrected_and_what_was_withdrawn(walk: Walk) -> None:
    walk.link("Skerrow lock is closed at night")
    walk.reads("An earlier version had the lock closed from 9 p.m.; it is 10 p.m.", "12 March 2026")
    walk.row("suspended", "about 6 March 2026")
    walk.link("Notice to Mariners 3/2026").reads("that of the afternoon has 10 p.m.")
    walk.reads("The ferry pier will be closed from 8 to 15 October 2026.")
