"""What editors leave beside the files of a desk is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.files.snapshot import snapshot
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.leftovers import is_passing

from tests.review.test_command import commit, git

if TYPE_CHECKING:
    from pathlib import Path

LEFT = ["#a.yml#", "a.yml~", ".a.yml.swp", "4913", ".a.yml.x1_y.tmp", "a.txt~"]


@pytest.mark.parametrize(
    "name", ["2026-a.yml", "a.txt", "4914", ".a.yml", "#a.yml", "a.tmp", "a.swp", "~a.yml", "a#.yml"]
)
def test_what_an_editor_means_to_keep_is_read(name: str) -> None:
    assert not is_passing(f"briefings/{name}")
    assert not is_passing(f"briefings/a.yml~/{name}")


def test_what_is_left_is_not_read_from_a_folder_or_a_revision(tmp_path: Path) -> None:
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ".#a.yml").symlink_to("me@here.4711:1")
        for name in LEFT:
            (tmp_path / folder / name).write_text("half", encoding="utf-8")
    (tmp_path / "briefings/a.yml").write_text("x", encoding="utf-8")
    assert read(tmp_path, Settings()) == ({"briefings/a.yml": b"x"}, [])
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    assert snapshot(tmp_path, "HEAD").desk(Settings()) == ({"briefings/a.yml": b"x"}, [])
