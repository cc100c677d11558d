"""Words made safe for forms that take no control characters, and short enough for a line."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]+")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_OPENING |= {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
MOST_IN_A_TITLE = 300


def one_line(text: str) -> str:
    """Give words on one line, without control characters; what turns the direction of writing ends with them."""
    # What is printable has no signs of direction, no line breaks and no other white space than blanks.
    if text.isprintable() and "  " not in text and text == text.strip(" "):
        return text
    return _closed(" ".join(_CONTROL.sub(" ", text).split()))


def title(text: str) -> str:
    """Give words for a list: on one line, and cut between words where they are too many."""
    line = text
    if not text.isprintable() or "  " in text or text != text.strip(" "):
        line = " ".join(_CONTROL.sub(" ", text).split())
    return _closed(cut(line, MOST_IN_A_TITLE))


def cut(line: str, most: int) -> str:
    """Cut a line of more than `most` characters between words."""
    if len(line) <= most:
        return line
    start = line[: most + 1]
    return f"{start.rpartition(' ')[0] or start[:most]}…"


def _closed(text: str) -> str:
    """End what a text opens and leave out what it ends but did not open (Unicode, UAX 9)."""
    if _DIRECTIONS.search(text) is None:
        return text
    kept: list[str] = []
    open_: list[str] = []
    for char in text:
        if char in _OPENING:
            open_.append(_OPENING[char])
        elif char in _OPENING.values():
            if not open_ or open_[-1] != char:
                continue
            open_.pop()
        kept.append(char)
    return "".join((*kept, *reversed(open_)))
