"""What a file says, piece by piece, read by programs that are not ours; a file that has not its form fails.

A piece is what a reader sees or takes along as one: a row, an object, a paragraph, a property of an event. Whoever adds
an output whose files have another ending adds the way to read it here.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import icalendar
import rispy
from pybtex.database import parse_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WITHOUT_END = {"base", "meta", "link", "br", "img", "hr", "input", "col", "wbr"}
INLINE = {"a", "span", "strong", "em", "b", "i", "code", "q", "cite", "time", "sup", "sub", "abbr", "small", "br", "wbr", "svg", "g"}  # fmt: skip
"""Elements within which a piece goes on."""
WHOLE = {"article", "tr"}
"""Elements that are one piece with all that they hold."""
HTML_WITHIN = {"content_html", "html"}
"""Names under which an object has HTML."""


class _Page(HTMLParser):
    """Takes a page apart; elements that are not closed where they should be fail."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.whole = 0
        self.piece: list[str] = []
        self.pieces: list[str] = []
        self.raw = ""

    def turn(self) -> None:
        if not self.whole and (words := " ".join("".join(self.piece).split())):
            self.pieces.append(words)
        if not self.whole:
            self.piece = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.turn()
            self.piece.append(" ")
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, names)
        for name, value in attrs:
            if name in {"title", "content", "alt", "aria-label"} and value:
                self.pieces.append(" ".join(value.split()))
            elif name in {"href", "src"} and (value or "").startswith("data:"):
                self.pieces.append(" ".join(unquote(value or "").split()))
        if tag in WHOLE:
            self.whole += 1
        if tag not in WITHOUT_END:
            self.open.append(tag)
        if tag == "script":
            assert dict(attrs).get("type") == "application/ld+json", attrs

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in WITHOUT_END:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag
        if tag in WHOLE:
            self.whole -= 1
        if tag not in INLINE:
            self.turn()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.pieces.extend(of_json(data))
        elif not self.open or self.open[-1] != "style":
            self.piece.append(data)


def of_html(text: str) -> list[str]:
    page = _Page()
    page.feed(text)
    page.close()
    page.turn()
    assert page.open == [], page.open
    return page.pieces


def of_json(text: str) -> list[str]:
    return list(_objects(json.loads(text)))


def _objects(value: Any) -> Iterator[str]:
    """Give each object with the words that are directly in it, or in lists of words; HTML in it is read as such."""
    own: list[str] = []
    for name, one in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(one, list) and all(isinstance(part, str) for part in one):
            own += [str(name), *one]
        elif isinstance(one, dict | list):
            yield from _objects(one)
        elif name in HTML_WITHIN:
            yield from of_html(one)
        else:
            own += [str(name), str(one)]
    yield " ".join(own)


def of_lines(text: str) -> list[str]:
    return [piece for line in text.splitlines() for piece in of_json(line)]


def of_csv(text: str) -> list[str]:
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert all(len(row) == len(head) for row in rows)
    return [" ".join(row) for row in rows]


def of_sqlite(data: bytes) -> list[str]:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(data)
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for name in tables if "_fts" not in name for row in opened.execute(f"SELECT * FROM {name}")]  # noqa: S608, its own names
    return [" ".join(map(str, row)) for row in rows]


def of_calendar(data: bytes) -> list[str]:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    found = [*calendar.walk()]
    assert not any(one.errors for one in found)
    return [str(value) for one in found for value in one.values()]


def of_atom(data: bytes) -> list[str]:
    pieces = []
    for one in ET.fromstring(data).iter():  # noqa: S314, our own
        pieces += of_html(one.text or "") if one.get("type") == "html" else [one.text or ""]
        pieces += one.attrib.values()
    return pieces


def of_bib(text: str) -> list[str]:
    entries = parse_string(text, "bibtex").entries.values()
    return [value for entry in entries for value in entry.fields.values()]


def of_ris(text: str) -> list[str]:
    return [str(value) for entry in rispy.loads(text) for value in entry.values()]


def _decoded(read: Callable[[str], Iterable[str]]) -> Callable[[bytes], Iterable[str]]:
    return lambda data: read(data.decode())


READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    ".xml": of_atom,
    ".ics": of_calendar,
    ".sqlite": of_sqlite,
    ".json": _decoded(of_json),
    ".jsonl": _decoded(of_lines),
    ".csv": _decoded(of_csv),
    ".bib": _decoded(of_bib),
    ".ris": _decoded(of_ris),
    ".html": _decoded(of_html),
    ".css": _decoded(lambda text: [text]),
}
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def read(path: str, data: bytes) -> list[str]:
    """Give the pieces of a file."""
    ending = path[path.rindex(".") :]
    pieces = list(READERS[ending](data))
    assert not any(_CONTROL.search(piece) for piece in pieces), path
    return pieces
