#!/usr/bin/env bash
# An entry of an Atom feed that gathers other feeds carries a `source`, with title, date and address of the feed it came from.
# htmlparser2 takes the first link anywhere below the entry: where `source` stands first, the entry leads to the front page of
# its first publisher. Its day is that of the last change, though `published` is there. The title is right.
# Version: htmlparser2 12.0.0 against rss-parser 3.13.0 (npm) and feedparser 6.0.14. Run on 1 December 2026.
# Why it matters: gathered feeds are how a desk follows many outlets. A list of articles that all lead to a front page looks
# like a fault of the publisher, and the copy that is saved from it is the wrong page.
# Guess: what is within `source` is not of the entry, as for titles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check feedparser==6.0.14
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" htmlparser2@12.0.0 rss-parser@3.13.0
cat >feed.xml <<'END_OF_FEED'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>All harbours</title><id>urn:example:all</id>
<updated>2026-03-10T00:00:00Z</updated><author><name>All</name></author>
<entry><source><title>Harbour Gazette</title><id>urn:example:gazette</id><updated>2026-03-09T12:00:00Z</updated>
<link href="https://gazette.example/"/></source>
<title>New lock opens</title><id>urn:example:1</id><link href="https://gazette.example/lock"/>
<published>2026-03-02T00:00:00Z</published><updated>2026-03-04T00:00:00Z</updated><summary>It opens.</summary></entry></feed>
END_OF_FEED
cat >run.mjs <<'END_OF_SCRIPT'
import { readFileSync } from "node:fs";
import { parseFeed } from "htmlparser2";
import Parser from "rss-parser";
const text = readFileSync("feed.xml", "utf8");
const [entry] = parseFeed(text, { xmlMode: true }).items;
const [other] = (await new Parser().parseString(text)).items;
console.log("htmlparser2:", entry.title, entry.link, entry.pubDate.toISOString());
console.log("rss-parser: ", other.title, other.link, other.isoDate);
process.exit(
  entry.title === other.title &&
    entry.link === "https://gazette.example/" &&
    entry.pubDate.toISOString().startsWith("2026-03-04") &&
    other.link === "https://gazette.example/lock" &&
    other.isoDate.startsWith("2026-03-02")
    ? 0
    : 1,
);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python -c '
import feedparser
(entry,) = feedparser.parse("feed.xml").entries
print("feedparser: ", entry.title, entry.link, entry.published)
assert entry.link == "https://gazette.example/lock" and entry.published.startswith("2026-03-02")' || { echo "no longer as described"; exit 1; }
