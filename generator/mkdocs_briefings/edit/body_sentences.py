"""Find the sentences of a source that state something: no headline, byline, caption, note or offer to read on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.text.languages import language
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.text.quotation import Span

_ENDS = re.compile(r"[.!?…。！？][”’\"'»“)\]」』]*\Z")
_NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)\s+[A-Z]|[¹²³⁰-⁹]|[*†‡^]+\s?\w)")
_ADDRESS = re.compile(r"https?://|www\.|\bdoi:|\S@\S+\.\w")
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 8
"""In a language that puts no spaces between words."""
_LONG = 3
"""Letters of a short word, which has no capital in a headline."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def body_sentences(source: Source, fewest: int = _FEWEST_WORDS) -> tuple[Span, ...]:
    """Return the spans of the sentences in the body of the article, of at least so many words, in order."""
    return tuple(_found(source, fewest))


def _found(source: Source, fewest: int) -> Iterator[Span]:
    raw = source.text.raw
    pack = language(source.lang)
    apparatus = re.compile(rf"\s*{pack.apparatus}", re.IGNORECASE) if pack and pack.apparatus else None
    notes = _where_notes_begin(source)
    title = normalise(source.title or "").casefold()
    for start, end in source.sentences:
        words = raw[start:end]
        if start >= notes or any(a < end and start < b for _, (a, b) in source.skip):
            continue
        if not _ENDS.search(words.rstrip()) or _NOTE.match(words) or _ADDRESS.search(words):
            continue
        if (apparatus and apparatus.match(words)) or not _has_weight(words, fewest) or is_headline(words):
            continue
        if title and normalise(words).casefold().rstrip(".") == title.rstrip("."):
            continue
        yield start, end


def _has_weight(words: str, fewest: int) -> bool:
    """Return whether it is long enough to state something."""
    unspaced = sum("\u3040" <= char <= "\u9fff" for char in words)
    return len(words.split()) >= fewest or unspaced >= _FEWEST_LETTERS


def _where_notes_begin(source: Source) -> int:
    """Return the place of the line after which the notes of an article follow; it is in its last two thirds."""
    raw = source.text.raw
    pack = language(source.lang)
    if pack and pack.endnotes:
        for line in re.finditer(rf"^\W*{pack.endnotes}\W*$", raw, re.IGNORECASE | re.MULTILINE):
            if line.start() * 3 >= len(raw):
                return line.start()
    return len(raw)


def is_headline(words: str) -> bool:
    """Return whether every word of weight has a capital: there, capitals tell nothing."""
    long = [word[0] for word in _WORD.findall(words) if len(word) > _LONG]
    most = sum(char.isupper() for char in long) * 10 >= len(long) * 8
    return len(long) > _LONG and most and not words.rstrip().endswith((".", "”", '"'))
