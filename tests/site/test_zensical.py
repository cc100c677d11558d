"""The way out: `briefings write` and another site builder give the same pages with the same anchors."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import BIN, DESK, Desk, environment, read_html

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.site.conftest import Built, Html

pytestmark = pytest.mark.slow


def test_zensical_builds_what_briefings_writes(
    built: Built, pages: Mapping[str, Html], tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    done = desk.run("briefings", "--root", str(built.desk.root), "write", str(tmp_path / "docs"))
    assert done.returncode == 0, done.stdout
    written = {path.relative_to(tmp_path / "docs").as_posix() for path in tmp_path.rglob("*.md")}
    shutil.copytree(DESK / "docs", tmp_path / "docs", dirs_exist_ok=True)
    config = re.sub(r"^  - briefings:?\n(?:    .*\n)*", "", built.desk.read("mkdocs.yml"), flags=re.MULTILINE)
    assert "briefings:" not in config
    desk.write("mkdocs.yml", config)

    path = shutil.which("zensical", path=os.pathsep.join((str(BIN), os.environ.get("PATH", ""))))
    if path is None:
        pytest.fail(
            "zensical is not there: uv sync (make does it), or uv pip install zensical", pytrace=False
        )
    ran = subprocess.run(
        [path, "build"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr

    theirs = {
        path.relative_to(desk.site).as_posix(): read_html(path.read_text("utf-8"))
        for path in desk.site.rglob("*.html")
    }
    assert theirs.keys() == pages.keys()
    assert len(written) <= len(theirs)
    differing = {
        path: (page.article_ids, theirs[path].article_ids)
        for path, page in pages.items()
        if page.article_ids != theirs[path].article_ids
    }
    assert differing == {}
