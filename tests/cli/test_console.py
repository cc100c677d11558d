"""However a command is ended, it leaves the desk as it was and nothing beside it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_main import SALES, SOUND, put

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
BASE = PROJECT / "tests/cases/_base"
ENDED = """
import os, signal, sys
from mkdocs_briefings.files import exchange
at, real = int(sys.argv.pop(1)), {step}
numbers = [getattr(signal, name) for name in sys.argv.pop(1).split(",")]
def step(*given, **named):
    global at
    at -= 1
    if at <= 0 and numbers:
        os.kill(os.getpid(), numbers.pop(0))
    return real(*given, **named)
{step} = step
from mkdocs_briefings.cli.console import main
main()
"""


def ended(desk: Path, at: int, signals: str, step: str = "os.fsync") -> subprocess.CompletedProcess[str]:
    """Rename a source of a desk; while its files are written, the `at`-th time, the signals come."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            ENDED.replace("{step}", step),
            str(at),
            signals,
            "rename",
            "chip-post",
            "post-of-chips",
        ],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture(autouse=True)
def _usual_signals() -> Iterator[None]:
    """Have what is started here meet the signals as from a terminal: `nohup` and background jobs have some ignored."""
    usual: dict[int, Any] = {
        signal.SIGINT: signal.default_int_handler,
        signal.SIGTERM: signal.SIG_DFL,
        signal.SIGHUP: signal.SIG_DFL,
    }
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    put(root, SALES, SOUND)
    return root


@pytest.mark.slow
@pytest.mark.parametrize(
    ("signals", "step"),
    [
        ("SIGTERM", "os.fsync"),
        ("SIGHUP", "exchange.exchanged"),
        ("SIGINT", "exchange.exchanged"),
        ("SIGTERM,SIGHUP,SIGTERM", "exchange.exchanged"),
    ],
)
def test_a_command_that_is_ended_leaves_all_as_it_was(desk: Path, signals: str, step: str) -> None:
    before = files(desk)
    done = ended(desk, 2, signals, step)
    assert done.returncode == 1, done.stderr
    assert "Aborted!" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(desk) == before


@pytest.mark.slow
def test_what_a_shell_had_ignored_stays_ignored(desk: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nohup
    try:
        done = ended(desk, 1, "SIGHUP")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_what_a_killed_command_leaves_does_no_harm(desk: Path) -> None:
    before = files(desk)
    assert ended(desk, 2, "SIGKILL").returncode == -signal.SIGKILL
    left = files(desk).keys() - before.keys()
    assert len(left) == 2
    done = ended(desk, 99, "SIGKILL")
    assert done.returncode == 0, done.stderr
    assert "[unknown-file]" not in done.stdout
    assert {Path(path).name[0] for path in files(desk)} & {"."} == set()
