"""Collect all ids of the desk, and report those used twice."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse.file import Parsed, SeedText, stem
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, StorylinesFile
from mkdocs_briefings.resolve import reference_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.problem import Loc


@dataclass(frozen=True, slots=True)
class Known:
    """All ids of the desk, before anything is resolved."""

    places: Mapping[str, Place]
    """Where each source, briefing, entity and storyline is named, or was formerly."""
    kinds: Mapping[str, str]
    """`source`, `briefing`, `storyline`, or the kind of the entity."""
    claims: Mapping[str, frozenset[str]]
    """The claims of each briefing."""
    broken: Mapping[str, bool]
    """Ids of unsound entries: a reference to one is no further fault."""
    names: Mapping[str, str]
    """The name of each entity."""
    refs: Mapping[str, bool]
    """`briefing#claim` of every claim."""


FORMER_HINT = (
    "An old address can lead to only one place: remove it from `formerly` here, or rename the other."
)


def suggest(word: str, known: Iterable[str]) -> str:
    """Suggest an id for one that does not exist; empty if nothing is similar."""
    from rapidfuzz import process  # noqa: PLC0415, only when something is wrong

    near = process.extractOne(word, sorted(known), score_cutoff=75)
    return f"Did you mean `{near[0]}`?" if near else ""


def source_id(parsed: Parsed) -> str:
    """Return a source's id: what its front matter says, or its file's stem made fit for an address."""
    assert isinstance(parsed.entry, SeedText)  # noqa: S101, for mypy
    return parsed.entry.front.id or addresses.slug(stem(parsed.path).replace("_", "-"), most=20)


def know(files: Iterable[Parsed]) -> tuple[Known, list[Problem]]:
    """Collect the ids of all files. Of two things with one id the first counts; present ids go before former ones."""
    places: dict[str, Place] = {}
    kinds: dict[str, str] = {}
    claims: dict[str, frozenset[str]] = {}
    names: dict[str, str] = {}
    broken: set[str] = set()
    folded: dict[str, str] = {}
    former: list[tuple[str, Place]] = []
    problems: list[Problem] = []
    for parsed in files:
        broken |= parsed.broken
        for id_, kind, place, formerly in _named(parsed):
            if id_ in places:
                problems.append(
                    reference_codes.DUPLICATE_ID.at(
                        place,
                        f"the id `{id_}` is already used, by something of the kind `{kinds[id_]}`",
                        related=(places[id_],),
                    )
                )
                continue
            key = unicodedata.normalize("NFKC", id_).casefold()
            if key in folded:
                other = folded[key]
                problems.append(
                    reference_codes.ID_COLLISION.at(
                        place,
                        f"`{id_}` and `{other}` differ only in case or encoding",
                        related=(places[other],),
                    )
                )
            if key in addresses.RESERVED_IDS:
                problems.append(reference_codes.RESERVED_ID.at(place, f"`{id_}` is reserved for the site"))
            folded.setdefault(key, id_)
            places[id_], kinds[id_] = place, kind
            home = named_at(place)
            former += ((old, Place(place.path, (*home, "formerly", n))) for n, old in enumerate(formerly))
            if isinstance(parsed.entry, BriefingFile):
                claims[id_] = frozenset(parsed.entry.claims)
            if isinstance(parsed.entry, EntitiesFile):
                names[id_] = parsed.entry.root[id_].name
    problems += _former(former, places, folded)
    refs = {f"{home}#{claim}": True for home, ids in claims.items() for claim in ids}
    return Known(places, kinds, claims, dict.fromkeys(broken, True), names, refs), problems


def named_at(place: Place) -> Loc:
    """Return the place of all that is said of a thing, from where its id is: in the file, or under its key."""
    return place.loc if place.at_key else ()


def _named(parsed: Parsed) -> Iterator[tuple[str, str, Place, list[str]]]:
    match parsed.entry:
        case BriefingFile(formerly=formerly) if parsed.name:
            yield parsed.name.id, "briefing", Place(parsed.path), formerly
        case EntitiesFile(root=entries):
            for id_, entity in entries.items():
                yield id_, entity.kind, Place(parsed.path, (id_,), at_key=True), entity.formerly
        case StorylinesFile(root=stories):
            for id_, story in stories.items():
                yield id_, "storyline", Place(parsed.path, (id_,), at_key=True), story.formerly
        case SeedText(front=front):
            place = Place(parsed.path, ("id",) if front.id else ())
            yield source_id(parsed), "source", place, front.formerly


def _former(
    former: Iterable[tuple[str, Place]], places: dict[str, Place], folded: dict[str, str]
) -> Iterator[Problem]:
    for old, place in former:
        key = unicodedata.normalize("NFKC", old).casefold()
        if key in folded:
            message = f"`{old}` is the id of something else now"
            yield reference_codes.DUPLICATE_ID.at(
                place, message, hint=FORMER_HINT, related=(places[folded[key]],)
            )
        elif key in addresses.RESERVED_IDS:
            yield reference_codes.RESERVED_ID.at(place, f"`{old}` is reserved for the site")
        else:
            folded[key] = old
            places[old] = place
