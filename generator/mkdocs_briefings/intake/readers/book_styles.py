"""What the style sheets of a book say of its words: raised, struck out, hidden. LibreOffice's books say it nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?\.(?P<name>[\w-]+)")
"""The only selectors that are read: a class, or an element with a class."""
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_RAISED = re.compile(r"vertical-align\s*:\s*super")
_LIFTED = re.compile(r"(?:^|;)\s*(?:top\s*:\s*-|bottom\s*:\s*\+?[\d.])")
_SMALLER = re.compile(r"font-size\s*:\s*(?:0?\.\d+(?:em|rem)|[1-8]\d%|smaller)")
_LONGEST = 500_000
"""Characters of a style sheet that are read."""
_TAGS = {"struck": "s", "hidden": "hidden", "raised": "sup"}

Styles = dict[tuple[str, str], str]
"""What an element and a class mean; the element is empty where any has it."""


def read(sheets: Iterable[str]) -> Styles:
    """Read the rules of style sheets that say such things; those within `@media` and the like are not read."""
    found: Styles = {}
    for sheet in sheets:
        for selectors, body in _RULE.findall(_top(_COMMENT.sub(" ", sheet[:_LONGEST]))):
            if meaning := _meaning(body.lower()):
                for one in selectors.split(","):
                    if selector := _SELECTOR.fullmatch(one.strip()):
                        found[selector["tag"] or "", selector["name"]] = meaning
    return found


def mark(tree: HtmlElement, styles: Styles) -> None:
    """Give the elements of a chapter that have such a style the element that says the same."""
    for one in tree.iter() if styles else ():
        if isinstance(one.tag, str) and (names := one.get("class", "").split()):
            found = {styles.get((tag, name)) for name in names for tag in ("", one.tag)}
            for meaning, tag in _TAGS.items():
                if meaning not in found:
                    continue
                if tag == "hidden":
                    one.set("hidden", "")
                elif one.tag in {"span", "a", "font"}:
                    one.tag = tag


def _top(sheet: str) -> str:
    """Return the rules that are within no other."""
    kept, depth, start, is_nested = [], 0, 0, False
    for at, char in enumerate(sheet):
        if char == "{":
            is_nested = is_nested or depth > 0
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if not depth:
                if not is_nested:
                    kept.append(sheet[start : at + 1])
                start, is_nested = at + 1, False
    return "".join(kept)


def _meaning(body: str) -> str:
    if _HIDDEN.search(body):
        return "hidden"
    if _STRUCK.search(body):
        return "struck"
    lifted = _LIFTED.search(body) and "position" in body and _SMALLER.search(body)
    return "raised" if _RAISED.search(body) or lifted else ""
