#!/usr/bin/env bash
# mhtml-to-html makes one HTML file of a page that Chrome saved, and puts a record of schema.org before everything else, of
# which `dateCreated` is the moment of saving. metascraper-date believes it more than the page: an article of 4 March 2026
# with `article:published_time`, saved in October, is of October. Read from the page as it was, it is of March.
# Version: mhtml-to-html 2.1.0 with metascraper 5.49.24 and metascraper-date 5.49.24 (npm). Run on 1 December 2026.
# Why it matters: each of the two is sound by itself. A whole archive that was converted once is of the days on which somebody
# pressed a key, usually many articles of one day. Read the .mhtml itself, or take out the record that was added.
# Guess: the day of saving is kept where no reader takes it for that of publication, as in a comment.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" \
  mhtml-to-html@2.1.0 metascraper@5.49.24 metascraper-date@5.49.24
cat >run.mjs <<'END_OF_SCRIPT'
import metascraper from "metascraper";
import metascraperDate from "metascraper-date";
import { convert } from "mhtml-to-html";
const url = "https://example.org/lock";
const page = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>New lock opens</title>
<meta property="article:published_time" content="2026-03-04T08:00:00.000Z"></head>
<body><article><h1>New lock opens</h1><p>The board said so.</p></article></body></html>`;
const saved = [
  "From: <Saved by Blink>",
  `Snapshot-Content-Location: ${url}`,
  "Subject: New lock opens",
  "Date: Sun, 4 Oct 2026 10:00:00 -0000",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="part"',
  "",
  "--part",
  "Content-Type: text/html",
  "Content-Transfer-Encoding: quoted-printable",
  `Content-Location: ${url}`,
  "",
  page.replaceAll("=", "=3D"),
  "--part--",
  "",
].join("\r\n");
const { data } = await convert(saved);
console.log(data.match(/"dateCreated".*/)[0], "| kept:", data.includes("2026-03-04T08:00:00.000Z"));
const read = metascraper([metascraperDate()]);
const before = (await read({ html: page, url })).date;
const after = (await read({ html: data, url })).date;
console.log("the page:", before, "\nconverted:", after);
process.exit(before.startsWith("2026-03-04") && after.startsWith("2026-10-04") ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
