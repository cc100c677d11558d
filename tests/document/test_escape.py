"""Any text appears as it was typed, in every context, under Python-Markdown and under CommonMark."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs_briefings.document.escape import Md, attribute, html, join, link, md, web_address
from mkdocs_briefings.document.escape import markdown as inline
from mkdocs_briefings.document.markdown import written
from mkdocs_briefings.document.nodes import Para, WebLink

EXTENSIONS = [
    "tables", "fenced_code", "toc", "attr_list", "md_in_html", "admonition", "footnotes", "def_list", "abbr",
    "pymdownx.fancylists",
]  # fmt: skip
_PYTHON = markdown.Markdown(extensions=EXTENSIONS)
_COMMONMARK = MarkdownIt("commonmark").enable("table")

CONTEXTS = {
    "paragraph": "{}",
    "list item": "- {}\n- next",
    "table cell": "| Head | {} |\n| --- | --- |\n| cell | {} |\n| {} | last |",
    "heading": "# {}\n\nText",
    "block quote": "> {}\n\n— source",
    "bold": "before **{}** after",
    "bold after an anchor": '<a id="c-x"></a>**{}** (class)',
    "link text": "before [{}](page.md#c-x) after",
    "adjacent lines": "{}\n{}\n\n{}\n\n{}",
    "after an anchor": '<a id="c-x"></a>{}',
}

FRAGMENTS = [
    "#", "##", "-", "+", "*", "**", "_", "__", "~~", "`", "```", "~~~", "===", "---", "***", "> ", ": ", ":::",
    "1. ", "1) ", "c. ", "MM. ", "iv) ", "B) ", "12", ".", ")", "(", "[", "]", "](", "[x](y)", "[x]: y", "[^1]", "[^1]: z",
    "![a](b)", "!!! note",
    "<", ">", "<b>", "</b>", "<script>", "<!--", "-->", "<https://x.example>", "https://x.example", "www.x.example",
    "a@b.example", "mailto:a", "javascript:alert(1)", "&", "&amp;", "&#35;", "&copy", ";", "|", " | ", "\\", "\\#", "$",
    "$$", "{", "}", "{{ x }}", "{% x %}", "{: .c #d}", "{.c}", '--8<-- "f"', "*[US]: x", "^x^", "==x==", ":smile:",
    " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\u00a0", "\u2028", "\u2029", "\x85", "\x0b", "\x00", "\x02", "\x03",
    "\u200b", "\u3000", "\ufeff", "x", "Word", "中文", "é", "e\u0301", "“", "”", "’", '"', "'", "…", "–", "/", "?", "!",
    "stx", "klzzwxh:0001", "wzxhzdk:0", "\x02wzxhzdk:0\x03", "%", ",", "=", "@",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join), st.text(max_size=30))


class Seen(HTMLParser):
    """The elements and the text of a rendered page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = () if tag.startswith("h") else tuple(attrs)  # a heading's id is made from its words
        self.tags.append((tag, kept))
        self.text += "" if tag in {"strong", "a"} else "\n"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append((f"<!--{data}-->", ()))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def seen(html: str) -> Seen:
    parser = Seen()
    parser.feed(html)
    parser.close()
    return parser


def rendered(source: str) -> list[tuple[str, Seen]]:
    python = _PYTHON.reset().convert(source)
    return [("Python-Markdown", seen(python)), ("markdown-it", seen(_COMMONMARK.render(source)))]


def folded(text: str) -> str:
    """White space and control characters, which no page can show, as single spaces."""
    return " ".join(re.sub(r"[\0-\x1f\x7f-\x9f]", " ", text).split())


@cache
def plain(context: str) -> list[Seen]:
    return [shown for _, shown in rendered(context.format(*["Xq"] * 4))]


def as_typed(context: str, text: str, source: str) -> None:
    for (renderer, shown), expected in zip(rendered(source), plain(context), strict=True):
        assert shown.tags == expected.tags, f"{renderer}: {source!r}"
        assert folded(shown.text) == folded(expected.text.replace("Xq", text)), f"{renderer}: {source!r}"


