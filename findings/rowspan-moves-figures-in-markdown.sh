#!/usr/bin/env bash
# Where a cell spans two rows, markdownify (which MarkItDown uses) and html2text write the second row one cell short,
# from the left: its figures are then under the headings of other columns. Nothing warns of it.
# Versions: markdownify 1.2.3, html2text 2025.4.15. Run on 30 November 2026.
# Why it matters: "Quota 2026: 40" is read out of a table that says "quota 2025: 40". Tables of saved pages want their
# spans resolved before they become Markdown.
# Guess: an empty or a repeated cell is put where the span reaches, as colspan is answered by one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15
cat >run.py <<'END'
import sys
import html2text, markdownify

page = (
    "<table><tr><th>Country</th><th>Measure</th><th>2025</th><th>2026</th></tr>"
    '<tr><td rowspan="2">Westhaven</td><td>quota</td><td>40</td><td>50</td></tr>'
    "<tr><td>refused</td><td>7</td><td>9</td></tr></table>"
)


def cells(text: str) -> list[str]:
    row = next(line for line in text.splitlines() if "refused" in line)
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


moved = True
for name, text in (("markdownify", markdownify.markdownify(page)), ("html2text", html2text.html2text(page))):
    print(f"{name}:\n{text.strip()}\n")
    moved &= cells(text)[:3] == ["refused", "7", "9"]
sys.exit(0 if moved else "no longer as described")
END
venv/bin/python run.py
