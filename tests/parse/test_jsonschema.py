"""The schemas that editors get: everything is described, and nothing sound is called wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from mkdocs_briefings.model import dates
from mkdocs_briefings.parse.choices import MEANINGS
from mkdocs_briefings.parse.jsonschema import schemas
from mkdocs_briefings.parse.schema import DATE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]


def nodes(one: Any) -> Iterator[Json]:
    """Walk through a schema and all that is in it."""
    if isinstance(one, list):
        for inner in one:
            yield from nodes(inner)
    if isinstance(one, dict):
        yield one
        for inner in one.values():
            yield from nodes(inner)


ALL = [(name, node) for name, text in schemas().items() for node in nodes(json.loads(text))]
OBJECTS = [node for _, node in ALL if isinstance(node.get("properties"), dict) and "type" in node]


def test_every_field_has_its_own_name_and_a_description() -> None:
    assert len(OBJECTS) == 9
    for node in OBJECTS:
        for name, field in node["properties"].items():
            assert field["title"] == name
            assert field["description"].endswith("."), name
            assert "\n" not in field["description"]
            assert ("`" in field["description"]) == ("markdownDescription" in field)


def test_no_other_field_and_no_other_key_is_allowed() -> None:
    assert all(node["additionalProperties"] is False for node in OBJECTS)
    mappings = [node for _, node in ALL if node.get("type") == "object" and node not in OBJECTS]
    assert len(mappings) > 8
    assert all({"propertyNames", "additionalProperties"} <= node.keys() for node in mappings)
    assert not any("patternProperties" in node for _, node in ALL)


def test_nothing_is_filled_in_unasked() -> None:
    assert {node["default"] for _, node in ALL if "default" in node} == {
        "published", "current", "all-rights-reserved", "en",
    }  # fmt: skip
    assert all(len(node["examples"]) > 1 for _, node in ALL if "examples" in node)


def test_each_word_to_choose_from_is_explained() -> None:
    used = {frozenset(node["enum"]) for _, node in ALL if "enum" in node}
    assert used == MEANINGS.keys()
    for _, node in ALL:
        if "enum" in node:
            told = dict(zip(node["enum"], node["markdownEnumDescriptions"], strict=True))
            assert told == MEANINGS[frozenset(node["enum"])]
            assert all(text.endswith(".") for text in told.values())


@pytest.mark.parametrize("name", schemas())
def test_patterns_are_those_of_ecmascript(name: str) -> None:
    patterns = {
        node["pattern"] for schema, node in ALL if schema == name and isinstance(node.get("pattern"), str)
    }
    assert patterns
    # There \w and \W know no letter beyond ASCII, so ids in other scripts would be called wrong.
    assert not any(re.search(r"\\[wW]", pattern) for pattern in patterns)


POINTS = st.from_regex(
    r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8])(T[01]\d:[0-5]\d(:[0-5]\d)?(Z|[+-]0[1-9]:[0-5]\d)?)?)?)?[?~%]?",
    fullmatch=True,
    alphabet=st.characters(codec="ascii"),
)
SIDES = st.one_of(POINTS, st.just(".."), st.just(""))


@given(st.tuples(SIDES, st.sampled_from(["", "/", ".."]), SIDES, st.sampled_from(["", " "])))
@example(("..", "", "2024~", " "))
def test_every_date_matches_the_pattern_of_dates(parts: tuple[str, ...]) -> None:
    text = "".join(parts)
    assume(dates.is_date(text))
    assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize("text", ["", "March 2026", "yesterday", "08/10", "2024-10-08 or so", "[2024]"])
def test_words_are_no_dates(text: str) -> None:
    assert not dates.is_date(text)
    assert bool(re.search(DATE_PATTERN, text)) == (text == "08/10")
