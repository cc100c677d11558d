from __future__ import annotations

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.intake.page_text import make_readable

FILLER = "<p>" + "The port is quiet today, and nobody knows why. " * 10 + "</p>"


def text_of(body: str) -> tuple[str, tuple[str, ...]]:
    """Give the words of a page's body after the change, each run of white space as one, and the remarks."""
    tree = trafilatura.load_html(
        f"<html><body><article><div id='x'>{body}</div>{FILLER}</article></body></html>"
    )
    assert tree is not None
    remarks = make_readable(tree)
    return " ".join(tree.get_element_by_id("x").text_content().split()), remarks


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Opens on <del>1 May</del> <ins>1 June</ins>.</p>", "Opens on 1 June."),
        ("<p>Costs <s>30</s> <strike>35</strike> 40 million.</p>", "Costs 40 million."),
        ("<p>Seen.</p><p hidden>Not seen.</p><p style='color:red; DISPLAY : none'>Nor this.</p>", "Seen."),
        ("<p hidden=until-found>Found by a search.</p>", "Found by a search."),
        ("<p style='display: block'>Seen.</p>", "Seen."),
        ("<p>10<sup>6</sup> tonnes, 10<sup>−3</sup> g</p>", "10^6 tonnes, 10^−3 g"),
        ("<p>5 km<sup>2</sup> and 3 m<sup>3</sup></p>", "5 km^2 and 3 m^3"),
        ("<p>came late<sup><a href='#n'>12</a></sup> and</p>", "came late [12] and"),
        ("<p>came late<a href='#n'><sup>12</sup></a> and</p>", "came late [12] and"),
        ("<p>in 2024<sup><a href='#n'>3</a></sup> it</p>", "in 2024 [3] it"),
        ("<p>late<sup>[12]</sup>, late<sup>*</sup></p>", "late [12], late [*]"),
        ("<p>the 21<sup>st</sup> of the 1<sup>er</sup></p>", "the 21st of the 1er"),
        ("<p>Acme<sup>TM</sup></p>", "AcmeTM"),
        ("<p>H<sub>2</sub>O and CO<sub>2</sub></p>", "H2O and CO2"),
        ("<p>西<ruby>港<rt>にし</rt></ruby>の<rp>(</rp>町</p>", "西港の町"),
        ("<p>It said <q>we wait</q> on <time>2 April</time>.</p>", "It said “we wait” on 2 April."),
        ("<p>a<del>b</del>c</p>", "ac"),
        ("<p>The <output>six</output> ships</p>", "The six ships"),
    ],
)
def test_words_are_those_that_readers_see(body: str, text: str) -> None:
    assert text_of(body)[0] == text


def test_what_is_left_out_is_counted() -> None:
    assert text_of("<p>Opens <del>in May</del> in June.</p><p hidden>No</p>")[1] == (
        "left out: 2 struck-out words",
        "left out: 1 hidden word",
    )
    assert text_of("<p>Opens in June.</p>")[1] == ()


def extracted(body: str) -> str:
    tree = trafilatura.load_html(f"<html><body><article>{FILLER}{body}{FILLER}</article></body></html>")
    make_readable(tree)
    return str(trafilatura.extract(tree, include_comments=False))


def test_a_paragraph_in_a_cell_does_not_drop_the_figures_of_a_page() -> None:
    text = extracted(
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td><p>2024</p></td><td>12</td></tr></table>"
        "<table><tr><th>Month</th><th>Boats</th></tr><tr><td>May</td><td>7</td></tr></table>"
    )
    for row in ("| Year | Ships |", "| 2024 | 12 |", "| May | 7 |"):
        assert row in text


@pytest.mark.parametrize(
    "note",
    [
        "<aside><p>Correction, 5 March: an earlier version said May.</p></aside>",
        "<footer>Editor’s note: an earlier version said May.</footer>",
        "<aside><h4>Berichtigung</h4><p>Zuerst hieß es an earlier version said May.</p></aside>",
    ],
)
def test_a_correction_is_part_of_the_article_wherever_the_page_has_it(note: str) -> None:
    assert "an earlier version said May." in extracted(note)


def test_other_asides_are_not() -> None:
    assert "Boats for sale" not in extracted("<aside><p>Boats for sale, cheap as never before.</p></aside>")


def test_a_table_that_lays_out_a_page_is_text() -> None:
    story = "The council met for the third time and put the vote off until the steel has come. " * 4
    for table in (
        f"<table><tr><td><p>{story}</p></td><td><p>Menu</p></td></tr></table>",
        f"<table role=presentation><tr><td>{story}</td><td>x</td></tr></table>",
        f"<table><tr><td>{story}</td></tr></table>",
    ):
        text = extracted(table)
        assert story.strip() in text
        assert "|" not in text


@given(st.lists(st.sampled_from(
    ["<del>", "</del>", "<sup>", "</sup>", "<table>", "<tr>", "<td>", "</table>", "<p hidden>", "</p>", "<q>", "</q>", "<ruby>", "<rt>",
     "<a>", "10", "word", "<!-- c -->", "<?x?>", "<ins>", "</ins>", "<h1>"]), max_size=25))  # fmt: skip
def test_no_page_breaks_it(parts: list[str]) -> None:
    tree = trafilatura.load_html(f"<html><body>{FILLER}{''.join(parts)}</body></html>")
    make_readable(tree)


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote><p>The toll is unfair.</p><footer>— <cite>Jo Park, pilot</cite></footer></blockquote>",
        "<blockquote>The toll is unfair.<footer><p>— Jo Park, pilot</p></footer></blockquote>",
        "<figure><blockquote><p>The toll is unfair.</p></blockquote><figcaption>— <cite>Jo Park, pilot</cite></figcaption></figure>",
        "<blockquote><p>The toll is unfair.</p><p>— <cite>Jo Park, pilot</cite></p></blockquote>",
    ],
)
def test_who_is_quoted_in_a_block_stays_with_the_words(body: str) -> None:
    assert "The toll is unfair.\n— Jo Park, pilot\n" in extracted(body)


def test_a_picture_and_the_foot_of_a_page_are_no_quotations() -> None:
    text = extracted(
        "<figure><img src='x.png'><figcaption>The quay</figcaption></figure><footer>About us</footer>"
    )
    assert "About us" not in text
