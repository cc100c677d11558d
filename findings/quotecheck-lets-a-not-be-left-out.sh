#!/usr/bin/env bash
# quotecheck says whether a quotation is in its source. It lets up to twelve letters stand between the halves of a quotation,
# for page numbers and running heads that a scan put there: of "The board will never sell the lock" the words "The board will
# sell the lock" are found, and `ok`. Hyphens are left out on both sides, so that "rose by 510 percent" is found in "rose by
# 5-10 percent", as an exact match.
# Version: quotecheck 0.1.0. Run on 1 December 2026. The gap and the hyphens are documented, with "a splice of two fragments
# still fails" and "digits are content"; gtrex 1.1.0, which has the same purpose, refuses all four.
# Why it matters: never, hardly and other small words are the shortest way to turn a quotation round, and fit into any gap
# that is measured in letters. A tolerance for scans needs to say what lay in the gap; ranges need their hyphen.
# Guess: what is reported as found has no word of the source left out, and its figures.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check quotecheck==0.1.0 gtrex==1.1.0
cat >run.py <<'END_OF_SCRIPT'
import sys
import gtrex
import quotecheck

source = (
    "Exports rose by 5-10 percent in 2024-25, the board wrote. The board will never sell the lock to the state, its chairman "
    "said. A fee of five dollars is not due from small boats."
)
expected = {
    "Exports rose by 510 percent": ("found", True),
    "in 202425, the board wrote": ("found", True),
    "The board will sell the lock to the state": ("interleaved", True),
    "A fee of five dollars is due from small boats": ("interleaved", True),
    "Exports rose by 5-11 percent": ("drift", False),
}
seen = {}
for quotation in expected:
    found = quotecheck.check(quotation, source)
    seen[quotation] = (found.status, found.ok)
    print(f"{quotation:48}{found.status:12}{found.ok}   gtrex: {gtrex.verify(quotation, source).grounded}")
grounded = any(gtrex.verify(quotation, source).grounded for quotation in expected)
sys.exit(0 if seen == expected and not grounded else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
