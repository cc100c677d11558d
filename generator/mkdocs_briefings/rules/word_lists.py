"""Patterns for any of a list of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    Words with the same beginning share it, so that no place of a text is compared with each of them in turn.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree) or "(?!)"


def _branches(node: dict[str, Any]) -> str:
    rests = [re.escape(char) + _branches(rest) for char, rest in node.items() if char]
    if not rests:
        return ""
    either = rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"
    return f"(?:{either})?" if "" in node else either
