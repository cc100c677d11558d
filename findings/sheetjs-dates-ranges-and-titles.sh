#!/usr/bin/env bash
# SheetJS reads a CSV file as a spreadsheet would, and takes for dates what no spreadsheet does: "2-5 March" is 2 March 2005,
# "Mar 5-7" 5 March 2007, "9-11" 11 September 2001, "March 2026" and "2026-03" the first of March. "12 Jan" and "2024-25" stay
# texts, so a column of one kind has both.
# Version: xlsx 0.18.5 (npm). Run on 1 December 2026. With `raw: true` all cells stay texts.
# Why it matters: "2-5 March" is a span of days of a year that the table's title tells, and 9-11 a vote or a name. Nothing is
# left of the text but a number of days, and the year comes from nowhere.
# Guess: only whole dates are dates; ranges stay texts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" xlsx@0.18.5
cat >run.mjs <<'END_OF_SCRIPT'
import xlsx from "xlsx";
const expected = [
  ["2-5 March", "2005-03-02"],
  ["Mar 5-7", "2007-03-05"],
  ["9-11", "2001-09-11"],
  ["March 2026", "2026-03-01"],
  ["2026-03", "2026-03-01"],
  ["12 Jan", "12 Jan"],
  ["2024-25", "2024-25"],
];
const cell = (text, options) => xlsx.read(`when\n${text}\n`, { type: "string", ...options }).Sheets.Sheet1.A2;
let asDescribed = true;
for (const [text, read] of expected) {
  const { t: kind, v: value } = cell(text);
  const seen = kind === "n" ? new Date(Date.UTC(1899, 11, 30) + value * 86400000).toISOString().slice(0, 10) : value;
  console.log(text.padEnd(12), kind, seen);
  asDescribed &&= seen === read && cell(text, { raw: true }).v === text;
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
