"""The one space of ids: which id is what, and which are taken twice."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls
from generator.codes import references as codes
from generator.parse.file import Parsed, SeedText, stem
from generator.parse.schema import BriefingFile, EntitiesFile, StorylinesFile
from generator.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Known:
    """What ids there are, before anything is looked into."""

    places: Mapping[str, Place]
    """Where each source, briefing, entity and storyline is named."""
    kinds: Mapping[str, str]
    """`source`, `briefing`, `storyline`, or the kind of the entity."""
    claims: Mapping[str, frozenset[str]]
    """The claims of each briefing."""
    broken: frozenset[str]
    """Ids of unsound entries: a reference to one is no further fault."""
    names: Mapping[str, str]
    """The name of each entity."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Suggest what was meant by an id that there is not; empty if nothing is near."""
    from rapidfuzz import process  # noqa: PLC0415, only when something is wrong

    near = process.extractOne(word, sorted(known), score_cutoff=75)
    return f"Did you mean `{near[0]}`?" if near else ""


def source_id(parsed: Parsed) -> str:
    """Give a source's id: what its front matter says, or its file's stem made fit for an address."""
    assert isinstance(parsed.entry, SeedText)  # noqa: S101, for mypy
    return parsed.entry.front.id or urls.slug(stem(parsed.path).replace("_", "-"), most=20)


def know(files: Iterable[Parsed]) -> tuple[Known, list[Problem]]:
    """Gather the ids of all files; of two things with one id the first counts."""
    places: dict[str, Place] = {}
    kinds: dict[str, str] = {}
    claims: dict[str, frozenset[str]] = {}
    names: dict[str, str] = {}
    broken: set[str] = set()
    folded: dict[str, str] = {}
    problems: list[Problem] = []
    for parsed in files:
        broken |= parsed.broken
        for id_, kind, place in _named(parsed):
            if id_ in places:
                problems.append(
                    codes.DUPLICATE_ID.at(
                        place,
                        f"`{id_}` is the id of a {kinds.get(id_, 'briefing')} already",
                        related=(places[id_],),
                    )
                )
                continue
            key = unicodedata.normalize("NFKC", id_).casefold()
            if key in folded:
                other = folded[key]
                problems.append(
                    codes.ID_COLLISION.at(place, f"`{id_}` collides with `{other}`", related=(places[other],))
                )
            if key in urls.RESERVED_IDS:
                problems.append(codes.RESERVED_ID.at(place, f"the site needs `{id_}` itself"))
            folded.setdefault(key, id_)
            places[id_], kinds[id_] = place, kind
            if isinstance(parsed.entry, BriefingFile):
                claims[id_] = frozenset(parsed.entry.claims)
            if isinstance(parsed.entry, EntitiesFile):
                names[id_] = parsed.entry.root[id_].name
        problems += _formerly(parsed, places, folded)
    return Known(places, kinds, claims, frozenset(broken), names), problems


def _named(parsed: Parsed) -> Iterator[tuple[str, str, Place]]:
    match parsed.entry:
        case BriefingFile() if parsed.name:
            yield parsed.name.id, "briefing", Place(parsed.path)
        case EntitiesFile(root=entries):
            for id_, entity in entries.items():
                yield id_, entity.kind, Place(parsed.path, (id_,), at_key=True)
        case StorylinesFile(root=stories):
            for id_ in stories:
                yield id_, "storyline", Place(parsed.path, (id_,), at_key=True)
        case SeedText(front=front):
            yield source_id(parsed), "source", Place(parsed.path, ("id",) if front.id else ())


def _formerly(parsed: Parsed, places: dict[str, Place], folded: dict[str, str]) -> Iterator[Problem]:
    if not isinstance(parsed.entry, BriefingFile):
        return
    for n, old in enumerate(parsed.entry.formerly):
        place = Place(parsed.path, ("formerly", n))
        key = unicodedata.normalize("NFKC", old).casefold()
        if key in folded:
            related = (places[folded[key]],)
            yield codes.DUPLICATE_ID.at(place, f"`{old}` is the id of something else", related=related)
        elif key in urls.RESERVED_IDS:
            yield codes.RESERVED_ID.at(place, f"the site needs `{old}` itself")
        else:
            folded[key] = old
            places[old] = place
