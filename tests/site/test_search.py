"""The search in a real browser: by keyboard to the exact place, with facets, on a phone, in Chinese, from a folder."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.text.languages import language

from tests.search.hedged import WORD, WORDS
from tests.search.hedged import told as hedged_texts
from tests.site.conftest import SMALL, Desk, Preview, copy, serving, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

    from tests.site.conftest import Built, Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

BRIEFING = "briefings/pilots-leave/"
CHINESE = {
    "seeds/report.txt": "---\nid: report\ntitle: 工厂关闭\npublished: 2026-01-02\npublisher: not stated\nlang: zh\n---\n"
    "港口的工厂将于三月关闭，厂长周五说。\n",
    "briefings/2026-01-02-first.yml": "title: 港口工厂关闭\nlang: zh\nsources: [report]\n"
    "summary: |\n  厂长说工厂将关闭 [@closes].\nclaims:\n  closes:\n    text: 工厂将于三月关闭。\n"
    "    quote: 港口的工厂将于三月关闭\n",
}


def ask(page: Page, words: str) -> Locator:
    """Look for words in the open dialog; give the links of the hits once they are there."""
    count = page.locator(".b-search-count")
    page.locator(".b-search input").fill(words)
    page.wait_for_function(
        "words => { const said = document.querySelector('.b-search-count').textContent;"
        " return /result|Nothing/.test(said) && document.querySelector('.b-search input').value === words; }",
        arg=words,
    )
    there(page)
    assert re.search(r"result|Nothing", count.inner_text())
    return page.locator(".b-search-hits a")


def there(page: Page) -> None:
    """Wait until the hits are those of what was asked last."""
    until(lambda: page.locator(".b-search-hits[aria-busy]").count() == 0, "the hits")


def hrefs(links: Locator) -> list[str]:
    return [str(href) for href in links.evaluate_all("all => all.map(one => one.href)")]


def is_open(page: Page) -> bool:
    return page.locator("dialog.b-search[open]").count() == 1


def test_by_keyboard_to_a_claim(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    page.keyboard.type("resignation")
    page.locator(".b-search-hits a").first.wait_for()
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        at = page.evaluate("document.activeElement.href || ''")
        if at.endswith("#c-resigned"):
            break
    focused = page.locator(".b-search-hits a:focus")
    assert "Claim · Report" in focused.inner_text()
    assert "Skerrow Courier" in focused.inner_text()
    assert focused.locator("mark").first.inner_text() == "resignation"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/below/{BRIEFING}#c-resigned")
    assert not is_open(page)


def test_enter_takes_the_first_hit_and_arrows_lead_back(visit: Window) -> None:
    page = visit().open("about/")
    page.keyboard.press("Control+k")
    links = ask(page, "Skerrow Courier")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    first = hrefs(links)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_nothing_is_fetched_before_it_is_opened(visit: Window) -> None:
    window = visit()
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    page = window.open(BRIEFING)
    page.wait_for_timeout(500)
    assert [url for url in asked if re.search(r"pagefind/|records\.js$|assets/search", url)] == []
    page.locator("[data-b-search]").click()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"pagefind/0/(index|fragment)/", url)] == []
    ask(page, "Northline")
    assert any("/below/pagefind/0/fragment/" in url for url in asked)


def test_what_is_typed_while_it_loads_is_looked_for(visit: Window) -> None:
    held: list[Route] = []
    page = visit().open(BRIEFING)
    page.route("**/assets/search.js", lambda route: held.append(route))  # noqa: PLW0108, Playwright marks the function
    page.keyboard.press("/")
    page.keyboard.type("Northlinxn")
    for key in ("Backspace", "Backspace", "e"):
        page.keyboard.press(key)
    # A request is handed over only while Playwright is asked for something.
    until(lambda: page.title() and held, "the request")
    held[0].continue_()
    page.locator(".b-search-hits a").first.wait_for()
    assert page.locator(".b-search input").input_value() == "Northline"


def test_a_search_that_does_not_load_says_so_and_is_asked_for_again(visit: Window) -> None:
    window = visit()
    page = window.open(BRIEFING)
    page.route("**/assets/search.js", lambda route: route.abort())
    button = page.locator("[data-b-search]")
    button.click()
    until(lambda: button.get_attribute("title") == "The search does not load here.", "the words")
    page.unroute("**/assets/search.js")
    button.click()
    until(lambda: is_open(page), "the dialog")
    assert all("search" in one or "ERR_FAILED" in one for one in window.complaints)
    window.complaints.clear()


@pytest.mark.parametrize("words", ["SKC", "skc"])
def test_another_name_finds_the_entity(visit: Window, words: str) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    assert hrefs(ask(page, words))[0].endswith("/below/entities/skerrow-courier/")


def test_facets_narrow_the_hits_and_count_pages(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    links = ask(page, "Brackwater")
    every = links.count()
    kinds = page.locator(".b-search select[name=kind]")
    kinds.wait_for()
    labels = kinds.locator("option").all_inner_texts()
    assert labels[0] == "all"
    assert any(re.fullmatch(r"Allegation \(\d+\)", label) for label in labels)
    kinds.select_option("Allegation")
    there(page)
    shown = page.locator(".b-search-kind").all_inner_texts()
    assert 0 < links.count() < every
    assert all("Allegation" in kind for kind in shown)
    years = page.locator(".b-search select[name=year]")
    year = years.locator("option").nth(1).get_attribute("value")
    years.select_option(year)
    there(page)
    shown = page.locator(".b-search-kind").all_inner_texts()
    assert shown
    assert all("Allegation" in kind for kind in shown)
    kinds.select_option("")
    years.select_option("")
    there(page)
    assert links.count() == every


def test_escape_gives_the_focus_back(visit: Window) -> None:
    page = visit().open("")
    button = page.locator("[data-b-search]")
    button.focus()
    page.keyboard.press("Enter")
    until(lambda: is_open(page), "the dialog, whose script comes first")
    until(lambda: page.evaluate("document.activeElement.type") == "search", "the field to be there")
    page.keyboard.press("Escape")
    until(lambda: not is_open(page), "the dialog to close")
    assert page.evaluate("document.activeElement.hasAttribute('data-b-search')")


def test_a_slash_that_is_typed_opens_nothing(visit: Window) -> None:
    page = visit().open("measures/")
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<input id=typed>')")
    page.locator("#typed").press("/")
    assert not is_open(page)
    assert page.locator("#typed").input_value() == "/"


def test_a_hit_on_the_same_page_leads_there_without_a_reload(visit: Window) -> None:
    page = visit().open(BRIEFING)
    page.evaluate("window.still = true")
    page.keyboard.press("/")
    links = ask(page, "resignation")
    link = next(href for href in hrefs(links) if f"{BRIEFING}#c-" in href)
    page.locator(f'.b-search-hits a[href="{link}"]').click()
    page.wait_for_url(link)
    assert not is_open(page)
    assert page.evaluate("window.still") is True
    anchor = link.partition("#")[2]
    spot = page.locator(f"[id='{anchor}']").evaluate("element => element.getBoundingClientRect().top")
    assert 0 <= spot < page.evaluate("innerHeight")


def test_nothing_found_and_no_words(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    assert ask(page, "qqqqzzzz").count() == 0
    assert page.locator(".b-search-count").inner_text() == "Nothing found."
    page.locator(".b-search input").fill(" ?! ")
    until(lambda: "exact place" in page.locator(".b-search-count").inner_text(), "the hint")
    assert page.locator(".b-search-count").get_attribute("aria-live") == "polite"


def test_a_misspelt_name_is_answered_with_the_one_that_is_meant(visit: Window) -> None:
    window = visit()
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    page = window.open("")
    page.keyboard.press("/")
    ask(page, "Brackwater")
    assert [url for url in asked if "names.js" in url] == []
    assert ask(page, "Brockwater").count() == 0
    button = page.get_by_role("button", name="Did you mean Brackwater?")
    button.wait_for()
    assert button.locator("..").get_attribute("aria-live") == "polite"
    assert {url.rpartition("/below/")[2] for url in asked if "names.js" in url} == {
        "search/names.js",
        "assets/search-names.js",
    }
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".b-search-hits a").first.wait_for()
    assert page.locator(".b-search input").input_value() == "Brackwater"
    assert page.evaluate("document.activeElement.type") == "search"
    assert button.count() == 0
    ask(page, "qqqqzzzz")
    assert "Did you mean" not in page.locator(".b-search-mean").inner_text()


MEANT = {
    "Northlyne": "Northline",
    "Askell": "Askel",
    "Orrinn": "Orrin",
    "Ottmar Vael": "Ottmar Vale",
    "Fisheries Offce": "Fisheries Office",
    "Brockwater dredgers": "Brackwater dredgers",
}


def assert_meant(page: Page) -> None:
    for words, meant in MEANT.items():
        ask(page, words)
        page.get_by_role("button", name=f"Did you mean {meant}?").wait_for()


def test_names_are_known_in_words_and_by_short_forms(visit: Window) -> None:
    page = visit().open("about/")
    page.keyboard.press("/")
    assert_meant(page)


def test_a_facet_that_leaves_nothing_makes_no_name_misspelt(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    ask(page, "SKC")
    kinds = page.locator(".b-search select[name=kind]")
    kinds.evaluate("select => { select.add(new Option('No such kind')); select.value = 'No such kind'; }")
    assert ask(page, "resigned").count() == 0
    assert page.locator(".b-search-mean").inner_text() == ""


COUNT = re.compile(
    r"(\d+) results? from (\d+)(?: of (?:at most )?(\d+))? pages?(, more below|, there may be more)?"
)


def assert_counted(page: Page) -> None:
    said = COUNT.fullmatch(page.locator(".b-search-count").inner_text())
    assert said
    shown = page.locator(".b-search-hits li").evaluate_all("all => all.map(one => one.dataset.page)")
    assert (int(said[1]), int(said[2])) == (len(shown), len(set(shown)))
    assert int(said[3] or said[2]) >= int(said[2])
    assert int(said[1]) >= int(said[2])
    assert page.locator(".b-search-more").is_visible() == bool(said[4])


def assert_evidence_first(page: Page) -> None:
    kinds = page.locator(".b-search-kind").all_inner_texts()
    assert kinds
    assert kinds == sorted(kinds, key=lambda kind: kind == "Page")


def assert_counts_and_order(page: Page) -> None:
    for words in ("Fenn left", "MINMER", "who was dismissed", "rule", "rules", "Velmonde", "source"):
        ask(page, words)
        assert_counted(page)
        assert_evidence_first(page)
    while page.locator(".b-search-more").is_visible():
        before = page.locator(".b-search-count").inner_text()
        page.locator(".b-search-more").click()
        until(lambda: page.locator(".b-search-count").inner_text() != before, "more")  # noqa: B023, called here
        assert_counted(page)
        assert_evidence_first(page)
    ask(page, "rule")
    state = page.locator(".b-search select[name=state]")
    state.select_option("issued")
    page.wait_for_timeout(800)
    assert_counted(page)
    assert page.locator(".b-search-hits li").count() > 0


def test_the_count_is_possible_and_evidence_comes_first(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    assert_counts_and_order(page)


def test_on_a_phone(visit: Window) -> None:
    page = visit(390, 844).open("")
    page.locator("[data-b-search]").click()
    links = ask(page, "Brackwater")
    box = page.locator(".b-search").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    hits = page.locator(".b-search-hits").bounding_box()
    assert hits is not None
    assert hits["y"] < 140
    filter_ = page.get_by_role("button", name="Filter")
    assert filter_.get_attribute("aria-expanded") == "false"
    filter_.focus()
    page.keyboard.press("Enter")
    assert filter_.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.locator(".b-search select[name=kind]").select_option("Entity")
    until(lambda: filter_.inner_text() == "Filter (1)", "the number of facets")
    page.locator(".b-search select[name=kind]").select_option("")
    until(lambda: filter_.inner_text() == "Filter", "no number of facets")
    page.wait_for_timeout(500)
    wide = page.locator(".b-search *").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth).length"
    )
    assert wide == 0
    first = hrefs(links)[0]
    links.first.click()
    page.wait_for_url(first)


def test_back_on_a_phone_closes_the_dialog(visit: Window) -> None:
    page = visit(390, 844).open("about/")
    page.goto(page.url.replace("about/", "measures/"))
    page.evaluate("window.still = true")
    start = page.evaluate("history.length")
    for close in (page.go_back, lambda: page.keyboard.press("Escape"), page.locator(".b-search-close").click):
        page.locator("[data-b-search]").click()
        until(lambda: is_open(page), "the dialog")
        close()
        until(lambda: not is_open(page), "the dialog to close")
        page.wait_for_timeout(200)
        assert page.url.endswith("/measures/")
    assert page.evaluate("window.still") is True
    assert page.evaluate("history.length") == start + 1
    page.go_back()
    page.wait_for_url("**/about/")


@pytest.mark.parametrize("elsewhere", [True, False], ids=["another page", "the same page"])
def test_back_from_a_hit_on_a_phone_leads_to_where_it_was_looked_for(
    visit: Window, *, elsewhere: bool
) -> None:
    start = "measures/" if elsewhere else BRIEFING
    page = visit(390, 844).open(start)
    page.evaluate("window.still = true")
    page.locator("[data-b-search]").click()
    links = ask(page, "resignation")
    link = next(href for href in hrefs(links) if f"{BRIEFING}#c-" in href)
    page.locator(f'.b-search-hits a[href="{link}"]').click()
    page.wait_for_url(link)
    page.wait_for_timeout(300)
    assert page.url == link
    assert not is_open(page)
    assert page.evaluate("window.still === true") is not elsewhere
    page.go_back()
    page.wait_for_url(f"**/{start}")
    page.wait_for_timeout(200)
    assert not is_open(page)


def test_back_on_a_phone_under_instant_navigation(instant: str, visit: Window) -> None:
    page = visit(390, 844, url=instant).open("about/")
    page.evaluate("window.stays = true")
    page.wait_for_function("document.readyState === 'complete'")
    page.wait_for_timeout(500)  # Material asks for the sitemap first
    page.locator('article a[href$="briefings/first/"]').click()
    page.wait_for_url("**/briefings/first/")
    page.wait_for_timeout(500)
    page.locator("[data-b-search]").click()
    until(lambda: is_open(page), "the dialog")
    page.go_back()
    until(lambda: not is_open(page), "the dialog to close")
    page.wait_for_timeout(500)
    assert page.url == f"{instant}briefings/first/"
    page.locator("[data-b-search]").click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    assert page.url == f"{instant}briefings/first/"
    assert page.evaluate("window.stays")
    page.locator("[data-b-search]").click()
    links = ask(page, "office")
    link = next(href for href in hrefs(links) if "/sources/report/" in href)
    page.locator(f'.b-search-hits a[href="{link}"]').first.click()
    page.wait_for_url(link)
    page.wait_for_timeout(500)
    assert not is_open(page)
    page.go_back()
    page.wait_for_url("**/briefings/first/")
    page.wait_for_timeout(500)
    assert page.locator("h1").inner_text() == "The office closes"
    page.go_back()
    page.wait_for_url("**/about/")
    page.close()


def barriers(page: Page) -> list[tuple[str, str]]:
    violations = Axe().run(page, context=".b-search").response["violations"]
    return [(one["id"], node["html"][:160]) for one in violations for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_no_barrier_in_the_open_dialog(visit: Window, scheme: str, size: tuple[int, int]) -> None:
    window = visit(*size)
    window.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = window.open("")
    page.locator("[data-b-search]").click()
    ask(page, "Brackwater")
    if size[0] < 400:
        page.locator(".b-search-filter").click()
    page.locator(".b-search-facets").wait_for()
    page.keyboard.press("ArrowDown")
    assert barriers(page) == []
    ask(page, "Brockwater")
    page.locator(".b-search-mean button").focus()
    assert barriers(page) == []


def test_the_theme_prints_no_search_of_its_own(built: Built) -> None:
    html = (built.site / "index.html").read_text("utf-8")
    assert "md-search" not in html
    assert html.count("data-b-search") == 1


def chinese(desk: Desk) -> Desk:
    for path, text in CHINESE.items():
        desk.write(path, text)
    source = desk.root / "seeds/report.txt"
    source.write_bytes(seal(source.read_bytes()) or b"")
    return desk


def test_chinese_is_found_in_the_middle_of_a_sentence(small: Desk, visit: Window) -> None:
    done = chinese(small).build()
    assert done.returncode == 0, done.stdout
    with serving(small.site) as port:
        window = visit(url=f"http://127.0.0.1:{port}/")
        page = window.open("")
        page.keyboard.press("/")
        places = [href.partition(f"{port}/")[2] for href in hrefs(ask(page, "三月关闭"))]
        assert "briefings/first/#c-closes" in places
        assert any(place.startswith("sources/report/#p-") for place in places)
        text = page.locator(".b-search-text", has_text="三月").first
        assert text.locator("mark").first.inner_text() == "三月关闭"
        assert text.get_attribute("lang") == "zh"
        assert ask(page, "月三").count() == 0
        page.close()


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Build the desk as `make offline` does."""
    desk = copy(tmp_path_factory.mktemp("offline"))
    done = desk.run("mkdocs", "build", "--no-directory-urls")
    assert done.returncode == 0, done.stdout
    return desk


