"""A file of `seeds/` taken apart, to the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.seed import BOM, decoding_problem, seal, split


@pytest.mark.parametrize(
    ("data", "front", "body"),
    [
        (b"", None, b""),
        (b"Text.\n", None, b"Text.\n"),
        (b"---\ntitle: a\n---\nText.", "title: a\n", b"Text."),
        (b"---\r\ntitle: a\r\n---\r\nText.\r\n", "title: a\r\n", b"Text.\r\n"),
        (b"---  \ntitle: a\n--- \n\nText.", "title: a\n", b"\nText."),
        (b"---\ntitle: a\n---\n", "title: a\n", b""),
        (b"---\ntitle: a\n---\na\n---\nb\n", "title: a\n", b"a\n---\nb\n"),
        (b"---\ntitle: a\n---", None, b"---\ntitle: a\n---"),
        (b"---\ntitle: a\n", None, b"---\ntitle: a\n"),
        (b"---\nA rule above.\n---\nText.", None, b"---\nA rule above.\n---\nText."),
        (b"\n---\ntitle: a\n---\n", None, b"\n---\ntitle: a\n---\n"),
        (b"----\ntitle: a\n----\n", None, b"----\ntitle: a\n----\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", [b"", BOM])
def test_split(data: bytes, front: str | None, body: bytes, mark: bytes) -> None:
    found = split(mark + data)
    assert (found.head, found.front, found.body, found.text) == (mark, front, body, body.decode())


@given(st.text(alphabet=st.sampled_from("-\r\n ab:title"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    data = text.encode()
    found = split(data)
    assert data.endswith(found.body)
    above = data[: len(data) - len(found.body)].decode()
    assert (above == "") == (found.front is None)
    if found.front is not None:
        assert found.front in above
        assert above.replace(found.front, "", 1).replace(" ", "").replace("\r", "") == "---\n---\n"


def test_the_seal_is_that_of_sha256sum() -> None:
    assert seal(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"ab\ncd\xff", 2, 3, "not UTF-8 (byte 0xff)"),
        (b"\xe9", 1, 1, "not UTF-8 (byte 0xe9)"),
        ("x".encode("utf-16"), 1, 1, "UTF-16, not UTF-8"),
        (b"\xfe\xff\0x", 1, 1, "UTF-16, not UTF-8"),
    ],
)
def test_another_encoding(data: bytes, line: int, column: int, words: str) -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        split(data)
    problem = decoding_problem("seeds/a.txt", data, caught.value)
    assert (problem.place.line, problem.place.column) == (line, column)
    assert words in problem.message
    assert "iconv -f" in problem.hint
    assert "seeds/a.txt" in problem.hint


FIELDS = "id: a\ntitle: A\npublished: 2026-03-10\n"


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (f"\n---\n{FIELDS}---\nText.\n", 1, "a blank line is above"),
        (f" \t\r\n\n---\n{FIELDS}---\nText.\n", 1, "a blank line is above"),
        (f"---\n{FIELDS}...\nText.\n", 5, "closed by `...`"),
        (f"---\n{FIELDS}\nText.\n", 5, "not closed"),
        (f"---\n{FIELDS}", 5, "not closed"),
    ],
)
def test_front_matter_with_a_wrong_fence_is_not_taken_for_the_article(data: str, line: int, why: str) -> None:
    found = seed.fence_problem("seeds/a.txt", seed.split(data.encode()))
    assert found is not None
    assert found.place.line == line
    assert why in found.message


@pytest.mark.parametrize(
    "data",
    [f"---\n{FIELDS}---\nText.\n", "---\nText between rules.\n---\nMore.\n", "\n\nText.\n", "---\ntitle: of a song\n\nText.\n",
     "Text.\n\n---\nid: a\ntitle: b\n---\n"],
)  # fmt: skip
def test_an_article_may_hold_rules_and_colons(data: str) -> None:
    assert seed.fence_problem("seeds/a.txt", seed.split(data.encode())) is None


@pytest.mark.parametrize(
    ("data", "why"),
    [("", "no words"), ("---\nid: a\n---\n \n* * *\n", "no words"), ("PK\x03\x04 a package\n", "U+0003"), ("One\0two\n", "U+0000"),
     ("A \x1b[1mword\n", "U+001B"), ("A \x93word\x94\n", "U+0093")],
)  # fmt: skip
def test_a_text_that_no_article_has_is_refused(data: str, why: str) -> None:
    found = seed.text_problem("seeds/a.txt", seed.split(data.encode()))
    assert found is not None
    assert why in found.message


def test_tabs_form_feeds_and_next_lines_are_white_space() -> None:
    assert seed.text_problem("seeds/a.txt", seed.split("A\tword\fand\x85more\r\n".encode())) is None


def test_a_source_has_a_bound() -> None:
    assert seed.size_problem("seeds/a.txt", b"x" * seed.MOST) is None
    found = seed.size_problem("seeds/a.txt", b"x" * (seed.MOST + 1))
    assert found is not None
    assert found.message == "the file has 4,000,001 bytes; the maximum is 4,000,000"
