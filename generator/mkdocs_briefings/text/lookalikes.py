"""Name characters that look alike and differ: hyphens and dashes, letters of other scripts, points and minus signs."""

from __future__ import annotations

import unicodedata

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u02d7\u2043\ufe58\ufe63\uff0d\u30fc\u4e00\u2500"
_POINTS = ".\u00b7\u2027\u2219\u22c5\u30fb\u2022\u2024\uff0e\u066b\u3002"
_COMMAS = ",\u201a\u060c\u3001\uff0c\u066c"
_COLONS = ":\u2236\uff1a\ua789"
_SLASHES = "/\u2044\u2215\uff0f"
_STROKES = "|\u01c0\u2223\uff5c"
_TIMES = "x\u00d7\u0445\u2715"
_GREEK_AND_CYRILLIC = (
    "Aa\u0391\u0410\u03b1\u0430 B\u0392\u0412 Cc\u0421\u0441\u03f2 Ee\u0395\u0415\u0435 Hh\u0397\u041d\u04bb Ii\u0399\u0406\u0456\u03b9 "
    "Jj\u0408\u0458 Kk\u039a\u041a\u03ba\u043a Mm\u039c\u041c\u043c Nn\u039d\u03b7 Oo\u039f\u041e\u03bf\u043e0 Pp\u03a1\u0420\u03c1\u0440 "
    "Ss\u0405\u0455 Tt\u03a4\u0422\u0442 Vv\u03bd Xx\u03a7\u0425\u03c7\u0445 Yy\u03a5\u0423\u03b3\u0443 Zz\u0396 dd\u0501 qq\u051b ww\u051d "
    "ll1I\u04cf\u0399 3\u0417\u0437"
)
_ASCII = ("l1I", "O0")
_GROUPS = (_DASHES, _POINTS, _COMMAS, _COLONS, _SLASHES, _STROKES, _TIMES, *_GREEK_AND_CYRILLIC.split())


def look_alike(one: str, other: str) -> bool:
    """Whether two different characters may be taken for each other: a table, and what Unicode calls compatible."""
    if one == other or (one.isascii() and other.isascii()):
        return any(one in group and other in group for group in _ASCII) and one != other
    if any(one in group and other in group for group in _GROUPS):
        return True
    plain = unicodedata.normalize("NFKD", one)[:1], unicodedata.normalize("NFKD", other)[:1]
    return plain[0] == plain[1]


def named(char: str) -> str:
    """Name a character: “‑” (U+2011, non-breaking hyphen)."""
    name = unicodedata.name(char, "").lower()
    return f"“{char}” (U+{ord(char):04X}{', ' if name else ''}{name})"


def first_alike(one: str, other: str) -> tuple[str, str] | None:
    """Give the first characters that differ between two texts, if they look alike."""
    pair = next(((a, b) for a, b in zip(one, other, strict=False) if a != b), None)
    return pair if pair and look_alike(*pair) else None
