#!/usr/bin/env bash
# A Table Schema may call a column "yearmonth", for values like 2026-03. frictionless reads it right and writes it to CSV
# right, but in a pandas table each month is a pair of numbers, (2026, 3), which pandas writes on as "yearmonth(year=2026, month=3)".
# Version: frictionless 5.21.0 with pandas 3.1.1. Run on 30 November 2026.
# Why it matters: the type was made for dates that are known to the month. Whoever loads such data as the standard proposes
# has no dates left, and nothing to compare with the 2026-03 of the file.
# Guess: a month is the text of the file, or a Period of pandas.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check 'frictionless[pandas]==5.21.0' pandas==3.1.1
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
from frictionless import Resource, Schema, fields

schema = Schema(fields=[fields.StringField(name="id"), fields.YearmonthField(name="told")])


def table():
    return Resource(data=[["id", "told"], ["007", "2026-03"]], schema=schema)


frame = table().to_pandas()
print(frame.to_csv(index=False))
assert frame.to_csv(index=False) == 'id,told\n007,"yearmonth(year=2026, month=3)"\n'
assert tuple(frame["told"].iloc[0]) == (2026, 3)
table().write("told.csv")
assert open("told.csv").read().splitlines() == ["id,told", "007,2026-03"]
END
