"""Read YAML into lists, mappings and scalars, each comment with the key or item it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import CollectionEndEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from mkdocs_briefings.parse.compose import events
from mkdocs_briefings.parse.fault import Mark, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Loc

_MODELINE = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-)")
"""What an editor looks for at the head of a file."""
_BLOCK = ("|", ">")


@dataclass(slots=True)
class Comment:
    """A line of comment, with its `#`; `blank` says that a blank line is above it."""

    text: str
    blank: bool


@dataclass(slots=True)
class YamlText:
    """A text, and how it was typed: style is empty if plain, else one of ``'"|>``."""

    text: str
    style: str
    start: Mark
    end: Mark

    @property
    def absent(self) -> bool:
        return not self.text and not self.style


@dataclass(slots=True)
class YamlEntry:
    """A key with its value, or an item of a list."""

    key: YamlText | None
    value: Node
    at: Mark
    """Where its key or its dash stands."""
    parent: Collection
    blank: bool = False
    """A blank line is above it, below its comments."""
    head: list[Comment] = field(default_factory=list)
    """The comments above it."""
    trail: list[str] = field(default_factory=list)
    """The comments on its line; a second one can only be behind a bracket that closes."""

    @property
    def name(self) -> str:
        return self.key.text if self.key else ""


@dataclass(slots=True)
class Collection:
    """A list or a mapping."""

    is_map: bool
    flow: bool
    start: Mark
    end: Mark
    owner: YamlEntry | None
    entries: list[YamlEntry] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)
    """The comments below its last entry."""


Node = YamlText | Collection


@dataclass(slots=True)
class YamlDocument:
    """A YAML file whose root is a mapping."""

    head: list[Comment]
    """The comments about the file."""
    gap: bool
    """A blank line is below them."""
    root: Collection


def read(text: str, *, fast: bool = False) -> YamlDocument | None:
    """Read a prepared YAML text that has no fault; None if it is no mapping.

    Raises:
        MarkedYAMLError: with `fast`, which takes libyaml's scanner: it refuses some texts.

    """
    rows = text.split("\n")
    root = _built(text, fast=fast)
    if not isinstance(root, Collection) or not root.is_map:
        return None
    masked = _Masked(rows, root)
    _place_dashes(rows, masked, root)
    entries = list(walk(root))
    for entry in entries:
        entry.blank = masked.blank_above(entry.at[0]) and not rows[entry.at[0]][: entry.at[1]].strip(" -")
    document = YamlDocument([], gap=False, root=root)
    begun = [entry.at for entry in entries]
    for at, words in masked.comments():
        comment = Comment(words, masked.blank_above(at[0]))
        _attach(document, entries, bisect_right(begun, at), at, comment, rows)
    _lift_head(document)
    return document


def walk(root: Collection) -> Iterator[YamlEntry]:
    """Return all entries in the order in which they stand."""
    for entry in root.entries:
        yield entry
        if isinstance(entry.value, Collection):
            yield from walk(entry.value)


def comments(document: YamlDocument) -> list[tuple[Loc, str]]:
    """Return every comment with the place in the data that it is about, in order."""
    found: list[tuple[Loc, str]] = [(("",), comment.text) for comment in document.head]

    def gather(collection: Collection, loc: Loc) -> None:
        for n, entry in enumerate(collection.entries):
            here: Loc = (*loc, entry.name if collection.is_map else n)
            found.extend((here, comment.text) for comment in entry.head)
            found.extend((here, words) for words in entry.trail)
            if isinstance(entry.value, Collection):
                gather(entry.value, here)
        found.extend(((*loc, ""), comment.text) for comment in collection.foot)

    gather(document.root, ())
    return found


def _built(text: str, *, fast: bool) -> Node | None:
    found = events(text, fast=fast)
    for event in found:
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            return _node(event, found, None)
    return None


def _node(event: Any, following: Iterator[Any], owner: YamlEntry | None) -> Node:
    start, end = mark(event.start_mark), mark(event.end_mark)
    if isinstance(event, ScalarEvent):
        return YamlText(event.value, event.style or "", start, end)
    made = Collection(isinstance(event, MappingStartEvent), bool(event.flow_style), start, end, owner)
    for inner in following:
        if isinstance(inner, CollectionEndEvent):
            made.end = mark(inner.end_mark)
            break
        at = mark(inner.start_mark)
        key = YamlText(inner.value, inner.style or "", at, mark(inner.end_mark)) if made.is_map else None
        entry = YamlEntry(key, YamlText("", "", at, at), at, made)
        entry.value = _node(next(following) if made.is_map else inner, following, entry)
        made.entries.append(entry)
    return made


class _Masked:
    """What of a text lies outside its scalars: indicators, comments and blank lines."""

    __slots__ = ("blank", "rows")

    def __init__(self, rows: Sequence[str], root: Collection) -> None:
        self.rows = list(rows)
        self.blank = {row for row, line in enumerate(rows) if not line.strip()}
        for entry in walk(root):
            parent = entry.parent.start[1] if entry.key is None else entry.key.start[1]
            for scalar in (entry.key, entry.value):
                if isinstance(scalar, YamlText) and not scalar.absent:
                    self._mask(scalar, parent)

    def _mask(self, scalar: YamlText, parent: int) -> None:
        (row, column), (last, end) = scalar.start, scalar.end
        if scalar.style in _BLOCK:
            for below in _block_rows(self.rows, scalar, parent):
                self.rows[below] = "x" * len(self.rows[below])
                self.blank.discard(below)
            return
        for here in range(row, last + 1):
            line = self.rows[here]
            a, b = column if here == row else 0, end if here == last else len(line)
            self.rows[here] = line[:a] + "x" * (b - a) + line[b:]
            if here != row:
                self.blank.discard(here)

    def blank_above(self, row: int) -> bool:
        return row - 1 in self.blank

    def comments(self) -> Iterator[tuple[Mark, str]]:
        for row, line in enumerate(self.rows):
            if match := re.search(r"(?:^|(?<=[\s\[\]{},]))#", line):
                yield (row, match.start()), line[match.start() :].rstrip()


