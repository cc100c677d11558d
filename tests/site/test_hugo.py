"""The way out to Hugo: `briefings write` and the recipe give the same pages with the same anchors, and every link leads somewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import BIN, DESK, environment, read_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.site.conftest import Built, Html

RECIPE = Path(__file__).parents[2] / "recipes/hugo/build"


@pytest.mark.soak
def test_hugo_builds_what_briefings_writes(built: Built, pages: Mapping[str, Html], tmp_path: Path) -> None:
    env = environment()
    ran = subprocess.run(
        [RECIPE, built.desk.root, tmp_path / "out"],
        env=env | {"PATH": f"{BIN}:{env['PATH']}"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    public = tmp_path / "out/public"
    theirs = {
        path.relative_to(public).as_posix(): read_html(path.read_text("utf-8"))
        for path in public.rglob("*.html")
    }
    assert theirs.keys() >= pages.keys() - {"404.html"}
    anchors = {
        path: missing
        for path, page in pages.items()
        if path in theirs
        and (
            missing := {one for one in page.article_ids if one[:2] in {"c-", "p-", "d-", "q-", "e-", "r-"}}
            - set(theirs[path].article_ids)
        )
    }
    assert anchors == {}
    assert (DESK / "docs/about.md").exists()
    assert (public / "feeds/site.xml").is_file()
