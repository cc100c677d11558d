"""What a clause tells as done, by its verbs, and what it leaves open."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.doubting import found
from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

_STEM = 5
_NO_DEED = ("prospects", "hedges", "hearsay", "announced", "open")
"""Fields whose words tell of no deed though they have its form: "planned", "was expected", "announced"."""
_OPEN = ("prospects", "open", "asks", "conditions")
_HAN = re.compile("[\u3400-\u9fff\u30a1-\u30fa]+")


@functools.lru_cache(maxsize=1 << 12)
def deeds(text: str, pack: Language, *, tellings: bool = False) -> dict[str, Span]:
    """Return the verbs of what a text tells as done, by their stems, with where they stand; or those of telling alone."""
    made: dict[str, Span] = {}
    for match in compiled(pack.course.done).finditer(text):
        name = next(name for name, words in match.groupdict().items() if words)
        word = match[name]
        if tellings:
            is_told = bool(found(word, pack, "announced"))
        else:
            is_told = not any(found(word, pack, one) for one in _NO_DEED)
        if is_told:
            made[stem(word, pack)] = match.span(name)
    return made


def stem(word: str, pack: Language) -> str:
    """Return the beginning of a verb that its forms share."""
    if not pack.spaced:
        han = _HAN.match(word)
        return han[0][:2] if han else word[:2]
    return word.lower().split()[-1][:_STEM]


@functools.lru_cache(maxsize=1 << 12)
def left_open(text: str, pack: Language) -> str:
    """The word by which a text leaves open whether something will be done; nothing if it has none."""
    return next((match[0] for one in _OPEN if (match := found(text, pack, one))), "")


def has_verb(text: str, pack: Language, verb: str) -> bool:
    """Whether a text has a verb in any form, by its stem."""
    if not pack.spaced:
        return verb in text
    return any(word.startswith(verb) for word in text.lower().split())
