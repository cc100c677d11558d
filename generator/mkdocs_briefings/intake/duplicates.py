"""Find out whether an article is on the desk already: the same words, or nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

Fingerprint = tuple[str, ...]
"""The words of a text in order; its characters where writing puts no spaces between words."""

NEAR = 0.9
"""The share of words that two texts have in common, in order, from which they are taken for one article."""

_LONGEST_WORD = 20


def fingerprint(text: str) -> Fingerprint:
    """Return what two captures of one article have in common, whatever their white space and capitals."""
    norm = normalise(text).casefold()
    words = norm.split()
    return tuple(words) if len(norm) <= _LONGEST_WORD * len(words) else tuple(norm.replace(" ", ""))


def same(one: Fingerprint, known: Mapping[str, Fingerprint]) -> str:
    """Name the text that has the same words; empty if none has."""
    return next((name for name, other in known.items() if other == one), "")


def nearest(one: Fingerprint, known: Mapping[str, Fingerprint]) -> tuple[str, float]:
    """Name the text that is most alike, and how much of the words they share; empty if none is near."""
    best, most = "", 0.0
    for name, other in known.items():
        share = Indel.normalized_similarity(one, other, score_cutoff=max(NEAR, most))
        if share > most:
            best, most = name, share
    return best, most
