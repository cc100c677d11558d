#!/usr/bin/env bash
# chrono-node finds a date in "takes effect 30 days after publication in the register": 30 days from today, with day,
# month and year marked as certain, and in its strict mode, too. What the days are counted from is not among the words
# that it reports.
# Version: chrono-node 2.10.3 (3.6 million downloads a month). Run on 30 November 2026.
# Why it matters: deadlines of rules are written in this way. The date is made of the day on which the program ran.
# Only days that are named in full may be taken from such a finder.
# Guess: the strict mode is silent, or the date is marked as implied, as for "Friday".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" chrono-node@2.10.3
cat >run.mjs <<'END'
import * as chrono from "chrono-node";
const now = new Date("2026-11-30T12:00:00Z");
const wrong = [
  ["The rule takes effect 30 days after publication in the register.", "2026-12-30"],
  ["Comments are due within 60 days of the notice.", "2027-01-29"],
  ["It was signed 10 days before the hearing.", "2026-11-20"],
].map(([sentence, date]) => {
  const [found] = chrono.strict.parse(sentence, now);
  const day = found?.start.date().toISOString().slice(0, 10);
  const certain = ["day", "month", "year"].every((part) => found?.start.isCertain(part));
  console.log(`${sentence}\n  read "${found?.text}" as ${day}, certain: ${certain}`);
  return day === date && certain;
});
process.exit(wrong.every(Boolean) ? 0 : 1);
END
TZ=UTC node run.mjs || { echo "no longer as described"; exit 1; }
