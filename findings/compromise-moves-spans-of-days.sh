#!/usr/bin/env bash
# compromise-dates makes days of the words of a text. "Between March 2 and 5, 2026" is 2 March of next year, "from 2 to 5
# March 2026" is 1 March, "before March 2026" is the second half of February only, "after 4 March 2026" ends on 19 March,
# spring ends with April, and 29 February of a year that has none is the 28th. None of this is marked as uncertain.
# Version: compromise-dates 3.9.0 with compromise 14.17.0 (npm). Run on 30 November 2026.
# Why it matters: it runs in the browser, so it is what a page would use to offer a date for selected words. A desk that
# took the offer would print days that no source gives, and two of these deadlines would be over too early.
# Guess: a span of two days in one month is read, and an open span stays open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" compromise@14.17.0 compromise-dates@3.9.0
cat >run.mjs <<'END'
import nlp from "compromise";
import dates from "compromise-dates";
nlp.plugin(dates);
let as_described = true;
for (const [words, first, last] of [
  ["between March 2 and 5, 2026", "2027-03-02", "2027-03-02"],
  ["from 2 to 5 March 2026", "2026-03-01", "2026-03-01"],
  ["before March 2026", "2026-02-15", "2026-02-28"],
  ["after 4 March 2026", "2026-03-05", "2026-03-19"],
  ["in spring 2026", "2026-03-01", "2026-04-30"],
  ["on 29 February 2026", "2026-02-28", "2026-02-28"],
  ["on 4 March 2026", "2026-03-04", "2026-03-04"],
]) {
  const [read] = nlp(words).dates({ today: "2026-11-30", timezone: "UTC" }).get();
  const [from, to] = [read.start.slice(0, 10), read.end.slice(0, 10)];
  console.log(words.padEnd(30), from, "to", to);
  as_described &&= from === first && to === last;
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
