"""A file of `seeds/` taken apart, to the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
