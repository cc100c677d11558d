"""What any text must hold in which a pattern finds something: a few words of which one is there.

They are read from the parsed pattern. Of parts that all must be there, those of one will do; a part that may be anything
ends the words before it. Words are compared in small letters, and all between them is one space (`flat`), so that the edge
of a word is one, too.
"""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]  # Python documents no other way to a parsed pattern
from re import _parser as parser  # type: ignore[attr-defined]  # the same
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 3
"""Characters of a needle: shorter ones are in most texts."""
_MOST_OF_PART, _MOST = 200, 2_000
"""Needles of a part of a pattern, and of all of it."""
_WORD = re.compile(r"\w")
_EDGE = "\0"
"""Stands for the edge of a word."""
Item = tuple[Any, Any]
"""A part of a parsed pattern: what it is, and of what."""


def flat(text: str) -> str:
    """Give the words of a text in small letters, with a space before, between and after them."""
    words = f" {text.lower().translate(_SPACED)} "
    while "  " in words:
        words = words.replace("  ", " ")
    return words


class _Spaced(dict[int, int]):
    """Turns characters that are part of no word into spaces; faster than a pattern."""

    def __missing__(self, char: int) -> int:
        kept = self[char] = char if _WORD.match(chr(char)) else ord(" ")
        return kept


_SPACED = _Spaced()


def needles(pattern: str) -> tuple[str, ...]:
    """Return words of which one is in any text, as `flat` gives it, in which a pattern finds something; nothing if there are none.

    Capitals and small letters are alike for the pattern.
    """
    found = _best(list(parser.parse(pattern, re.IGNORECASE)))
    return tuple(sorted(found)) if len(found) <= _MOST else ()


def _best(items: Iterable[Item]) -> frozenset[str]:
    """Return the needles of parts that stand one after the other: those that tell most."""
    ways: list[frozenset[str]] = []
    runs = frozenset({""})
    for item in items:
        here = _exact([item])
        joined = (
            frozenset(a + b for a in runs for b in here)
            if here and len(here) * len(runs) < _MOST_OF_PART
            else None
        )
        if joined is None:
            ways += (_told(runs), _of_part(*item))
            joined = here if here is not None and len(here) < _MOST_OF_PART else frozenset({""})
        runs = joined
    ways.append(_told(runs))
    return max(ways, key=lambda one: (min(map(len, one), default=0), -len(one)), default=frozenset())


def _told(runs: frozenset[str]) -> frozenset[str]:
    """Take words as `flat` has them; nothing if one is too short to tell anything."""
    plain = frozenset(_plain(run) for run in runs if not _IMPOSSIBLE.search(run))
    return plain if plain and min(map(len, plain)) >= _LEAST else frozenset()


_IMPOSSIBLE = re.compile(rf"\w{_EDGE}+\w")
_WORD_EDGE = re.compile(rf"(?<=\w){_EDGE}+|{_EDGE}+(?=\w)")


def _plain(run: str) -> str:
    return re.sub(r"\W+", " ", _WORD_EDGE.sub(" ", run).replace(_EDGE, ""))


def _of_part(kind: Any, of: Any) -> frozenset[str]:
    """Return the needles of one part."""
    if kind is ops.BRANCH:
        each = [_best(one) for one in of[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    inner = _inner(kind, of)
    return frozenset() if inner is None else _best(inner)


def _inner(kind: Any, of: Any) -> list[Item] | None:
    """Return what must be there of a part that holds others."""
    if kind is ops.SUBPATTERN:
        return list(of[3])
    if kind is ops.ATOMIC_GROUP:
        return list(of)
    return list(of[2]) if kind in _REPEATS and of[0] else None


_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})


def _exact(items: Iterable[Item]) -> frozenset[str] | None:
    """Return all that parts can be, if these are few words."""
    runs = frozenset({""})
    for kind, of in items:
        here = _exactly(kind, of)
        if here is None or len(here) * len(runs) > _MOST_OF_PART:
            return None
        runs = frozenset(a + b for a in runs for b in here)
    return runs


def _exactly(kind: Any, of: Any) -> frozenset[str] | None:
    if kind is ops.LITERAL:
        small = chr(of).lower()
        return frozenset({small}) if len(small) == 1 else None
    if kind is ops.AT:
        return frozenset({_EDGE if of is ops.AT_BOUNDARY else ""})
    if kind in {ops.ASSERT, ops.ASSERT_NOT}:
        return frozenset({""})
    if kind is ops.IN:
        return _of_set(of)
    if kind is ops.BRANCH:
        each = [_exact(one) for one in of[1]]
        found = [one for one in each if one is not None]
        return frozenset().union(*found) if len(found) == len(each) else None
    if kind is ops.SUBPATTERN:
        return _exact(of[3])
    if kind is ops.ATOMIC_GROUP:
        return _exact(of)
    if kind in _REPEATS and of[1] == 1:
        once = _exact(of[2])
        return None if once is None else once | ({""} if of[0] == 0 else set())
    return None


def _of_set(items: Iterable[Item]) -> frozenset[str] | None:
    """Return the characters of a set: all that are part of no word are a space."""
    found: set[str] = set()
    for kind, of in items:
        if kind is ops.LITERAL and len(small := chr(of).lower()) == 1:
            found.add(small)
        elif kind is ops.CATEGORY and of is ops.CATEGORY_SPACE:
            found.add(" ")
        else:
            return None
    return frozenset(found)
