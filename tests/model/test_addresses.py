"""Paths and anchors: relative, encoded, and the same for ever."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target, md_link
from mkdocs_briefings.parse.schema import ID_PATTERN

from tests.desks import page, sound, source, yaml

ids = st.from_regex(ID_PATTERN.replace("$", r"\Z"))
pages = st.one_of(
    st.sampled_from([addresses.HOME, addresses.BRIEFINGS, addresses.TIMELINE, addresses.RULES]),
    ids.map(addresses.briefing),
    ids.map(addresses.source),
)


@pytest.mark.parametrize(
    ("page", "to", "expected"),
    [
        ("index.md", "measures.md", "measures.md"),
        ("index.md", "briefings/x.md", "briefings/x.md"),
        ("briefings/x.md", "index.md", "../index.md"),
        ("briefings/x.md", "briefings/y.md", "y.md"),
        ("briefings/x.md", addresses.claim("x#a"), "#c-a"),
        ("briefings/x.md", addresses.claim("y#a"), "y.md#c-a"),
        ("timeline.md", addresses.passage("s", 3, 9), "sources/s.md#p-3-9"),
        ("sources/s.md", addresses.entity("ödeme"), "../entities/%C3%B6deme.md"),
        ("index.md", addresses.claim("x#été"), "briefings/x.md#c-été"),
        ("timeline/2024.md", addresses.question("x", "who"), "../briefings/x.md#q-who"),
        ("x.md", addresses.disagreement("x", "how"), "briefings/x.md#d-how"),
        ("x.md", addresses.rule("bad-id"), "manual/rules.md#r-bad-id"),
    ],
)
def test_links(page: str, to: str | Target, expected: str) -> None:
    assert md_link(page, to) == expected


@given(page=pages, to=pages, anchor=st.one_of(st.just(""), ids))
def test_a_link_leads_where_it_should(page: str, to: str, anchor: str) -> None:
    path, _, found = md_link(page, Target(to, anchor)).partition("#")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)) if path else page) == to
    assert found == anchor
    assert re.fullmatch(r"[^\s()<>\[\]\\\"']*", path)


def test_entries_of_lists() -> None:
    assert addresses.entry("wsj") == "e-wsj"
    assert addresses.entry("briefing#claim") == "e-briefing.claim"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("How they left", "how-they-left"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
        ("Was Marlow's resignation asked for?", "was-marlow-s-resignation-asked-for"),
        ("誰がいつ知ったか?", "誰がいつ知ったか"),
        ("Été 2024!", "été-2024"),
        ("?!", "x"),
        ("", "x"),
    ],
)
def test_slugs(words: str, expected: str) -> None:
    assert addresses.slug(words) == expected


@given(words=st.text(), most=st.integers(1, 20))
def test_a_slug_is_an_id(words: str, most: int) -> None:
    slug = addresses.slug(words, most)
    assert re.fullmatch(ID_PATTERN, slug)
    assert slug == slug.casefold()


def test_anchors_are_written_as_links_write_them() -> None:
    """MkDocs compares the anchors of links letter by letter: percent-encoded ones would count as dead."""
    result = sound({
        "seeds/a.txt": source("Acme sold chips."),
        "briefings/2026-01-24-b.yml": yaml(
            title="T",
            sources=["a"],
            summary="Acme sold chips [@été].",
            claims={"été": {"text": "Acme sold chips.", "quote": "Acme sold chips."}},
            questions=["誰が?"],
        ),
    })  # fmt: skip
    assert '<a id="c-été"></a>' in page(result, "briefings/b.md")
    assert "(briefings/b.md#q-誰が)" in page(result, "questions.md")
    assert "(#c-été)" in page(result, "briefings/b.md")
