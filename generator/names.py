"""Names of entities in text: longest match, whole words, short forms only after the full name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FOLD = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\n": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: characters `start` to `end`, half-open."""

    start: int
    end: int
    entity: str
    words: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a desk, made ready for finding."""

    entities: tuple[str, ...]
    short: tuple[bool, ...]
    matcher: AhoCorasick = field(repr=False, compare=False)


def gather(full: Mapping[str, Iterable[str]], short: Mapping[str, str]) -> Names:
    """Make the matcher: `full` gives the names of each entity, `short` its short form.

    A name that begins with a small letter is also found with a capital one, as at the start of a sentence.
    """
    patterns: dict[tuple[str, bool], str] = {}
    for entity, names in full.items():
        for name in names:
            for form in _forms(name):
                patterns.setdefault((form, False), entity)
    for entity, name in short.items():
        for form in _forms(name):
            if (form, False) not in patterns:
                patterns.setdefault((form, True), entity)
    keys = list(patterns)
    matcher = AhoCorasick([form for form, _ in keys], matchkind=MatchKind.Standard)
    return Names(tuple(patterns[key] for key in keys), tuple(is_short for _, is_short in keys), matcher)


def find(names: Names, text: str, seen: frozenset[str] | set[str] = frozenset()) -> list[Mention]:
    """Find the names in a text, in order and apart from each other.

    Args:
        names: what to look for.
        text: where to look; white space and apostrophes of any shape are alike.
        seen: entities whose full name the document has had already, so that their short forms count.

    """
    folded = text.translate(_FOLD)
    spans = [
        (start, end, index)
        for index, start, end in names.matcher.find_matches_as_indexes(folded, overlapping=True)
        if _edge(folded, start) and _edge(folded, end)
    ]
    spans.sort(key=lambda span: (span[0], -span[1]))
    known = set(seen)
    found: list[Mention] = []
    last = 0
    for start, end, index in spans:
        entity = names.entities[index]
        if start < last or (names.short[index] and entity not in known):
            continue
        if not names.short[index]:
            known.add(entity)
        found.append(Mention(start, end, entity, text[start:end]))
        last = end
    return found


def _forms(name: str) -> Iterable[str]:
    folded = " ".join(unicodedata.normalize("NFC", name).translate(_FOLD).split())
    yield folded
    if folded[:1].islower() and not _UNSPACED.match(folded):
        yield folded[0].upper() + folded[1:]


def _edge(text: str, at: int) -> bool:
    """Whether a word may begin or end here: not between two letters or digits, but anywhere in scripts without spaces."""
    if at in {0, len(text)}:
        return True
    before, after = text[at - 1], text[at]
    if not (_wordy(before) and _wordy(after)):
        return True
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after))


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
