"""Tests of what a text must hold for a pattern to find something in it."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.rules.needles import flat, needles
from mkdocs_briefings.rules.patterns import Sieved, compiled
from mkdocs_briefings.text.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parents[1]
_LEAST = 3
"""Letters of a text of a pack that may be a pattern."""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\bsons?\b", (" son ", " sons ")),
        (r"\b(?:men|man)\b", (" man ", " men ")),
        (r"first[\s-]quarter", ("first quarter",)),
        (r"(?:would|could)n[’']t", ("couldn t", "wouldn t")),
        (r"\w+est\b", ("est ",)),
        (r"(?-i:Left)", ("left",)),
        (r"(?:rise|rose)\s+by", ("rise", "rose")),
        (r"reduc(?:e|ed)?\w*", ("reduc", "reduce", "reduced")),
        (r"no|none", ()),
        (r"(?:very )?\d+", ()),
        (r"years?(?=\slater)", ("year", "years")),
        (r"a\b(?:\s|,)b?", ()),
    ],
)
def test_needles_are_what_must_be_there(pattern: str, found: tuple[str, ...]) -> None:
    assert needles(pattern) == found


def test_between_words_there_is_one_space() -> None:
    assert flat("“No”, he said – the U.S. rule_1") == " no he said the u s rule_1 "


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) >= _LEAST:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _patterns(one)
    elif isinstance(value, Mapping):
        yield from _patterns(tuple(value.values()))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _patterns(getattr(value, field.name))


@functools.cache
def _of_packs() -> dict[str, tuple[Sieved, re.Pattern[str]]]:
    made = {}
    for pack in LANGUAGES.values():
        closed = "|".join(form for words in pack.closed for form in words)
        for pattern in (*_patterns(pack), *filter(None, [closed])):
            try:
                made[pattern] = (compiled(pattern), re.compile(pattern, re.IGNORECASE))
            except re.error:
                continue  # a form that is filled in before it is one
    return made


def _told() -> list[str]:
    lines = {line for path in TESTS.glob("cases/**/*.*") for line in path.read_text("utf-8").splitlines()}
    # A word alone, and at the edges of others, is what a pattern with edges may miss.
    words = sorted({word for line in lines for word in re.findall(r"[^\W\d]{2,}", line)})
    return [*sorted(lines), *(f"({word})" for word in words)]


def test_a_sieve_loses_nothing_that_a_pattern_of_a_pack_finds() -> None:
    """Each pattern is held against a part of the texts, so that all of both are in it and it takes no minutes."""
    texts, patterns = _told(), [*_of_packs().values()]
    assert sum(bool(needles(sieved.pattern)) for sieved, _ in patterns) > len(patterns) // 2
    step = 97
    for n, (sieved, whole) in enumerate(patterns):
        for text in texts[n % step :: step]:
            if whole.search(text):
                assert sieved.search(text), (sieved.pattern, text)
                assert [m.span() for m in sieved.finditer(text)] == [m.span() for m in whole.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "text"), [("class", "cla\u017fs"), ("mille", "m\u0131lle"), ("τέλος", "ΤΈΛΟΣ")]
)
def test_letters_that_are_like_others_are_not_sieved_out(pattern: str, text: str) -> None:
    assert compiled(pattern).search(text)


_PATTERNS = (
    r"\b(?:wo|ca|do|did)n[’']t\b",
    r"\b(?:first|second)[\s-]half\sof\s(?:the\s|this\s)?(?:year|\d{4})",
    r"\b(?:r[io]s(?:e|es|en|ing)|increas\w+|gain(?:s|ed)?)\b",
    r"(?<!\w)(?:\d{1,2}|an?)[\s-]+(?:day|week)s?\s+ago(?!\w)",
    r"\b\w{0,6}sommer\w*\b|herbst",
    r"(?:最|一)番|もっとも\w",
    r"\bété(?=\s\d{4}|\sprochain)|l[’']été\b",
)


@given(st.data())
def test_what_matches_is_never_sieved_out(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(_PATTERNS))
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    if re.search(pattern, text, re.IGNORECASE):
        assert compiled(pattern).search(text), text
