"""Every field of the corpus has its row, and every sentence of ours is found where it stands."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.model import corpus, corpus_fields
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse.schema import (
    BriefingFile,
    ClaimEntry,
    CorrectionEntry,
    DisagreementEntry,
    EntityEntry,
    QuestionEntry,
    SourceFront,
    StorylineEntry,
)

from tests.desks import sound, source, yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

TABLES: tuple[tuple[type, Sequence[corpus_fields.CorpusField[Any]], type[BaseModel]], ...] = (
    (corpus.Briefing, corpus_fields.OF_BRIEFING, BriefingFile),
    (corpus.Claim, corpus_fields.OF_CLAIM, ClaimEntry),
    (corpus.Disagreement, corpus_fields.OF_DISAGREEMENT, DisagreementEntry),
    (corpus.Question, corpus_fields.OF_QUESTION, QuestionEntry),
    (corpus.Correction, corpus_fields.OF_CORRECTION, CorrectionEntry),
    (corpus.Storyline, corpus_fields.OF_STORYLINE, StorylineEntry),
    (corpus.Entity, corpus_fields.OF_ENTITY, EntityEntry),
    (corpus.Source, corpus_fields.OF_SOURCE, SourceFront),
)
IDS = [kind.__name__ for kind, *_ in TABLES]
FROM_ELSEWHERE = {"date"}
"""The date of a briefing is in its file's name."""


@pytest.mark.parametrize(("kind", "rows", "_"), TABLES, ids=IDS)
def test_every_field_of_the_corpus_has_one_row(kind: type, rows: Sequence[Any], _: object) -> None:
    """A field without a row would be in no review, no check and no list of sentences."""
    made: Any = object.__new__(kind)
    names = [one.name for one in fields(kind)]
    for name in names:
        object.__setattr__(made, name, object())
    read = [row.get(made) for row in rows]
    held = {name: sum(value is getattr(made, name) for value in read) for name in names}
    assert held == dict.fromkeys(names, 1)
    assert len(rows) == len(names)


@pytest.mark.parametrize(("kind", "rows", "model"), TABLES, ids=IDS)
def test_rows_are_named_as_fields_are_written(
    kind: type, rows: Sequence[corpus_fields.CorpusField[Any]], model: type[BaseModel]
) -> None:
    """By that name a problem finds its place, and a review tells what changed."""
    written = {field.alias or name for name, field in model.model_fields.items()}
    typed = {row.name for row in rows if not row.computed}
    # A seal is told by the text that it seals, the id of a place by the place.
    apart = {"id", "sha256"}
    assert typed - written <= (FROM_ELSEWHERE if kind is corpus.Briefing else set())
    assert written - typed <= apart


TEXT = "Acme sold 40 chips. Beta bought them."
FILES = {
    "seeds/a.txt": source(TEXT, status="corrected", status_note="A status.", note="A remark.", outside={"label": "Known."}),
    "briefings/entities/all.yml": yaml(
        acme={"kind": "company", "name": "Acme", "note": "A firm.", "outside": {"kind": "Because."}},
        beta={"kind": "company", "name": "Beta"},
    ),
    "briefings/storylines.yml": yaml(line={"title": "Line", "summary": "Acme sold chips [@b#sold]."}),
    "briefings/2026-01-24-b.yml": yaml(
        title="Title",
        sources=["a"],
        storylines=["line"],
        summary="Acme sold chips [@sold]. Beta bought them [@bought].",
        claims={
            "sold": {"text": "Acme sold 40 chips.", "quote": "Acme sold 40 chips", "note": "Its note."},
            "bought": {"text": "Beta bought them.", "quote": "Beta bought them", "date": "2026", "why": "So."},
        },
        disagreements=[{"id": "d", "about": "About", "class": "scope", "between": ["sold", "bought"], "note": "Judged [@sold]."}],
        questions=[{"id": "q", "text": "Why?", "on": "sold", "answer": "So [@sold]."}],
        corrections=[{"date": "2026-01-25", "text": "Mended."}],
        note="A note.",
    ),
}  # fmt: skip
PATH = "briefings/2026-01-24-b.yml"


def test_every_sentence_of_ours_with_its_place() -> None:
    told = list(corpus_fields.of_corpus(sound(FILES).corpus))
    lines = [
        f"{one.thing} {one.home}{'#' if one.item else ''}{one.item} {one.kind}: {one.sentence.text}"
        for one in told
    ]
    assert lines == [
        "briefing b title: Title",
        "briefing b summary: Acme sold chips.",
        "briefing b summary: Beta bought them.",
        "briefing b note: A note.",
        "claim b#sold text: Acme sold 40 chips.",
        "claim b#sold note: Its note.",
        "claim b#bought text: Beta bought them.",
        "claim b#bought reason: So.",
        "disagreement b#d about: About",
        "disagreement b#d note: Judged.",
        "question b#q question: Why?",
        "question b#q answer: So.",
        "correction b correction: Mended.",
        "storyline line title: Line",
        "storyline line summary: Acme sold chips.",
        "entity acme note: A firm.",
        "entity acme reason: Because.",
        "source a note: A status.",
        "source a reason: Known.",
        "source a note: A remark.",
    ]
    places = {(one.thing, one.kind): one.place for one in told}
    assert places["disagreement", "note"] == Place(PATH, ("disagreements", 0, "note"))
    assert places["claim", "reason"] == Place(PATH, ("claims", "bought", "why"))
    assert places["question", "answer"] == Place(PATH, ("questions", 0, "answer"))
    assert places["entity", "reason"] == Place("briefings/entities/all.yml", ("acme", "outside", "kind"))
    assert places["storyline", "summary"] == Place("briefings/storylines.yml", ("line", "summary"))


def test_what_a_thing_is_about() -> None:
    about = {one.thing: one.rests_on for one in corpus_fields.of_corpus(sound(FILES).corpus)}
    assert about["disagreement"] == ("b#sold", "b#bought")
    assert about["question"] == ("b#sold",)
    assert about["briefing"] == ()


def test_what_fields_refer_to() -> None:
    briefing = sound(FILES).corpus.briefings["b"]
    assert list(corpus_fields.referred(briefing, "claim")) == ["b#sold", "b#bought", "b#sold"]
    assert list(corpus_fields.referred(briefing, "storyline")) == ["line"]
    assert set(corpus_fields.referred(briefing, "source")) == {"a"}
