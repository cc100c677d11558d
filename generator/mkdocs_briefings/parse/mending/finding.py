"""The result of a diagnosis of faulty YAML, and words that the diagnoses share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.parse.fault import YamlFault, shown

if TYPE_CHECKING:
    from mkdocs_briefings.parse.compose import Stop
    from mkdocs_briefings.parse.mending.lines import LineParts, Rows

NO_COLON = "could not find expected ':'"
STRAY_COLON = "mapping values are not allowed"
NO_END = "expected <block end>"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the lines without it."""

    fault: YamlFault
    rows: Rows
    far: bool = False
    """YAML stumbled a good way behind the fault, so that the next one may lie before that point."""


def row_of(stop: Stop) -> int:
    """Return the row at fault: a line that lacks its colon is only missed below it."""
    return stop.context_at[0] if stop.problem == NO_COLON else stop.at[0]


def the_value(here: LineParts) -> str:
    """Name the value of a line, to begin a sentence with."""
    return f"The value of `{shown(here.key)}`" if here.key else "This value"
