"""What editors see while they type: the schemas as the YAML language server serves them.

It is asked with the settings of this repository, and with those of a new desk that `briefings init` has made.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import playwright
import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.id_schemas import FOLDER, id_schemas
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.schema import (
    BriefingFile,
    ClaimEntry,
    DisagreementClass,
    DisagreementEntry,
    EntityEntry,
    EntityKind,
    Kind,
    Rights,
    SkipKind,
    SourceFront,
    State,
    StorylineEntry,
)

from tests import snippets
from tests.site.language_server import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from tests.site.language_server import Server

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
DESK = REPOSITORY / "tests/desk"
NODE = Path(playwright.__file__).parent / "driver" / "node"
FRONT = "front"
"""A folder whose files are front matter alone: in `seeds/` it stands above an article, which is no YAML."""
CLAIM = "title: T\nsources: [a]\nsummary: S\nclaims:\n  one:\n    quote: Q\n    "


def script() -> Path:
    found = subprocess.run(
        [REPOSITORY / "tools" / "get-language-server"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        pytest.fail(f"no language server: {found.stderr.strip()}", pytrace=False)
    return REPOSITORY / found.stdout.strip()


def settings(root: Path) -> dict[str, Any]:
    """Give the settings of a desk as VS Code hands them on: `yaml.schemas` as `schemas` of the section `yaml`."""
    read = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    section = {name.removeprefix("yaml."): value for name, value in read.items() if name.startswith("yaml.")}
    folder = Path(next(iter(section["schemas"]))).parent
    section["schemas"][f"./{folder}/source.json"] = [f"{FRONT}/*.yml"]
    return {
        "yaml": {
            **section,
            "schemaStore": {"enable": False},
            "validate": True,
            "hover": True,
            "completion": True,
        }
    }


@pytest.fixture(scope="module", params=["repository", "new"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "repository":
        for name, text in id_schemas(None).items():
            path = REPOSITORY / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file():
                path.write_text(text, encoding="utf-8")
        return REPOSITORY
    desk = tmp_path_factory.mktemp("desk").resolve()
    made = CliRunner().invoke(main, ["init", str(desk)])
    assert made.exit_code == 0, made.output
    return desk


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Server]:
    with started([NODE, script(), "--stdio"], root, settings(root)) as server:
        yield server


@pytest.fixture(scope="module")
def desk_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the desk of the tests in the folder of a new desk, after a check."""
    desk = tmp_path_factory.mktemp("whole").resolve() / "desk"
    assert CliRunner().invoke(main, ["init", str(desk)]).exit_code == 0
    shutil.copytree(DESK, desk, dirs_exist_ok=True)
    CliRunner().invoke(main, ["--root", str(desk), "check"])
    with started([NODE, script(), "--stdio"], desk, settings(desk)) as server:
        yield server


