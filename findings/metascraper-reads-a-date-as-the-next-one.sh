#!/usr/bin/env bash
# Where <time class="published" datetime="2026-03-03"> shows the words "3 March", metascraper-date reads the words,
# not the attribute, and takes the next 3 March to come; "Tuesday" is the Tuesday of next week. The article lies in
# the future.
# Versions: metascraper and metascraper-date 5.49.24, chrono-node as they bring it. Run on 30 November 2026.
# Why it matters: many blogs mark their dates like this. A year that the page states exactly is replaced by another
# one, and an event "of tomorrow" gets into a timeline. A date of publication after the day of saving has to be
# refused.
# Guess: the attribute wins over the words, as it does in this library for <time itemprop="datePublished">.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" metascraper@5.49.24 metascraper-date@5.49.24
cat >run.mjs <<'END'
import metascraper from "metascraper";
import readDate from "metascraper-date";
const read = async (attributes, words) => {
  const html = `<html><head><title>Lock</title></head><body><article><time ${attributes} datetime="2026-03-03">${words}</time></article></body></html>`;
  const { date } = await metascraper([readDate()])({ html, url: "https://example.com/lock" });
  console.log(`<time ${attributes} datetime="2026-03-03">${words}</time>`.padEnd(75), date);
  return date.slice(0, 10);
};
const dated = await read('class="published"', "3 March");
const weekday = await read('class="published"', "Tuesday");
const item = await read('itemprop="datePublished"', "3 March");
const wrong = dated !== "2026-03-03" && dated.endsWith("-03-03") && weekday !== "2026-03-03";
process.exit(wrong && item === "2026-03-03" ? 0 : 1);
END
TZ=UTC node run.mjs || { echo "no longer as described"; exit 1; }
