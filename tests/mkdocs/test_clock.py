"""The moment of a build: what the environment may name, and what it may not."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.mkdocs import clock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "moment"),
    [("0", 0), ("1700000000", 1700000000), ("007", 7), ("253402214400", 253402214400), ("", None)],
)
def test_what_names_a_moment(monkeypatch: pytest.MonkeyPatch, text: str, moment: int | None) -> None:
    monkeypatch.setenv(clock.NAME, text)
    assert clock.given() == moment


@pytest.mark.parametrize("text", ["soon", " ", "-1", "1.5", "1_0", "٣", "253402214401", "9" * 13])
def test_what_names_none_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(clock.NAME, text)
    with pytest.raises(clock.MomentError, match=r"SOURCE_DATE_EPOCH: .* use digits"):
        clock.given()


def test_today_is_the_day_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.NAME, "1700000000")
    assert clock.today() == dt.date(2023, 11, 14)


def test_a_day_dates_the_build_unless_something_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.NAME, raising=False)
    clock.date(dt.date(2026, 1, 24))
    assert os.environ[clock.NAME] == "1769212800"
    clock.date(dt.date(2027, 1, 24))
    assert os.environ[clock.NAME] == "1769212800"
    clock.undate(None)
    assert clock.NAME not in os.environ
    clock.date(dt.date(1812, 1, 24))
    assert os.environ[clock.NAME] == "0"
    clock.undate("5")
    assert os.environ[clock.NAME] == "5"


def test_commands_tell_it_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.NAME, "soon")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [briefings: {as_of: today}]\n")
    for name in ("briefings", "docs"):
        (tmp_path / name).mkdir()
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])
    assert done.exit_code == 1
    assert "SOURCE_DATE_EPOCH: `soon`" in done.output
    assert isinstance(done.exception, SystemExit)
