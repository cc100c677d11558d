#!/usr/bin/env bash
# A table of texts that is printed as Markdown by pandas goes through tabulate, which reads the texts as numbers again:
# sections "744.1" and "744.10" are both printed 744.1, "3E001" is 30, "1500000.5" 1.5e+06. mkdocs-table-reader does so with
# a CSV file of which every column was asked for as text.
# Version: tabulate 0.10.0, pandas 3.1.1, mkdocs-table-reader-plugin 4.0.2. Run on 1 December 2026. That tabulate looks for
# numbers is documented by tabulate; pandas and the plugin do not say it, and `dtype="str"` was meant to prevent it.
# Why it matters: such a table stands on a hand-written page beside generated ones, and its source is right. Two sections of
# one rule cannot be told apart, in a column that is aligned like amounts. Pass `disable_numparse=True` to `to_markdown`.
# Guess: what is a text in the table is printed as it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check tabulate==0.10.0 pandas==3.1.1 mkdocs-table-reader-plugin==4.0.2 mkdocs==1.6.1
venv/bin/python - <<'END_OF_SCRIPT'
import sys
import pandas
from mkdocs_table_reader_plugin.markdown import convert_to_md_table
from mkdocs_table_reader_plugin.readers import READERS

table = {"section": ["744.1", "744.10"], "number": ["3E001", "5E002"], "cost": ["1500000.5", "3"]}
frame = pandas.DataFrame(table, dtype="str")
frame.to_csv("table.csv", index=False)
read = pandas.read_csv("table.csv", dtype="str")
assert read.equals(frame), "the file has the texts"
printed = [frame.to_markdown(index=False), convert_to_md_table(read)]
print(printed[0])
rows = [[[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines()[2:]] for text in printed]
plain = frame.to_markdown(index=False, disable_numparse=True)
seen = [["744.1", "30", "1.5e+06"], ["744.1", "500", "3"]]
sys.exit(0 if rows == [seen, seen] and "744.10" in plain and "3E001" in plain else "no longer as described")
END_OF_SCRIPT
mkdir docs
mv table.csv docs
printf '{{ read_csv("table.csv", dtype="str") }}\n' >docs/index.md
printf 'site_name: A site\nplugins: [table-reader]\n' >mkdocs.yml
venv/bin/mkdocs build -q --strict
grep -o '<td[^>]*>[^<]*</td>' site/index.html | sed 's/<[^>]*>//g' | head -6 | tr '\n' ' ' >cells
cat cells
echo
[ "$(cat cells)" = "744.1 30 1.5e+06 744.1 500 3 " ] || { echo "no longer as described"; exit 1; }
