"""The HTML of readers: notes beside sentences, previews, entries, labels, languages, ids; well-formed whatever it holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.document import html
from mkdocs_briefings.document import markdown as markdown_writer
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citation,
    Citations,
    Code,
    Columns,
    Entry,
    Figure,
    Fold,
    Heading,
    Kind,
    Line,
    PageAnchor,
    PageLink,
    Para,
    Quotation,
    Remark,
    Row,
    State,
    Strong,
    Table,
    Term,
    Told,
    Verbatim,
    WebLink,
)
from mkdocs_briefings.document.words import lines
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model.addresses import Target, md_link

from tests.sampling import examples

if TYPE_CHECKING:
    from mkdocs_briefings.document.nodes import Block, Inline, Pen

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
LEFT, STAYED, FAR = Target("b.md", "c-left"), Target("b.md", "c-stayed"), Target("far.md", "c-far")
WSJ = Target("entities/wsj.md")
CARDS = {
    LEFT: (Line("b-who", (Kind("report", "Report"), " the Journal")), Line("b-words", "“they left”", "en")),
    STAYED: (Line("b-who", "the Journal"), Line("b-words", "“they stayed”")),
    FAR: (Line("b-who", "the Journal"),),
    WSJ: (Line("", "outlet"),),
}


def draw(data: object, pen: Pen) -> str:
    return f'<form class="b-filter"><a href="{pen.lead(LEFT)}">{data}</a></form>'


def draw_marks(data: object, pen: Pen) -> str:
    return f'<ul><li><a class="b-dot" href="{pen.mark(LEFT, str(data))}"></a></li></ul>'


def site(headings: html.Headings = html.Headings()) -> html.HtmlSite:  # noqa: B008, frozen
    drawings = {"form": draw, "marks": draw_marks}
    return html.HtmlSite(
        lambda _, path: md_link("x.md", path), lambda to, _: CARDS.get(to, ()), drawings, messages, headings
    )


def written(
    *blocks: Block,
    path: str = "b.md",
    lang: str = "en",
    headings: html.Headings = html.Headings(),  # noqa: B008, frozen
    prints_passages: bool = False,
) -> html.HtmlPage:
    return html.written(blocks, site(headings), path, "", lang, prints_passages=prints_passages)


def cites(*numbers: tuple[int | str, Target]) -> Citations:
    return Citations(tuple(Citation(number, to) for number, to in numbers))


def told(kind: str = "report", *, is_home: bool = False, words: Inline = "They left.") -> Told:
    return Told(
        kind=Kind(kind, kind.capitalize()),
        voices="the Journal",
        words=words,
        anchors=("c-left", "c-gone"),
        facts=("1 origin",),
        quotations=(Quotation(("they left",), "de", "— source"),),
        remarks=("Denied by the firm.",),
        proof=("The date, computed: “last week”.", "The date, by the editor: So."),
        notes=("Editor’s note: No.",),
        facets=(("kind", (kind,)), ("storyline", ("x", "y")), ("entity", ())),
        is_home=is_home,
    )


class Reading(HTMLParser):
    """Reads HTML strictly: every element is closed, in order, and no block stands in a paragraph."""

    BLOCKS = frozenset({"div", "section", "p", "ul", "ol", "table", "blockquote", "h2", "h3", "form"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()
        assert self.open == [], "left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in self.BLOCKS:
            assert "p" not in self.open, f"{tag} in a paragraph"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [given_ for name, given_ in self.tags if name == tag]


# Notes and previews


def test_a_note_stands_behind_the_paragraph_that_cites() -> None:
    shown = written(Para(("They left", cites((1, LEFT)), ".")), Para("Nothing.")).html
    assert re.fullmatch(
        r"<p>They left<span class=\"b-cites\"> \[<a class=\"b-cite\" href=\"#c-left\">1</a>\]</span>\.</p>\n"
        r"<details class=\"b-evidence\"><summary>1 passage behind this</summary><ol>.*they left.*</ol></details>\n"
        r"<p>Nothing\.</p>",
        shown,
    )


def test_every_block_has_all_of_its_notes() -> None:
    items = (("They left", cites((1, LEFT), (2, STAYED))), ("Again", cites((1, LEFT))))
    shown = written(Bullets(items)).html
    first, second = re.findall(r"<details.*?</details>", shown)
    assert "2 passages behind this" in first
    assert second.count("<li") == 1
    assert shown.count("</li>\n<li>Again") == 1  # the notes stand inside the item


def test_the_number_of_a_note_leads_to_its_claim() -> None:
    shown = written(Para(cites((7, LEFT)))).html
    number = '<p class="b-who"><a class="b-number" href="#c-left" aria-label="claim 7">7</a> '
    assert f'<li class="b-note" data-for="#c-left">{number}' in shown


def test_a_correction_has_notes_a_table_has_previews() -> None:
    assert "b-evidence" in written(Remark("Corrected.", cites((1, LEFT)))).html
    shown = written(Table(("Claim",), (Row((cites((1, LEFT)),)),)), Para("Next.")).html
    assert "b-evidence" not in shown
    assert '<div data-for="#c-left">' in shown


def test_links_without_a_note_have_a_preview_and_only_those_that_are_linked() -> None:
    shown = written(Para(("The ", PageLink(WSJ, "Journal"), "."))).html
    preview = '<div data-for="entities/wsj.md"><p>outlet</p></div>'
    assert shown.endswith(f'<template id="b-previews">{preview}</template>')
    assert "they left" not in shown


def test_a_mark_of_a_corrected_article_stays() -> None:
    marks = Citations((Citation(1, LEFT, " (article corrected)"), Citation(2, STAYED)))
    shown = written(Para(("They left", marks, "."))).html
    assert '<a class="b-cite" href="#c-left">1</a> (article corrected), <a class="b-cite"' in shown


def test_a_citation_by_a_word_has_no_note() -> None:
    shown = written(Para(("They left", cites(("claim", LEFT))))).html
    assert '[<a href="#c-left">claim</a>]' in shown
    assert "b-cites" not in shown
    assert "b-evidence" not in shown


def test_notes_are_there_however_many_links_a_page_has() -> None:
    """Past the limit of previews the notes of cited claims once went with them."""
    many = [PageLink(Target(f"entities/e{n}.md"), "x") for n in range(html.MOST + 5)]
    cards = dict.fromkeys((link.to for link in many), CARDS[WSJ]) | CARDS
    shared = html.HtmlSite(lambda _, path: path, lambda to, _: cards.get(to, ()), {}, messages)
    shown = html.written([Para(tuple(many)), Para(("Left", cites((1, FAR))))], shared, "b.md", "", "en").html
    assert shown.count("b-note") == 1
    assert shown.count("<div data-for=") == html.MOST


def test_own_claims_have_previews_beyond_the_limit() -> None:
    many = [PageLink(Target(f"entities/e{n}.md"), "x") for n in range(html.MOST + 5)]
    shared = html.HtmlSite(lambda _, path: path, lambda *_: CARDS[WSJ], {}, messages)
    shown = html.written([Para((*many, PageLink(LEFT, "left")))], shared, "b.md", "", "en").html
    assert '<div data-for="#c-left">' in shown


def test_a_page_that_prints_passages_has_previews_for_marks_alone() -> None:
    link = Para((PageLink(LEFT, "left"), PageLink(WSJ, "the Journal")))
    assert "they left" not in written(link, prints_passages=True).html
    marks = written(link, Figure("f-x", "marks", "2 March: They left."), prints_passages=True).html
    assert '<div data-for="#c-left"><p class="b-mark-of">2 March: They left.</p>' in marks


def test_a_mark_tells_what_it_stands_for_even_where_a_note_stands() -> None:
    shown = written(Para(cites((1, LEFT))), Figure("f-x", "marks", "2 March <b>")).html
    assert '<p class="b-mark-of">2 March &lt;b&gt;</p>' in shown.partition("<template")[2]
    assert "b-mark-of" not in shown.partition("<template")[0]


def test_the_links_of_a_page_are_recorded_without_those_of_its_previews() -> None:
    made = written(Para((PageLink(WSJ, "x"), PageLink(LEFT, "y"), PageLink(Target("b.md"), "itself"))))
    assert made.links == (WSJ, LEFT)


def test_a_preview_is_the_same_on_every_page_of_a_folder() -> None:
    lead = (Line("b-more", PageLink(Target("b.md"), "In 2 sentences")),)
    shared = html.HtmlSite(lambda _, path: f"../{path}", lambda *_: lead, {}, messages)
    own = html.written([Para(PageLink(Target("b.md", "c-x"), "x"))], shared, "b.md", "", "en").html
    other = html.written([Para(PageLink(Target("b.md", "c-x"), "x"))], shared, "c.md", "", "en").html
    for shown in (own, other):
        assert '<p class="b-more"><a href="../b.md">In 2 sentences</a></p>' in shown


# Entries, figures, tables


def test_a_claim_is_an_entry_with_what_filters_choose_by() -> None:
    shown = written(told(is_home=True)).html
    (section,) = Reading(shown).all("section")
    assert section == {"class": "b-entry", "data-kind": "report", "data-storyline": "x y"}
    link = '<a class="b-permalink" href="#c-left" title="Permanent link to this claim">Link</a>'
    assert f'<p><a id="c-left"></a>{link}<a id="c-gone"></a>They left.</p>' in shown
    assert '<p><b class="b-kind k-report">Report</b> · the Journal · 1 origin</p>' in shown
    assert "b-permalink" not in written(told()).html


def test_how_a_date_was_found_is_folded_and_no_words_of_a_source_are() -> None:
    shown = written(told()).html
    folded = shown.partition("</summary>")[2].partition("</details>")[0]
    assert folded.count("<p>") == 2
    assert "they left" not in folded
    assert "Editor’s note" not in folded


def test_blocks_that_belong_together_are_one_section() -> None:
    blocks = (Heading(2, "When it opens", "d-when"), Para("Text"))
    shown = written(Entry(blocks, (("kind", ('a"<b',)),)), Para("After")).html
    section, _, after = shown.partition("</section>")
    assert section.startswith('<section class="b-entry" data-kind="a&quot;&lt;b">')
    assert "Text" in section
    assert after.strip() == "<p>After</p>"


def test_a_figure_stands_at_its_anchor_and_its_links_are_ours() -> None:
    made = written(Figure("f-filter", "form", "All"))
    assert made.html.startswith(
        '<p><a id="f-filter"></a></p>\n<form class="b-filter"><a href="#c-left">All</a>'
    )
    assert "f-filter" in made.ids
    assert made.links == (LEFT,)


def test_columns_are_groups() -> None:
    shown = written(Columns((("b-newest", (Para("a"),)), ("b-side", (Para("b"), Para("c")))))).html
    assert [one["class"] for one in Reading(shown).all("div")] == ["b-columns", "b-newest", "b-side"]


def test_cells_carry_the_heads_of_their_columns() -> None:
    row = Row(("<a>", PageLink(WSJ, "b")), "e-x", (("kind", ("report",)),))
    shown = written(Table(("What & who", ""), (row,))).html
    reading = Reading(shown)
    assert reading.all("table") == [{"class": "b-table"}]
    assert reading.all("td") == [{"data-label": "What & who"}, {}]
    assert reading.all("tr")[1] == {"class": "b-row", "data-kind": "report"}
    assert '<td data-label="What &amp; who"><a id="e-x"></a>&lt;a&gt;</td>' in shown
    assert written(Table(("A",), ())).html == "<p>None.</p>"


def test_states_and_kinds_have_their_hue_beside_sign_and_word() -> None:
    shown = written(Para((State("in force", "■ in force"), Kind("denial", "Denial")))).html
    assert '<strong class="b-state s-in-force">■ in force</strong>' in shown
    assert '<b class="b-kind k-denial">Denial</b>' in shown


# Languages


def test_each_quotation_is_in_the_language_of_its_own_source() -> None:
    quotations = [Quotation((lang or "none",), lang, "— it") for lang in ("zh", "en", "", "de")]
    shown = Reading(written(*quotations).html)
    assert [given_.get("lang", "") for given_ in shown.all("blockquote")] == ["zh", "", "", "de"]
    german = Reading(written(*quotations, lang="de").html)
    assert [given_.get("lang", "") for given_ in german.all("blockquote")] == ["zh", "en", "", ""]


def test_titles_in_another_language_say_so() -> None:
    blocks = (
        Heading(1, "Blatt", lang="de"),
        Para((PageLink(WSJ, "Blatt", "de"), PageLink(WSJ, "a German paper"))),
    )
    shown = written(*blocks).html
    assert '<h1 lang="de" id="blatt">' in shown
    assert '<a lang="de" href="entities/wsj.md">Blatt</a>' in shown
    assert '<a href="entities/wsj.md">a German paper</a>' in shown
    assert "lang" not in written(*blocks, lang="de").html


# Headings


SIGNS = html.Headings(permalink="¶")


def test_the_sign_of_a_heading_leads_to_its_lasting_anchor() -> None:
    shown = written(Heading(2, "When it opens", "d-when"), Heading(2, "Other"), headings=SIGNS).html
    assert (
        '<h2 id="when-it-opens"><a id="d-when"></a>When it opens<a class="headerlink" href="#d-when"' in shown
    )
    assert '<a class="headerlink" href="#other" title="Permanent link">¶</a>' in shown
    assert "headerlink" not in written(Heading(2, "Other")).html


def test_the_options_of_a_site_are_honoured() -> None:
    own = html.Headings("#", "mark", "Hier", slugify=lambda words, sep: f"{sep}{len(words)}", separator="_",
                        permalink_leading=True, top=2, bottom=3)  # fmt: skip
    made = written(Heading(1, "Title"), Heading(2, "abc"), Heading(4, "d"), headings=own)
    assert '<h2 id="_3"><a class="mark" href="#_3" title="Hier">#</a>abc</h2>' in made.html
    assert [(line.level, line.id) for line in made.contents] == [(2, "_3")]
    assert {"_5", "_3", "_1"} <= made.ids


words = st.text(st.sampled_from("ab &<>|*_.1-\u00e9\u201c中 "), min_size=1, max_size=12)


@settings(max_examples=examples(60))
@given(titles=st.lists(words.filter(str.strip), min_size=1, max_size=6))
def test_headings_have_the_ids_that_python_markdown_gives(titles: list[str]) -> None:
    """Links of hand-written pages and of other sites lead to them."""
    made = written(*(Heading(2, title) for title in titles))
    plain = markdown.Markdown(extensions=["toc"])
    plain.convert("\n\n".join("## " + "".join(f"&#{ord(c)};" for c in title.strip()) for title in titles))
    tokens: list[dict[str, str]] = plain.toc_tokens  # type: ignore[attr-defined]
    assert [line.id for line in made.contents] == [token["id"] for token in tokens]


# Whatever it is made of


texts = st.text(st.sampled_from("ab &<>\"'|*_.1/\u00e9\u201c\n\x00"), max_size=12)
inlines: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(
        texts,
        st.builds(Code, texts),
        st.builds(
            Citations, st.tuples(st.builds(Citation, st.integers(1, 9), st.sampled_from([LEFT, STAYED])))
        ),
        st.builds(PageAnchor, st.sampled_from(["e-x", "e-y"])),
    ),
    lambda inner: st.one_of(
        st.builds(Strong, inner),
        st.builds(PageLink, st.sampled_from([WSJ, LEFT]), texts),
        st.builds(WebLink, st.sampled_from(['https://x.example/?a="b"&c', "javascript:x"]), texts),
        st.tuples(inner, inner),
    ),
    max_leaves=4,
)
blocks_: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        st.builds(Para, inlines),
        st.builds(Heading, st.integers(1, 3), inlines),
        st.builds(Bullets, st.lists(inlines, min_size=1, max_size=3).map(tuple)),
        st.builds(lambda a, b: Table((a, "B"), (Row((b, a)),)), texts, inlines),
        st.builds(Quotation, st.tuples(texts, texts), st.sampled_from(["", "de"]), inlines),
        st.builds(Remark, texts, inlines),
        st.builds(lambda inner: told(words=inner), inlines),
        st.builds(Figure, st.just("f-x"), st.just("form"), st.just("x")),
    ),
    lambda inner: st.one_of(
        st.builds(Entry, st.lists(inner, min_size=1, max_size=2).map(tuple), st.just(())),
        st.builds(lambda one: Columns((("b-side", (one,)),)), inner),
    ),
    max_leaves=4,
)


def test_what_opens_on_demand_is_all_there() -> None:
    fold = Fold("Show 2 more", (Para("a"), Para(PageLink(Target("a.md", "c-x"), "b"))))
    shown = written(fold).html
    assert shown.startswith('<details class="b-fold"><summary>Show 2 more</summary>\n<p>a</p>')
    assert shown.endswith("</details>")
    assert list(lines((fold,))) == ["Show 2 more", "a", "b"]


def test_the_first_use_of_a_term_opens_what_it_means_without_a_script() -> None:
    origin = Term("origin", "1 origin", "Origin: whoever said it first.")
    made = written(Para(("A · ", origin)), Para(("B · ", origin)))
    assert (
        made.html.count('<button type="button" class="b-term" popovertarget="w-origin">1 origin</button>')
        == 1
    )
    assert "<p>B · 1 origin</p>" in made.html
    assert (
        '<div popover class="b-meaning" id="w-origin"><p>Origin: whoever said it first.</p></div>'
        in made.html
    )
    assert "w-origin" in made.ids
    text = markdown_writer.written((Para(origin), Para(origin)), "b.md")
    assert text == "1 origin\n\n1 origin\n\nOrigin: whoever said it first.\n"


TYPED = str.maketrans("“”‘’", "\"\"''")
"""The marks that HTML prints, as they were typed."""


def test_our_words_get_the_marks_of_the_page_and_those_of_others_stay() -> None:
    given_ = (
        Para(('The "rule", ', PageLink(Target("a.md"), "Acme"), "'s own; ", Verbatim('they\'re "sure"'))),
        Quotation(('It\'s "off"',), "en", ""),
        Para(Code('"x"')),
    )
    made = written(*given_).html
    assert 'The “rule”, <a href="a.md">Acme</a>’s own; they\'re "sure"' in made
    assert 'It\'s "off"' in made
    assert '<code>"x"</code>' in made


@settings(max_examples=examples(150))
@given(st.lists(blocks_, max_size=5))
def test_it_is_well_formed_and_says_what_the_words_say(blocks: list[Block]) -> None:
    made = written(*blocks)
    reading = Reading(made.html)
    assert {given_["id"] for _, given_ in reading.tags if "id" in given_} - {"b-previews"} == set(made.ids)
    said = re.sub(r"<details class=\"b-evidence\">.*?</details>|<template.*|<form.*?</form>|<summary>.*?</summary>",
                  "", made.html, flags=re.DOTALL)  # fmt: skip
    heads = [block for block in blocks if not isinstance(block, Figure)]
    assert folded(Reading(said).words) == folded("".join(lines(heads)))


def folded(text: str) -> str:
    return re.sub(r"[\s|·\x00]+", "", text.translate(TYPED))


@pytest.mark.parametrize("address", ['x"y&z/', "a'b"])
def test_an_address_is_escaped(address: str) -> None:
    shared = html.HtmlSite(lambda *_: address, lambda *_: (), {}, messages)
    shown = html.written([Para(PageLink(WSJ, "x"))], shared, "b.md", "", "en").html
    assert Reading(shown).all("a") == [{"href": address}]
