"""The settings of a site folder: what cannot be read is told in one sentence, and nothing lasts of the reading."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NoReturn

import pytest
from mkdocs_briefings.files.git import RevisionError
from mkdocs_briefings.mkdocs import configuration, site_settings

from tests.review.sides import Tree

if TYPE_CHECKING:
    from pathlib import Path


def too_deep(*_: object) -> NoReturn:
    raise RecursionError("maximum recursion depth exceeded")


def test_settings_that_are_nested_too_deeply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.setattr(site_settings, "load_config", too_deep)
    with pytest.raises(site_settings.SiteError, match=r"mkdocs\.yml: this is nested too deeply to be read$"):
        site_settings.settings(tmp_path)
    monkeypatch.setattr("yaml.load", too_deep)
    with pytest.raises(RevisionError, match=r"^HEAD: mkdocs\.yml: this is nested too deeply to be read$"):
        configuration.configured(Tree({"mkdocs.yml": b"site_name: x"}), "HEAD")


def test_the_log_is_as_it_was(tmp_path: Path) -> None:
    logger = logging.getLogger("mkdocs")
    before = logger.level
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra_thing: y\n")
    assert site_settings.settings(tmp_path)[0].title == "x"
    assert logger.level == before