def test_from_a_folder_without_a_server(offline: Desk, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((offline.site / "index.html").as_uri())
    assert not any("records.js" in url.rpartition("/")[2] for url in asked if "/search/" in url)
    page.keyboard.press("/")
    places = hrefs(ask(page, "resignation"))
    claim = (offline.site / "briefings/pilots-leave.html").as_uri() + "#c-resigned"
    assert claim in places
    assert hrefs(ask(page, "SKC"))[0].endswith("/entities/skerrow-courier.html")
    assert_meant(page)
    assert_counts_and_order(page)
    page.locator(".b-search select[name=state]").select_option("")
    for one, same in {
        "tide gauge": "tide gauges",
        "K12": "k-12",
        "Velmonde": "Velmonde’s",
        "companies": "company",
    }.items():
        listed = set(hrefs(ask(page, one)))
        assert listed
        assert listed <= set(hrefs(ask(page, same))), same
        assert page.locator(".b-search-text mark").count() > 0
    ask(page, "resignation")
    page.locator(f'.b-search-hits a[href="{claim}"]').click()
    page.wait_for_url(claim)
    page.keyboard.press("/")
    ask(page, "Brackwater")
    page.locator(".b-search select[name=kind]").select_option("Entity")
    page.wait_for_timeout(300)
    assert all(kind.startswith("Entity") for kind in page.locator(".b-search-kind").all_inner_texts())
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(one => one.status === 'error' && !one.family.includes('Fallback')).length"
    )
    context.close()
    assert loaded == 0
    assert said == []
    assert all(url.startswith(("file://", "data:", "blob:")) for url in asked)


