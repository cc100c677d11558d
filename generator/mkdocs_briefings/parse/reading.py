"""Turn YAML events into plain data, and report errors that are not syntax errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import Mark, ValueSpan, YamlFault, mark, shown
from mkdocs_briefings.parse.oddspace import ODD_SPACE, odd_space_fault
from mkdocs_briefings.parse.scalars import forbidden, plain
from mkdocs_briefings.parse.schema_fields import sentence_fields

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc, Rule

MAX_DEPTH = 32
MAX_SCALAR = 200_000
MAX_FAULTS = 200
PROSE = sentence_fields()
"""The keys whose values are sentences, or lists of them."""

_COMMENT = re.compile(r" +#(?P<text>.*)")
_BEING_KEY, _DROPPED = "\0key", "\0dropped"
"""Instead of a key: one that is being read and is no word; one whose value is read and forgotten."""


@dataclass(slots=True)
class _Frame:
    """A list or a mapping that is open."""

    value: Any
    at: Mark
    flow: bool
    prose: bool
    """It is a list of sentences."""
    loc: Loc
    keys: dict[str, Mark] | None
    """Where the keys so far stand; None for a list."""
    key: str | None = None
    key_at: Mark | None = None
    key_end: Mark = (0, 0)


class EnoughError(Exception):
    """The rest of the file is not worth reading."""


class EventReader:
    """Takes events one by one and keeps what they amount to. Aliases count as null."""

    __slots__ = ("_documents", "_rows", "_spans", "begun", "faults", "last", "root", "stack")

    def __init__(self, rows: list[str], spans: dict[Loc, ValueSpan] | None) -> None:
        self.root: Any = None
        self.begun = False
        self._documents = 0
        self.faults: list[YamlFault] = []
        self.stack: list[_Frame] = []
        self.last: ScalarEvent | None = None
        self._rows = rows
        self._spans = spans

    def take(self, event: Any) -> None:
        """Go on with the next event; raises `EnoughError` at what must not be followed."""
        match event:
            case ScalarEvent():
                self._properties(event)
                self.last = event
                self._scalar(event)
            case SequenceStartEvent() | MappingStartEvent():
                self._properties(event)
                self._open(event, {} if isinstance(event, MappingStartEvent) else [])
            case CollectionEndEvent():
                frame = self.stack.pop()
                self._put(frame.value, frame.at, mark(event.end_mark))
            case AliasEvent():
                start = mark(event.start_mark)
                self._fault(yaml_codes.ALIAS, start, f"`*{event.anchor}` is an alias")
                self._put(None, start, mark(event.end_mark))
            case DocumentStartEvent():
                self._document(mark(event.start_mark))

    def _fault(self, rule: Rule, at: Mark, message: str, first: Mark | None = None) -> None:
        if len(self.faults) >= MAX_FAULTS:
            raise EnoughError
        self.faults.append(YamlFault(rule, at, message, first=first))

    def _document(self, at: Mark) -> None:
        self._documents += 1
        if self._documents > 1:
            self.begun = True
            self._fault(yaml_codes.DOCUMENTS, at, "A second YAML document begins here")
            raise EnoughError
        for row, line in enumerate(self._rows[: at[0]]):
            if line.startswith("%"):
                self._fault(
                    yaml_codes.SYNTAX,
                    (row, 0),
                    f"`{shown(line)}` is a YAML directive; directives are not used here",
                )

    def _properties(self, event: Any) -> None:
        at = mark(event.start_mark)
        if event.anchor is not None:
            self._fault(yaml_codes.ALIAS, at, f"`&{event.anchor}` is an anchor")
        if event.ctag is not None:
            self._fault(yaml_codes.TAG, at, "A value begins with `!`, a YAML tag")

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        start, end = mark(event.start_mark), mark(event.end_mark)
        if len(text) > MAX_SCALAR:
            self._fault(
                yaml_codes.TOO_LARGE,
                start,
                f"This text has {len(text):,} characters; the maximum is {MAX_SCALAR:,}",
            )
        if event.style == '"' and (bad := forbidden(text)):
            self._fault(
                yaml_codes.CONTROL_CHARACTER,
                start,
                f"An escape gives the character {bad}, which is not allowed",
            )
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.keys is not None and frame.key is None:
            self._key(frame, frame.keys, text, start, is_plain=not event.style)
            frame.key_end = end
            return
        value: Any = text
        if not event.style:
            cut = self._cut(frame, text, start, end) if frame is not None else None
            value = plain(text) if cut is None else cut
        self.begun = self.begun or bool(text or event.style)
        self._put(value, start, end)

    def _key(self, frame: _Frame, keys: dict[str, Mark], key: str, at: Mark, *, is_plain: bool) -> None:
        frame.key, frame.key_at = _DROPPED, at
        if is_plain and ODD_SPACE.match(key):
            self.faults.append(odd_space_fault(self._rows[at[0]], at))
            key = key.lstrip()
        if self._rows[at[0]][: at[1]].rstrip().endswith("?"):
            self._fault(yaml_codes.COMPLEX_KEY, at, f"The key `{shown(key)}` is written with `? `")
        if key in keys:
            self._fault(
                yaml_codes.DUPLICATE_KEY, at, f"`{shown(key)}` occurs here for the second time", keys[key]
            )
        elif is_plain and key == "<<":
            self._fault(yaml_codes.ALIAS, at, "`<<` is a merge key")
        elif is_plain and not key:
            self._fault(yaml_codes.SYNTAX, at, "A key is missing before the colon")
        else:
            frame.key = key
            keys[key] = at

    def _open(self, event: Any, value: Any) -> None:
        at = mark(event.start_mark)
        if len(self.stack) >= MAX_DEPTH:
            self._fault(yaml_codes.TOO_DEEP, at, f"This is nested more than {MAX_DEPTH} levels deep")
            raise EnoughError
        self.begun = True
        loc: Loc = ()
        prose = False
        if self.stack:
            parent = self.stack[-1]
            if parent.keys is not None and parent.key is None:
                self._fault(yaml_codes.COMPLEX_KEY, at, "A key is a list or a mapping")
                parent.key = _BEING_KEY
            loc = _loc(parent)
            prose = parent.prose or parent.key in PROSE
        is_map = isinstance(value, dict)
        keys: dict[str, Mark] | None = {} if is_map else None
        self.stack.append(_Frame(value, at, bool(event.flow_style), prose and not is_map, loc, keys))

    def _put(self, value: Any, start: Mark, end: Mark) -> None:
        if not self.stack:
            self.root = value
            if self._spans is not None:
                self._spans[()] = ValueSpan(None, start, end)
            return
        frame = self.stack[-1]
        if frame.key in (_BEING_KEY, _DROPPED) or (frame.keys is not None and frame.key is None):
            frame.key = None if frame.key == _DROPPED else _DROPPED
            return
        if self._spans is not None:
            self._spans[_loc(frame)] = ValueSpan(frame.key_at, start, end)
        if frame.keys is None:
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            frame.key = frame.key_at = None

    def _cut(self, frame: _Frame, text: str, start: Mark, end: Mark) -> str | None:
        """Report what YAML silently makes of an unquoted text; if it was cut, give it as it was meant."""
        if start[0] < end[0] and frame.keys is None and not frame.flow:
            self._swallowed(range(start[0] + 1, end[0] + 1))
        if " " not in text and not frame.prose and frame.key not in PROSE:
            return None
        at = self._comment_after(frame, end if text else self._behind_colon(frame, end))
        if at is None:
            return None
        rest = self._rows[at[0]][at[1] :].rstrip()
        self._fault(
            yaml_codes.COMMENT_CUTS, at, f"YAML ends the text here and reads `{shown(rest)}` as a comment"
        )
        # `#1` most likely belongs to the text, `# see below` does not.
        return f"{text} {rest}".lstrip() if rest[1:2].strip() else None

    def _behind_colon(self, frame: _Frame, empty: Mark) -> Mark:
        """Return where a value would stand that is absent: ruamel puts it before the next thing there is."""
        if frame.keys is None:
            return empty
        row, column = frame.key_end
        return row, self._rows[row].find(":", column) + 1

    def _swallowed(self, rows: range) -> None:
        for row in rows:
            line = self._rows[row].lstrip(" ")
            if line.startswith("- "):
                at = (row, len(self._rows[row]) - len(line))
                self._fault(yaml_codes.INDENT, at, "YAML reads this item as part of the item above")
                return

    def _comment_after(self, frame: _Frame, end: Mark) -> Mark | None:
        """Find the comment that ends a plain scalar: on its last line, or where a further line of it would stand."""
        rest = self._rows[end[0]][end[1] :]
        if match := _COMMENT.match(rest):
            return end[0], end[1] + match.start("text") - 1
        if rest.strip() or frame.flow:
            return None
        for row in range(end[0] + 1, len(self._rows)):
            line = self._rows[row].lstrip(" ")
            if line:
                indent = len(self._rows[row]) - len(line)
                return (row, indent) if line[0] == "#" and indent > frame.at[1] else None
        return None


def _loc(frame: _Frame) -> Loc:
    return (*frame.loc, len(frame.value) if frame.keys is None else str(frame.key))
