"""Diagnose whole lines: in the wrong column, or not entries at all."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import YamlFault
from mkdocs_briefings.parse.mending import lines
from mkdocs_briefings.parse.mending.finding import NO_COLON, NO_END, STRAY_COLON, Finding, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.parse.compose import ScalarSpan, Stop

_GLUED_KEY = re.compile(r"\s*(?:-\s+)*[A-Za-z0-9_-]+(?P<after>:)(?=\S)")
_GLUED_ITEM = re.compile(r"\s*(?P<after>-)(?=[^\s-])")
_OTHER_COLUMN = "This line does not begin in the same column as the entries around it"
_TAB_WIDTHS = (2, 4, 8)
_OPENERS = frozenset({"", "|", ">", "|-", ">-"})
_FOUND = re.compile(r"but (?:found|got) \(?('.*')")
_TOKENS = {
    "'<scalar>'": "a text",
    "'<stream end>'": "the end of the file",
    "'<document start>'": "`---`",
    "'<document end>'": "`...`",
    "'-'": "a list item",
    "'<block sequence start>'": "a list item",
    "'<block mapping start>'": "a key",
    "'?'": "a key",
    "'<alias>'": "`*`",
    "'<anchor>'": "`&`",
    "'<tag>'": "`!`",
}
_NO_TOKEN = re.compile(r"character '(.)' that cannot start")
_WORDS = {
    STRAY_COLON: "there is a colon where no key is allowed",
    NO_COLON: "a colon is missing before this point",
    "sequence entries": "there is a list where none is allowed",
    "mapping keys": "there is a `? ` where no key is allowed",
    "found unexpected end of stream": "a quotation mark is never closed",
    "found unexpected document separator": "a quotation mark above is not closed",
}


def tab(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for tabs; several lines in a row are one problem."""
    if r"'\t'" not in stop.problem:
        return
    first = last = stop.at[0]
    while _is_tabbed(rows[first]) and last + 1 < len(rows) and _is_tabbed(rows[last + 1]):
        last += 1
    message = "There is a tab here where YAML needs spaces"
    if last > first:
        message += ", and in the next line" + (f"s ({last - first})" if last - first > 1 else "")
    for width in _likeliest_widths(rows, first):
        yield Finding(YamlFault(yaml_codes.TAB, stop.at, message), _untabbed(rows, first, last, width))


def _likeliest_widths(rows: lines.Rows, row: int) -> list[int]:
    """Order the widths of a tab: first the one that puts the line where the one above it wants it."""
    above = next((other for other in reversed(rows[:row]) if not lines.is_idle(other)), "")
    wanted = lines.indent(above) + (_usual_step(rows) if lines.entry(above).value in _OPENERS else 0)
    return sorted(
        _TAB_WIDTHS, key=lambda width: abs(lines.indent(_untabbed(rows, row, row, width)[row]) - wanted)
    )


def _is_tabbed(row: str) -> bool:
    return "\t" in row[: len(row) - len(row.lstrip(" \t"))]


def _untabbed(rows: lines.Rows, first: int, last: int, width: int) -> lines.Rows:
    mended = []
    for line in rows[first : last + 1]:
        text = line.lstrip(" \t")
        lead = line[: len(line) - len(text)]
        mended.append(lead.replace("\t", " " * width) + text.replace("\t", " "))
    return (*rows[:first], *mended, *rows[last + 1 :])


