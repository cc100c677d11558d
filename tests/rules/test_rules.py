"""Rules about the desk as a whole, where the golden cases do not go: what each must let pass."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import made, source, told, yaml

CLAIMS = {"x": {"text": "Acme sold chips.", "quote": "Acme sold chips"}}


def problems(**fields: Any) -> list[str]:
    two = fields.pop("two", False)
    briefing = {"title": "T", "sources": ["a"], "summary": "S [@x].", "claims": CLAIMS} | fields
    files = {
        "seeds/a.txt": source("Acme sold chips. Beta bought."),
        "briefings/2026-01-24-b.yml": yaml(**briefing),
    }
    if two:
        files["seeds/z.txt"] = source("Gamma left.")
    return told(made(files))


@pytest.mark.parametrize(
    ("summary", "uncited"),
    [
        ("So [@x]. Then [@x].", []),
        ("So [@x]. Then.", ["“Then.” cites nothing"]),
        ("So. Then.", ["“So.” cites nothing", "“Then.” cites nothing"]),
        ("- So [@x].\n- Then\n\nLater [@x].", ["“Then” cites nothing"]),
        ("So.[@x] Then [@x].", []),
        ("So [@x]. … Then [@x].", []),
        ('So [@a "Beta bought"].', []),
        ("So [@a].", []),
        ("So [@x]. [[!Then]].", ["“Then.” cites nothing"]),
        ("So [@x]. —", []),
    ],
)
def test_each_sentence_cites(summary: str, uncited: list[str]) -> None:
    assert problems(summary=summary) == [f"uncited-sentence summary: {told}" for told in uncited]


def test_what_is_merely_summarised_rests_on_its_one_article() -> None:
    assert problems(summary="So. Then.", claims={}) == []
    assert problems(summary="So. Then [@a].", claims={}) == ["uncited-sentence summary: “So.” cites nothing"]
    assert problems(summary="So [@a]. Then.", claims={}, sources=["a", "z"], two=True) == [
        "uncited-sentence summary: “Then.” cites nothing",
        "unused-source sources.1: nothing in this briefing uses `z`",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"disagreements": [{"about": "It", "class": "scope", "between": ["x", "y"], "note": "See [@z]."}]},
        {"corrections": [{"date": "2026-01-25", "text": "It was missing [@z]."}]},
        {"questions": [{"text": "Who left [@z]?"}]},
    ],
)
def test_a_source_cited_anywhere_is_used(fields: dict[str, Any]) -> None:
    claims = CLAIMS | {"y": {"text": "Beta bought.", "quote": "Beta bought"}}
    found = problems(sources=["a", "z"], claims=claims, two=True, **fields)
    assert [line for line in found if line.startswith("unused-source")] == []


def test_a_withdrawn_briefing_takes_nothing_from_its_sources() -> None:
    assert [p for p in problems(status="withdrawn", withdrawn="Why.", sources=["a"]) if "unused" in p] == []


def test_answers() -> None:
    assert problems(questions=[{"text": "Q?", "answer": "Yes [@x]."}, "Open?"]) == []
    assert problems(questions=[{"text": "Q?", "answer": "Yes."}]) == [
        "answer-uncited questions.0.answer: the answer to “Q?” cites nothing"
    ]
    # A citation that was refused is not told twice.
    assert [p.split()[0] for p in problems(questions=[{"text": "Q?", "answer": "Yes [@nope]."}])] == [
        "unknown-claim"
    ]


def test_drafts_are_checked_too() -> None:
    assert problems(status="draft", summary="One [@x]. Two.") == [
        "uncited-sentence summary: “Two.” cites nothing"
    ]


ABOUT: dict[str, Any] = {"about": "It", "class": "scope", "between": ["x", "y"]}
BOUGHT = CLAIMS | {"y": {"text": "Beta bought.", "quote": "Beta bought"}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"disagreements": [ABOUT | {"note": "Acme sold. Beta bought 40."}]}, ["disagreements.0.note: the number “40”"]),
        ({"disagreements": [ABOUT | {"about": "The 40 chips"}]}, ["disagreements.0.about: the number “40”"]),
        ({"disagreements": [ABOUT | {"note": "So did Gamma. Nor did Beta, both say."}]}, ["disagreements.0.note: the name “Gamma”"]),
        ({"disagreements": [ABOUT | {"note": "The article of January 2026 has both. Nobody else tells."}]}, []),
        ({"disagreements": [ABOUT | {"note": "It tells of May 2025."}]}, ["disagreements.0.note: the date “May 2025”"]),
        ({"corrections": [{"date": "2026-01-25", "text": "It is 40 [@x]."}]}, ["corrections.0.text: the number “40”"]),
        ({"corrections": [{"date": "2026-01-25", "text": "It said 40."}]}, []),
        ({"questions": [{"text": "Are there 40?"}]}, []),
    ],
)  # fmt: skip
def test_remarks_are_held_against_what_they_are_about(fields: dict[str, Any], expected: list[str]) -> None:
    """Of a disagreement that is its claims and their articles, of a correction what it cites."""
    found = problems(claims=BOUGHT, summary="Acme sold [@x], Beta bought [@y].", **fields)
    assert [line.removeprefix("note-unsupported ").partition(" is in no")[0] for line in found] == expected
