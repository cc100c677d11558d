"""Suggest the nearest passage to a quotation that was not found, with the first difference."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from mkdocs_briefings.text.prepared import Span, Text, is_edge, number_cut

_LONGEST = 500_000
_NEAR = 100


class Difference(NamedTuple):
    """A place in the raw text, if any is similar; a few normalised words of the quotation and of the source."""

    nearest: Span | None
    expected: str
    found: str


def whole_word(text: Text, part: str) -> Difference:
    """Show the word that ``part``, which is in the text, cuts in two."""
    start = text.norm.find(part)
    end = start + len(part)
    nearest = text.to_raw(_outward(text.norm, start, end))
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
    ops = Levenshtein.opcodes(needle, text.norm[near.dest_start : near.dest_end])
    in_part, in_norm = next(
        (
            (op.src_start, op.dest_start)
            for op in ops
            if op.tag != "equal" and (op.src_end or op.tag != "insert")
        ),
        (len(needle), near.dest_end - near.dest_start),
    )
    start = max(0, near.dest_start - begin)
    end = min(len(text.norm), near.dest_end + len(part) - begin - len(needle))
    expected = _few_words(part, begin + in_part)
    return Difference(
        text.to_raw(_outward(text.norm, start, end)),
        expected,
        _few_words(text.norm, near.dest_start + in_norm, max(1, len(expected.split()))),
    )


def _outward(norm: str, start: int, end: int) -> Span:
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
