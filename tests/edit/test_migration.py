"""The format of a desk: named, brought to the present one, and refused by an older program."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs.utils.yaml import yaml_load
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.new_desk import with_format
from mkdocs_briefings.model.desk_format import FORMAT

if TYPE_CHECKING:
    from click.testing import Result

BASE = Path(__file__).parents[1] / "cases/_base"
OPTIONS = {"manual": True}


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    "plugins",
    [
        "  - search\n  - briefings\n  - tags\n",
        "- briefings\n- search",
        "  - briefings:\n      manual: true\n  - search\n",
        "  - briefings:   # ours\n      # a comment\n      manual: true   # another\n",
        "  - briefings: {manual: true}\n  - search: {}\n",
        "  - briefings:\n      manual: true\n      format: 1   # the old one\n",
        "  - briefings:\n",
        "  briefings:\n    manual: true\n  search: {}\n",
        "  briefings: {}\n  search: {}\n",
        "  briefings:\n  search:\n",
        " [search, briefings]\n",
        " [briefings: {manual: true}]\n",
        " {search: {}, briefings: {}}\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_number_is_written_and_all_else_stays(plugins: str, newline: str) -> None:
    text = f"site_name: x  # name\nplugins:{'' if plugins.startswith((' [', ' {')) else chr(10)}{plugins}"
    text = text.replace("\n", newline)
    made = with_format(text)
    assert made is not None
    before, after = yaml_load(text), yaml_load(made)

    def options(loaded: object) -> dict[str, object]:
        listed = loaded["plugins"]  # type: ignore[index]  # YAML of ours
        pairs = (
            listed.items()
            if isinstance(listed, dict)
            else (pair for one in listed for pair in ([(one, {})] if isinstance(one, str) else one.items()))
        )
        return {name: dict(given or {}) for name, given in pairs}

    had, has = options(before), options(after)
    assert has.pop("briefings") == {**had.pop("briefings"), "format": FORMAT}  # type: ignore[dict-item]  # a mapping
    assert has == had
    assert with_format(made) == made
    assert [line for line in text.split(newline) if "#" in line and "format" not in line] == [
        line for line in made.split(newline) if "#" in line and "format" not in line
    ]


@pytest.mark.parametrize(
    "text", ["site_name: x\n", "plugins: briefings\n", "plugins: [search]\n", "plugins: [\n", "a"]
)
def test_what_cannot_be_read_is_left_to_the_editor(text: str) -> None:
    assert with_format(text) is None


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - briefings\n", encoding="utf-8")
    return root


def test_an_older_desk_is_read_and_told_of_the_present_format(desk: Path) -> None:
    result = run(desk, "check", "--strict")
    assert result.exit_code == 0
    assert f"have format 1; `briefings check --fix` brings them to {FORMAT}" in result.output
    assert "format" not in run(desk, "check", "--format", "github").output


def test_a_fix_migrates_and_renews_the_schemas(desk: Path) -> None:
    run(desk, "schema", str(desk / "schema"))
    sound = (desk / "schema/briefing.json").read_bytes()
    (desk / "schema/briefing.json").write_text("{}", encoding="utf-8")
    result = run(desk, "check", "--fix")
    assert f"fixed: mkdocs.yml: format {FORMAT}" in result.output
    assert f"fixed: schema/briefing.json: format {FORMAT}" in result.output
    assert "entities.json" not in result.output
    assert (desk / "schema/briefing.json").read_bytes() == sound
    assert f"format: {FORMAT}" in (desk / "mkdocs.yml").read_text(encoding="utf-8")
    before = (desk / "mkdocs.yml").read_bytes()
    assert "format" not in run(desk, "check", "--fix").output
    assert (desk / "mkdocs.yml").read_bytes() == before


def test_a_newer_desk_needs_a_newer_program(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    (desk / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n  - briefings:\n      format: {FORMAT + 1}\n", encoding="utf-8"
    )
    assert run(desk, "check").exit_code == 1
    assert "needs a newer version of the program" in caplog.text
    assert "needs a newer version of the program" in run(desk, "diff", str(desk)).output


def test_a_newer_lock_needs_a_newer_program(desk: Path) -> None:
    assert run(desk, "lock").exit_code == 0
    lock = desk / "briefings/sources.lock"
    lock.write_text(lock.read_text("utf-8").replace('"version": 1,', '"version": 7,', 1), encoding="utf-8")
    shutil.rmtree(desk / "seeds")
    result = run(desk, "check")
    assert result.exit_code == 1
    assert "written by a newer version" in result.output


def test_new_desks_name_the_format(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    assert result.exit_code == 0
    assert "have format" not in run(tmp_path / "new", "check").output
