"""The names of countries by language, from the CLDR, with other names that papers print."""

from __future__ import annotations

import functools
import re

from babel import Locale

_ALSO = {
    "ja": {"米国": "US", "アメリカ": "US", "英国": "GB", "韓国": "KR", "北朝鮮": "KP", "豪州": "AU", "台湾": "TW"},
    "zh": {"英国": "GB", "韩国": "KR", "朝鲜": "KP", "俄罗斯": "RU", "美國": "US", "德國": "DE", "法國": "FR", "英國": "GB", "韓國": "KR"},
    "de": {"USA": "US", "Großbritannien": "GB", "England": "GB", "Niederlande": "NL", "Holland": "NL", "Tschechien": "CZ"},
    "ar": {"أمريكا": "US", "بريطانيا": "GB"},
}  # fmt: skip
_LEAST = 2
_UNLIKE = frozenset(
    ("Tschad", "Mali", "Oman", "Peru", "Togo", "Niger", "チャド", "ジャージー", "Jersey", "Georgien")
)
"""Names that are other words too often, or names of other things."""


@functools.cache
def lands_of(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Give the code of each country by its names in a language, and the pattern of all of them."""
    names = {
        name: code
        for code, name in Locale(language).territories.items()
        if code.isalpha() and len(code) == _LEAST and len(name) >= _LEAST and name not in _UNLIKE
    }
    names |= _ALSO.get(language, {})
    edge = r"(?!\w)" if language not in {"ja", "zh"} else ""
    start = r"(?<!\w)" if edge else ""
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return names, re.compile(f"{start}(?:{words}){edge}")
