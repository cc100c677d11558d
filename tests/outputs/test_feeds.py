"""Feeds, read by feedparser and held against a schema of JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema
import pytest
from mkdocs_briefings.outputs.feeds import MOST, MOST_OF_ONE

from tests import whole
from tests.desks import made, source, told, yaml
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published, with_deadline

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "format": "uri", "pattern": "^https://"}
MOMENT = {"type": "string", "format": "date-time", "pattern": "^[0-9-]{10}T[0-9:]{8}Z$"}
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_html", "date_published", "date_modified", "language"],
    "properties": {
        "id": TEXT, "url": URL, "title": TEXT, "content_html": TEXT, "date_published": MOMENT, "date_modified": MOMENT,
        "language": TEXT, "tags": {"type": "array", "items": TEXT, "minItems": 1},
    },
    "additionalProperties": False,
}  # fmt: skip
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": TEXT, "home_page_url": URL, "feed_url": URL,
        "description": TEXT, "language": TEXT,
        "authors": {"type": "array", "items": {"type": "object", "properties": {"name": TEXT}, "additionalProperties": False}},
        "items": {"type": "array", "items": ITEM, "minItems": 1},
    },
    "additionalProperties": False,
}  # fmt: skip
"""What jsonfeed.org says of version 1.1, as far as we use it."""
SITE = "feeds/site.xml"
NAME = "tag:desk.example,2026:/below/briefings"


def atom(result: Result, path: str = SITE) -> Any:
    parsed = feedparser.parse(result.outputs[path])
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def entries(result: Result, path: str = SITE) -> dict[str, Any]:
    found = {entry.id.removeprefix(f"{NAME}/"): entry for entry in atom(result, path).entries}
    assert len(found) == len(atom(result, path).entries), "names are given once"
    return found


def changed(**fields: Any) -> Result:
    data = whole.desk()
    data["main"] |= fields
    return published(data)


def test_both_forms_say_the_same() -> None:
    result = published()
    paths = [path for path in result.outputs if path.endswith(".xml")]
    assert {SITE, "feeds/storylines/line.xml", "feeds/entities/curb.xml", "feeds/entities/acme.xml"} <= {
        *paths
    }
    for path in paths:
        read = atom(result, path)
        given = json.loads(result.outputs[path.removesuffix("xml") + "json"])
        jsonschema.validate(given, JSON_FEED, format_checker=jsonschema.FormatChecker())
        assert read.feed.title == given["title"]
        assert read.feed.language == given["language"] == "en"
        assert read.feed.link == given["home_page_url"]
        assert [link.href for link in read.feed.links if link.rel == "self"] == [f"{ADDRESS}{path}"]
        assert given["feed_url"] == f"{ADDRESS}{path.removesuffix('xml')}json"
        assert read.feed.updated == max(item["date_modified"] for item in given["items"])
        for entry, item in zip(read.entries, given["items"], strict=True):
            assert (entry.id, entry.title, entry.link) == (item["id"], item["title"], item["url"])
            assert (entry.published, entry.updated) == (item["date_published"], item["date_modified"])
            assert [tag.term for tag in entry.get("tags", [])] == item.get("tags", [])
            assert entry.published <= entry.updated


def test_every_link_leads_to_a_page_of_the_site() -> None:
    result = published()
    pages = {page.path for page in result.pages}
    for path in result.outputs:
        if path.endswith(".json") and path.startswith("feeds/"):
            for item in json.loads(result.outputs[path])["items"]:
                place = item["url"].removeprefix(ADDRESS).partition("#")[0].removesuffix("/")
                assert f"{place}.md" in pages


def test_an_entry_tells_who_says_what_it_rests_on() -> None:
    content = entries(published())["was-main"].content[0].value
    assert '[<a href="https://desk.example/below/briefings/main/#c-sold">1 (' in content
    assert "Allegation: " in content
    assert "Acme sold 40 chips.</a> — a clerk of the office → <a" in content
    assert ">denied</a> by <a" in content
    state = entries(published(), "feeds/entities/curb.xml")["was-main/claims/issued/curb"]
    assert state.title == "chip curb: issued — Post (article corrected)"
    assert "<p>A curb was issued</p></blockquote>" in state.content[0].value


def test_updated_is_the_latest_of_all_that_can_change() -> None:
    def updated(**fields: Any) -> str:
        given = {"updated": None, "corrections": [], **fields}
        data = whole.desk()
        data["main"] = {name: value for name, value in (data["main"] | given).items() if value is not None}
        return str(entries(published(data))["was-main"].updated)

    assert updated() == "2025-06-10T00:00:00Z", "the evidence"
    assert updated(updated="2025-06-20") == "2025-06-20T00:00:00Z"
    assert (
        updated(updated="2025-06-20", corrections=[{"date": "2025-07", "text": "Wrong."}])
        == "2025-07-31T00:00:00Z"
    )


def test_a_correction_is_an_entry_of_its_own_and_issues_the_briefing_again() -> None:
    corrections = [
        {"date": "2025-06-14", "text": "It said 77 chips."},
        {"date": "2025-06-14", "text": "It said 78."},
    ]
    found = entries(changed(corrections=corrections))
    assert {"was-main/corrections/2025-06-14", "was-main/corrections/2025-06-14.2"} <= found.keys()
    assert next(iter(found)) == "was-main", "the briefing first"
    correction = found["was-main/corrections/2025-06-14"]
    assert correction.title == "Corrected: Acme sold chips"
    assert "77" not in correction.content[0].value
    assert "Beta" in correction.content[0].value


def test_a_withdrawal_takes_the_place_of_the_briefing_and_is_an_entry_of_its_own() -> None:
    data = whole.desk()
    data["gone"]["updated"] = "2025-06-30"
    found = entries(published(data))
    for name in ("gone", "gone/withdrawal"):
        assert found[name].title == "Withdrawn: Gone"
        assert found[name].updated == "2025-06-30T00:00:00Z"
        assert "It was wrong." in found[name].content[0].value


def test_a_withdrawal_is_in_the_feed_of_its_storyline() -> None:
    data = whole.desk()
    data["gone"]["storylines"] = ["side"]
    result = published(data)
    found = entries(result, "feeds/storylines/side.xml")
    assert found["gone"].title == found["gone/withdrawal"].title == "Withdrawn: Gone"
    page = next(page for page in result.pages if page.path == "storylines/side.md")
    assert "Gone" not in page.text()


def test_a_withdrawal_is_in_the_feeds_of_those_whom_it_named() -> None:
    data = whole.desk()
    quote = {"quote": "Ben Writer", "text": "The chip curb hit Gamma."}
    data["gone"]["summary"] = "Gamma was hit by the chip curb [@hit]."
    data["gone"]["claims"] = {"hit": {**quote, "said_by": "acme"}, "again": quote}
    result = published(data)
    for feed in ("acme", "curb"):
        found = entries(result, f"feeds/entities/{feed}.xml")
        assert found["gone"].title == found["gone/withdrawal"].title == "Withdrawn: Gone"
        assert "Gamma" not in str(found["gone"])
    assert "gone" not in entries(result, "feeds/entities/beta.xml")
    page = next(page for page in result.pages if page.path == "entities/acme.md")
    assert "Gone" not in page.text()


def test_a_feed_stays_although_a_withdrawal_leaves_fewer_claims_than_it_needs() -> None:
    def feeds(claims: int) -> set[str]:
        data = whole.desk()
        data["gone"]["claims"] = {
            f"c{n}": {"quote": "Ben Writer", "text": f"Beta came for the {n}th time."} for n in range(claims)
        }
        return {path for path in published(data, feed_claims=9).outputs if path.endswith(".xml")}

    assert "feeds/entities/beta.xml" not in feeds(0)
    assert "feeds/entities/beta.xml" in feeds(9)


def test_names_survive_renaming_and_other_addresses() -> None:
    data = whole.desk()
    before = entries(published(data)).keys()
    data["main"]["formerly"] += ["main"]
    files = {path: text.replace("main#", "renamed#") for path, text in with_deadline(data).items()}
    files["briefings/2025-06-13-renamed.yml"] = files.pop("briefings/2025-06-13-main.yml")
    settings = {
        "title": "Other",
        "address": "http://desk.example/below/",
        "outputs": ("feeds",),
        "feed_claims": 1,
    }
    after = made(files, directory_urls=False, **settings)
    assert not after.failed, told(after)
    assert entries(after).keys() == before
    assert entries(after)["was-main"].link == "http://desk.example/below/briefings/renamed.html"


def many(count: int) -> Result:
    files = {"briefings/entities/all.yml": yaml(acme={"kind": "company", "name": "Acme"})}
    for n in range(count):
        day = f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}"
        files[f"seeds/s{n}.txt"] = source(f"Acme sold {n} chips.", id=f"s{n}", published=day)
        files[f"briefings/{day}-b{n}.yml"] = yaml(
            title=f"Sale {n}", sources=[f"s{n}"], summary=f"Acme sold {n} chips [@sold].",
            claims={"sold": {"text": f"Acme sold {n} chips.", "quote": f"Acme sold {n} chips"}},
            corrections=[{"date": "2026-02-01", "text": "A name was wrong."}] if n == 0 else [],
        )  # fmt: skip
    return made(files, title="T", address=ADDRESS, outputs=("feeds",))


def test_feeds_are_bounded_and_what_was_corrected_comes_back() -> None:
    result = many(MOST + 10)
    found = entries(result)
    assert len(found) == MOST
    assert list(found)[:2] == ["b0", "b0/corrections/2026-02-01"], "it had left the feed"
    assert "b1" not in found
    assert len(entries(result, "feeds/entities/acme.xml")) == MOST_OF_ONE


def test_an_entity_has_a_feed_from_as_many_claims_as_are_set() -> None:
    assert "feeds/entities/beta.xml" in published(feed_claims=1).outputs
    few = published(feed_claims=9).outputs
    assert "feeds/entities/beta.xml" not in few
    assert "feeds/entities/curb.xml" in few, "a measure has one in any case"


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_breaks_a_feed(kind: str) -> None:
    result = hostile(kind)
    for path, data in result.outputs.items():
        if path.startswith("feeds/") and path.endswith(".xml"):
            for entry in atom(result, path).entries:
                assert entry.title
                assert len(entry.title) <= 400
                assert "<script" not in entry.content[0].value
                if "/claims/" in entry.id:
                    assert re.search(": issued\\W* — Post", entry.title), (
                        "neither the state nor the voice is cut"
                    )
        elif path.startswith("feeds/"):
            jsonschema.validate(json.loads(data), JSON_FEED)


def test_without_an_address_there_are_no_feeds() -> None:
    result = published(address="", outputs=("feeds",))
    assert result.outputs == {}
    page = next(page for page in result.pages if page.path == "follow.md")
    assert "does not say under which address" in page.text()


def test_a_site_without_any_day_has_no_feeds() -> None:
    files = {
        "seeds/s.txt": source("Acme sold chips.", id="s", published=None),
        "briefings/b.yml": yaml(title="T", sources=["s"], summary="Acme sold chips [@s]."),
    }
    assert made(files, address=ADDRESS, outputs=("feeds",)).outputs == {}


def test_the_page_follow_shows_every_feed() -> None:
    result = published()
    text = next(page for page in result.pages if page.path == "follow.md").text()
    feeds = [path for path in result.outputs if path.startswith("feeds/")]
    assert all(f"({path})" in text for path in feeds)
    assert f"`{ADDRESS}{SITE}`" in text
