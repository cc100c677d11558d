"""A release by one command: what it refuses, what it takes from the changelog, what it leaves behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest
from packaging.version import Version

from tools import release
from tools.release import ReleaseError, asked, checksums, dated, notes, numbered, publishing, refuse_changes

ROOT = Path(__file__).parents[1]
CHANGELOG = """# Changelog

## [Unreleased]

### Added

- A thing.

## [0.10.0] - 2026-02-01

- Older.

## [0.9.0]

- Oldest.
"""


def test_notes_are_the_section_of_the_version_or_the_open_one() -> None:
    assert notes(CHANGELOG, Version("0.11.0")) == "### Added\n\n- A thing.\n"
    assert notes(CHANGELOG, Version("0.10.0")) == "- Older.\n"
    assert notes(CHANGELOG, Version("0.9.0")) == "- Oldest.\n"


def test_the_section_of_the_version_comes_before_the_open_one() -> None:
    text = CHANGELOG.replace("## [0.10.0] - 2026-02-01", "## [0.11.0] - unreleased")
    assert notes(text, Version("0.11.0")) == "- Older.\n"


@pytest.mark.parametrize("text", ["# Changelog\n", "## [Unreleased]\n\n### Added\n\n## [0.1.0]\n\n- Old.\n"])
def test_a_version_of_which_nothing_is_said_is_refused(text: str) -> None:
    with pytest.raises(ReleaseError, match="say there what is new"):
        notes(text, Version("0.2.0"))


def test_the_open_section_gets_the_name_and_the_day_and_nothing_else_changes() -> None:
    made = dated(CHANGELOG, Version("0.11.0"), "2026-03-01")
    assert made == CHANGELOG.replace("[Unreleased]", "[0.11.0] - 2026-03-01")


@pytest.mark.parametrize("text", ["0.10.0", "0.9.1", "0.10.0rc1"])
def test_a_version_that_is_not_newer_than_the_released_ones_is_refused(text: str) -> None:
    with pytest.raises(ReleaseError, match=r"not newer than 0\.10\.0"):
        asked(text, CHANGELOG, ["v0.2.0", "something"])


def test_a_tag_counts_as_released() -> None:
    assert asked("0.11.0", CHANGELOG, ["v0.2.0"]) == Version("0.11.0")
    with pytest.raises(ReleaseError, match=r"not newer than 0\.12\.0"):
        asked("0.11.0", CHANGELOG, ["v0.12.0"])


@pytest.mark.parametrize("text", ["", "next", "v0.11.0", "0.11.0-rc.1", "0.11.0; rm -r ."])
def test_what_is_no_version_in_its_normal_form_is_refused(text: str) -> None:
    with pytest.raises(ReleaseError, match=r"is not a version|normal form"):
        asked(text, CHANGELOG, [])


def test_a_section_that_is_open_is_not_released() -> None:
    assert asked("0.10.0", CHANGELOG.replace("2026-02-01", "unreleased"), []) == Version("0.10.0")


def test_one_version_is_set_and_others_stay() -> None:
    text = '[project]\nversion = "0.1.0"\n[tool]\ntarget-version = "py311"\nminversion = "9.0"\n'
    assert numbered(text, Version("0.2.0")) == text.replace("0.1.0", "0.2.0")
    with pytest.raises(ReleaseError, match="2 lines"):
        numbered(text * 2, Version("0.2.0"))


def test_a_tree_that_is_not_as_committed_is_refused() -> None:
    refuse_changes("")
    with pytest.raises(ReleaseError, match=r"2 file\(s\).*\n M a\n\?\? b"):
        refuse_changes(" M a\n?? b\n")


def test_sums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "sums").write_text(checksums({"a": b"1"}), encoding="utf-8")
    assert hashlib.sha256(b"1").hexdigest() in (tmp_path / "sums").read_text(encoding="utf-8")
    subprocess.run(
        ["sha256sum", "--check", "--strict", "sums"], cwd=tmp_path, check=True, capture_output=True
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project in git whose `uv` builds what it is told."""
    uv = tmp_path / "uv"
    uv.write_text(
        "#!/bin/sh\n"
        '[ "$1" = lock ] && { [ ! -e ../locks-fail ] && echo locked >uv.lock; exit; }\n'
        'mkdir -p "$4" && echo wheel >"$4/a.whl" && echo source >"$4/a.tar.gz"\n',
        encoding="utf-8",
    )
    uv.chmod(0o755)
    monkeypatch.setattr(release, "UV", str(uv))
    root = tmp_path / "project"
    root.mkdir()
    for name, text in {
        "pyproject.toml": '[project]\nversion = "0.10.0"\n',
        "uv.lock": "old\n",
        "CHANGELOG.md": CHANGELOG,
        ".gitignore": "dist\n",
        "Makefile": "fine:\n\t@true\nbad:\n\t@false\n",
    }.items():
        (root / name).write_text(text, encoding="utf-8")
    identity = {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    for name, value in (identity | {"GIT_CONFIG_GLOBAL": os.devnull}).items():
        monkeypatch.setenv(name, value)
    for command in ("init -q", "add .", "commit -q -m first"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    return root


def test_a_release_builds_and_leaves_to_commit_tag_and_push_what_it_prints(project: Path) -> None:
    left = release.release(project, "0.11.0", "2026-03-01", ["fine"])
    assert left == publishing(Version("0.11.0"), "dist/0.11.0")
    folder = project / "dist/0.11.0"
    assert sorted(path.name for path in folder.iterdir()) == ["NOTES.md", "SHA256SUMS", "a.tar.gz", "a.whl"]
    for line in left[:2]:
        subprocess.run(["sh", "-c", line], cwd=project, check=True, capture_output=True)
    told = subprocess.run(
        ["git", "tag", "--list", "--format=%(contents)", "v0.11.0"],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "### Added\n\n- A thing."
    assert (project / "uv.lock").read_text(encoding="utf-8") == "locked\n"
    status = subprocess.run(["git", "status", "--porcelain"], cwd=project, check=True, capture_output=True)
    assert status.stdout == b""
    with pytest.raises(ReleaseError, match="not newer"):
        release.release(project, "0.11.0", "2026-03-01", [])


def test_a_release_that_fails_changes_no_file(project: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}
    with pytest.raises(subprocess.CalledProcessError):
        release.release(project, "0.11.0", "2026-03-01", ["bad"])
    (tmp_path / "locks-fail").touch()
    with pytest.raises(subprocess.CalledProcessError):
        release.release(project, "0.11.0", "2026-03-01", [])
    assert {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()} == before
    (project / "new").touch()
    with pytest.raises(ReleaseError, match="not as committed"):
        release.release(project, "0.11.0", "2026-03-01", [])


def test_the_changelog_of_this_project_can_be_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = asked("99.0.0", changelog, [])
    newest = changelog.partition("## [")[2].partition("]")[0]
    assert notes(changelog, Version(newest) if newest != "Unreleased" else version)
