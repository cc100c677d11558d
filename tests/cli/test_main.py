"""The command `briefings`, as an editor runs it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_briefings.build import build
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit import seal
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.jsonschema import schemas
from mkdocs_briefings.parse.schema import ClaimEntry
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.text.quotation import Match, find, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.testing import Result

PROJECT = Path(__file__).parents[2]
BASE = Path(__file__).parents[1] / "cases/_base"
WHOLE = Path(__file__).parents[1] / "desk"
SALES = "briefings/2025-01-07-sales.yml"
SOUND = """\
title: Acme expects no harm
sources: [chip-post]
summary: Acme expects no harm [@no-harm].
claims:
  no-harm: {text: The rule would not hurt Acme's sales., said_by: acme, quote: the rule would not hurt its sales}
"""
UNCITED = SOUND.replace("[@no-harm].", "[@no-harm]. This changes everything.")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "desk"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("whole")
    for folder in ("seeds", "briefings"):
        shutil.copytree(WHOLE / folder, root / folder)
    return root


def run(root: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def briefings(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from mkdocs_briefings.cli.main import main; main()", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def put(root: Path, path: str, text: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    data = file.read_bytes()
    assert old.encode() in data
    file.write_bytes(data.replace(old.encode(), new.encode(), 1))


# check


def test_a_sound_desk_passes(desk: Path) -> None:
    result = run(desk, "check", "--strict")
    assert result.exit_code == 0
    assert result.output.startswith("0 errors, 0 warnings.")
    assert "1 claim, 1 passage verified" in result.output


def test_warnings_fail_only_a_strict_check(desk: Path) -> None:
    put(desk, SALES, UNCITED)
    assert run(desk, "check").exit_code == 0
    result = run(desk, "check", "--strict")
    assert result.exit_code == 1
    assert (
        f"{SALES}:3:43: warning: “This changes everything.” cites nothing [uncited-sentence]" in result.output
    )
    assert "0 errors, 1 warning." in result.output


def test_an_error_fails_with_the_line_and_a_caret(desk: Path) -> None:
    put(desk, SALES, SOUND.replace("acme, quote", "amce, quote"))
    result = run(desk, "check")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == f"{SALES}:5:67: error: there is no entity `amce` [unknown-entity]"
    assert lines[2].index("^") == lines[1].index("amce")
    assert lines[3].strip() == "= Did you mean `acme`? Otherwise add it in briefings/entities/."
    assert "1 error, 0 warnings." in lines[-1]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["check", "--nonsense"], 2), (["nonsense"], 2), (["stub"], 2), (["check", "--format", "xml"], 2), (["--help"], 0), (["check", "-h"], 0)],
)  # fmt: skip
def test_a_wrong_call_has_its_own_status(desk: Path, arguments: Sequence[str], status: int) -> None:
    assert run(desk, *arguments).exit_code == status


def test_a_folder_that_is_no_desk(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert result.exit_code == 1
    assert "there is no `briefings/` or `seeds/` here; name the site folder with --root DIR" in result.output
    assert run(tmp_path / "nowhere", "check").exit_code == 2


@pytest.mark.parametrize(
    "settings",
    ["a: [", "- a", "", "site_name: x\nplugins: [nonsense]\n", "\xff\xfe", "site_name: x\nplugins:\n- briefings: {as_of: soon}\n",
     "site_name: !!python/name:os.system x", "site_name: x\nplugins:\n- briefings: {seeds_dir: 1}\n"],
)  # fmt: skip
def test_settings_that_cannot_be_read(desk: Path, settings: str) -> None:
    (desk / "docs").mkdir()
    put(desk, "mkdocs.yml", settings)
    result = run(desk, "check")
    assert result.exit_code == 1
    assert "mkdocs.yml" in result.output


def test_github_annotations_are_escaped(desk: Path) -> None:
    put(desk, SALES, SOUND.replace("title: Acme", "title: '50% off: Acme'\nti,t:le: Acme"))
    put(desk, "briefings/entities/a,b%c:d.yml", "x y: {kind: person, name: z}\n")
    result = run(desk, "check", "--format", "github")
    assert result.exit_code == 1
    for line in result.output.splitlines():
        assert re.fullmatch(
            r"::(error|warning) file=[^,:\n]+,line=\d+,col=\d+,title=[a-z-]+::[^\n]+", line
        ), line
    assert (
        f"::error file={SALES},line=2,col=1,title=unknown-field::`ti,t:le` is not a field here."
        in result.output
    )
    assert "file=briefings/entities/a%2Cb%25c%3Ad.yml,line=1,col=1,title=bad-id" in result.output
    assert run(BASE, "check", "--format", "github").output == ""


def test_json_holds_all_that_is_told(desk: Path) -> None:
    put(desk, SALES, SOUND + "  no-harm: {}\n")
    result = run(desk, "check", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)
    assert problem == {
        "path": SALES,
        "line": 6,
        "column": 3,
        "severity": "error",
        "code": "yaml-duplicate-key",
        "message": "`no-harm` occurs here for the second time",
        "hint": "Remove or rename one of them, or combine both values in one list.",
        "related": [{"path": SALES, "line": 5, "column": 3}],
    }
    assert json.loads(run(BASE, "check", "--format", "json").output) == []


@pytest.mark.slow
def test_the_current_folder_and_hand_written_pages(desk: Path, tmp_path: Path) -> None:
    put(desk, "mkdocs.yml", "site_name: Chips\nplugins: [briefings: {format: 2}]\n")
    put(desk, "docs/index.md", "# Ours\n")
    found = briefings("check", cwd=desk)
    assert "page-taken" not in found.stdout
    assert not found.stderr
    put(desk, "docs/overview.md", "# Ours, too\n")
    found = briefings("check", cwd=desk)
    assert found.returncode == 1
    assert "docs/overview.md:1:1: error: a generated page has this path [page-taken]" in found.stdout
    put(desk, "mkdocs.yml", "site_name: Chips\ndocs_dir: ../docs\nplugins: [briefings]\n")
    put(tmp_path, "docs/timeline.md", "# Ours\n")
    assert "docs/timeline.md:1:1: error" in briefings("--root", desk, "check", cwd=tmp_path).stdout


def test_the_list_of_commands_says_each_in_one_whole_line() -> None:
    told = CliRunner().invoke(main, ["--help"], terminal_width=80).output.partition("Commands:\n")[2]
    lines = told.splitlines()
    assert [line.split()[0] for line in lines] == sorted(main.commands)
    assert all(len(line) <= 80 and line.endswith(".") and not line.endswith("...") for line in lines), told


@pytest.mark.slow
def test_a_terminal_that_lacks_letters(desk: Path) -> None:
    put(desk, SALES, SOUND.replace("sources: [chip-post]", "sources: [“chip-post”]"))
    found = briefings("check", cwd=desk, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert found.returncode == 1
    assert r"`\u201cchip-post\u201d` is not an id" in found.stdout
    assert "Traceback" not in found.stderr


@pytest.mark.slow
def test_files_of_odd_names_and_kinds(desk: Path) -> None:
    with open(os.fsencode(desk) + b"/seeds/\xff.txt", "w", encoding="utf-8") as file:  # noqa: PTH123, no str names it
        file.write("Hello.\n")
    put(desk, "briefings/2025-01-07-a\n::error::b.yml", SOUND)
    (desk / "seeds/loop.txt").symlink_to("loop.txt")
    (desk / "seeds/gone.txt").symlink_to("nowhere.txt")
    (desk / "seeds/folder.txt").mkdir()
    for format_ in ("text", "json", "github"):
        found = briefings("check", "--format", format_, cwd=desk)
        assert found.returncode == 1
        assert not found.stderr
        assert not any(line.startswith("::error::b") for line in found.stdout.splitlines())
    assert run(desk, "seal").exit_code == 0
    assert "seeds/loop.txt:1:1: warning: this link leads nowhere" in run(desk, "check").output
    assert "seeds/gone.txt:1:1: warning: this link leads nowhere" in run(desk, "check").output


def test_folders_that_cannot_be_written(desk: Path) -> None:
    blocked = put(desk, "file", "")
    for command in ("write", "schema"):
        result = run(desk, command, blocked / "below")
        assert result.exit_code in {1, 2}
        assert "Not a directory" in result.output or "is a file" in result.output


# a whole desk


def test_one_letter_changed_in_a_quotation(whole: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(whole, tmp_path / "desk"))
    path = "briefings/2026-02-13-pilots-leave.yml"
    old = "quote: were dismissed, according to a Skerrow"
    change(root, path, old, old.replace("dismissed", "dismisses"))
    text = (root / path).read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "dismisses" in row)
    column = text.splitlines()[line - 1].index("dismisses") + 1
    result = run(root, "check")
    assert result.exit_code == 1
    told = result.output.splitlines()
    # Warnings, which a new rule may bring, are not what this is about.
    first, _, _, hint, *_ = told[next(n for n, row in enumerate(told) if ": error: " in row) :]
    assert (
        first == f"{path}:{line}:{column}: error: these words are not in `gazette-pilots` [passage-not-found]"
    )
    assert "Nearest passage: “were dismissed, according to a Skerrow Courier (SKC) report" in hint
    assert (
        "First difference: the quotation has “dismisses, according to a Skerrow Courier”, the source has “dismissed, according to a Skerrow Courier”."
        in hint
    )
    assert result.output.count(": error: ") == 1


def test_one_letter_changed_in_a_seed(whole: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(whole, tmp_path / "desk"))
    path = "seeds/02-ministers-call.txt"
    data = (root / path).read_bytes()
    (root / path).write_bytes(data[:-20] + data[-20:].replace(b"e", b"E", 1))
    result = run(root, "check")
    assert result.exit_code == 1
    told = next(row for row in result.output.splitlines() if row.startswith(f"{path}:"))
    assert told.endswith("the text of `ministers-call` has changed since it was sealed [seal-broken]")
    line = int(told.split(":")[1])
    assert data.decode().splitlines()[line - 1].startswith("sha256:")


# seal


def _sealed(data: bytes) -> bytes:
    made = seal.seal(data)
    assert made is not None
    return made


def _digest(data: bytes) -> str:
    front = seed.split(data).front
    assert front is not None
    held = load("", front).data
    assert isinstance(held, dict)
    return str(held["sha256"])


@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("-\n\r: ")), max_size=200
    ),
    st.booleans(),
)
@example("---\n", False)
@example("---\ntitle: not ours, it has no end\n", False)
@example("---\nfoo: bar\n---\ntext\n", True)
@example("---\nsha256: x\n---\n", False)
@example("\n---\n---\ntext", True)
@example("\ufefftext", True)
@example("", False)
def test_sealing_keeps_every_byte_of_a_text(text: str, has_mark: bool) -> None:
    data = (seed.BOM if has_mark else b"") + text.encode()
    before = seed.split(data)
    made = seal.seal(data)
    if made is None:
        assert before.front is not None
        assert "sha256" in before.front
        return
    after = seed.split(made)
    assert after.body == before.body
    assert after.head == before.head
    assert made.endswith(before.body)
    assert after.front is not None
    assert hashlib.sha256(before.body).hexdigest() in after.front
    assert seal.seal(made) is None
    if before.front is None:
        assert before.body == data.removeprefix(seed.BOM if has_mark else b"")
        assert _digest(made) == hashlib.sha256(before.body).hexdigest()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", seed.BOM])
def test_sealing_goes_into_the_front_matter_that_is_there(newline: str, mark: bytes) -> None:
    body = newline.join(["First line — “quoted”.", "---", "", " last "]).encode()
    front = newline.join(["---", "title: A", "note: >-", "  b", "---", ""]).encode()
    made = _sealed(mark + front + body)
    digest = hashlib.sha256(body).hexdigest()
    lines = ["---", "title: A", "note: >-", "  b", f"sha256: {digest}", "---", ""]
    assert made == mark + newline.join(lines).encode() + body
    tree = {"seeds/a.txt": made}
    assert "seal-broken" not in {p.rule.code for p in build(tree, Settings()).problems}
    assert "seal-missing" not in {p.rule.code for p in build(tree, Settings()).problems}


def test_seal_seals_what_is_new_and_nothing_else(desk: Path) -> None:
    raw = put(desk, "seeds/raw.txt", "A new article.\n")
    marked = put(desk, "seeds/marked.txt", seed.BOM + b"One more.\r\nArticle.\r\n")
    sealed = (desk / "seeds/chip-post.txt").read_bytes()
    result = run(desk, "seal")
    assert result.exit_code == 0
    assert result.output == f"{marked}: sealed\n{raw}: sealed\n"
    assert raw.read_bytes().endswith(b"\n---\nA new article.\n")
    assert marked.read_bytes().startswith(seed.BOM + b"---\n")
    assert (desk / "seeds/chip-post.txt").read_bytes() == sealed
    before = raw.read_bytes(), marked.read_bytes()
    assert run(desk, "seal").output == "all sources are sealed\n"
    assert (raw.read_bytes(), marked.read_bytes()) == before
    assert "already sealed" in run(desk, "seal", raw).output
    assert "seal" not in run(desk, "check").output


def test_seal_refuses_what_it_cannot_seal(desk: Path, tmp_path: Path) -> None:
    latin = put(desk, "seeds/latin.txt", "Café".encode("latin-1"))
    result = run(desk, "seal", latin)
    assert result.exit_code == 1
    assert "not UTF-8" in result.output
    assert latin.read_bytes() == b"Caf\xe9"
    outside = put(tmp_path, "other.txt", "Text.\n")
    assert run(desk, "seal", outside).exit_code == 1
    assert outside.read_bytes() == b"Text.\n"
    (desk / "seeds/link.txt").symlink_to(outside)
    assert run(desk, "seal", desk / "seeds/link.txt").exit_code == 1
    assert run(desk, "seal", desk / "seeds/nowhere.txt").exit_code == 2


# stub, coverage, write


def test_stub_gives_claims_that_hold(desk: Path) -> None:
    result = run(desk, "stub", "chip-post")
    assert result.exit_code == 0
    loaded = load("stub.yml", result.output)
    assert not loaded.problems
    assert isinstance(loaded.data, dict)
    claims: dict[str, Any] = loaded.data["claims"]
    text = prepare(seed.split((desk / "seeds/chip-post.txt").read_bytes()).text)
    quotes = []
    for claim in claims.values():
        entry = ClaimEntry.model_validate({**claim, "text": "Filled in."})
        assert isinstance(find(text, entry.quote[0]), Match), entry.quote
        quotes.append(entry.quote[0])
    assert quotes[0] == "Acme said that the rule would not hurt its sales"
    assert not any("proposed the chip rule" in quote for quote in quotes), "touched already"
    put(desk, SALES, SOUND[: SOUND.index("claims:")].replace(" [@no-harm]", "") + result.output)
    assert "0 errors" in run(desk, "check").output


def test_stub_of_each_source_of_a_whole_desk_holds(whole: Path, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(whole / "seeds", root / "seeds")
    shutil.copytree(whole / "briefings/entities", root / "briefings/entities")
    for path in (root / "seeds").glob("*.txt"):
        front = load("", seed.split(path.read_bytes()).front or "").data
        assert isinstance(front, dict)
        result = run(root, "stub", front["id"])
        assert result.exit_code == 0
        loaded = load("stub.yml", result.output)
        assert not loaded.problems
        assert isinstance(loaded.data, dict)
        text = prepare(seed.split(path.read_bytes()).text)
        assert loaded.data["claims"]
        for name, claim in loaded.data["claims"].items():
            entry = ClaimEntry.model_validate({**claim, "text": "Filled in."})
            assert isinstance(find(text, entry.quote[0]), Match), (front["id"], name)


def test_stub_of_a_source_that_there_is_not(desk: Path) -> None:
    result = run(desk, "stub", "chip-pots")
    assert result.exit_code == 1
    assert "there is no source `chip-pots`; known are: chip-post" in result.output


def test_commands_that_need_a_sound_desk_tell_what_is_wrong(desk: Path, tmp_path: Path) -> None:
    put(desk, SALES, SOUND.replace("hurt its", "harm its"))
    for arguments in (["stub", "chip-post"], ["coverage"], ["write", str(tmp_path / "out")]):
        result = run(desk, *arguments)
        assert result.exit_code == 1
        assert "[passage-not-found]" in result.output
    assert not (tmp_path / "out").exists()


def test_coverage_counts_sentences(desk: Path) -> None:
    result = run(desk, "coverage", "--list")
    assert result.exit_code == 0
    row = next(line.split() for line in result.output.splitlines() if line.startswith(" chip-post "))
    assert row[1:4] == ["6", "1", "17%"]
    listed = [line for line in result.output.splitlines() if line.startswith("chip-post: ")]
    assert len(listed) == 5
    assert listed[0] == "chip-post: Acme said that the rule would not hurt its sales."


def test_a_check_makes_no_page(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("mkdocs_briefings.build.render", refuse)
    result = run(desk, "check")
    assert result.exit_code == 0, result.output
    assert "1 source and 1 briefing: " in result.output


def test_write_gives_every_page(desk: Path, tmp_path: Path) -> None:
    put(desk, "briefings/2025-01-09-plan.yml", SOUND.replace("title: Acme", "status: draft\ntitle: Acme"))
    result = run(desk, "write", tmp_path / "out")
    assert result.exit_code == 0
    pages = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.md")}
    assert f"{len(pages)} pages from 1 source" in result.output
    assert {
        "index.md",
        "briefings/chip-rule-proposed.md",
        "sources/chip-post.md",
        "entities/acme.md",
    } <= pages
    assert "briefings/plan.md" not in pages
    first = {path: (tmp_path / "out" / path).read_bytes() for path in pages}
    run(desk, "write", tmp_path / "again")
    assert {path: (tmp_path / "again" / path).read_bytes() for path in pages} == first
    run(desk, "write", "--preview", tmp_path / "preview")
    assert (tmp_path / "preview/briefings/plan.md").exists()


# schema


def test_the_schemas_in_the_package_are_those_of_the_models(tmp_path: Path) -> None:
    folder = PROJECT / "generator/mkdocs_briefings/schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas()
    result = run(BASE, "schema", tmp_path / "schema")
    assert result.exit_code == 0
    for name, text in schemas().items():
        assert (tmp_path / "schema" / name).read_text(encoding="utf-8") == text
        assert json.loads(text)["$schema"].startswith("https://json-schema.org/")


# baseline


def test_the_baseline_freezes_warnings_and_no_errors(desk: Path) -> None:
    put(desk, SALES, UNCITED)
    result = run(desk, "baseline")
    assert result.exit_code == 0
    assert result.output == f"1 warning frozen in {desk / 'briefings/baseline.txt'}\n"
    assert run(desk, "check", "--strict").exit_code == 0

    put(desk, SALES, "# A line above.\n" + UNCITED.replace("everything.", "everything. It is new."))
    result = run(desk, "check", "--strict")
    assert result.exit_code == 1
    assert "“It is new.” cites nothing" in result.output
    assert "“This changes everything.”" not in result.output

    put(desk, SALES, SOUND)
    result = run(desk, "check", "--strict")
    assert result.exit_code == 1
    assert "briefings/baseline.txt:2:1: warning: no longer occurs: " in result.output

    put(desk, SALES, UNCITED.replace("hurt its", "harm its"))
    frozen = run(desk, "baseline")
    assert "[passage-not-found]" not in (desk / "briefings/baseline.txt").read_text(encoding="utf-8")
    assert frozen.exit_code == 0
    result = run(desk, "check")
    assert result.exit_code == 1
    assert "[passage-not-found]" in result.output
    assert "no longer occurs" not in result.output

    put(desk, SALES, SOUND)
    assert run(desk, "baseline").output == "there are no warnings to freeze, so there is no baseline\n"
    assert not (desk / "briefings/baseline.txt").exists()
    assert run(desk, "check", "--strict").exit_code == 0


# What no editor should have to see


def test_ctrl_c_while_the_program_is_loaded_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click").mkdir()
    (tmp_path / "click/__init__.py").write_text("raise KeyboardInterrupt\n")
    ended = subprocess.run(
        [sys.executable, "-c", "from mkdocs_briefings.cli.console import main; main()", "check"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr.strip()) == (1, "", "Aborted!")


def test_the_installed_command_begins_at_that_guard() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"briefings": "mkdocs_briefings.cli.console:main"}


@pytest.mark.parametrize("command", [("new", "gt", "--title", "\udcff"), ("rename", "gt", "\udcff")])
def test_words_that_are_no_unicode_are_told(desk: Path, command: tuple[str, ...]) -> None:
    result = run(desk, *command)
    assert result.exit_code == 2
    assert "not UTF-8" in result.output


@pytest.mark.parametrize("folder", [".", "briefings", "seeds", "briefings/pages"])
def test_pages_are_not_written_among_the_files_of_the_desk(desk: Path, folder: str) -> None:
    before = sorted(desk.rglob("*"))
    result = run(desk, "write", desk / folder)
    assert result.exit_code == 1
    assert "choose a separate folder" in result.output
    assert sorted(desk.rglob("*")) == before


def test_the_version_is_that_of_the_distribution() -> None:
    result = run(BASE, "--version")
    assert (result.exit_code, result.output) == (0, f"briefings, version {version('mkdocs-briefings')}\n")
