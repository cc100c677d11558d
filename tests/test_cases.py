"""Golden cases: for every code a tiny desk with that fault, and all that is told about it.

A case is a folder `tests/cases/<code>/`. Its files are laid over those of `tests/cases/_base/`, a sound desk,
so that it holds little more than the fault. `expected.txt` is what `report.plain` prints for the whole desk.

After a deliberate change, write the expected files anew and read every line of the difference:

    UPDATE_CASES=1 .venv/bin/pytest tests/test_cases.py; git diff tests/cases
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs_briefings
import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.cli.site import open_site
from mkdocs_briefings.lock_proof import lock
from mkdocs_briefings.model.problem import Rule
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.rules import catalogue
from mkdocs_briefings.rules.row import OfDesk, OfSentences

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"
PACKAGE = Path(mkdocs_briefings.__file__).parent
UPDATE = bool(os.environ.get("UPDATE_CASES"))
BRIEFING = "briefings/2025-01-07-sales.yml"


def _bad_encoding(root: Path) -> None:
    text = "title: Acme expects no harm\nsources: [chip-post]\nsummary: “No harm.”\n"
    (root / BRIEFING).write_bytes(text.encode("windows-1252"))


def _path_outside(root: Path) -> None:
    outside = root.with_name("outside.txt")
    outside.write_text("A secret.\n", encoding="utf-8")
    (root / "seeds/secret.txt").symlink_to(outside)


def _too_large(root: Path) -> None:
    (root / BRIEFING).write_text("title: " + "Acme expects no harm. " * 50_000 + "\n", encoding="utf-8")


def _lock(root: Path) -> Path:
    path = root / "briefings/sources.lock"
    path.write_bytes(lock(tree_of(BASE), Settings()))
    return path


def _not_verified(root: Path) -> None:
    _lock(root)
    shutil.rmtree(root / "seeds")


def _lock_broken(root: Path) -> None:
    path = _lock(root)
    ours = ' "context": 0,\n'
    both = f"<<<<<<< HEAD\n{ours}=======\n{ours.replace('0', '5')}>>>>>>> main\n"
    path.write_text(path.read_text("utf-8").replace(ours, both), "utf-8")
    shutil.rmtree(root / "seeds")


MADE: dict[str, Callable[[Path], object]] = {
    "bad-encoding": _bad_encoding,
    "path-outside": _path_outside,
    "lock-broken": _lock_broken,
    "lock-out-of-date": _lock,
    "not-verified": _not_verified,
    "yaml-too-large": _too_large,
}
"""Cases whose fault a folder in a repository cannot well hold."""


def desk_of(code: str, folder: Path) -> Path:
    root = folder / "desk"
    shutil.copytree(BASE, root)
    shutil.copytree(CASES / code, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    if code in MADE:
        MADE[code](root)
    return root


def golden(path: Path, text: str) -> str:
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_the_base_desk_is_sound() -> None:
    site = open_site(BASE)
    assert printing.plain(site.located()) == ""
    assert site.result.pages


@pytest.mark.parametrize("code", catalogue.ALL)
def test_case(code: str, tmp_path: Path) -> None:
    (CASES / code).mkdir(exist_ok=True)
    site = open_site(desk_of(code, tmp_path))
    located = [*site.located(), *(one for one in site.doubts() if one.problem.rule.code == code)]
    told = printing.plain(located) + "\n"
    assert told == golden(CASES / code / "expected.txt", told)
    assert [one.problem.rule.code for one in located] == [code], "a fault, and no other that follows from it"
    for one in located:
        assert one.spot.line >= 1
        assert one.spot.column >= 1


def test_twenty_faults_are_twenty_lines() -> None:
    tree = tree_of(BASE) | tree_of(CASES / "_twenty")
    located = locate(build(tree, Settings()).problems, tree)
    told = printing.plain(located) + "\n"
    assert told == golden(CASES / "_twenty/expected.txt", told)
    assert len({one.problem.rule.code for one in located}) == len(located) == 20
    assert {one.spot.path for one in located} == {BRIEFING}
    lines = [one.spot.line for one in located]
    assert lines == sorted(set(lines)), "each at its own line"


def test_faults_of_several_files_are_told_at_once_and_in_order() -> None:
    tree = tree_of(BASE) | tree_of(CASES / "_many")
    located = locate(build(tree, Settings()).problems, tree)
    told = printing.plain(located) + "\n"
    assert told == golden(CASES / "_many/expected.txt", told)
    places = [(one.spot.path, one.spot.line, one.spot.column) for one in located]
    assert places == sorted(places)
    assert len({path for path, *_ in places}) == 5


def tree_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "expected.txt"
    }


def test_every_case_is_of_a_code() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders == set(catalogue.ALL)


def test_codes_and_severities() -> None:
    table = "".join(f"{code} {rule.severity}\n" for code, rule in catalogue.ALL.items())
    assert table == golden(CASES / "severities.txt", table)


def declared() -> dict[str, list[Rule]]:
    """Give every rule that any module makes, by the module's name."""
    modules = [module for module in iter_modules_below() if "Rule(" in source_of(module)]
    found = {
        module: [one for one in vars(import_module(module)).values() if isinstance(one, Rule)]
        for module in modules
    }
    return {module: rules for module, rules in found.items() if rules}


def iter_modules_below() -> list[str]:
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in PACKAGE.rglob("*.py")
    ]
    return sorted(name.removesuffix(".__init__") for name in names)


def source_of(module: str) -> str:
    path = PACKAGE.parent / module.replace(".", "/")
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")


def test_the_catalogue_holds_every_rule_once() -> None:
    defined = [rule for rules in declared().values() for rule in rules]
    assert sorted(rule.code for rule in defined) == sorted(catalogue.ALL)
    assert sum(len(rules) for _, rules in catalogue.GROUPS) == len(catalogue.ALL)
    assert len({rule.what for rule in defined}) == len(defined)


def test_a_rule_of_the_desk_is_one_file_with_its_name() -> None:
    rows = {row.rule.code: row for row in catalogue.ROWS}
    modules = {module for module in declared() if module.startswith("mkdocs_briefings.rules.")}
    assert modules == {f"mkdocs_briefings.rules.{code.replace('-', '_')}" for code in rows}
    for module in modules:
        held = [one for one in vars(import_module(module)).values() if isinstance(one, OfDesk | OfSentences)]
        assert held == [rows[module.rpartition(".")[2].replace("_", "-")]]


def test_every_code_is_raised() -> None:
    everything = "".join(map(source_of, iter_modules_below()))
    for module, rules in declared().items():
        for name, one in vars(import_module(module)).items():
            if one in rules and name != "RULE":
                used = len(re.findall(rf"\b{name}\b", everything))
                # Once where it is declared, once in the catalogue.
                assert used > 2, f"{module}.{name}"


def test_rules_are_made_in_declarations_only() -> None:
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = {id(node.value) for node in tree.body if isinstance(node, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule":
                assert id(node) in top, f"{path}:{node.lineno}"


def test_every_rule_is_explained() -> None:
    for rule in catalogue.ALL.values():
        for text in (rule.what, rule.why, rule.example, rule.remedy):
            assert text.strip(), rule.code
        assert rule.remedy.endswith("."), rule.code
        assert rule.what.endswith("."), rule.code
