#!/usr/bin/env bash
# Since version 4, `sqlite-utils insert --csv` finds the types of columns by itself: the ids 007 and 012 are the numbers 7 and
# 12, and what referred to "007" refers to nothing. Version 3 kept text unless it was asked. A column of 1_000 and 2_000 is
# called INTEGER as well, but its values stay text, for Python reads 1_000 as a number and SQLite does not.
# Version: sqlite-utils 4.2.1 against 3.38. Run on 30 November 2026.
# Why it matters: tables of claims and passages are joined by ids, and docket numbers, tariff lines and postcodes begin
# with 0. A Table Schema beside the CSV, which says "string", is not read.
# Guess: the tool that people load tables into SQLite with keeps what stands in the file, as it did for years.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 4.2.1 3.38; do
  python3 -m venv "venv-$version"
  "venv-$version/bin/pip" install -q --disable-pip-version-check "sqlite-utils==$version"
done
printf 'id,volume\n007,1_000\n012,2_000\n' >ids.csv
for version in 4.2.1 3.38; do
  "venv-$version/bin/sqlite-utils" insert "$version.db" ids ids.csv --csv
  echo "$version:" $("venv-$version/bin/sqlite-utils" query "$version.db" \
    'select id, typeof(id), volume, typeof(volume) from ids order by rowid limit 1' --csv --no-headers)
done | tee seen
grep -q '^4.2.1: 7,integer,1_000,text' seen && grep -q '^3.38: 007,text,1_000,text' seen || { echo "no longer as described"; exit 1; }
