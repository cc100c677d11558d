"""Find line and column of places in the data of a YAML file, by reading the file again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import wording
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.repair import prepare, repair
from mkdocs_briefings.parse.yaml import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_briefings.model.problem import Loc, Place
    from mkdocs_briefings.parse.fault import Mark, ValueSpan


def locate(text: str, places: Sequence[Place], *, line_offset: int = 0) -> list[tuple[int, int]]:
    """Return line and column (from 1) of each place in the YAML `text`, above which the file has `line_offset` lines.

    Parts of a `loc` that name nothing are skipped, so that a missing key is placed at its entry. Never raises.
    """
    spans: dict[Loc, ValueSpan] = {}
    if len(text) <= MAX_LENGTH:
        text = prepare(text)[0]
        if compose(text, spans=spans).stop is not None:
            spans.clear()
            compose(repair(text).text, spans=spans)
    rows = text.split("\n")
    found = []
    for place in places:
        if place.line:
            found.append((place.line, place.column or 1))
            continue
        row, column = _find(rows, spans, place)
        found.append((row + 1 + line_offset, column + 1))
    return found


def _find(rows: Sequence[str], spans: Mapping[Loc, ValueSpan], place: Place) -> Mark:
    loc: Loc = ()
    is_named = False
    for part in place.loc:
        # The numbers of a list are integers, but so may be what a model makes of the key `2025`.
        here = next((here for here in ((*loc, part), (*loc, str(part))) if here in spans), None)
        is_named = here is not None
        loc = here or loc
    span = spans.get(loc)
    if span is None:
        return 0, 0
    if span.key is not None and is_named and (place.at_key or span.start == span.end):
        return span.key
    start = _first_word(rows, span)
    return (_near(rows, start, span.end, place) or start) if place.near else start


def _first_word(rows: Sequence[str], span: ValueSpan) -> Mark:
    """Return where a value begins; for a block scalar, that is below its `>-`."""
    row, column = span.start
    if rows[row][column : column + 1] in ("|", ">"):
        for below in range(row + 1, min(span.end[0] + 1, len(rows))):
            if line := rows[below].lstrip():
                return below, len(rows[below]) - len(line)
    return span.start


def _near(rows: Sequence[str], start: Mark, end: Mark, place: Place) -> Mark | None:
    """Find the words that a place names between two others."""
    last = min(end[0], len(rows) - 1)
    inside = [*rows[start[0] : last + 1]]
    inside[-1] = inside[-1][: end[1]] if last == end[0] else inside[-1]
    inside[0] = inside[0][start[1] :]
    text = "\n".join(inside)
    at = wording.find(text, place)
    if at is None:
        return None
    row = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    return start[0] + row, column + (start[1] if row == 0 else 0)
