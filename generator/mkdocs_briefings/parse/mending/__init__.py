"""Diagnose why YAML stopped, one function for each usual cause, and repair it so that reading can go on.

A look yields findings, the likeliest first. A finding that does not get reading on is dropped, so a look
may guess; what nothing explains is told in YAML's own terms by the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.parse.mending.commas import above
from mkdocs_briefings.parse.mending.misplaced import anything, first_key, glued, indentation, no_colon, tab
from mkdocs_briefings.parse.mending.spaces import odd_space
from mkdocs_briefings.parse.mending.values import colon, commented, escape, flow, open_quote, value_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.parse.compose import Stop
    from mkdocs_briefings.parse.mending.finding import Finding
    from mkdocs_briefings.parse.mending.lines import Rows

_LOOKS = (
    tab,
    odd_space,
    escape,
    open_quote,
    above,
    flow,
    commented,
    value_start,
    glued,
    first_key,
    indentation,
    colon,
    no_colon,
    anything,
)


def diagnose(rows: Rows, stop: Stop) -> Iterator[Finding]:
    """Explain a stop, the likeliest explanation first."""
    for look in _LOOKS:
        yield from look(rows, stop)
