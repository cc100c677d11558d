#!/usr/bin/env bash
# One text, two numbers for a note: Python-Markdown numbers footnotes in the order in which they are defined at the
# end of the file, markdown-it (in Python and JavaScript) in the order in which the text refers to them.
# Python-Markdown also prints notes to which nothing refers.
# Versions: Markdown 3.11.3, markdown-it-py 4.3.0 with mdit-py-plugins 0.7.0. Run on 30 November 2026. Python-Markdown
# has a setting for its order.
# Why it matters: "see note 2" in a briefing, and a link to it, mean another note once the site moves to another
# builder; a source that nothing cites any more is still listed. Notes must be written in the order of their marks,
# and unused ones refused.
# Guess: the first mark in the text is note 1, as in print.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check Markdown==3.11.3 markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
cat >run.py <<'END'
import re, sys
import markdown
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

text = "First[^court], then[^gazette].\n\n[^gazette]: Gazette.\n[^court]: Court.\n[^old]: Nobody refers to this.\n"
python = markdown.markdown(text, extensions=["footnotes"])
other = MarkdownIt().use(footnote_plugin).render(text)
marks = [re.findall(r'href="#fn[^"]*"[^>]*>\[?(\d+)', html) for html in (python, other)]
printed = ["Nobody refers" in html for html in (python, other)]
print("Python-Markdown: marks", marks[0], "unused note printed:", printed[0])
print("markdown-it-py:  marks", marks[1], "unused note printed:", printed[1])
sys.exit(0 if (marks, printed) == ([["2", "1"], ["1", "2"]], [True, False]) else "no longer as described")
END
venv/bin/python run.py
