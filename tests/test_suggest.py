"""`briefings suggest`: names that no entity covers, and what they may be."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import suggesting
from generator.cli import main
from generator.parse.schema import EntitiesFile
from generator.parse.yaml import load
from tests.desks import made, source, tree

if TYPE_CHECKING:
    from click.testing import Result

PROJECT = Path(__file__).parents[1]
TEXT = """\
Yesterday Ruth Alder, director of the port authority, met Piet Hansen of the Seafarers’ Union in Westhaven.
The Fisheries Office was not there. Alder said that the union of Westhaven had asked for more. Nobody from Northline came.
Tickets are cheap in Westhaven in March. A Chinese ship waited. "We wait," said Mr Hansen. The OICS was told.
"""
KNOWN = """\
port: {kind: agency, name: port authority}
oics: {kind: agency, name: Office of Island Coast Safety}
northlines: {kind: company, name: Northlines}
"""


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def desk(root: Path, **files: str) -> Path:
    for path, data in tree({f"seeds/{name}.txt": text for name, text in files.items()}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "briefings/entities").mkdir(parents=True, exist_ok=True)
    (root / "briefings/entities/all.yml").write_text(KNOWN, encoding="utf-8")
    return root


def found(text: str, known: str = KNOWN, **front: object) -> dict[str, suggesting.Suggestion]:
    result = made({"seeds/a.txt": source(text, **front), "briefings/entities/all.yml": known})
    corpus = result.corpus
    return {
        one.name: one
        for one in suggesting.suggest(corpus.sources.values(), corpus.entities, set(corpus.entities))
    }


def entry(one: suggesting.Suggestion) -> dict[str, object]:
    return dict(one.entry)


def test_names_are_found_counted_and_classed() -> None:
    names = found(TEXT)
    assert entry(names["Ruth Alder"]) == {"kind": "person", "name": "Ruth Alder", "short": "Alder"}
    assert names["Ruth Alder"].count == 2
    assert entry(names["Piet Hansen"]) == {"kind": "person", "name": "Piet Hansen", "short": "Hansen"}
    assert entry(names["Seafarers' Union"])["kind"] == "organization"
    assert entry(names["Fisheries Office"])["kind"] == "agency"
    assert entry(names["Westhaven"]) == {"kind": "place", "name": "Westhaven"}
    assert names["Westhaven"].count == 3
    assert names["Westhaven"].sentences[0][1].startswith("Yesterday Ruth Alder")


def test_what_only_opens_a_sentence_and_what_is_known_is_no_name() -> None:
    names = found(TEXT)
    assert (
        not {"Yesterday", "Tickets", "Nobody", "March", "Chinese", "A", "The", "We", "Mr Hansen", "Alder"}
        & names.keys()
    )
    assert not any("port authority" in name for name in names)


def test_what_is_alike_is_asked_about() -> None:
    names = found(TEXT)
    assert names["Northline"].maybe == (("northlines", "Northlines"),)
    assert names["OICS"].maybe == (("oics", "Office of Island Coast Safety"),)
    assert entry(names["Northline"]) == {}


def test_the_misspelt_minister_is_asked_about(tmp_path: Path) -> None:
    for folder in ("seeds", "briefings"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    path = next((tmp_path / "seeds").glob("003_*.txt"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("misprints:\n  Raymond: gina-raimondo\n", ""), encoding="utf-8")
    result = run(tmp_path, "suggest", "ministers-call")
    assert "? `Raymond` may be `gina-raimondo` (Raimondo)" in result.output


def test_entries_pass_the_schema_and_the_check(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source(TEXT, title="A", published="2026", publisher="not stated"))
    result = run(root, "suggest", "--yaml")
    entries = load("", result.output).data
    assert isinstance(entries, dict)
    EntitiesFile.model_validate(entries)
    (root / "briefings/entities/new.yml").write_text(result.output, encoding="utf-8")
    assert "0 errors" in run(root, "check").output
    assert "Ruth Alder" not in run(root, "suggest", "--yaml").output


def test_it_says_the_same_each_time_and_changes_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source(TEXT), b=source(TEXT.replace("Piet", "Anna")))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    first = run(root, "suggest").output
    assert first == run(root, "suggest").output
    assert "Westhaven, 6 times" in first
    assert "b: " not in run(root, "suggest", "a").output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("text", "lang", "why"),
    [("港务局表示新船闸在六月之前不会开放。", "zh", "no capital letters"), ("Der Hafen ist zu.", "de-AT", "gives every noun a capital"),
     ("港务局表示新船闸在六月之前不会开放。", "en", "most of its letters know no capitals")],
)  # fmt: skip
def test_where_capitals_tell_nothing_it_says_so(tmp_path: Path, text: str, lang: str, why: str) -> None:
    root = desk(tmp_path, a=source(text, lang=lang))
    assert why in run(root, "suggest").output
    assert run(root, "suggest", "--yaml").stdout == ""


def test_a_source_that_there_is_not(tmp_path: Path) -> None:
    result = run(desk(tmp_path, a=source(TEXT)), "suggest", "b")
    assert result.exit_code == 1
    assert "there is no source `b`; there are a" in result.output


def test_control_characters_are_shown_not_sent(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source("He saw Ruth \x1b[2JAlder and Ruth Alder.\n"))
    assert "\x1b" not in run(root, "suggest").output


@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["Ruth", "Alder", "of", "the", "Bank", "said", ".", ",", "’s", "'", "“", "Ms", "UN", "A", "é", "Éva", "\n", "\n\n", "[", "…", "ǅ", "x1", "March", "de"]
), max_size=40).map(" ".join))  # fmt: skip
@example("Bank of the")
@example("Ruth’s ’s Bank")
def test_every_suggestion_is_an_entry_or_a_question(text: str) -> None:
    suggestions = found(text or "x")
    entries: dict[str, Any] = {one.id: entry(one) for one in suggestions.values() if one.entry}
    EntitiesFile.model_validate(entries)
    for one in suggestions.values():
        assert bool(one.entry) != bool(one.maybe)
        assert one.count >= 1
        assert one.sentences
