#!/usr/bin/env bash
# In rdflib's SPARQL a year or a month (xsd:gYear, xsd:gYearMonth) is later than any day (xsd:date): FILTER(?on >=
# "2026-03-02"^^xsd:date) also gives what happened in 1999 and in May 2019. Oxigraph, with the same data and query,
# leaves both out.
# Versions: rdflib 7.6.0, pyoxigraph 0.5.13. Run on 30 November 2026.
# Why it matters: dates of unlike precision are the rule in a corpus of events. "Everything since March" asked of the
# same export holds the oldest entries in one tool and not in the other. Give each event a first and a last day in
# fields of their own.
# Guess: a comparison that the standard does not define is an error, so the row is left out (as in Oxigraph).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat >run.py <<'END'
import sys
import pyoxigraph, rdflib

data = """@prefix x: <https://desk.example/>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
x:founding x:on "1999"^^xsd:gYear. x:law x:on "2019-05"^^xsd:gYearMonth.
x:draft x:on "2026-03-01"^^xsd:date. x:rule x:on "2026-03-15"^^xsd:date."""
query = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?what WHERE {?what <https://desk.example/on> ?on FILTER(?on >= "2026-03-02"^^xsd:date)}"""
store = pyoxigraph.Store()
store.load(data.encode(), format=pyoxigraph.RdfFormat.TURTLE)
one = sorted(str(row.what).rsplit("/")[-1] for row in rdflib.Graph().parse(data=data).query(query))
other = sorted(row["what"].value.rsplit("/")[-1] for row in store.query(query))
print("since 2 March 2026, rdflib:  ", one)
print("since 2 March 2026, Oxigraph:", other)
sys.exit(0 if (one, other) == (["founding", "law", "rule"], ["rule"]) else "no longer as described")
END
venv/bin/python run.py
