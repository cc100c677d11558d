"""What is made once stays the same object until something that it read changes, misses included."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.model import recorded
from mkdocs_briefings.model.recorded import Fleeting, Once, Reads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Inner:
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tables:
    names: Mapping[str, str] = field(default_factory=lambda: {"a": "Alpha", "b": "Beta"})
    present: frozenset[str] = frozenset({"a"})
    row: tuple[str, ...] = ("x", "y")
    day: int = 1
    inner: Inner = field(default_factory=Inner)


def _lower(seen: Tables, name: str) -> list[str]:
    return [seen.names[name].lower()]


READERS: dict[str, Callable[[Tables], object]] = {
    "key": lambda t: t.names["a"],
    "get": lambda t: t.names.get("c", "none"),
    "in": lambda t: "c" in t.names,
    "keys": lambda t: list(t.names.keys()),
    "values": lambda t: list(t.names.values()),
    "items": lambda t: list(t.names.items()),
    "iteration": lambda t: list(t.names),
    "length": lambda t: len(t.names),
    "member": lambda t: "c" in t.present,
    "members": lambda t: sorted(t.present),
    "row": lambda t: list(t.row),
    "place in row": lambda t: t.row[0],
    "length of row": lambda t: len(t.row),
    "value": lambda t: t.day,
    "inner": lambda t: t.inner.links.get("a"),
}
CHANGES: dict[str, tuple[dict[str, Any], set[str]]] = {
    "nothing": ({}, set()),
    "a": (
        {"names": {"a": "Other", "b": "Beta"}},
        {"key", "keys", "values", "items", "iteration", "length"},
    ),
    "c": (
        {"names": {"a": "Alpha", "b": "Beta", "c": "Gamma"}},
        {"get", "in", "keys", "values", "items", "iteration", "length"},
    ),
    "order": (
        {"names": {"b": "Beta", "a": "Alpha"}},
        {"keys", "values", "items", "iteration", "length"},
    ),
    "member": ({"present": frozenset({"a", "c"})}, {"member", "members"}),
    "row": ({"row": ("x", "z")}, {"row", "place in row"}),
    "longer row": ({"row": ("x", "y", "z")}, {"row", "place in row", "length of row"}),
    "value": ({"day": 2}, {"value"}),
    "inner": ({"inner": Inner({"a": "b"})}, {"inner"}),
}


def results(reads: Reads, tables: Tables, made: list[str]) -> dict[str, object]:
    seen = reads.take("t", tables)

    def make(name: str) -> object:
        made.append(name)
        return READERS[name](seen)

    return {name: reads(("read", name), partial(make, name)) for name in READERS}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_read_the_change_is_made_again(change: str) -> None:
    fields, wanted = CHANGES[change]
    reads, before = Reads(), Tables()
    first: list[str] = []
    results(reads, before, first)
    assert first == list(READERS)
    after = replace(before, **fields)
    again: list[str] = []
    found = results(reads, after, again)
    assert set(again) == wanted
    assert found == {name: read(after) for name, read in READERS.items()}


def test_what_a_part_read_counts_for_the_whole() -> None:
    reads = Reads()

    def name(seen: Tables) -> str:
        return reads(("name",), lambda: seen.names["a"])

    def whole(seen: Tables) -> str:
        return f"<{name(seen)}>"

    for tables, wanted in ((Tables(), "<Alpha>"), (Tables(names={"a": "Omega"}), "<Omega>")):
        seen = reads.take("t", tables)
        name(seen)  # made before the whole asks for it
        assert reads(("whole",), partial(whole, seen)) == wanted


class Whole:
    """Something that is made from a part, and from the day; counts how often it was made."""

    def __init__(self) -> None:
        self.reads, self.made, self.asked = Reads(), 0, list[str]()

    def part(self, seen: Tables) -> str:
        """Follow a name to another one, and give that in small letters."""

        def follow() -> str:
            return str(seen.names[seen.names["a"]].lower())

        return self.reads(("part", "a"), follow)

    def make(self, seen: Tables) -> str:
        self.made += 1
        return f"<{self.part(seen)}> {seen.day}"

    def build(self, names: Mapping[str, str], day: int = 1, *, can_make: bool = True) -> str:
        seen = self.reads.take("t", Tables(names=names, day=day))

        def ask(key: tuple[str, str]) -> None:
            self.asked.append(key[1])
            self.part(seen)

        if can_make:
            self.reads.can_make("part", ask)
        made = self.reads(("whole",), partial(self.make, seen))
        assert made == f"<{names[names['a']].lower()}> {day}"
        return made


def test_a_whole_stands_if_its_parts_come_out_as_they_were() -> None:
    whole = Whole()
    one = whole.build({"a": "b", "b": "Beta", "c": "BETA"})
    assert whole.build({"a": "b", "b": "BETA", "c": "BETA"}) is one
    assert (whole.made, whole.asked) == (1, ["a"])
    assert whole.build({"a": "c", "b": "BETA", "c": "BETA"}) is one, "it is found elsewhere, and the same"
    assert whole.build({"a": "c", "b": "other", "c": "BETA"}) is one
    assert (whole.made, whole.asked) == (1, ["a", "a"])
    whole.build({"a": "c", "b": "other", "c": "Gamma"})
    assert whole.made == 2, "where it is found now counts"
    whole.build({"a": "c", "b": "other", "c": "GAMMA"}, day=2)
    assert whole.made == 3, "what it read itself counts"


def test_a_whole_is_made_again_where_nobody_can_ask_for_its_parts() -> None:
    whole = Whole()
    whole.build({"a": "b", "b": "Beta"})
    whole.build({"a": "b", "b": "BETA"}, can_make=False)
    assert (whole.made, whole.asked) == (2, []), "who could ask before knows the names of before"


def test_what_comes_out_equal_is_the_same_object() -> None:
    reads = Reads()
    made = []
    for names in ({"a": "Alpha"}, {"a": "ALPHA"}):
        seen = reads.take("t", Tables(names=names))
        made.append(reads(("lower",), partial(_lower, seen, "a")))
    assert made[0] is made[1]


def test_what_is_given_counts() -> None:
    reads = Reads()
    assert [reads(("of",), partial(int, n), n) for n in (1, 2)] == [1, 2]


def test_a_failure_leaves_nothing_behind() -> None:
    reads = Reads()
    seen = reads.take("t", Tables())
    with pytest.raises(KeyError):
        reads(("fails",), lambda: seen.names["none"])
    assert reads(("outer",), lambda: 1) == 1
    assert reads(("fails",), lambda: "mended") == "mended"


def test_what_nobody_asks_for_is_forgotten() -> None:
    """Memory does not grow with each build: neither what is old stays, nor what never changes and is not used."""
    reads = Reads()
    for number in range(60):
        seen = reads.take("t", Tables(names={str(number): "name"}))
        reads(("reads", number), partial(_lower, seen, str(number)))
        reads(("pure", number), lambda: "pure")
        reads.turn()
    assert reads.count < 20


def test_rows_that_are_made_again_are_equal_if_what_they_give_is() -> None:
    """Two builds are held against each other, such as one with the lock and one with the texts."""
    one, two = (Once().row(lambda: iter([1, 2])) for _ in range(2))
    assert one == two
    assert one != Once().row(lambda: [1])


def test_once_makes_a_thing_once() -> None:
    once, made = Once(), []
    for _ in range(2):
        once(("thing",), lambda: made.append("made"))
    assert made == ["made"]
    once.forget(("thing",))
    once(("thing",), lambda: made.append("again"))
    assert made == ["made", "again"]
    tables = Tables()
    assert once.take("t", tables) is tables


def test_what_is_fleeting_is_made_again_and_what_is_made_from_all_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recorded, "MOST_AT_HAND", 3)
    once, made = Fleeting(), list[str]()

    def make(name: str) -> str:
        made.append(name)
        return name

    for name in "aabbcdea":
        assert once((("all",) if name == "a" else ("one", name)), partial(make, name)) == name
        assert once.count <= 4
    assert made == [*"abcde"]
    assert once(("one", "b"), partial(make, "b")) == "b"
    assert made[-1] == "b"


@dataclass(frozen=True)
class Large:
    text: str

    @property
    def mark(self) -> str:
        return str(len(self.text))


def test_what_is_too_large_is_known_by_its_mark_alone() -> None:
    """It is made again where it changes, or where somebody wants all of it once more."""
    reads = Reads()
    made: list[str] = []

    def large(name: str) -> Large:
        made.append(name)
        return Large(seen.names[name])

    def asked(name: str) -> tuple[tuple[str, str], Callable[[], Large]]:
        return ("large", name), partial(large, name)

    seen = reads.take("tables", Tables())
    assert reads.mark(*asked("a")) == "5"
    assert reads.passing(*asked("a")) == Large("Alpha")
    assert reads.passing(*asked("b")) == Large("Beta")
    assert reads.mark(*asked("a")) == "5"
    assert made == ["a", "b"], "what was marked last is at hand"
    assert reads.passing(*asked("a")) == Large("Alpha")
    assert made == ["a", "b", "a"]
    seen = reads.take("tables", Tables({"a": "Other one", "b": "Beta"}))
    assert reads.mark(*asked("b")) == "4"
    assert reads.mark(*asked("a")) == "9"
    assert made == ["a", "b", "a", "a"]
    once = Once()
    assert once.mark(*asked("a")) == "9"
