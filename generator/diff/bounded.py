"""A report that keeps to a size: every section stays, and says how much of it is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.md import Md

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 6_000
"""Bytes that the headings of all sections and what they say of the rest always have room in."""

_BETWEEN = 2
"""Bytes between two entries, at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told, and in a word what it is, for the sum of those that are left out."""

    sort: str
    text: Md


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]
    """The most important first; lines of a list are joined tightly, blocks with an empty line."""
    listed: bool = False


def joined(head: Md, sections: Sequence[Section], most: int | None) -> Md:
    """Write all sections; with `most`, as many entries of each as go into so many bytes of UTF-8.

    The first section may take half of the room; then they take turns, so that a long one leaves room for others.
    """
    if most is None:
        return _write(head, sections, [len(section.entries) for section in sections])
    taken = [0] * len(sections)
    room = most - _size(_write(head, sections, taken))
    for entry in sections[0].entries if sections else ():
        size = _size(entry.text) + _BETWEEN
        if size > room - most // 2:
            break
        room -= size
        taken[0] += 1
    open_ = [count < len(section.entries) for count, section in zip(taken, sections, strict=True)]
    while any(open_):
        for n, section in enumerate(sections):
            if not open_[n]:
                continue
            size = _size(section.entries[taken[n]].text) + _BETWEEN
            if size > room:
                open_[n] = False
                continue
            room -= size
            taken[n] += 1
            open_[n] = taken[n] < len(section.entries)
    return _write(head, sections, taken)


def _write(head: Md, sections: Sequence[Section], taken: Sequence[int]) -> Md:
    parts = [str(head)]
    for section, count in zip(sections, taken, strict=True):
        if not section.entries:
            continue
        parts.append(f"### {section.title} ({len(section.entries)})")
        shown = [entry.text for entry in section.entries[:count]]
        if shown:
            parts.append(("\n" if section.listed else "\n\n").join(shown))
        if left := section.entries[count:]:
            sorts = Counter(entry.sort for entry in left)
            told = ", ".join(f"{number} {sort}" for sort, number in sorts.items())
            parts.append(f"**{len(left)} more, not shown here** ({told}).")
    return Md("\n\n".join(parts) + "\n")


def _size(text: str) -> int:
    return len(text.encode())
