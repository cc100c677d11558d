#!/usr/bin/env bash
# BibLaTeX takes dates of EDTF: `2026-03~` is about March, `2026-03-04?` perhaps the fourth. pandoc prints the first "[2026?]",
# with the sign of the other, and the second without any. biblatex-csl-converter makes "circa" of both, and keeps the signs
# in its own file; citation-js forgets both, and prints the decade 202X as the year 2020.
# Version: pandoc 3.9 (pypandoc-binary 1.17), biblatex-csl-converter 3.6.0, @citation-js/plugin-bibtex 0.8.2 (npm). Run on
# 1 December 2026. CSL knows only circa.
# Why it matters: what a desk doubts is the only part of a date that a reader cannot see for himself, and three readers of one
# file say three things of it. Say it in `note`, in words.
# Guess: all three make circa of the first, and at least leave a mark on the second.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypandoc-binary==1.17
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" biblatex-csl-converter@3.6.0 \
  @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-csl@0.8.2
cat >run.py <<'END_OF_SCRIPT'
import sys
import pypandoc

expected = {"2026-03~": "(Board [2026?])", "2026-03-04?": "(Board 2026)", "202X": "(Board, n.d.)"}
seen = {}
for date in expected:
    open("list.bib", "w").write("@online{a, title={New lock opens}, author={{Board}}, date={%s}}" % date)
    text = "---\nbibliography: list.bib\n---\n[@a]"
    seen[date] = pypandoc.convert_text(text, "plain", format="markdown", extra_args=["--citeproc"]).splitlines()[0]
    print("pandoc", date, seen[date])
sys.exit(0 if seen == expected else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
cat >run.mjs <<'END_OF_SCRIPT'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import * as library from "biblatex-csl-converter";
const converter = library.default ?? library;
const expected = [
  ["2026-03~", '{"date-parts":[[2026,3]],"circa":true}', "2026-03~", "(2026, March)"],
  ["2026-03-04?", '{"date-parts":[[2026,3,4]],"circa":true}', "2026-03-04?", "(2026, March 4)"],
  ["202X", undefined, undefined, "(2020)"],
];
let asDescribed = true;
for (const [date, issued, kept, printed] of expected) {
  const text = `@online{a, title={New lock opens}, author={{Board}}, date={${date}}}`;
  const { entries } = new converter.BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
  const seen = [
    JSON.stringify(Object.values(new converter.CSLExporter(entries).parse())[0].issued),
    /date = \{(.*?)\}/.exec(new converter.BibLatexExporter(entries).parse())?.[1],
    /\(.*?\)/.exec(new Cite(text).format("bibliography", { template: "apa" }))[0],
  ];
  console.log(date.padEnd(12), "converter:", seen[0], "and", seen[1], "| citation-js:", seen[2]);
  asDescribed &&= seen[0] === issued && seen[1] === kept && seen[2] === printed;
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
