#!/usr/bin/env bash
# Taiwan counts years from 1911 and writes 民國115年 for 2026. chrono-node, which has a parser for traditional Chinese, reads
# 民國115年3月4日 as 4 March of the year 115, and is certain of day, month and year. Its Japanese parser knows 令和8年 and
# 令和元年, the years of an emperor.
# Version: chrono-node 2.10.3 (npm). Run on 1 December 2026.
# Why it matters: laws, gazettes and company registers of Taiwan are dated so, and a desk on semiconductors reads them. A date
# of the second century is no error for anything that comes after; on a timeline it is simply first.
# Guess: the era is known, as in Japanese, or nothing is found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" chrono-node@2.10.3
cat >run.mjs <<'END_OF_SCRIPT'
import * as chrono from "chrono-node";
const expected = [
  ["zh.hant", chrono.zh.hant, "民國115年3月4日", 115, 3, 4],
  ["zh.hant", chrono.zh.hant, "中華民國115年3月4日公布", 115, 3, 4],
  ["zh.hant", chrono.zh.hant, "2026年3月4日", 2026, 3, 4],
  ["ja", chrono.ja, "令和8年3月4日", 2026, 3, 4],
  ["ja", chrono.ja, "令和元年5月1日", 2019, 5, 1],
];
let asDescribed = true;
for (const [name, parser, text, ...date] of expected) {
  const { start } = parser.parse(text, new Date(Date.UTC(2026, 11, 1)))[0];
  const parts = ["year", "month", "day"];
  const seen = parts.map((part) => start.get(part));
  const certain = parts.every((part) => start.isCertain(part));
  console.log(name.padEnd(8), text.padEnd(14), seen.join("-"), "certain:", certain);
  asDescribed &&= certain && seen.join() === date.join();
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
