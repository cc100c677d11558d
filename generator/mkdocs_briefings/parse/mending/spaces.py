"""Find characters that look like spaces where YAML needs a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.parse.mending.finding import Finding
from mkdocs_briefings.parse.oddspace import ODD, ODD_SPACE, odd_space_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.parse.compose import Stop
    from mkdocs_briefings.parse.mending import lines

_SPACE = rf"[ {ODD}]"
_LINE = re.compile(rf"(?P<lead>{_SPACE}*(?:-{_SPACE}+)*)(?:[\w-]+:(?P<after>{_SPACE}+))?")
_FARTHEST = 50
"""Lines above the place where YAML stops."""


def odd_space(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for lines that begin with such characters, or have one behind their key."""
    last = min(stop.at[0], len(rows) - 1)
    near = range(last, max(-1, last - _FARTHEST), -1)
    row = next((row for row in near if _at(rows[row]) is not None), 0)
    while row and _at(rows[row - 1]) is not None:
        row -= 1
    if (at := _at(rows[row])) is not None:
        yield of_lines(rows, row, at)


def of_lines(rows: lines.Rows, row: int, at: int) -> Finding:
    """Tell of such a character, and fix its line with those below that have one, too."""
    last = row
    while last + 1 < len(rows) and _at(rows[last + 1]) is not None:
        last += 1
    mended = (*rows[:row], *map(_plain, rows[row : last + 1]), *rows[last + 1 :])
    return Finding(odd_space_fault(rows[row], (row, at)), mended, far=True)


def _at(line: str) -> int | None:
    match = _LINE.match(line)
    for group in ("lead", "after") if match else ():
        if match and match[group] and (one := ODD_SPACE.search(match[group])):
            return match.start(group) + one.start()
    return None


def _plain(line: str) -> str:
    match = _LINE.match(line)
    end = match.end() if match else 0
    return ODD_SPACE.sub(" ", line[:end]) + line[end:]
