"""What was resolved before, with all that it looked up: equal inputs give the same objects again.

A briefing depends on its own file and on the names that it looked up elsewhere; those that it did not find count too,
for they may be there the next time. Names of entities are looked for in its words: others count only if they are there. A shell that builds again and again hands in a `ResolveMemo`; without one
nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from mkdocs_briefings.model.names import changed, find, gather, is_any_in

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from mkdocs_briefings.model.names import Mention, Names
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.passages import Held
    from mkdocs_briefings.text.prepared import Text

    class NameFinder(Protocol):
        """Finds the names of entities in a text; see `names.find`."""

        def __call__(self, text: Text, seen: AbstractSet[str] = ...) -> list[Mention]: ...


NO_NAMES = gather({}, {})
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
    """All that a file is resolved against."""

    known: Known
    names: Names = NO_NAMES
    """Of entities, to be found in words."""
    held: Mapping[str, Held] = field(default_factory=dict)
    publishers: Mapping[str, str | None] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each claim."""
    searched: list[str] | None = None
    """The words in which names were looked for, normalised; None where nobody wants to know."""

    def find(self, text: Text, seen: AbstractSet[str] = frozenset()) -> list[Mention]:
        """Find the names of entities in a text; see `names.find`."""
        if self.searched is not None:
            self.searched.append(text.norm)
        return find(self.names, text, seen)

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
            self.names,
            Lookups(self.held),
            Lookups(self.publishers),
            Lookups(self.texts),
            [],
        )


@dataclass(frozen=True, slots=True)
class _ResolvedFile:
    parsed: Parsed
    names: Names
    searched: tuple[str, ...]
    seen: tuple[Mapping[str, object], ...]
    value: object

    def holds(self, parsed: Parsed, tables: Tables, changed: Callable[[Names, Names], Names]) -> bool:
        return (
            self.parsed is parsed
            and all(
                table.get(key, _MISSING) == found
                for table, seen in zip(tables.each(), self.seen, strict=True)
                for key, found in seen.items()
            )
            and (self.names is tables.names or not self._has_any(changed(self.names, tables.names)))
        )

    def _has_any(self, names: Names) -> bool:
        return any(is_any_in(names, norm) for norm in self.searched)


@dataclass(slots=True)
class ResolveMemo:
    """What was resolved before, by path: a shell keeps it, and forgets what no file has any more."""

    kept: dict[str, tuple[_ResolvedFile, ...]] = field(default_factory=dict)
    names: tuple[object, Names] | None = None
    """The names of all entities, and the matcher that was made of them."""
    _changed: dict[tuple[int, int], tuple[Names, Names, Names]] = field(default_factory=dict)

    def changed(self, old: Names, new: Names) -> Names:
        """Give the names that changed from one build to another; see `names.changed`."""
        key = id(old), id(new)  # of what is held here, so that no other has the same
        if key not in self._changed:
            self._changed[key] = old, new, changed(old, new)
        return self._changed[key][2]

    def forget(self, paths: Collection[str]) -> None:
        """Keep what belongs to these files only."""
        self._changed.clear()
        for path in self.kept.keys() - set(paths):
            del self.kept[path]


def remembered(
    memo: ResolveMemo | None,
    parsed: Parsed,
    tables: Tables,
    problems: list[Problem],
    make: Callable[[Tables], T],
) -> T:
    """Give what was made of a file before, if all that it looked up is as it was; else make it.

    What has problems is made each time: what is suggested to an editor depends on the whole desk.
    """
    if memo is None:
        return make(tables)
    versions = memo.kept.get(parsed.path, ())
    for at, one in enumerate(versions):
        if one.holds(parsed, tables, memo.changed):
            if one.names is not tables.names:
                # Else the names of long ago would be kept, and what has changed since would be more and more.
                renewed = replace(one, names=tables.names)
                memo.kept[parsed.path] = (*versions[:at], renewed, *versions[at + 1 :])
            return cast("T", one.value)
    recorded, before = tables.recorded(), len(problems)
    value = make(recorded)
    lookups = [table for table in recorded.each() if isinstance(table, Lookups)]
    if len(problems) == before and not any(table.whole for table in lookups):
        searched = tuple(dict.fromkeys(recorded.searched or ()))
        kept = _ResolvedFile(parsed, tables.names, searched, tuple(table.seen for table in lookups), value)
        memo.kept[parsed.path] = (kept, *versions)[:_MOST]
    return value
