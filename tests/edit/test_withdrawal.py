"""`briefings takedown`: what goes with a source or an entity, and what stays."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs_briefings.build import build
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.document import words
from mkdocs_briefings.edit import removal
from mkdocs_briefings.edit.withdrawal import Order, TakedownError, takedown
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.schema import BriefingFile

if TYPE_CHECKING:
    from click.testing import Result
    from mkdocs_briefings.build import Result as Built

DESK = Path(__file__).parents[1] / "desk"
SETTINGS = Settings()
TREE = read(DESK, SETTINGS)[0]
BEFORE = build(TREE, SETTINGS).corpus
SOURCES = sorted(BEFORE.sources)
PEOPLE = sorted(id_ for id_, one in BEFORE.entities.items() if one.kind == "person")
REWRITTEN = {"state-not-told", "unsupported-name", "unsupported-number", "unsupported-date"}
"""What may be wrong afterwards: titles of ours whose evidence is gone."""


def sampled(ids: list[str]) -> list[Any]:
    """Take three of them for every run, all for the soak."""
    return [
        pytest.param(id_, marks=() if n % (len(ids) // 3) == 1 else pytest.mark.soak)
        for n, id_ in enumerate(ids)
    ]


def after(order: Order) -> tuple[dict[str, bytes], Built]:
    changes = takedown(TREE, SETTINGS, order).changes
    tree = {path: data for path, data in {**TREE, **changes}.items() if data is not None}
    return tree, build(tree, SETTINGS)


def said(result: Built, *, articles: bool = True) -> str:
    """Return all words of the site; without `articles` not those of an article that is published whole."""
    pages = (page for page in result.pages if articles or page.kind != "source")
    return "\n".join(line for page in pages for line in (page.title, *words.lines(page.blocks)))


@pytest.mark.parametrize("source", sampled(SOURCES))
def test_nothing_of_a_source_is_left(source: str) -> None:
    tree, built = after(Order(source, "By order."))
    assert {one.rule.code for one in built.problems if one.is_error} <= REWRITTEN
    assert source not in built.corpus.sources
    assert not any(claim.source == source for claim in built.corpus.claims.values())
    assert not any(re.search(rf"(?<!\w){re.escape(source)}(?!\w)", data.decode()) for data in tree.values())
    passages = {
        part
        for claim in BEFORE.claims.values()
        if claim.source == source
        for passage in claim.passages
        for part in passage.words
    }
    pages = said(built)
    others = " ".join(" ".join(one.text.raw.split()) for one in built.corpus.sources.values())
    assert not [part for part in passages if part in pages and part not in others]


@pytest.mark.parametrize("person", sampled(PEOPLE))
def test_nobody_is_named_who_was_taken_down(person: str) -> None:
    tree, built = after(Order(person))
    assert {one.rule.code for one in built.problems if one.is_error} <= REWRITTEN
    assert person not in built.corpus.entities
    name = BEFORE.entities[person].name
    own = {path: data.decode() for path, data in tree.items() if not path.startswith("seeds/")}
    assert [path for path, text in own.items() if name in text or person in text] == []
    assert name not in said(built, articles=False)
    for path, data in TREE.items():  # the articles are as they were
        if path.startswith("seeds/"):
            assert tree[path].partition(b"\n---\n")[2] == data.partition(b"\n---\n")[2]


def test_what_does_not_rest_on_it_stays_as_it_was() -> None:
    found = takedown(TREE, SETTINGS, Order("ledger-oysters"))
    assert found.changes.keys() == {"briefings/2025-11-oyster-survey.yml", "seeds/07-oyster-survey.txt"}
    assert found.briefings == ["oyster-survey"]
    built = after(Order("ledger-oysters", "The paper withdrew it."))[1]
    note = built.corpus.briefings["oyster-survey"]
    assert (note.title, note.status, note.withdrawn) == ("Withdrawn", "withdrawn", "The paper withdrew it.")
    assert (note.sources, note.summary, note.claims) == ((), (), ())


def test_a_desk_that_wants_no_notes_has_none() -> None:
    changes = takedown(TREE, SETTINGS, Order("ledger-oysters", notes=False)).changes
    assert changes == {"briefings/2025-11-oyster-survey.yml": None, "seeds/07-oyster-survey.txt": None}


def test_a_text_that_is_kept_is_marked_as_withdrawn() -> None:
    tree, built = after(Order("gazette-talks", 'They asked: "why?"', keep_text=True))
    source = built.corpus.sources["gazette-talks"]
    assert (source.status, source.status_note) == ("withdrawn", 'They asked: "why?"')
    assert source.digest == BEFORE.sources["gazette-talks"].digest
    assert not any(claim.source == "gazette-talks" for claim in built.corpus.claims.values())
    assert takedown(tree, SETTINGS, Order("gazette-talks", keep_text=True)).claims == []


def test_it_must_be_there() -> None:
    with pytest.raises(TakedownError, match="no source or entity `nobody`"):
        takedown(TREE, SETTINGS, Order("nobody"))


DATA = {"title": "A", "sources": ["s"], "summary": "B.", "questions": [{"text": "C?", "on": "c"}, "D?"]}


@pytest.mark.parametrize(
    ("cut", "going"),
    [
        (("questions", 0, "on"), {("questions", 0, "on")}),
        (("questions", 0, "text"), {("questions", 0)}),
        (("questions", 1, "text"), {("questions", 1)}),
        (("summary",), None),
        (("sources", 0), None),
    ],
)
def test_what_cannot_be_without_a_field_goes_with_it(
    cut: tuple[int | str, ...], going: set[tuple[int | str, ...]] | None
) -> None:
    assert removal.complete(DATA, BriefingFile, [cut]) == going


def test_lists_that_are_left_empty_go_too() -> None:
    both = [("questions", 0, "text"), ("questions", 1)]
    assert removal.complete(DATA, BriefingFile, both) == {("questions",)}


def git(root: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=root, check=True
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(DESK, tmp_path / "desk"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    return root


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command_lists_first_and_changes_nothing(desk: Path) -> None:
    before = read(desk, SETTINGS)[0]
    result = run(desk, "takedown", "carla-wick")
    assert result.exit_code == 0
    assert "ministers-talk#call: Carla Wick and Emile Rousse held a call." in result.output
    assert "seeds/02-ministers-call.txt" in result.output
    assert "1 commit of this repository changed these files" in result.output
    assert "Nothing was changed." in result.output
    assert read(desk, SETTINGS)[0] == before


def test_the_command_takes_it_out_with_the_lock_and_the_baseline(desk: Path) -> None:
    assert run(desk, "lock").exit_code == 0
    result = run(desk, "takedown", "ledger-oysters", "--remove", "--reason", "By order.")
    assert result.exit_code == 0, result.output
    assert "All of this was taken out." in result.output
    lock = (desk / "briefings/sources.lock").read_text(encoding="utf-8")
    assert "ledger-oysters" not in lock
    assert run(desk, "lock", "--check").exit_code == 0
    again = run(desk, "takedown", "ledger-oysters", "--remove")
    assert again.exit_code == 1
    assert "there is no source or entity" in again.output


def test_words_without_their_evidence_are_left_to_the_editor(desk: Path) -> None:
    """What has to be taken down goes at once; what is wrong then cannot be published."""
    result = run(desk, "takedown", "gazette-pilots", "--remove")
    assert result.exit_code == 1
    assert "Write these places anew" in result.output
    assert not (desk / "seeds/01-gazette-pilots.txt").exists()
    spot = re.search(r"^(\S+?):(\d+):\d+: error", result.output, re.MULTILINE)
    assert spot is not None
    assert "title:" in (desk / spot[1]).read_text(encoding="utf-8").splitlines()[int(spot[2]) - 1]
