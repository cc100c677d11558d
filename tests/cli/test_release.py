"""`release`: a version of each briefing that has changed, and no other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.build import build
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings

if TYPE_CHECKING:
    from click.testing import Result

LIFE = Path(__file__).parents[1] / "golden" / "life"
SALE = "briefings/2025-05-05-lidar-sale.yml"
LEDGER = "briefings/versions/lidar-sale.json"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder in ("briefings", "seeds"):
        shutil.copytree(LIFE / folder, tmp_path / folder)
    shutil.rmtree(tmp_path / "briefings/versions")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Life\nplugins: [{briefings: {format: 2}}]\n", "utf-8")
    return tmp_path


def run(desk: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["--root", str(desk), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


def edit(desk: Path, old: str, new: str) -> None:
    path = desk / SALE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_desk_records_what_has_changed_and_nothing_else(desk: Path) -> None:
    assert "changed since" not in run(desk, "check").output, "a desk that records nothing is not advised"
    assert not json.loads(run(desk, "status", "--format", "json").stdout)["unrecorded"]
    run(desk, "release", "--check", code=1)
    assert not (desk / "briefings/versions").exists()
    run(desk, "release")
    assert [path.name for path in (desk / "briefings/versions").iterdir()] == ["lidar-sale.json"]
    first = (desk / LEDGER).read_bytes()
    run(desk, "release", "--check")
    run(desk, "release")
    assert (desk / LEDGER).read_bytes() == first

    edit(desk, "summary: Beta sold", "summary: It is certain that Beta sold")
    told = run(desk, "check").output
    assert "1 briefing changed since the newest version (`lidar-sale`): run `briefings release`" in told
    (task,) = json.loads(run(desk, "status", "--format", "json").stdout)["unrecorded"]
    assert (task["at"], task["why"]) == ("lidar-sale", "version 2 is not recorded")
    assert "lidar-sale: version 2 (sentence 1)" in run(desk, "release").output
    data = json.loads((desk / LEDGER).read_bytes())
    assert [one["number"] for one in data["versions"]] == [1, 2]
    assert data["versions"][0] == json.loads(first)["versions"][0]


def test_a_broken_ledger_is_told_with_its_place_and_left(desk: Path) -> None:
    run(desk, "release")
    text = (desk / LEDGER).read_text("utf-8").replace('"format": 1,', '"format": 1,\n<<<<<<< HEAD')
    (desk / LEDGER).write_text(text, "utf-8")
    told = run(desk, "release", code=1).stderr
    assert f"{LEDGER}:3:1: error: this is not JSON" in told
    assert (desk / LEDGER).read_text("utf-8") == text


def test_a_ledger_that_leads_out_of_the_desk_is_not_written(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (desk / "briefings/versions").symlink_to(outside)
    run(desk, "release", code=1)
    assert not [*outside.iterdir()]


def pages(desk: Path) -> dict[str, str]:
    tree, _ = read(desk, Settings())
    return {page.path: page.text() for page in build(tree, Settings()).pages}


def test_a_withdrawal_replaces_every_version(desk: Path) -> None:
    run(desk, "release")
    assert "Beta sold its lidar unit" in pages(desk)["briefings/versions/lidar-sale/1.md"]
    edit(desk, "it is Gamma [@sold].", "it is Gamma.")
    with (desk / SALE).open("a", encoding="utf-8") as file:
        file.write("status: withdrawn\nwithdrawn: It was wrong.\n")
    made = pages(desk)
    of_versions = [text for path, text in made.items() if "versions/" in path and "moved" not in text]
    assert len(of_versions) == 2
    assert all("It was wrong." in text and "sold its" not in text for text in of_versions)


def test_a_draft_leaves_no_trace_in_its_versions(desk: Path) -> None:
    run(desk, "release")
    with (desk / SALE).open("a", encoding="utf-8") as file:
        file.write("status: draft\n")
    assert not [path for path in pages(desk) if "versions" in path]
