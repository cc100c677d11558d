"""Claims that are added to a file: everything else stays, and what cannot be shown to stay is refused."""

from __future__ import annotations

import pytest
from mkdocs_briefings.edit.claim_entry import ClaimRefusedError, field, with_claim

HEAD = "title: T\nsources:\n- a\nsummary: |\n  S [@a].\n"
END = "questions:\n- Who?\n"
CLAIM = {"text": "It is late.", "date": "2025", "quote": "it is late"}
WRITTEN = "  late:\n    text: It is late.\n    date: 2025\n    quote: it is late\n"
OTHER = "  first:\n    # said_by: x\n    text: One.\n    quote: one\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + END, HEAD + "claims:\n" + WRITTEN + END),
        (HEAD + "claims:\n" + OTHER + END, HEAD + "claims:\n" + OTHER + WRITTEN + END),
        (HEAD + "claims: {}\n" + END, HEAD + "claims:\n" + WRITTEN + END),
        (HEAD, HEAD + "claims:\n" + WRITTEN),
        (HEAD.rstrip("\n"), HEAD + "claims:\n" + WRITTEN),
    ],
)
def test_where_a_claim_goes(before: str, after: str) -> None:
    assert with_claim("b.yml", before.encode(), "late", CLAIM).decode() == after


def test_several_voices_and_values_are_on_one_line() -> None:
    entry = {"text": "T.", "said_by": ["us (a)", "b"], "value": {"m": {"to": ["x", "y"]}}, "quote": "q"}
    made = with_claim("b.yml", HEAD.encode(), "c", entry).decode()
    assert "said_by: [us (a), b]\n" in made
    assert "m: {to: [x, y]}\n" in made


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"title: [\n", "fault of syntax"),
        (b"\xff", "not UTF-8"),
        ((HEAD + "claims:\n" + WRITTEN).encode(), "already has a claim `late`"),
        ((HEAD + "claims: {x: {text: T., quote: q}}\n").encode(), "briefings fmt"),
        (b"- a\n", "fault of syntax"),
    ],
)
def test_what_cannot_be_added_to_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ClaimRefusedError, match=why):
        with_claim("b.yml", data, "late", CLAIM)


def test_fields_in_one_line() -> None:
    assert field("state", "m: in force") == {"m": "in force"}
    assert field("value", "m: {linked to: [a, b]}") == {"m": {"linked to": ["a", "b"]}}
    assert field("role", 'x: head, "chief" of y') == {"x": 'head, "chief" of y'}
    assert field("said_by", "[a, b c]") == ["a", "b c"]
    assert field("note", "x: y") == "x: y"
    for name, typed in (("state", "m"), ("role", "m"), ("value", "m: ["), ("state", "")):
        with pytest.raises(ValueError, match="write"):
            field(name, typed)
