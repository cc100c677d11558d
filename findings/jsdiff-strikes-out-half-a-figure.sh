#!/usr/bin/env bash
# jsdiff's `diffWords` takes the point within a figure for a sign between two words. From "$1.5 million" to "$5 million" it strikes
# out "1." and marks "5 million" as unchanged; from 5 to 5.5 percent it inserts ".5"; from 1,000 to 1,500 "1," stays; in section
# 744.21(c) a 21 becomes 11. `diffWordsWithSpace` does the same. From "5.5" to "55", where the points do not match, the whole
# figure changes.
# Version: diff 9.0.0 (npm). Run on 1 December 2026. That signs are words of their own is documented.
# Why it matters: a page that shows what was corrected must show which figure was replaced by which. Whoever lists only the parts
# that changed prints "1." or ".5" as the correction. Cut the words yourself and use `diffArrays`.
# Guess: a figure is one word, and is replaced as one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" diff@9.0.0
cat >run.mjs <<'END'
import { diffWords, diffWordsWithSpace } from "diff";
const expected = [
  ["It cost $1.5 million.", "It cost $5 million.", "=It cost $ -1. =5 million."],
  ["It rose 5 percent.", "It rose 5.5 percent.", "=It rose 5 +.5  =percent."],
  ["It cost 1,000.", "It cost 1,500.", "=It cost 1, -000 +500 =."],
  ["744.21(c)", "744.11(c)", "=744. -21 +11 =(c)"],
  ["fell 5.5 percent", "fell 55 percent", "=fell  -5.5 +55 = percent"],
];
const show = (parts) => parts.map((part) => (part.added ? "+" : part.removed ? "-" : "=") + part.value).join(" ");
const [dearer, cheaper] = expected[0];
let as_described = show(diffWordsWithSpace(dearer, cheaper)) === expected[0][2];
for (const [before, after, awaited] of expected) {
  const seen = show(diffWords(before, after));
  console.log(`${before} | ${after} | ${seen}`);
  as_described &&= seen === awaited;
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
