"""Compare words whatever their form: capitals, plurals, nationalities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COUNTRY_KINDS = frozenset({"country", "place"})
# Adjectives that do not begin like their country; the others ("Chinese", "Japanese", "Russian") do.
_PEOPLES = {
    "american": "united states", "british": "united kingdom", "dutch": "netherlands", "french": "france",
    "welsh": "wales", "swiss": "switzerland", "spanish": "spain", "danish": "denmark", "filipino": "philippines",
}  # fmt: skip
_ADJECTIVE_ENDINGS = ("", "n", "an", "ian", "ese", "ish", "i", "s", "ns", "ans", "ians")
_LEAST_STEM = 4
_SHORTEST = 3
_LOST = 2
"""Letters of a country's name that its adjective may lack."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DOTTED = re.compile(r"\b([a-z])\.([a-z])\.")
_PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)?")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, as they are."""
    return tuple(_PLAIN.findall(text.lower().replace("’", "'")))


def contains_word(words: str, word: str) -> bool:
    """Return whether a word, or one that begins with it, is in a text of small letters."""
    at = words.find(word)
    while at >= 0:
        if at == 0 or not words[at - 1].isalnum():
            return True
        at = words.find(word, at + 1)
    return False


def is_nationality_of(entity_name: str, adjective: str) -> bool:
    """Return whether an adjective of nationality ("Chinese") is that of a country's name ("China")."""
    name, word = entity_name.lower(), adjective.lower()
    if _PEOPLES.get(word) == name:
        return True
    shared = 0
    while shared < min(len(name), len(word)) and name[shared] == word[shared]:
        shared += 1
    rest = word[shared:]
    return shared >= _LEAST_STEM and len(name) - shared <= _LOST and rest in _ADJECTIVE_ENDINGS


def is_demonym(word: str, place: str, endings: Iterable[str]) -> bool:
    """Return whether a word is made of the name of a place by an ending: "Tasmanian", "nantais"; all in small letters."""
    roots = (word[: -len(ending)] for ending in endings if word.endswith(ending))
    return any(
        len(root) >= _LEAST_STEM and place.startswith(root) and len(place) - len(root) <= _LOST
        for root in roots
    )


def contains_nationality(words: str, land: str) -> bool:
    """Return whether an adjective of nationality is in a text of small letters."""
    if any(country == land and contains_word(words, adjective) for adjective, country in _PEOPLES.items()):
        return True
    beginning = land[: max(_LEAST_STEM, len(land) - 2)]
    at = words.find(beginning) if len(land) >= _LEAST_STEM else -1
    while at >= 0:
        word = _WORD.match(words, at)
        if word and (at == 0 or not words[at - 1].isalnum()) and is_nationality_of(land, stem(word[0])):
            return True
        at = words.find(beginning, at + 1)
    return False


def is_land(kind: str) -> bool:
    """Return whether an entity of this kind has a people, or adjectives of it."""
    return kind in _COUNTRY_KINDS


def content_words(text: str) -> Iterator[str]:
    """Return the words of a text in small letters, without possessive and plural."""
    for match in _WORD.finditer(_DOTTED.sub(r"\1\2", text.lower().replace("’", "'"))):
        yield stem(match[0])


def stem(word: str) -> str:
    """A word in small letters, without possessive, plural and a last "y", so that it begins all its forms."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) <= _SHORTEST:
        return word
    if word.endswith("ies"):
        return word[:-3]
    return word[:-1] if word.endswith("y") or (word.endswith("s") and not word.endswith("ss")) else word
