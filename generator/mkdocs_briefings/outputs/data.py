"""The data of a site: one SQLite file with a full-text search, CSV and JSON Lines, and what describes them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import addresses
from mkdocs_briefings.outputs.data_of_claims import OF_CLAIMS
from mkdocs_briefings.outputs.data_of_desk import OF_DESK
from mkdocs_briefings.outputs.json_form import json_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_briefings.outputs.data_table import DataTable, Kind, Row, Value
    from mkdocs_briefings.outputs.publication import Publication

TABLES = (*OF_DESK, *OF_CLAIMS)
SQLITE = addresses.data("desk.sqlite")
PACKAGE = addresses.data("datapackage.json")
SEARCHED = {"claims": ("text", "told"), "passages": ("words",), "briefings": ("title", "summary")}
"""The columns of tables that the full-text search of the SQLite file has."""
_SQL: Mapping[Kind, str] = {"text": "TEXT", "integer": "INTEGER", "truth": "INTEGER", "day": "TEXT"}
_FRICTIONLESS: Mapping[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "truth": "boolean",
    "day": "date",
}
_FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""With what begins what a spreadsheet computes."""


def data_files(publication: Publication) -> dict[str, bytes]:
    """Write all tables in all forms."""
    found = {table: tuple(table.rows(publication)) for table in TABLES}
    made = {SQLITE: _sqlite(found), PACKAGE: _package(publication)}
    for table, rows in found.items():
        made[csv_path(table)] = _csv(table, rows)
        made[json_path(table)] = _json_lines(table, rows)
    return made


def csv_path(table: DataTable) -> str:
    """Return the path of a table as CSV."""
    return addresses.data(f"csv/{table.name}.csv")


def json_path(table: DataTable) -> str:
    """Return the path of a table as JSON Lines."""
    return addresses.data(f"jsonl/{table.name}.jsonl")


def _csv(table: DataTable, rows: Sequence[Row]) -> bytes:
    """Write CSV (RFC 4180); text that a spreadsheet would compute has an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(name for name, _ in table.columns)
    cells = zip(*rows, strict=True)
    # `csv` writes numbers as they are, and nothing for None.
    columns = [
        list(map(_CELLS[kind], column)) if kind in _CELLS else column
        for column, (_, kind) in zip(cells, table.columns, strict=False)
    ]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode()


def _text(value: Value) -> Value:
    return f"'{value}" if value and str(value)[0] in _FORMULA else value


def _truth(value: Value) -> Value:
    return None if value is None else "true" if value else "false"


_CELLS: Mapping[Kind, Callable[[Value], Value]] = {"text": _text, "truth": _truth}


def _json_lines(table: DataTable, rows: Sequence[Row]) -> bytes:
    columns = [[json_line(value) for value in column] for column in zip(*rows, strict=True)]
    form = ", ".join(f"{json_line(name)}: %s" for name, _ in table.columns)
    line = f"{{{form}}}\n"
    return "".join([line % row for row in zip(*columns, strict=True)]).encode()


def _sqlite(found: Mapping[DataTable, Sequence[Row]]) -> bytes:
    """Write one database; it has a full-text search where this Python's SQLite can make one."""
    database = sqlite3.connect(":memory:")
    has_search = any(row[0] == "ENABLE_FTS5" for row in database.execute("PRAGMA compile_options"))
    with database:
        for table, rows in found.items():
            database.execute(_create(table))
            places = ", ".join("?" * len(table.columns))
            database.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)  # noqa: S608, our own names
            if has_search and (columns := SEARCHED.get(table.name)):
                _add_search(database, table.name, columns)
    return database.serialize()


def _create(table: DataTable) -> str:
    columns = [f'"{name}" {_SQL[kind]}' for name, kind in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    refers = [
        f'FOREIGN KEY ("{name}") REFERENCES {other}("{id_}")' for name, (other, id_) in table.refers.items()
    ]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, f'PRIMARY KEY ({key})', *refers])})"


def _add_search(database: sqlite3.Connection, name: str, columns: Sequence[str]) -> None:
    listed = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5({listed}, content='{name}', tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute(f"INSERT INTO {name}_fts (rowid, {listed}) SELECT rowid, {listed} FROM {name}")  # noqa: S608, our own names
    database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')")  # noqa: S608, the same


def _package(publication: Publication) -> bytes:
    """Describe the CSV files as a Data Package with Table Schemas (Frictionless, version 1)."""
    say = publication.desk.say
    resources = [
        {
            "name": table.name.replace("_", "-"),
            "path": f"csv/{table.name}.csv",
            "profile": "tabular-data-resource",
            "description": say.of("data-table", table.name),
            "encoding": "utf-8",
            "schema": _schema(publication, table),
        }
        for table in TABLES
    ]
    package = {
        "profile": "tabular-data-package",
        "name": addresses.slug(publication.settings.title),
        "title": publication.titled(""),
        "resources": resources,
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


def _schema(publication: Publication, table: DataTable) -> dict[str, Any]:
    fields = [
        {"name": name, "type": _FRICTIONLESS[kind], "description": describe(publication, table, name)}
        for name, kind in table.columns
    ]
    refers = [
        {"fields": [name], "reference": {"resource": other.replace("_", "-"), "fields": [id_]}}
        for name, (other, id_) in table.refers.items()
    ]
    return {"fields": fields, "primaryKey": list(table.key), "missingValues": [""], "foreignKeys": refers}


def describe(publication: Publication, table: DataTable, column: str) -> str:
    """Say what a column holds; many mean the same in every table."""
    name = column if column in COMMON else f"{table.name}.{column}"
    return publication.desk.say.of("data-column", name)


COMMON = frozenset(
    {"dated", "earliest", "latest", "address", "language", "number", "claim", "briefing", "scheduled"}
)
