"""Suggest the nearest passage to a quotation that was not found, with the first difference."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from mkdocs_briefings.text.prepared import UNSPACED, Span, Text, is_edge, number_cut

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 500_000
_NEAR = 100
_COMPARED = 4_000
"""Characters of a quotation and of the nearest passage that are compared word by word."""
_SHOWN = 6
_TOKEN = re.compile(rf"{UNSPACED.pattern}|[^\s{UNSPACED.pattern[1:-1]}]+")
"""A word; a character, where no spaces part them."""


class Difference(NamedTuple):
    """A place in the raw text, if any is similar; a few normalised words of the quotation and of the source."""

    nearest: Span | None
    expected: str
    found: str


def whole_word(text: Text, part: str) -> Difference:
    """Show the word that ``part``, which is in the text, cuts in two."""
    start = text.norm.find(part)
    end = start + len(part)
    nearest = text.to_raw(_whole_words(text.norm, start, end))
    if number := number_cut(text.norm, start, end):
        return Difference(nearest, part if len(part) <= _NEAR else _few_words(part, 0, 3), number)
    if is_edge(text.norm, start) and not is_edge(text.norm, end):
        return Difference(nearest, part.rpartition(" ")[2], _few_words(text.norm, end, 1))
    return Difference(nearest, _few_words(part, 0, 1), _few_words(text.norm, start, 1))


def most_similar(text: Text, part: str) -> Difference:
    """Suggest the most similar passage; look around the end of the longest beginning that the source has."""
    differs = bisect_left(range(len(part) + 1), True, key=lambda length: part[:length] not in text.norm) - 1
    begin = max(0, differs - _NEAR)
    needle = part[begin : differs + _NEAR]
    near = fuzz.partial_ratio_alignment(needle, text.norm[:_LONGEST], score_cutoff=60)
    if near is None or not text.norm:
        return Difference(None, _few_words(part, 0), "")
    start = max(0, near.dest_start - begin)
    end = min(len(text.norm), near.dest_end + len(part) - begin - len(needle))
    start, end = _whole_words(text.norm, start, end)
    return Difference(text.to_raw((start, end)), *_first_difference(part, text.norm[start:end]))


def _first_difference(part: str, near: str) -> tuple[str, str]:
    """Give a few words of both from the first one on that differs."""
    mine, theirs = list(_TOKEN.finditer(part[:_COMPARED])), list(_TOKEN.finditer(near[:_COMPARED]))
    ops = Levenshtein.opcodes([one[0] for one in mine], [one[0] for one in theirs])
    changes = [op for op in ops if op.tag != "equal"]
    # What the nearest words have before the quotation begins, or behind its end, is no difference.
    inner = [op for op in changes if op.tag != "insert" or 0 < op.src_start < len(mine)]
    for op in inner or changes:
        expected, found = _shown(part, mine, op.src_start), _shown(near, theirs, op.dest_start)
        if expected != found:
            return expected, found
    return "", ""


def _shown(text: str, tokens: Sequence[re.Match[str]], first: int) -> str:
    shown = tokens[first : first + _SHOWN]
    return text[shown[0].start() : shown[-1].end()][: 2 * _NEAR // 3] if shown else ""


def _whole_words(norm: str, start: int, end: int) -> Span:
    """Widen a stretch to whole words, and take white space off its ends."""
    while start < end and norm[start] == " ":
        start += 1
    while start < end and norm[end - 1] == " ":
        end -= 1
    for _ in range(_NEAR):
        start -= not is_edge(norm, start)
        end += not is_edge(norm, end)
    return start, end


def _few_words(norm: str, at: int, count: int = 6) -> str:
    start = max(norm.rfind(" ", 0, at) + 1, at - _NEAR)
    return " ".join(norm[start : at + 2 * _NEAR].split(" ")[:count])
