"""`briefings diff`: folders and revisions, read as data; what it says when it cannot."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files.snapshot import snapshot
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.review.bounded import LEAST

from tests.cli.test_main import BASE, SALES, SOUND, put, run

LOST = SOUND.replace("would not hurt Acme", "would hurt Acme")


def git(folder: Path, *arguments: str) -> str:
    identity = dict.fromkeys(
        ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@b"
    )
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk in git with one commit, below the root of the repository."""
    home = tmp_path / "repository"
    root = home / "desk ä"
    shutil.copytree(BASE, root)
    put(root, SALES, SOUND)
    git(home, "init", "-q", "-b", "main")
    commit(home)
    return root


def test_the_working_tree_against_a_revision(desk: Path) -> None:
    assert run(desk, "diff", "HEAD").output == "## What this change does\n\nNothing on the desk changes.\n"
    put(desk, SALES, LOST)
    result = run(desk, "diff", "main")
    assert result.exit_code == 0
    assert "~~not~~" in result.output
    assert commit(desk)
    assert run(desk, "diff", "HEAD").output.endswith("Nothing on the desk changes.\n")
    assert run(desk, "diff", "HEAD~1", "HEAD").output == result.output
    assert "**not**" in run(desk, "diff", "HEAD", "HEAD~1").output


def test_folders_and_revisions_tell_the_same(desk: Path, tmp_path: Path) -> None:
    head = Path(shutil.copytree(desk, tmp_path / "head"))
    put(head, SALES, LOST)
    told = run(desk, "diff", "HEAD", head).output
    assert "~~not~~" in told
    assert run(desk, "diff", desk, head).output == told


def test_formats_and_files(desk: Path, tmp_path: Path) -> None:
    put(desk, SALES, LOST)
    data = json.loads(run(desk, "diff", "HEAD", "--format", "json").output)
    assert data["format"] == 2
    assert data["counts"]["claims"] == len(data["claims"]) == 1
    assert data["claims"][0]["flags"][0] == {"look": "negation", "words": "A negation was removed: “not”."}
    found = run(desk, "diff", "HEAD", "--format", "github").output
    assert found.startswith(f"::warning file=desk ä/{SALES},line=5,")
    assert run(desk, "diff", desk, "--format", "github").output == ""
    (one,) = json.loads(run(desk, "diff", desk, "--format", "sarif").output)["runs"]
    assert [result["ruleId"] for result in one["results"]] == ["negation-lost"]
    file = tmp_path / "out.md"
    result = run(desk, "diff", "HEAD", "--preview-url", "https://x.org/p", "--output", file)
    assert result.output == ""
    assert "(https://x.org/p/briefings/sales/#c-no-harm)" in file.read_text(encoding="utf-8")


def test_annotations_name_a_file_from_the_top_of_the_repository(desk: Path) -> None:
    put(desk, SALES, LOST)
    for command in (["check"], ["diff", "HEAD"]):
        assert f"file=desk ä/{SALES},line=5," in run(desk, *command, "--format", "github").output
        (one,) = json.loads(run(desk, *command, "--format", "sarif").output)["runs"]
        (place,) = (each["physicalLocation"]["artifactLocation"] for each in one["results"][0]["locations"])
        assert place == {"uri": f"desk%20%C3%A4/{SALES}"}
    assert run(desk, "check").output.startswith(f"{SALES}:5:")


def test_errors_of_the_head_are_in_the_report(desk: Path) -> None:
    put(desk, SALES, SOUND.replace("acme, quote", "amce, quote"))
    result = run(desk, "diff", "HEAD")
    assert result.exit_code == 1
    assert "**The head has 1 error.**" in result.output
    assert "(`unknown-entity`)" in result.output
    commit(desk)
    put(desk, SALES, SOUND)
    result = run(desk, "diff", "HEAD")
    assert result.exit_code == 0
    assert "The base has 1 error" in result.output