def _block_rows(rows: Sequence[str], scalar: YamlText, parent: int) -> range:
    """Return the rows that the content of a block scalar takes, of which YAML tells the end only roughly.

    Args:
        rows: the file.
        scalar: the block scalar.
        parent: the column of the key or the dash that it is behind.

    """
    first = scalar.start[0] + 1
    if not scalar.text.strip("\n"):
        return range(first, first)
    top = next(row for row in range(first, len(rows)) if rows[row].strip())
    told = re.match(r"[|>][-+]?([1-9])", rows[scalar.start[0]][scalar.start[1] :])
    indent = parent + int(told[1]) if told else _indent(rows[top])
    last = top
    for row in range(top, len(rows)):
        if rows[row].strip():
            if _indent(rows[row]) < indent:
                break
            last = row
    if scalar.text.endswith("\n\n"):
        while last + 1 < len(rows) and not rows[last + 1].strip():
            last += 1
    return range(first, last + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _place_dashes(rows: Sequence[str], masked: _Masked, root: Collection) -> None:
    """Find the dashes of lists, which events do not tell but for the first."""
    for entry in walk(root):
        collection = entry.value
        if not isinstance(collection, Collection) or collection.is_map or collection.flow:
            continue
        row, column = collection.start
        for n, item in enumerate(collection.entries):
            while n and row < len(rows):
                row += 1
                line = masked.rows[row]
                if line[column : column + 1] == "-" and not line[:column].strip(" "):
                    break
            item.at = (row, column)


def _attach(  # noqa: PLR0913, one comment and all that it may belong to
    document: YamlDocument,
    entries: Sequence[YamlEntry],
    following: int,
    at: Mark,
    comment: Comment,
    rows: Sequence[str],
) -> None:
    before = entries[following - 1] if following else None
    after = entries[following] if following < len(entries) else None
    if before is None:
        (after.head if after else document.root.foot).append(comment)
        return
    closed = _climbed(before, at)
    if closed is None:
        document.root.foot.append(comment)
    elif _comes_later(closed, at):
        # Between a key and its value, where nothing can be in the end.
        closed.head.append(comment)
    elif rows[at[0]][: at[1]].strip():
        closed.trail.append(comment.text)
    elif inside := _open_flow(closed, at):
        (after.head if after and after.parent is inside else inside.foot).append(comment)
    elif after and (at[1] <= after.at[1] or after.parent is before.value):
        after.head.append(comment)
    else:
        home = _home(before, at[1]) or document.root
        if after and _holds(home, after):
            after.head.append(comment)
        else:
            home.foot.append(comment)


def _climbed(entry: YamlEntry, at: Mark) -> YamlEntry | None:
    """Return the entry that is still open at a place: what is in a bracket that has closed is not."""
    here: YamlEntry | None = entry
    while here is not None and here.parent.flow and here.parent.end <= at:
        here = here.parent.owner
    return here


def _comes_later(entry: YamlEntry, at: Mark) -> bool:
    value = entry.value
    if isinstance(value, YamlText):
        return not value.absent and value.start > at
    return value.flow and value.start > at


def _open_flow(entry: YamlEntry, at: Mark) -> Collection | None:
    value = entry.value
    if isinstance(value, Collection) and value.flow and value.start <= at < value.end:
        return value
    return entry.parent if entry.parent.flow else None


def _home(before: YamlEntry, column: int) -> Collection | None:
    """Return the innermost list or mapping that a line indented so far can end."""
    here: YamlEntry | None = before
    while here is not None:
        value = here.value
        if here is before and isinstance(value, Collection) and not value.flow and _column(value) <= column:
            return value
        if not here.parent.flow and _column(here.parent) <= column:
            return here.parent
        here = here.parent.owner
    return None


def _column(collection: Collection) -> int:
    """Return the column from which on a comment belongs to it; a list below its key begins where the next key does."""
    column = collection.entries[0].at[1] if collection.entries else collection.start[1]
    owner = collection.owner
    return column + (
        not collection.is_map and owner is not None and owner.key is not None and owner.at[1] == column
    )


def _holds(collection: Collection, entry: YamlEntry) -> bool:
    here: YamlEntry | None = entry
    while here is not None:
        if here.parent is collection:
            return True
        here = here.parent.owner
    return False


def _lift_head(document: YamlDocument) -> None:
    """Take the comments about the file off its first key: lines for editors, and what a blank line sets apart."""
    if not document.root.entries:
        return
    first = document.root.entries[0]
    below = [*(comment.blank for comment in first.head[1:]), first.blank]
    lifted = 0
    for n, (comment, is_apart) in enumerate(zip(first.head, below, strict=True) if first.head else (), 1):
        if is_apart or _MODELINE.match(comment.text):
            lifted, document.gap = n, is_apart
    document.head, first.head = first.head[:lifted], first.head[lifted:]
    if lifted and document.gap:
        (first.head[0] if first.head else first).blank = False
