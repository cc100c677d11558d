"""The settings of a site folder: what cannot be read is told in one sentence, and nothing lasts of the reading."""

from __future__ import annotations

import logging
import re
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


WRONG = {
    "seeds_dir: /tmp/seeds": "is not a folder of the site",
    "seeds_dir: C:/seeds": "is not a folder of the site",
    "seeds_dir: .": "is not a folder of the site",
    "seeds_dir: ''": "is not a folder of the site",
    "briefings_dir: ../elsewhere": "leads out of the site folder",
    "seeds_dir: briefings/seeds": "`briefings_dir` and `seeds_dir` lie within each other",
    "seeds_dir: docs/seeds": "MkDocs would publish its files as they are",
    "briefings_dir: site": "MkDocs writes the site there",
    "seed_dir: texts": r"there is no such option; did you mean `seeds_dir`\?",
    "hue: teal": "there is no such option; there are as_of, ",
    "max_share: 30": "is not a share",
    "max_share: true": "is not a share",
    "as_of: soon": "is not a day",
    "editor: vscode": r"is not an address with `\{path\}` in it",
    "edit_url: https://code.example/edit/": r"is not an address with `\{path\}` in it",
    "outputs: [feed]": "Expected one of",
    "feed_claims: 0": "is not a whole number from 1 on",
}


def desk_with(root: Path, option: str, more: str = "") -> Path:
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(f"site_name: x\n{more}plugins:\n- briefings:\n    {option}\n", "utf-8")
    return root


@pytest.mark.parametrize("option", WRONG)
def test_a_setting_that_leads_nowhere_is_told_by_every_command(
    option: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(site_settings.SiteError) as told:
        site_settings.settings(desk_with(tmp_path, option))
    assert re.search(WRONG[option], f"{told.value}\n{caplog.text}")


@pytest.mark.parametrize(
    "option", ["seeds_dir: ./../private/seeds/", "briefings_dir: desk/b/", "max_share: 0"]
)
def test_settings_that_lead_somewhere(option: str, tmp_path: Path) -> None:
    found, _ = site_settings.settings(desk_with(tmp_path, option))
    assert (found.seeds_dir, found.briefings_dir) in {
        ("../private/seeds", "briefings"),
        ("seeds", "desk/b"),
        ("seeds", "briefings"),
    }


def test_a_desk_beside_its_pages_is_published_only_as_pages(tmp_path: Path) -> None:
    more = "docs_dir: pages\nexclude_docs: |\n  /seeds/\n  /briefings/\n"
    root = desk_with(tmp_path, "{seeds_dir: pages/seeds, briefings_dir: pages/briefings}", more)
    (root / "docs").rename(root / "pages")
    assert site_settings.settings(root)[0].seeds_dir == "pages/seeds"
