"""The catalogue and those who use it: no id is unknown, no placeholder is missing, no message is idle."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from mkdocs_briefings.messages.message import taken_apart
from mkdocs_briefings.model import corpus_fields
from mkdocs_briefings.pages import entity, phrases, who
from mkdocs_briefings.resolve.entities import KNOWN_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable
from mkdocs_briefings.messages import for_scripts
from mkdocs_briefings.messages.site_messages import DATE_STEPS, ENGLISH
from mkdocs_briefings.mkdocs import indexing
from mkdocs_briefings.mkdocs.server import PANEL

PACKAGE = Path(__file__).parents[2] / "generator" / "mkdocs_briefings"
UPDATE = Path(__file__).parents[2] / "tools" / "messages.py"
NAMED = re.compile(r"(?:\bsay|briefingsSay|say\))\([\"']([a-z][a-z.-]*)[\"']")
"""A message in a script or template."""
READERS = ("messages", "document", "pages", "outputs", "search", "review", "mkdocs")
"""Where readers are spoken to; the `say` of commands is another."""


def placeholders(id_: str) -> frozenset[str]:
    """Give what a message names; its plural has the same."""
    said = ENGLISH[id_]
    forms = (said,) if isinstance(said, str) else said
    named = {name for form in forms for _, name in taken_apart(form) if name}
    return frozenset(named if isinstance(said, str) else named | {"count"})


@functools.cache
def groups() -> dict[str, frozenset[str]]:
    """Give the ids of each group: `state` has `state.in force` and so on."""
    found = defaultdict(set)
    for id_ in ENGLISH:
        if "." in id_:
            found[id_.partition(".")[0]].add(id_)
    return {group: frozenset(ids) for group, ids in found.items()}


Use = tuple[str, str, frozenset[str]]
"""Where, what (an id, or a group with a point behind it), with which values."""


@functools.cache
def uses() -> tuple[Use, ...]:
    """Find every call of the messages in the package."""
    found: list[Use] = []
    for path in sorted(path for folder in READERS for path in (PACKAGE / folder).rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or where == "messages/message.py":
                continue
            called, grouped = node.func, ""
            if isinstance(called, ast.Attribute) and called.attr == "of" and says(called.value):
                grouped = "."
            elif not says(called):
                continue
            first = node.args[0] if node.args else None
            place = f"{where}:{node.lineno}"
            assert isinstance(first, ast.Constant), f"{place}: the id must be written out"
            assert isinstance(first.value, str)
            names = [keyword.arg for keyword in node.keywords]
            assert None not in names, f"{place}: values must be named"
            found.append((place, f"{first.value}{grouped}", frozenset(filter(None, names))))
    return tuple(found)


def says(node: ast.expr) -> bool:
    """Whether something is the messages of a language: `say`, `desk.say`, `pen.say`."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name == "say"


def test_what_is_said_is_in_the_catalogue_with_all_that_it_names() -> None:
    assert len(uses()) > 500
    for place, id_, values in uses():
        ids = groups()[id_.removesuffix(".")] if id_.endswith(".") else {id_}
        assert {one: placeholders(one) for one in ids} == dict.fromkeys(ids, values), place


@functools.cache
def said_by_theme(ending: str) -> dict[str, set[str]]:
    """Give the messages that scripts and templates name, by file."""
    files = sorted((PACKAGE / "theme").rglob(f"*.{ending}"))
    return {path.name: set(NAMED.findall(path.read_text(encoding="utf-8"))) for path in files}


def test_scripts_say_what_is_brought_to_them() -> None:
    every, search, preview = (set(ids) for ids in (for_scripts.PAGE, for_scripts.SEARCH, for_scripts.PREVIEW))
    for name, ids in said_by_theme("js").items():
        on_demand = name.startswith("search") and f"assets/{name}" != indexing.OPENER
        more = search if on_demand else preview if f"assets/{name}" in PANEL else set()
        assert ids <= every | more, name
    scripts = "".join(path.read_text("utf-8") for path in (PACKAGE / "theme/assets").glob("*.js"))
    assert {id_ for id_ in every | search | preview if f'"{id_}"' not in scripts} == set()
    for name, ids in said_by_theme("html").items():
        assert ids <= ENGLISH.keys(), name
    assert "search-hint" in said_by_theme("js")["search.js"]
    assert "suggest-correction" in said_by_theme("html")["b-edit.html"]


def test_every_message_is_said() -> None:
    said = {id_ for _, id_, _ in uses()}
    files = (path for path in (PACKAGE / "theme").rglob("*.*") if path.suffix in {".js", ".html"})
    theme = "".join(path.read_text("utf-8") for path in files)
    said |= DATE_STEPS.keys()
    said |= {id_ for id_ in ENGLISH if f'"{id_}"' in theme or f"'{id_}'" in theme}
    assert {id_ for id_ in ENGLISH if id_ not in said and f"{id_.partition('.')[0]}." not in said} == set()


def test_a_message_with_a_number_has_two_forms_that_name_the_same() -> None:
    for id_, said in ENGLISH.items():
        if not isinstance(said, str):
            one, more = said
            assert {n for _, n in taken_apart(more)} - {n for _, n in taken_apart(one)} <= {"count"}, id_
        assert "{}" not in "".join(said), id_


def test_messages_are_whole_sentences_or_labels() -> None:
    """Spaces at the ends of a message would be for gluing it to another; only punctuation has them."""
    forms = {id_: (said,) if isinstance(said, str) else said for id_, said in ENGLISH.items()}
    glued = {id_ for id_, said in forms.items() if any(form != form.strip() for form in said)}
    assert glued == {id_ for id_ in ENGLISH if id_.startswith("between-")}


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("state", phrases.SYMBOLS),
        ("kind", phrases.KINDS),
        ("level", phrases.LEVELS),
        ("level-about", phrases.LEVELS),
        ("disagreement", phrases.CLASSES),
        ("entity", entity.KINDS),
        ("entities", entity.KINDS),
        ("entity-field", KNOWN_FROM - {*who.FIELDS}),
        ("part", {*get_args(corpus_fields.Kind), *get_args(corpus_fields.Thing)} - {"entity", "source"}),
        ("fallen", ("corrected", "withdrawn")),
        ("source", ("corrected", "withdrawn")),
    ],
)
def test_every_value_of_a_field_has_words(group: str, values: Iterable[str]) -> None:
    assert groups()[group] == {f"{group}.{value}" for value in values}


def test_the_translations_are_up_to_date() -> None:
    """`python tools/messages.py` brings them up to date."""
    assert subprocess.run([sys.executable, str(UPDATE), "--check"], check=False).returncode == 0
