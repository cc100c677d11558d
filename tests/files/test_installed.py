"""How a desk gets the program: from where it was installed, and never from whoever has its name in a registry."""

from __future__ import annotations

import importlib.metadata
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files import installed
from mkdocs_briefings.files.installed import origin
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
UV = shutil.which("uv") or str(next((PROJECT / ".uv").glob("*/bin/uv"), "uv"))


def told(monkeypatch: pytest.MonkeyPatch, direct_url: object) -> None:
    """Let the program have been installed from somewhere, as PEP 610 tells it."""
    real = importlib.metadata.PathDistribution.read_text

    def read_text(self: importlib.metadata.PathDistribution, name: Any) -> str | None:
        return json.dumps(direct_url) if name == "direct_url.json" else real(self, name)

    monkeypatch.setattr(importlib.metadata.PathDistribution, "read_text", read_text)


@pytest.mark.parametrize(
    ("url", "more", "wanted"),
    [
        ("https://forge.example/desk.git", {}, f"git+https://forge.example/desk.git@{COMMIT}"),
        ("ssh://git@forge.example/x", {}, f"git+ssh://git@forge.example/x@{COMMIT}"),
        ("https://x.example/y", {"subdirectory": "tool"}, f"git+https://x.example/y@{COMMIT}#subdirectory=tool"),
    ],
)  # fmt: skip
def test_from_a_repository_it_is_pinned_to_the_commit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str, more: dict[str, str], wanted: str
) -> None:
    told(monkeypatch, {"url": url, "vcs_info": {"vcs": "git", "commit_id": COMMIT}, **more})
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert f"mkdocs-briefings[html,pdf] @ {wanted}\n" in (tmp_path / "requirements.txt").read_text("utf-8")
    assert wanted in result.output
    assert not (tmp_path / "vendor").exists()


@pytest.mark.parametrize(
    "direct_url",
    [
        None,
        {"url": "file:///home/me/briefings", "dir_info": {"editable": True}},
        {"url": "file:///home/me/briefings", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "https://x.example/briefings.whl", "archive_info": {}},
        {"url": "https://x.example/y", "vcs_info": {"vcs": "git"}},
    ],
)
def test_from_elsewhere_it_is_a_copy_in_the_desk(monkeypatch: pytest.MonkeyPatch, direct_url: object) -> None:
    told(monkeypatch, direct_url)
    found = origin()
    assert found is not None
    assert found.file is not None
    path, data = found.file
    assert found.requirement == f"./{path}[html,pdf]"
    assert path.startswith("vendor/mkdocs_briefings-")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert [name for name in names if name.endswith(".woff2")], "the fonts travel with it"
    assert not [name for name in names if "font_cutting" in name]


def test_the_requirement_can_be_told(tmp_path: Path) -> None:
    asked = "briefings[html,pdf] @ https://forge.example/briefings.whl"
    result = CliRunner().invoke(main, ["init", str(tmp_path / "desk"), "--requirement", asked])
    assert result.exit_code == 0, result.output
    assert f"\n{asked}\n" in (tmp_path / "desk/requirements.txt").read_text("utf-8")
    assert not (tmp_path / "desk/vendor").exists()
    for wrong in ("", " ", "a\nb"):
        refused = CliRunner().invoke(main, ["init", str(tmp_path / "other"), "--requirement", wrong])
        assert refused.exit_code == 2
        assert not (tmp_path / "other").exists()


def test_what_is_not_installed_has_to_be_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", missing)
    result = CliRunner().invoke(main, ["init", str(tmp_path / "desk")])
    assert result.exit_code == 1
    assert "--requirement" in result.output
    assert not (tmp_path / "desk").exists()


