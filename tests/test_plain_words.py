"""Messages are in the words that docs/contributing.md lists: each word of its column "Not" is in no message."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.parse.choices import MEANINGS
from mkdocs_briefings.parse.jsonschema import schemas
from mkdocs_briefings.rules.catalogue import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1] / "generator" / "mkdocs_briefings"
NOT_MESSAGES = ("text/languages/", "messages/", "pages/", "search/", "theme/")
"""Words of languages, and what readers see, which has its own tests."""
OLD = re.compile(
    r"\b(tells?|stands?|bears? out|bearing out|mend(s|ed|ing)?|pass(es|ed)? over|the house)\b"
    r"|(?<![Tt]here )\b(is|are) no\b(?! longer)"
)
CODE = re.compile(r"[\\|]|^\W")
"""Regular expressions and pieces of other text: no sentence."""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Give the texts of a module that may be messages: no docstrings, no single words, no patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docstrings:
            continue
        if " " in node.value.strip() and not CODE.search(node.value):
            yield node.lineno, node.value


def test_messages_use_the_words_of_the_list() -> None:
    paths = [path for path in PACKAGE.rglob("*.py") if not _name(path).startswith(NOT_MESSAGES)]
    assert len(paths) > 300
    old = [(_name(path), line, text) for path in paths for line, text in sentences(path) if OLD.search(text)]
    assert old == []


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_codes_and_fields_are_explained_in_the_words_of_the_list() -> None:
    texts = [text for rule in ALL.values() for text in (rule.what, rule.why, rule.remedy)]
    texts += [meaning for words in MEANINGS.values() for meaning in words.values()]
    texts += re.findall(r'"description": "([^"]*)"', "".join(schemas().values()))
    assert len(texts) > 300
    assert [text for text in texts if OLD.search(text)] == []


def test_the_words_of_the_list_are_found() -> None:
    for text in (
        "it tells nothing",
        "this is no date",
        "a line stands here",
        "two were passed over",
        "mended: x",
    ):
        assert OLD.search(text)
    for text in ("it is no longer here", "there is no entity `x`"):
        assert not OLD.search(text)
