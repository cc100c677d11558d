#!/usr/bin/env bash
# In a PDF by Typst the hyphen that somebody wrote and the one that breaks a word at the end of a line are one glyph,
# and the file says of it once what it means: the kind that came first. If a word was broken before, pypdf and
# pdfminer give "2024-25" with a soft hyphen (U+00AD), which by its meaning may be dropped: 202425. If not, broken
# words keep a plain hyphen. PDFium gives the plain one within a line in the first case, too.
# Versions: typst 0.15.0, pypdf 7.1.1, pdfminer.six 20260107, pypdfium2 5.15.2. Run on 30 November 2026.
# Why it matters: removing soft hyphens is a usual step before texts are compared. Here it makes another number of a
# span of years, and one word of "export-control"; whether it does depends on the lines before. Within a line, and
# beside digits, a soft hyphen in PDF text is a hyphen.
# Guess: the PDF keeps the two apart (it has a means for that), or readers look at the end of the line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check typst==0.15.0 pypdf==7.1.1 pdfminer.six==20260107 pypdfium2==5.15.2
cat >run.py <<'END'
import io, sys
import pypdf, pypdfium2, typst
from pdfminer.high_level import extract_text

setting = '#set page(width: 3cm, height: auto, margin: 3mm)\n#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n'
broken, years = "Counterproductive manufacturers", "fiscal year 2024-25 of export-control"


def read(text: str) -> dict[str, str]:
    pdf = typst.compile((setting + text).encode())
    return {
        "pypdf": pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(),
        "pdfminer": extract_text(io.BytesIO(pdf)),
        "pdfium": pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range(),
    }


after, before = read(f"{broken}, {years}"), read(f"{years}, {broken}")
for name in after:
    print(name, "a broken word first:", ascii(after[name]))
    print(name, "the years first:    ", ascii(before[name]))
soft = all("2024\u00ad25" in after[name] for name in ("pypdf", "pdfminer")) and "2024-25" in after["pdfium"]
plain = all("2024-25" in text for text in before.values()) and "\u00ad" not in before["pypdf"]
sys.exit(0 if soft and plain else "no longer as described")
END
venv/bin/python run.py
