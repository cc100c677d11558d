"""Diagnose values: texts that YAML reads as syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import YamlFault, shown
from mkdocs_briefings.parse.mending import commas, lines
from mkdocs_briefings.parse.mending.finding import STRAY_COLON, Finding, row_of, the_value
from mkdocs_briefings.parse.reading import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.parse.compose import Stop
    from mkdocs_briefings.parse.fault import Mark

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_INDICATOR = re.compile(r"[\[\]{},*&!%@`|>]|[-?](?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"\s+(?P<here>#)")


def escape(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a backslash in double quotation marks that is meant as one."""
    if "escape" not in stop.problem and not stop.problem.startswith(("chr()", "Python int too large")):
        return
    row, column = stop.at
    column -= "unknown" not in stop.problem
    message = (
        rf"`\{shown(rows[row][column : column + 1])}` is not a valid escape inside double quotation marks"
    )
    hint = "Use single quotation marks: inside them a backslash is an ordinary character."
    mended = lines.insert(rows, (row, column), "\\")
    yield Finding(YamlFault(yaml_codes.SYNTAX, (row, max(0, column - 1)), message, hint), mended)


def open_quote(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a quotation mark that is not closed, or only in an entry below."""
    if stop.context.endswith("quoted scalar"):
        start = stop.context_at
    elif stop.scalar and stop.scalar.style in ("'", '"'):
        start = stop.scalar.start
        if stop.scalar.end[0] <= lines.last_of(rows, start[0], lines.entry(rows[start[0]]).parent):
            return
    else:
        return
    if stop.flow is None and lines.entry(rows[start[0]]).parent < 0:
        mended = lines.blank(rows, start[0], start[0])  # the mark opens a key
    elif stop.flow is None:
        mended = lines.quote_value(rows, start)
    else:
        mended = lines.quote(rows, start, (start[0], _part(rows[start[0]], start[1], start[1] + 1)[1]))
    message = "This quotation mark is not closed within the value"
    yield Finding(YamlFault(yaml_codes.LEADING_QUOTE, start, message), mended, far=True)


def flow(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look into an open `[` or `{`: is it one, is it closed, and which of its parts is odd."""
    if stop.flow is None:
        return
    row, column = stop.flow
    here = lines.entry(rows[row])
    mended = lines.quote_value(rows, stop.flow)
    opening = rows[row][column : column + 2]
    # A list of voices is as usual as a single one; a list of titles or notes is not.
    is_prose = here.key in PROSE and here.key != "said_by" and here.value_at == column
    is_open = stop.at[0] > lines.last_of(rows, row, here.parent) and rows[stop.at[0]].lstrip()[:1] not in {
        "]",
        "}",
    }
    if is_prose and (is_open or opening in {"[[", "[@"} or opening[0] == "{"):
        yield _leading(here, stop.flow, mended, far=is_open)
    elif is_open:
        yield Finding(
            YamlFault(yaml_codes.SYNTAX, stop.flow, f"This `{opening[0]}` is not closed"),
            mended,
            far=True,
        )
    else:
        yield from _odd_part(rows, stop.at, column if stop.at[0] == row else 0)
        yield Finding(
            YamlFault(
                yaml_codes.SYNTAX,
                stop.at,
                f"Something inside the `{opening[0]}` that opens above or before is not valid YAML",
            ),
            mended,
        )


def _odd_part(rows: lines.Rows, at: Mark, begin: int) -> Iterator[Finding]:
    row, column = at
    left, right = _part(rows[row], begin, column)
    part = lines.entry(rows[row][left:right].rstrip())
    if not part.value:
        return
    start = (row, left + part.value_at)
    mended = lines.quote(rows, start, (row, start[1] + len(part.value)))
    yield from commas.between(part, *start, rows)
    if part.value[0] in "'\"":
        yield _goes_on(part, start, mended)
    elif _INDICATOR.match(part.value):
        yield _leading(part, start, mended)
    elif inner := _COLON.search(part.value):
        yield _colon(part, (row, start[1] + inner.start()), mended)


def _part(line: str, begin: int, column: int) -> tuple[int, int]:
    """Find the part between two of `[ ] { } ,` that `column` lies in, leaving quoted ones alone."""
    start = at = begin
    fresh = True
    while at < len(line):
        char = line[at]
        close = line.find(char, at + 1) if fresh and char in "'\"" else -1
        if close > 0:
            at, fresh = close, False
        elif char in "[]{},":
            if start <= column <= at and start < at:
                return start, at
            start, fresh = at + 1, True
        elif not char.isspace():
            fresh = char == ":"
        at += 1
    return start, len(line)


def commented(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a comment within a text that goes on below it."""
    scalar, row = stop.scalar, row_of(stop)
    if scalar is None or scalar.style or stop.flow or row <= scalar.end[0]:
        return
    if row > lines.last_of(rows, scalar.end[0], lines.entry(rows[scalar.start[0]]).parent):
        return
    at = _comment(rows, scalar.end, row)
    if at is not None:
        message = "YAML reads this as a comment, which cuts off the text that continues below"
        yield Finding(YamlFault(yaml_codes.COMMENT_CUTS, at, message), lines.quote_value(rows, scalar.start))


def _comment(rows: lines.Rows, after: Mark, before: int) -> Mark | None:
    row, column = after
    if match := _COMMENT.match(rows[row], column):
        return row, match.start("here")
    idle = (below for below in range(row + 1, before) if rows[below].lstrip().startswith("#"))
    return next(((below, lines.indent(rows[below])) for below in idle), None)


def value_start(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look at the beginning of the value in which YAML stopped."""
    row = lines.head_of(rows, row_of(stop))
    here = lines.entry(rows[row])
    if stop.flow or not here.value or _BLOCK_HEADER.match(here.value):
        return
    if here.parent < 0 and any(not lines.is_idle(other) for other in (*rows[:row], *rows[row + 1 :])):
        return  # it is where keys stand, and is no value
    start = (row, here.value_at)
    if here.value.startswith("- ") and row + 1 < len(rows) and rows[row + 1].lstrip().startswith("- "):
        # The first item of a list that goes on below: not a text, but out of place all the same.
        yield _leading(here, start, lines.put(rows, row, rows[row][: here.value_at]))
    if here.value[0] in "'\"":
        yield _goes_on(here, start, lines.quote_value(rows, start))
    elif _INDICATOR.match(here.value):
        yield _leading(here, start, lines.quote_value(rows, start))


def colon(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a colon in a text without quotation marks."""
    if not stop.problem.startswith(STRAY_COLON) or stop.scalar is None:
        return
    start = stop.scalar.start
    here = lines.entry(rows[start[0]])
    # Words above all keys are no value: they lack a colon themselves.
    if here.key or here.parent >= lines.indent(rows[start[0]]) or lines.head_of(rows, start[0]) != start[0]:
        yield _colon(here, stop.at, lines.quote_value(rows, start))


def _colon(here: lines.LineParts, at: Mark, rows: lines.Rows) -> Finding:
    return Finding(
        YamlFault(yaml_codes.UNQUOTED_COLON, at, f"{the_value(here)} contains a colon followed by a space"),
        rows,
    )


def _goes_on(here: lines.LineParts, at: Mark, rows: lines.Rows) -> Finding:
    message = f"{the_value(here)} continues after its closing quotation mark"
    return Finding(YamlFault(yaml_codes.LEADING_QUOTE, at, message), rows)


def _leading(here: lines.LineParts, at: Mark, rows: lines.Rows, *, far: bool = False) -> Finding:
    sign = "a backtick" if here.value[0] == "`" else f"`{here.value[0]}`"
    return Finding(
        YamlFault(
            yaml_codes.LEADING_INDICATOR,
            at,
            f"{the_value(here)} begins with {sign}, which has a meaning in YAML",
        ),
        rows,
        far=far,
    )
