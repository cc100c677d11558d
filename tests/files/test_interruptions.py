"""Commands killed at each step, run beside each other, and beside somebody who saves: nothing is lost, nothing is half."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="each of hundreds of killed commands is a fork; Windows has none"
)
TRACED = """
import os, sys
sys.argv = ["briefings", *sys.argv[1:]]
from mkdocs_briefings.files import unsettled
unsettled.YOUNG = 0.0
from mkdocs_briefings.cli.console import main
main()
"""
CALLS = "openat,rename,renameat2,link,unlink,mkdir,rmdir,chmod,fchmod,fsync,write,utimensat,fchown,chown"


def harness(*arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.files.harness", *arguments],
        cwd=PROJECT,
        check=False,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    found = json.loads(done.stdout)
    assert found["failures"] == []
    return found


def of(*names: str) -> list[str]:
    return [part for name in names for part in ("--command", name)]


@pytest.mark.slow
def test_killed_at_a_sample_of_steps() -> None:
    assert harness("kills", "--most", "6", *of("rename", "fix", "add"))["sum"] == 18


@pytest.mark.slow
def test_a_build_killed_at_a_sample_of_steps() -> None:
    assert harness("kills", "--most", "2", *of("build"))["sum"] == 2


@pytest.mark.slow
def test_a_sample_of_commands_beside_each_other() -> None:
    assert harness("pairs", "--rounds", "1", *of("add", "rename", "fmt"))["sum"] == 6


@pytest.mark.slow
def test_a_sample_of_commands_beside_an_editor() -> None:
    assert harness("editors", "--rounds", "2", *of("rename", "fmt", "seal"))["sum"] == 6


@pytest.mark.soak
def test_killed_at_each_step() -> None:
    found = harness("kills")
    assert found["sum"] >= 300
    assert len(found["done"]) == 11


@pytest.mark.soak
def test_all_pairs_of_commands() -> None:
    assert harness("pairs", "--rounds", "20")["sum"] == 20 * 66


@pytest.mark.soak
def test_each_command_beside_an_editor() -> None:
    assert harness("editors", "--rounds", "20")["sum"] == 20 * 11


@pytest.mark.soak
@pytest.mark.skipif(
    shutil.which("strace") is None,
    reason="strace is not installed; the tests above kill at the same steps without it",
)
@pytest.mark.parametrize("command", [("rename", "chip-post", "post-of-chips"), ("fmt",), ("check", "--fix")])
def test_killed_at_each_system_call(tmp_path: Path, command: tuple[str, ...]) -> None:
    """The same by the kernel's own count of calls, which knows those that Python does not tell of."""
    from tests.files import harness as desks  # noqa: PLC0415, forks nothing here

    template = desks.made(tmp_path / "template")

    def traced(root: Path, *options: str) -> int:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(template, root)
        return subprocess.run(
            ["strace", "-qq", "-o", tmp_path / "log", *options, sys.executable, "-c", TRACED, *command],
            cwd=root,
            check=False,
            capture_output=True,
        ).returncode

    root = tmp_path / "desk"
    traced(root, "-y", "-e", f"trace={CALLS}")
    before, after = desks.held(template), desks.held(root)
    places = [
        (call, n)
        for call in CALLS.split(",")
        for n, line in enumerate(
            (line for line in (tmp_path / "log").read_text().splitlines() if line.startswith(f"{call}(")), 1
        )
        if ("desk/" in line or "briefings" in line.partition(")")[0]) and "site-packages" not in line and "O_RDONLY" not in line and "generator/" not in line
    ]  # fmt: skip
    killed = 0
    for call, n in places[:: max(1, len(places) // 40)]:
        if traced(root, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={n}") == 0:
            continue  # another run makes other calls
        killed += 1
        found = desks.split(desks.held(root))[1]
        for path in found.keys() | before.keys():
            assert found.get(path) in (before.get(path), after.get(path)), (call, n, path)
        subprocess.run([sys.executable, "-c", TRACED, "check"], cwd=root, check=False, capture_output=True)
        mended = desks.split(desks.held(root))[1]
        assert mended in (before, after) or command == ("fmt",), (call, n)
    assert killed > 20
