"""What is made once, with all that it read of the desk: until any of that changes, it is the same object again.

`Once` makes each thing once. `Reads` also records what was looked up while a thing was made, misses included. A shell
that builds again and again keeps a `Reads` and shows it the tables of each build: what looked up anything that is
another now is made again when it is next asked for. A thing that only its parts looked that up for stands if all of
these come out as they were.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    Hashable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    Sequence,
    ValuesView,
)
from collections.abc import (
    Set as AbstractSet,
)
from dataclasses import fields, is_dataclass
from typing import Any, Protocol, TypeVar, cast, overload

T = TypeVar("T")


class _Marked(Protocol):
    @property
    def mark(self) -> str:
        """A digest of it."""


M = TypeVar("M", bound=_Marked)

_MISSING = object()
_WHOLE = object()
"""Stands for all of a table, and its order."""
_LENGTH = object()
_NOTHING: frozenset[int] = frozenset()
_SWEEP = 4
"""Builds from one time of forgetting to the next."""
_IDLE = 8
"""Builds after which a thing that read nothing, and so never changes, is forgotten if nobody asked for it."""


class Again(Sequence[T]):
    """A row that is made anew each time that somebody goes through it."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return iter(self._make())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return tuple(iter(self))[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(iter(self)) == tuple(iter(other))

    def __hash__(self) -> int:
        return hash(tuple(iter(self)))


MOST_AT_HAND = 5_000
"""Things that are held for those who ask again soon: a briefing has some dozens."""


class Once:
    """Makes each thing once."""

    __slots__ = ("_brief", "_things")

    def __init__(self) -> None:
        self._things: dict[Hashable, Any] = {}
        self._brief: Once | None = None

    def brief(self) -> Once:
        """Give what makes things once as long as they are asked for soon; nothing of it is kept for another build."""
        if self._brief is None:
            self._brief = Fleeting()
        return self._brief

    def __call__(self, key: Hashable, make: Callable[[], T], *given: object) -> T:
        """Give what was made for this key, or what `make` makes.

        Args:
            key: names the thing; it begins with a word of its own for each kind of thing.
            make: makes it.
            given: all that it depends on beside the key and the tables; the same in all of a build.

        """
        del given
        made = self._things.get(key, _MISSING)
        if made is _MISSING:
            made = self._things[key] = make()
        return made  # type: ignore[no-any-return]  # called so often that a cast costs

    def passing(self, key: Hashable, make: Callable[[], M], *given: object) -> M:
        """Give what is too large to be held, made again each time; see `mark`."""
        del key, given
        return make()

    def mark(self, key: Hashable, make: Callable[[], M], *given: object) -> str:
        """Give the mark of something that is too large to be held; it is another one if the thing is."""
        return self.passing(key, make, *given).mark

    def can_make(self, word: str, ask: Callable[[Any], object]) -> None:
        """Learn how to ask for the things of this build whose keys begin with a word; see `Reads`."""

    def row(self, make: Callable[[], Iterable[T]]) -> Sequence[T]:
        """Give what is made anew each time that somebody goes through it; whoever builds again and again keeps it."""
        return Again(make)

    @property
    def count(self) -> int:
        """How many things are kept."""
        return len(self._things)

    def take(self, name: str, thing: T) -> T:
        """Take the tables of a build; see `Reads`."""
        del name
        return thing

    def forget(self, key: Hashable) -> None:
        """Make a thing again the next time."""
        self._things.pop(key, None)


class Fleeting(Once):
    """Makes each thing once as long as it is asked for soon: what is made from all, by a key of one word, stays."""

    __slots__ = ()

    def __call__(self, key: Hashable, make: Callable[[], T], *given: object) -> T:
        del given
        made = self._things.get(key, _MISSING)
        if made is _MISSING:
            made = make()
            if len(self._things) >= MOST_AT_HAND:
                self._things = {
                    one: self._things[one] for one in self._things if isinstance(one, tuple) and len(one) == 1
                }
            self._things[key] = made
        return made  # type: ignore[no-any-return]  # called so often that a cast costs


class _Thing:
    """What was made, of what, and what it read."""

    __slots__ = ("given", "is_old", "key", "own", "own_is_old", "parts", "read", "turn", "value")

    def __init__(  # noqa: PLR0913, all that is known of it
        self,
        key: Hashable,
        value: object,
        given: tuple[object, ...],
        own: frozenset[int],
        parts: tuple[_Thing, ...],
        turn: int,
    ) -> None:
        self.key, self.value, self.given, self.turn = key, value, given, turn
        self.own = own
        """What it read itself."""
        self.is_old = self.own_is_old = False
        """Whether anything has changed that it or its parts read, and that it read itself."""
        self.hold(parts)

    def hold(self, parts: tuple[_Thing, ...]) -> None:
        """Rest on these other things, and on what they read."""
        self.parts = parts
        self.read: frozenset[int] = self.own.union(*(one.read for one in parts)) if parts else self.own


