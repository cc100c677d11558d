"""What can be found of a desk: each thing once, at a place that is there, by every name that it goes by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.search import finds

from tests.desks import page, sound, source, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result
    from mkdocs_briefings.search.record import Find, Record

GOLDEN = Path(__file__).parents[1] / "golden"
TEXT = "The office of Acme closes, its head said on Friday. Acme nie cela. The Wrie relayed it. Nobody at all is away."
DESK = {
    "seeds/report.txt": source(
        TEXT,
        id="report",
        publisher="wire",
        lang="fr",
        misprints={"Wrie": "wire"},
    ),
    "briefings/2026-01-20-first.yml": yaml(
        title="The office closes",
        sources=["report"],
        storylines=["offices"],
        summary="The office closes, its head says [@closes]. [[rule]] is at stake [@closes].",
        claims={
            "closes": {
                "text": "The office of [[acme]] closes.",
                "kind": "allegation",
                "said_by": "its head",
                "date": "2025-12",
                "why": "As far as the desk knows.",
                "state": {"rule": "issued"},
                "quote": "The office of Acme closes, its head said on Friday",
            },
            "denied": {"text": "[[acme]] denies it.", "kind": "denial", "quote": "Acme nie cela"},
        },
        disagreements=[{"id": "whether", "about": "Whether it closes", "class": "contradiction",
                        "between": ["closes", "denied"]}],
        questions=[{"id": "when", "text": "When will it close?"}],
    ),
    "briefings/2026-01-21-gone.yml": yaml(
        title="Gone", sources=["report"], status="withdrawn", withdrawn="Wrong.", summary="Zephyrs blow."
    ),
    "briefings/2026-01-22-draft.yml": yaml(
        title="Not yet", sources=["report"], status="draft", summary="[[nobody]] is away [@report]."
    ),
    "briefings/entities/all.yml": yaml(
        wire={"kind": "outlet", "name": "The Wire", "aliases": ["TW"], "medium": "news agency"},
        acme={"kind": "company", "name": "Acme", "short": "AC"},
        rule={"kind": "measure", "name": "Office rule"},
        nobody={"kind": "person", "name": "Nobody at all"},
    ),
    "briefings/storylines.yml": yaml(
        offices={"title": "Offices that close", "measures": ["rule"], "summary": "They follow each other [@first#closes]."}
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Result:
    return sound(DESK)


def found(result: Result, path: str) -> Find:
    return next(one for one in finds(result.corpus, result.derived, messages("en")) if one.path == path)


def record(result: Result, path: str, anchor: str) -> Record:
    return next(one for one in found(result, path).records if one.anchor == anchor)


def test_a_claim_with_who_says_it_where_and_when(desk: Result) -> None:
    one = record(desk, "briefings/first.md", "c-closes")
    assert one.kind == "Event · Allegation"
    assert one.text == "The office of Acme closes. Office rule: issued. As far as the desk knows."
    assert one.said == "its head → The Wire"
    assert one.by.startswith("December 2025 · ")
    assert one.by.endswith("The Wire, 24 January 2026")
    assert dict(one.facets) == {
        "kind": ("Claim", "Event", "Allegation"),
        "storyline": ("Offices that close",),
        "year": ("2025",),
        "publisher": ("The Wire",),
        "state": ("issued",),
    }


def test_a_claim_without_a_date_is_no_event(desk: Result) -> None:
    one = record(desk, "briefings/first.md", "c-denied")
    assert (one.kind, one.text) == ("Claim · Denial", "Acme denies it.")
    assert dict(one.facets)["kind"] == ("Claim", "Denial")
    assert dict(one.facets)["year"] == ("2026",)


def test_the_page_its_disagreements_and_questions(desk: Result) -> None:
    kinds = [(one.anchor, one.kind) for one in found(desk, "briefings/first.md").records]
    assert kinds == [
        ("", "Briefing"),
        ("c-closes", "Event · Allegation"),
        ("c-denied", "Claim · Denial"),
        ("d-whether", "Disagreement"),
        ("q-when", "Question"),
    ]
    assert "Office rule is at stake." in record(desk, "briefings/first.md", "").text


def test_an_entity_by_every_spelling_and_with_its_state(desk: Result) -> None:
    assert found(desk, "entities/wire.md").names == ("TW", "Wrie")
    assert found(desk, "entities/acme.md").names == ("AC",)
    (rule,) = found(desk, "entities/rule.md").records
    assert (rule.kind, rule.by) == ("Entity · Measure", "issued")
    assert dict(rule.facets) == {"kind": ("Entity", "Measure"), "state": ("issued",)}


def test_a_source_with_its_passages_in_its_language(desk: Result) -> None:
    one = found(desk, "sources/report.md")
    assert (one.lang, one.date) == ("fr", "2026-01-24")
    assert [(p.kind, p.text, p.said) for p in one.records[1:]] == [
        (
            "Passage · Allegation",
            "The office of Acme closes, its head said on Friday",
            "its head → The Wire",
        ),
        ("Passage · Denial", "Acme nie cela", "The Wire"),
    ]
    assert dict(one.records[1].facets)["publisher"] == ("The Wire",)


def test_a_storyline_with_its_measures(desk: Result) -> None:
    (one,) = found(desk, "storylines/offices.md").records
    assert one.text == "They follow each other. Office rule"


def test_what_is_withdrawn_or_a_draft_is_not_found(desk: Result) -> None:
    paths = {one.path for one in finds(desk.corpus, desk.derived, messages("en"))}
    assert "briefings/gone.md" not in paths
    assert "briefings/draft.md" not in paths
    texts = " ".join(r.text for one in finds(desk.corpus, desk.derived, messages("en")) for r in one.records)
    assert "Zephyrs" not in texts
    assert "is away" not in texts


def test_withheld_words_are_found_only_by_the_desk_itself() -> None:
    result = sound(DESK, max_share=0.0)
    texts = [r.text for one in finds(result.corpus, result.derived, messages("en")) for r in one.records]
    assert "Acme nie cela" not in texts
    assert "The office of Acme closes, its head said on Friday" not in texts
    seen = [
        r.text
        for one in finds(result.corpus, result.derived, messages("en"), preview=True)
        for r in one.records
    ]
    assert "Acme nie cela" in seen


@pytest.mark.parametrize("name", ["levels", "life"])
def test_every_place_is_on_its_page_and_every_page_is_found(name: str) -> None:
    settings = Settings()
    tree, _ = read(GOLDEN / name, settings)
    result = build(tree, settings)
    found_ = finds(result.corpus, result.derived, messages("en"))
    pages = {one.path for one in result.pages if one.listed}
    assert {one.path for one in found_} == {
        one.path
        for one in result.pages
        if one.listed and one.kind in {"briefing", "storyline", "entity", "source"}
    }
    for one in found_:
        assert one.path in pages
        anchors = [record.anchor for record in one.records]
        assert anchors[0] == ""
        assert len(set(anchors)) == len(anchors)
        for anchor in anchors[1:]:
            assert f'<a id="{anchor}"></a>' in page(result, one.path), (one.path, anchor)
