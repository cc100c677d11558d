"""Repair faulty YAML line by line so that it can be read, and collect the errors.

The repaired text serves to find further faults and the places of values; it is never published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.compose import Composed, Stop, compose
from mkdocs_briefings.parse.conflict import without_conflicts
from mkdocs_briefings.parse.fault import YamlFault
from mkdocs_briefings.parse.mending import diagnose
from mkdocs_briefings.parse.mending.finding import NO_COLON, Finding
from mkdocs_briefings.parse.mending.spaces import of_lines
from mkdocs_briefings.parse.scalars import FORBIDDEN

if TYPE_CHECKING:
    from mkdocs_briefings.parse.fault import Mark
    from mkdocs_briefings.parse.mending.lines import Rows

_MOST_REPAIRS = 50
_MOST_READ = 1_500_000
"""In characters, over all attempts: some three seconds at worst."""

_BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What could be read in the end, and the text that it was read from."""

    data: Any
    text: str
    faults: tuple[YamlFault, ...]
    """In no order; sometimes more than one for a line, the gravest first."""


def prepare(text: str) -> tuple[str, tuple[YamlFault, ...]]:
    r"""Put what cannot matter into one form: line ends (``\n``), blank lines, a byte order mark at the start.

    Characters that YAML refuses become spaces; the first of a line is a fault. So is a merge conflict, of which
    the first version stays.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # ruamel refuses a block scalar whose first line is white space only.
    text, conflicts = without_conflicts(_BLANK.sub("", text.removeprefix("\ufeff")))
    if not FORBIDDEN.search(text):
        return text, conflicts
    faults = [*conflicts]
    for row, line in enumerate(text.split("\n")):
        if match := FORBIDDEN.search(line):
            message = f"There is an invisible character here, U+{ord(match[0]):04X}"
            faults.append(YamlFault(yaml_codes.CONTROL_CHARACTER, (row, match.start()), message))
    return FORBIDDEN.sub(" ", text), tuple(faults)


def repair(text: str) -> Repaired:
    """Read a prepared text; where YAML stops, find out why, fix it, and read again."""
    rows = tuple(text.split("\n"))
    composed = compose(text)
    found: list[YamlFault] = []
    mended: set[int] = set()
    read = 0
    while composed.stop is not None and len(found) < _MOST_REPAIRS:
        finding, attempt, tries = _mend(rows, composed.stop, (_MOST_READ - read) // (len(text) + 1))
        read += tries * (len(text) + 1)
        # What was fixed in one place can look odd to YAML in another: one fault a line is enough.
        if finding.fault.at[0] not in mended:
            found.append(finding.fault)
        if attempt is None:
            break
        mended |= {row for row, line in enumerate(finding.rows) if line != rows[row]}
        rows, composed = finding.rows, attempt
    for fault in composed.faults:
        # YAML reads on, but what was meant to be within an entry is beside it.
        if fault.rule is yaml_codes.ODD_SPACE and fault.at[0] not in mended:
            finding = of_lines(rows, *fault.at)
            attempt = compose("\n".join(finding.rows))
            found.append(finding.fault)
            mended |= {row for row, line in enumerate(finding.rows) if line != rows[row]}
            rows, composed = (finding.rows, attempt) if attempt.stop is None else (rows, composed)
    found += (fault for fault in composed.faults if fault.at[0] not in mended)
    data = composed.data if composed.stop is None else None
    return Repaired(data, "\n".join(rows), tuple(found))


def _mend(rows: Rows, stop: Stop, most: int) -> tuple[Finding, Composed | None, int]:
    """Try at most `most` explanations; the first that gets reading on, or else the likeliest and None."""
    likeliest: Finding | None = None
    tries = 0
    for finding in diagnose(rows, stop):
        likeliest = likeliest or finding
        if tries >= most:
            break
        tries += 1
        attempt = compose("\n".join(finding.rows))
        if attempt.stop is None or _gets_on(rows, stop, finding, attempt.stop):
            return finding, attempt, tries
    if likeliest is None:
        likeliest = Finding(YamlFault(yaml_codes.SYNTAX, stop.at, stop.problem), rows)
    return likeliest, None, tries


def _gets_on(rows: Rows, stop: Stop, finding: Finding, later: Stop) -> bool:
    """Return whether YAML stops farther down than before, or at another thing if it had skipped the fault."""
    at, before = _whence(later), _whence(stop)
    if finding.far:
        is_other = (later.at, later.context_at, later.problem) != (stop.at, stop.context_at, stop.problem)
        return is_other and at[0] > finding.fault.at[0]
    if at[0] != before[0]:
        return at[0] > before[0]
    # Mending adds characters to the line: what counts is how much of it is left.
    return len(finding.rows[at[0]]) - at[1] < len(rows[before[0]]) - before[1]


def _whence(stop: Stop) -> Mark:
    """Return the place that YAML could not get beyond; it misses the colon of a line only in a later one."""
    return stop.context_at if stop.problem == NO_COLON else stop.at
