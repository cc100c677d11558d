#!/usr/bin/env bash
# edtf.js reads "one day of 8 to 15 October 2024" ([2024-10-08..2024-10-15] in EDTF) as a set whose last possible day is
# 8 October: `max` looks at the first value of a range only, and `covers` says that 12 October is not in it. A list in
# braces with a range fares the same; a set that names its days one by one, and an interval with a slash, do not. The
# iterator of the same object gives all eight days.
# Version: edtf 4.11.1 (npm) against edtf 5.0.2 (Python), which gives 15 October. Run on 30 November 2026.
# Why it matters: such sets are how a desk writes a day that no source names. A timeline drawn from `max` ends them too
# early, and a deadline counts as past on its first possible day.
# Guess: two readers of ISO 8601-2 agree on the first and the last day of a set.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" edtf@4.11.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check edtf==5.0.2
cat >run.mjs <<'END'
import edtf from "edtf";
const day = (moment) => new Date(moment).toISOString().slice(0, 10);
let as_described = true;
for (const [text, last] of [
  ["[2024-10-08..2024-10-15]", "2024-10-08"], ["[2026-01..2026-03]", "2026-01-31"], ["{2024-10-08..2024-10-15}", "2024-10-08"],
  ["[2024-10-08,2024-10-15]", "2024-10-15"], ["2024-10-08/2024-10-15", "2024-10-15"],
]) {
  const read = edtf(text);
  console.log(text.padEnd(26), read.type.padEnd(9), day(read.min), "to", day(read.max), " days given:", [...read].length);
  as_described &&= day(read.max) === last;
}
const set = edtf("[2024-10-08..2024-10-15]");
console.log("covers 12 October:", set.covers(edtf("2024-10-12")));
process.exit(as_described && [...set].length === 8 && !set.covers(edtf("2024-10-12")) ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python -c '
from edtf import parse_edtf
last = tuple(parse_edtf("[2024-10-08..2024-10-15]").upper_strict())[:3]
print("Python:", last)
assert last == (2024, 10, 15)' || { echo "no longer as described"; exit 1; }
