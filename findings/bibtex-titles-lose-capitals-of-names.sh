#!/usr/bin/env bash
# Reading BibTeX, pandoc and @retorquere/bibtex-parser (Zotero's Better BibTeX) make a title sentence case: "Rule on
# Huawei and US–China Chips" becomes "Rule on huawei and US–china chips" in the data that they hand on; citation-js
# keeps it. Braces round the whole title, the usual remedy, help in pandoc only; braces round each name in both. The
# second one also drops the mark of doubt of 2026-03~.
# Versions: pandoc 3.9 (pypandoc-binary 1.17), @retorquere/bibtex-parser 9.0.29, @citation-js/plugin-bibtex 0.7.18.
# Run on 30 November 2026. pandoc's manual describes it.
# Why it matters: titles are quotations, too: the title on the page no longer is that of the article, and names in it
# are not recognised. An export in BibTeX has to have braces round each name of a title.
# Guess: a style may change the case of a title when it prints; a reader of data does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypandoc-binary==1.17
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @retorquere/bibtex-parser@9.0.29 @citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18
cat >one.bib <<'END'
@online{a, author={Li, Wen}, title={Rule on Huawei and US--China Chips}, date={2026-03~}}
@online{b, author={Li, Wen}, title={{Rule on Huawei and US--China Chips}}, date={2026-03}}
@online{c, author={Li, Wen}, title={Rule on {Huawei} and {US--China} Chips}, date={2026-03}}
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import { parse } from "@retorquere/bibtex-parser";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
const text = readFileSync("one.bib", "utf8");
for (const { fields } of parse(text).entries) console.log("bibtex-parser", fields.title, fields.date);
for (const { title } of new Cite(text).data) console.log("citation-js  ", title);
END
cat >run.py <<'END'
import json, pypandoc
for entry in json.loads(pypandoc.convert_file("one.bib", "csljson", format="biblatex")):
    print("pandoc       ", entry["title"], entry["issued"])
END
{ node run.mjs; venv/bin/python run.py; } | tee seen
[ "$(grep -c '^bibtex-parser Rule on huawei and US–china chips' seen)" = 2 ] && [ "$(grep -c '^pandoc .* Rule on huawei and US–china chips' seen)" = 1 ] &&
  [ "$(grep -c 'Rule on Huawei and US–China [Cc]hips' seen)" = 6 ] &&
  grep -q 'chips 2026-03$' seen || { echo "no longer as described"; exit 1; }
