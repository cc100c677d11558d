"""Every field that an editor may write has its part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import pytest
from mkdocs_briefings.model.parts import CLAIM, ENTITY, LINE, PROSE, TEXT, VALUE
from mkdocs_briefings.parse.schema import FILES, BriefingFile, EntitiesFile, SourceFront
from mkdocs_briefings.parse.schema_fields import part_at, sentence_fields, written
from pydantic import BaseModel

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc


@pytest.mark.parametrize("model", FILES)
def test_every_field_has_a_part(model: type[BaseModel]) -> None:
    """A field without one would be left out of renaming, checks, reviews: say in the schema what it is."""
    assert [".".join(one.shape) for one in written(model) if one.part is None] == []


def test_a_field_that_is_only_a_text_has_none() -> None:
    class Entry(BaseModel):
        name: Annotated[str, VALUE]
        nick: str | None = None
        kinds: list[str] = []

    assert [one.shape for one in written(Entry) if one.part is None] == [("nick",), ("kinds", "[]")]


@pytest.mark.parametrize(
    ("model", "loc", "part"),
    [
        (BriefingFile, ("title",), TEXT),
        (BriefingFile, ("summary",), PROSE),
        (BriefingFile, ("claims", "x", "same"), CLAIM),
        (BriefingFile, ("claims", "x", "same", 0), CLAIM),
        (BriefingFile, ("claims", "x", "kind"), VALUE),
        (BriefingFile, ("questions", 0), LINE),
        (BriefingFile, ("questions", 0, "answer"), LINE),
        (BriefingFile, ("corrections", 2, "date"), VALUE),
        (BriefingFile, ("nope",), None),
        (EntitiesFile, ("x", "targets", 1), ENTITY),
        (SourceFront, ("means", "Beijing"), ENTITY),
    ],
)
def test_the_part_at_a_place(model: type[BaseModel], loc: Loc, part: object) -> None:
    assert part_at(model, loc) == part


def test_keys_have_parts_of_their_own() -> None:
    assert part_at(BriefingFile, ("claims", "x", "state", "rule"), key=True) == ENTITY
    assert part_at(BriefingFile, ("claims", "x", "state", "rule")) == VALUE


def test_fields_that_hold_sentences() -> None:
    found = sentence_fields()
    assert found >= {
        "about",
        "answer",
        "note",
        "printed",
        "quote",
        "said_by",
        "summary",
        "title",
        "withdrawn",
    }
    assert not found & {"name", "aliases", "date", "sources", "between", "inferred", "questions", "misprints"}
    assert sentence_fields(required=True) >= {"about", "quote", "summary", "text", "title"}
    assert not sentence_fields(required=True) & {"note", "answer", "why"}
