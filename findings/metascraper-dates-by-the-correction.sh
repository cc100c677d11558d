#!/usr/bin/env bash
# The `date` that metascraper-date gives for an article is the one on which it was last changed, although
# `datePublished` is beside it in the same metadata: an article of 3 March, corrected on 9 March, is of 9 March. The
# day of publication has to be asked for under a name of its own.
# Versions: metascraper and metascraper-date 5.49.24 (newest for node 20). Run on 30 November 2026.
# Why it matters: "who was first" and "known on" are read off the day of publication; a correction moves the article
# behind those that followed it. @extractus/article-extractor, htmldate, newspaper4k and Readability give 3 March for
# the same page.
# Guess: published before modified, as in all other readers that were tried.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" metascraper@5.49.24 metascraper-date@5.49.24
cat >run.mjs <<'END'
import metascraper from "metascraper";
import readDate from "metascraper-date";
const data = { "@context": "https://schema.org", "@type": "NewsArticle", headline: "Lock",
  datePublished: "2026-03-03T06:00:00Z", dateModified: "2026-03-09T10:00:00Z" };
const html = `<html><head><title>Lock</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body></body></html>`;
const read = async (options) => metascraper([readDate(options)])({ html, url: "https://example.com/lock" });
const { date } = await read({});
const named = await read({ datePublished: true, dateModified: true });
console.log("date by default:", date);
console.log("asked for by name:", named);
process.exit(date.startsWith("2026-03-09") && named.datePublished.startsWith("2026-03-03") ? 0 : 1);
END
TZ=UTC node run.mjs || { echo "no longer as described"; exit 1; }
