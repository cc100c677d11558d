#!/usr/bin/env bash
# On a page without a date of its own, htmldate takes the first year of "© 2019–2026" in the foot for the day of
# publication: 1 January 2019. trafilatura, which asks it, puts that into its metadata. A link to an older article ("6
# May 2021") does the same. Nothing marks the date as a guess; the two are as exact as a stated one.
# Versions: htmldate 1.11.0, trafilatura 2.3.1. Run on 30 November 2026. The manual speaks of an educated guess.
# Why it matters: the article comes seven years before its own events, and whatever it quotes as known is dated 2019.
# Ask with extensive_search=False (the script shows that it then answers nothing), and ask the editor.
# Guess: no date, or at most the last year of the two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check pip==24.0 # see pip-of-debian-12-skips-an-extra.sh
venv/bin/pip install -q --disable-pip-version-check htmldate==1.11.0 trafilatura==2.3.1
cat >run.py <<'END'
import sys
import htmldate, trafilatura

text = "<p>The port authority said on Tuesday that the new lock will not open before June, and will cost more.</p>" * 6
page = "<html><head><title>Lock</title></head><body><article><h1>Lock</h1>{}</article>{}</body></html>"
foot = page.format(text, "<footer>© 2019–2026 Westhaven Courier</footer>")
link = page.format(text, '<aside><a href="/tide">The tide of <time datetime="2021-05-06">6 May 2021</time></a></aside>')
seen = []
for name, html in (("years in the foot", foot), ("link to an older article", link)):
    found = htmldate.find_date(html, original_date=True)
    strict = htmldate.find_date(html, original_date=True, extensive_search=False)
    saved = trafilatura.extract_metadata(html).date
    print(f"{name:26}htmldate {found}, without extensive search {strict}, trafilatura {saved}")
    seen.append((found, saved))
same = seen == [("2019-01-01", "2019-01-01"), ("2021-05-06", "2021-05-06")]
sys.exit(0 if same else "no longer as described")
END
venv/bin/python run.py
