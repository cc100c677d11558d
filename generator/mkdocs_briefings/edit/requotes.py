"""Quote a text that YAML misreads so that it is read as typed, only where this can be proved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.format.scalar_text import block
from mkdocs_briefings.edit.format.yaml_tree import YamlText
from mkdocs_briefings.parse import seed, yaml_codes
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.fault import shown
from mkdocs_briefings.parse.fields_there import fields_at
from mkdocs_briefings.parse.mending import lines
from mkdocs_briefings.parse.reading import PROSE
from mkdocs_briefings.parse.repair import prepare, repair
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.parse.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import BaseModel

    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.parse.fault import ValueSpan, YamlFault
    from mkdocs_briefings.parse.repair import Repaired

    Holds = Callable[[Iterable[str], str], bool]
    """Whether one of some sources, by their ids, holds a quotation."""

RULES = frozenset(
    {
        yaml_codes.UNQUOTED_COLON,
        yaml_codes.LEADING_QUOTE,
        yaml_codes.LEADING_INDICATOR,
        yaml_codes.COMMENT_CUTS,
    }
)
_QUOTE_AT = 2
"""Where in the place of a claim's quotation its field is named."""
_OWN_SIGNS = frozenset("@`%,[]{}")
"""Openings that no editor means as YAML where a text is wanted, as `|`, `>`, `- ` and `? ` may be."""
_UNSURE = re.compile(r"''|\\|\t|\s#")
_ENTRY = re.compile(r"(?<![\w-])([\w-]+):(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _TypedValue:
    """A value as it was typed, on lines `first` to `last`."""

    text: str
    first: int
    last: int
    here: lines.LineParts


def requoted(path: str, data: bytes, model: type[BaseModel], holds: Holds) -> tuple[bytes, list[str]]:
    """Return a file with the texts put right that YAML misreads, and these texts, shortened.

    A quotation is put right if its words, all that are there, are found in its source; another text if what
    was read of it in spite of the fault is all that is there. The rest of the file must read as before.
    """
    above, text, below = _apart(data, model)
    has_windows_ends = "\r\n" in text
    text = text.replace("\r\n", "\n")
    if "\r" in text or prepare(text)[1]:
        return data, []
    told: list[str] = []
    faults = sorted(repair(prepare(text)[0]).faults, key=lambda fault: fault.at, reverse=True)
    for fault in faults:
        if fault.rule in RULES and (mended := _mended(path, text, fault, model, holds)):
            text, words = mended
            told.insert(0, shown(words))
    if not told:
        return data, []
    made = text.replace("\n", "\r\n") if has_windows_ends else text
    return above + made.encode() + below, told


def _apart(data: bytes, model: type[BaseModel]) -> tuple[bytes, str, bytes]:
    """Take a file apart: its YAML, and the bytes before and after."""
    head = seed.BOM if data.startswith(seed.BOM) else b""
    if model is not SourceFront:
        return head, data[len(head) :].decode("utf-8"), b""
    front = seed.split(data).front or ""
    at = data.find(front.encode(), data.find(b"\n") + 1) if front else len(data)
    return data[:at], front, data[at + len(front.encode()) :]


def _mended(
    path: str, text: str, fault: YamlFault, model: type[BaseModel], holds: Holds
) -> tuple[str, str] | None:
    rows = tuple(text.split("\n"))
    before = repair(prepare(text)[0])
    found = _typed(rows, before, fault.at[0])
    if found is None:
        return None
    loc, typed = found
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    if loc[0] == "claims" and loc[_QUOTE_AT : _QUOTE_AT + 1] == ("quote",):
        is_sure = holds(_sources(before.data, loc), typed.text)
    else:
        is_sure = _at(before.data, loc) == typed.text and _is_text(typed, key, fields_at(model, loc[:-1]))
    if not is_sure:
        return None
    scalar = YamlText(typed.text, "", (0, 0), (0, 0))
    used, indent = typed.here.value_at, typed.here.parent + 2
    first, *more = block(scalar, indent, one_line=key == "title", bare=True, used=used)
    made = "\n".join(
        [
            *rows[: typed.first],
            rows[typed.first][:used] + first,
            *more,
            *rows[typed.last + 1 :],
        ]
    )
    after = repair(prepare(made)[0])
    is_proven = (
        after.data == replaced(before.data, loc, typed.text)
        and len(after.faults) < len(before.faults)
        and not any(
            problem.place.loc[: len(loc)] == loc for problem in validate(path, model, after.data).problems
        )
    )
    return (made, typed.text) if is_proven else None


def _is_text(typed: _TypedValue, key: str, fields: list[str]) -> bool:
    """Return whether what was typed is one text for certain, and not something of YAML's that went wrong."""
    text = typed.text
    if _UNSURE.search(text):
        return False
    if not {entry[1] for entry in _ENTRY.finditer(text)}.isdisjoint(fields):
        return False  # two entries on one line
    if text[0] in "'\"":
        return text.count(text[0]) > 1
    if text[0] in "[{":
        return key in PROSE and key != "said_by" and {"[": "]", "{": "}"}[text[0]] in text
    return text[0] in _OWN_SIGNS or text[0].isalnum() or text[0] not in "|>-?!&*#:"


def _typed(rows: lines.Rows, read: Repaired, row: int) -> tuple[Loc, _TypedValue] | None:
    """Find the value that a faulty line is of, as the one value of its entry."""
    spans: dict[Loc, ValueSpan] = {}
    if read.data is None or compose(read.text, spans=spans).stop is not None:
        return None
    for loc, span in spans.items():
        is_absent = span.start == span.end
        first = span.key[0] if is_absent and span.key else span.start[0]
        here = lines.entry(rows[first])
        if not loc or first > row or not here.value or not (here.key or "-" in rows[first][: here.value_at]):
            continue
        if not is_absent and span.start != (first, here.value_at):
            continue
        last = lines.last_of(rows, first, here.parent)
        whole = [line.strip() for line in (here.value, *rows[first + 1 : last + 1])]
        if row <= last and not isinstance(_at(read.data, loc), dict | list) and all(whole):
            return loc, _TypedValue(" ".join(whole), first, last, here)
    return None


def _sources(data: Any, loc: Loc) -> list[str]:
    """Name the sources that a claim's quotation may be in."""
    one = _at(data, loc[:_QUOTE_AT]).get("source") or data.get("sources")
    return [each for each in (one if isinstance(one, list) else [one]) if isinstance(each, str)]


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def replaced(data: Any, loc: Loc, value: str) -> Any:
    """Return data with another text at one place."""
    if not loc:
        return value
    first, *rest = loc
    if isinstance(data, list):
        return [replaced(one, tuple(rest), value) if n == first else one for n, one in enumerate(data)]
    return {key: replaced(one, tuple(rest), value) if key == first else one for key, one in data.items()}
