"""The repository's own desk, in `briefings/` and `seeds/`: that it is sound, in its form, and worked out.

All other tests have desks of their own, so that its editors can change it, and a new warning can find fault with it,
without a failure elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main

REPOSITORY = Path(__file__).parents[1]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["--root", str(REPOSITORY), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_desk_of_this_repository_is_sound() -> None:
    assert run("check", "--strict").startswith("0 errors, 0 warnings.")
    assert not (REPOSITORY / "briefings/baseline.txt").exists()


def test_the_desk_of_this_repository_is_in_its_form() -> None:
    assert run("fmt", "--check") == "nothing to format.\n"


@pytest.mark.slow
def test_nine_tenths_of_each_source_of_this_repository_are_touched() -> None:
    rows = [line.split() for line in run("coverage").splitlines()[1:] if line.strip()]
    assert len(rows) == len([*(REPOSITORY / "seeds").glob("*.txt")])
    for row in rows:
        assert int(row[3].rstrip("%")) >= 90, row
