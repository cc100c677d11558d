"""Read a quotation that an editor types in short: `the lock..June` is all from the first words to the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.text.quotation import Span

_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_TO = re.compile(r"\.\.|…")
_ALIKE = str.maketrans("’‘“”", "''\"\"")
_REST_OF_WORD = re.compile(r"[\w’'-]*(?<![’'-])")
_UNSPACED = "\u3040"
"""From here on are letters of scripts that put no spaces between words."""
_STOP = re.compile(r"[.!?…。](?=[”’\"')\]]*(?:\s|\Z))")


def stretch(raw: str, typed: str, sentence: Span) -> str:
    """Return the words of a text that are meant; what is not in short form, as it was typed.

    Args:
        raw: the text.
        typed: first words, `..`, last words; each side may be cut within a word. Without first words it begins
            with the sentence, without last words it ends with it. `[…]` is a gap between two of these.
        sentence: where to look first; then behind it, then from the beginning.

    """
    flat, start, end = _flat(raw, sentence)
    parts = []
    at = start
    for part in _GAP.split(typed):
        found = _part(flat, part, at, (start, end))
        if found is None:
            return typed
        words, at = found
        parts.append(words)
    return " […] ".join(parts)


def _flat(raw: str, sentence: Span) -> tuple[str, int, int]:
    """Return the text with single spaces, and the sentence in it."""
    before = " ".join(raw[: sentence[0]].split())
    apart = bool(before) and raw[: sentence[0]][-1:].isspace()
    start = len(before) + apart
    return " ".join(raw.split()), start, start + len(" ".join(raw[slice(*sentence)].split()))


def _part(flat: str, typed: str, at: int, sentence: Span) -> tuple[str, int] | None:
    """Return the words of one part, and where they end; None if they are not there."""
    marks = list(_TO.finditer(typed))
    if not marks:
        return (typed, at) if typed.strip() else (flat[slice(*sentence)].rstrip(" .。"), sentence[1])
    first, last = typed[: marks[0].start()].strip(), typed[marks[0].end() :].strip()
    same = _alike(flat)
    start = sentence[0] if not first else _where(same, first, at)
    if start < 0:
        return None
    if last:
        found = _where(same, last, start + len(first), wrap=False)
        if found < 0:
            return None
        end = found + len(last)
        if last[-1].isalnum() and last[-1] < _UNSPACED and (rest := _REST_OF_WORD.match(flat, end)):
            end = rest.end()
    elif start < sentence[1]:
        end = sentence[1] - (flat[sentence[1] - 1] in ".。")
    else:
        stop = _STOP.search(flat, start)
        end = stop.start() if stop else len(flat)
    return flat[start:end], end


def _where(flat: str, words: str, at: int, *, wrap: bool = True) -> int:
    """Return where words begin, at the beginning of a word; -1 if nowhere."""
    edge = r"(?<!\w)" if words[0].isalnum() and words.isascii() else ""
    pattern = re.compile(edge + re.escape(_alike(words)))
    match = pattern.search(flat, at) or (pattern.search(flat) if wrap else None)
    return match.start() if match else -1


def _alike(words: str) -> str:
    """Fold what an editor need not type: capitals and the form of quotation marks; nothing changes its length."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in words.translate(_ALIKE))
