"""Texts that lie outside the repository: read for one's own folder, and known by the lock elsewhere."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_main import run
from tests.lock.harbour import desk
from tests.review.test_command import commit, git

if TYPE_CHECKING:
    from pathlib import Path

BRIEFING = "briefings/2026-04-02-lock.yml"
NOTHING = "Nothing on the desk changes.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A desk in git with its lock; its texts lie beside the repository."""
    root = tmp_path / "public"
    for path, data in desk().items():
        target = root / path.replace("seeds/", "../private/seeds/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Harbour\nplugins:\n- briefings: {seeds_dir: ../private/seeds}\n", "utf-8"
    )
    assert run(root, "lock").exit_code == 0
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def test_ones_own_texts_are_read(site: Path) -> None:
    assert run(site, "diff", "HEAD").output.endswith(NOTHING)
    assert run(site, "diff", "HEAD", site).output.endswith(NOTHING)
    (text,) = (site.parent / "private/seeds").iterdir()
    text.write_bytes(text.read_bytes() + b"One more line.\n")
    for words in (("HEAD",), ("HEAD", site)):
        done = run(site, "diff", *words)
        assert done.exit_code == 1
        assert "seal-broken" in done.output
    assert run(site, "diff", "HEAD", "HEAD").output.endswith(NOTHING)


def test_those_of_a_folder_of_somebody_else_are_not(site: Path) -> None:
    other = shutil.copytree(site, site.parent / "other")
    (text,) = (site.parent / "private/seeds").iterdir()
    text.write_bytes(text.read_bytes() + b"One more line.\n")
    assert run(site, "diff", "HEAD", other).output.endswith(NOTHING)


def test_a_new_quotation_is_found_in_ones_own_text(site: Path) -> None:
    path = site / BRIEFING
    path.write_bytes(path.read_bytes().replace(b"steel came late", b"this paper that steel came late"))
    done = run(site, "diff", "HEAD")
    assert done.exit_code == 0, done.output
    assert "this paper that steel came late" in done.output
    commit(site)
    assert "not-verified" in run(site, "diff", "HEAD~1", "HEAD").output


@pytest.mark.parametrize(("old", "new"), [("paper", "gazette"), ("moor", "jane-moor"), ("news", "courier")])
def test_an_id_that_changes_where_the_base_has_but_a_lock_hides_nothing_else(
    site: Path, old: str, new: str
) -> None:
    assert "is now" in run(site, "rename", old, new).output
    told = run(site, "diff", "HEAD").output
    assert "### Claims" not in told
    assert "### Our own sentences" not in told
    assert "### Sources" not in told
    assert "### Look at these first" not in told
    assert run(site, "lock").exit_code == 0
    commit(site)
    told = run(site, "diff", "HEAD~1", "HEAD").output
    assert "### Claims" not in told
    assert "### Sources" not in told
