"""`status`, `coverage`, `impact` and `explain`: for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main

from tests.desks import source, tree

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[2]


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def data(root: Path, *arguments: str) -> Any:
    result = run(root, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    files = {
        "seeds/lock.txt": source(
            "The port said that the lock is late. It is to open on 1 March 2026. Ada Alder waits. It rains.\n",
            id="a-source-with-an-id-that-is-longer-than-most-terminals-would-show-in-a-table-of-five-columns",
            title="Lock", published="2026-02-01", publisher="courier",
        ),
        "seeds/unused.txt": source("Nobody reads this.\n", title="Unused", published="2026-04-01"),
        "briefings/entities/all.yml": "ada: {kind: person, name: Ada Alder}\ncourier: {kind: outlet, name: Courier}\n"
        "echo: {kind: outlet, name: Echo, medium: newspaper}\ntold: {kind: outlet, name: Told, medium: newspaper, "
        "ownership: the town, outside: {medium: its page, ownership: its page}}\n"
        "permit: {kind: measure, name: permit}\n",
        "briefings/2026-02-01-late.yml": "title: Lock late\nsources: [a-source-with-an-id-that-is-longer-than-most-"
        "terminals-would-show-in-a-table-of-five-columns]\nsummary: |\n  It is late [@late]. Ada Alder waits [@waits]. It opens [@opens].\n"
        "claims:\n  late: {text: The opening is put off., quote: the lock is late}\n"
        "  waits: {text: Ada Alder waits., quote: Ada Alder waits}\n"
        "  opens: {text: It opens., date: 2026-03-01, quote: It is to open on 1 March 2026}\n",
        "briefings/2026-02-02-draft.yml": "title: Lock\nsources: [unused]\nsummary: Nobody [@unused].\nstatus: draft\n",
    }  # fmt: skip
    for path, text in tree(files).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text)
    return tmp_path


def test_what_is_to_do_is_told_with_what_mends_it(desk: Path) -> None:
    found = data(desk, "status")
    assert found["errors"] == 0
    told = {key: [task["at"] for task in tasks] for key, tasks in found.items() if key != "errors"}
    assert told["overdue"] == ["late#opens"]
    assert told["waiting"] == ["draft"]
    assert told["undefined"] == ["ada"]
    assert told["weakest"] == ["late"]
    assert told["outlets"] == ["courier"]
    assert "bottom line of `late`" in found["outlets"][0]["why"]
    assert told["other_outlets"] == ["echo"]
    assert "quoted" in found["weakest"][0]["why"]
    assert all(task["why"] and task["mend"] for key in told for task in found[key])
    text = run(desk, "status").output
    assert "Drafts and embargoes: 1\n  draft: a draft\n    → remove `status: draft`" in text


def test_a_desk_with_errors_says_so_and_shows_the_rest(desk: Path) -> None:
    (desk / "briefings/2026-02-03-bad.yml").write_text("title: [", encoding="utf-8")
    result = run(desk, "status")
    assert result.exit_code == 0
    assert "run `briefings check`" in result.output
    assert data(desk, "status")["errors"] >= 1


def test_long_lists_are_cut_for_people_only(desk: Path) -> None:
    for n in range(12):
        (desk / f"seeds/more-{n}.txt").write_text(source("Nobody.\n", title=f"T{n}"), encoding="utf-8")
    assert "… 2 more; --all prints them" in run(desk, "status").output
    assert "more; --all" not in run(desk, "status", "--all").output
    assert len(data(desk, "status")["unused"]) == 12


def test_coverage_is_whole_when_piped_and_for_programs(desk: Path) -> None:
    output = run(desk, "coverage").output
    id_ = "a-source-with-an-id-that-is-longer-than-most-terminals-would-show-in-a-table-of-five-columns"
    assert id_ in output
    assert "…" not in output
    row = next(one for one in data(desk, "coverage", "--list") if one["source"] == id_)
    assert (row["sentences"], row["covered"], row["left"]) == (4, 3, ["It rains."])


@pytest.mark.parametrize(
    ("id_", "claims"),
    [("late", ["late#late"]), ("late#late", ["late#late"]), ("ada", ["late#waits"]), ("courier", ["late#late", "late#waits", "late#opens"])],
)  # fmt: skip
def test_what_depends_on_a_claim_an_entity_or_an_outlet(desk: Path, id_: str, claims: list[str]) -> None:
    found = data(desk, "impact", id_)
    assert [one["at"] for one in found["claims"]] == claims
    assert len(found["sentences"]) == len(claims)
    first = run(desk, "impact", id_).output.splitlines()[0]
    assert first == (f"{len(claims)} claims" if len(claims) > 1 else "1 claim")


def test_unknown_ids_and_codes_get_the_nearest(desk: Path) -> None:
    assert "did you mean `courier`?" in run(desk, "impact", "couriers").output
    result = run(desk, "explain", "passage-not-fund")
    assert result.exit_code == 2
    assert "did you mean `passage-not-found`" in result.output
    assert "passage-not-found (error)" in run(desk, "explain", "[passage-not-found]").output
