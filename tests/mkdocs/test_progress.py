"""Long steps are told: a bar on a terminal, lines elsewhere, nothing of short ones and nothing to those who want quiet."""

from __future__ import annotations

import io
import time

import pytest
from mkdocs_briefings.mkdocs import progress
from mkdocs_briefings.mkdocs.progress import Steps
from rich.console import Console


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "AFTER", 0.05)
    monkeypatch.setattr(progress, "AGAIN", 0.05)


def console(*, terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=80)


def written(one: Console) -> str:
    assert isinstance(one.file, io.StringIO)
    return one.file.getvalue()


def until(lines: list[str], number: int) -> None:
    end = time.monotonic() + 20
    while len(lines) < number and time.monotonic() < end:
        time.sleep(0.01)


def test_a_long_step_is_a_line_and_again_with_its_count() -> None:
    lines: list[str] = []
    with Steps(console(terminal=False), lines.append) as step:
        step("Writing pages", 3)
        until(lines, 1)
        step.advance()
        until(lines, 4)
    assert lines[0] == "Writing pages (0 of 3) …"
    assert "Writing pages (1 of 3) …" in lines


def test_a_short_step_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "AFTER", 60)
    lines: list[str] = []
    with Steps(console(terminal=False), lines.append) as step:
        step("Reading files")
        step("Checking")
        assert step.timer is not None
    assert lines == []
    assert step.timer is None


def test_on_a_terminal_it_is_a_bar_that_goes_away() -> None:
    shown, lines = console(terminal=True), list[str]()
    with Steps(shown, lines.append) as step:
        step("Checking the sentences")
        end = time.monotonic() + 20
        while "Checking the sentences" not in written(shown) and time.monotonic() < end:
            time.sleep(0.01)
        assert step.bar is not None
    assert "Checking the sentences" in written(shown)
    assert written(shown).endswith(("\x1b[2K", "\x1b[?25h\r\x1b[1A\x1b[2K")), "the line is taken away"
    assert lines == []


def test_who_wants_quiet_hears_nothing() -> None:
    lines: list[str] = []
    with Steps(None, lines.append) as step:
        step("Checking", 2)
        step.advance()
        assert step.timer is None
    assert lines == []
