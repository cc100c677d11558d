"""Books and long reads as EPUB: the text of their chapters in reading order."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_briefings.intake import page_text, text_lines
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.intake.readers import body, book_styles, saved_page
from mkdocs_briefings.intake.readers.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FIELDS = {
    "title": "title",
    "creator": "author",
    "publisher": "publisher",
    "language": "lang",
    "date": "published",
}


def read(_name: str, data: bytes, _encoding: str) -> Article:
    """Read all chapters; the table of contents and pictures are not part of the text.

    Raises:
        UnreadableError: it is no such book, or holds no text.

    """
    package = Package(data, "EPUB")
    root = next(package.xml(_CONTAINER).iter("{*}rootfile"), None)
    if root is None:
        raise UnreadableError("there is no book in this EPUB file; save its text as .txt")
    place = str(root.get("full-path", ""))
    book = package.xml(place)
    lines: list[str] = []
    left_out: list[str] = []
    folder = posixpath.dirname(place)
    styles = book_styles.read(
        package.member(name).decode("utf-8", "replace")
        for name in _members(book, folder, "text/css")
        if name in package.names
    )
    for name in _chapters(book, folder):
        chapter = package.member(name)
        saved_page.refuse_huge(chapter.decode("utf-8", "replace"))
        found, remarks = _lines(chapter, styles)
        lines += found
        left_out += remarks
    text = body.unix("\n".join(lines))
    body.require_words(text)
    _, skip = text_lines.read(text)
    return Article(text.encode(), _metadata(book), skip, remarks=tuple(dict.fromkeys(left_out)))


def _members(book: _Element, folder: str, kind: str) -> Iterator[str]:
    for item in book.iter("{*}item"):
        if item.get("media-type") == kind:
            yield _path(item, folder)


def _path(item: _Element, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href", "")))))


def _chapters(book: _Element, folder: str) -> Iterator[str]:
    items = {one.get("id"): one for one in book.iter("{*}item")}
    for ref in book.iter("{*}itemref"):
        item = items.get(ref.get("idref"))
        if (
            item is not None
            and "nav" not in str(item.get("properties", "")).split()
            and ref.get("linear") != "no"
        ):
            yield _path(item, folder)


def _lines(data: bytes, styles: book_styles.Styles) -> tuple[list[str], tuple[str, ...]]:
    from lxml import etree, html  # noqa: PLC0415, an extra; the package was read with it

    try:
        tree = html.document_fromstring(data)
    except (etree.LxmlError, ValueError):
        return [], ()  # an empty chapter
    book_styles.mark(tree, styles)
    remarks = page_text.make_readable(tree)
    return page_text.lines(tree), remarks


def _metadata(book: _Element) -> dict[str, FieldValue]:
    found: dict[str, FieldValue] = {}
    for one in book.iter(*(f"{_DC}{name}" for name in _FIELDS)):
        name = str(one.tag).rpartition("}")[2]
        line = " ".join((one.text or "").split())
        words = moment(line) if name == "date" else line
        if words and words.isprintable():
            reason = "" if name == "language" else f"The metadata of the book ({name})."
            found.setdefault(_FIELDS[name], FieldValue(words, reason))
    return found
