"""What was lost once, as an editor would lose it: one test for each way that was found."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.files import exchange, unsettled
from mkdocs_briefings.files.desk import LockedDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

BASE = Path(__file__).parents[1] / "cases/_base"
COMMAND = "from mkdocs_briefings.cli.console import main; main()"
SALES = "briefings/2025-01-07-sales.yml"
UNFORMATTED = """\
summary: Acme expects no harm [@no-harm].
title: Acme expects no harm
sources: [chip-post]
claims:
  no-harm: {text: The rule would not hurt Acme's sales., said_by: acme > post, quote: the rule would not hurt its sales}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    (root / SALES).write_text(UNFORMATTED, "utf-8")
    return root


def run(root: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


WRITERS = {
    "fmt": (("fmt",), SALES),
    "rename": (("rename", "acme", "acme-ltd"), SALES),
    "fix": (("check", "--fix"), SALES),
    "seal": (("seal",), "seeds/raw.txt"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_an_article_that_is_still_being_copied_is_not_cut(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Row 2: it was read half, sealed as whole and put in the place of what had come meanwhile."""
    command, path = WRITERS[name]
    half = UNFORMATTED if path == SALES else "The first half"
    (desk / path).write_text(half, "utf-8")
    monkeypatch.setattr(unsettled, "YOUNG", 2.0)

    def more(_: float) -> None:
        with (desk / path).open("a", encoding="utf-8") as file:
            file.write("# and the second half\n")

    monkeypatch.setattr(time, "sleep", more)
    result = run(desk, *command)
    assert result.exit_code == 1
    assert f"{desk / path}: left unchanged: it is still being written" in result.output
    assert (desk / path).read_text("utf-8") == f"{half}# and the second half\n"


def test_an_article_that_is_still_being_saved_is_not_added(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The first half\n", "utf-8")
    monkeypatch.setattr(unsettled, "YOUNG", 2.0)
    monkeypatch.setattr(time, "sleep", lambda _: page.write_text("The first half\nand the second\n", "utf-8"))
    before = sorted((desk / "seeds").iterdir())
    result = run(desk, "add", page)
    assert result.exit_code == 1
    assert f"{page}: refused: it is still being written" in result.output
    assert sorted((desk / "seeds").iterdir()) == before


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_saved_while_a_command_runs_is_kept_and_named(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Row 3: the command wrote what it had made of the file of before."""
    command, path = WRITERS[name]
    if path != SALES:
        (desk / path).write_text("The text.\n", "utf-8")
    real = LockedDesk.change

    def late(self: LockedDesk, *given: Any, **named: Any) -> Any:
        (desk / path).write_text("saved", "utf-8")
        return real(self, *given, **named)

    monkeypatch.setattr(LockedDesk, "change", late)
    result = run(desk, *command)
    assert result.exit_code == 1
    assert f"{desk / path}: left unchanged: it was changed while the command ran" in result.output
    assert (desk / path).read_text("utf-8") == "saved"


def test_one_file_that_is_refused_keeps_no_other_from_its_form(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = desk / "briefings/2025-01-08-other.yml"
    other.write_text(UNFORMATTED, "utf-8")
    real = exchange.swap

    def late(spare: Path, target: Path) -> None:
        if target.name == Path(SALES).name:
            target.write_text("saved", "utf-8")
        real(spare, target)

    monkeypatch.setattr(exchange, "swap", late)
    result = run(desk, "fmt")
    assert result.exit_code == 1
    assert f"{other}: formatted" in result.output
    assert f"{desk / SALES}: left unchanged" in result.output
    assert f"{desk / SALES}: formatted" not in result.output
    assert (desk / SALES).read_text("utf-8") == "saved"


def begun(*arguments: str | Path, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_two_commands_at_once_lose_no_article(desk: Path, tmp_path: Path) -> None:
    """Row 4: both found the same name free. Here both articles have one title, day and publisher."""
    for name in "ab":
        (tmp_path / name).mkdir()
        text = f"Lock opens\n\nThe lock {name * 9} opens, a {name * 7} and {name * 5} {name * 8} said at {name * 6}.\n"
        (tmp_path / name / "x.txt").write_text(text, "utf-8")
    facts = ("--publisher", "Gazette", "--published", "2025-02-01", "--yes", "--anyway")
    before = set((desk / "seeds").iterdir())
    started = [begun("add", tmp_path / name / "x.txt", *facts, cwd=desk) for name in "ab"]
    told = [one.communicate(timeout=120)[0] for one in started]
    assert all("1 added" in one for one in told), told
    made = set((desk / "seeds").iterdir()) - before
    assert sorted(path.read_text("utf-8").count("aaaaaaaaa") for path in made) == [0, 1]


def test_a_command_waits_for_another_one_and_says_so(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Lock opens\n\nThe lock opens.\n", "utf-8")
    from mkdocs_briefings.files.kernel_lock import locked  # noqa: PLC0415, where it is held

    with locked(desk, None):
        waiting = begun("add", tmp_path / "x.txt", cwd=desk)
        assert waiting.stdout is not None
        first = waiting.stdout.readline()
        assert waiting.poll() is None
    assert first == "another command is changing this desk: waiting until it is done (Ctrl-C gives up)\n"
    assert "1 added" in waiting.communicate(timeout=120)[0]


KILLED = """
import os, signal
from mkdocs_briefings.files import exchange
real, left = exchange.swap, 1
def swap(*given):
    global left
    real(*given)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
exchange.swap = swap
from mkdocs_briefings.files import unsettled
unsettled.YOUNG = 0.0
from mkdocs_briefings.cli.console import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [("check",), ("rename", "acme", "acme-ltd"), ("fmt", "--check"), ("new", "chip-post")]
)
def test_a_rename_that_was_killed_is_finished_by_the_next_command(
    desk: Path, command: tuple[str, ...]
) -> None:
    """Row 5: the desk was half renamed, and neither `check` nor `rename` could go on."""
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, "rename", "acme", "acme-ltd"],
        cwd=desk,
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    result = run(desk, *command)
    assert "a command was interrupted while it changed briefings/" in result.output
    assert "its changes are complete now" in result.output
    assert "said_by: acme-ltd" in (desk / SALES).read_text("utf-8")
    assert "0 errors" in run(desk, "check").output
    assert not [path for path in desk.rglob(".*") if "briefings." in path.name]


@pytest.mark.parametrize("name", ["new", "init", "lock", "baseline", "add"])
def test_a_name_that_is_taken_in_the_last_moment_stays_whose_it_is(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "x.txt").write_text("Lock opens\n\nThe lock opens.\n", "utf-8")
    command: tuple[str, ...] = {
        "new": ("new", "chip-post"),
        "init": ("init", str(desk)),
        "add": ("add", str(tmp_path / "x.txt")),
    }.get(name, (name,))
    real: Callable[[Path, Path], None] = exchange.appear
    taken: list[Path] = []

    def late(spare: Path, target: Path) -> None:
        if not taken and not target.exists():
            target.write_text("somebody's", "utf-8")
            taken.append(target)
        real(spare, target)

    monkeypatch.setattr(exchange, "appear", late)
    monkeypatch.setattr("mkdocs_briefings.files.desk.appear", late)
    (desk / SALES).write_text(UNFORMATTED.replace("[@no-harm].", "[@no-harm]. More."), "utf-8")
    result = run(desk, *command)
    assert taken, result.output
    assert taken[0].read_text("utf-8") == "somebody's"
    if name in {"new", "lock", "baseline"}:
        assert result.exit_code == 1
        assert str(taken[0]) in result.output


def test_a_seal_is_that_of_the_text_that_is_there(desk: Path) -> None:
    (desk / "seeds/raw.txt").write_bytes(b"The text.\n")
    assert run(desk, "seal").exit_code == 0
    assert (desk / "seeds/raw.txt").read_bytes() == seal(b"The text.\n")