@pytest.mark.parametrize("name", CONTEXTS)
@given(text=texts.filter(folded))
@example("1. x")
@example("-")
@example("x\n===")
@example("\u00a0x\u00a0")
@example("\x02wzxhzdk:0\x03")
def test_any_text_appears_as_typed(name: str, text: str) -> None:
    as_typed(CONTEXTS[name], text, CONTEXTS[name].format(*[md(text)] * 4))


@pytest.mark.parametrize("before", ["Before", "“", "[[", "1", "www", "http:"])
@given(text=texts)
def test_pieces_of_a_line_appear_as_typed(before: str, text: str) -> None:
    piece = md(before) + inline(text, first=before.isdigit())
    as_typed("{}", before + text, piece.rstrip())


@given(text=texts.filter(folded))
def test_a_piece_that_opens_the_line_appears_as_typed(text: str) -> None:
    as_typed("{}", f"{text} end", inline(text, first=True).strip(" ") + inline(" end"))


@given(text=texts)
def test_a_text_is_one_line_and_an_escaped_one_stays(text: str) -> None:
    once = md(text)
    assert once.splitlines() in ([], [once])
    assert md(once) is once
    assert md(str(once)) == once or md(str(once)) != text


def test_a_link_escapes_its_words() -> None:
    assert link("[x](y)", "page.md") == "[&#91;x&#93;(y)](page.md)"
    assert link(md("*"), "page.md") == "[&#42;](page.md)"


@given(parts=st.lists(texts, max_size=4))
def test_join_escapes_each_part(parts: list[str]) -> None:
    assert join(parts, " · ") == " · ".join(md(part) for part in parts)
    assert type(join(parts)) is Md


# HTML


@given(text=texts)
def test_any_text_is_text_in_html(text: str) -> None:
    shown = seen(f'<p title="{attribute(text)}">{html(text)}</p>')
    assert [tag for tag, _ in shown.tags] == ["p"]
    assert folded(shown.text) == folded(text)
    assert folded(shown.tags[0][1][0][1] or "") == folded(text)


# Links to other sites


def external_link(words: str, address: str) -> str:
    return written([Para(WebLink(address, words))], "x.md")[:-1]


ADDRESSES = [
    "https://x.example/a_b_c?q=1&copy=2#f", "HTTP://X.example", "https://x.example/(a)[b]<c>\"'", "https://é.example/ü",
    "https://x.example/a b", "https://x.example/\n\n# h", "https://x.example/)](https://evil.example", "https://x.example/`<b>`",
    "https://x.example\\@evil.example", "https://x.example/*a*_b_", " https://x.example ", "https://x.example/{: .c}|",
    "https://user@x.example:99999/", "https://x.example/%zz",
]  # fmt: skip
REFUSED = [
    "javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//x.example", "https:", "https:///x", "x",
    "https://[", "http://[::1", "ftp://x.example", "", "mailto:a@b.example", "JaVaScRiPt://x.example/%0aalert(1)",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_becomes_one_link(address: str) -> None:
    source = external_link("words", address)
    for renderer, shown in rendered(source):
        assert [tag for tag, _ in shown.tags] == ["p", "a"], renderer
        ((name, target),) = shown.tags[1][1]
        assert name == "href"
        assert (target or "").lower().startswith(("http://", "https://"))
        assert folded(shown.text) == "words"


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_no_address_stays_text(address: str) -> None:
    assert web_address(address) == ""
    assert external_link("words", address) == "words"


@given(words=texts.filter(folded), address=st.one_of(texts, texts.map("https://x.example/{}".format)))
def test_any_address_is_a_link_to_the_web_or_text(words: str, address: str) -> None:
    for _, shown in rendered(external_link(words, address)):
        assert folded(shown.text) == folded(words)
        for tag, attributes in shown.tags:
            assert tag in {"p", "a"}
            assert all(n == "href" and (t or "").lower().startswith("http") for n, t in attributes)
