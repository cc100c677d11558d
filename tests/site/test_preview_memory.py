"""The memory of `mkdocs serve`, measured: it does not grow with what is saved."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.site.conftest import Preview, copy, until

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a process' memory in a file"),
]
BRIEFING = "briefings/2026-02-13-pilots-leave.yml"
PAGE = "briefings/pilots-leave/"


def resident(pid: int) -> int:
    """Give the memory of a process, in KiB."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


def test_a_hundred_saves_take_no_more_memory_than_three(tmp_path: Path) -> None:
    preview = Preview(copy(tmp_path), tmp_path / "log")
    held = {}
    try:
        until(preview.started, "the preview", 120)
        before = preview.desk.read(BRIEFING)
        for number in range(1, 101):
            word = f"Zephyr{'abcdefghijk'[number // 10]}{'abcdefghij'[number % 10]}"
            preview.desk.write(BRIEFING, before.replace("summary: |\n  ", f"summary: |\n  {word} blows: ", 1))
            until(lambda word=word: word in preview.get(PAGE, 120)[1], word, 120)  # type: ignore[misc]
            if number in {3, 100}:
                held[number] = resident(preview.process.pid)
    finally:
        preview.process.kill()
        preview.process.wait()
    print(f"resident after 3 saves {held[3]} KiB, after 100 {held[100]} KiB")  # noqa: T201, shown by `pytest -rP`
    assert held[100] <= 1.05 * held[3], held
