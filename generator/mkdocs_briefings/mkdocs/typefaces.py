"""The typefaces as data: which fonts, which characters, and what replaces them until they are loaded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = (
    (0x20, 0x7E),
    *((ord(sign), ord(sign)) for sign in "\u00a0£§©«°¶·»×"),
    (0x2010, 0x2014),
    (0x2018, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
)
"""The ranges of characters that every page has some of; a font has most of them."""
ACCENTED = (
    (0xA1, 0xA2),
    (0xA4, 0xA6),
    (0xA8, 0xA8),
    (0xAA, 0xAA),
    (0xAC, 0xAF),
    (0xB1, 0xB5),
    (0xB8, 0xBA),
    (0xBC, 0xD6),
    (0xD8, 0xFF),
    (0x152, 0x153),
    (0x2C6, 0x2C6),
    (0x2DC, 0x2DC),
)
"""The letters of Western Europe beside those of English, and signs of its tables (ISO 8859-1 and 15) that few pages have."""
FURTHER = (
    (0x100, 0x151),
    (0x154, 0x17F),
    (0x1CD, 0x1DC),  # the tones of Pinyin
    (0x218, 0x21B),
    (0x2BB, 0x2BC),
    (0x2C7, 0x2C7),
    (0x2D8, 0x2DB),
    (0x2DD, 0x2DD),
    (0x2015, 0x2017),
    (0x2023, 0x2025),
    (0x2027, 0x2027),
    (0x2030, 0x2031),
    (0x2034, 0x2038),
    (0x2044, 0x2044),
    (0x2116, 0x2116),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
    (0xFB01, 0xFB02),
)
"""Those of other languages in Latin letters, and rarer signs: a browser loads them for the pages that have any."""
LATIN = (*PLAIN, *ACCENTED, *FURTHER)
SIGNS = ((0x2190, 0x2193), (0x25A0, 0x25A1), (0x25CA, 0x25CA), (0x2713, 0x2713))
"""Signs that pages print and only the serif has: the sans borrows them, in the file that is loaded anyway."""
FEATURES = ("kern", "liga", "lnum", "locl", "tnum")
"""What fonts do with letters; accents that are characters of their own are in none of the files."""

WEIGHTS = (400.0, 650.0)
"""From text to bold; what asks for more gets this."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of the site."""

    name: str
    family: str
    package: str
    file: str
    axes: tuple[tuple[str, float | tuple[float, float]], ...]
    """What each axis is pinned at, or limited to."""
    ranges: tuple[tuple[int, int], ...]
    style: str = "normal"
    preload: bool = True
    """Whether every page needs it for its first words."""


FACES = (
    Face(
        "source-serif",
        "Source Serif 4",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        (("opsz", 16), ("wght", WEIGHTS)),
        (*PLAIN, *SIGNS),
    ),
    Face(
        "source-serif-accented",
        "Source Serif 4",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        (("opsz", 16), ("wght", WEIGHTS)),
        ACCENTED,
        preload=False,
    ),
    Face(
        "source-serif-further",
        "Source Serif 4",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        (("opsz", 16), ("wght", WEIGHTS)),
        FURTHER,
        preload=False,
    ),
    Face(
        "source-serif-italic",
        "Source Serif 4",
        "fontpkg_source_serif_4",
        "SourceSerif4-Italic[opsz,wght].ttf",
        (("opsz", 16), ("wght", 400)),
        LATIN,
        style="italic",
        preload=False,
    ),
    Face(
        "public-sans",
        "Public Sans",
        "fontpkg_public_sans",
        "PublicSans[wght].ttf",
        (("wght", WEIGHTS),),
        PLAIN,
    ),
    Face(
        "public-sans-accented",
        "Public Sans",
        "fontpkg_public_sans",
        "PublicSans[wght].ttf",
        (("wght", WEIGHTS),),
        ACCENTED,
        preload=False,
    ),
    Face(
        "public-sans-further",
        "Public Sans",
        "fontpkg_public_sans",
        "PublicSans[wght].ttf",
        (("wght", WEIGHTS),),
        FURTHER,
        preload=False,
    ),
)
BORROWS = "Public Sans"
"""The family that takes the signs from the other one."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """A font that is on most machines, stretched until a page set in it takes the same room."""

    family: str
    local: tuple[str, ...]
    widths: Mapping[str, int]
    """Advance widths in thousandths of the type size."""


LETTERS = " abcdefghijklmnopqrstuvwxyz"
# Adobe Core 14 AFM, Times-Roman and Helvetica, whose widths Times New Roman, Arial and the Liberation fonts share.
_TIMES = (250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444)  # fmt: skip
_HELVETICA = (278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500)  # fmt: skip
# How often each comes in a thousand letters and spaces of English prose.
OFTEN = (180, 66, 12, 23, 34, 104, 18, 16, 49, 57, 1, 6, 33, 20, 55, 61, 16, 1, 49, 52, 74, 23, 8, 19, 1, 16, 1)  # fmt: skip

FALLBACKS = {
    "Source Serif 4": Fallback(
        "Source Serif Fallback",
        ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"),
        dict(zip(LETTERS, _TIMES, strict=True)),
    ),
    "Public Sans": Fallback(
        "Public Sans Fallback",
        ("Arial", "ArialMT", "Liberation Sans", "Arimo"),
        dict(zip(LETTERS, _HELVETICA, strict=True)),
    ),
}


def named(stem: str, suffix: str, *, data: bytes) -> str:
    """Name a file by its content, so that browsers may keep it for ever."""
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
