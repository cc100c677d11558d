"""Compare two texts word by word, and find changed negations and figures."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.rules import quantities
from mkdocs_briefings.rules.negation_lost import negations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST = 200_000
"""Pairs of words that are compared; of longer texts only the equal beginning and end are found."""

_STEM = 4
"""Letters by which "refuse" and "refuses" are the same word."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other and have the same fate."""

    fate: Literal["kept", "lost", "gained"]
    words: tuple[str, ...]


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Tell which words were kept, lost and gained, in the order of reading."""
    one, two = tuple(old.split()), tuple(new.split())
    first = _shared(one, two)
    last = _shared(one[first:][::-1], two[first:][::-1])
    middle = _middle(one[first : len(one) - last], two[first : len(two) - last])
    parts = (Stretch("kept", one[:first]), *middle, Stretch("kept", one[len(one) - last :]))
    return _joined(part for part in parts if part.words)


def negation_change(old: str, new: str) -> str:
    """Say how the negations of two versions of a text differ, or nothing."""
    parts = differences(old, new)
    lost = negations(" ".join(word for part in parts if part.fate == "lost" for word in part.words))
    gained = negations(" ".join(word for part in parts if part.fate == "gained" for word in part.words))
    if len(lost) > len(gained):
        return f"A negation was removed: {_quoted(lost)}."
    if len(gained) > len(lost):
        return f"A negation was added: {_quoted(gained)}."
    inflected = lost != gained and [word[:_STEM] for word in lost] == [word[:_STEM] for word in gained]
    if lost and not inflected:
        return f"A negation was moved or reworded: {_quoted(lost)}, now {_quoted(gained)}."
    return ""


def negation_against(text: str, passages: Sequence[str]) -> str:
    """Say where a text negates and none of its passages does, or the other way round; or nothing."""
    told, found = negations(text), [negations(passage) for passage in passages]
    if found and not told and all(found):
        return f"The passage has a negation ({_quoted(found[0])}); the sentence does not."
    if found and told and not any(found):
        return f"The sentence has a negation ({_quoted(told)}); the passage does not."
    return ""


def figures_change(old: str, new: str) -> bool:
    """Return whether two versions of a text tell other numbers or dates."""
    return _figures(old) != _figures(new)


def _figures(text: str) -> frozenset[tuple[object, ...]]:
    told = quantities.read(text)
    days = ((one.year, one.month, one.day, one.weekday) for one in told.dates)
    return frozenset((*days, *((one.value, one.unit) for one in told.numbers)))


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _shared(one: Sequence[str], two: Sequence[str]) -> int:
    length = 0
    while length < min(len(one), len(two)) and one[length] == two[length]:
        length += 1
    return length


def _middle(one: tuple[str, ...], two: tuple[str, ...]) -> list[Stretch]:
    if len(one) * len(two) > _MOST:
        return [Stretch("lost", one), Stretch("gained", two)]
    found: list[Stretch] = []
    for what, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Stretch("kept", one[a:b]))
        else:
            found += [Stretch("lost", one[a:b]), Stretch("gained", two[c:d])]
    return found


def _joined(parts: Iterable[Stretch]) -> tuple[Stretch, ...]:
    made: list[Stretch] = []
    for part in parts:
        if made and made[-1].fate == part.fate:
            made[-1] = Stretch(part.fate, made[-1].words + part.words)
        else:
            made.append(part)
    return tuple(made)
