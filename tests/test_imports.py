"""Which module may import which: one table of tiers, held against every import, nested and type-checking ones too."""

from __future__ import annotations

import ast
import functools
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "generator" / "mkdocs_briefings"
NAME = PACKAGE.name

# Each tier may import those above it, and itself. What is not a folder is a loose module.
TIERS = (
    "text",
    "model",
    "parse",
    "resolve",
    "derive",
    "lock",
    "rules",
    "document",
    "messages",
    "pages",
    "search",
    "outputs",
    "build",
    "lock_proof",
    "report",
    "edit",
    "intake",
    "review",
    "files",
    "mkdocs",
    "cli",
    "__main__",
)
LOOSE = {"__init__", "__main__", "build", "lock_proof"}
OUTSIDE = {"mkdocs": {"mkdocs"}, "click": {"cli"}}
"""Who may import what is not ours."""
PURE = TIERS[: TIERS.index("files")]
NOT_PURE = {"os", "subprocess", "logging", "shutil", "tempfile", "socket", "time", "threading"}
"""What touches the disk, a clock or a process: shells do that."""
ON_DISK = {
    "open()",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "iterdir",
    "glob",
    "rglob",
    "exists",
    "stat",
}
ON_DISK |= {"is_file", "is_dir", "mkdir", "unlink"}
"""Functions and methods of paths that touch the disk."""
CLOCK = "mkdocs.clock"
"""The one module that reads the clock."""
UNDOCUMENTED = {"mkdocs.utils", "mkdocs.livereload"}
INTERNALS = "mkdocs.internals"
"""The one module that uses what MkDocs does not document; for types, others may name it."""
MAY_TWICE = {"__init__.py"}


@functools.cache
def modules() -> dict[str, Path]:
    """Give every module by its dotted name within the package."""
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in PACKAGE.rglob("*.py")
    }


@functools.cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Give all that a module says, wherever it stands."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@functools.cache
def imported(path: Path) -> frozenset[str]:
    """Give all that a module imports, wherever the import stands."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def called(path: Path) -> set[str]:
    """Give the names of the methods that a module calls, and of functions with `()`."""
    calls = (node.func for node in nodes(path) if isinstance(node, ast.Call))
    return {
        one.attr if isinstance(one, ast.Attribute) else f"{one.id}()"
        for one in calls
        if isinstance(one, ast.Attribute | ast.Name)
    }


def own(names: frozenset[str]) -> set[str]:
    """Give the modules of the package among imported names."""
    known = modules()
    found = set()
    for name in names:
        inner = name.removeprefix(f"{NAME}.")
        if inner != name:
            found.add(inner if inner in known else inner.rpartition(".")[0])
    return found


def above(name: str) -> set[str]:
    """Give the tiers that a module may import from."""
    return {*TIERS[: TIERS.index(tier(name)) + 1]} if name != "__init__" else set()


def tier(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def test_a_module_imports_only_what_its_tier_may() -> None:
    wrong = {
        name: {one for one in own(imported(path)) if tier(one) not in above(name)}
        for name, path in modules().items()
    }
    assert {name: found for name, found in wrong.items() if found} == {}


def test_what_is_not_ours_has_its_door() -> None:
    for name, path in modules().items():
        roots = {tier(module) for module in imported(path)}
        assert {root for root in roots if root in OUTSIDE and tier(name) not in OUTSIDE[root]} == set(), name
        if tier(name) in PURE:
            assert roots & NOT_PURE == set(), name
            assert called(path) & ON_DISK == set(), name


def test_one_module_reads_the_clock() -> None:
    read = {
        (name, node.attr)
        for name, path in modules().items()
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today", "time_ns"}
    }
    assert {(name, what) for name, what in read if name != CLOCK} == {("mkdocs.options", "today")}
    assert CLOCK in {name for name, _ in read}


def test_one_module_uses_what_mkdocs_does_not_document() -> None:
    """At its top level, for types others may name it."""
    for name, path in modules().items():
        if name == INTERNALS:
            continue
        text = path.read_text(encoding="utf-8")
        assert "SLF001" not in text, name
        used = {node.module for node in ast.parse(text).body if isinstance(node, ast.ImportFrom)}
        assert used & UNDOCUMENTED == set(), name


def test_no_module_imports_itself_through_others() -> None:
    graph = {name: own(imported(path)) & modules().keys() for name, path in modules().items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way, name))
        if name not in done:
            for other in sorted(graph[name] - {name}):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_every_folder_has_its_tier_and_few_modules_are_loose() -> None:
    folders = {name.split(".")[0] for name, path in modules().items() if path.parent != PACKAGE}
    assert folders <= set(TIERS)
    assert {path.stem for path in PACKAGE.glob("*.py")} == LOOSE


def test_no_file_name_occurs_twice() -> None:
    names = Counter(path.name for path in PACKAGE.rglob("*.py"))
    assert {name for name, count in names.items() if count > 1} <= MAY_TWICE


def test_no_class_name_occurs_twice() -> None:
    homes: dict[str, list[str]] = {}
    for name, path in modules().items():
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name.strip("_"), []).append(name)
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
