"""`check --fix`: what has one safe remedy is mended, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main

if TYPE_CHECKING:
    from click.testing import Result

BASE = Path(__file__).parents[1] / "cases/_base"
SALES = "briefings/2025-01-07-sales.yml"
TYPED = """\
title: Acme expects no harm
sources: [chip-post]
summary: Acme expects no harm [@no-harm].
claims:
  # kept
  no-harm:   {text: The rule would not hurt Acme's sales., said_by: SAID, quote: the rule would not hurt its sales}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "desk"))


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_sound_desk_stays_as_it_is(desk: Path) -> None:
    before = files(desk)
    result = run(desk, "--fix", "--strict")
    assert result.exit_code == 0
    assert "mended" not in result.output
    assert files(desk) == before


def test_a_source_without_a_seal_is_sealed(desk: Path) -> None:
    (source,) = (desk / "seeds").glob("*.txt")
    sealed = source.read_bytes()
    lines = sealed.splitlines(keepends=True)
    source.write_bytes(b"".join(line for line in lines if not line.startswith(b"sha256:")))
    assert run(desk, "--strict").exit_code == 1
    result = run(desk, "--fix", "--strict")
    assert result.exit_code == 0, result.output
    assert f"fixed: seeds/{source.name}: sealed\n" in result.output
    assert sorted(source.read_bytes().splitlines()) == sorted(sealed.splitlines())


def test_a_broken_seal_is_for_a_person_to_judge(desk: Path) -> None:
    (source,) = (desk / "seeds").glob("*.txt")
    source.write_bytes(source.read_bytes() + b"One more line.\n")
    before = files(desk)
    result = run(desk, "--fix")
    assert result.exit_code == 1
    assert "[seal-broken]" in result.output
    assert files(desk) == before


def publisher(desk: Path) -> str:
    (source,) = (desk / "seeds").glob("*.txt")
    return next(
        line.removeprefix("publisher:").strip()
        for line in source.read_text().splitlines()
        if line.startswith("publisher:")
    )


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("acme > PAPER", "acme"),
        ("'acme >PAPER'", "'acme'"),
        ('["acme > a person > PAPER"]', '["acme > a person"]'),
    ],
)
def test_a_publisher_typed_at_the_end_of_a_chain_is_removed(desk: Path, typed: str, left: str) -> None:
    typed = typed.replace("PAPER", publisher(desk))
    (desk / SALES).write_text(TYPED.replace("SAID", typed))
    assert "[publisher-typed]" in run(desk).output
    result = run(desk, "--fix")
    assert "removed from the chain" in result.output
    assert "[publisher-typed]" not in result.output
    assert (desk / SALES).read_text() == TYPED.replace("SAID", left)


def test_a_publisher_that_is_the_only_voice_stays(desk: Path) -> None:
    (desk / SALES).write_text(TYPED.replace("SAID", publisher(desk)))
    before = files(desk)
    result = run(desk, "--fix")
    assert "[publisher-typed]" in result.output
    assert "mended" not in result.output
    assert files(desk) == before


def test_lines_of_the_baseline_that_no_longer_occur_are_removed(desk: Path) -> None:
    uncited = TYPED.replace("SAID", "acme").replace("[@no-harm].", "[@no-harm]. This changes everything.")
    (desk / SALES).write_text(uncited)
    CliRunner().invoke(main, ["--root", str(desk), "baseline"])
    baseline = desk / "briefings/baseline.txt"
    frozen = baseline.read_text()
    baseline.write_text(frozen + "briefings/x.yml: gone [uncited-sentence]\n")
    result = run(desk, "--fix", "--strict")
    assert result.exit_code == 0, result.output
    assert (
        "fixed: briefings/baseline.txt: no longer occurs: briefings/x.yml: gone [uncited-sentence]"
        in result.output
    )
    assert baseline.read_text() == frozen
    (desk / SALES).write_text(TYPED.replace("SAID", "acme"))
    assert run(desk, "--fix", "--strict").exit_code == 0
    assert not baseline.exists()


def test_a_source_is_sealed_once_its_yaml_can_be_read(desk: Path) -> None:
    (source,) = (desk / "seeds").glob("*.txt")
    lines = source.read_text().splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("sha256:"))
    source.write_text(text.replace("title: Ministry", "title: Chips: Ministry"))
    assert run(desk).exit_code == 1
    result = run(desk, "--fix", "--strict")
    assert result.exit_code == 0, result.output
    assert result.output.count("fixed: ") == 2
    assert 'title: "Chips: Ministry Proposes Chip Rule"\n' in source.read_text()


def test_other_formats_tell_what_was_mended_beside_what_they_print(desk: Path) -> None:
    (source,) = (desk / "seeds").glob("*.txt")
    text = "".join(
        line for line in source.read_text().splitlines(keepends=True) if not line.startswith("sha256:")
    )
    source.write_text(text)
    result = run(desk, "--fix", "--format", "json")
    assert result.stdout == "[]\n"
    assert "sealed" in result.stderr
