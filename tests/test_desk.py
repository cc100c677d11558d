"""The invented desk of the tests: sound, in its form, and with every field and choice that an editor has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.format import format_file
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.outputs.table import NAMES
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.parse import schema, seed
from mkdocs_briefings.parse.file import model_of
from mkdocs_briefings.parse.version_ledger import is_ledger
from mkdocs_briefings.parse.yaml import load

from tests.desks import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

DESK = Path(__file__).parent / "desk"
FILES = read(DESK, Settings())[0]
WRITTEN: dict[str, Any] = {
    path: load(path, (seed.split(data).front or "") if path.startswith("seeds/") else data.decode()).data
    for path, data in FILES.items()
}


def entries(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Give all that the desk writes of a model, as it is written."""
    for path, written in WRITTEN.items():
        briefing = path.startswith("briefings/") and path.count("/") == 1 and "sources" in written
        of_file: dict[type[BaseModel], Any] = {
            schema.SourceFront: [written] if path.startswith("seeds/") else [],
            schema.EntityEntry: written.values() if path.startswith("briefings/entities/") else [],
            schema.StorylineEntry: written.values() if path == "briefings/storylines.yml" else [],
            schema.BriefingFile: [written] if briefing else [],
            schema.ClaimEntry: written.get("claims", {}).values() if briefing else [],
            schema.DisagreementEntry: written.get("disagreements", []) if briefing else [],
            schema.QuestionEntry: written.get("questions", []) if briefing else [],
            schema.CorrectionEntry: written.get("corrections", []) if briefing else [],
        }
        yield from of_file[model]


@pytest.mark.parametrize("preview", [False, True])
def test_nothing_is_wrong_with_it(*, preview: bool) -> None:
    result = build(FILES, Settings(manual=True, preview=preview))
    assert told(result) == []
    assert result.pages


@pytest.mark.parametrize("path", [path for path in FILES if not is_ledger(path, Settings())])
def test_it_is_in_its_form(path: str) -> None:
    model = model_of(path, Settings())
    assert model is not None
    assert format_file(path, FILES[path], model) == FILES[path]


@pytest.mark.parametrize(
    "model",
    [
        schema.SourceFront,
        schema.EntityEntry,
        schema.StorylineEntry,
        schema.BriefingFile,
        schema.ClaimEntry,
        schema.DisagreementEntry,
        schema.QuestionEntry,
        schema.CorrectionEntry,
    ],
)
def test_every_field_is_used(model: type[BaseModel]) -> None:
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert {name for entry in entries(model) if isinstance(entry, dict) for name in entry} == fields


def test_every_choice_is_made() -> None:
    def values(model: type[BaseModel], field: str) -> set[Any]:
        return {entry[field] for entry in entries(model) if isinstance(entry, dict) and field in entry}

    claims = [*entries(schema.ClaimEntry)]
    assert {state for claim in claims for state in claim.get("state", {}).values()} == {
        *get_args(schema.State)
    }
    # `report` and `denial` are told by the fields; `published` and `current` are what is left out.
    assert values(schema.ClaimEntry, "kind") == {*get_args(schema.Kind)} - {"report", "denial"}
    assert any("denies" in claim for claim in claims)
    assert values(schema.EntityEntry, "kind") == {*get_args(schema.EntityKind)}
    assert values(schema.DisagreementEntry, "class") == {*get_args(schema.DisagreementClass)}
    assert values(schema.BriefingFile, "status") == {"draft", "withdrawn"}
    assert values(schema.SourceFront, "status") == {"corrected", "withdrawn"}
    skipped = {kind for front in entries(schema.SourceFront) for kind in front.get("skip", {})}
    assert skipped == {*get_args(schema.SkipKind)}


def test_every_kind_of_page_and_level_is_there() -> None:
    result = build(FILES, Settings(manual=True, outputs=NAMES, address="https://desk.example/"))
    assert {page.kind for page in result.pages} == BY_NAME.keys() - {"stub", "desk-status"}
    assert {one.level for one in result.corpus.briefings.values()} == {"summarised", "quoted", "analysed"}
    used = {source for one in result.corpus.briefings.values() for source in one.sources}
    assert result.corpus.sources.keys() - used, "an article that is only listed"
    assert any(source.publishable for source in result.corpus.sources.values())