def test_the_preview_finds_what_was_just_written(small: Desk, tmp_path: Path, visit: Window) -> None:
    small.configure(site_url="https://desk.example/below/")
    started = Preview(small, tmp_path / "log")
    try:
        until(started.started, "the preview")
        page = visit(url=started.url).open("about/")
        page.keyboard.press("/")
        assert ask(page, "zephyr").count() == 0
        page.close()  # by itself it would load anew, in the middle of what follows
        small.edit(
            "briefings/2026-01-02-first.yml",
            "The office closes, its head says",
            "The office, a zephyr, closes",
        )
        started.shows("search/records.js", "zephyr")
        page = visit(url=started.url).open("about/")
        page.keyboard.press("/")
        assert hrefs(ask(page, "zephyr")) == [f"{started.url}briefings/first/"]
        page.close()
    finally:
        started.process.kill()
        started.process.wait()


def test_hand_written_pages_by_their_headings_unless_they_ask_not_to_be(small: Desk) -> None:
    small.write("docs/office.md", "# R & D\n\nWords.\n\n## More < less\n\nOthers.\n")
    small.write("docs/hidden.md", "---\nsearch:\n  exclude: true\n---\n# Hidden\n")
    assert small.run("mkdocs", "build", "--no-directory-urls").returncode == 0
    text = small.read("site/search/records.js").removeprefix("globalThis.briefingsFinds=")
    found = {page[0]: page for page in json.loads(text.rstrip().removesuffix(";"))}
    _, title, _, _, records = found["office.html"]
    assert title == "R & D"
    assert [(one[0], one[4]) for one in records] == [("", "Words."), ("more-less", "More < less: Others.")]
    assert "hidden.html" not in found
    assert {"index.html", "about.html", "briefings/first.html", "sources/report.html"} <= found.keys()


