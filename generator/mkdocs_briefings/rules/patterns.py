"""The patterns of the language packs, each compiled once."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from mkdocs_briefings.rules.needles import flat, needles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LIKE_ANOTHER = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03d6\u03f0-\u03f5\u1c80-\u1c88\u1e9b\u1e9e\u1fbe\u1fd3\u1fe3"
    "\u2126\u212a\u212b\ufb05\ufb06]"
)
"""Letters that a pattern takes for others than their small ones: the long s, the final sigma and the like."""


class Sieved:
    """A pattern for which capitals and small letters are alike, as `re.compile` gives it.

    Most texts hold none of the words of a pattern, and looking for all of them at once is many times as fast as the
    pattern is.
    """

    __slots__ = ("_finditer", "_found", "_search", "_sub", "match", "pattern")

    def __init__(self, pattern: str) -> None:
        whole = re.compile(pattern, re.IGNORECASE)
        self.pattern = pattern
        self.match = whole.match
        """At a place that is given, there is nothing to be looked for."""
        self._search, self._finditer, self._sub = whole.search, whole.finditer, whole.sub
        words = needles(pattern)
        self._found = AhoCorasick(words).find_matches_as_indexes if words else None

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has any of its words; if not, it has no match."""
        return self._found is None or (words := _words(text)) is None or bool(self._found(words))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self._search(text, *span) if self.may_be_in(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self._finditer(text, *span) if self.may_be_in(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._sub(by, text) if self.may_be_in(text) else text


@functools.lru_cache(maxsize=256)
def _words(text: str) -> str | None:
    """Give the words of a text, of which many patterns are asked one after the other; None if its letters may be others."""
    return None if _LIKE_ANOTHER.search(text) else flat(text)


@functools.cache
def compiled(pattern: str) -> Sieved:
    """Compile a pattern of a pack, for which capitals and small letters are alike."""
    return Sieved(pattern)
