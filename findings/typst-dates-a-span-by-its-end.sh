#!/usr/bin/env bash
# A source whose BibLaTeX date is 2026-03-02/2026-03-05 is cited "2026, March 5" by Typst, one of 2026-03/.. (since
# March) as "2026, March", and the decade 202X as 2029. pandoc cites the same file "March 2–5", without a date, and
# without a date. A doubt, 2026?, is "ca. 2026" in Typst and a plain 2026 in pandoc.
# Versions: typst 0.15.0 (Python), pandoc 3.9 (pypandoc-binary 1.17). Run on 30 November 2026.
# Why it matters: talks of four days are dated by their last, and "some time in the twenties" becomes its last year,
# in the most careful format that there is for such dates. Give one day or month in citations, and the span in a note.
# Guess: what a processor cannot print, it leaves out or prints as it is written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check typst==0.15.0 pypandoc-binary==1.17 pypdf==7.1.1
cat >run.py <<'END'
import io, json, sys
from pathlib import Path
import pypandoc, pypdf, typst

dates = {"2026-03-02/2026-03-05": "2026, March 5", "2026-03/..": "2026, March", "202X": "2029", "2026?": "ca. 2026"}
same = True
for number, (date, expected) in enumerate(dates.items()):
    Path("one.bib").write_text("@online{a, author={Li, Wen}, title={Talks}, date={%s}, url={https://desk.example/}}" % date)
    Path("one.typ").write_text('#set page(width: 30cm)\n#bibliography("one.bib", full: true, style: "apa")')
    page = pypdf.PdfReader(io.BytesIO(typst.compile("one.typ"))).pages[0].extract_text()
    printed = " ".join(page.split()).partition("(")[2].partition(")")[0].strip(", ")
    other = json.loads(pypandoc.convert_file("one.bib", "csljson", format="biblatex"))[0].get("issued")
    print(f"{date:24}Typst: {printed:16}pandoc: {other}")
    same &= printed == expected and other == (
        {"date-parts": [[2026, 3, 2], [2026, 3, 5]]}, None, None, {"date-parts": [[2026]]}
    )[number]
sys.exit(0 if same else "no longer as described")
END
venv/bin/python run.py