def test_what_cannot_be_compared(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(desk, "diff", "nonsense")
    assert result.exit_code == 1
    assert "`nonsense` is neither a folder nor a revision" in result.output
    assert run(desk, "diff", "--", "--output=x").exit_code == 1
    alone = tmp_path / "alone"
    shutil.copytree(BASE, alone)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = run(alone, "diff", "HEAD")
    assert result.exit_code == 1
    assert "not a git repository" in result.output
    (tmp_path / "empty").mkdir()
    result = run(desk, "diff", tmp_path / "empty")
    assert result.exit_code == 1
    assert "is it a site folder?" in result.output
    assert run(desk, "diff", "HEAD", "--most", str(LEAST - 1)).exit_code == 2
    assert run(desk, "diff", "HEAD", "--preview-url", "javascript:alert(1)").exit_code == 2
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run(desk, "diff", "HEAD")
    assert result.exit_code == 1
    assert "git is not installed" in result.output


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("a: [", "mkdocs.yml: while parsing"),
        ("- a", "mkdocs.yml: it has no settings"),
        ("\xff", "mkdocs.yml"),
        ("plugins:\n- briefings: {as_of: soon}\n", "`soon` is not a day"),
        ("plugins:\n- briefings: {seeds_dir: 1}\n", "seeds_dir"),
        ("INHERIT: nowhere.yml", "nowhere.yml: this file is missing"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml: it has no settings"),
        ("[" * 3000, "mkdocs.yml"),
        ("x: !!bool maybe", "mkdocs.yml: this is not a `!!bool`"),
        ('x: !!int ""', "mkdocs.yml: this is not a `!!int`"),
        ("x: !!timestamp foo", "mkdocs.yml: this is not a `!!timestamp`"),
        ("x: 2026-13-45", "mkdocs.yml: this is not a `!!timestamp`"),
        (f"x: {':'.join('1' * 10_000)}", "mkdocs.yml: this is not a `!!int`"),
        ('INHERIT: "a\\0b"', "this file is missing"),
        ('INHERIT: "\\ud800"', "this file is missing"),
        (f"INHERIT: {'a' * 5000}", "this file is missing"),
        ("INHERIT: loop.yml", "this file is missing"),
    ],
)
def test_settings_that_cannot_be_read(desk: Path, settings: str, told: str) -> None:
    (desk / "loop.yml").symlink_to("loop.yml")
    put(desk, "mkdocs.yml", settings.encode("latin-1"))
    result = run(desk, "diff", "HEAD")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert told in result.output


@pytest.mark.parametrize(
    "settings",
    [
        'hooks: ["a\\0b.py"]',
        'hooks: ["\\ud800"]',
        f"hooks: [{'a' * 5000}]",
        "hooks: [loop.py]",
        'theme: {custom_dir: "a\\0b"}',
        'docs_dir: "a\\0b"',
        f"docs_dir: {'a' * 5000}",
        "docs_dir: loop.py",
    ],
)
def test_names_that_are_no_files(desk: Path, settings: str) -> None:
    (desk / "loop.py").symlink_to("loop.py")
    put(desk, "mkdocs.yml", settings)
    result = run(desk, "diff", "HEAD")
    assert result.exit_code == 0, result.output
    assert settings[:5] in result.output


def test_settings_are_data(desk: Path, tmp_path: Path) -> None:
    (desk / "briefings").rename(desk / "texts")
    put(desk, "base.yml", "plugins: {search: {}, briefings: {briefings_dir: texts}}\ndocs_dir: pages\n")
    hook = f"import pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\n"
    put(desk, "hook.py", hook)
    extra = "extra: !!python/object/apply:os.system ['touch ran']\nsite_name: !ENV [NAME, x]\nemoji: !!python/name:os.system\n"
    put(desk, "mkdocs.yml", f"INHERIT: base.yml\nhooks: [hook.py]\n{extra}")
    put(desk, "pages/timeline.md", "# Ours\n")
    commit(desk)
    for head in ("HEAD", desk):
        result = run(desk, "diff", head, "--format", "sarif")
        (one,) = json.loads(result.output)["runs"]
        assert [found["ruleId"] for found in one["results"]] == ["page-taken"]
        assert result.exit_code == 1
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.parametrize("page", ["docs/index.md", "docs/README.md"])
def test_a_home_page_of_the_site_s_own_takes_no_address_away(desk: Path, page: str) -> None:
    put(desk, "mkdocs.yml", "site_name: Chips\nplugins: [briefings]\n")
    commit(desk)
    put(desk, page, "# Ours\n")
    for head in (desk, commit(desk)):
        result = run(desk, "diff", "HEAD" if head == desk else "HEAD~1", head, "--format", "json")
        assert result.exit_code == 0, result.output
        assert json.loads(result.output)["addresses"] == []
    put(
        desk,
        "mkdocs.yml",
        f"site_name: Chips\nexclude_docs: {page.removeprefix('docs/')}\nplugins: [briefings]\n",
    )
    taken = run(desk, "diff", "HEAD").exit_code
    assert taken == (1 if page == "docs/index.md" else 0)


