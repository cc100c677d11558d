"""A text of which only some stretches are known; the rest has only its length and number of words."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.text.prepared import Span

HIDDEN = "\ufdd0"
"""Stands for each character that is not known: Unicode says that no text has it, and no rule reads a word in it."""

Piece = str | tuple[int, int]
"""Characters of the text, or how many words and how many characters are hidden."""


def redact(raw: str, known: Sequence[Span], cuts: Iterable[int]) -> tuple[Piece, ...]:
    """Hide all words outside the stretches `known`, which are in order and apart from each other.

    White space beside what is hidden stays, so that counting words between any two `cuts` gives the same; so does
    punctuation that is alone between what is known.
    """
    starts = [start for start, _ in known]
    ends = {0, len(raw), *cuts, *itertools.chain.from_iterable(known)}
    pieces: list[Piece] = []
    for start, end in itertools.pairwise(sorted(ends)):
        at = bisect_right(starts, start) - 1
        shown = at >= 0 and start < known[at][1]
        for piece in (raw[start:end],) if shown else _hidden(raw[start:end]):
            if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return tuple(pieces)


def _hidden(stretch: str) -> Iterator[Piece]:
    bare = stretch.strip()
    if not any(map(str.isalnum, bare)):
        yield stretch
        return
    start = stretch.index(bare)
    if start:
        yield stretch[:start]
    yield len(bare.split()), len(bare)
    if stretch[start + len(bare) :]:
        yield stretch[start + len(bare) :]


def fill(pieces: Iterable[Piece]) -> str:
    """Put the pieces together again: every known character in its place, as many words as there were.

    Raises:
        ValueError: so many words do not go into so few characters.

    """
    return "".join(piece if isinstance(piece, str) else _filled(*piece) for piece in pieces)


def _filled(words: int, length: int) -> str:
    last = length - 2 * (words - 1)
    if words < 1 or last < 1:
        raise ValueError(f"{words} words in {length} characters")
    return f"{HIDDEN} " * (words - 1) + HIDDEN * last
