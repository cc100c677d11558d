#!/usr/bin/env bash
# "15 CFR 744.21(c)(1)" is printed "744.21©(1)" by markdown-it with `typographer` and by Python-Markdown with
# pymdownx.smartsymbols; the second also makes "¾/2026" of the date 3/4/2026 and "½" of 1/2, and superscripts of
# "1st".
# Versions: markdown-it 15.0.3, pymdown-extensions 12.1, Markdown 3.11.3. Run on 30 November 2026. Both manuals list
# the signs; neither says that a sign is also made inside a word or a date.
# Why it matters: paragraph (c) of a rule and the day of a date are gone from the published page, and from quotations
# that were exact in the source. Such extensions must be off where law is quoted, or the places escaped.
# Guess: "(c)" is a sign only between blanks, and a fraction only where no slash follows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pymdown-extensions==12.1 Markdown==3.11.3
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" markdown-it@15.0.3
cat >run.mjs <<'END'
import MarkdownIt from "markdown-it";
console.log(new MarkdownIt({ typographer: true }).renderInline("Under 15 CFR 744.21(c)(1), from 3/4/2026, 1/2 of it."));
END
cat >run.py <<'END'
import html, markdown
text = "Under 15 CFR 744.21(c)(1), from 3/4/2026, 1/2 of it."
print(html.unescape(markdown.markdown(text, extensions=["pymdownx.smartsymbols"])))
END
{ node run.mjs; venv/bin/python run.py; } | tee seen
[ "$(grep -c '744\.21©(1)' seen)" = 2 ] && grep -q '¾/2026' seen || { echo "no longer as described"; exit 1; }
