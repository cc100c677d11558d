"""Words in quotation marks are those of a cited passage; names, titles, works and our own marks are not held to that."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import made, source, yaml

TEXT = (
    "The firm speaks of “massive theft of jobs” in the north. The report, called Green Water, was read. "
    "“We won't wait,” said the mayor. The law (which was repealed) bans it.\n\nA far sentence. Another far sentence. "
    "The end is near."
)
CLAIMS = {
    "theft": {"text": "There was theft.", "quote": "massive theft of jobs"},
    "wait": {"text": "The mayor won't wait.", "quote": "We won't wait"},
    "law": {"text": "The law bans it.", "quote": "bans it"},
}
FRENCH = {"vol": {"text": "There was theft.", "source": "f", "quote": "vol massif"}}
ENTITIES = {"paper": {"kind": "outlet", "name": "Blue Paper"}}


def refused(summary: str, title: str = "A title", **fields: Any) -> list[str]:
    files = {
        "seeds/a.txt": source(TEXT, title="Water and work"),
        "seeds/f.txt": source("La firme parle de vol massif dans le nord de la ville.", lang="fr"),
        "briefings/2026-01-24-b.yml": yaml(
            title=title, **{"sources": ["a"], "summary": summary, "claims": CLAIMS, **fields}
        ),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    problems = made(files).problems
    return [p.message.partition("“")[2].partition("”")[0] for p in problems if p.rule.code == "quoted-words"]


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ('It speaks of "massive theft of jobs" [@theft].', []),
        ("It speaks of «massive theft» [@theft].", []),
        ('It speaks of "Massive theft," in the north [@theft].', []),
        ('It speaks of "massive […] jobs" [@theft].', []),
        ('It speaks of "massive theft [in the north]" [@theft].', []),
        ('It speaks of "total theft of souls" [@theft].', ["total theft of souls"]),
        ('It speaks of "theft of job" [@theft].', ["theft of job"]),
        ('It speaks of "jobs […] massive theft" [@theft].', ["jobs [...] massive theft"]),
        ("The mayor: “We won’t wait” [@wait].", []),
        ("The mayor: “We will wait” [@wait].", ["We will wait"]),
        ('Nobody said "the end is near" [@theft].', ["the end is near"]),
        ('An article, "the end is near", says so [@a].', []),
        ('The "Blue Paper" has "Water and work" [@theft].', []),
        ('In *"Red River"* and "*Red River*" it is told [@theft].', []),
        ('This [[!"so-called"]] theft [@theft].', []),
        ('This "so-called" theft [@theft].', ["so-called"]),
    ],
)
def test_quoted_words(summary: str, found: list[str]) -> None:
    assert refused(summary) == found


def test_a_title_may_quote_all_that_its_articles_have() -> None:
    assert refused("It is so [@theft].", title='"The end is near", says a paper') == []
    assert refused("It is so [@theft].", title='"The end is far", says a paper') == ["The end is far"]


def test_a_note_may_quote_all_that_its_articles_have() -> None:
    def note(words: str) -> list[dict[str, Any]]:
        return [{"about": "What", "class": "scope", "between": ["theft", "law"], "note": words}]

    assert refused("It is so [@theft].", disagreements=note('One says "the end is near".')) == []
    assert refused("It is so [@theft].", disagreements=note('One says "the end is far".')) == [
        "the end is far"
    ]


def test_what_is_quoted_from_another_language_is_a_translation() -> None:
    assert refused('It speaks of "massive theft" in the north [@vol].', sources=["f"], claims=FRENCH) == []
