"""`briefings lock`, and texts that lie outside the repository."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files.reader import lies_elsewhere, read
from mkdocs_briefings.lock.outline import HIDDEN
from mkdocs_briefings.model.settings import Settings

from tests.lock.harbour import LOCK, desk

if TYPE_CHECKING:
    from click.testing import Result as Run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "public"
    for path, data in desk().items():
        target = root / path.replace("seeds/", "../private/seeds/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Harbour\ntheme: {name: material, font: false}\n"
        "plugins:\n  - briefings: {seeds_dir: ./../private/seeds/}\n",
        "utf-8",
    )
    return root


def run(root: Path, *words: str) -> Run:
    return CliRunner().invoke(main, ["--root", str(root), *words])


def test_the_command_writes_the_lock_once_and_checks_it(site: Path) -> None:
    assert run(site, "lock", "--check").exit_code == 1
    assert not (site / LOCK).exists()
    first = run(site, "lock")
    assert (first.exit_code, first.output) == (
        0,
        f"{site / LOCK} written, 1 source; commit it with the briefings\n",
    )
    assert "up to date" in run(site, "lock").output
    assert run(site, "lock", "--check").exit_code == 0
    path = site / "briefings/2026-04-02-lock.yml"
    path.write_bytes(path.read_bytes().replace(b"steel came late", b"steel came"))
    assert "[lock-out-of-date]" in run(site, "check").output
    assert run(site, "check", "--strict").exit_code == 1
    assert run(site, "lock", "--check").exit_code == 1
    assert run(site, "lock").exit_code == 0
    assert run(site, "check", "--strict").exit_code == 0


def test_the_context_stays_what_it_was_set_to(site: Path) -> None:
    run(site, "lock", "--context", "2")
    wide = (site / LOCK).read_text("utf-8")
    assert '"context": 2' in wide
    assert "Jane Moor, told this paper that steel came late in March" not in wide
    assert "paper that steel came late in March" in wide
    assert "up to date" in run(site, "lock").output
    assert run(site, "lock", "--context", "0").exit_code == 0
    assert "paper that" not in (site / LOCK).read_text("utf-8")


def test_the_public_side_checks_and_writes_the_same(site: Path, tmp_path: Path) -> None:
    run(site, "lock")
    before = run(site, "write", str(tmp_path / "a"))
    shutil.rmtree(tmp_path / "private")
    after = run(site, "write", str(tmp_path / "b"))
    assert before.output.endswith("; checked against the texts\n")
    assert after.output.endswith(
        f"; 1 of 1 sources checked against {LOCK}, not their texts, none of which is in ../private/seeds/\n"
    )
    files = {p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*.md")}
    assert len(files) > 10
    assert files == {p.relative_to(tmp_path / "b"): p.read_bytes() for p in (tmp_path / "b").rglob("*.md")}
    assert run(site, "check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("lock",), 1, "there is no text here"),
        (("stub", "paper"), 1, "is missing here"),
        (("new", "paper", "--claims"), 1, "is missing here"),
        (("new", "paper"), 0, "draft written"),
        (("coverage", "--list"), 0, "its text is missing here"),
        (("suggest",), 0, "its text is missing here"),
        (("impact", "paper"), 0, "4 claims"),
        (("seal",), 0, ""),
        (("fmt", "--check"), 1, ""),
        (("add", "x.txt"), 2, ""),
        (("add", "mkdocs.yml"), 1, "this folder is missing"),
        (("diff", "."), 0, ""),
    ],
)
def test_every_command_does_without_the_texts_or_says_so(  # noqa: PLR0913, a row of the table
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, said: str
) -> None:
    run(site, "lock")
    shutil.rmtree(tmp_path / "private")
    monkeypatch.chdir(site)
    done = run(Path(), *words)
    assert done.exit_code == code, done.output
    assert said in done.output
    assert HIDDEN not in done.output
    assert not any(HIDDEN in path.read_text("utf-8") for path in site.rglob("*.yml"))


def test_ids_change_where_the_texts_are_whatever_the_lock_says(site: Path) -> None:
    run(site, "lock")
    assert "is now" in run(site, "rename", "lock#late", "later").output
    assert run(site, "check", "--strict").exit_code == 0, "the lock knows no ids of claims"
    assert "is now" in run(site, "rename", "moor", "jane-moor").output
    assert "[lock-out-of-date]" in run(site, "check").output
    assert run(site, "lock").exit_code == 0
    assert '"jane-moor"' in (site / LOCK).read_text("utf-8")


def test_texts_outside_are_told_of_by_their_path_and_sealed_and_formatted_and_added(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    text = tmp_path / "private/seeds/b.txt"
    text.write_text("Something new was said.\n", "utf-8")
    output = run(Path(), "check").output
    assert "../private/seeds/b.txt:1:1: warning: `b` is not sealed [seal-missing]" in output
    assert run(Path(), "seal").exit_code == 0
    assert "sha256:" in text.read_text("utf-8")
    assert run(Path(), "fmt").exit_code == 0
    assert run(Path(), "fmt", "--check", "../private/seeds/b.txt").exit_code == 0
    new = tmp_path / "saved.txt"
    new.write_text("The mayor of Westhaven spoke at length about the weather of the week.\n", "utf-8")
    added = run(Path(), "add", str(new), "--title", "Weather", "--published", "2026-05-01")
    assert "1 added" in added.output
    assert len(list((tmp_path / "private/seeds").glob("*.txt"))) == 3
    assert not (site / "seeds").exists()


def test_links_out_of_the_folder_of_the_texts_are_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret.", "utf-8")
    (tmp_path / "private/seeds/c.txt").symlink_to(tmp_path / "secret.txt")
    files, problems = read(site, Settings(seeds_dir="../private/seeds"))
    assert [p.rule.code for p in problems] == ["path-outside"]
    assert "../private/seeds/a.txt" in files
    assert "../private/seeds/c.txt" not in files


def test_settings_that_nobody_vouches_for_lead_nowhere(site: Path) -> None:
    settings = Settings(seeds_dir="../private/seeds")
    files, problems = read(site, settings, elsewhere=False)
    assert not any(lies_elsewhere(path) for path in files)
    assert [(p.rule.code, p.place.path) for p in problems] == [("path-outside", "mkdocs.yml")]
    run(site, "lock")
    assert read(site, settings, elsewhere=False)[1] == []
