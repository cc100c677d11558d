#!/usr/bin/env bash
# In Whoosh's standard analysis "US", "May", "AT" and single letters are words without meaning. A query "US" asks
# nothing and finds nothing, "AT&T" neither, and "US trade" is silently the query "trade".
# Version: Whoosh-Reloaded 2.7.5. Run on 30 November 2026. That there is such a list is in the manual.
# Why it matters: country, month and company are the facets of a desk on trade; the answer "nothing found" is false,
# and so is a list that ignores half of the question. Fields need an analysis without a list (stoplist=None,
# minsize=1).
# Guess: an all-upper-case word of two letters is kept, or at least a query of nothing but such words is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check Whoosh-Reloaded==2.7.5
cat >run.py <<'END'
import sys
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

texts = {"a": "The US said no", "b": "Talks in May", "c": "AT&T and the lock", "d": "Trade of the EU"}


def answers(field: TEXT) -> dict[str, str]:
    index = RamStorage().create_index(Schema(id=ID(stored=True), text=field))
    writer = index.writer()
    for name, text in texts.items():
        writer.add_document(id=name, text=text)
    writer.commit()
    with index.searcher() as searcher:
        parse = QueryParser("text", index.schema).parse
        return {q: "".join(sorted(hit["id"] for hit in searcher.search(parse(q)))) for q in ("US", "May", "AT&T", "US trade")}


standard = answers(TEXT)
without = answers(TEXT(analyzer=StandardAnalyzer(stoplist=None, minsize=1)))
print("standard analysis:", standard)
print("without a list:   ", without)
asked = standard == {"US": "", "May": "", "AT&T": "", "US trade": "d"}
sys.exit(0 if asked and without["US"] == "a" and without["May"] == "b" else "no longer as described")
END
venv/bin/python run.py
