"""Print problems for people, as GitHub annotations, or as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from mkdocs_briefings.report.location import Located

MOST_ALIKE = 20
"""Problems of one code in one file that are shown; JSON and SARIF have all of them, for programs read those."""
_MOST = 160
_CONTROL = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Rest:
    """Problems of one code in one file that are not shown, because there are so many of them."""

    path: str
    code: str
    severity: str
    count: int

    def __str__(self) -> str:
        return f"{self.path}: {self.severity}: and {self.count} more [{self.code}]"


def shortened(located: Sequence[Located], most: int = MOST_ALIKE) -> tuple[list[Located], list[Rest]]:
    """Leave out what a file has too many of: of each code the first ones are shown, of the rest the number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    shown = []
    for one in located:
        kind = (one.spot.path, one.problem.rule.code, one.problem.rule.severity.value)
        seen[kind] += 1
        if seen[kind] <= most:
            shown.append(one)
    return shown, [Rest(*kind, count - most) for kind, count in seen.items() if count > most]


def people(located: Sequence[Located], console: Console) -> None:
    """Print each problem with its line, a caret and what to do; `shortened`."""
    located, left_out = shortened(located)
    for one in located:
        style = "bold red" if one.problem.is_error else "bold yellow"
        console.print(
            Text.assemble(
                (visible(str(one.spot)), "bold"),
                ": ",
                (one.problem.rule.severity.value, style),
                f": {visible(one.problem.message)} ",
                (f"[{one.problem.rule.code}]", "dim"),
            ),
            soft_wrap=True,
        )
        if one.source_line.strip():
            shown, caret = _window(one.source_line, one.spot.column)
            console.print(Text(f"  {one.spot.line:>5} | {shown}", "dim"), soft_wrap=True)
            console.print(Text.assemble((f"        | {' ' * caret}", "dim"), ("^", style)), soft_wrap=True)
        console.print(Text(f"        = {visible(one.problem.hint)}"), soft_wrap=True)
        for spot in one.related:
            console.print(Text(f"        see {visible(str(spot))}", "dim"), soft_wrap=True)
    for rest in left_out:
        console.print(Text(visible(str(rest)), "bold"), soft_wrap=True)


def plain(located: Sequence[Located]) -> str:
    """Return one line for each problem and its remedy below, for logs; `shortened`."""
    located, left_out = shortened(located)
    told = [
        visible(
            f"{one.spot}: {one.problem.rule.severity.value}: {one.problem.message} [{one.problem.rule.code}]"
        )
        + "".join(f"\n    {visible(line)}" for line in (one.problem.hint, *(f"see {s}" for s in one.related)))
        for one in located
    ]
    return "\n".join((*told, *(visible(str(rest)) for rest in left_out)))


def github(located: Sequence[Located]) -> str:
    """Return GitHub's workflow commands, which it shows beside the lines of a pull request; `shortened`."""
    located, left_out = shortened(located)
    told = [
        f"::{'notice' if one.problem.key else one.problem.rule.severity.value} file={_property(one.spot.path)},line={one.spot.line},col={one.spot.column},"
        f"title={_property(one.problem.rule.code)}::{_data(f'{one.problem.message}. {one.problem.hint}')}"
        for one in located
    ]
    told += [
        f"::{'notice' if rest.severity == 'doubt' else rest.severity} file={_property(rest.path)},title={_property(rest.code)}::{_data(f'and {rest.count} more')}"
        for rest in left_out
    ]
    return "\n".join(told)


def as_json(located: Sequence[Located]) -> str:
    """Return all problems as a JSON list."""
    return json_text(
        [
            {
                "path": one.spot.path,
                "line": one.spot.line,
                "column": one.spot.column,
                "severity": one.problem.rule.severity.value,
                "code": one.problem.rule.code,
                "message": one.problem.message,
                "hint": one.problem.hint,
                "related": [{"path": s.path, "line": s.line, "column": s.column} for s in one.related],
            }
            for one in located
        ],
        indent=2,
    )


def json_text(value: object, *, indent: int = 1) -> str:
    """Write JSON that commands no terminal: control characters stand in it by their numbers."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROL.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long line around its column; give where the caret goes."""
    line = visible(line.replace("\t", " "))
    start = max(0, column - 1 - _MOST // 2) if len(line) > _MOST else 0
    return line[start : start + _MOST], cell_len(line[start : column - 1])


def visible(text: str) -> str:
    """Show what would command a terminal, or end the line, as what it is: not a letter."""
    return _CONTROL.sub("\ufffd", text)


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
