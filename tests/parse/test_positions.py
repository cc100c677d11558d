"""Places of data, found again in the text: also where it is faulty, and whatever is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.model.problem import Loc, Place
from mkdocs_briefings.parse.positions import locate
from mkdocs_briefings.parse.reading import MAX_DEPTH
from mkdocs_briefings.parse.yaml import MAX_LENGTH

TEXT = """\
title: A title of
  two lines
sources: [a-report, {id: x}]
2025: year
empty:
summary: |

  First [@resigned].
  Second   paragraph
  goes on [@pushed-out].
claims:
  resigned:
    text: 'It''s so'
    quote: >-
      The WSJ report
      cited people
  other:
    quote:
    - one
    - two words
    value: "a \\"b\\" c"
"""

PLACES = [
    ((), False, "", (1, 1)),
    (("title",), False, "", (1, 8)),
    (("title",), True, "", (1, 1)),
    (("title",), False, "title", (1, 10)),
    (("title",), False, "of two", (1, 16)),
    (("title",), False, "lines", (2, 7)),
    (("title",), False, "absent", (1, 8)),
    (("sources", 0), False, "", (3, 11)),
    (("sources", 1, "id"), False, "", (3, 26)),
    (("sources", 1, "id"), True, "", (3, 22)),
    (("sources", 7), False, "", (3, 10)),
    ((2025,), False, "", (4, 7)),
    (("empty",), False, "", (5, 1)),
    (("summary",), False, "", (8, 3)),
    (("summary",), True, "", (6, 1)),
    (("summary",), False, "[@resigned]", (8, 9)),
    (("summary",), False, "Second paragraph goes", (9, 3)),
    (("summary",), False, "[@pushed-out]", (10, 11)),
    (("claims", "resigned"), False, "", (13, 5)),
    (("claims", "resigned"), True, "", (12, 3)),
    (("claims", "resigned", "missing"), False, "", (13, 5)),
    (("claims", "resigned", "missing"), True, "", (13, 5)),
    (("claims", "union-tag", "resigned", "text"), False, "", (13, 11)),
    (("claims", "resigned", "text"), False, "It's so", (13, 12)),
    (("claims", "resigned", "quote"), False, "", (15, 7)),
    (("claims", "resigned", "quote"), False, "report cited", (15, 15)),
    (("claims", "other", "quote", 1), False, "words", (20, 11)),
    (("claims", "other", "value"), False, '"b" c', (21, 15)),
    (("nowhere", "at", "all"), False, "", (1, 1)),
]


@pytest.mark.parametrize(("loc", "at_key", "near", "expected"), PLACES)
def test_places(loc: Loc, at_key: bool, near: str, expected: tuple[int, int]) -> None:
    place = Place("f.yml", loc, at_key=at_key, near=near)
    assert locate(TEXT, [place]) == [expected]
    assert locate(TEXT.replace("\n", "\r\n"), [place], line_offset=10) == [(expected[0] + 10, expected[1])]


def test_all_in_one_go_and_known_places_as_they_are() -> None:
    places = [
        Place("f.yml", ("title",)),
        Place("f.yml", line=7, column=3),
        Place("f.yml", ("empty",), at_key=True),
    ]
    assert locate(TEXT, places, line_offset=1) == [(2, 8), (7, 3), (6, 1)]
    assert locate(TEXT, []) == []


def test_faulty_texts_too() -> None:
    text = 'title: Brunel: no sale\nnote: "very" good words\nlast: x: y\n'
    places = [
        Place("f.yml", ("title",), near="no sale"),
        Place("f.yml", ("note",)),
        Place("f.yml", ("last",), at_key=True),
    ]
    assert locate(text, places) == [(1, 16), (2, 7), (3, 1)]


@pytest.mark.parametrize(
    "text", ["", "#", "just text", "[" * (MAX_DEPTH + 1), "'", "\x07", "x" * (MAX_LENGTH + 1)]
)
def test_hopeless_texts(text: str) -> None:
    assert locate(text, [Place("f.yml", ("a", 0), near="b")], line_offset=4) == [(5, 1)]


@settings(deadline=2000)
@given(
    st.text(alphabet="ab:-# \n\t'\"[]{},|>&*!?%@\r\u2028\x07", max_size=60),
    st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=3),
    st.booleans(),
    st.text(max_size=3),
)
def test_never_raises_and_stays_in_the_text(text: str, loc: list[str | int], at_key: bool, near: str) -> None:
    ((line, column),) = locate(text, [Place("f.yml", tuple(loc), at_key=at_key, near=near)])
    assert 1 <= line <= len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert column >= 1
