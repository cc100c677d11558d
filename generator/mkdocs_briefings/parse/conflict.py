"""Report each git merge conflict once, and read on with its first version."""

from __future__ import annotations

import re

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import YamlFault

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?=[ \r]|$)")
_OPENS, _BASE, _PARTS, _CLOSES = "<" * 7, "|" * 7, "=" * 7, ">" * 7


def without_conflicts(text: str) -> tuple[str, tuple[YamlFault, ...]]:
    """Blank the marks of conflicts, and all but the first version of each; the number of lines stays."""
    if _OPENS not in text and _CLOSES not in text:
        return text, ()
    rows = text.split("\n")
    marks = {row: match[1] for row, line in enumerate(rows) if (match := _MARK.match(line))}
    if not {_OPENS, _CLOSES} & set(marks.values()):
        return text, ()
    faults: list[YamlFault] = []
    begun: int | None = None
    left_from: int | None = None
    for row, mark in marks.items():
        rows[row] = ""
        if mark == _OPENS or (mark == _CLOSES and begun is None):
            faults.append(YamlFault(yaml_codes.MERGE_CONFLICT, (row, 0), _MESSAGE))
        if mark == _OPENS:
            begun, left_from = row, None
        elif mark in (_BASE, _PARTS) and begun is not None:
            left_from = row if left_from is None else left_from
        elif mark == _CLOSES:
            if left_from is not None:
                rows[left_from:row] = [""] * (row - left_from)
            begun = left_from = None
    return "\n".join(rows), tuple(faults)


_MESSAGE = "Git could not merge two versions of these lines and left both here"