def test_no_filter_and_no_replacement_of_the_repository_is_used(desk: Path, tmp_path: Path) -> None:
    git(desk, "config", "filter.evil.smudge", f"touch {tmp_path / 'ran'}; cat")
    put(desk, ".gitattributes", "* filter=evil export-ignore\n")
    put(desk, SALES, LOST)
    lost = commit(desk)
    git(desk, "replace", lost, f"{lost}~1")
    assert "~~not~~" in run(desk, "diff", "HEAD~1", lost).output
    assert not (tmp_path / "ran").exists()


def test_links_in_a_revision(desk: Path) -> None:
    outside = desk.parent / "outside.txt"
    outside.write_text("A secret.\n", encoding="utf-8")
    put(desk, "more/other.yml", SOUND.replace("Acme expects", "Truly Acme expects"))
    for name, to in {
        "briefings/2025-01-08-other.yml": "../more/other.yml",
        "seeds/out.txt": "../../outside.txt",
        "seeds/absolute.txt": str(outside),
        "seeds/gone.txt": "nowhere.txt",
        "seeds/loop.txt": "loop.txt",
    }.items():
        (desk / name).symlink_to(to)
    commit(desk)
    tree, problems = snapshot(desk, "HEAD").desk(Settings())
    assert tree["briefings/2025-01-08-other.yml"].startswith(b"title: Truly")
    assert not any(b"secret" in data for data in tree.values())
    assert {problem.place.path: problem.rule.code for problem in problems} == {
        "seeds/out.txt": "path-outside",
        "seeds/absolute.txt": "path-outside",
        "seeds/gone.txt": "unknown-file",
        "seeds/loop.txt": "unknown-file",
    }
    told, faults = snapshot(desk, None).desk(Settings())
    assert told == tree
    assert {(one.place.path, one.rule.code) for one in faults} == {
        (one.place.path, one.rule.code) for one in problems
    }


def test_pages_that_are_links(desk: Path) -> None:
    put(desk, "docs/a.md", "# A\n")
    for name, to in {"in.md": "a.md", "out.md": "../../../secret.md", "loop.md": "loop.md"}.items():
        (desk / "docs" / name).symlink_to(to)
    (desk.parents[1] / "secret.md").write_text("A secret.\n", encoding="utf-8")
    commit(desk)
    told = {"a.md": b"# A\n", "in.md": b"# A\n", "out.md": b"../../../secret.md"}
    assert snapshot(desk, "HEAD").files("docs") == told
    assert snapshot(desk, None).files("docs") == told
    (desk / "vendor").symlink_to("docs")
    commit(desk)
    assert snapshot(desk, "HEAD").files("vendor") == told
    assert snapshot(desk, None).files("vendor") == told
    (desk / "away").symlink_to(desk.parents[1])
    assert snapshot(desk, None).files("away") == {}


def test_what_a_desk_installs(desk: Path) -> None:
    put(desk, "requirements.txt", "./vendor/briefings-1.whl\n")
    put(desk, "vendor/briefings-1.whl", "1")
    commit(desk)
    put(desk, "requirements.txt", "git+https://evil.example/briefings\n")
    put(desk, "vendor/briefings-1.whl", "2")
    told = run(desk, "diff", "HEAD").output
    for path in ("requirements.txt", "vendor/briefings-1.whl"):
        assert f"- **Code** · `{path}`" in told
    commit(desk)
    assert run(desk, "diff", "HEAD~1", "HEAD").output == told


def test_the_site_around_the_desk(desk: Path) -> None:
    put(desk, "mkdocs.yml", "site_name: A\n")
    put(desk, "docs/about.md", "# About\n")
    commit(desk)
    (desk / "docs/about.md").unlink()
    put(desk, "docs/new.md", "# New\n")
    put(desk, "mkdocs.yml", "site_name: A\nextra_javascript: ['https://evil.example/x.js']\n")
    told = run(desk, "diff", "HEAD").output
    for words in ("- **Code** · `extra_javascript`", "- gone: `about.md`, About", "- added: `new.md`, New"):
        assert words in told


def test_names_that_are_no_utf_8(desk: Path) -> None:
    with open(os.fsencode(desk) + b"/seeds/\xff.txt", "wb") as file:  # noqa: PTH123, no str names it
        file.write(b"Hello.\n")
    before = git(desk, "rev-parse", "HEAD")
    commit(desk)
    for format_ in ("markdown", "json", "github", "sarif"):
        result = CliRunner().invoke(main, ["--root", str(desk), "diff", before, "HEAD", "--format", format_])
        assert result.exit_code == 0, result.exception
        assert "seeds/" in result.output
