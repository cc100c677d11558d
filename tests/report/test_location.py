"""Where an editor must look: line and column of every kind of place."""

from __future__ import annotations

import pytest
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse.field_codes import BAD_DATE
from mkdocs_briefings.report import location
from mkdocs_briefings.report.location import KnownSpots, Spot, locate, spots_of

YAML = """\
# A comment.
title: >-
  The bottom
  line
sources: [one, two]
claims:
  first:
    text: 'It''s “so”'
    quote:
    - a "b" c
    - >-
      longer
      words here
"""


def spot(place: Place, tree: dict[str, bytes]) -> str:
    (found,) = locate([BAD_DATE.at(place, "m")], tree)
    return str(found.spot)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("b.yml"), "1:1"),
        (Place("b.yml", line=3), "3:1"),
        (Place("b.yml", line=3, column=4), "3:4"),
        (Place("b.yml", ("title",)), "3:3"),
        (Place("b.yml", ("title",), at_key=True), "2:1"),
        (Place("b.yml", ("title",), near="bottom line"), "3:7"),
        (Place("b.yml", ("title",), near="not there"), "3:3"),
        (Place("b.yml", ("sources",)), "5:10"),
        (Place("b.yml", ("sources", 1)), "5:16"),
        (Place("b.yml", ("sources", 7)), "5:10"),
        (Place("b.yml", ("claims", "first"), at_key=True), "7:3"),
        (Place("b.yml", ("claims", "first", "text"), near="It's"), "8:12"),
        (Place("b.yml", ("claims", "first", "text"), near="“so”"), "8:18"),
        (Place("b.yml", ("claims", "first", "quote", 0), near='"b"'), "10:9"),
        (Place("b.yml", ("claims", "first", "quote", 1), near="words here"), "13:7"),
        (Place("b.yml", ("claims", "first", "missing")), "8:5"),
        (Place("b.yml", ("nowhere", "at", "all")), "2:1"),
    ],
)
@pytest.mark.parametrize(("mark", "newline"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")])
def test_places_in_yaml(place: Place, expected: str, mark: bytes, newline: bytes) -> None:
    assert spot(place, {"b.yml": mark + YAML.encode().replace(b"\n", newline)}) == f"b.yml:{expected}"


@pytest.mark.parametrize(("mark", "newline"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n")])
def test_places_in_front_matter(mark: bytes, newline: bytes) -> None:
    text = "---\nid: a\nmeans: {Beijing: china}\n---\nThe text.\n"
    tree = {"s.txt": mark + text.encode().replace(b"\n", newline)}
    assert spot(Place("s.txt", ("id",)), tree) == "s.txt:2:5"
    assert spot(Place("s.txt", ("means", "Beijing")), tree) == "s.txt:3:18"
    assert spot(Place("s.txt", ("means", "Beijing"), at_key=True), tree) == "s.txt:3:9"
    assert spot(Place("s.txt"), tree) == "s.txt:1:1"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"no front matter", b"---\ntitle: x\n"])
def test_a_file_that_holds_no_such_place(data: bytes) -> None:
    assert spot(Place("s.txt", ("id",)), {"s.txt": data}).startswith("s.txt:")
    assert spot(Place("gone.yml", ("id",)), {}) == "gone.yml:1:1"


def test_problems_are_sorted_and_keep_their_lines() -> None:
    tree = {"b.yml": b"\xef\xbb\xbfa: 1\nb: 2\n", "a.yml": b"x: 1\r\ny: 2\r\n"}
    places = [Place("b.yml", ("b",)), Place("b.yml", ("a",)), Place("a.yml", ("y",)), Place("a.yml", ("x",))]
    located = locate([BAD_DATE.at(place, "m", related=(places[0],)) for place in places], tree)
    assert [str(one.spot) for one in located] == ["a.yml:1:4", "a.yml:2:4", "b.yml:1:4", "b.yml:2:4"]
    assert [one.source_line for one in located] == ["x: 1", "y: 2", "a: 1", "b: 2"]
    assert {one.related for one in located} == {(Spot("b.yml", 2, 4),)}
    assert str(located[0]) == "a.yml:1:4: m [bad-date]"


def test_only_a_file_that_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview locates all warnings of a desk at each edit."""
    asked: list[str] = []

    def counted(path: str, data: bytes, places: list[Place]) -> dict[Place, Spot]:
        asked.append(path)
        return spots_of(path, data, places)

    monkeypatch.setattr(location, "spots_of", counted)
    one, two = (BAD_DATE.at(Place(path, ("published",)), "m") for path in ("a.yml", "b.yml"))
    tree = {"a.yml": b"title: A\npublished: x\n", "b.yml": b"published: x\n"}
    known: KnownSpots = {}
    assert locate([one, two], tree, known) == locate([one, two], tree)
    asked.clear()
    tree["b.yml"] = b"title: B\nat: C\npublished: x\n"
    assert [str(each.spot) for each in locate([one, two], tree, known)] == ["a.yml:2:12", "b.yml:3:12"]
    assert asked == ["b.yml"]
    other = BAD_DATE.at(Place("a.yml", ("title",)), "m")
    assert [str(each.spot) for each in locate([one, other], tree, known)] == ["a.yml:1:8", "a.yml:2:12"]
    assert known.keys() == {"a.yml"}
