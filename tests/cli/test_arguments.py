"""Arguments of every command: an empty one, as of a variable that is not set, is refused and is not the current folder."""

from __future__ import annotations

import importlib.metadata

import click
import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main

COMMANDS: dict[str, click.Command] = dict(main.commands)
PATHS = [
    (name, one.opts[0])
    for name, command in COMMANDS.items()
    for one in command.params
    if isinstance(one, click.Option) and isinstance(one.type, click.Path)
]


def required(command: click.Command) -> list[click.Parameter]:
    return [one for one in command.params if isinstance(one, click.Argument)]


@pytest.mark.parametrize(
    ("name", "at"),
    [(name, at) for name, command in COMMANDS.items() for at in range(len(required(command)))],
)
def test_an_empty_argument_is_refused(name: str, at: int) -> None:
    words = ["x"] * at + [""]
    words += ["x"] * (len(required(COMMANDS[name])) - len(words))
    done = CliRunner().invoke(main, [name, *words])
    assert done.exit_code == 2
    assert "is empty; is a variable not set?" in done.output


@pytest.mark.parametrize(("name", "option"), PATHS)
def test_an_empty_path_is_refused(name: str, option: str) -> None:
    given = ["x"] * len(required(COMMANDS[name]))
    for words in ([option, ""], [f"{option}="]):
        done = CliRunner().invoke(main, [name, *words, *given])
        assert done.exit_code == 2
        assert f"{option} is empty" in done.output


def test_an_empty_root_is_refused() -> None:
    done = CliRunner().invoke(main, ["--root", "", "check"])
    assert done.exit_code == 2
    assert "--root is empty" in done.output


def test_the_version_is_that_of_the_distribution() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert done.exit_code == 0, done.output
    assert importlib.metadata.version("mkdocs-briefings") in done.output
