"""The change feed, held against the schema that is published beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema
import pytest
from mkdocs_briefings.derive.novelties import novelties
from mkdocs_briefings.outputs.change_feed import PATH, SCHEMA_PATH

from tests import whole
from tests.outputs.desks import ADDRESS, HIDDEN, HOSTILE, hostile, published, versioned

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result


def feed(result: Result) -> Any:
    """Read the feed by its own schema, which must name every field that there is."""
    schema = json.loads(result.outputs[SCHEMA_PATH])
    jsonschema.Draft202012Validator.check_schema(schema)
    strict = json.loads(json.dumps(schema), object_hook=_closed)
    read = json.loads(result.outputs[PATH])
    jsonschema.Draft202012Validator(strict, format_checker=jsonschema.FormatChecker()).validate(read)
    return read


def _closed(node: dict[str, Any]) -> dict[str, Any]:
    return node | {"additionalProperties": False} if node.get("type") == "object" else node


def test_it_tells_what_the_page_tells_in_its_order() -> None:
    result = published()
    read = feed(result)
    found = novelties(result.corpus, result.derived.states, result.ledgers)
    assert [(one["kind"], one["briefing"]) for one in read["changes"]] == [
        (n.sort, n.briefing) for n in found
    ]
    page = next(page for page in result.pages if page.path == "new.md")
    assert read["home"] == f"{ADDRESS}new/"
    assert read["as_of"] == "2025-06-12"
    for one in read["changes"]:
        assert one["text"].rpartition(" — ")[0] in page.body.replace("\\", "") or "](" in page.body
    assert {one["id"] for one in read["briefings"]} == {one["briefing"] for one in read["changes"]}


def test_ids_are_unlike_and_those_of_the_feeds() -> None:
    result = published()
    ids = [one["id"] for one in feed(result)["changes"]]
    assert len(set(ids)) == len(ids)
    entries = {one.id: one for one in feedparser.parse(result.outputs["feeds/site.xml"]).entries}
    shared = {
        one["id"]
        for one in feed(result)["changes"]
        if one["kind"] in {"briefing", "correction", "withdrawal", "moved"}
    }
    assert shared <= entries.keys()


def test_a_correction_says_what_was_wrong_and_a_state_what_moved() -> None:
    changes = {one["kind"]: one for one in feed(published())["changes"]}
    assert changes["correction"]["correction"] == "A name was wrong."
    moved = changes["moved"]
    assert (moved["measure"], moved["state"], moved["claim"]) == ("curb", "issued", "main#issued")
    assert moved["address"] == f"{ADDRESS}briefings/main/#c-issued"
    assert "Post" in moved["text"]


def test_renaming_keeps_the_ids() -> None:
    data = whole.desk()
    before = {one["id"] for one in feed(published(data))["changes"]}
    data["entities"]["curb"]["formerly"] = ["curb"]
    text = (
        json.dumps(data)
        .replace('"curb": {"kind"', '"limit": {"kind"')
        .replace('"state": {"curb"', '"state": {"limit"')
    )
    text = text.replace('{"curb": {"chips', '{"limit": {"chips').replace(
        '"measures": ["curb"]', '"measures": ["limit"]'
    )
    assert {one["id"] for one in feed(published(json.loads(text)))["changes"]} == before


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_words_break_it(kind: str) -> None:
    assert len(feed(hostile(kind))["changes"]) == len(feed(published())["changes"])


def test_a_recorded_version_is_a_change_with_its_own_address_and_an_entry_of_the_feeds() -> None:
    result = versioned()
    [found] = [one for one in feed(result)["changes"] if one["kind"] == "version"]
    assert found["briefing"] == "other"
    assert found["day"] == "2025-06-12"
    assert found["id"].endswith("briefings/other/versions/2")
    assert found["address"] == f"{ADDRESS}briefings/versions/other/2/"
    assert any(page.path == "briefings/versions/other/2.md" for page in result.pages)
    for path in ("feeds/site.xml", "feeds/entities/gamma.xml"):
        entries = {one.id: one for one in feedparser.parse(result.outputs[path]).entries}
        entry = entries[found["id"]]
        assert entry.title == "Text changed: Gamma left"
        assert entry.link == found["address"]
        assert "version 2 was recorded with evidence to 12 June 2025" in entry.content[0].value
        assert "What it says now" in entry.content[0].value
        assert HIDDEN not in entry.content[0].value


def test_what_was_said_before_leaves_with_no_feed() -> None:
    said = (data for path, data in versioned().outputs.items() if path.startswith(("feeds/", "changes.json")))
    assert not any(HIDDEN.encode() in data for data in said)
