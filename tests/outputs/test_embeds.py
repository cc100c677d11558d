"""Pages for other sites: what they hold, that old addresses stay, and what describes them to programs (oEmbed 1.0)."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings import outputs
from mkdocs_briefings.outputs.embed_style import STYLE

from tests import whole
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

TOKENS = Path(__file__).parents[2] / "generator/mkdocs_briefings/theme/assets/tokens.css"
COLOUR = re.compile(r"--b-([a-z-]+): (#[0-9a-f]+);")


class Small(HTMLParser):
    """Reads one of these pages."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def small(result: Result, path: str) -> Small:
    return Small(result.outputs[f"embed/{path}.html"].decode())


def described(result: Result, path: str) -> Any:
    return json.loads(result.outputs[f"embed/{path}.json"])


def test_a_claim_has_its_voices_its_passage_a_way_back_and_a_version() -> None:
    page = small(published(), "claims/main/sold")
    assert "Claim 1 of: Acme sold chips" in page.text
    assert "Allegation: Acme sold 40 chips. — a clerk of the office → Acme (a call) → Post" in page.text
    assert "Acmee sold 40 chips on Friday" in page.text
    assert "denied by Post" in page.text
    assert re.search(r"Read it on A desk · as of 12 June 2025 · version [0-9a-f]{8}", page.text)
    assert f"{ADDRESS}briefings/main/#c-sold" in [link["href"] for link in page.all("a")]


def test_the_states_of_a_measure_and_the_events_of_a_storyline() -> None:
    result = published()
    states = small(result, "measures/curb")
    assert "curb" in states.text
    assert "issued" in states.text
    assert "— Post" in states.text
    line = small(result, "timelines/line")
    assert "Chips and rules: timeline" in line.text
    assert "6 June 2025 · Allegation: Acme sold 40 chips. — a clerk" in line.text


def test_no_page_has_a_script_and_none_is_listed() -> None:
    result = published()
    pages = [path for path in result.outputs if path.startswith("embed/") and path.endswith(".html")]
    assert len(pages) > len(result.corpus.claims)
    for path in pages:
        page = Small(result.outputs[path].decode())
        assert not page.all("script")
        assert {"name": "robots", "content": "noindex"} in page.all("meta")
        assert page.all("base") == [{"target": "_top"}]
        [style, found] = page.all("link")
        depth = path.count("/") - 1
        assert style["href"] == f"{'../' * depth}embed.css"
        assert (found["href"] or "").removeprefix(ADDRESS) in result.outputs


def test_old_addresses_stay() -> None:
    result = published()
    now = result.outputs["embed/claims/main/sold.html"]
    for path in ("main/was-sold", "was-main/sold", "was-main/was-sold"):
        assert result.outputs[f"embed/claims/{path}.html"] == now
    assert "embed/timelines/was-line.html" in result.outputs


def test_oembed_describes_what_it_shows() -> None:
    said = described(published(), "claims/main/sold")
    assert (said["version"], said["type"], said["provider_url"]) == ("1.0", "rich", ADDRESS)
    [frame] = Small(said["html"]).all("iframe")
    assert frame["src"] == f"{ADDRESS}embed/claims/main/sold.html"
    assert frame["title"] == said["title"] == "Claim 1 of: Acme sold chips"
    assert (frame["width"], frame["height"]) == (str(said["width"]), str(said["height"]))


def test_each_page_offers_its_parts() -> None:
    result = published()
    foot = outputs.foot(result.publication)
    of = {page.path: Small(foot(page)) for page in result.pages if page.kind != "moved"}
    codes = [one["id"] for one in of["briefings/main.md"].all("code")]
    assert len(codes) == len(result.corpus.briefings["main"].claims)
    buttons = of["briefings/main.md"].all("button")
    assert [one["data-b-copy"] for one in buttons if "data-b-copy" in one] == [f"#{id_}" for id_ in codes]
    assert "States" in of["entities/curb.md"].text
    assert "<iframe src=" in of["storylines/line.md"].text
    assert "iframe" not in of["index.md"].text


def test_a_version_is_another_one_where_the_words_are() -> None:
    def version(result: Result) -> str:
        found = re.search("version ([0-9a-f]{8})", small(result, "claims/main/sold").text)
        assert found
        return found[1]

    assert version(published()) == version(published(title="Another name"))
    data = whole.desk()
    data["main"]["claims"]["sold"]["text"] = "Acme sold 40 chips on Friday."
    assert version(published()) != version(published(data))


def test_colours_are_those_of_the_theme() -> None:
    theme = COLOUR.findall(TOKENS.read_text("utf-8"))
    ours = COLOUR.findall(STYLE)
    names = {name for name, _ in ours}
    assert ours == [one for one in theme if one[0] in names]


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_words_break_a_page(kind: str) -> None:
    result = hostile(kind)
    for path in ("claims/main/bought", "measures/curb", "timelines/line"):
        assert small(result, path).all("h1")
        assert not small(result, path).all("script")
        assert len(described(result, path)["title"]) <= 320
