"""Words as the scripts of the search read them, where an index that parts words at spaces and ASCII signs has them otherwise."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The patterns and `fold` are those of assets/search-words.js: what one reads otherwise, both engines do not find alike.
_ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_ASCII = re.compile(r"[a-z0-9]+")
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_HYPHENS = "-\u2010\u2011"


def fold(word: str) -> str:
    """Read a word as readers do who type it: in small letters, without the marks of Latin and Greek letters.

    The marks of kana, of Indic and Cyrillic letters make other letters and stay.
    """
    made: list[str] = []
    bare = False
    for sign in unicodedata.normalize("NFKD", word):
        if unicodedata.combining(sign) and bare:
            continue
        bare = unicodedata.name(sign, "").startswith(("LATIN ", "GREEK "))
        made.append(sign)
    text = unicodedata.normalize("NFC", "".join(made)).lower()
    return _POINTS.sub("", text).translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a stretch without spaces: `US–China` has two, `5.5bn` one, `e-commerce` two and both as one."""
    text = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    text = _NUMBER.sub(lambda match: _number(match[0]), text)
    parts: list[str] = [""]
    joined: list[str] = [""]
    for sign in text:
        if sign == _POINT or unicodedata.category(sign)[0] in "LMN":
            parts[-1] += sign
            joined[-1] += sign
        else:
            parts.append("")
            if sign not in _HYPHENS:
                joined.append("")
    return tuple(
        dict.fromkeys(fold(part).replace(_POINT, ".") for part in (*parts, *joined) if part.strip(_POINT))
    )


_POINT = "\ue000"
"""Stands for the decimal point while a number is one word."""


def _number(text: str) -> str:
    return _THOUSANDS.sub("", text).replace(",", _POINT).replace(".", _POINT)


def keys(texts: Iterable[str]) -> list[str]:
    """Return the words of texts that an index does not have by itself, each once."""
    stretches = dict.fromkeys(stretch for text in texts for stretch in text.split())
    return [*dict.fromkeys(word for stretch in stretches for word in _strange(stretch))]


@functools.lru_cache(maxsize=1 << 16)
def _strange(stretch: str) -> tuple[str, ...]:
    """Return the words of a stretch that an index reads otherwise; that of a plural has no beginning of its own."""
    native = _native(stretch.lower()) if stretch.isascii() else frozenset()
    found = []
    for word in words(stretch):
        if word not in native:
            found.append(word)
        if word.endswith("ies"):
            found.append(f"{word[:-3]}y")
    return tuple(found)


def _native(stretch: str) -> frozenset[str]:
    parts = _ASCII.findall(stretch)
    return frozenset((*parts, "".join(parts)))
