"""What the repository and a new desk bring for VS Code: settings that bind the schemas, and snippets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from mkdocs_briefings.edit.id_snippets import NAME, id_snippets
from mkdocs_briefings.files.editor_ids import refresh_editor_ids
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.parse.jsonschema import schemas
from mkdocs_briefings.parse.schema import DisagreementClass, EntityKind, State

from tests import snippets
from tests.desks import made, source

ROOT = Path(__file__).parents[1]
OURS = ROOT / ".vscode"
STARTER = ROOT / "generator" / "mkdocs_briefings" / "starter" / "dot.vscode"
UNFILLED = {"unknown-source", "unknown-claim", "unknown-entity", "passage-not-found"}


def test_the_repository_has_what_a_new_desk_has() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in STARTER.iterdir()}
    assert len(files) == 3
    ours = {path.name: path.read_text(encoding="utf-8") for path in OURS.iterdir() if path.name != NAME}
    assert ours == {
        name: text.replace('"./schema/', '"./generator/mkdocs_briefings/schema/')
        if name == "settings.json"
        else text
        for name, text in files.items()
    }


def test_every_schema_of_a_yaml_file_is_bound() -> None:
    bound = json.loads((OURS / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {Path(name).name for name in bound} == schemas().keys() - {"source.json"}
    assert all((ROOT / name).is_file() for name in bound)


@pytest.mark.parametrize("prefix", snippets.bodies())
def test_what_a_snippet_proposes_is_sound_in_form(prefix: str) -> None:
    for choice in range(max([1, *map(len, snippets.choices(snippets.bodies()[prefix]))])):
        path, text = snippets.inserted(prefix, choice)
        parsed = parse(path, text.encode(), Settings())
        assert parsed is not None
        assert parsed.entry is not None
        assert [problem.message for problem in parsed.problems] == [], text


def test_there_is_a_snippet_for_each_kind_of_entity_and_each_choice_is_offered() -> None:
    bodies = snippets.bodies()
    assert set(get_args(EntityKind)) <= bodies.keys()
    for kind in get_args(EntityKind):
        assert f"{{kind: {kind}, " in bodies[kind]
    assert snippets.choices(bodies["disagreement"]) == [list(get_args(DisagreementClass))]
    assert snippets.choices(bodies["event"]) == [list(get_args(State))]


@pytest.mark.parametrize(
    "prefix", ["briefing", "claim", "event", "denial", "disagreement", "question", "storyline"]
)
def test_a_snippet_that_is_not_filled_in_is_refused(prefix: str) -> None:
    path, text = snippets.inserted(prefix)
    files = {"seeds/other.txt": source("The office closes.\n"), path: text.replace("status: draft", "")}
    found = {problem.rule.code for problem in made(files).problems if problem.is_error}
    assert found & UNFILLED, found


def test_snippets_that_are_filled_in_make_a_desk_that_passes() -> None:
    path, text = snippets.inserted("briefing")
    entity, outlet = snippets.inserted("person")
    files = {
        "seeds/source.txt": source("The words of the article, the mayor said, are these."),
        path: text.replace("said_by: speaker", "said_by: person"),
        entity: outlet,
    }
    assert [problem.message for problem in made(files, preview=True).problems if problem.is_error] == []


def test_the_ids_of_a_desk_are_snippets_that_are_kept_fresh(tmp_path: Path) -> None:
    files = {
        "seeds/a.txt": source("It is so. $1 is paid.\n", title="Title"),
        "briefings/entities/all.yml": "ada: {kind: person, name: Ada Alder}\n",
        "briefings/2026-03-04-b.yml": "title: T\nsources: [a]\nsummary: It is [@c].\nclaims: {c: {text: So it is., quote: It is so}}\n",
    }
    corpus = made(files).corpus
    found = json.loads(id_snippets(corpus))
    assert {one["prefix"] for one in found.values()} == {"ada", "a", "b", "b#c"}
    assert found["person ada"] == {
        "scope": "yaml",
        "prefix": "ada",
        "body": ["ada"],
        "description": "person: Ada Alder",
    }
    refresh_editor_ids(tmp_path, corpus)
    assert not (tmp_path / ".vscode").exists(), "only where editors use our snippets"
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/briefings.code-snippets").write_text("{}", encoding="utf-8")
    refresh_editor_ids(tmp_path, corpus)
    path = tmp_path / ".vscode" / NAME
    assert json.loads(path.read_text(encoding="utf-8")) == found
    before = path.stat().st_mtime_ns
    refresh_editor_ids(tmp_path, corpus)
    assert path.stat().st_mtime_ns == before, "the same is not written again"
    refresh_editor_ids(tmp_path, made({}).corpus)
    assert json.loads(path.read_text(encoding="utf-8")) == {}
