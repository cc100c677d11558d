#!/usr/bin/env bash
# quantulum3 finds quantities in a text. "She is No. 2 at the ministry" has 2 ampere-turns, "5G equipment" 5 gauss. The figures
# of a date come out as two bare numbers, but those of a fiscal year (2025-26) not at all.
# Version: quantulum3 0.10.0 without its classifier. Run on 30 November 2026.
# Why it matters: who compares the quantities of a sentence with those of its passage gets a unit that no source gives, and
# a mismatch with the passage that says "second in the ministry".
# Guess: what follows "No." is a rank, and a unit is not made of a preposition.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check quantulum3==0.10.0 inflect==7.6.0
venv/bin/python -W ignore - <<'END' || { echo "no longer as described"; exit 1; }
from quantulum3 import parser

seen = {}
for words in ("She is No. 2 at the ministry.", "5G equipment was barred.", "It took effect on 24 January 2026.", "the fiscal year 2025-26"):
    seen[words[:6]] = [(one.value, one.unit.name) for one in parser.parse(words)]
    print(words, seen[words[:6]])
bare = "dimensionless"
assert list(seen.values()) == [[(2.0, "ampere-turn")], [(5.0, "gauss")], [(24.0, bare), (2026.0, bare)], []], seen
END
