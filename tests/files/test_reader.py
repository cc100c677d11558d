"""The files of a desk, read from the disk: nothing that is there may pass for what is not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files.reader import KnownFiles, below, is_file, read
from mkdocs_briefings.model.settings import Settings

from tests.powerless import powerless

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parents[1] / "cases/_base"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "desk"))


def refusing(real: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Let a function of `os` refuse the path that ends so, as the system does for want of permission."""

    def made(path: str | Path, *rest: Any, **named: Any) -> Any:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **named)

    return made


@pytest.mark.parametrize("folder", ["briefings", "seeds", "briefings/entities"])
@pytest.mark.parametrize("command", [["check", "--strict"], ["fmt", "--check"], ["coverage"]])
def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(
    desk: Path, monkeypatch: pytest.MonkeyPatch, folder: str, command: list[str]
) -> None:
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, f"/{folder}"))
    with pytest.raises(PermissionError):
        read(desk, Settings())
    found = CliRunner().invoke(main, ["--root", str(desk), *command])
    assert found.exit_code == 1
    assert found.output == f"{desk / folder}: Permission denied\n"


def test_seal_does_not_pass_over_a_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, "/seeds"))
    found = CliRunner().invoke(main, ["--root", str(desk), "seal"])
    assert (found.exit_code, found.output) == (1, f"{desk / 'seeds'}: Permission denied\n")


def test_a_file_of_which_nothing_can_be_told_is_not_left_out(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may be listed but not entered names its files, and tells nothing of them."""
    monkeypatch.setattr(os, "stat", refusing(os.stat, ".yml"))
    with pytest.raises(PermissionError):
        read(desk, Settings())


@pytest.mark.slow
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_permissions_of_a_folder_count(desk: Path, mode: int) -> None:
    assert powerless("briefings", "check", cwd=desk, env=os.environ).returncode == 0
    (desk / "briefings").chmod(mode)
    try:
        found = powerless("briefings", "check", cwd=desk, env=os.environ)
    finally:
        (desk / "briefings").chmod(0o755)
    assert found.returncode == 1
    assert found.stdout.startswith("briefings")
    assert found.stdout.endswith("Permission denied\n")


def test_a_desk_may_lack_a_folder_but_not_by_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    assert read(tmp_path, Settings()) == ({}, [])
    (tmp_path / "briefings").symlink_to("nowhere")
    with pytest.raises(FileNotFoundError):
        read(tmp_path, Settings())


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        read(tmp_path, Settings())


def test_links_are_listed_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.txt").write_text("", encoding="utf-8")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/loop").symlink_to("loop")
    (tmp_path / "a/gone").symlink_to("gone-too")
    names = ["b", "b/c.txt", "gone", "loop", "up"]
    assert [path.relative_to(tmp_path / "a").as_posix() for path in below(tmp_path / "a")] == names
    assert [is_file(tmp_path / "a" / name) for name in names] == [False, True, False, False, False]


def test_what_has_not_changed_is_not_read_again(desk: Path) -> None:
    known = KnownFiles()
    first, _ = read(desk, Settings(), known=known)
    name = next(path for path in first if path.startswith("briefings/2"))
    (desk / name).write_bytes(first[name] + b"# more\n")
    (desk / "seeds/new.txt").write_bytes(b"new")
    gone = next(path for path in first if path.startswith("seeds/"))
    (desk / gone).unlink()
    second, _ = read(desk, Settings(), known=known)
    assert second == read(desk, Settings())[0]
    assert (second[name], "seeds/new.txt" in second, gone in second) == (
        first[name] + b"# more\n",
        True,
        False,
    )
    assert all(second[path] is first[path] for path in first.keys() & second.keys() - {name})
    known.forget([name])
    assert read(desk, Settings(), known=known)[0] == second


def test_a_folder_that_is_a_link_now_is_read_with_the_eyes_for_links(desk: Path, tmp_path: Path) -> None:
    """The files are the very same, but they lie outside of the site folder now."""
    known = KnownFiles()
    read(desk, Settings(), known=known)
    (desk / "seeds").rename(tmp_path / "elsewhere")
    (desk / "seeds").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    tree, problems = read(desk, Settings(), known=known)
    assert not any(path.startswith("seeds/") for path in tree)
    assert {problem.rule.code for problem in problems} == {"path-outside"}


def test_a_setting_that_leads_to_no_folder_is_told_though_a_lock_stands_in(tmp_path: Path) -> None:
    """Texts that are kept elsewhere are no fault; texts that are where the setting does not lead are."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings/sources.lock").write_text("{}", "utf-8")
    away = Settings(seeds_dir="../private/seeds")
    assert read(tmp_path, away)[1] == []
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/README.md").write_text("None yet.", "utf-8")
    assert read(tmp_path, away)[1] == []
    (tmp_path / "seeds/a.txt").write_text("A text.", "utf-8")
    files, (told,) = read(tmp_path, away)
    assert files == {}
    assert told.rule.code == "folder-missing"
    assert told.message == "`seeds_dir: ../private/seeds` leads to no folder; `seeds` is here"


def test_a_folder_that_is_spelt_otherwise_is_named(tmp_path: Path) -> None:
    (tmp_path / "private/texts").mkdir(parents=True)
    (tmp_path / "private/texts/a.txt").write_text("A text.", "utf-8")
    (_, (told,)) = read(tmp_path, Settings(seeds_dir="privat/texts"))
    assert told.message == "`seeds_dir: privat/texts` leads to no folder; `private/texts` is here"
    (_, (told,)) = read(tmp_path, Settings(seeds_dir="private/texts", briefings_dir="desk"))
    assert told.message == "`briefings_dir: desk` leads to no folder"
