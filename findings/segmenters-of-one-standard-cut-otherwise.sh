#!/usr/bin/env bash
# JavaScript has a standard way to cut a text into sentences, Intl.Segmenter. The one in Node (ICU) cuts after "Mr." and
# "U.S."; the substitute for browsers that have none does not, but cuts after "No." before a figure, where ICU does not. Both
# cut "ab dem 3. März" in German. The extension of the locale that CLDR has for abbreviations (ss-standard) changes nothing.
# Version: Node 20 (ICU 78.2 on this machine) against @formatjs/intl-segmenter 12.2.15 (npm). Run on 30 November 2026.
# Why it matters: a page that lets readers choose a sentence would, in two browsers, cite other words of one passage, and a
# selector by the number of a sentence means another one.
# Guess: two segmenters by one standard, fed by one set of data, cut alike, and not within a name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @formatjs/intl-segmenter@12.2.15
cat >run.mjs <<'END'
import { Segmenter } from "@formatjs/intl-segmenter";
const cut = (Kind, locale, text) =>
  [...new Kind(locale, { granularity: "sentence" }).segment(text)].map((one) => one.segment.trim()).join(" | ");
const expected = [
  ["en", "Mr. Moor met the board of the U.S. Senate.", "Mr. | Moor met the board of the U.S. | Senate.", "Mr. Moor met the board of the U.S. Senate."],
  ["en-u-ss-standard", "Mr. Moor left.", "Mr. | Moor left.", "Mr. Moor left."],
  ["en", "He said No. 5 was cut.", "He said No. 5 was cut.", "He said No. | 5 was cut."],
  ["de", "Sie gilt ab dem 3. März.", "Sie gilt ab dem 3. | März.", "Sie gilt ab dem 3. | März."],
];
let as_described = true;
for (const [locale, text, native, other] of expected) {
  const [seen, seenOther] = [cut(Intl.Segmenter, locale, text), cut(Segmenter, locale, text)];
  console.log(`${locale}\n  Node:  ${seen}\n  other: ${seenOther}`);
  as_described &&= seen === native && seenOther === other;
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
