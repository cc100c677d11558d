"""Find names of entities in text: longest match, whole words, short forms only after the full name."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.prepared import is_edge, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

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

    forms: tuple[str, ...]
    entities: tuple[str, ...]
    """The entity that each form names."""
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
    return _made((form, entity, is_short) for (form, is_short), entity in patterns.items())


def _made(rows: Iterable[tuple[str, str, bool]]) -> Names:
    forms, entities, short = tuple(zip(*rows, strict=True)) or ((), (), ())
    return Names(forms, entities, short, AhoCorasick(forms, matchkind=MatchKind.Standard))


def changed(old: Names, new: Names) -> Names:
    """Give the names that only one of both has, or that each has for something else."""
    return _made(set(_rows(old)) ^ set(_rows(new)))


def _rows(names: Names) -> Iterator[tuple[str, str, bool]]:
    return zip(names.forms, names.entities, names.short, strict=True)


def is_any_in(names: Names, norm: str) -> bool:
    """Return whether a text, normalised, has any of the names."""
    found = names.matcher.find_matches_as_indexes(norm, overlapping=True)
    return any(is_name(norm, start, end) for _, start, end in found)


def find(names: Names, text: Text, seen: AbstractSet[str] = frozenset()) -> list[Mention]:
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
