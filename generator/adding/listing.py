"""A table of many files: which, and what is known of each."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from generator import dates
from generator.adding.article import FIELDS, UnreadableError
from generator.adding.decode import decode
from generator.adding.moments import moment
from generator.corpus import NOT_STATED

TABLES = {".csv": ",", ".tsv": "\t"}
_NAMES = {name: name for name in FIELDS} | {
    "file": "file", "path": "file", "date": "published", "url": "address", "link": "address", "language": "lang", "headline": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A file of a table, relative to the table's folder, and what the table tells of it."""

    file: str
    told: dict[str, str]


def rows(data: bytes, ending: str, encoding: str = "") -> list[Row]:
    """Read a table; its first row names the columns.

    Raises:
        UnreadableError: it is no table, or has no column `file`.

    """
    text, _ = decode(data, encoding=encoding)
    delimiter = TABLES[ending]
    if delimiter == "," and text.partition("\n")[0].count(";") > text.partition("\n")[0].count(","):
        delimiter = ";"  # as spreadsheets write where the comma is a decimal mark
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Row] = []
    try:
        columns = [_NAMES.get(name.strip().lower(), "") for name in next(reader, [])]
        if "file" not in columns:
            raise UnreadableError(
                "the first row names no column `file`; it may have title, publisher, date, address, author, lang, captured"
            )
        for cells in reader:
            told = {
                column: cell.strip()
                for column, cell in zip(columns, cells, strict=False)
                if column and cell.strip()
            }
            file = told.pop("file", "")
            if file:
                found.append(
                    Row(file, {name: _value(name, cell, reader.line_num) for name, cell in told.items()})
                )
    except csv.Error as error:
        raise UnreadableError(f"line {reader.line_num} is at fault: {error}") from error
    return found


def _value(name: str, cell: str, line: int) -> str:
    if name not in {"published", "captured"} or dates.is_date(cell):
        return cell
    if name == "published" and cell.casefold() == NOT_STATED:
        return NOT_STATED
    day = moment(cell)
    if not day:
        raise UnreadableError(f"line {line}: `{cell}` is no date; write 2026-03-04")
    return day
