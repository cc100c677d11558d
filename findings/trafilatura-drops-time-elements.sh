#!/usr/bin/env bash
# trafilatura leaves out what is inside <time> and <output>: "takes effect on <time>3 March 2026</time>, the ministry
# said" becomes "takes effect on , the ministry said". All modes (recall, precision, fast) do so.
# Version: trafilatura 2.3.1. Run on 30 November 2026.
# Why it matters: a date is what a briefing quotes most, and the saved text no longer holds it. Who saves articles
# with this library has to unwrap such elements first, or compare the words before and after.
# Guess: inline elements without a rule of their own keep their words, as <mark>, <data> and <dfn> do. (They do; these
# two do not.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check pip==24.0 # see pip-of-debian-12-skips-an-extra.sh
venv/bin/pip install -q --disable-pip-version-check trafilatura==2.3.1
cat >run.py <<'END'
import sys
import trafilatura

around = "<p>The port authority said on Tuesday that the new lock will not open before June, and will cost more.</p>"
sentence = (
    '<p>The ban takes effect on <time datetime="2026-03-03">3 March 2026</time>, the ministry said, for '
    "<output>six</output> of <mark>nine</mark> ships and <data value='5'>five</data> docks.</p>"
)
page = f"<html><body><article><h1>Lock</h1>{around}{sentence}{around}</article></body></html>"
lost = True
for name in ("", "favor_recall", "favor_precision", "fast"):
    text = trafilatura.extract(page, **({name: True} if name else {})) or ""
    line = next(line for line in text.splitlines() if line.startswith("The ban"))
    print(f"{name or 'default':16}{line}")
    lost &= "3 March" not in line and "six" not in line and "nine" in line and "five" in line
sys.exit(0 if lost else "no longer as described")
END
venv/bin/python run.py
