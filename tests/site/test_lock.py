"""A whole site whose articles lie outside the repository, built with them and from the lock alone."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.lock.outline import HIDDEN

from tests.site.conftest import Desk, Preview, copy, read_html, tree, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

LOCK = "briefings/sources.lock"


def private(root: Path) -> Desk:
    """Give a copy of the desk whose seeds lie beside it."""
    desk = copy(root / "public")
    shutil.move(desk.root / "seeds", root / "private/seeds")
    desk.edit("mkdocs.yml", "      manual: true\n", "      manual: true\n      seeds_dir: ../private/seeds\n")
    return desk


def test_the_built_site_is_the_same_to_the_byte(tmp_path: Path) -> None:
    desk = private(tmp_path)
    assert desk.run("briefings", "lock").returncode == 0
    with_texts = desk.build_whole()
    assert with_texts.returncode == 0, with_texts.stdout
    assert "; checked against the texts" in with_texts.stdout
    before = tree(desk.site)
    shutil.rmtree(tmp_path / "private")
    without = desk.build_whole()
    assert without.returncode == 0, without.stdout
    assert f"; 8 of 8 sources checked against {LOCK}, not their texts" in without.stdout
    after = tree(desk.site)
    differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert differing == set()
    assert not any(HIDDEN.encode() in data for data in after.values())
    page = read_html(after["sources/gazette-pilots/index.html"].decode())
    assert page.edit == "", "there is nothing at the host that could be edited"
    assert read_html(after["briefings/pilots-leave/index.html"].decode()).edit


def test_the_preview_watches_texts_outside_and_does_without_them(tmp_path: Path) -> None:
    desk = private(tmp_path)
    assert desk.run("briefings", "lock").returncode == 0
    text = next((tmp_path / "private/seeds").glob("01-*"))
    preview = Preview(desk, tmp_path / "log")
    try:
        until(preview.started, "the preview", 120)
        words = text.read_text("utf-8")
        text.write_text(re.sub(r"(?m)^label: .*$", "label: A zephyr of a source", words), "utf-8")
        preview.shows("sources/", "A zephyr of a source")
        shutil.rmtree(tmp_path / "private")
        desk.edit("briefings/2026-02-13-pilots-leave.yml", "summary: |\n  ", "summary: |\n  Zephyrs blow: ")
        preview.shows("briefings/pilots-leave/", "Zephyrs blow:")
        assert HIDDEN not in preview.get("sources/gazette-pilots/")[1]
        assert "Harbour Gazette on two officials" in preview.get("sources/")[1]
    finally:
        preview.process.kill()
        preview.process.wait()
