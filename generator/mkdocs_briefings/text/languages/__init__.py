"""Language packs: one file of data for each language; a language without one loses only what needs words."""

from __future__ import annotations

import functools
import re

from mkdocs_briefings.text.languages.arabic import ARABIC
from mkdocs_briefings.text.languages.chinese import CHINESE
from mkdocs_briefings.text.languages.english import ENGLISH
from mkdocs_briefings.text.languages.french import FRENCH
from mkdocs_briefings.text.languages.german import GERMAN
from mkdocs_briefings.text.languages.japanese import JAPANESE
from mkdocs_briefings.text.languages.pack import Language
from mkdocs_briefings.text.languages.spanish import SPANISH

__all__ = ["LANGUAGES", "Language", "language", "language_of"]

LANGUAGES = {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH, JAPANESE, CHINESE, ARABIC)}


@functools.cache
def language(tag: str) -> Language | None:
    """Return the pack of a language (BCP 47: `pt-BR`); None where there is none."""
    return LANGUAGES.get(tag.replace("_", "-").partition("-")[0].lower())


_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_ARABIC = re.compile("[\u0621-\u064a]")
# A few of the words that every text of a language has: enough to tell two apart.
_COMMON = {
    "en": "the of and to in is that for was on by it as at from with",
    "de": "der die das und ist nicht von mit im den dem ein eine auf für sich des hat wird",
    "fr": "le la les des et est une du en que qui dans pour au il a ne l d",
    "es": "el la los las y es una del en que se por con al lo no su",
}
_SETS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, *tags: str) -> Language | None:
    """Return the pack of the language that a text is in, of those that it is said to be in.

    The script decides where it can; then the declared language (the first tag), unless the text has more of the
    common words of another one of the tags.
    """
    first = language(tags[0]) if tags else None
    ascii_ = text.isascii()
    if ascii_ and tags.count(tags[0]) == len(tags) if tags else ascii_:
        return first
    if not ascii_:
        if _KANA.search(text):
            return JAPANESE
        if _HAN.search(text):
            return first if first in (JAPANESE, CHINESE) else CHINESE
        if _ARABIC.search(text):
            return first if first is None or first.code not in _SETS else ARABIC
    codes = [code for tag in dict.fromkeys(tags) if (code := tag.partition("-")[0].lower()) in _SETS]
    if len(codes) > 1:
        words = [word.lower() for word in _WORD.findall(text)]
        known = {code: sum(word in _SETS[code] for word in words) for code in codes}
        best = max(codes, key=lambda code: known[code])
        # A word or two, such as "in", say nothing against the language that is declared.
        return LANGUAGES[best if known[best] > known[codes[0]] + 1 else codes[0]]
    return first