def fields(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def test_the_files_of_a_whole_desk_have_nothing_wrong(server: Server) -> None:
    briefings = sorted((DESK / "briefings").rglob("*.yml"))
    assert briefings
    for path in briefings:
        assert server.wrong(path.relative_to(DESK).as_posix(), path.read_text(encoding="utf-8")) == [], path
    for path in sorted((DESK / "seeds").glob("*.txt")):
        front = seed.split(path.read_bytes()).front
        assert server.wrong(f"{FRONT}/{path.stem}.yml", front or "") == [], path


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("briefings/1999-a.yml", "title: T\n¦", fields(BriefingFile) - {"title"}),
        ("briefings/1999-a.yml", f"{CLAIM}¦\n", fields(ClaimEntry) - {"quote"}),
        ("briefings/1999-a.yml", f"{CLAIM}kind: ¦\n", set(get_args(Kind))),
        ("briefings/1999-a.yml", f"{CLAIM}state: {{rule: ¦}}\n", set(get_args(State))),
        ("briefings/1999-a.yml", "disagreements:\n- ¦", fields(DisagreementEntry)),
        ("briefings/1999-a.yml", "disagreements:\n- about: A\n  class: ¦\n", set(get_args(DisagreementClass))),
        ("briefings/1999-a.yml", "status: ¦\n", {"draft", "published", "withdrawn"}),
        ("briefings/entities/a.yml", "one:\n  kind: person\n  ¦\n", fields(EntityEntry) - {"kind"}),
        ("briefings/entities/below/a.yml", "one: {kind: ¦}\n", set(get_args(EntityKind))),
        ("briefings/storylines.yml", "one:\n  ¦\n", fields(StorylineEntry)),
        (f"{FRONT}/a.yml", "title: T\n¦", fields(SourceFront) - {"title"}),
        (f"{FRONT}/a.yml", "rights: ¦\n", set(get_args(Rights))),
        (f"{FRONT}/a.yml", "skip:\n  ¦\n", set(get_args(SkipKind))),
    ],
)  # fmt: skip
def test_what_can_stand_at_a_place_is_offered(
    server: Server, path: str, text: str, expected: set[str]
) -> None:
    offered = set(server.offered(path, text))
    assert expected <= offered
    # Beside fields there is an offer of all that are required, under the name of what they make.
    assert offered - expected <= {"briefing", "claim", "disagreement", "entity", "storyline"}


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("briefings/1999-a.yml", "titl¦e: T\n", "The bottom line in one line."),
        ("briefings/1999-a.yml", f"{CLAIM}said¦_by: wsj\n", "Who says it, origin first: `people familiar with the matter > wsj`."),
        ("briefings/1999-a.yml", f"{CLAIM}da¦te: 2026\n", "2024-10-08..2024-10-15"),
        ("briefings/1999-a.yml", f"{CLAIM}kind: alle¦gation\n", "* `allegation`: The source reports it as a charge"),
        ("briefings/1999-a.yml", f"{CLAIM}state: {{rule: in fo¦rce}}\n", "* `in force`: It is binding, and a source says so."),
        ("briefings/1999-a.yml", CLAIM.replace("one:", "on¦e:"), "One atomic statement that a source reports"),
        ("briefings/entities/a.yml", "one: {qui¦et: true, kind: person, name: O}\n", "`[[id]]` still links."),
        ("briefings/storylines.yml", "one: {mea¦sures: [a]}\n", "The measures that it is about."),
        (f"{FRONT}/a.yml", "one_vo¦ice: {a man: jane}\n", "say why in `inferred: {one_voice: …}`."),
    ],
)  # fmt: skip
def test_a_word_is_explained(server: Server, path: str, text: str, expected: str) -> None:
    explained = server.explained(path, text)
    assert expected in explained
    assert "||" not in explained


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("briefings/1999-a.yml", f"{CLAIM}sayd_by: x\n", ["7: Property sayd_by is not allowed."]),
        ("briefings/1999-a.yml", f"{CLAIM}kind: rumour\n", ["7: Value is not accepted."]),
        ("briefings/1999-a.yml", f"{CLAIM}said_by: 3\n", ["7: Incorrect type."]),
        ("briefings/1999-a.yml", f"{CLAIM}date: March 2026\n", ["7: Write `2024-10-08`,"]),
        ("briefings/1999-a.yml", f"{CLAIM}date: 20260301\n", ["7: Value is above the maximum"]),
        ("briefings/1999-a.yml", f"{CLAIM}note: ' '\n", ["7: This is empty."]),
        ("briefings/1999-a.yml", CLAIM.replace("one:", "one two:"), ["5: Write ids like `liz-marlow`"]),
        ("briefings/1999-a.yml", "sources: [a]\nsummary: S\n", ['1: Missing property "title".']),
        ("briefings/1999-a.yml", f"{CLAIM}same: \u00e9lan#d\u00e9tente\n    state: {{\u65e5\u672c: issued}}\n", []),
        ("briefings/entities/a.yml", "one: {kind: firm, name: O}\n", ["1: Value is not accepted."]),
        ("briefings/storylines.yml", "one: {title: T, text: S}\n", ['1: Missing property "summary".', "1: Property text is not allowed."]),
        (f"{FRONT}/a.yml", "published: yesterday\nskip: {foot: F}\n", ["1: Write `2024-10-08`,", "2: Value is not accepted."]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(server: Server, path: str, text: str, expected: list[str]) -> None:
    wrong = sorted(server.wrong(path, text))
    assert len(wrong) == len(expected), wrong
    assert all(one.startswith(start) for one, start in zip(wrong, expected, strict=True)), wrong


@pytest.mark.parametrize(
    ("path", "text", "expected", "not_expected"),
    [
        ("briefings/1999-a.yml", "title: T\nsources: [¦]\n", "port-notice", "night-closure"),
        ("briefings/1999-a.yml", f"{CLAIM}source: ¦\n", "port-notice", "night-closure"),
        ("briefings/1999-a.yml", f"{CLAIM}said_by: ¦\n", "port-authority", "port-notice"),
        ("briefings/1999-a.yml", f"{CLAIM}said_by:\n    - ¦\n", "port-authority", "port-notice"),
        ("briefings/1999-a.yml", f"{CLAIM}denies: ¦\n", "pilots-leave#resigned", "port-notice"),
        ("briefings/1999-a.yml", f"{CLAIM}state:\n      ¦\n", "night-closure", "port-authority"),
        ("briefings/1999-a.yml", f"{CLAIM}role:\n      ¦\n", "mara-linde", "port-notice"),
        ("briefings/entities/a.yml", "one: {kind: measure, name: N, issuer: ¦}\n", "port-authority", "port-notice"),
        ("briefings/storylines.yml", "one: {title: T, summary: S, measures: [¦]}\n", "night-closure", "port-notice"),
    ],
)  # fmt: skip
def test_ids_of_the_desk_are_offered_where_they_can_stand(
    desk_server: Server, path: str, text: str, expected: str, not_expected: str
) -> None:
    offered = desk_server.offered(path, text)
    assert expected in offered
    assert not_expected not in offered


def test_a_field_is_explained_once_without_all_ids(desk_server: Server) -> None:
    explained = desk_server.explained("briefings/1999-a.yml", f"{CLAIM}said¦_by: wsj\n")
    assert explained.startswith("#### said\\_by\n\nWho says it, origin first:")
    assert "port-authority" not in explained
    answer = desk_server.request(
        "textDocument/completion", desk_server.cursor("briefings/1999-a.yml", f"{CLAIM}source: ¦\n")
    )
    (one,) = (item for item in answer["items"] if item["label"] == "port-notice")
    assert one["insertText"].strip() == "port-notice"
    assert one["documentation"]


def test_a_check_brings_new_ids_and_unknown_ones_are_left_to_it(desk_server: Server) -> None:
    assert desk_server.wrong("briefings/1999-a.yml", f"{CLAIM}source: nobody\n") == []
    path = desk_server.root / FOLDER / "briefing.json"
    assert "new-ferry" not in path.read_text(encoding="utf-8")
    entities = desk_server.root / "briefings/entities/new.yml"
    entities.write_text("new-ferry: {kind: company, name: New Ferry}\n", encoding="utf-8")
    CliRunner().invoke(main, ["--root", str(desk_server.root), "check"])
    assert "new-ferry" in path.read_text(encoding="utf-8")


def test_what_a_snippet_proposes_has_nothing_wrong(server: Server) -> None:
    for prefix in snippets.bodies():
        path, text = snippets.inserted(prefix)
        assert server.wrong(path, text) == [], text