class Reads(Once):
    """Makes each thing once, from build to build, until something that it read has changed."""

    __slots__ = ("_count", "_makers", "_parts", "_passing", "_tables", "_turn", "frame", "places")

    def __init__(self) -> None:
        super().__init__()
        self.frame: set[int] | None = None
        """What the thing that is being made has read so far."""
        self._makers: dict[Hashable, Callable[[Any], object]] = {}
        """Asks for a thing by its key, by the word with which such keys begin."""
        self._parts: dict[Hashable, _Thing] = {}
        """The other things that it was made from."""
        self.places: dict[str, dict[object, int]] = {}
        """A number for each place of a table that was ever looked at: sets of numbers are small and fast."""
        self._passing: tuple[Hashable, object] = (None, None)
        """What was too large to be held, the last of all."""
        self._count = 0
        self._tables: dict[str, object] = {}
        self._turn = 0

    def __call__(self, key: Hashable, make: Callable[[], T], *given: object) -> T:
        one: _Thing | None = self._things.get(key)
        if one is None or not self._stands(one, given):
            outer = self.frame, self._parts
            self.frame, self._parts = set(), {}
            try:
                value: object = make()
                own = frozenset(self.frame) if self.frame else _NOTHING
                parts = tuple(self._parts.values())
            finally:
                self.frame, self._parts = outer
            if one is not None and one.value == value:
                value = one.value  # what rests on it need not be made again
            one = self._things[key] = _Thing(key, value, given, own, parts, self._turn)
        one.turn = self._turn
        if self.frame is not None:
            self._parts[key] = one
        return cast("T", one.value)

    def _stands(self, one: _Thing, given: tuple[object, ...]) -> bool:
        """Return whether a thing would come out as it did."""
        if one.given != given:
            return False
        if not one.is_old:
            return True
        if one.own_is_old or not one.parts:
            return False
        outer, self.frame = self.frame, None
        try:
            parts = tuple(filter(None, map(self._again, one.parts)))
        finally:
            self.frame = outer
        if len(parts) < len(one.parts):
            return False
        one.hold(parts)
        one.is_old = False
        return True

    def _again(self, part: _Thing) -> _Thing | None:
        """Give a part as it is now; None if it is another, or nobody knows yet what it is."""
        now: _Thing | None = self._things.get(part.key)
        if now is None:
            return None if part.read else part  # what read nothing is forgotten, and would come out the same
        if now.is_old and isinstance(now.key, tuple) and (make := self._makers.get(now.key[0])):
            make(now.key)
            now = self._things[now.key]
        return now if not now.is_old and now.value is part.value else None

    def passing(self, key: Hashable, make: Callable[[], M], *given: object) -> M:
        at, made = self._passing
        if at == key and self._is_known(key, given):
            return cast("M", made)
        self.forget(key)
        kept: list[M] = []

        def marked() -> str:
            kept.append(make())
            return kept[0].mark

        self(key, marked, *given)
        self._passing = (key, kept[0])  # who asks for the mark of a new thing wants the thing next
        return kept[0]

    def mark(self, key: Hashable, make: Callable[[], M], *given: object) -> str:
        if not self._is_known(key, given):
            self.passing(key, make, *given)
        return self(key, lambda: "", *given)

    def _is_known(self, key: Hashable, given: tuple[object, ...]) -> bool:
        one: _Thing | None = self._things.get(key)
        return one is not None and self._stands(one, given)

    def brief(self) -> Once:
        return Once()  # what is made of it must record all that it read itself

    def row(self, make: Callable[[], Iterable[T]]) -> Sequence[T]:
        return tuple(make())

    def can_make(self, word: str, ask: Callable[[Any], object]) -> None:
        """Learn how to ask for the things whose keys begin with a word, until other tables are taken.

        What rests on such a thing can then be held against it, though nobody has asked for it in this build.
        """
        self._makers[word] = ask

    def take(self, name: str, thing: T) -> T:
        """Take the tables of a build, the fields of a frozen dataclass.

        Entries that are equal must be the same objects as before, or they count as changed.

        Args:
            name: of all that is in it.
            thing: the dataclass.

        Returns:
            what looks like it, and records what is read of it.

        """
        found: dict[str, object] = {}
        seen = self._seen(name, thing, found)
        changed: set[int] = set()
        for table, new in found.items():
            if (old := self._tables.get(table, _MISSING)) is not new:
                changed.update(_changes(old, new, self.places[table]))
                self._tables[table] = new
        if changed:
            self._makers.clear()  # they know the tables of before
            for one in self._things.values():
                if not one.own_is_old and not changed.isdisjoint(one.read):
                    one.is_old = True
                    one.own_is_old = not changed.isdisjoint(one.own)
        return cast("T", seen)

    def turn(self) -> None:
        """End a build: forget what is old and was not asked for, and what was idle for long.

        Going through all things takes a good part of what an edit may take, so that is done every few builds.
        """
        self._turn += 1
        if self._turn % _SWEEP:
            return
        gone = [
            key
            for key, one in self._things.items()
            if (one.is_old and one.turn < self._turn - 1) or (not one.read and one.turn < self._turn - _IDLE)
        ]
        for key in gone:
            del self._things[key]

    def place(self, places: dict[object, int], key: object) -> int:
        """Give a place of a table its number; no other table has the same."""
        self._count += 1
        places[key] = self._count
        return self._count

    def _seen(self, name: str, thing: object, found: dict[str, object]) -> object:
        if is_dataclass(thing):
            parts = {one.name: getattr(thing, one.name) for one in fields(thing)}
            return _SeenFields({key: self._seen(f"{name}.{key}", part, found) for key, part in parts.items()})
        found[name] = thing
        for kind, seen in ((Mapping, _SeenTable), (AbstractSet, _SeenSet), (tuple, _SeenRow)):
            if isinstance(thing, kind):
                return seen(self, name, thing)
        return _SeenValue(self, name, thing)


