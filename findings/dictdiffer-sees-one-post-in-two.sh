#!/usr/bin/env bash
# dictdiffer compares whole numbers with a tolerance, as if they were measured: the posts 1890000000000000001 and
# 1890000000000000099 of a network are no difference, and with `tolerance=0` they are none either, because both become
# floating-point numbers. The same ids as texts differ. deepdiff reports both.
# Version: dictdiffer 0.10.0 against deepdiff 9.1.0. Run on 1 December 2026. That numbers have a tolerance is documented.
# Why it matters: what a source links to is compared between two versions of a file, and ids of posts have nineteen digits. A
# citation that was turned to another post of the same minute is an unchanged file. Ids are texts.
# Guess: without tolerance, whole numbers are compared exactly.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check dictdiffer==0.10.0 deepdiff==9.1.0
cat >run.py <<'END_OF_SCRIPT'
import sys
from deepdiff import DeepDiff
from dictdiffer import diff

pairs = [
    (1890000000000000001, 1890000000000000099),
    ("1890000000000000001", "1890000000000000099"),
]
seen = []
for before, after in pairs:
    old, new = {"post": before}, {"post": after}
    seen.append((bool(list(diff(old, new))), bool(DeepDiff(old, new)), bool(list(diff(old, new, tolerance=0)))))
    print(before, after, "dictdiffer: %s, deepdiff: %s, without tolerance: %s" % seen[-1])
sys.exit(0 if seen == [(False, True, False), (True, True, True)] else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
