"""Word documents (DOCX, ECMA-376): the text as it is shown when all changes are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.page_text import raised
from mkdocs_briefings.intake.readers import body
from mkdocs_briefings.intake.readers.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _MC_FALLBACK})
"""What was deleted, where moved text was, codes of fields, and the second form of what is there already."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""With this begin documents that are encrypted (MS-OFFCRYPTO), and .doc."""
_TEXT_BOX = f"{_W}txbxContent"
_TITLES = frozenset({"Title", "Heading1"})
_OFF = frozenset({"0", "false", "none", "off"})


def read(_name: str, data: bytes, _encoding: str) -> Article:
    """Read a document: insertions in, deletions, comments, struck-out and hidden words out, notes below the text.

    Raises:
        UnreadableError: it is no such document, or holds no text.

    """
    if data.startswith(_COMPOUND):
        raise UnreadableError(
            "it has a password, or the form of Word before 2007: open it and save it as .docx without one"
        )
    package = Package(data, "Word")
    if "word/document.xml" not in package.names:
        raise UnreadableError("this is not a Word file; save its text as .txt")
    reader = _Document()
    lines = list(reader.lines(package.xml("word/document.xml")))
    notes = list(_notes(package, reader))
    return body.of_document(lines, notes, _properties(package), reader.title, reader.left_out)


class _Document:
    """Writes the paragraphs of a document as lines, and notes what it left out."""

    def __init__(self) -> None:
        self.title = ""
        self.left_out = 0
        self.numbers: dict[tuple[str, str], int] = {}
        """Of the notes, by their kind and id in the file, counted as they come."""

    def lines(self, parent: _Element) -> Iterator[str]:
        for one in parent:
            if one.tag == f"{_W}p":
                line = self.paragraph(one)
                if not self.title and _style(one) in _TITLES:
                    self.title = line
                if line:
                    yield line
                for box in _boxes(one):
                    yield from self.lines(box)
            elif one.tag == f"{_W}tbl":
                for row in body.own(one, f"{_W}tbl", f"{_W}tr"):
                    yield body.row(
                        " ".join(self.lines(cell)) for cell in body.own(row, f"{_W}tbl", f"{_W}tc")
                    )
            elif one.tag not in _GONE and isinstance(one.tag, str):
                yield from self.lines(one)

    def paragraph(self, paragraph: _Element) -> str:
        words: list[str] = []
        self._runs(paragraph, words)
        return " ".join("".join(words).split())

    def _runs(self, parent: _Element, words: list[str]) -> None:
        for one in parent:
            if one.tag in _GONE or one.tag == _TEXT_BOX or not isinstance(one.tag, str):
                continue
            if one.tag == f"{_W}r":
                self._run(one, words)
            else:
                self._runs(one, words)

    def _run(self, run: _Element, words: list[str]) -> None:
        text = "".join(map(self._piece, run))
        if _is_on(run, "strike") or _is_on(run, "dstrike") or _is_on(run, "vanish"):
            self.left_out += len(text.split())
            return
        raise_ = run.find(f"{_W}rPr/{_W}vertAlign")
        if raise_ is not None and raise_.get(f"{_W}val") == "superscript" and not text.startswith(" ["):
            text = raised("".join(words)[-40:], text, links=False)
        words.append(text)
        for one in run:
            if one.tag not in {f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}rPr"} and one.tag not in _GONE:
                self._runs(one, words)

    def _piece(self, one: _Element) -> str:
        if one.tag == f"{_W}t":
            return one.text or ""
        if one.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            return " "
        if one.tag == f"{_W}noBreakHyphen":
            return "\u2011"
        if one.tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
            return f" [{self.number(str(one.tag).rpartition('}')[2][:4], one)}]"
        return ""

    def number(self, kind: str, one: _Element) -> int:
        return self.numbers.setdefault((kind, str(one.get(f"{_W}id", ""))), len(self.numbers) + 1)


def _is_on(run: _Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "true") not in _OFF


def _style(paragraph: _Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(found.get(f"{_W}val", "")) if found is not None else ""


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Return the text boxes that are anchored in a paragraph, each once."""
    for box in paragraph.iter(_TEXT_BOX):
        if not any(above.tag == _MC_FALLBACK for above in box.iterancestors()):
            yield box


def _notes(package: Package, reader: _Document) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        if name not in package.names:
            continue
        for note in package.xml(name).iter(f"{_W}{kind}"):
            line = " ".join(reader.lines(note))
            if note.get(f"{_W}type") is None and line:
                found.append((reader.number(kind[:4], note), line))
    for number, line in sorted(found):
        yield f"[{number}] {line}"


def _properties(package: Package) -> dict[str, FieldValue]:
    if "docProps/core.xml" not in package.names:
        return {}
    core = package.xml("docProps/core.xml")
    found = {}
    for field, name in (("title", "title"), ("author", "creator"), ("lang", "language")):
        line = " ".join(str(core.findtext(f"{_DC}{name}") or "").split())
        if line and line.isprintable():
            found[field] = FieldValue(
                line, "" if field == "lang" else f"The properties of the document ({name})."
            )
    return found
