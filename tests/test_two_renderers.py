"""Every page reads the same under Python-Markdown, under CommonMark and as our HTML, and no text becomes markup."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs.config import load_config
from mkdocs_briefings.build import build
from mkdocs_briefings.document import html
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model.addresses import md_link
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages.figures.drawings import DRAWINGS

from tests.desks import made, source, yaml
from tests.sampling import examples, sampled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.pages.page import Page

DESK = Path(__file__).parent / "desk"
_COMMONMARK = MarkdownIt("commonmark").enable("table")
ANCHOR = re.compile(r'<a id="[^"<>&]+"></a>')
INLINE = {"a", "strong", "em", "code"}
ELEMENTS = INLINE | {
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "li",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


@cache
def python_markdown() -> markdown.Markdown:
    """As MkDocs sets it up for the site of the desk."""
    config = load_config(str(DESK / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


class Shape(HTMLParser):
    """A page as elements and words: without ids of headings, their permalinks, and white space between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self._permalink = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._permalink = given.get("class") == "headerlink"
        if self._permalink:
            return
        self.tags.add(tag)
        if tag in {"h1", "h2", "h3", "h4"}:
            given.pop("id", None)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            given["href"] = unquote(given["href"])
            self.hrefs.append(given["href"])
        self.parts.append(f"<{tag}{''.join(f' {n}={v}' for n, v in sorted(given.items()))}>")

    def handle_endtag(self, tag: str) -> None:
        if self._permalink:
            self._permalink = False
        else:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._permalink:
            self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.add("<!--")
        self.parts.append(data)

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    @property
    def shape(self) -> str:
        """One element or line a line."""
        text = re.sub(r"\s+", " ", "".join(self.parts))
        text = text.replace("<code> ", "<code>").replace(" </code>", "</code>")
        blocks = "|".join(sorted(ELEMENTS - INLINE))
        return re.sub(rf" ?(</?(?:{blocks})>) ?", r"\n\1\n", text).strip()


def shape_of(html: str) -> Shape:
    made = Shape()
    made.feed(html)
    made.close()
    return made


class OwnShape(Shape):
    """Our HTML without what Markdown cannot hold: entries, folds, classes, languages, labels, signs of links."""

    DROPPED = frozenset({"section", "span", "b", "details", "div", "button"})

    def __init__(self) -> None:
        super().__init__()
        self._silent = ""
        self._folds: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "details":
            self._folds.append(given.get("class") == "b-fold")
        if tag == "summary" and self._folds[-1]:
            super().handle_starttag("p", [])
        elif tag == "summary" or given.get("class") in {"headerlink", "b-permalink"}:
            self._silent = tag
        elif tag not in self.DROPPED and not self._silent:
            kept = [(name, value) for name, value in attrs if name in {"id", "href"}]
            super().handle_starttag(tag, kept)

    def handle_endtag(self, tag: str) -> None:
        if tag == "summary" and not self._silent:
            super().handle_endtag("p")
            return
        if tag == "details":
            self._folds.pop()
        if tag == self._silent:
            self._silent = ""
        elif tag not in self.DROPPED and not self._silent:
            super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            super().handle_data(data)


SITE = html.HtmlSite(
    lambda folder, path: md_link(f"{folder}x" if folder else "x", path),
    lambda *_: (),
    dict.fromkeys(DRAWINGS, lambda *_: ""),
    messages,
)


def own_shape(page: Page) -> str:
    """Give the shape of our HTML."""
    folder = page.path.rpartition("/")[0]
    made = html.written(page.blocks, SITE, page.path, f"{folder}/" if folder else "", page.lang)
    shape = OwnShape()
    shape.feed(made.html)
    shape.close()
    assert shape.tags <= ELEMENTS, page.path
    assert {f"#{one}" for one in shape.ids} <= {f"#{one}" for one in made.ids}
    return shape.shape


TYPED = str.maketrans("“”„‘’‚", "\"\"\"'''")
"""Marks that HTML prints where Markdown has those that were typed."""


