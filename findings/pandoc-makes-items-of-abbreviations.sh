#!/usr/bin/env bash
# A paragraph of Markdown that begins with "MM. Macron et Scholz" is item 2000 of a list for pandoc, for MM is a Roman
# number; "c. 2019 the port was sold" is item c, "v. Smith" item v, and paragraph (c) of a rule item c, too. Written as
# GitHub's Markdown these are 2000, 3, 22 and 3: neither "(c)" nor "c." is anywhere in the text any more. "M. Macron" stays.
# The lists of pymdown-extensions, for MkDocs, take the first three alike.
# Version: pandoc 3.9 (pypandoc-binary 1.17), pymdown-extensions 12.1. Run on 1 December 2026. That lists may have letters is documented, and that a
# capital letter wants two blanks after it, because of initials; abbreviations of other kinds are not thought of.
# Why it matters: a briefing of a law cites its paragraphs by letter, and French names two gentlemen MM.; pandoc stands behind
# exports of notes to Word, EPUB and other Markdown. Read as `gfm`, the words stay. briefings writes such a full stop as a
# character reference.
# Guess: "(c)" may become a list, words do not; what is written out again has the same letter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypandoc-binary==1.17 pymdown-extensions==12.1 Markdown==3.11.3
cat >run.py <<'END_OF_SCRIPT'
import sys
import markdown
import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
expected = {
    "MM. Macron et Scholz l’ont dit.": "2000. Macron et Scholz l’ont dit.",
    "c. 2019 the port was sold.": "3.  2019 the port was sold.",
    "v. Smith, decided in 2019.": "22. Smith, decided in 2019.",
    "(c) The exporter keeps a record.": "3)  The exporter keeps a record.",
    "M. Macron l’a dit.": "M. Macron l’a dit.",
}
seen = {text: pypandoc.convert_text(text, "gfm", format="markdown").strip() for text in expected}
for text, written in seen.items():
    print(f"{text:36}{written}")
kept = [pypandoc.convert_text(text, "plain", format="gfm").strip() for text in expected]
lists = ["<ol" in markdown.markdown(text, extensions=["pymdownx.fancylists"]) for text in expected]
print("lists of pymdown-extensions:", lists)
sys.exit(0 if seen == expected and kept == list(expected) and lists == [True] * 3 + [False] * 2 else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
