"""Write names in Latin letters, for ids that every keyboard types; what is in Latin letters stays as it is."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, which Japanese reads in other ways."""
_RUN = re.compile(f"[{HAN}]+|[^{HAN}]+")
_MOST_SYLLABLES = 8


def latin(words: str, language: str) -> str:
    """Write words in Latin letters.

    Args:
        words: of any script.
        language: theirs (BCP 47). Chinese characters are read as Chinese alone: of Japanese nobody knows the reading
            from the characters, so such words stay.

    """
    composed = unicodedata.normalize("NFKC", words)
    has_han = re.search(f"[{HAN}]", composed) is not None
    if has_han and not is_read_as_pinyin(language):
        return words
    return "".join(
        _pinyin(run[0]) if has_han and re.match(f"[{HAN}]", run[0]) else _letters(run[0])
        for run in _RUN.finditer(composed)
    )


def pinyin(name: str) -> str:
    """Write each Chinese character of a name as a syllable of its own, as lists are sorted."""
    return re.sub(f"[{HAN}]", lambda match: f"{anyascii(match[0]).lower()} ", name)


def is_read_as_pinyin(language: str) -> bool:
    """Return whether a language reads Chinese characters as pinyin, and sorts by it: not where strokes are counted."""
    first, *more = language.split("-")
    return first == "zh" and not {"Hant", "TW", "HK", "MO"} & {*more}


def _pinyin(run: str) -> str:
    return f" {''.join(anyascii(char) for char in run[:_MOST_SYLLABLES])} "


def _letters(run: str) -> str:
    return "".join(char if _stays(char) else anyascii(char) for char in run)


def _stays(char: str) -> bool:
    # A vowel sign of an Indian script is a letter to readers; an accent above a Latin letter stays with it.
    is_letter = unicodedata.category(char)[0] in "LM"
    return not is_letter or unicodedata.name(char, "").startswith(("LATIN", "COMBINING"))
