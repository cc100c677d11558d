"""Read a saved file as an article; the table of readers. No network is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.readers import (
    epub,
    mail,
    mhtml,
    office,
    open_document,
    paper,
    plain,
    saved_page,
    webarchive,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.intake.article import Article

MOST = 20_000_000
"""No file may have more bytes."""


@dataclass(frozen=True, slots=True)
class FileReader:
    """A kind of file that can be read."""

    name: str
    endings: tuple[str, ...]
    """In lower case, with the dot."""
    begins: re.Pattern[bytes] | None
    """How its bytes begin, whatever the file is called; None if only the ending tells."""
    read: Callable[[str, bytes, str], Article]
    """From the file's name, its bytes and the encoding that the editor names."""


_PAGE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b"

READERS = (
    FileReader("PDF", (".pdf",), re.compile(rb"%PDF-"), paper.read),
    FileReader(
        "MHTML",
        (".mht", ".mhtml"),
        re.compile(
            rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE
        ),
        mhtml.read,
    ),
    FileReader("Safari's archive", (".webarchive",), None, webarchive.read),
    FileReader("mail", (".eml",), None, mail.read),
    FileReader("Word", (".docx",), None, office.read),
    FileReader("OpenDocument", (".odt",), None, open_document.read),
    FileReader("EPUB", (".epub",), None, epub.read),
    FileReader(
        "HTML", (".html", ".htm", ".xhtml"), re.compile(_PAGE, re.IGNORECASE | re.DOTALL), saved_page.read
    ),
    FileReader("text", (".txt", ".text", ".md", ".markdown"), None, plain.read),
)
"""All kinds, in the order in which a file is tried against their beginnings."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
"""Beside these, browsers save a folder of pictures."""
_BY_ENDING = {ending: reader for reader in READERS for ending in reader.endings}
_REMEDIES = {
    **dict.fromkeys((".doc", ".pages", ".rtf"), "save it as .docx, .odt or PDF"),
    ".msg": "save it as .eml",
}
_HEAD = 4096
"""Bytes in which a file shows its kind."""


def can_read(ending: str) -> bool:
    """Return whether files of an ending are read."""
    return ending.lower() in _BY_ENDING


def extract(name: str, data: bytes, encoding: str = "") -> Article:
    """Take the article out of a file; its kind is that of its beginning, else that of its ending.

    Args:
        name: of the file.
        data: its bytes.
        encoding: of files that do not declare theirs.

    Raises:
        UnreadableError: there is no article in it that could be read.

    """
    if len(data) > MOST:
        raise UnreadableError(f"it has {len(data):,} bytes; the maximum is {MOST:,}")
    reader = _BY_ENDING.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnreadableError(other_kind(PurePath(name).suffix))
    shown = next((one for one in READERS if one.begins is not None and one.begins.match(data[:_HEAD])), None)
    # What is called a page is one, whatever it begins with; a mail may hold a page and begin as MHTML does.
    if shown is not None and reader.name not in {"HTML", "mail", "MHTML"}:
        reader = shown
    return reader.read(name, data, encoding)


def other_kind(ending: str) -> str:
    """Say that a file of this ending is of no kind that is read, and what to do."""
    kinds = ", ".join(dict.fromkeys(reader.name for reader in READERS))
    return f"not a file that can be read ({kinds}); {_REMEDIES.get(ending.lower(), 'save its text as .txt')}"
