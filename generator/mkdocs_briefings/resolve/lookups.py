"""What was resolved before, with all that it looked up: equal inputs give the same objects again.

A briefing depends on its own file and on the names that it looked up elsewhere; those that it did not find count too,
for they may be there the next time. A shell that builds again and again hands in a `ResolveMemo`; without one
nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs_briefings.model.names import Names
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.passages import Held

_MOST = 2
"""Versions of a file that are kept: a preview shows a faulty file as it was, and looks at it as it is."""
_MISSING = object()
_NONE: Mapping[str, Any] = {}

V = TypeVar("V")
T = TypeVar("T")


class Lookups(Mapping[str, V]):
    """A table that records what is looked up in it, misses included."""

    __slots__ = ("seen", "table", "whole")

    def __init__(self, table: Mapping[str, V]) -> None:
        self.table = table
        self.seen: dict[str, object] = {}
        self.whole = False
        """All of it was read: whatever changes in it may matter."""

    def __getitem__(self, key: str) -> V:
        self.seen[key] = self.table.get(key, _MISSING)
        return self.table[key]

    def __iter__(self) -> Iterator[str]:
        self.whole = True
        return iter(self.table)

    def __len__(self) -> int:
        self.whole = True
        return len(self.table)


@dataclass(frozen=True, slots=True)
class Tables:
    """All that a file is resolved against, but for the names of entities in its words."""

    known: Known
    held: Mapping[str, Held] = field(default_factory=dict)
    publishers: Mapping[str, str | None] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each claim."""

    def each(self) -> tuple[Mapping[str, object], ...]:
        known = self.known
        tables = (known.places, known.kinds, known.claims, known.broken, known.names, known.refs)
        return (*tables, self.held, self.publishers, self.texts)

    def recorded(self) -> Tables:
        """Give the same tables, which record what is looked up."""
        known = self.known
        return Tables(
            replace(
                known,
                places=Lookups(known.places),
                kinds=Lookups(known.kinds),
                claims=Lookups(known.claims),
                broken=Lookups(known.broken),
                names=Lookups(known.names),
                refs=Lookups(known.refs),
            ),
            Lookups(self.held),
            Lookups(self.publishers),
            Lookups(self.texts),
        )


@dataclass(frozen=True, slots=True)
class _ResolvedFile:
    parsed: Parsed
    names: Names | None
    seen: tuple[Mapping[str, object], ...]
    value: object

    def holds(self, parsed: Parsed, names: Names | None, tables: Tables) -> bool:
        return (
            self.parsed is parsed
            and self.names is names
            and all(
                table.get(key, _MISSING) == found
                for table, seen in zip(tables.each(), self.seen, strict=True)
                for key, found in seen.items()
            )
        )


@dataclass(slots=True)
class ResolveMemo:
    """What was resolved before, by path: a shell keeps it, and forgets what no file has any more."""

    kept: dict[str, tuple[_ResolvedFile, ...]] = field(default_factory=dict)
    names: tuple[object, Names] | None = None
    """The names of all entities, and the matcher that was made of them."""

    def forget(self, paths: Collection[str]) -> None:
        """Keep what belongs to these files only."""
        for path in self.kept.keys() - set(paths):
            del self.kept[path]


def remembered(  # noqa: PLR0913, what is resolved, against what, and how
    memo: ResolveMemo | None,
    parsed: Parsed,
    names: Names | None,
    tables: Tables,
    problems: list[Problem],
    make: Callable[[Tables], T],
) -> T:
    """Give what was made of a file before, if all that it looked up is as it was; else make it.

    What has problems is made each time: what is suggested to an editor depends on the whole desk.
    """
    if memo is None:
        return make(tables)
    for one in memo.kept.get(parsed.path, ()):
        if one.holds(parsed, names, tables):
            return cast("T", one.value)
    recorded, before = tables.recorded(), len(problems)
    value = make(recorded)
    lookups = [table for table in recorded.each() if isinstance(table, Lookups)]
    if len(problems) == before and not any(table.whole for table in lookups):
        kept = _ResolvedFile(parsed, names, tuple(table.seen for table in lookups), value)
        memo.kept[parsed.path] = (kept, *memo.kept.get(parsed.path, ()))[:_MOST]
    return value
