"""Hand-written pages: their sections by headings, their words without what is no word of theirs."""

from __future__ import annotations

import re
from html import escape

import markdown
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.search.hand_written import written_find

PAGE = """\
# About

We look *closely*. See [a page](x.md).

## How it is `made`

First line
second line.

<script>alert("hidden")</script>

- one
- two

### Ünïcode & more

| a | b |
| --- | --- |
| c | d |

<template><p>silent</p></template>
"""


def sections(html: str) -> list[tuple[str, str]]:
    return [(one.anchor, one.text) for one in written_find("about.md", "About", html, "Page").records]


def test_each_heading_opens_a_section() -> None:
    html = markdown.markdown(
        PAGE, extensions=["tables", "toc"], extension_configs={"toc": {"permalink": True}}
    )
    assert "headerlink" in html
    assert sections(html) == [
        ("", "We look closely. See a page."),
        ("how-it-is-made", "How it is made: First line second line. one two"),
        ("unicode-more", "Ünïcode & more: a b c d"),
    ]


def test_a_heading_without_an_id_opens_none() -> None:
    assert sections("<p>a</p><h2>b</h2><p>c</p>") == [("", "a b: c")]


def test_an_empty_section_is_left_out_but_the_page_never() -> None:
    assert sections('<h2 id="x"></h2>') == [("", "")]


def test_what_is_never_closed_hides_nothing_before_it() -> None:
    assert sections("<p>before<svg><title>no") == [("", "before")]


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h2", "li", "code"]), st.text("ab<&>\"' é", max_size=8)), max_size=8
    )
)
def test_words_are_kept_in_order(blocks: list[tuple[str, str]]) -> None:
    html = "".join(
        f"<{tag}{f' id=s{n}' if tag == 'h2' else ''}>{escape(text)}</{tag}> "
        for n, (tag, text) in enumerate(blocks)
    )
    kept = " ".join(text for _, text in sections(html))
    assert re.sub(r"[:\s]", "", kept) == re.sub(r"\s", "", "".join(text for _, text in blocks))
