"""Read a table that lists files with their metadata."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import PurePath

from mkdocs_briefings.intake.article import FIELDS, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.extraction import can_read
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.model import dates, web_address
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse.schema import ID_PATTERN

TABLES = {".csv": ",", ".tsv": "\t"}
_NAMES = {name: name for name in ("file", "id", "anyway", *FIELDS)} | {
    "path": "file", "filename": "file", "datei": "file", "fichier": "file", "archivo": "file", "file attachments": "file",
    "date": "published", "pubdate": "published", "publication date": "published", "datum": "published", "fecha": "published",
    "url": "address", "link": "address", "permalink": "address", "web address": "address",
    "language": "lang", "langue": "lang", "sprache": "lang", "idioma": "lang",
    "headline": "title", "titel": "title", "titre": "title", "titulo": "title", "título": "title",
    "source": "publisher", "outlet": "publisher", "publication": "publisher", "publication title": "publisher", "medium": "publisher",
    "byline": "author", "authors": "author", "creator": "author", "autor": "author", "auteur": "author",
    "document title": "title", "hd": "title", "load date": "published", "load-date": "published", "pd": "published",
    "source name": "publisher", "sn": "publisher", "newspaper": "publisher", "by": "author", "la": "lang",
    "handle": "id", "key": "id", "access date": "captured", "accessed": "captured", "saved": "captured",
}  # fmt: skip
"""What columns are called, ours first; the names of spreadsheets, databases of articles and Zotero."""


_ZOTERO_KEY = re.compile(r"[A-Z0-9]{8}")


@dataclass(frozen=True, slots=True)
class Listing:
    """A table, read."""

    rows: list[TableRow]
    unused: list[str]
    """The names of columns that say nothing of an article, as typed."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A file of a table, relative to the table's folder, and what the table tells of it."""

    file: str
    metadata: dict[str, str]
    line: int
    fault: str = ""
    """Why the row cannot be heeded; those below it can."""


def read(data: bytes, ending: str, encoding: str = "") -> Listing:
    """Read a table; its first row names the columns. Of two columns for the same field the first counts.

    Raises:
        UnreadableError: it is no table, or has no column `file`.

    """
    text, _ = decode(data, encoding=encoding)
    delimiter = TABLES[ending]
    if delimiter == "," and text.partition("\n")[0].count(";") > text.partition("\n")[0].count(","):
        delimiter = ";"  # as spreadsheets write where the comma is a decimal mark
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[TableRow] = []
    try:
        names = next(reader, [])
        columns: list[str] = []
        for name in names:
            ours = _NAMES.get(" ".join(name.strip().lower().replace("_", " ").split()), "")
            columns.append("" if ours in columns else ours)
        if "file" not in columns:
            raise UnreadableError(
                "the first row has no column `file`; other columns are id, title, publisher, date, address, author, lang, captured"
            )
        line = reader.line_num + 1
        for cells in reader:
            metadata = {
                column: cell.strip()
                for column, cell in zip(columns, cells, strict=False)
                if column and cell.strip()
            }
            file = metadata.pop("file", "")
            if file:
                found.append(checked_row(_attachment(file), metadata, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(f"line {reader.line_num} cannot be read: {error}") from error
    unused = [name.strip() for name, ours in zip(names, columns, strict=True) if not ours and name.strip()]
    return Listing(found, unused)


def _attachment(files: str) -> str:
    """Return the one of several attachments, parted by semicolons as in Zotero's tables, that can be read."""
    parts = [part.strip() for part in files.split(";") if part.strip()]
    return (
        next((part for part in parts if can_read(PurePath(part).suffix)), files) if len(parts) > 1 else files
    )


def checked_row(file: str, metadata: dict[str, str], line: int) -> TableRow:
    """Make a row of what a table or a list of references says; a value that cannot be used is its fault."""
    if _ZOTERO_KEY.fullmatch(metadata.get("id", "")):
        metadata = {name: value for name, value in metadata.items() if name != "id"}  # nobody would type it
    try:
        return TableRow(file, {name: _value(name, cell) for name, cell in metadata.items()}, line)
    except UnreadableError as error:
        return TableRow(file, {}, line, str(error))


def _value(name: str, cell: str) -> str:
    if name == "id" and not re.fullmatch(ID_PATTERN, cell):
        raise UnreadableError(f"`{cell}` is not an id; write letters, digits and hyphens, as in `port-lock`")
    if name == "address" and (why := web_address.fault(cell)):
        raise UnreadableError(f"the address {why}")
    if name not in {"published", "captured"} or dates.is_date(cell):
        return cell
    if name == "published" and cell.casefold() == NOT_STATED:
        return NOT_STATED
    day = moment(cell)
    if not day:
        raise UnreadableError(f"`{cell}` is not a date; write year, month and day, as in 2026-03-04")
    return day
