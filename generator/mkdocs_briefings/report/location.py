"""Find line and column of each problem; only files with problems are read again."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from mkdocs_briefings.parse import positions, seed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping

    from mkdocs_briefings.model.problem import Place, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as an editor goes to it; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


KnownSpots: TypeAlias = "MutableMapping[str, tuple[bytes, Mapping[Place, Spot]]]"
"""What was located in each file, by its path, with the bytes in which it was."""


@dataclass(frozen=True, slots=True)
class Located:
    """A problem with its place."""

    spot: Spot
    problem: Problem
    related: tuple[Spot, ...]
    source_line: str
    """The offending line, or nothing."""

    def __str__(self) -> str:
        return f"{self.spot}: {self.problem.message} [{self.problem.rule.code}]"


def below(folder: str, located: Iterable[Located]) -> list[Located]:
    """Return problems with paths as they are seen from a folder above: `folder` leads to the desk, with a slash, or is empty."""

    def moved(spot: Spot) -> Spot:
        return replace(spot, path=f"{folder}{spot.path}")

    return [replace(one, spot=moved(one.spot), related=tuple(map(moved, one.related))) for one in located]


def locate(
    problems: Iterable[Problem], tree: Mapping[str, bytes], known: KnownSpots | None = None
) -> list[Located]:
    """Locate problems, sorted by place.

    Args:
        problems: what is wrong.
        tree: the files that they are about.
        known: what was located before; holds what was located now after it, and nothing else.

    """
    found = list(problems)
    places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for problem in found:
        for place in (problem.place, *problem.related):
            places[place.path][place] = None
    spots: dict[Place, Spot] = {}
    before = dict(known or {})
    if known is not None:
        known.clear()
    lines: dict[str, list[str]] = {}
    for path, wanted in places.items():
        data = tree.get(path, b"")
        text = data.removeprefix(seed.BOM).decode("utf-8", "replace")
        lines[path] = text.split("\n") if path.endswith(".txt") else _LINE_END.split(text)
        read, here = before.get(path, (b"", {}))
        if read != data or not wanted.keys() <= here.keys():
            here = spots_of(path, data, list(wanted))
        if known is not None:
            known[path] = data, here
        spots |= here
    located = [
        Located(
            spots[problem.place],
            problem,
            tuple(spots[place] for place in problem.related),
            _line(lines[problem.place.path], spots[problem.place].line),
        )
        for problem in found
    ]
    return sorted(located, key=lambda one: (one.spot.path, one.spot.line, one.spot.column, str(one)))


def spots_of(path: str, data: bytes, places: list[Place]) -> dict[Place, Spot]:
    """Locate places in one file."""
    known = {place: Spot(path, place.line, max(place.column, 1)) for place in places if place.line}
    open_ = [place for place in places if not place.line and place.loc]
    known |= {place: Spot(path, 1, 1) for place in places if not place.line and not place.loc}
    if open_:
        text, offset = _yaml_of(path, data)
        marks = positions.locate(text, open_, line_offset=offset)
        known |= {place: Spot(path, *mark) for place, mark in zip(open_, marks, strict=True)}
    return known


def _yaml_of(path: str, data: bytes) -> tuple[str, int]:
    if path.endswith(".txt"):
        try:
            return seed.split(data).front or "", 1
        except UnicodeDecodeError:
            return "", 0
    return data.removeprefix(seed.BOM).decode("utf-8", "replace"), 0


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""
