#!/usr/bin/env bash
# Readers of saved pages take the speaker out of a quoted block. Of <blockquote><p>The toll is unfair.</p><footer>— <cite>Jo
# Park, pilot</cite></footer></blockquote>, a form that the HTML standard allows and style sheets of many papers use, only the words stay:
# in Defuddle, in Mozilla's Readability and in trafilatura. Each removes every <footer>, wherever it is. Defuddle drops the
# marks of <q> in Markdown as well, so that "She said <q>we will not hurry</q>, and left" reads as the reporter's own words.
# Versions: defuddle 0.19.4, @mozilla/readability 0.6.0 with jsdom 26.1.0 (npm), trafilatura 2.3.1. Run on 30 November 2026.
# Why it matters: these are what web clippers, reading lists and archives save. An allegation without its speaker is a statement
# of the paper, and nobody who reads the saved text can see that a name is missing.
# Guess: footers are taken for boilerplate where they are those of the page, not within a quotation.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" defuddle@0.19.4 jsdom@26.1.0 @mozilla/readability@0.6.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean
cat >run.mjs <<'END'
import { writeFileSync } from "node:fs";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";
import { Readability } from "@mozilla/readability";
const words = "The council met on the quay for three hours, and the clerk read out what had been agreed with the port. ".repeat(3);
const page = `<!doctype html><html lang="en"><head><title>Toll</title></head><body><article><h1>Council puts off the toll</h1>
<p>${words}</p><p>She said <q>we will not hurry</q>, and left.</p>
<blockquote><p>The toll is unfair to small boats.</p><footer>— <cite>Jo Park, pilot</cite></footer></blockquote>
<p>${words}</p></article></body></html>`;
writeFileSync("page.html", page);
const url = "https://gazette.example/toll";
const read = {
  "Defuddle, HTML": (await Defuddle(page, url)).content,
  "Defuddle, Markdown": (await Defuddle(page, url, { markdown: true })).content,
  Readability: new Readability(new JSDOM(page, { url }).window.document).parse().textContent,
};
let as_described = read["Defuddle, Markdown"].includes("She said we will not hurry, and left.");
for (const [name, text] of Object.entries(read)) {
  console.log(`${name}: words ${text.includes("unfair to small boats")}, speaker ${text.includes("Jo Park")}`);
  as_described &&= text.includes("unfair to small boats") && !text.includes("Jo Park");
}
process.exit(as_described ? 0 : 1);
END
node run.mjs 2>/dev/null || { echo "no longer as described"; exit 1; }
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
from pathlib import Path

import trafilatura

text = trafilatura.extract(Path("page.html").read_text(encoding="utf-8"))
print("trafilatura: words", "unfair to small boats" in text, ", speaker", "Jo Park" in text)
assert "unfair to small boats" in text
assert "Jo Park" not in text
END
