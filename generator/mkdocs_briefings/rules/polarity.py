"""Which words of a text stand in the reach of a negation."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.doubting import found, without_bounds, word_pieces
from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from mkdocs_briefings.text.languages import Language

_STOP = re.compile(r"[,;:.()–—，；：。、（）「」“”\"]")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = {"de": (6, 5), "en": (3, 5), "fr": (2, 6), "es": (2, 5), "ar": (1, 4)}
"""How many words before and behind a negation it may negate."""
_NEAR = {"de": (3, 2), "en": (0, 3), "fr": (0, 3), "es": (0, 3), "ar": (0, 2)}
"""The same for what it negates for certain."""
_REACH_OF_SIGNS = {"ja": (8, 0), "zh": (2, 6)}
_NEAR_OF_SIGNS = {"ja": (5, 0), "zh": (0, 3)}


@functools.lru_cache(maxsize=1 << 11)
def negated(text: str, pack: Language, *, near: bool = False) -> frozenset[str]:
    """The pieces of words that a text negates; with `near` only those right beside a negation."""
    plain = without_bounds(text, pack)
    made: set[str] = set()
    for match in compiled(pack.negations).finditer(plain):
        start = max((stop.end() for stop in _STOP.finditer(plain, 0, match.start())), default=0)
        stop = _STOP.search(plain, match.end())
        before, behind = (
            plain[start : match.start()],
            plain[match.end() : stop.start() if stop else len(plain)],
        )
        made |= _pieces_of(before, behind, pack, near=near)
    return frozenset(made)


def _pieces_of(before: str, behind: str, pack: Language, *, near: bool) -> frozenset[str]:
    if not pack.spaced:
        back, on = (_NEAR_OF_SIGNS if near else _REACH_OF_SIGNS)[pack.code]
        signs = (before[len(before) - min(back, len(before)) :], behind[:on])
        return frozenset().union(*(word_pieces(one, spaced=False) for one in signs))
    back, on = (_NEAR if near else _REACH)[pack.code]
    words = (
        [*_WORD.findall(before)[-back:], *_WORD.findall(behind)[:on]] if back else _WORD.findall(behind)[:on]
    )
    return word_pieces(" ".join(words), spaced=True)


def has_turn_of_its_own(text: str, pack: Language, other: frozenset[str]) -> bool:
    """Whether a text has a word of negative meaning that is none of some others'."""
    if found(text, pack, "half_negations"):
        return True
    return any(
        word_pieces(match[0], spaced=pack.spaced).isdisjoint(other)
        for match in compiled(pack.turned).finditer(text)
        if word_pieces(match[0], spaced=pack.spaced)
    )
