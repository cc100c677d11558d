"""Find names of entities in text: longest match, whole words, short forms only after the full name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from mkdocs_briefings.text.prepared import is_edge, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.text.prepared import Text

_POSSESSIVE = "'s"


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


def find(names: Names, text: Text, seen: frozenset[str] | set[str] = frozenset()) -> list[Mention]:
    """Find the names in a text, in order and apart from each other.

    Args:
        names: what to look for.
        text: where to look; what is alike for a quotation is alike for a name.
        seen: entities whose full name the document has had already, so that their short forms count.

    """
    norm = text.norm
    spans = [
        (start, end, index)
        for index, start, end in names.matcher.find_matches_as_indexes(norm, overlapping=True)
        if is_name(norm, start, end)
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
        a, b = text.to_raw((start, end))
        found.append(Mention(a, b, entity, text.raw[a:b]))
        last = end
    return found


def is_name(norm: str, start: int, end: int) -> bool:
    """Return whether whole words are there; an article may be written into the first, a possessive may follow the last."""
    return is_edge(norm, start) and (
        is_edge(norm, end) or (norm.startswith(_POSSESSIVE, end) and is_edge(norm, end + len(_POSSESSIVE)))
    )


def _forms(name: str) -> Iterator[str]:
    form = normalise(name)
    if form:
        yield form
    if form[:1].islower():
        yield form[0].upper() + form[1:]
