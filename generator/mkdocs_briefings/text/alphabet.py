"""Sort names as the lists of a language do: case, diacritics and a leading "the" do not count.

By the tables of CLDR as far as names need them, in a few lines: German ä is an a, Spanish ñ follows n, kana stand in
their rows, Chinese by pinyin. A reading that an editor gives comes before what the characters tell.
"""

from __future__ import annotations

import re
import unicodedata

from mkdocs_briefings.text.latin import HAN, is_read_as_pinyin, pinyin

_ALIKE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with a stroke or tied together, which Unicode does not take apart."""
_AFTER = {"es": {"ñ": "n\uffff"}}
"""Letters of their own, each behind another letter."""
_ROWS = {"a": "あいうえお", "ka": "かきくけこ", "sa": "さしすせそ", "ta": "たちつてと", "na": "なにぬねの", "ha": "はひふへほ",
         "ma": "まみむめも", "ya": "やゆよ", "ra": "らりるれろ", "wa": "わゐゑをん"}  # fmt: skip
"""The rows of kana: for a path, and the kana in them, of which the first is the heading."""
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_TO_HIRAGANA = str.maketrans(
    {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)} | {"ー": "", "・": ""}
)
OTHER = "0–9"
"""Stands for names that begin with no letter."""
_IDEOGRAPH = re.compile(f"[{HAN}]")


def key(name: str, language: str = "en") -> str:
    """Return what a name, or its reading, is sorted by in a language (BCP 47)."""
    plain = name.casefold()
    if is_read_as_pinyin(language):
        plain = pinyin(plain)
    after = _AFTER.get(language.partition("-")[0], {})
    plain = "".join(
        after.get(char) or unicodedata.normalize("NFKD", char) for char in unicodedata.normalize("NFC", plain)
    )
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_ALIKE)
    plain = plain.translate(_TO_HIRAGANA).translate(_SMALL)
    return plain.removeprefix("the ").lstrip("“”\"'‘’(«「『 ")


def letter(name: str, language: str = "en") -> tuple[str, str]:
    """Return the letter that a name is listed under: for a path, and as a heading."""
    sorted_by = key(name, language)
    first = sorted_by[:1]
    if not first.isalpha():
        return "0", OTHER
    if _IDEOGRAPH.match(first):
        return "han", "漢字"
    for row, kana in _ROWS.items():
        if first in kana:
            return f"kana{row}", kana[0]
    for own, put in _AFTER.get(language.partition("-")[0], {}).items():
        if sorted_by.startswith(put):
            return own, own.upper()
    return first, first.upper()
