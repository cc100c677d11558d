#!/usr/bin/env bash
# A list of sources in BibLaTeX, as Zotero and JabRef write it, has one field for the date: date = {2026-03-04}. The citation
# plugin of MkDocs prints a page on the web without any date, in strict mode and without a warning; an article with the
# older fields year and month has them.
# Version: mkdocs-bibtex 4.4.0 with pybtex 0.26.1 and mkdocs 1.6.1. Run on 30 November 2026.
# Why it matters: an undated source looks whole. A reader cannot tell a report of before a decision from one of after it.
# Guess: the date is printed, or the build complains.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mkdocs-bibtex==4.4.0 mkdocs==1.6.1 pybtex==0.26.1
mkdir docs
cat >mkdocs.yml <<'END'
site_name: Harbour
plugins: [{bibtex: {bib_file: sources.bib}}]
markdown_extensions: [footnotes]
END
cat >sources.bib <<'END'
@online{new, author = {Moor, Jane}, title = {New lock}, url = {https://courier.example/}, date = {2026-03-04}}
@article{old, author = {Moor, Jane}, title = {Old lock}, journal = {Courier}, year = {2026}, month = mar}
END
printf 'It opens [@new]. It closed [@old].\n\n\\bibliography\n' >docs/index.md
venv/bin/mkdocs build --strict --quiet
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import html, re

page = html.unescape(re.sub("<[^>]+>", "", open("site/index.html", encoding="utf-8").read()))
new, old = (re.search(f"Jane Moor. {name} lock.*", page)[0] for name in ("New", "Old"))
print(new, old, sep="\n")
assert "2026" not in new and "March 2026" in old
END
