"""The plugin as MkDocs and others meet it: what it leaves alone, what it keeps, what it puts back."""

from __future__ import annotations

import logging
import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs_briefings.mkdocs.plugin import BriefingsPlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

BASE = Path(__file__).parents[1] / "cases/_base"
REPOSITORY = Path(__file__).parents[2]
HOOK = """\
from pathlib import Path
SEEN = []
def on_config(config):
    global MINE
    MINE = config.site_dir
    SEEN.append(("config", config.site_dir))
def on_pre_build(config):
    SEEN.append(("pre_build", config.site_dir))
def on_post_page(output, page, config):
    Path(config.site_dir, "beside.txt").write_text("written while pages are made")
def on_post_build(config):
    SEEN.append(("post_build", config.site_dir))
    Path(MINE, "after.txt").write_text(Path(config.site_dir, "index.html").read_text()[:15])
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    (root / "mkdocs.yml").write_text(
        "site_name: Desk\ntheme: material\nplugins: [briefings: {search: false}]\nhooks: [hook.py]\n"
    )
    (root / "docs").mkdir()
    (root / "hook.py").write_text(HOOK)
    return root


def loaded(desk: Path, **options: Any) -> MkDocsConfig:
    return load_config(str(desk / "mkdocs.yml"), **options)


def plugin(config: MkDocsConfig) -> BriefingsPlugin:
    found = config.plugins["briefings"]
    assert isinstance(found, BriefingsPlugin)
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_to_load_it_changes_nothing(desk: Path) -> None:
    before = logging.getLogger("mkdocs").handlers[:], signal.getsignal(signal.SIGTERM)
    config = loaded(desk)
    site = config.site_dir
    config.plugins.run_event("startup", command="mike", dirty=False)  # as mike reads a configuration
    config.plugins.on_config(config)
    assert config.site_dir == site
    config.plugins.run_event("shutdown")
    assert (logging.getLogger("mkdocs").handlers, signal.getsignal(signal.SIGTERM)) == before
    assert config.site_dir == site
    assert not list(desk.glob(".site*"))


def test_a_preview_leaves_the_program_as_it_was(desk: Path) -> None:
    before = logging.getLogger("mkdocs").handlers[:], signal.getsignal(signal.SIGTERM)
    config = loaded(desk)
    config.plugins.on_startup(command="serve", dirty=False)
    assert len(logging.getLogger("mkdocs").handlers) == len(before[0]) + 1
    config.plugins.on_shutdown()
    assert (logging.getLogger("mkdocs").handlers, signal.getsignal(signal.SIGTERM)) == before


def test_a_build_after_a_preview_in_the_same_program_is_no_preview(desk: Path) -> None:
    """MkDocs keeps one plugin for all configurations that a program reads."""
    first = loaded(desk)
    first.plugins.on_startup(command="serve", dirty=False)
    first.plugins.on_config(first)
    assert "assets/panel.css" in first.extra_css
    first.plugins.on_shutdown()
    second = loaded(desk)
    assert plugin(second) is plugin(first)
    second.plugins.on_config(second)
    assert "assets/panel.css" not in second.extra_css


@pytest.mark.slow
def test_others_meet_the_site_folder_that_is_set(desk: Path) -> None:
    config = loaded(desk)
    site = config.site_dir
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    seen = config.plugins["hook.py"].SEEN  # type: ignore[attr-defined]
    assert seen == [("config", site), ("pre_build", site), ("post_build", site)]
    assert config.site_dir == site
    made = files(Path(site))
    assert made["after.txt"] == made["index.html"][:15]
    assert made["beside.txt"] == b"written while pages are made"
    assert not list(desk.glob(".site*"))
    assert "SOURCE_DATE_EPOCH" not in os.environ


@pytest.mark.slow
@pytest.mark.parametrize(
    "end", ["raise ValueError('no')", "__import__('logging').getLogger('mkdocs.x').warning('no')"]
)
def test_who_fails_after_the_site_is_built_leaves_the_old_one(desk: Path, end: str) -> None:
    (desk / "hook.py").write_text(f"def on_post_build(config):\n    {end}\n")
    (desk / "site").mkdir(mode=0o750)
    (desk / "site/index.html").write_text("the site of before")
    config = loaded(desk, strict=True)
    with pytest.raises((ValueError, Abort)):
        build(config)
    assert files(desk / "site") == {"index.html": b"the site of before"}
    assert config.site_dir == str(desk / "site")
    assert not list(desk.glob(".site*"))
    build(loaded(desk, strict=True, hooks=[]))
    assert (desk / "site/briefings/index.html").is_file()
    assert (desk / "site").stat().st_mode & 0o777 == 0o750


def test_what_was_parsed_is_kept_for_one_build(desk: Path) -> None:
    config = loaded(desk)
    session = plugin(config).session
    (path,) = (desk / "briefings").glob("*-proposed.yml")
    for number in range(4):
        path.write_text(path.read_text("utf-8").replace("\ntitle:", f"\n# {number}\ntitle:", 1), "utf-8")
        config = loaded(desk)
        config.plugins["briefings"].session = session  # type: ignore[attr-defined]
        config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        there = [
            one for folder in ("seeds", "briefings") for one in (desk / folder).rglob("*") if one.is_file()
        ]
        assert len(session.memo) == len(there)
    config.plugins.on_shutdown()


@pytest.mark.slow
def test_an_empty_moment_is_none_and_an_odd_one_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(loaded(desk))
    made = files(desk / "site")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    build(loaded(desk))
    assert files(desk / "site") == made
    assert os.environ["SOURCE_DATE_EPOCH"] == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(Abort):
        build(loaded(desk))
    assert files(desk / "site") == made
