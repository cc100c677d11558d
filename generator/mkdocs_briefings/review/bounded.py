"""Keep a report within a size: every section stays and says how much is left out."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

LEAST = 6_000
"""Bytes that the headings of all sections and what they say of the rest always have room in."""

_BETWEEN = 2
"""Bytes between two entries, at most."""


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One thing told, and in a word what it is, for the sum of those that are left out."""

    sort: str
    text: Md


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[ReportEntry, ...]
    """The most important first; lines of a list are joined tightly, blocks with an empty line."""
    listed: bool = False


def joined(head: Md, sections: Sequence[Section], most: int | None) -> Md:
    """Write all sections; with `most`, as many entries of each as go into so many bytes of UTF-8.

    The first section may take half of the room; then they take turns, so that a long one leaves room for others.
    An entry that is too large is left out, and hides none that comes after it.
    """
    if most is None:
        return _write(head, sections, [range(len(section.entries)) for section in sections])
    taken: list[set[int]] = [set() for _ in sections]
    room = most - _size(_write(head, sections, taken))
    for n, entry in enumerate(sections[0].entries if sections else ()):
        size = _size(entry.text) + _BETWEEN
        if size <= room - most // 2:
            room -= size
            taken[0].add(n)
    waiting = [
        deque(n for n in range(len(section.entries)) if n not in shown)
        for section, shown in zip(sections, taken, strict=True)
    ]
    while any(waiting):
        for section, shown, queue in zip(sections, taken, waiting, strict=True):
            while queue:
                n = queue.popleft()
                size = _size(section.entries[n].text) + _BETWEEN
                if size <= room:
                    room -= size
                    shown.add(n)
                    break
    return _write(head, sections, taken)


def _write(head: Md, sections: Sequence[Section], taken: Sequence[Container[int]]) -> Md:
    parts = [str(head)]
    for section, those in zip(sections, taken, strict=True):
        if not section.entries:
            continue
        parts.append(f"### {section.title} ({len(section.entries)})")
        shown = [entry.text for n, entry in enumerate(section.entries) if n in those]
        if shown:
            parts.append(("\n" if section.listed else "\n\n").join(shown))
        if len(shown) < len(section.entries):
            sorts = Counter(entry.sort for n, entry in enumerate(section.entries) if n not in those)
            told = ", ".join(f"{number} {sort}" for sort, number in sorts.items())
            parts.append(f"**{sorts.total()} more, not shown here** ({told}).")
    return Md("\n\n".join(parts) + "\n")


def _size(text: str) -> int:
    return len(text.encode())
