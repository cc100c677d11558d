#!/usr/bin/env bash
# pySHACL lets a thirteenth month pass as xsd:gYearMonth, while it refuses 30 February as xsd:date; and a year 1999
# passes a rule that asks for nothing before 2026, because a year is compared with a day by its type, not by its time.
# Versions: pyshacl 0.40.1, rdflib 7.6.0. Run on 30 November 2026.
# Why it matters: a shape that was written for whole days says "conforms" of months and years, whatever they are.
# Dates of unlike precision have to be checked by code of one's own before they are exported.
# Guess: the type refuses month 13, and the comparison, which is not defined, is a violation (as sh:maxInclusive is).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0
cat >run.py <<'END'
import logging, sys

logging.disable(logging.CRITICAL)
import pyshacl

prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#>. @prefix x: <https://desk.example/>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.\n"
shape = prefixes + "x:Shape a sh:NodeShape; sh:targetClass x:Event; sh:property [sh:path x:on; {}]."
seen = []
for rule, value in (
    ("sh:datatype xsd:gYearMonth", '"2026-13"^^xsd:gYearMonth'),
    ("sh:datatype xsd:date", '"2026-02-30"^^xsd:date'),
    ('sh:minInclusive "2026-01-01"^^xsd:date', '"1999"^^xsd:gYear'),
    ('sh:maxInclusive "2026-12-31"^^xsd:date', '"1999"^^xsd:gYear'),
):
    conforms, _, _ = pyshacl.validate(f"{prefixes}x:e a x:Event; x:on {value}.", shacl_graph=shape.format(rule), data_graph_format="turtle", shacl_graph_format="turtle")
    print(f"{rule:40}{value:28}conforms: {conforms}")
    seen.append(conforms)
sys.exit(0 if seen == [True, False, True, False] else "no longer as described")
END
venv/bin/python run.py