def test_a_site_is_told_what_its_builds_need(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "requirements.txt").write_text("mkdocs-material\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 0, result.output
    (wheel,) = (tmp_path / "vendor").iterdir()
    assert f"./vendor/{wheel.name}[html,pdf]" in result.output
    assert (tmp_path / "requirements.txt").read_text("utf-8") == "mkdocs-material\n"


def test_a_desk_that_says_how_it_gets_the_program_gets_no_copy(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("./ours.whl\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "vendor").exists()
    assert "vendor" not in result.output


def uv(*arguments: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [UV, *map(str, arguments)], cwd=cwd, check=False, text=True, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def briefings(code: Path, *arguments: str | Path) -> str:
    """Run the program that is installed in a folder, over all else that the environment holds."""
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_briefings.cli.console import main; main()", *map(str, arguments)],
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code)},
        check=False,
        text=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def contents(wheel: Path) -> dict[str, bytes]:
    """Read a wheel, but for the version, which a copy completes."""
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        return {
            re.sub(r"-[^/]+\.dist-info", ".dist-info", name): re.sub(
                rb"^Version: .*$", b"", archive.read(name), count=1, flags=re.MULTILINE
            )
            for name in archive.namelist()
            if not name.endswith((".dist-info/WHEEL", ".dist-info/RECORD"))
        }


def test_a_copy_is_named_by_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pip installs no wheel whose version is there already."""

    def name() -> str:
        found = origin()
        assert found is not None
        assert found.file is not None
        return found.file[0]

    told(monkeypatch, None)
    first = name()
    assert re.fullmatch(r"vendor/mkdocs_briefings-\d[\d.]*\+[0-9a-f]{12}-py3-none-any\.whl", first)
    assert name() == first
    real = installed.files
    monkeypatch.setattr(
        installed, "files", lambda *arguments: [*real(*arguments), ("mkdocs_briefings/new.py", b"")]
    )
    assert name() != first


@pytest.mark.slow
def test_a_desk_made_by_an_installed_wheel_installs_the_same_program(tmp_path: Path) -> None:
    """No registry is asked for the program: it is not there, and whoever takes its name would run in each desk."""
    uv("build", "--wheel", "--quiet", "--out-dir", tmp_path / "dist", PROJECT, cwd=PROJECT)
    (built,) = (tmp_path / "dist").glob("*.whl")
    first = tmp_path / "first"
    uv("pip", "install", "--no-deps", "--no-index", "--target", first, built, cwd=tmp_path)
    desk = tmp_path / "desk"
    said = briefings(first, "init", desk)
    (copy,) = (desk / "vendor").iterdir()
    assert copy.name.partition("+")[0] == built.name.partition("-py3")[0]
    assert contents(copy) == contents(built)
    assert f"vendor/{copy.name}" in said

    # As the desk's workflow installs it; all that the program needs is here already.
    moved = desk.rename(tmp_path / "moved")
    environment = Path(sys.executable).parents[1]
    locked = uv(
        "pip", "install", "--offline", "--dry-run", "--require-hashes", "--python", environment,
        "-r", "requirements.lock", cwd=moved,
    )  # fmt: skip
    assert "Would make no changes" in locked, "the versions that these tests use, too"
    plan = uv(
        "pip", "install", "--offline", "--dry-run", "--python", environment, "-r", "requirements.txt", cwd=moved
    )  # fmt: skip
    assert f"{moved.as_uri()}/vendor/{copy.name}" in plan
    second = tmp_path / "second"
    uv("pip", "install", "--no-deps", "--no-index", "--target", second, "-r", "requirements.txt", cwd=moved)
    assert (second / "mkdocs_briefings/starter/requirements.txt").is_file()
    assert "0 errors" in briefings(second, "--root", moved, "check", "--strict")
    briefings(second, "init", tmp_path / "third")
    assert [one.name for one in (tmp_path / "third/vendor").iterdir()] == [copy.name]


def needed(name: str, extras: tuple[str, ...], found: set[str]) -> set[str]:
    """Return the names of what a distribution needs here, and of what that needs."""
    for line in importlib.metadata.requires(name) or ():
        one = Requirement(line)
        there = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if there and canonicalize_name(one.name) not in found:
            found.add(canonicalize_name(one.name))
            needed(one.name, tuple(one.extras), found)
    return found


def test_a_new_desk_pins_by_hash_all_that_the_program_needs(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    text = (tmp_path / "requirements.lock").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.search(r"^\S+==\S+ .*--hash=sha256:[0-9a-f]{64}\b", line)] == []
    pinned = {line.partition("==")[0] for line in lines}
    assert needed("mkdocs-briefings", ("html", "pdf"), set()) - pinned == set()
