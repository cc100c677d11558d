"""The data, read by the standard library; `make soak` reads them with datasette, DuckDB, pandas and frictionless."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.messages.site_messages import ENGLISH
from mkdocs_briefings.model import dates
from mkdocs_briefings.outputs.data import PACKAGE, SQLITE, TABLES, csv_path, json_path
from mkdocs_briefings.outputs.data_table import dated

from tests import whole
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.outputs.data_table import DataTable

FORMULA = tuple("=+-@\t\r")


def database(result: Result) -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(result.outputs[SQLITE])
    return opened


def of_sqlite(result: Result, table: DataTable) -> list[tuple[Any, ...]]:
    return database(result).execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()  # noqa: S608


def of_csv(result: Result, table: DataTable) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.outputs[csv_path(table)].decode(), newline="")))


def of_json(result: Result, table: DataTable) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.outputs[json_path(table)].decode().splitlines()]


def written(result: Result, folder: Path) -> Path:
    """Write the data into a folder, as a site has them."""
    for path, data in result.outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / "data"


def test_all_forms_hold_the_same_rows() -> None:
    result = published()
    for table in TABLES:
        names = [name for name, _ in table.columns]
        rows, lines, cells = of_sqlite(result, table), of_json(result, table), of_csv(result, table)
        assert rows, table.name
        assert [tuple(line.values()) for line in lines] == rows
        assert all([*line] == names for line in (*lines, *cells))
        shown = [
            ["" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for v in line.values()]
            for line in lines
        ]
        assert [[*cell.values()] for cell in cells] == shown


def test_the_counts_are_those_of_the_site() -> None:
    result = published()
    count = {table.name: len(of_json(result, table)) for table in TABLES}
    corpus = result.corpus
    assert count["claims"] == len(corpus.claims)
    assert count["passages"] == sum(len(claim.passages) for claim in corpus.claims.values())
    assert count["briefings"] == len(corpus.briefings)
    assert count["sources"] == len(corpus.sources)
    assert count["entities"] == len(result.derived.present)
    assert count["states"] == sum(map(len, result.derived.states.values()))
    assert count["disagreements"] == sum(len(one.disagreements) for one in corpus.briefings.values())


def test_the_database_is_sound_and_searches_text() -> None:
    opened = database(published())
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    found = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
    assert ("main#sold",) in opened.execute(found, ("sold clerk",)).fetchall()
    words = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH 'acmee'"
    assert opened.execute(words).fetchone() == (1,)


def test_a_claim_is_told_with_its_kind_its_voices_and_who_denies_it() -> None:
    [sold] = [
        row
        for row in of_json(published(), next(t for t in TABLES if t.name == "claims"))
        if row["id"] == "main#sold"
    ]
    assert sold["kind"] == "allegation"
    assert sold["told"].startswith(
        "Allegation: Acme sold 40 chips. — a clerk of the office → Acme (a call) → Post"
    )
    assert "denied by Post" in sold["told"]
    assert sold["address"] == f"{ADDRESS}briefings/main/#c-sold"
    assert sold["source"] == "a"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2026-03", ("2026-03", "2026-03-01", "2026-03-31")),
        ("2026-03-05~", ("2026-03-05~", "2026-03-05", "2026-03-05")),
        ("2026-03-05..2026-03-09", ("[2026-03-05..2026-03-09]", "2026-03-05", "2026-03-09")),
        ("..2026-03", ("[..2026-03]", None, "2026-03-31")),
        ("2026-03/..", ("2026-03/..", "2026-03-01", None)),
        ("../2026", ("../2026", None, "2026-12-31")),
        ("2026-03-05T10:00Z", ("2026-03-05T10:00Z", "2026-03-05", "2026-03-05")),
    ],
)
def test_a_date_is_edtf_with_its_first_and_last_day(text: str, row: tuple[str | None, ...]) -> None:
    assert dated(dates.parse(text)) == row


def test_no_column_makes_a_reader_guess() -> None:
    for table in TABLES:
        names = [name for name, _ in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) | table.refers.keys() <= set(names)
        for name in names:
            # What pandas takes for a moment.
            assert name not in {"date", "modified"}
            assert not name.startswith("timestamp")
            assert not name.endswith(("_at", "_time"))


def test_every_column_is_described() -> None:
    described = {id_.removeprefix("data-column.") for id_ in ENGLISH if id_.startswith("data-column.")}
    names = {f"{table.name}.{name}" for table in TABLES for name, _ in table.columns}
    common = {name for name in described if "." not in name}
    assert described - common == {name for name in names if name.partition(".")[2] not in common}
    assert {id_.partition(".")[2] for id_ in ENGLISH if id_.startswith("data-table.")} == {
        t.name for t in TABLES
    }


def test_the_package_describes_the_files() -> None:
    result = published()
    package = json.loads(result.outputs[PACKAGE])
    for table, resource in zip(TABLES, package["resources"], strict=True):
        assert f"data/{resource['path']}" == csv_path(table)
        assert [one["name"] for one in resource["schema"]["fields"]] == [name for name, _ in table.columns]
    page = next(page for page in result.pages if page.path == "data.md").text()
    assert all(f"({path})" in page for path in result.outputs if path.startswith("data/"))


def test_ids_stay_text() -> None:
    data = whole.desk()
    data["other seed"]["id"] = "007"
    data["other"]["sources"] = data["gone"]["sources"] = ["007"]
    result = published(data)
    sources = next(table for table in TABLES if table.name == "sources")
    assert "007" in {row["id"] for row in of_json(result, sources)}
    assert "007" in {row[0] for row in of_sqlite(result, sources)}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_breaks_a_table_or_becomes_a_formula(kind: str) -> None:
    result = hostile(kind)
    briefings = next(table for table in TABLES if table.name == "briefings")
    exact = next(row["title"] for row in of_json(result, briefings) if row["id"] == "main")
    [cell] = [row["title"] for row in of_csv(result, briefings) if row["id"] == "main"]
    assert cell == (f"'{exact}" if exact.startswith(FORMULA) else exact)
    for table in TABLES:
        rows = of_csv(result, table)
        assert len(rows) == len(of_sqlite(result, table))
        assert not any(value.startswith(FORMULA) for row in rows for value in row.values())


@pytest.mark.soak
def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    from frictionless import Package, system  # noqa: PLC0415, here and below: in the group `readers`

    folder = written(published(), tmp_path)
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.soak
def test_pandas_and_duckdb_read_the_same_rows(tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    result = published()
    folder = written(result, tmp_path)
    opened = duckdb.connect()
    for table in TABLES:
        rows = of_json(result, table)
        names = [name for name, _ in table.columns]
        for path in (folder / f"jsonl/{table.name}.jsonl", folder / f"csv/{table.name}.csv"):
            frame = (
                pd.read_json(path, lines=True, dtype=False)
                if path.suffix == ".jsonl"
                else pd.read_csv(path, dtype=str, keep_default_na=False)
            )
            assert [*frame.columns] == names
            assert [str(one) for one in frame[table.key[0]]] == [str(row[table.key[0]]) for row in rows]
            read = opened.sql(f"SELECT * FROM '{path}'")  # noqa: S608
            assert read.columns == names
            assert len(read.fetchall()) == len(rows)
        exact = pd.read_json(folder / f"jsonl/{table.name}.jsonl", lines=True, dtype=False)
        for name, kind in table.columns:
            if kind in {"text", "day"}:
                assert [None if pd.isna(one) else one for one in exact[name]] == [row[name] for row in rows]
    claims = opened.sql(
        "SELECT dated, earliest FROM read_json(?) WHERE dated = '2025'",
        params=[str(folder / "jsonl/claims.jsonl")],
    ).fetchall()
    assert [(text, str(day)) for text, day in claims] == [("2025", "2025-01-01")]


@pytest.mark.soak
def test_datasette_serves_the_database(tmp_path: Path) -> None:
    import asyncio  # noqa: PLC0415

    from datasette.app import Datasette  # noqa: PLC0415

    result = published()
    folder = written(result, tmp_path)

    async def ask(path: str) -> Any:
        served = Datasette([str(folder / "desk.sqlite")])
        answer = await served.client.get(path)
        assert answer.status_code == 200
        return answer.json()

    found = asyncio.run(ask("/desk/claims.json?_shape=array&_search=clerk&_size=max"))
    assert {row["id"] for row in found} >= {"main#sold"}
    everything = asyncio.run(ask("/desk/claims.json?_shape=array&_size=max"))
    assert len(everything) == len(result.corpus.claims)