def check(pages: Iterable[Page]) -> None:
    """Hold all pages of a site against everything that this file is about."""
    shapes: dict[str, Shape] = {}
    for page in pages:
        python = shape_of(python_markdown().reset().convert(page.body))
        common = shape_of(_COMMONMARK.render(page.body))
        assert python.shape == common.shape, page.path
        assert own_shape(page).translate(TYPED) == common.shape.translate(TYPED), page.path
        assert common.tags <= ELEMENTS, page.path
        # Backticks are only ever our own, in the manual.
        without = re.sub(r"\]\(<https?://[^<>\s]*>\)|`[^`]*`", "", ANCHOR.sub("", page.body))
        assert re.findall(r".{0,20}<.*", without) == [], page.path
        assert sorted(common.ids) == sorted(set(common.ids)), page.path
        assert page.path not in shapes
        shapes[page.path] = common
    for path, shape in shapes.items():
        for href in shape.hrefs:
            if not href.startswith(("https://", "http://")):
                to, _, anchor = href.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
                assert target in shapes, f"{path}: {href}"
                assert not anchor or anchor in shapes[target].ids, f"{path}: {href}"


@pytest.mark.slow
@pytest.mark.parametrize("preview", [False, True])
def test_a_whole_desk(*, preview: bool) -> None:
    chosen = Settings(manual=True, preview=preview, title="The Grey Sound – all of it")
    files, problems = read(DESK, chosen)
    result = build(files, chosen)
    assert not problems
    assert not result.failed
    check(result.pages)


def test_an_empty_desk() -> None:
    check(build({}, Settings(title="# <b>Nothing</b>")).pages)


# Nasty words wherever an editor or an article can put them


def nasty(words: str, *, life: str = "published") -> dict[str, str | bytes]:
    """Give a desk that has the words in every field that pages show."""
    text = f"Acme sold chips. Beta bought chips. {words} Gamma denies it. It is said {words} again. Raymond left."
    plain = re.sub(r"[\[\]|\n]", "", words)  # inside a link
    voice = re.sub(r"[>()\n]", "", words)
    return {
        "seeds/a.txt": source(
            text, title=words, label=words, author=words, note=words, address=f"https://x.example/{quote(words, safe='')}", lang=words,
            publisher="post", captured="2026", inferred={"published": words}, outside={"author": words},
            rights="own", status="corrected", status_note=words, misprints={"Raymond": f"{words} x"},
            cites={"post": "Gamma denies it"}, means={"Raymond": "post"},
        ),
        "seeds/z.txt": source(words, title=None, published=None, publisher=None),
        "briefings/2026-01-24-b.yml": yaml(
            title=words,
            sources=["a", "z"],
            summary=f"{words} [@x].\n\n- {words} [@y; @z]. And {words}\n- - {words}\n\n[[acme|{plain}]] [[!{plain}]] [@x].\n{words}",
            storylines=["s"],
            status=life,
            updated="2026",
            withdrawn=words,
            note=words,
            formerly=["old"],
            corrections=[{"date": "2026", "text": words}],
            claims={
                "x": {
                    "text": words, "quote": "Acme sold chips", "said_by": [f"{voice} man > acme", f"acme ({voice})"],
                    "date": "2025", "why": f"{words} (5, then 7)", "note": words, "source": "a",
                    "state": {"rule": "issued"}, "role": {"ann": f"{words} of acme"},
                    "value": {"rule": {words: ["acme", 5]}, "acme": {words: 7}},
                },
                "y": {"text": f"{words}.", "quote": f"said {words} again", "printed": words, "source": "a", "date": "2027", "at": "x"},
                "n": {"denies": "x", "quote": "Gamma denies it", "source": "a", "said_by": "acme"},
            },
            disagreements=[{"id": "d", "about": words, "class": "scope", "between": ["x", "y"], "note": words}],
            questions=[{"id": "q", "text": words, "on": "y"}, {"id": "r", "text": words, "answer": f"{words} [@x]."}],
        ),
        "briefings/storylines.yml": yaml(s={"title": words, "summary": f"{words} [@b#x].", "measures": ["rule"]}),
        "briefings/entities/all.yml": yaml(
            acme={"kind": "company", "name": f"Acme {words}", "aliases": [f"{words} two"], "note": words},
            ann={"kind": "person", "name": f"{words} Ann", "description": words, "outside": {"description": words}},
            post={"kind": "outlet", "name": f"{words} Post", "wikidata": "Q1"},
            rule={"kind": "measure", "name": f"{words} rule", "issuer": "acme", "targets": ["acme"]},
        ),
    }  # fmt: skip


