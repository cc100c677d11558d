#!/usr/bin/env bash
# A claim in JSON-LD whose "@id" is relative ("claim-1"), read as a text without a base, is
# <http://example.org/base/claim-1> for PyLD, nothing at all for jsonld of npm (its result is empty, without an
# error), and a file of the folder that it runs in for rdflib.
# Versions: PyLD 3.3.0, jsonld 9.0.0 (npm), rdflib 7.6.0. Run on 30 November 2026. A default base is allowed; this one
# is in PyLD's source, not in its README.
# Why it matters: the claims of two sites become one claim under a name that belongs to neither, or vanish. What is
# exported has to carry whole addresses, or "@base", although the page around it would give one.
# Guess: relative names stay relative, or all three refuse them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pyld==3.3.0 rdflib==7.6.0
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" jsonld@9.0.0
echo '{"@context": {"@vocab": "https://schema.org/"}, "@id": "claim-1", "@type": "Claim", "text": "We will not sign"}' >claim.json
cat >run.py <<'END'
import json, pathlib
import rdflib
from pyld import jsonld

text = pathlib.Path("claim.json").read_text()
print("PyLD:  ", jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"}).split()[0])
print("rdflib:", next(iter(rdflib.Graph().parse(data=text, format="json-ld").subjects())).n3())
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
const rdf = await jsonld.toRDF(JSON.parse(readFileSync("claim.json", "utf8")), { format: "application/n-quads" });
console.log("jsonld: ", JSON.stringify(rdf));
END
{ venv/bin/python run.py; node run.mjs; } | tee seen
grep -q '^PyLD:   <http://example.org/base/claim-1>$' seen && grep -q '^rdflib: <file:///' seen && grep -q '^jsonld:  ""$' seen || {
  echo "no longer as described"
  exit 1
}
