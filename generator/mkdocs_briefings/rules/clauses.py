"""Where texts part into clauses: at marks, and at the words of their language that join clauses."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

    Marks = Callable[[Language], re.Pattern[str]]
    """What parts the texts of a language."""


def either(*words: str) -> str:
    """Return alternatives of a pattern, without empty ones; where there are none, what matches nothing."""
    return "|".join(filter(None, words)) or r"(?!)"


@functools.cache
def clause_marks(pack: Language) -> re.Pattern[str]:
    """Return what parts a sentence of ours into clauses that tell something each."""
    words = either(pack.joining.equal, pack.joining.contrasting, pack.joining.relative)
    return re.compile(rf"[;:；：]\s*|,\s(?:{words})\s|，")


@functools.cache
def piece_marks(pack: Language) -> re.Pattern[str]:
    """Return what parts the evidence: ends of sentences, and what depends on something, too."""
    dependent = either(pack.joining.dependent, pack.joining.parting)
    return re.compile(rf"{clause_marks(pack).pattern}|[.!?]\s+|[。！？]|,\s(?:{dependent})\s")


@functools.cache
def comma_marks(pack: Language) -> re.Pattern[str]:
    """Return what parts a text at every comma: what negates is often a clause put in, "the firms, which did not appeal, paid"."""
    return re.compile(rf"{piece_marks(pack).pattern}|[,،]\s")


@functools.lru_cache(maxsize=16)
def clause_spans(text: str, pack: Language) -> tuple[Span, ...]:
    """Return the clauses of a text."""
    return _parted(text, clause_marks(pack))


@functools.lru_cache(maxsize=16)
def fine_spans(text: str, pack: Language) -> tuple[Span, ...]:
    """Part a text at every comma, too, as the evidence is."""
    return _parted(text, comma_marks(pack))


def _parted(text: str, marks: re.Pattern[str]) -> tuple[Span, ...]:
    spans, start = [], 0
    for mark in marks.finditer(text):
        spans.append((start, mark.start()))
        start = mark.end()
    return (*spans, (start, len(text)))
