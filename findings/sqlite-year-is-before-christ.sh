#!/usr/bin/env bash
# SQLite's date functions take the text '2026' for a count of days since 4714 before Christ: date('2026') is
# -4707-06-11, and strftime('%Y') of it -4707. '2026-03' is NULL, and '14:56' lies in the year 2000. A text that is no
# date is NULL, so nothing is reported.
# Version: the SQLite of Python 3.11 (3.40.1 on Debian 12). Run on 30 November 2026. A number as a count of days is
# documented.
# Why it matters: a table of events exported for readers has years, months and days in one column. "GROUP BY year" and
# "since 2020" give an answer that looks whole. Export a first and a last day beside the date as written.
# Guess: NULL, as for '2026-03'; or the first of January.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.py <<'END'
import sqlite3, sys

base = sqlite3.connect(":memory:")
base.execute("CREATE TABLE event (happened TEXT)")
base.executemany("INSERT INTO event VALUES (?)", [("2026",), ("2026-03",), ("2026-03-02",), ("14:56",)])
print("SQLite", sqlite3.sqlite_version)
seen = base.execute("SELECT happened, date(happened), strftime('%Y', happened) FROM event ORDER BY date(happened)").fetchall()
for row in seen:
    print(*row, sep="\t")
since = [row[0] for row in base.execute("SELECT happened FROM event WHERE date(happened) >= '2020-01-01'")]
print("since 2020:", since)
dates = {row[0]: row[1] for row in seen}
right = (dates["2026"], dates["2026-03"], dates["14:56"]) == ("-4707-06-11", None, "2000-01-01") and since == ["2026-03-02"]
sys.exit(0 if right else "no longer as described")
END
python3 run.py