def glued(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a line that is not an entry because a space is missing."""
    row = _keyless(stop)
    if stop.flow is not None or lines.entry(rows[row]).key:
        return
    for pattern, sign in ((_GLUED_KEY, "colon"), (_GLUED_ITEM, "dash")):
        if match := pattern.match(rows[row]):
            at = (row, match.start("after"))
            fault = YamlFault(yaml_codes.SYNTAX, at, f"A space is missing after the {sign}")
            yield Finding(fault, lines.insert(rows, (row, at[1] + 1), " "))


def _keyless(stop: Stop) -> int:
    """Return the line whose missing key YAML stumbles over: it takes the next key for a part of a text."""
    is_swallowed = stop.problem.startswith(STRAY_COLON) and stop.scalar is not None
    return stop.scalar.start[0] if is_swallowed and stop.scalar else row_of(stop)


def first_key(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look whether this line is where it should, and the first one of its block does not."""
    row = row_of(stop)
    if stop.flow is not None or not lines.opens_entry(rows[row]):
        return
    if stop.problem.startswith(STRAY_COLON) and not _is_swallowed(stop, row):
        return
    here = lines.indent(rows[row])
    top, expected = row, 0
    for above in range(row - 1, -1, -1):
        if lines.is_idle(rows[above]):
            continue
        if lines.indent(rows[above]) < here and not lines.entry(rows[above]).value:
            expected = lines.indent(rows[above]) + _usual_step(rows)
            break
        if rows[above].lstrip().startswith("- "):
            return  # where its keys begin is another matter
        top = above
    if here == expected != lines.indent(rows[top]):
        mended = lines.shift(rows, top, row - 1, expected - lines.indent(rows[top]))
        fault = YamlFault(yaml_codes.INDENT, (top, lines.indent(rows[top])), _OTHER_COLUMN)
        yield Finding(fault, mended, far=True)


def _usual_step(rows: lines.Rows) -> int:
    """Count by how many columns this file indents the keys of an entry, mostly."""
    busy = [row for row in rows if not lines.is_idle(row)]
    steps = Counter(
        lines.indent(below) - lines.indent(above)
        for above, below in pairwise(busy)
        if lines.indent(below) > lines.indent(above)
        and lines.opens_entry(below)
        and not lines.entry(above).value
    )
    return steps.most_common(1)[0][0] if steps else 2


def indentation(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a line in the wrong column."""
    row = row_of(stop)
    if stop.flow is not None:
        return
    is_entry = lines.opens_entry(rows[row]) or rows[row].lstrip().startswith("- ")
    is_colon = stop.problem.startswith(STRAY_COLON) and _is_swallowed(stop, row)
    if is_entry and (is_colon or stop.problem.startswith(NO_END)):
        yield from _entry_moved(rows, row, stop)
    elif stop.scalar is not None and not is_entry and stop.problem.startswith((NO_COLON, NO_END)):
        yield from _text_moved(rows, row, stop.scalar)


def _is_swallowed(stop: Stop, row: int) -> bool:
    """Return whether YAML took this line for a part of a text that begins above it."""
    return stop.scalar is not None and not stop.scalar.style and stop.scalar.start[0] < row


def _entry_moved(rows: lines.Rows, row: int, stop: Stop) -> Iterator[Finding]:
    here = lines.indent(rows[row])
    columns = {*stop.columns, *_columns_above(rows, row)} - {here}
    last = row
    for below in range(row + 1, len(rows)):
        if rows[below].strip() and (lines.indent(rows[below]) < here or lines.indent(rows[below]) in columns):
            break
        last = below
    nearest = sorted(columns, key=lambda column: (abs(column - here), -column))
    for column in nearest:
        yield Finding(
            YamlFault(yaml_codes.INDENT, (row, here), _OTHER_COLUMN),
            lines.shift(rows, row, last, column - here),
        )


def _columns_above(rows: lines.Rows, row: int) -> set[int]:
    """Collect where the entries of the same kind (key, item) begin that lead to this line."""
    is_item = rows[row].lstrip().startswith("- ")
    least = len(rows[row])
    columns = set()
    for above in range(row - 1, -1, -1):
        column = lines.indent(rows[above])
        if not lines.is_idle(rows[above]) and column < least:
            least = column
            if rows[above].lstrip().startswith("- ") == is_item:
                columns.add(column)
    return columns


def _text_moved(rows: lines.Rows, row: int, scalar: ScalarSpan) -> Iterator[Finding]:
    above = scalar.start[0]
    if row <= above:
        return
    if scalar.style in ("|", ">"):
        message = "This line is indented less than the text that it seems to continue"
        first = next((below for below in range(above + 1, row) if rows[below].strip()), above)
        column = lines.indent(rows[first])
    elif not any(map(lines.is_idle, rows[above:row])) and not scalar.style:
        message = "This line has no key and is not indented like the continuation of a text"
        column = max(lines.entry(rows[above]).parent, lines.indent(rows[above])) + 2
    else:
        return
    last = row
    while (
        last + 1 < len(rows)
        and not lines.opens_entry(rows[last + 1])
        and lines.indent(rows[last + 1]) < column
    ):
        last += 1
    moved = (" " * max(0, column - lines.indent(line)) + line for line in rows[row : last + 1])
    mended = (*rows[:row], *moved, *rows[last + 1 :])
    yield Finding(YamlFault(yaml_codes.INDENT, (row, lines.indent(rows[row])), message), mended)


def no_colon(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Look for a line that is not an entry at all."""
    if stop.problem == NO_COLON or (stop.problem.startswith(STRAY_COLON) and stop.scalar is not None):
        row = _keyless(stop)
        at = (row, lines.indent(rows[row]))
        mended = lines.blank(rows, row, lines.last_of(rows, row, at[1]))
        yield Finding(
            YamlFault(yaml_codes.SYNTAX, at, "This line is neither `key: value` nor `- value`"), mended
        )


def anything(rows: lines.Rows, stop: Stop) -> Iterator[Finding]:
    """Report what YAML says, and leave out as little as possible to read on."""
    row = min(stop.at[0], len(rows) - 1)
    at = (row, min(stop.at[1], len(rows[row])))
    message = _in_words(stop)
    while row and lines.is_idle(rows[row]):
        row -= 1
    last = lines.last_of(rows, row, lines.indent(rows[row]))
    yield Finding(YamlFault(yaml_codes.SYNTAX, at, message), lines.blank(rows, row, last))
    if (other := stop.context_at[0]) < row:
        last = lines.last_of(rows, other, lines.indent(rows[other]))
        yield Finding(YamlFault(yaml_codes.SYNTAX, at, message), lines.blank(rows, other, max(row, last)))
    yield Finding(YamlFault(yaml_codes.SYNTAX, at, message), lines.blank(rows, row, len(rows) - 1))


def _in_words(stop: Stop) -> str:
    if match := _FOUND.search(stop.problem):
        if match[1] in {"'-'", "'?'"}:
            return "Keys and list items are mixed at the same level here"
        return f"YAML does not expect {_TOKENS.get(match[1], '`' + match[1][1:-1] + '`')} here"
    if match := _NO_TOKEN.search(stop.problem):
        return f"In YAML, nothing can begin with {'a backtick' if match[1] == '`' else f'`{match[1]}`'}"
    words = next((words for start, words in _WORDS.items() if stop.problem.startswith(start)), stop.problem)
    return f"YAML cannot read on from here: {words}"
