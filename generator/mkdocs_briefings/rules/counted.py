"""What numbers count, as far as the words behind them tell: persons, things, or a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.text.languages import Language

Counted = Literal["", "any", "person", "thing", "unit"]
_WORDS_BEHIND = re.compile(r"[\s-](?=[^\W\d_])(?:[^\s]+\s?){1,4}")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
_MOST = 1000
"""Up to here a number is followed by what it counts; "5,500 million fell" has a scale."""


def counted(text: str, number: Number, pack: Language | None) -> Counted:
    """Tell what a number counts; empty where the words behind it do not say."""
    if number.measure:
        return "unit"
    if number.unit or number.value > _MOST or pack is None:
        return ""
    if number.fraction or number.times or number.ordinal:
        return ""
    if not pack.spaced:
        behind = text[number.end : number.end + 1]
        return "person" if behind in pack.person_counters else "thing" if behind in pack.counters else ""
    match = _WORDS_BEHIND.match(text, number.end)
    words = [word.lower() for word in _WORD.findall(match[0])] if match else []
    if match and compiled(pack.percent).search(match[0]):
        return ""
    if not words or len(words[0]) < _LEAST or words[0] in pack.common:
        return ""
    # "Three full years": the unit comes later.
    return "" if any(word in pack.measures or word in pack.currencies for word in words) else "any"


def differ(ours: Counted, theirs: Counted) -> bool:
    """Whether two numbers count what cannot be the same: five lawyers, five years."""
    return (ours, theirs) in _DIFFERENT


_DIFFERENT = frozenset(
    (("any", "unit"), ("person", "unit"), ("thing", "unit"), ("person", "thing"), ("thing", "person"))
)