class _Seen:
    """Something of which what is read is recorded."""

    __slots__ = ("places", "reads", "thing")

    def __init__(self, reads: Reads, name: str, thing: Any) -> None:
        self.reads = reads
        self.places = reads.places.setdefault(name, {})
        self.thing = thing

    def saw(self, key: object) -> None:
        if (frame := self.reads.frame) is not None:
            number = self.places.get(key)
            frame.add(self.reads.place(self.places, key) if number is None else number)

    def whole(self) -> Any:
        self.saw(_WHOLE)
        return self.thing


class _SeenTable(_Seen, Mapping[Any, Any]):
    __slots__ = ()

    def __getitem__(self, key: object) -> Any:
        self.saw(key)
        return self.thing[key]

    def get(self, key: object, default: Any = None) -> Any:
        self.saw(key)
        return self.thing.get(key, default)

    def __contains__(self, key: object) -> bool:
        self.saw(key)
        return key in self.thing

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def keys(self) -> KeysView[Any]:
        return cast("KeysView[Any]", self.whole().keys())

    def values(self) -> ValuesView[Any]:
        return cast("ValuesView[Any]", self.whole().values())

    def items(self) -> ItemsView[Any, Any]:
        return cast("ItemsView[Any, Any]", self.whole().items())


class _SeenSet(_Seen, AbstractSet[Any]):
    __slots__ = ()

    def __contains__(self, key: object) -> bool:
        self.saw(key)
        return key in self.thing

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())


class _SeenRow(_Seen, Sequence[Any]):
    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        return self.whole()[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __len__(self) -> int:
        self.saw(_LENGTH)
        return len(self.thing)


class _SeenValue(_Seen):
    __slots__ = ()


class _SeenFields:
    """Looks like a frozen dataclass."""

    def __init__(self, parts: Mapping[str, object]) -> None:
        self._values = {name: part for name, part in parts.items() if isinstance(part, _SeenValue)}
        vars(self).update({name: part for name, part in parts.items() if name not in self._values})

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name].whole()
        except KeyError:
            raise AttributeError(name) from None


def _changes(old: Any, new: Any, places: Mapping[object, int]) -> Iterator[int]:
    """Give the numbers of the places that are not what they were."""
    if _WHOLE in places and (isinstance(new, Mapping | AbstractSet | tuple) or old != new):
        yield places[_WHOLE]
    if isinstance(new, Mapping):
        before = old if isinstance(old, Mapping) else {}
        for key, number in places.items():
            one, two = before.get(key, _MISSING), new.get(key, _MISSING)
            if one is not two and not (isinstance(one, str) and one == two):
                yield number
    elif isinstance(new, AbstractSet):
        for one in new ^ (old if isinstance(old, AbstractSet) else frozenset()):
            if one in places:
                yield places[one]
    elif isinstance(new, tuple) and _LENGTH in places and (old is _MISSING or len(new) != len(old)):
        yield places[_LENGTH]
