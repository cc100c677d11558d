"""Names are found where a reader sees them, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.model.names import find, gather
from mkdocs_briefings.text.prepared import normalise, prepare

FULL = {
    "wsj": ["Wall Street Journal", "WSJ"],
    "marlow": ["Liz Marlow"],
    "us": ["US", "U.S.", "United States"],
    "us-commerce": ["US Commerce Department", "Commerce Department"],
    "ma": ["Ma"],
    "jack-ma": ["Jack Ma"],
    "china": ["China"],
    "china-daily": ["China Daily"],
    "daily-post": ["Daily Post"],
    "rule": ["connected-vehicle rule"],
    "tideco": ["Tideco", "华为"],
    "us-zh": ["美国商务部"],
    "beijing": ["Beijing", "北京"],
    "node": ["Node"],
    "nestle": ["Nestlé"],
    "obrien": ["O'Brien"],
    "seoul": ["서울"],
}
SHORT = {"wsj": "the Journal", "marlow": "Marlow", "us-commerce": "Commerce"}
NAMES = gather(FULL, SHORT)


def marked(text: str, seen: frozenset[str] = frozenset()) -> str:
    """The text with `<entity words>` for each mention."""
    made, end = "", 0
    for m in find(NAMES, prepare(text), seen):
        assert m.words == text[m.start : m.end]
        made += f"{text[end : m.start]}<{m.entity} {m.words}>"
        end = m.end
    return made + text[end:]


@pytest.mark.parametrize(
    "expected",
    [
        # The longest match, from the left.
        "the <us-commerce US Commerce Department> of the <us US>",
        "<china-daily China Daily> Post",
        "<china-daily China Daily>-Post, <china China> daily",
        "<jack-ma Jack Ma> met <ma Ma>",
        # Whole words: case, letters of any script, marks.
        "us Us MATE Mate Maoist Mañana Chinas PreChina ChinaX",
        "WSJs xWSJ WSJ1 WSJ_ <wsj WSJ>",
        "Chine\u0301 China\u0301 Ma\u0308",
        "Node.js and <node Node>.",
        "<obrien O'Brien>'s",
        "<obrien O’Brien> of <nestle Nestlé> and <nestle Nestle\u0301>",
        # Possessives, quotes, punctuation.
        "<china China>'s <china China>’s ‘<china China>’ “<china China>”, (<china China>) <china China>. <china China>",
        "<china China>’s",
        "<us U.S.> firms, the <us U.S.>-led, <us U.S.>'s",
        "<us US>, <us US>; <us US>!",
        "it spoke.<china China> did",
        # Beside hyphens and slashes.
        "<beijing Beijing>-based, <us US>–<china China>, <us US>-<china China>, <us US>/<china China>, pro-<china China>",
        # White space of any kind inside a name.
        "<wsj Wall Street Journal> <wsj Wall Street\nJournal> <wsj Wall\u00a0Street\r\n  Journal> <wsj Wa\u00adll Street Journal>",
        # A small letter at the start is also found as a capital one.
        "<rule Connected-vehicle rule> and <rule connected-vehicle rule>, not Connected-Vehicle Rule or connected-vehicle rules",
        # Scripts without spaces; Korean has spaces.
        "<tideco 华为>和<us-zh 美国商务部>在<beijing 北京>",
        "向<tideco Tideco>出口",
        "<seoul 서울> 서울에서",
        # Short forms only after the full name, in this text or before it.
        "Marlow, <marlow Liz Marlow>, <marlow Marlow>'s and the Journal",
        "the Journal; The Journal; <wsj WSJ>; <wsj the Journal>; <wsj The Journal>",
        "Commerce; <us-commerce Commerce Department>; <us-commerce Commerce>",
    ],
)  # fmt: skip
def test_mentions(expected: str) -> None:
    plain = re.sub(r"<[\w-]+ ([^>]*)>", r"\1", expected)
    assert marked(plain) == expected


def test_short_forms_of_what_the_document_has_named() -> None:
    assert marked("Marlow of Commerce", frozenset({"marlow"})) == "<marlow Marlow> of Commerce"


def test_a_short_form_that_does_not_count_hides_nothing() -> None:
    names = gather({"x": ["Bureau X"], "y": ["Bureau"]}, {"x": "Bureau of Y"})
    assert [m.entity for m in find(names, prepare("the Bureau of Y"))] == ["y"]


def test_no_names_and_no_words() -> None:
    assert find(gather({}, {}), prepare("China")) == []
    assert find(gather({"x": ["\u200b", " "]}, {"x": "\u00ad"}), prepare("China")) == []
    assert find(NAMES, prepare("")) == []


pieces = st.sampled_from(
    [n for names in FULL.values() for n in names]
    + list(SHORT.values())
    + [" ", "\n", "-", "'s", "’s", ".", ", ", "x", "中", "\u0301", "\u200b", "  ", "…", "\ufeff", "é"]
)


@given(text=st.lists(pieces, max_size=12).map("".join), seen=st.frozensets(st.sampled_from(list(FULL))))
def test_mentions_are_in_order_apart_and_names(text: str, seen: frozenset[str]) -> None:
    end = 0
    named = set(seen)
    for m in find(NAMES, prepare(text), seen):
        assert end <= m.start < m.end <= len(text)
        end = m.end
        words = normalise(m.words)
        assert m.words == text[m.start : m.end]
        full = [normalise(name) for name in FULL[m.entity]]
        if words in full or words[0].lower() + words[1:] in full:
            named.add(m.entity)
        else:
            assert words.lower() == SHORT[m.entity].lower()
            assert m.entity in named


@given(text=st.text(max_size=40))
def test_any_text_can_be_searched(text: str) -> None:
    for m in find(NAMES, prepare(text)):
        assert m.entity in FULL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("à l'US et d’US", "à l'<us US> et d’<us US>"),
        ("Il dit qu'US et lorsqu'US viennent.", "Il dit qu'<us US> et lorsqu'<us US> viennent."),
        ("L'US vient. L’US va.", "L'<us US> vient. L’<us US> va."),
        ("« L'US vient »", "« L'<us US> vient »"),
        ("dell'US, nell'US", "dell'<us US>, nell'<us US>"),
        ("Tom D'Marlow, O'Marlow, Sean L'US", "Tom D'Marlow, O'Marlow, Sean L'US"),
        ("vol'US, aujourd'US", "vol'US, aujourd'US"),
    ],
)
def test_an_article_may_be_written_into_a_name(text: str, told: str) -> None:
    assert marked(text) == told
