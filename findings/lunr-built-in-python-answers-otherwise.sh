#!/usr/bin/env bash
# MkDocs can build its search index in Python (`prebuild_index: python`) instead of in the browser. The two indexes
# differ: lunr.js cuts every letter that is not ASCII off the ends of a word when it indexes, not when it searches, so
# "José", "Élysée", "état", "北京市政府" and "744.21(c)" are found only in the index that Python built. "US" and "May" are
# found in neither.
# Versions: lunr (npm) 2.3.9, lunr (Python) 0.8.0. Run on 30 November 2026. That there is a list of words without
# meaning is documented; that it empties a search for one of them is not.
# Why it matters: names of persons and paragraphs of rules are what readers look for, and a test of the search in one
# language says nothing of the other. A search for "US" alone needs an engine without such a list.
# Guess: the Python port makes the same index as the original, which reads its files.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check lunr==0.8.0
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" lunr@2.3.9
cat >run.py <<'END'
import json
from lunr import lunr
texts = ["José spoke", "The Élysée palace", "Un état", "北京市政府 announced", "Section 744.21(c)", "The US", "In May"]
documents = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
json.dump(documents, open("documents.json", "w"))
json.dump(lunr(ref="id", fields=["text"], documents=documents).serialize(), open("index.json", "w"))
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import lunr from "lunr";
const read = (name) => JSON.parse(readFileSync(name, "utf8"));
const browser = lunr(function () {
  this.ref("id");
  this.field("text");
  read("documents.json").forEach((document) => this.add(document));
});
const python = lunr.Index.load(read("index.json"));
const seen = ["José", "Élysée", "état", "北京市政府", "744.21(c)", "US", "May"].map((word) => {
  const found = [browser, python].map((index) => index.search(word).length);
  console.log(word.padEnd(10), "built by lunr.js:", found[0], " built by Python:", found[1]);
  return found.join("");
});
process.exit(seen.join(" ") === "01 01 01 01 01 00 00" ? 0 : 1);
END
venv/bin/python run.py
node run.mjs || { echo "no longer as described"; exit 1; }
