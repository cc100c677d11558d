"""Prose as an editor types it: paragraphs, bullets, sentences, links and citations."""

from __future__ import annotations

import re
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.model.prose import (
    Broken,
    Cite,
    Inline,
    Item,
    Name,
    Plain,
    Sentence,
    Words,
    parse,
    parse_line,
)


def shape(text: str) -> list[tuple[str, list[str]]]:
    return [("-" if block.bullet else "", [s.text for s in block.sentences]) for block in parse(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n\t\n ", []),
        ("One. Two.", [("", ["One.", "Two."])]),
        ("One\ntwo.\nThree.", [("", ["One two.", "Three."])]),
        ("One.\n\nTwo.\n \t\n\n\nThree.", [("", ["One."]), ("", ["Two."]), ("", ["Three."])]),
        ("- One.\n- Two.\n  More.\n* Three\n• Four", [("-", ["One."]), ("-", ["Two.", "More."]), ("-", ["Three"]), ("-", ["Four"])]),
        ("One.\n- Two.\n\nThree.", [("", ["One."]), ("-", ["Two."]), ("", ["Three."])]),
        ("  - One.\n\n  - Two.", [("-", ["One."]), ("-", ["Two."])]),
        ("-5 degrees\n-- x", [("", ["-5 degrees -- x"])]),
        ("It rose to 5.5 percent. Mr. Ross left.", [("", ["It rose to 5.5 percent.", "Mr. Ross left."])]),
    ],
)  # fmt: skip
def test_paragraphs_and_bullets(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a]", [("a", "")]),
        ("[@a; @b;@c]", [("a", ""), ("b", ""), ("c", "")]),
        ("[ @a ]", [("a", "")]),
        ("[@briefing#claim]", [("briefing#claim", "")]),
        ('[@src "exact words"]', [("src", "exact words")]),
        ("[@src “exact words”]", [("src", "exact words")]),
        ('[@src "one"; @b; @src “two”]', [("src", "one"), ("b", ""), ("src", "two")]),
        ('[@src "with […] a gap"]', [("src", "with […] a gap")]),
        ('[@src "a; b. C [d] @e"]', [("src", "a; b. C [d] @e")]),
        ('[@src “he said "no". Then [sic]; left”]', [("src", 'he said "no". Then [sic]; left')]),
        ('[@src "the “so-called” rule"]', [("src", "the “so-called” rule")]),
        ('[@src ""]', [("src", "")]),
        ("[@été.2_x-y]", [("été.2_x-y", "")]),
        ("[@中文 “引文。”]", [("中文", "引文。")]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[tuple[str, str]]) -> None:
    line = parse_line(f"She left {text}.")
    assert [(item.ref, item.quote) for item in line.cites] == expected
    assert line.text == "She left."
    (block,) = parse(f"She left {text}. He stayed [@z].")
    assert [[item.ref for item in s.cites] for s in block.sentences] == [[r for r, _ in expected], ["z"]]
    assert [s.text for s in block.sentences] == ["She left.", "He stayed."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[wsj]]", Name("wsj", "", explicit=True)),
        ("[[wsj|the paper]]", Name("wsj", "the paper", explicit=True)),
        ("[[ wsj | the paper ]]", Name("wsj", "the paper", explicit=True)),
        ("[[wsj|a|b]]", Name("wsj", "a|b", explicit=True)),
        ("[[!Ma]]", Plain("Ma", own=True)),
        ("[[!a|b]]", Plain("a|b", own=True)),
        ("[[|x]]", Broken("[[|x]]")),
        ("[[wsj|]]", Broken("[[wsj|]]")),
        ("[[ ]]", Broken("[[ ]]")),
        ('"Ma said"', Plain('"Ma said"')),
        ("“Ma said”", Plain("“Ma said”")),
    ],
)
def test_links_and_quotation_marks(text: str, expected: Inline) -> None:
    assert parse_line(f"x {text} y").inlines == (Words("x "), expected, Words(" y"))


@pytest.mark.parametrize(
    "text", ["[[wsj", "[@a", "[@a; b]", "[@]", "[@a “x]", "[[a\nb", "x [@a b] y", "[@ a]"]
)
def test_what_is_not_complete_is_told_and_kept(text: str) -> None:
    line = parse_line(text)
    assert any(isinstance(inline, Broken) for inline in line.inlines)
    assert not any(line.cites)


@pytest.mark.parametrize("text", ["]]", "[x]", "a @b c", "[ @", "{{ x }}", "[^1]", "@a]", "[a](b)"])
def test_other_brackets_are_words(text: str) -> None:
    assert parse_line(text).inlines == (Words(text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left [@a].", "She left."),
        ("She left [@a], he says [@b]; it stays [@c] open [@d]", "She left, he says; it stays open"),
        ("[@a] She left.", "She left."),
        ("She left.[@a]", "She left."),
        ("Uses .NET [@a] and a .cn domain : x", "Uses .NET and a .cn domain : x"),
        ("(so [@a]) it is [@a][@b]!", "(so) it is!"),
        ("[[wsj]] and [[us|America]] say", "wsj and America say"),
        ("", ""),
    ],
)
def test_the_text_of_a_sentence(text: str, expected: str) -> None:
    assert parse_line(text).text == expected


FRAGMENTS = [
    "Word", "two words", "[@a]", "[@a; @b#c]", '[@s "q. r"]', "[[e]]", "[[e|words]]", "[[!plain]]", "[[", "]]", "[@", "]",
    "[", "@", '"', "“", "”", ";", "|", "!", ". ", ".", "\n", "\n\n", "- ", "\n- ", "* ", "  ", "\t", "中文。", "é", "U.S. ",
    "5.5", "…", "\u2028", "\u200b", "\x00", "– ",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join), st.text(max_size=60))


def words_of(sentence: Sentence) -> str:
    """All that stands in a sentence: words, what is linked, what is cited."""
    parts = []
    for inline, after in zip_longest(sentence.inlines, sentence.inlines[1:]):
        match inline:
            case Cite(items):
                parts += [f"{item.ref} {item.quote}" for item in items]
            case Name(entity, words):
                parts.append(f"{entity} {words}")
            case Broken() if after in {Words("[["), Words("[@")}:
                pass  # what follows it repeats its words
            case Broken(words) | Words(words) | Plain(words):
                parts.append(words)
    return letters("".join(parts))


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


@given(text=texts)
def test_any_text_is_prose_and_no_word_is_lost(text: str) -> None:
    read = [words_of(s) for block in parse(text) for s in block.sentences]
    assert "".join(read) == letters(text)


@given(text=texts)
def test_any_text_is_a_line(text: str) -> None:
    assert words_of(parse_line(text)) == letters(text)
    assert "[@" not in parse_line(text.replace("[", "")).text


@given(
    refs=st.lists(st.from_regex(r"\A[a-z]+(#[a-z]+)?\Z"), min_size=1),
    quote=st.text(
        st.characters(blacklist_categories=["Cs", "Zl", "Zp", "Zs", "Cc"], blacklist_characters='"“”')
    ),
)
def test_a_citation_gives_what_was_typed(refs: list[str], quote: str) -> None:
    typed = "; ".join([*(f"@{ref}" for ref in refs), f'@s "{quote}"'])
    assert list(parse_line(f"x [{typed}].").cites) == [*(Item(ref) for ref in refs), Item("s", quote)]