WORDS = [
    "<script>alert(1)</script>", "<b>bold</b>", "<!-- x", "</p><img src=x onerror=y>", "&lt;b&gt; &amp; &copy;", '<a id="c-x"></a>',
    "[x](javascript:alert(1))", "[x][y]", "![x](https://e.example/i.png)", "[^1]", "[^1]: note", "<https://e.example>", "https://e.example/x_y_z",
    "www.e.example me@e.example", "{{ config }}", "{% raw %}", "{: .c #d onclick=e}", '--8<-- "x"', "*[US]: United", "# x #", "x\n===", "- x\n- y",
    "1. x", "> x", "    code", "```x```", "~~~", "| a | b |", "a | b", "| --- |", "\\| \\`", "**x** __y__ *z* _w_ ~~v~~ ==u== ^t^", "`x`", "!!! note",
    "??? x", '=== "x"', ":smile: :material-x:", "$x$ \\(x\\)", "$$x$$", "x  \ny", "C:\\temp\\*.*", "&#35; &#x41;", "他说“可以”。然后走了。", "العربية", "e\u0301 \u200b\u00ad",
    "---", "...", "***", "+", "1)", ": x", "\\", "«x»", "' \" ’", "/*x*/", "%20", "++x++", "@x", "100%", "x:y", "http:", "]", "[", "]]", ")", "(",
]  # fmt: skip


def sound_for_prose(words: str) -> str:
    return re.sub(r"\[\[|\[@", "[", words)


@pytest.mark.parametrize("words", sampled(WORDS, 3))
def test_nasty_words_wherever_they_can_stand(words: str) -> None:
    words = f"x{words}x" if not re.search(r"\w", words) else words
    result = made(nasty(words), preview=True)
    assert result.pages, [(p.rule.code, p.place, p.message) for p in result.problems if p.is_error]
    check(result.pages)


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_nasty_words_in_drafts_and_tombstones(life: str) -> None:
    files = nasty("[x](y) <b> *z*", life=life)
    if life == "withdrawn":
        files["briefings/storylines.yml"] = yaml(s={"title": "T", "summary": "T [@a]."})
    result = made(files, preview=True)
    assert result.pages, [(p.rule.code, p.place, p.message) for p in result.problems if p.is_error]
    check(result.pages)


pieces = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(list(" \n#*_`[]()<>{}|!-+.:;&\\~$^=@\"'“”1")), st.text(max_size=5)
)


@pytest.mark.slow
@settings(
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)
@given(words=st.lists(pieces, min_size=1, max_size=5).map("".join))
def test_any_words_wherever_they_can_stand(words: str) -> None:
    words = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", "", sound_for_prose(words))
    files = nasty(f"W{words}w".replace("\r", ""))
    result = made(files, preview=True)
    if (
        result.pages
    ):  # some words are faults where they stand: a quotation mark that is not closed, `>` in a voice
        check(result.pages)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "[x](y)", "a | b", "**x**", "{{ x }}", "&lt;", "1. x"]
)
def test_nasty_words_appear_as_typed(words: str) -> None:
    result = made(nasty(words), preview=True)
    pages: dict[str, Any] = {page.path: page for page in result.pages}
    for path, times in (
        ("briefings/b.md", 12),
        ("sources/a.md", 8),
        ("entities/acme.md", 3),
        ("storylines/s.md", 3),
    ):
        html = shape_of(_COMMONMARK.render(pages[path].body))
        shown = "".join(part for part in html.parts if not part.startswith(("<h1>", "</")))
        assert shown.count(words) >= times, path
