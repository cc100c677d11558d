"""`briefings take`: keys pressed in real prompts, and the file after each."""

from __future__ import annotations

import contextvars
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli import take
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.cli.site import open_site
from mkdocs_briefings.cli.terminal import Terminal
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.parse.yaml import load
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from tests.desks import source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The port said on Monday that the new lock is late. It opens in June, Ada Alder said. The gate cost 3 million.\n"
HEAD = "title: Lock late\nsources: [lock]\nsummary: |\n  The lock is late [@lock].\n"
PATH = "briefings/2026-03-04-late.yml"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder in ("seeds", "briefings/entities"):
        (tmp_path / folder).mkdir(parents=True)
    sealed = seal(source(TEXT, title="Lock", published="2026-03-04").encode())
    assert sealed is not None
    (tmp_path / "seeds/lock.txt").write_bytes(sealed)
    (tmp_path / "briefings/entities/all.yml").write_text(
        "ada: {kind: person, name: Ada Alder}\n", encoding="utf-8"
    )
    (tmp_path / PATH).write_text(HEAD, encoding="utf-8")
    return tmp_path


def apart(work: Callable[[], object]) -> None:
    """Do something in a thread: a browser that other tests left open has an event loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(contextvars.copy_context().run, work).result()


def pressed(root: Path, keys: str) -> dict[str, dict[str, object]]:
    site = open_site(root, preview=True)
    walk = take.started(root, site.settings, site.result.corpus, "lock", "late")
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        apart(lambda: take.walked(walk, body_sentences(walk.source), Terminal(pipe, DummyOutput())))
    data = load("x.yml", (root / PATH).read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    claims = data.get("claims", {})
    assert isinstance(claims, dict)
    return claims


def test_enter_takes_what_is_offered_and_the_check_passes(desk: Path) -> None:
    claims = pressed(desk, "\r\r\r")
    assert [claim["text"] for claim in claims.values()] == [
        "The new lock is late.",
        "It opens in June.",
        "The gate cost 3 million.",
    ]
    assert "# said_by: ada\n" in (desk / PATH).read_text(encoding="utf-8")
    assert "0 errors" in CliRunner().invoke(main, ["--root", str(desk), "check"]).output


def test_skip_back_undo_and_quit(desk: Path) -> None:
    assert list(pressed(desk, "s\rbu\rq")) == ["opens-june"], "taken, gone back, undone, taken again"
    (desk / PATH).write_text(HEAD, encoding="utf-8")
    assert pressed(desk, "uq") == {}


def test_a_claim_is_edited_with_few_keys(desk: Path) -> None:
    keys = (
        "e" + "the new..\r" + "\r" + "late\r" + "s" + "the port\r" + "k" + "o" + "d2026-03-02\r" + "\r" + "q"
    )
    claims = pressed(desk, keys)
    assert claims == {
        "late": {
            "text": "The new lock is late.",
            "kind": "opinion",
            "said_by": "the port",
            "date": "2026-03-02",
            "quote": "the new lock is late",
        }
    }


def test_words_are_taken_from_what_is_shown(desk: Path) -> None:
    claims = pressed(desk, "e\r" + "\t\t\x1b[C\r" + "late\r" + "nThe \t\r" + "\rq")
    assert claims["late"]["text"] == "The new lock is late"
    assert claims["late"]["note"] == "The new"


def test_what_is_not_there_is_asked_again_and_a_wrong_mapping_is_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = pressed(desk, "e" + "no such words\r" + "\r\rid\r" + "tnonsense\r" + "c" + "q")
    assert claims == {}
    told = capsys.readouterr().out
    assert "not a quotation that is there once: no such words" in told
    assert "write `id: …`" in told


def test_a_file_that_somebody_else_changed_is_not_undone(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = open_site(desk, preview=True)
    walk = take.started(desk, site.settings, site.result.corpus, "lock", "late")
    spans = body_sentences(walk.source)

    def press(keys: str) -> None:
        with create_pipe_input() as pipe:
            pipe.send_text(keys)
            apart(lambda: take.walked(walk, spans, Terminal(pipe, DummyOutput())))

    press("\rq")
    text = (desk / PATH).read_text(encoding="utf-8") + "# mine\n"
    (desk / PATH).write_text(text, encoding="utf-8")
    press("uq")
    assert (desk / PATH).read_text(encoding="utf-8") == text
    assert "was changed since" in capsys.readouterr().out
    (desk / PATH).write_text("title: [\n", encoding="utf-8")
    press("\rq")
    assert "fault of syntax" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(("nowhere", "late"), "there is no source"), (("lock", "nowhere"), "there is no briefing"), (("lock", "late"), "asks at the keyboard")],
)  # fmt: skip
def test_what_it_cannot_do_it_says(desk: Path, arguments: tuple[str, str], why: str) -> None:
    result = CliRunner().invoke(main, ["--root", str(desk), "take", *arguments])
    assert result.exit_code == 1
    assert why in result.output
