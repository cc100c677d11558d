"""Find missing commas between the entries of a mapping in braces."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import YamlFault, shown
from mkdocs_briefings.parse.mending import lines
from mkdocs_briefings.parse.mending.finding import Finding
from mkdocs_briefings.parse.reading import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.parse.compose import Stop

HINT = "Put a comma between the entries in braces: `{a: x, b: y}`."
_NEXT_KEY = re.compile(r"""(?P<value>"[^"]*"|'[^']*'|[^"'].*?)(?P<gap>\s+)(?P<key>[\w-]+):(?:\s|$)""")
_ENDED = ("{", "[", ",", ":")


def between(part: lines.LineParts, row: int, start: int, rows: lines.Rows) -> Iterator[Finding]:
    """Look for a second key within what should be one value, which begins at `start`."""
    match = _NEXT_KEY.match(part.value) if part.key else None
    # A sentence may well hold a word with a colon; that it is a field makes it an entry.
    if match is None or (
        part.key in PROSE and match["value"][0] not in "'\"" and match["key"] not in _fields()
    ):
        return
    at = (row, start + match.end("value"))
    message = f"A comma is missing before `{shown(match['key'])}`"
    yield Finding(YamlFault(yaml_codes.SYNTAX, at, message, HINT), lines.insert(rows, at, ","))


def above(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a line above that should end with a comma."""
    if stop.flow is None or not lines.opens_entry(rows[stop.at[0]]):
        return
    head = stop.flow[0]
    if stop.at[0] > lines.last_of(rows, head, lines.entry(rows[head]).parent):
        return  # it is not closed
    for row in range(stop.at[0] - 1, head - 1, -1):
        if lines.is_idle(rows[row]):
            continue
        end = len(rows[row].rstrip())
        if not rows[row].rstrip().endswith(_ENDED):
            fault = YamlFault(
                yaml_codes.SYNTAX, (row, end), "A comma is missing at the end of this line", HINT
            )
            yield Finding(fault, lines.insert(rows, (row, end), ","), far=True)
        return


@cache
def _fields() -> frozenset[str]:
    """Name all fields that files of a desk can have."""
    from pydantic import BaseModel  # noqa: PLC0415, only when something is wrong

    from mkdocs_briefings.parse import schema  # noqa: PLC0415

    models = (one for one in vars(schema).values() if isinstance(one, type) and issubclass(one, BaseModel))
    return frozenset(field.alias or name for model in models for name, field in model.model_fields.items())
