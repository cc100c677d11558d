#!/usr/bin/env bash
# numeral reads a number from a text by dropping all else: "5-10" is -510 (the hyphen becomes a sign), "5 to 10" 510, "$5 to $6"
# 56, "2026-03-04" 20260304. It multiplies by "b" and "m" and not by their words: "5.5b" is 5.5 billion, "5.5 billion" is 5.5.
# Nothing is refused but "1.2.2026".
# Version: numeral 2.0.6 (npm). Run on 1 December 2026.
# Why it matters: tables of sources are full of spans. A chart or a check that is fed so shows -510 with no warning; whatever
# holds more than one number has to be kept as text before a library sees it.
# Guess: null for a span and a date, 5,500,000,000 or null for "5.5 billion".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" numeral@2.0.6
cat >run.mjs <<'END'
import numeral from "numeral";
const expected = { "5-10": -510, "5–10": 510, "5 to 10": 510, "$5 to $6": 56, "2026-03-04": 20260304, "5.5b": 5.5e9, "5.5 billion": 5.5 };
let as_described = true;
for (const [text, awaited] of Object.entries(expected)) {
  const read = numeral(text).value();
  console.log(text.padEnd(14), read);
  as_described &&= read === awaited;
}
as_described &&= Number.isNaN(numeral("1.2.2026").value());
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
