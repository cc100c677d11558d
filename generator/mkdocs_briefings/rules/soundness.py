"""Decide what an error elsewhere on the desk makes unreliable; only that is not checked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.parse.file import model_of
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, StorylinesFile
from mkdocs_briefings.parse.version_ledger import is_ledger
from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.problem import Loc, Place, Problem
    from mkdocs_briefings.model.settings import Settings

FileKind = Literal["source", "briefing", "entities", "storylines"]
_KINDS: dict[object, FileKind] = {
    BriefingFile: "briefing",
    EntitiesFile: "entities",
    StorylinesFile: "storylines",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """A part of the desk that something rests on; what is left empty is any."""

    kind: FileKind | None = None
    """Of the file; only looked at where there is no `path`."""
    path: str = ""
    loc: Loc = ()


@dataclass(frozen=True, slots=True)
class Faults:
    """Where reading the desk found errors, so that something was left out, or is not what was meant."""

    by_path: Mapping[str, frozenset[Loc]] = field(default_factory=dict)
    by_kind: Mapping[FileKind, frozenset[Loc]] = field(default_factory=dict)

    def spare(self, grounds: Iterable[Ground]) -> bool:
        """Return whether none of them lies in what rests on any of these grounds."""
        return not self.by_path or not any(map(self._meet, grounds))

    def _meet(self, ground: Ground) -> bool:
        if ground.path:
            found = self.by_path.get(ground.path, frozenset())
        elif ground.kind:
            found = self.by_kind.get(ground.kind, frozenset())
        else:
            return bool(self.by_path)
        return any(all(one == other for one, other in zip(loc, ground.loc, strict=False)) for loc in found)


def faults(problems: Iterable[Problem], settings: Settings) -> Faults:
    """Gather the errors among problems. One that names no data, but a line, is one of its whole file."""
    by_path: defaultdict[str, set[Loc]] = defaultdict(set)
    by_kind: defaultdict[FileKind, set[Loc]] = defaultdict(set)
    for problem in problems:
        if problem.is_error and not is_ledger(problem.place.path, settings):  # nothing rests on a ledger
            path, loc = problem.place.path, problem.place.loc
            by_path[path].add(loc)
            # What is neither of these is a source, or the lock, which stands for sources.
            by_kind[_KINDS.get(model_of(path, settings), "source")].add(loc)
    return Faults(
        {path: frozenset(found) for path, found in by_path.items()},
        {kind: frozenset(found) for kind, found in by_kind.items()},
    )


NAMES = Ground("entities")
"""Where an entity could not be read, its names are words like others."""


def nothing(_: Corpus, __: Problem) -> Iterator[Ground]:
    """Need nothing: what is found is wrong whatever else is."""
    return iter(())


def entries(_: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the entries that a problem is about: claims, other fields of a briefing, entities, storylines."""
    return map(entry, (problem.place, *problem.related))


def files(_: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the files that a problem is about."""
    return (Ground(path=place.path) for place in (problem.place, *problem.related))


def desk(_: Corpus, __: Problem) -> Iterator[Ground]:
    """Need all of the desk: what is missing may be anywhere."""
    yield Ground()


def all_claims(_: Corpus, __: Problem) -> Iterator[Ground]:
    """Need the claims of all briefings."""
    yield Ground("briefing", loc=("claims",))


def entries_and_disagreements(corpus: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the entries, and that nothing was left out of what editors have classed."""
    yield from entries(corpus, problem)
    yield Ground("briefing", loc=("disagreements",))


def whole_claim(corpus: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the claim that a problem is about, and all that it rests on."""
    own = entry(problem.place)
    for claim in corpus.claims.values():
        if entry(claim.place) == own:
            yield from of_claim(corpus, claim)


def claim_and_names(corpus: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the claim, and the names of entities."""
    yield from whole_claim(corpus, problem)
    yield NAMES


def of_claim(corpus: Corpus, claim: Claim) -> Iterator[Ground]:
    """Return what a claim rests on: its entry, its source, its occasion, the claim that it denies."""
    yield entry(claim.place)
    for ref in filter(None, (claim.at, claim.denies)):
        # A claim that was left out is not in the corpus: whatever is faulty may be it.
        yield entry(corpus.claims[ref].place) if ref in corpus.claims else Ground()
    if claim.source in corpus.sources:
        yield Ground(path=corpus.sources[claim.source].path)


def entry(place: Place) -> Ground:
    """Return the entry that a place lies in."""
    return Ground(path=place.path, loc=place.loc[: 2 if place.loc[:1] == ("claims",) else 1])
