#!/usr/bin/env bash
# rss-parser gives the text of an Atom entry whose content is of the type xhtml in another order: first all words that
# are in no element, then the elements, grouped by their names. "We will <em>not</em> sign the <a>deal</a>" becomes
# "We will  sign the notdeal".
# Version: rss-parser 3.13.0 (2.3 million downloads a month). Run on 30 November 2026. Reported to the project in
# 2024, open.
# Why it matters: the words of the feed are a source as any, and a sentence without its "not" in place passes every
# test that looks for words. Read such content with an XML parser that keeps the order of mixed content.
# Guess: whoever offers `content` of a format gives it unchanged.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" rss-parser@3.13.0
cat >run.mjs <<'END'
import Parser from "rss-parser";
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><id>urn:x:1</id><updated>2026-03-03T08:00:00Z</updated>
<entry><title>Deal</title><id>urn:x:2</id><link href="https://desk.example/deal"/><updated>2026-03-03T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We will <em>not</em> sign the <a href="https://desk.example/x">deal</a> in May, she said.</p></div></content>
</entry></feed>`;
const [entry] = (await new Parser().parseString(feed)).items;
console.log("content:       ", entry.content);
console.log("contentSnippet:", entry.contentSnippet);
process.exit(entry.contentSnippet.includes("We will  sign the") && entry.contentSnippet.endsWith("notdeal") ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
