"""Text documents of LibreOffice and others (ODT, OASIS OpenDocument): the text as it is shown when all changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.page_text import raised
from mkdocs_briefings.intake.readers import body
from mkdocs_briefings.intake.readers.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _TABLE = f"{{{_OASIS}:text:1.0}}", f"{{{_OASIS}:table:1.0}}"
_OFFICE, _STYLE, _META = f"{{{_OASIS}:office:1.0}}", f"{{{_OASIS}:style:1.0}}", f"{{{_OASIS}:meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}ruby-text", f"{_TEXT}hidden-text",
     f"{_TEXT}hidden-paragraph", f"{_TEXT}table-of-content", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"}
)  # fmt: skip
"""What was deleted, comments, the reading of a sign, what is hidden, the table of contents."""
_LINES = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_TEXT_BOX = f"{{{_OASIS}:drawing:1.0}}text-box"
_FEW = 8
"""Parts of a paragraph that are looked back at, to see what is raised after them."""
_DEEPEST = 20
"""Styles that a style may rest on."""


def read(_name: str, data: bytes, _encoding: str) -> Article:
    """Read a document: insertions in, deletions, comments, struck-out and hidden words out, notes below the text.

    Raises:
        UnreadableError: it is no such document, has a password, or holds no text.

    """
    package = Package(data, "OpenDocument")
    if "content.xml" not in package.names:
        raise UnreadableError("this is not an OpenDocument file; save its text as .txt")
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.member(manifest):
        raise UnreadableError("it needs a password: open it and save it without one")
    content = package.xml("content.xml")
    text = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise UnreadableError("this is not a text document; save its text as .txt")
    sheets = [content, *([package.xml("styles.xml")] if "styles.xml" in package.names else [])]
    document = _OpenText(
        {str(one.get(f"{_STYLE}name")): one for sheet in sheets for one in sheet.iter(f"{_STYLE}style")}
    )
    lines = list(document.lines(text))
    return body.of_document(lines, document.notes, _properties(package), document.title, document.left_out)


@dataclass(slots=True)
class _OpenText:
    """Writes the paragraphs of a document as lines, and notes what it left out."""

    styles: dict[str, _Element]
    notes: list[str] = field(default_factory=list)
    title: str = ""
    left_out: int = 0
    properties: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was looked up, by style and name."""

    def lines(self, parent: _Element) -> Iterator[str]:
        for one in parent:
            if one.tag in _GONE or not isinstance(one.tag, str):
                continue
            if one.tag in _LINES:
                yield from self.paragraph(one)
            elif one.tag == f"{_TABLE}table":
                for row in body.own(one, f"{_TABLE}table", f"{_TABLE}table-row"):
                    yield body.row(
                        " ".join(self.lines(cell)) for cell in row.iterchildren(f"{_TABLE}table-cell")
                    )
            else:
                yield from self.lines(one)

    def paragraph(self, paragraph: _Element) -> Iterator[str]:
        words: list[str] = []
        self._take(paragraph, words)
        line = " ".join("".join(words).split())
        is_first = paragraph.get(f"{_TEXT}outline-level") == "1" or "Title" in self._names(paragraph)
        if not self.title and is_first:
            self.title = line
        if line:
            yield line
        for box in body.own(paragraph, _TEXT_BOX, _TEXT_BOX):
            yield from self.lines(box)

    def _take(self, parent: _Element, words: list[str]) -> None:
        """Take in the words of a paragraph or of a part of it, and what follows each part."""
        kept: list[str] = [parent.text or ""]
        for one in parent:
            if one.tag == f"{_TEXT}note":
                kept.append(self._note(one))
            elif one.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
                kept.append(" ")
            elif isinstance(one.tag, str) and one.tag not in _GONE and one.tag != _TEXT_BOX:
                inner = [_end([*words[-_FEW:], *kept[-_FEW:]])]
                self._take(one, inner)
                kept += inner[1:]
            kept.append(one.tail or "")
        text = "".join(kept)
        if self._says(parent, "text-line-through-style") or self._says(parent, "display", "none"):
            self.left_out += len(text.split())
        elif self._is_raised(parent):
            words.append(raised(_end(words[-_FEW:]), text, links=False))
        else:
            words.append(text)

    def _note(self, note: _Element) -> str:
        place = len(self.notes)
        self.notes.append("")
        number = place + 1
        self.notes[place] = f"[{number}] " + " ".join(
            line for one in note.iterchildren(f"{_TEXT}note-body") for line in self.lines(one)
        )
        return f" [{number}]"

    def _names(self, one: _Element) -> list[str]:
        """Return the style of an element, and those that it rests on, the nearest first."""
        found: list[str] = []
        name = one.get(f"{_TEXT}style-name")
        while name and name not in found and len(found) < _DEEPEST:
            found.append(str(name))
            style = self.styles.get(str(name))
            name = style.get(f"{_STYLE}parent-style-name") if style is not None else None
        return found

    def _property(self, one: _Element, name: str) -> str:
        key = str(one.get(f"{_TEXT}style-name")), name
        if key not in self.properties:
            self.properties[key] = self._looked_up(one, name)
        return self.properties[key]

    def _looked_up(self, one: _Element, name: str) -> str:
        for style in map(self.styles.get, self._names(one)):
            for properties in style.iterchildren(f"{_STYLE}text-properties") if style is not None else ():
                for place in (_STYLE, _TEXT):
                    if value := properties.get(f"{place}{name}"):
                        return str(value)
        return ""

    def _says(self, one: _Element, name: str, wanted: str = "") -> bool:
        value = self._property(one, name)
        return value == wanted if wanted else value not in {"", "none"}

    def _is_raised(self, one: _Element) -> bool:
        if one.tag in _LINES:
            return False
        first = self._property(one, "text-position").partition(" ")[0]
        return first == "super" or (first.endswith("%") and first[:1].isdigit() and first.rstrip("%0.") != "")


def _end(parts: list[str]) -> str:
    return "".join(parts)[-40:]


def _properties(package: Package) -> dict[str, FieldValue]:
    if "meta.xml" not in package.names:
        return {}
    meta = package.xml("meta.xml").find(f"{_OFFICE}meta")
    found: dict[str, FieldValue] = {}
    for name, tag in (
        ("title", f"{_DC}title"),
        ("author", f"{_META}initial-creator"),
        ("lang", f"{_DC}language"),
    ):
        line = " ".join(str(meta.findtext(tag) or "").split()) if meta is not None else ""
        if line and line.isprintable():
            told = tag.rpartition("}")[2]
            found[name] = FieldValue(
                line, "" if name == "lang" else f"The properties of the document ({told})."
            )
    return found
