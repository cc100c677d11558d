"""Pictures and filters are only added: what a page says is kept, and its HTML stays whole."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.document.escape import Md
from mkdocs_briefings.pages.enhancement import enhance
from mkdocs_briefings.pages.page import Entry, Figure, Page

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}


class Reading(HTMLParser):
    """Reads HTML strictly: every element is closed, in order, and no block stands in a paragraph."""

    BLOCKS = frozenset({"div", "section", "p", "ul", "ol", "table", "blockquote", "h2", "h3", "form"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.sections: list[tuple[dict[str, str], str]] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == [], "left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = {name: value or "" for name, value in attrs}
        if "id" in given_:
            self.ids.append(given_["id"])
        if tag in self.BLOCKS:
            assert not any(name == "p" for name, _ in self.open), f"{tag} in a paragraph"
        if tag not in VOID:
            self.open.append((tag, given_))
        if tag == "section":
            assert sum(name == "section" for name, _ in self.open) == 1, "a section in a section"
            self.sections.append((given_, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        name, _ = self.open.pop()
        assert name == tag, f"</{tag}> closes {name}"

    def handle_data(self, data: str) -> None:
        self.words += data
        if any(name == "section" for name, _ in self.open):
            given_, words = self.sections[-1]
            self.sections[-1] = (given_, words + data)


def page(*, figures: tuple[Figure, ...] = (), entries: tuple[Entry, ...] = ()) -> Page:
    return Page("timeline.md", "timeline", "Timeline", Md(""), figures=figures, entries=entries)


def render(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "toc"])


def address(path: str) -> str:
    return "../" + path.removesuffix(".md") + "/"


def said(html: str) -> list[str]:
    return Reading(html).words.split()


TIMELINE = """\
# Timeline

<a id="f-filter"></a>Every dated claim.

## 2026

**1 January** · <a id="e-b.one"></a>It closed.

Report · [Wire](wire.md)

> It closed & went.
>
> Then more.

— Source

**2 January** · <a id="e-b.two"></a>It opened.

| a | b |
| --- | --- |
| c | d |

## 2025

**1 May** · <a id="e-b.three"></a>It was.

