"""Find the words of a sentence where an editor typed them, among links, citations and YAML marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Place

LINK = "[[]]"
"""Stands in `before`, `near` and `after` of a place for a link, whatever its words."""
IN_CITE = "[@"
"""Stands in `before` where `near` is a part of a citation, and what follows it there is of that citation, too."""
MOST = 80
"""In characters: so much of a sentence before and after some words says where they stand."""

_PARTS = r"""(?:[^\]\["“]|"[^"]*"|“[^”]*”)*"""
_CITE = rf"\[@{_PARTS}\]"
_SIGN = r"\[\[!|\]\]"
_GAP = rf"(?:\s|\\[n\n]|{_CITE}|{_SIGN})+"
_TIGHT = rf"(?:\s*{_CITE}|{_SIGN})*"
_TOKEN = re.compile(r"\[\[\]\]|\[@|\s+|\w+|[^\w\s]")
_SPECIAL = {
    LINK: r"\[\[[^\[\]]*\]\]",
    IN_CITE: rf"\[(?=@){_PARTS}?[\"“]?",
    "'": "''?",
    '"': r'\\?"',
    "\\": r"\\{1,2}",
}


def find(text: str, place: Place) -> int | None:
    """Find the words `near` of a place in the text of a file, the rest of their sentence around them if it can be."""
    before, after = place.before[-MOST:], place.after[:MOST]
    edge = r"(?![\w-])"
    for pattern in (
        _pattern(before, place.near, after),
        _pattern(before, place.near, "") + edge,
        _pattern("", place.near, after),
        _pattern("", place.near, "") + edge,
        _pattern("", place.near, ""),
    ):
        if match := re.search(pattern, text):
            return match.start("here")
    return None


def _pattern(before: str, near: str, after: str) -> str:
    made = r"(?<![\w-])" if before else ""
    gap = ""
    for n, part in enumerate((before, near, after)):
        for token in _TOKEN.findall(part):
            if token.isspace():
                gap = _GAP
                continue
            if n == 1 and "(?P<here>" not in made:
                made += f"{gap}(?P<here>)"
                gap = ""
            made += gap + (_SPECIAL.get(token) or re.escape(token))
            gap = _TIGHT
    return made if "(?P<here>" in made else made + "(?P<here>)"