def test_without_search(small: Desk) -> None:
    small.edit("mkdocs.yml", "[briefings]", "[briefings: {search: false}]")
    assert small.build().returncode == 0
    assert not (small.site / "pagefind").exists()
    assert not (small.site / "search").exists()
    assert "search-pagefind.js" not in (small.site / "index.html").read_text("utf-8")


def test_a_pagefind_that_does_not_work_is_told_with_what_to_do(small: Desk, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/pagefind.py").write_text("raise SystemExit('no binary for this machine')", "utf-8")
    small.write("site/index.html", "the site of before")
    done = small.build(PYTHONPATH=str(tmp_path / "broken"))
    assert done.returncode == 1
    assert "no binary for this machine" in done.stdout
    assert "search: false" in done.stdout
    assert "Traceback" not in done.stdout
    assert small.read("site/index.html") == "the site of before"
    assert small.leftovers() == []


def test_a_file_called_pagefind_beside_the_configuration_is_not_run(small: Desk) -> None:
    small.write("pagefind.py", "raise SystemExit('run')")
    done = small.build()
    assert done.returncode == 0, done.stdout


SIGNS = {
    "seeds/report.txt": "---\nid: report\ntitle: Signs between words\npublished: 2026-01-02\npublisher: not stated\n---\n"
    "US–China talks end, its head said. Tolls—harbours wait, its head said. Ferries…pilots rest, its head said.\n"
    "A non‑binding note follows, its head said. Salt−water gauges, café·bar, its head said.\n"
    "It costs $5.5 billion and 1,250 jobs for 50 H20 chips on 5G, its head said.\n"
    "The U.S. Navy's Zürich office, a ﬁnance branch and K-12 ferries, its head said.\n"
    "カプセルの工場は閉鎖される。 한국의 항구가 닫힌다, its head said. हिन्दी में बंदरगाह बंद, its head said. Порт Й закрыт, its head said.\n",
    "briefings/2026-01-02-first.yml": "title: Signs between words\nsources: [report]\n"
    "summary: |\n  Talks end, its head says [@c1].\nclaims:\n",
}  # fmt: skip
SAID = {
    "c1": "US–China talks end", "c2": "Tolls—harbours wait", "c3": "Ferries…pilots rest", "c4": "A non‑binding note follows",
    "c5": "Salt−water gauges, café·bar", "c6": "It costs $5.5 billion and 1,250 jobs for 50 H20 chips on 5G",
    "c7": "The U.S. Navy's Zürich office, a ﬁnance branch and K-12 ferries", "c8": "カプセルの工場は閉鎖される",
    "c9": "한국의 항구가 닫힌다", "c10": "हिन्दी में बंदरगाह बंद", "c11": "Порт Й закрыт",
}  # fmt: skip
QUERIES = {
    "China": {"c1"}, "us china": {"c1"}, "US–China": {"c1"}, "harbours": {"c2"}, "pilots": {"c3"}, "binding": {"c4"},
    "nonbinding": {"c4"}, "non-binding": {"c4"}, "water": {"c5"}, "bar": {"c5"}, "cafe": {"c5"}, "CAFÉ": {"c5"},
    "$5.5": {"c6"}, "5.5": {"c6"}, "5G": {"c6"}, "H20": {"c6"}, "h 20": {"c6"}, "h-20": {"c6"}, "1250": {"c6"},
    "1,250 jobs": {"c6"}, "50": {"c6"}, "125": set(), "5.": {"c6"}, "H2": set(), "U.S. navy": {"c7"}, "us navy": {"c7"},
    "zurich": {"c7"}, "finance": {"c7"}, "k12": {"c7"}, "ferry": {"c3", "c7"}, "カプセル": {"c8"}, "カフセル": set(), "ｶﾌﾟｾﾙ": {"c8"},
    "工場": {"c8"}, "한국": {"c9"}, "한국의": {"c9"}, "하": set(), "हिन्दी": {"c10"}, "हिन": {"c10"}, "बद": set(), "Й": {"c11"}, "И": set(),
    "what does the us navy do": {"c7"}, "who": set(), "when do the pilots rest": {"c3"},
}  # fmt: skip
"""Queries, with the claims that both engines find; none where nothing is meant by the words."""


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Build a desk of signs with both engines."""
    desk = Desk(tmp_path_factory.mktemp("signs"))
    for path, text in (SMALL | SIGNS).items():
        desk.write(path, text)
    claims = "".join(
        f"  {id_}:\n    text: {json.dumps(words + '.', ensure_ascii=False)}\n    quote: {json.dumps(words, ensure_ascii=False)}\n"
        for id_, words in SAID.items()
    )
    desk.write("briefings/2026-01-02-first.yml", SIGNS["briefings/2026-01-02-first.yml"] + claims)
    source = desk.root / "seeds/report.txt"
    source.write_bytes(seal(source.read_bytes()) or b"")
    desk.configure(use_directory_urls="false")
    done = desk.build_whole()
    assert done.returncode == 0, done.stdout
    return desk


FIND = """async ([engine, queries]) => {
    const search = globalThis.briefingsSearch;
    const used = search.engines[engine];
    await used.start();
    const found = {};
    for (const query of queries) {
        const results = await used.find(search.terms(query), {});
        const hits = [];
        while (!results.done) hits.push(...await results.more(50));
        found[query] = hits.map(hit => hit.url + "#" + hit.anchor);
    }
    return found;
}"""
WITHOUT = FIND.replace('hits.map(hit => hit.url + "#" + hit.anchor)', "results.without")
"""The words of each query that no page has."""


def test_both_engines_give_the_same_hits_whatever_signs_and_letters(signs: Desk, visit: Window) -> None:
    with serving(signs.site) as port:
        page = visit(url=f"http://127.0.0.1:{port}/").open("index.html")
        page.keyboard.press("/")
        ask(page, "talks")
        found = {engine: page.evaluate(FIND, [engine, list(QUERIES)]) for engine in ("records", "pagefind")}
        page.close()
    assert found["pagefind"] == found["records"]
    claims = {
        query: {hit.rpartition("#c-")[2] for hit in hits if "#c-" in hit}
        for query, hits in found["records"].items()
    }
    assert claims == QUERIES


ASKED = (
    "who is Tobias Fenn", "Fenn left", "rule", "rules", "who resigned", "Velmonde", "K12 ferries", "landing permits proposed",
    "may northline sail to velmonde", "draught limit", "dredging licence", "what happened to the landing fee", "tide gauges",
    "minister call", "Brackwater hazards", "permis d'accostage", "accostage", "Skerrow Courier oyster", "night closure in force",
    "who owns the Skerrow Courier", "how much zinc does Northline carry", "are quokkas still kept in Tarnhaven", "will the landing fee come",
    "was Fenn fired", "Fenn sacked", "in force", "forced", "takes effect",
)  # fmt: skip
DROPPED = {
    "Brackwater hazards": ["hazards"],
    "how much zinc does Northline carry": ["zinc", "carry"],
    "are quokkas still kept in Tarnhaven": ["quokkas"],
}
"""Words that no page has, which would have the question find nothing."""
FORCED = "briefings/northline-licence.html#c-write-down"
"""It tells what somebody was forced to."""
FIRST = {
    "who owns the Skerrow Courier": "entities/skerrow-courier.html#",
    "will the landing fee come": "entities/landing-fee.html#",
    "are quokkas still kept in Tarnhaven": "briefings/tarnhaven-talks.html#",
    "was Fenn fired": "briefings/pilots-leave.html#",
    "Fenn sacked": "briefings/pilots-leave.html#",
    "takes effect": "briefings/night-closure-in-force.html#",
}


def test_both_engines_give_the_same_hits_on_the_desk_of_the_tests(offline: Desk, visit: Window) -> None:
    with serving(offline.site) as port:
        page = visit(url=f"http://127.0.0.1:{port}/").open("index.html")
        page.keyboard.press("/")
        ask(page, "rule")
        engines = ("records", "pagefind")
        records, pagefind = (page.evaluate(FIND, [engine, list(ASKED)]) for engine in engines)
        without = [page.evaluate(WITHOUT, [engine, list(ASKED)]) for engine in engines]
        page.close()
    assert [query for query, hits in records.items() if not hits] == []
    assert {query: set(hits) for query, hits in pagefind.items()} == {
        query: set(hits) for query, hits in records.items()
    }
    assert {query: hits[:3] for query, hits in pagefind.items()} == {
        query: hits[:3] for query, hits in records.items()
    }
    assert list(without[0].values()) == list(without[1].values())
    assert {query: words for query, words in without[0].items() if words} == DROPPED
    assert records["who is Tobias Fenn"][0] == "entities/tobias-fenn.html#"
    for query, first in FIRST.items():
        assert records[query][0] == first, query
    # The other way round it does: a word is found without what may be its ending, too.
    assert FORCED in records["forced"]
    assert FORCED not in records["in force"], "no part of a term of several parts is looked for alone"
    assert records["what happened to the landing fee"][0] == "entities/landing-fee.html#"


def test_a_question_finds_the_entity_first_and_pages_about_the_site_on_request(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    assert hrefs(ask(page, "who is Tobias Fenn"))[0].endswith("/below/entities/tobias-fenn/")
    ask(page, "rule")
    about = page.locator(".b-search-about")
    about.wait_for()
    assert page.locator(".b-search-hits [data-about]").count() == 0
    about.click()
    page.locator(".b-search-hits [data-about]").first.wait_for()
    assert set(page.locator(".b-search-kind").all_inner_texts()) == {"Page"}
    page.locator(".b-search select[name=kind]").select_option("")
    ask(page, "baseline")  # only the manual has it
    assert page.locator(".b-search-hits [data-about]").count() > 0


@pytest.mark.parametrize(
    ("lang", "query", "terms"),
    [
        ("ja", "港湾規則はいつ発効しましたか", ["港湾規則", "発効し"]),
        ("ja", "規則が撤回されたのはなぜですか", ["規則が撤回された"]),
        ("ja", "誰が工場を閉鎖した", ["工場を閉鎖した"]),
        ("ja", "カノンは誰ですか", ["カノン"]),
        ("zh", "工厂为什么关闭？", ["工厂", "关闭"]),
        ("zh", "谁是厂长", ["厂长"]),
        ("zh", "英伟达是否可以销售芯片", ["英伟达", "销售芯片"]),
        ("ar", "متى صدرت القاعدة", ["صدرت", "القاعدة"]),
        ("ar", "من هي ليز كانون", ["ليز", "كانون"]),
    ],
)
def test_words_that_only_ask_are_left_out_in_scripts_of_other_languages(
    visit: Window, lang: str, query: str, terms: list[str]
) -> None:
    page = visit().open("about/")
    page.keyboard.press("/")
    page.wait_for_function("globalThis.briefingsSearch?.site.topics.length > 0")
    pack = language(lang)
    assert pack
    found = page.evaluate(
        "([asked, query]) => { briefingsSearch.site.asked = asked; return briefingsSearch.terms(query); }",
        [pack.asked.split(), query],
    )
    assert found == terms


def test_where_nothing_is_found_names_and_topics_are_offered(visit: Window) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    assert ask(page, "tariffs on lampreys").count() == 0
    mean = page.locator(".b-search-mean")
    mean.get_by_role("link", name="Draught limits, charters and Northline's K12").click()
    page.wait_for_url("**/storylines/charters/")
    page.keyboard.press("/")
    assert ask(page, "feebleness").count() == 0
    mean.get_by_role("link", name="Draught limits, charters and Northline's K12").wait_for()
    assert mean.get_by_role("button").count() == 0, "a fee is nothing like it"
    ask(page, "quokkas in Tarnhaven")
    assert "left out, as no page has it: quokkas" in page.locator(".b-search-count").inner_text()
    assert ask(page, "tobin").count() == 0
    mean.get_by_role("button", name="Tobias Fenn").click()
    page.locator(".b-search-hits a").first.wait_for()


def test_no_hit_begins_behind_its_hedge_or_speaker(visit: Window) -> None:
    """A sentence is shown as a whole, or not at all."""
    page = visit().open("")
    page.keyboard.press("/")
    until(lambda: is_open(page), "the dialog")
    text = (
        "Nobody doubts the tide. " * 12 + "In a note of 3 March, U.S. Senator Vale's office said it is "
        "not yet investigating whether the firm, in spite of all that was written about it in the papers of the sound and "
        "elsewhere, sold zephyrs to the other shore. A last word follows it. "
        + "Nobody doubts the tide. "
        * 12
    )
    shown = page.evaluate(
        """text => {
            const search = globalThis.briefingsSearch;
            const at = text.indexOf("zephyrs");
            const hit = type => search.row({url: "", anchor: "", title: "T", titleMarks: [], text, marks: [[at, at + 7]], kind: "", said: "", by: "", lang: "en", type});
            return ["briefing", "passage"].map(type => hit(type).querySelector(".b-search-text").textContent);
        }""",
        text,
    )
    assert shown[0].startswith(
        "… In a note of 3 March, U.S. Senator Vale's office said it is not yet investigating"
    )
    assert shown[0].endswith("to the other shore.  …")
    assert shown[1] == text


@pytest.mark.parametrize("count", [3, pytest.param(200, marks=pytest.mark.soak)])
def test_no_excerpt_of_any_language_loses_its_hedge_or_speaker(visit: Window, count: int) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    until(lambda: is_open(page), "the dialog")
    for lang in WORDS:
        hits = hedged_texts(lang, count)
        shown = page.evaluate(
            """([lang, word, texts]) => texts.map((text) => {
                const at = text.indexOf(word);
                const hit = {url: "", anchor: "", title: "T", titleMarks: [], text, marks: [[at, at + word.length]],
                    kind: "", said: "", by: "", lang, type: "briefing"};
                return globalThis.briefingsSearch.row(hit).querySelector(".b-search-text").textContent;
            })""",
            [lang, WORD, [hit.text for hit in hits]],
        )
        assert [hit.sentence for hit, text in zip(hits, shown, strict=True) if hit.sentence not in text] == []
        # An excerpt it is all the same.
        assert any(len(text) < len(hit.text) for hit, text in zip(hits, shown, strict=True))


def test_a_phone_s_page_loaded_again_with_the_search_open_has_no_dead_step(visit: Window) -> None:
    page = visit(390, 844).open("about/")
    page.goto(page.url.replace("about/", "measures/"))
    page.locator("[data-b-search]").click()
    until(lambda: is_open(page), "the dialog")
    page.reload()
    until(lambda: is_open(page), "the dialog to open again")
    page.go_back()
    until(lambda: not is_open(page), "the dialog to close")
    assert page.url.endswith("/measures/")
    page.go_back()
    page.wait_for_url("**/about/")
