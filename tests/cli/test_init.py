"""`briefings init`: a desk out of nothing, or beside what is there."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit import new_desk
from mkdocs_briefings.parse.jsonschema import schemas
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

EXISTING = """\
# Our docs.
site_name: "Harbour"   # the name
theme: material
plugins:
    - search   # found by readers
    # more of them
    - tags: {}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra: {build: !ENV [BUILD, none]}
"""


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_a_new_desk_passes_the_check_at_once(tmp_path: Path) -> None:
    desk = tmp_path / "harbour-desk"
    result = run("init", desk)
    assert result.exit_code == 0, result.output
    assert "Next:" in result.output
    made = files(desk)
    assert {
        "mkdocs.yml", "docs/about.md", "seeds/README.md", "briefings/README.md", ".gitignore", ".gitattributes",
        ".github/workflows/site.yml", ".vscode/settings.json", "requirements.txt", "README.md", "schema/briefing.json",
        "requirements.lock",
        ".github/workflows/review.yml", ".github/workflows/review-comment.yml", ".github/pull_request_template.md",
        ".pre-commit-config.yaml",
    } <= made.keys()  # fmt: skip
    assert b"site_name: Harbour desk\n" in made["mkdocs.yml"]
    check = run("--root", desk, "check", "--strict")
    assert check.exit_code == 0, check.output
    assert [path.name for path in tmp_path.iterdir()] == ["harbour-desk"]


@pytest.mark.parametrize("name", ["No", "on", "null", "1e3", "2026-01-01", "Yes", "y: z", "- a", "#1"])
def test_any_name_stays_a_text(tmp_path: Path, name: str) -> None:
    run("init", tmp_path / "desk", "--name", name)
    loaded = yaml_load((tmp_path / "desk/mkdocs.yml").read_text(encoding="utf-8"))
    assert loaded["site_name"] == name


def test_nothing_is_left_to_be_filled_in(tmp_path: Path) -> None:
    run("init", tmp_path / "desk", "--name", "Tea: prices & taxes")
    made = files(tmp_path / "desk")
    for path, data in made.items():
        if path.startswith("vendor/"):
            continue
        for word in (b"SITE_NAME", b"REQUIREMENT", b"NAVIGATION"):
            assert word not in data, path
    settings_of_desk = yaml_load(made["mkdocs.yml"].decode())
    assert settings_of_desk["site_name"] == "Tea: prices & taxes"
    nav = settings_of_desk["nav"]
    assert nav[0] == {"Home": "index.md"}
    assert nav[-1] == {"About": "about.md"}
    workflow = made[".github/workflows/site.yml"].decode()
    loaded = YAML(typ="safe").load(workflow)
    assert loaded["permissions"] == {"contents": "read"}
    assert loaded["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert "write" not in workflow.partition("publish:")[0]


def test_the_schemas_are_bound_to_the_files_that_they_describe(tmp_path: Path) -> None:
    run("init", tmp_path)
    for name, text in schemas().items():
        assert (tmp_path / "schema" / name).read_text(encoding="utf-8") == text
    bound: dict[str, Any] = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema in bound["yaml.schemas"]:
        assert (tmp_path / schema).is_file()


def test_a_second_run_changes_nothing_and_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("ours\n", encoding="utf-8")
    run("init", tmp_path)
    assert (tmp_path / "docs/about.md").read_text(encoding="utf-8") == "ours\n"
    before = files(tmp_path)
    again = run("init", tmp_path)
    assert again.exit_code == 0
    assert "left as they were" in again.output
    assert files(tmp_path) == before


def test_an_mkdocs_site_gets_the_plugin_and_what_a_desk_needs(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(EXISTING, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/guide.md").write_text("# Guide\n", encoding="utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 0, result.output
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert text == EXISTING.replace("    - search", "    - briefings:\n        format: 2\n    - search")
    made = files(tmp_path)
    assert "seeds/README.md" in made
    assert not {"requirements.txt", "README.md", "docs/about.md", ".github/workflows/site.yml"} & made.keys()
    assert "Fix these problems" not in result.output
    assert run("--root", tmp_path, "check", "--strict").exit_code == 0
    run("init", tmp_path)
    assert files(tmp_path) == made


def test_a_site_keeps_its_home_page(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Ours\n", encoding="utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 0, result.output
    assert "Fix these problems" not in result.output
    assert "overview.md" in result.output
    assert (tmp_path / "docs/index.md").read_text(encoding="utf-8") == "# Ours\n"
    assert run("--root", tmp_path, "check", "--strict").exit_code == 0


def test_another_page_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/timeline.md").write_text("# Ours\n", encoding="utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "docs/timeline.md:1:1: error: a generated page has this path [page-taken]" in result.output
    assert "Next:" in result.output
    assert (tmp_path / "docs/timeline.md").read_text(encoding="utf-8") == "# Ours\n"


def test_what_git_shall_leave_alone_is_added_to_what_it_leaves_alone(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_bytes(b"site/\r\n.cache\r\n*.log")
    result = run("init", tmp_path, "--texts", "public")
    text = (tmp_path / ".gitignore").read_bytes()
    assert text == b"site/\r\n.cache\r\n*.log\r\n/.site.*\r\n/.briefings.*\r\n.*.tmp\r\n"
    assert f"added to {tmp_path / '.gitignore'}: /.site.*, /.briefings.*, .*.tmp" in result.output
    assert "added to" not in run("init", tmp_path).output
    assert (tmp_path / ".gitignore").read_bytes() == text


def is_ignored(root: Path, path: str) -> bool:
    git = ["git", "-c", "core.excludesFile=", "check-ignore", "--quiet", path]
    return subprocess.run(git, cwd=root, check=False).returncode == 0


@pytest.mark.parametrize(
    ("options", "kept"), [((), True), (("--texts", "private"), True), (("--texts", "public"), False)]
)
@pytest.mark.parametrize("is_site", [True, False])
def test_texts_of_unknown_rights_stay_out_of_git(
    tmp_path: Path, options: tuple[str, ...], kept: bool, is_site: bool
) -> None:
    if is_site:
        (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
        (tmp_path / ".gitignore").write_bytes(b"site/\n")
        (tmp_path / "docs").mkdir()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    result = run("init", tmp_path, *options)
    assert result.exit_code == 0, result.output
    assert ("briefings lock" in result.output) == kept
    for path in ("seeds/a.txt", "seeds/2026/b.txt"):
        assert is_ignored(tmp_path, path) == kept
    assert not is_ignored(tmp_path, "seeds/README.md")
    assert not is_ignored(tmp_path, "briefings/sources.lock")
    before = files(tmp_path)
    run("init", tmp_path)
    assert {k: v for k, v in files(tmp_path).items() if ".git/" not in k} == {
        k: v for k, v in before.items() if ".git/" not in k
    }


@pytest.mark.parametrize(("answer", "kept"), [("y\n", False), ("n\n", True), ("\n", True)])
def test_on_a_terminal_the_rights_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    result = CliRunner().invoke(main, ["init", str(tmp_path / "desk")], input=answer)
    assert result.exit_code == 0, result.output
    assert "May their whole texts be in the repository" in result.output
    assert ("/seeds/*" in (tmp_path / "desk/.gitignore").read_text(encoding="utf-8")) == kept


def test_a_repository_without_texts_and_lock_is_told_of_the_lock(tmp_path: Path) -> None:
    run("init", tmp_path)
    (tmp_path / "briefings/2026-01-02-a.yml").write_text(
        'title: A\nsources: [b]\nsummary: |\n  It is so [@b "so"].\n', encoding="utf-8"
    )
    assert "run `briefings lock` where they are" in run("--root", tmp_path, "check").output


@pytest.mark.parametrize(
    ("there", "added"),
    [
        ("", ["/.site.*", "/.cache/", "/.briefings.*", ".*.tmp"]),
        ("**/.cache/\n.site.*/\n.briefings.*\n.*.tmp\n", []),
        ("# .cache\n!.cache/\n*.tmp\n", ["/.site.*", "/.cache/", "/.briefings.*"]),
    ],
)
def test_only_what_is_missing_is_ignored_anew(there: str, added: list[str]) -> None:
    assert new_desk.unignored(there) == added


@pytest.mark.parametrize("text", ["a: [", "- a\n", "plugins: !ENV X\n", "{site_name: x}", "\xff"])
def test_settings_that_cannot_be_edited_are_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(text.encode("latin-1"))
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "mkdocs.yml" in result.output
    assert files(tmp_path) == {"mkdocs.yml": text.encode("latin-1")}


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "seeds").symlink_to(outside)
    assert run("init", desk).exit_code == 1
    assert list(outside.iterdir()) == []


def test_an_interruption_leaves_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tmp_path / "whole"
    run("init", whole, "--name", "Desk")
    wanted = files(whole)
    link, calls = os.link, iter(range(100))

    def interrupted(one: Path, two: Path) -> None:
        if next(calls) == 4:
            raise KeyboardInterrupt
        link(one, two)

    monkeypatch.setattr(os, "link", interrupted)
    CliRunner().invoke(main, ["init", str(tmp_path / "half"), "--name", "Desk"])
    monkeypatch.undo()
    half = files(tmp_path / "half")
    assert 0 < len(half) < len(wanted)
    assert half.items() <= wanted.items()
    run("init", tmp_path / "half", "--name", "Desk")
    assert files(tmp_path / "half") == wanted


_WORD = st.from_regex(r"[a-z][a-z_]{0,6}", fullmatch=True).filter(lambda word: word != "plugins")
_PLUGINS = st.sampled_from(
    [
        "", "plugins:\n", "plugins: []\n", "plugins: [search]\n", "plugins:\n- search\n", "plugins:\n    - search # c\n",
        "plugins:\n  search: {}\n", "plugins: {search: {lang: en}}\n", "plugins:\n  - blog:\n      toc: true\n  - search\n",
        "plugins: # why\n\n  # above\n  - search\n", "plugins:\n  - 'search'\n", "plugins: [\n  search,\n  tags\n]\n",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_WORD, unique=True, max_size=3), _PLUGINS, st.lists(_WORD, max_size=2), st.booleans())
@example([], "", [], True)
def test_the_plugin_goes_into_any_settings_and_nothing_else_changes(
    above: list[str], plugins: str, below: list[str], crlf: bool
) -> None:
    before = "".join(f"{word}: 1  # {word}\n" for word in above)
    after = "".join(f"{word}_{n}: |\n  plugins:\n" for n, word in enumerate(below))
    text = before + plugins + after
    text = text.replace("\n", "\r\n") if crlf else text
    made = new_desk.with_plugin(text)
    if not text:
        assert made is None
        return
    assert made is not None
    loaded, old = YAML(typ="safe", pure=True).load(made), YAML(typ="safe", pure=True).load(text)
    assert "briefings" in loaded["plugins"]
    assert {name: value for name, value in loaded.items() if name != "plugins"} == {
        name: value for name, value in old.items() if name != "plugins"
    }
    assert [one for one in old.get("plugins") or [] if one not in loaded["plugins"]] == []
    assert all(
        line in made.splitlines()
        for line in text.splitlines()
        if "plugins: [" not in line and "plugins: {" not in line
    )
    assert new_desk.with_plugin(made) == made


@settings(deadline=None)
@given(st.text(max_size=60))
@example("plugins: [*a]")
@example("? [plugins]\n: x")
@example("plugins: &a [*a]")
def test_whatever_the_settings_are_nothing_breaks(text: str) -> None:
    made = new_desk.with_plugin(text)
    assert made is None or made == text or len(made) > len(text)
