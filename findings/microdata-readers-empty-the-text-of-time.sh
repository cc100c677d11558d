#!/usr/bin/env bash
# In microdata a `time` without `datetime` has its text as its value: `<time itemprop="dateModified">2026-03-05</time>`. Three
# readers, for Python and for JavaScript, find an empty text there, each by code of its own. With the attribute the value is
# right, and a fourth reader, which makes RDF, has the text.
# Version: extruct 0.18.0, microdata 0.8.0, microdata-node 2.0.0 against microdata-rdf-streaming-parser 3.0.0 (npm). Run on
# 1 December 2026.
# Why it matters: this is how many read what publishers say of their own pages. A date that is there and empty is worse than
# one that is missing: programs take the field as answered and look no further. briefings reads the text.
# Guess: the text, as HTML says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check extruct==0.18.0 lxml_html_clean==0.4.3 microdata==0.8.0
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" microdata-node@2.0.0 microdata-rdf-streaming-parser@3.0.0
cat >page.html <<'END_OF_PAGE'
<!DOCTYPE html><title>New lock opens</title>
<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">New lock opens</h1>
<time itemprop="datePublished" datetime="2026-03-04">Wednesday</time> <time itemprop="dateModified">2026-03-05</time></div>
END_OF_PAGE
cat >run.py <<'END_OF_SCRIPT'
import sys
import extruct
import microdata

text = open("page.html").read()
(found,) = extruct.extract(text, base_url="https://example.org/", syntaxes=["microdata"])["microdata"]
(item,) = microdata.get_items(text)
seen = [(found["properties"][name], getattr(item, name)) for name in ("datePublished", "dateModified")]
print("extruct, microdata:", *seen)
sys.exit(0 if seen == [("2026-03-04", "2026-03-04"), ("", "")] else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
cat >run.mjs <<'END_OF_SCRIPT'
import { readFileSync } from "node:fs";
import microdata from "microdata-node";
import { MicrodataRdfParser } from "microdata-rdf-streaming-parser";
const text = readFileSync("page.html", "utf8");
const { properties } = microdata.toJson(text, { base: "https://example.org/" }).items[0];
const triples = {};
const parser = new MicrodataRdfParser({ baseIRI: "https://example.org/", contentType: "text/html" });
parser.on("data", ({ predicate, object }) => (triples[predicate.value.split("/").pop()] = object.value));
parser.on("end", () => {
  console.log("microdata-node:", properties.datePublished, properties.dateModified);
  console.log("microdata-rdf-streaming-parser:", triples.datePublished, triples.dateModified);
  process.exit(properties.dateModified[0] === "" && triples.dateModified === "2026-03-05" ? 0 : 1);
});
parser.end(text);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
