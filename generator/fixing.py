"""Remedies for the faults that have exactly one, and a safe one: no judgement, no word of a statement changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator import baseline, sealing
from generator.codes import desk as desk_codes
from generator.codes import files as file_codes
from generator.codes import references as codes
from generator.parse import seed
from generator.parse.compose import compose
from generator.parse.repair import prepare
from generator.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.parse.fault import Mark, Span
    from generator.problem import Loc, Problem
    from generator.settings import Settings

_LINE = re.compile(r"\r\n|\r|\n")
_LAST_VOICE = re.compile(r"""\s*>[^>'"]*?(?=\s*['"]?\s*\Z)""")


def fixed(
    tree: Mapping[str, bytes], problems: Iterable[Problem], settings: Settings
) -> tuple[dict[str, bytes | None], list[str]]:
    """Give the files that mending changes, by path (None for one that goes), and what was mended, in words.

    Mended are sources without a seal, a publisher typed at the end of a chain, and lines of the baseline whose
    warning no longer occurs.
    """
    made: dict[str, bytes | None] = {}
    told: list[str] = []
    stale: set[int] = set()
    for problem in problems:
        place = problem.place
        data = made.get(place.path) or tree.get(place.path, b"")
        new: bytes | None = None
        if problem.rule is file_codes.SEAL_MISSING:
            new = sealing.seal(data)
        elif problem.rule is codes.PUBLISHER_TYPED:
            new = _without_publisher(place.path, data, place.loc)
        elif problem.rule is desk_codes.BASELINE_STALE:
            stale.add(place.line)
            told.append(f"{place.path}: {problem.message}: line removed")
        if new is not None:
            made[place.path] = new
            words = (
                "sealed"
                if problem.rule is file_codes.SEAL_MISSING
                else f"{problem.message}: removed from the chain"
            )
            told.append(f"{place.path}: {words}")
    if stale:
        path = baseline.path(settings)
        made[path] = _without_lines(tree[path], stale)
    return made, told


def _without_lines(data: bytes, lines: set[int]) -> bytes | None:
    left = [
        line
        for n, line in enumerate(data.decode("utf-8", "replace").splitlines(keepends=True), 1)
        if n not in lines
    ]
    is_empty = all(not line.strip() or line.startswith("#") for line in left)
    return None if is_empty else "".join(left).encode()


def _without_publisher(path: str, data: bytes, loc: Loc) -> bytes | None:
    """Take the last voice off a chain of several, where it stands; None where that is not plainly possible."""
    text = data.decode("utf-8")
    before = load(path, text.removeprefix(seed.BOM.decode()))
    if before.problems or text.startswith(seed.BOM.decode()):
        return None
    here = _at(before.data, loc)
    if isinstance(here, list):
        loc, here = (*loc, 0), here[0]
    if not isinstance(here, str) or ">" not in here:
        return None
    spans: dict[Loc, Span] = {}
    compose(prepare(text)[0], spans=spans)
    starts = [0, *(match.end() for match in _LINE.finditer(text))]

    def offset(mark: Mark) -> int:
        return min(starts[mark[0]] + mark[1], len(text))

    start, end = offset(spans[loc].start), offset(spans[loc].end)
    made = text[:start] + _LAST_VOICE.sub("", text[start:end]) + text[end:]
    after = load(path, made)
    wanted = here.rpartition(">")[0].rstrip()
    is_mended = not after.problems and _replaced(before.data, loc, wanted) == after.data
    return made.encode() if is_mended else None


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _replaced(data: Any, loc: Loc, value: str) -> Any:
    if not loc:
        return value
    first, *rest = loc
    if isinstance(data, list):
        return [_replaced(one, tuple(rest), value) if n == first else one for n, one in enumerate(data)]
    return {key: _replaced(one, tuple(rest), value) if key == first else one for key, one in data.items()}
