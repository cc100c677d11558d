#!/usr/bin/env bash
# Wikidata stores with each date how exact it is: to the day, the month, the year, the decade or the century. The simplified
# claims of wikibase-sdk say of all of them, unless asked otherwise, a moment to the millisecond: March 2026 and the first of
# March are one value, and so are the year 2000, the 2000s and the twentieth century. The form `simple-day` keeps months and
# years apart, and prints the century as the year 2000 still. A day of the Julian calendar has no mark.
# Version: wikibase-sdk 11.6.6 (npm). Run on 1 December 2026. The forms are documented; what they do to decades is not.
# Why it matters: birth years and foundings of firms are taken from there, mostly known to the year. Of 1 January nobody said
# anything. Ask with `keepRichValues` or read `precision` in the claim itself.
# Guess: a claim of a month is simplified to 2026-03, a century to something that is no year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" wikibase-sdk@11.6.6
cat >run.mjs <<'END_OF_SCRIPT'
import { simplifyClaim } from "wikibase-sdk";
const claim = (time, precision, calendar) => ({
  mainsnak: {
    snaktype: "value",
    property: "P571",
    datatype: "time",
    datavalue: {
      type: "time",
      value: { time, timezone: 0, before: 0, after: 0, precision, calendarmodel: `http://www.wikidata.org/entity/${calendar}` },
    },
  },
  type: "statement",
  id: "Q1$1",
  rank: "normal",
});
const expected = [
  ["a day", "+2026-03-01T00:00:00Z", 11, "2026-03-01T00:00:00.000Z", "2026-03-01"],
  ["a month", "+2026-03-00T00:00:00Z", 10, "2026-03-01T00:00:00.000Z", "2026-03"],
  ["a year", "+2000-00-00T00:00:00Z", 9, "2000-01-01T00:00:00.000Z", "2000"],
  ["the 2000s", "+2000-00-00T00:00:00Z", 8, "2000-01-01T00:00:00.000Z", "2000"],
  ["the 20th century", "+2000-00-00T00:00:00Z", 7, "2000-01-01T00:00:00.000Z", "2000"],
  ["a Julian day", "+1582-10-04T00:00:00Z", 11, "1582-10-04T00:00:00.000Z", "1582-10-04"],
];
let asDescribed = true;
for (const [words, time, precision, unasked, simple] of expected) {
  const said = claim(time, precision, words === "a Julian day" ? "Q1985786" : "Q1985727");
  const seen = [simplifyClaim(said), simplifyClaim(said, { timeConverter: "simple-day" })];
  console.log(words.padEnd(18), ...seen);
  asDescribed &&= seen.join() === [unasked, simple].join();
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
