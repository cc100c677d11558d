"""Text of others in a comment: no markup, no mention, no link, no command, whatever it holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs_briefings.document.escape import Md
from mkdocs_briefings.review.comment_text import code, inline_text, marked, place
from mkdocs_briefings.review.word_changes import differences

RISKY = st.sampled_from(
    ["@acme", "#12", "!3", "GH-7", "https://x.org", "www.x.org", ":smile:", "0123456789abcdef", "<img src=x>", "|", "~~", "**", "`",
     "[a](http://x)", "![a](b)", "<!-- -->", "\n", "\n\n# a", "\n/close", "a@b.org", "&#64;b", "\\", "\u202e", "- [ ] x", "$x$", "mailto:a@b.org",
     "acme/repo#1", "</td>", "%5", "~bug", "&7", "[vulnerability:1]", "1. ", "_a_"],
)  # fmt: skip
TEXTS = st.lists(st.one_of(RISKY, st.text(max_size=8)), max_size=8).map("".join)
# What a code host looks for in the text that readers see, after Markdown: https://github.com/gjtorikian/html-pipeline
# and GitLab's reference patterns, in their loosest form.
SECOND_LOOK = re.compile(
    r"[@#!~%&$^][\w\"]|GH-\d|[a-z]+://|www\.|:[\w+-]+:|[0-9a-f]{7}|\w@\w|mailto:\w", re.IGNORECASE
)
COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_a_long_name_is_cut() -> None:
    assert code("a" * 1_000) == f"`{'a' * 240}` […760 more characters]"
    assert len(code("`" * 100_000)) < 3_000


class _Seen(HTMLParser):
    """The tags of a page, and the text that stands outside code."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "code" not in self.open:
            self.text += data


def seen(markdown: str) -> _Seen:
    parser = _Seen()
    parser.feed(COMMONMARK.render(markdown))
    parser.close()
    return parser


@settings(deadline=None)
@given(TEXTS)
@example("@acme closes #12")
@example("GH-1 deadbeefcafe http://x.org:80/")
def test_a_text_of_others_is_only_text(text: str) -> None:
    shown = seen(
        f"| a |\n| --- |\n| {inline_text(text)} |\n\n- {inline_text(text)}\n\nSays {inline_text(text)}"
    )
    assert set(shown.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "ul", "li", "p"}
    assert shown.tags.count("td") == 1
    assert shown.tags.count("li") == 1
    assert not SECOND_LOOK.search(shown.text), shown.text
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", shown.text)
    assert "\n" not in inline_text(text)


@settings(deadline=None)
@given(TEXTS)
def test_nobody_sees_what_keeps_it_safe(text: str) -> None:
    words = seen(f"Says {inline_text(text)}").text.replace("\u2060", "")
    plain = re.sub(
        r"[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "\ufffd", text.replace("\u2060", "")
    )
    assert "".join(words.split()) == "".join(f"Says {plain}".split())


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from([None, 10]))
def test_marked_words_are_only_marked(old: str, new: str, most: int | None) -> None:
    shown = seen(f"| a |\n| --- |\n| {marked(differences(old, new), most)} |")
    assert set(shown.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "s", "strong"}
    assert shown.tags.count("td") == 1
    assert not SECOND_LOOK.search(shown.text), shown.text
    if most is None:
        parts = differences(old, new)
        assert shown.tags.count("s") == sum(part.fate == "lost" for part in parts)
        assert shown.tags.count("strong") == sum(part.fate == "gained" for part in parts)


@settings(deadline=None)
@given(TEXTS)
def test_names_are_code_or_only_text(text: str) -> None:
    shown = seen(f"| a |\n| --- |\n| {code(text)} |\n\n- {code(text)}: x")
    assert set(shown.tags) <= {"table", "thead", "tbody", "tr", "th", "td", "ul", "li", "p", "code"}
    assert shown.tags.count("td") == 1
    assert not SECOND_LOOK.search(shown.text), shown.text


def test_what_is_left_out_is_counted() -> None:
    assert inline_text("abcdefghij", 4) == "abcd […6 more characters]"
    old = " ".join(f"w{n}" for n in range(100))
    assert (
        marked(differences(f"{old} not", old), 50)
        == "&#91;…92 words…&#93; w92 w93 w94 w95 w96 w97 w98 w99 ~~not~~"
    )
    assert marked(differences(old, old), 8) == "w0 w1 w2 […381 more characters]"
    assert marked(differences("", "x" * 60), 50) == f"**{'x' * 50} &#91;…10 more characters&#93;**"


@pytest.mark.parametrize(
    ("page", "anchor", "address"),
    [
        ("briefings/a.md", "c-x", "https://x.org/p/briefings/a/#c-x"),
        ("index.md", "", "https://x.org/p/"),
        ("sources/index.md", "", "https://x.org/p/sources/"),
        ("entities/工信部 (a).md", "", "https://x.org/p/entities/%E5%B7%A5%E4%BF%A1%E9%83%A8%20%28a%29/"),
    ],
)
def test_places_of_the_preview(page: str, anchor: str, address: str) -> None:
    assert place("https://x.org/p/", page, anchor, Md("a")) == f"[a]({address})"
    assert place("", page, anchor, Md("a")) == "a"