- one
- two
"""
ENTRIES = tuple(
    Entry(f"e-b.{name}", (("kind", (kind,)), ("storyline", lines), ("entity", ())))
    for name, kind, lines in (("one", "report", ("x", "y")), ("two", "denial", ()), ("three", 'a"<b', ("x",)))
)
FORM = Figure(
    "f-filter", '<form class="b-filter" hidden><a href="md:entities/wire.md#c-a">The Wire</a></form>'
)


def test_each_entry_is_wrapped_from_its_anchor_to_the_next_or_a_heading() -> None:
    html = enhance(render(TIMELINE), page(entries=ENTRIES), address)
    found = [(given_, words.split()) for given_, words in Reading(html).sections]
    assert found == [
        (
            {"class": "b-entry", "data-kind": "report", "data-storyline": "x y"},
            [
                "1",
                "January",
                "·",
                "It",
                "closed.",
                "Report",
                "·",
                "Wire",
                "It",
                "closed",
                "&",
                "went.",
                "Then",
                "more.",
                "—",
                "Source",
            ],
        ),
        (
            {"class": "b-entry", "data-kind": "denial"},
            ["2", "January", "·", "It", "opened.", "a", "b", "c", "d"],
        ),
        (
            {"class": "b-entry", "data-kind": 'a"<b', "data-storyline": "x"},
            ["1", "May", "·", "It", "was.", "one", "two"],
        ),
    ]


def test_a_figure_stands_at_its_anchor_and_its_links_are_resolved() -> None:
    html = enhance(render(TIMELINE), page(figures=(FORM,)), address)
    before, _, after = html.partition("<form")
    assert before.rstrip().endswith('<p><a id="f-filter"></a></p>')
    assert after.partition("</form>")[2].lstrip().startswith("<p>Every dated claim.")
    assert 'href="../entities/wire/#c-a"' in html
    assert "md:" not in html
    assert said(html) == ["Timeline", "The", "Wire", *said(render(TIMELINE))[1:]]


def test_a_figure_at_the_end_of_a_paragraph_leaves_no_empty_one() -> None:
    html = enhance(render('Words.\n\n<a id="f-filter"></a>'), page(figures=(FORM,)), address)
    assert "<p></p>" not in html
    assert said(html) == ["Words.", "The", "Wire"]


def test_no_figure_without_its_anchor() -> None:
    plain = render("# Nothing here\n\nNo anchor.")
    assert enhance(plain, page(figures=(FORM,)), address) == plain


def test_an_entry_without_its_anchor_wraps_nothing() -> None:
    plain = render("# Nothing here\n\nNo anchor.")
    assert enhance(plain, page(entries=ENTRIES), address) == plain


def test_a_page_without_either_is_left_alone() -> None:
    plain = render(TIMELINE)
    shown = enhance(plain, page(), address)
    assert Reading(shown).words == Reading(plain).words
    assert "<section" not in shown


def test_states_and_kinds_get_their_hue_beside_sign_and_word() -> None:
    shown = enhance(
        "<td><strong>■ in force</strong></td><p>Denial · the firm</p><p>Denial of it</p>", page(), address
    )
    assert '<strong class="b-state s-in-force">■ in force</strong>' in shown
    assert '<p><b class="b-kind k-denial">Denial</b> · the firm</p><p>Denial of it</p>' in shown


def test_quotations_of_foreign_sources_tell_their_language() -> None:
    text = '<blockquote>\n<p>Ja.</p>\n</blockquote>\n<p>— <a href="de.md#p-1-2">Blatt</a></p>\n<blockquote>\n<p>Yes.</p>\n</blockquote>\n<p>— <a href="en.md">Sheet</a></p>'
    shown = enhance(text, replace(page(), foreign=(("de.md", "de", "Blatt"),)), lambda path: path)
    assert shown.count('<blockquote lang="de">\n<p>Ja.') == 1
    assert "<blockquote>\n<p>Yes." in shown
    assert '<a href="de.md#p-1-2">' in shown, "what leads into a source is in our words"


def test_how_a_date_was_found_is_folded_and_no_words_of_a_source_are() -> None:
    quoted = "<blockquote>\n<p>The date, computed: is a word of theirs.</p>\n</blockquote>"
    ours = "<p>The date, computed: “last week”.</p>\n<p>The date, by the editor: So.</p>\n<p>Editor’s note: No.</p>"
    shown = enhance(f"{quoted}\n{ours}", replace(page(), kind="timeline"), lambda path: path)
    assert quoted in shown
    folded = shown.partition("</summary>")[2].partition("</details>")[0]
    assert folded.count("<p>") == 2
    assert "Editor’s note" not in folded
    assert "<details" not in enhance(ours, replace(page(), kind="source"), lambda path: path)


def test_titles_in_another_language_say_so_and_our_words_for_them_do_not() -> None:
    text = '<h1>Blatt &amp; Zeit</h1>\n<p><a href="de.md">Blatt &amp; Zeit</a>, <a href="de.md">a German paper</a></p>'
    foreign = (("de.md", "de", "Blatt & Zeit"),)
    shown = enhance(text, replace(page(), foreign=foreign), lambda path: path)
    assert '<a lang="de" href="de.md">Blatt &amp; Zeit</a>' in shown
    assert '<a href="de.md">a German paper</a>' in shown
    assert "<h1>" in shown
    assert '<h1 lang="de">' in enhance(
        text, replace(page(), path="de.md", foreign=foreign), lambda path: path
    )


def test_an_address_is_escaped() -> None:
    html = enhance(render(TIMELINE), page(figures=(FORM,)), lambda _: 'x"y&z/')
    assert 'href="x&quot;y&amp;z/#c-a"' in html


WORDS = st.text(st.sampled_from("ab &<>|*_.1\u00e9\u201c"), min_size=1, max_size=12).map(
    lambda text: " ".join(escape(text).replace("|", "").split()) or "x"
)
BLOCKS = st.sampled_from(["{}", "> {}", "- {}", "1. {}", "## {}", "> - {}", "| {} |\n| --- |\n| c |", "---"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(BLOCKS, WORDS, st.sampled_from(["", "entry", "figure"])), min_size=1, max_size=10))
def test_it_only_adds(blocks: list[tuple[str, str, str]]) -> None:
    """Whatever a page is made of, its words stay in order, and what is added is well-formed."""
    text, entries, figures = [], [], []
    for n, (block, words, what) in enumerate(blocks):
        if what == "entry":
            entries.append(Entry(f"e-{n}", (("kind", ("report",)),)))
            text.append(f'**now** · <a id="e-{n}"></a>{words}')
        elif what == "figure":
            figures.append(
                Figure(f"f-{n}", f'<div class="b-board" id="figure-{n}"><a href="md:a.md"></a></div>')
            )
            text.append(f'<a id="f-{n}"></a>{words}')
        text.append(block.format(words))
    plain = render("\n\n".join(text))
    html = enhance(plain, page(figures=tuple(figures), entries=tuple(entries)), address)
    reading = Reading(html)
    assert reading.words.split() == said(plain)
    assert len(reading.sections) == len(entries)
    assert [id_ for id_ in reading.ids if id_.startswith("figure-")] == [
        f"figure-{f.anchor[2:]}" for f in figures
    ]


@pytest.mark.parametrize("count", [0, 1, 300])
def test_every_entry_has_its_section(count: int) -> None:
    text = "\n\n".join(f'<a id="e-{n}"></a>Entry {n}' for n in range(count))
    entries = tuple(Entry(f"e-{n}", (("kind", ("report",)),)) for n in range(count))
    reading = Reading(enhance(render(text), page(entries=entries), address))
    assert [words.split() for _, words in reading.sections] == [["Entry", str(n)] for n in range(count)]


def test_each_quotation_is_in_the_language_of_its_own_source() -> None:
    text = "".join(f"> {name}\n\n— [Source](../{name}/#p-0-1)\n\n" for name in ("one", "two", "one", "three"))
    foreign = (("one.md", "zh", ""), ("three.md", "de", ""), ("unquoted.md", "fr", ""))
    html = enhance(render(text), replace(page(), foreign=foreign), address)
    said_in = [given_.get("lang", "") for given_ in blockquotes(html)]
    assert said_in == ["zh", "", "zh", "de"]


def blockquotes(html: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    class Quotations(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "blockquote":
                found.append({name: value or "" for name, value in attrs})

    Quotations().feed(html)
    return found


def test_the_sign_of_a_heading_leads_to_its_lasting_anchor() -> None:
    text = '## <a id="d-when"></a>When it *opens*\n\nText\n\n## Other\n'
    html = markdown.markdown(text, extensions=["toc"], extension_configs={"toc": {"permalink": True}})
    shown = enhance(html, Page("a.md", "briefing", "A", Md(text)), str)
    assert '<a class="headerlink" href="#d-when"' in shown
    assert '<a class="headerlink" href="#other"' in shown
    assert 'href="#when-it-opens"' not in shown
