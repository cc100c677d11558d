#!/usr/bin/env bash
# An Atom entry has `published` and `updated`. @extractus/feed-extractor calls the second one `published`; the first
# is lost. rss-parser and feedparser give the first. A relative link of an entry, which Atom allows, becomes an empty
# one.
# Versions: @extractus/feed-extractor 8.0.3, rss-parser 3.13.0, feedparser 6.0.14. Run on 30 November 2026.
# Why it matters: an article of 3 March that was corrected on the 9th is dated 9 March under a name that says the
# opposite, and without its address nothing shows that the two are one article.
# Guess: a field called `published` holds <published>, and <updated> only where that is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check feedparser==6.0.14
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @extractus/feed-extractor@8.0.3 rss-parser@3.13.0
cat >feed.xml <<'END'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://desk.example/news/"><title>Harbour</title><id>urn:x:1</id>
<updated>2026-03-09T10:00:00Z</updated><entry><title>Lock delayed</title><id>urn:x:2</id><link href="2026/lock"/>
<published>2026-03-03T08:00:00Z</published><updated>2026-03-09T10:00:00Z</updated><summary>Late.</summary></entry></feed>
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import { extractFromXml } from "@extractus/feed-extractor";
import Parser from "rss-parser";
const xml = readFileSync("feed.xml", "utf8");
const [entry] = extractFromXml(xml).entries;
const [item] = (await new Parser().parseString(xml)).items;
console.log("feed-extractor", entry.published.slice(0, 10), JSON.stringify(entry.link));
console.log("rss-parser    ", item.isoDate.slice(0, 10), JSON.stringify(item.link));
END
{
  node run.mjs
  venv/bin/python -c '
import feedparser
entry = feedparser.parse("feed.xml").entries[0]
print("feedparser    ", entry.published[:10], entry.link)'
} | tee seen
grep -q 'feed-extractor 2026-03-09 ""' seen && grep -q 'rss-parser     2026-03-03' seen && grep -q 'feedparser     2026-03-03' seen || {
  echo "no longer as described"
  exit 1
}
