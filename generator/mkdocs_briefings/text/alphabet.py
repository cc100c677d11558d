"""Sort names alphabetically; case, diacritics and a leading "the" do not count."""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with a stroke or tied together, which Unicode does not take apart."""
_IDEOGRAPH = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")
"""How Unicode's names of characters begin that are too many for a heading each."""
OTHER = "0–9"
"""Stands for names that begin with no letter."""


def key(name: str) -> str:
    """Return what a name is sorted by."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_ALIKE)
    return plain.removeprefix("the ").lstrip("“”\"'‘’(« ")


def letter(name: str) -> tuple[str, str]:
    """Return the letter that a name is listed under: for a path, and as a heading."""
    first = key(name)[:1]
    if not first.isalpha():
        return "0", OTHER
    if unicodedata.name(first, "").startswith(_IDEOGRAPH):
        return "han", "漢字"
    return first, first.upper()
