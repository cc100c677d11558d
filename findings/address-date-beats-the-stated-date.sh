#!/usr/bin/env bash
# Where the canonical address says /2026/02/27/ and the metadata say article:published_time 3 March, trafilatura,
# htmldate and newspaper4k answer 27 February; goose3 and @mozilla/readability answer 3 March.
# Versions: trafilatura 2.3.1, newspaper4k 0.9.6, htmldate 1.11.0, goose3 3.1.22, @mozilla/readability 0.6.0. Run on
# 30 November 2026.
# Why it matters: addresses carry the day on which an editor opened the file, or that of a page that is kept up to
# date for weeks. Two readers of one saved page give two dates, so a program has to show from where it took one.
# Guess: what the page states of itself comes before what can be guessed from its address.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check pip==24.0 # see pip-of-debian-12-skips-an-extra.sh
venv/bin/pip install -q --disable-pip-version-check trafilatura==2.3.1 newspaper4k==0.9.6 htmldate==1.11.0 goose3==3.1.22
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @mozilla/readability@0.6.0 linkedom@0.18.12
cat >page.html <<'END'
<!doctype html><html lang="en"><head><title>Lock delayed</title>
<link rel="canonical" href="https://news.example/2026/02/27/lock">
<meta property="article:published_time" content="2026-03-03T06:00:00+00:00"></head>
<body><article><h1>Lock delayed</h1>
<p>The port authority said on Tuesday that the new lock will not open before June, and will cost more than was planned.</p>
<p>A contractor told the Courier that steel had been delivered late, that the price had risen, and that no ship would pass.</p>
<p>The minister said that the ministry had been told of the delay only in February, after the budget had been passed.</p>
</article></body></html>
END
cat >run.py <<'END'
import logging, warnings
from pathlib import Path

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import goose3, htmldate, newspaper, trafilatura

page, url = Path("page.html").read_text(), "https://news.example/2026/02/27/lock"
article = newspaper.Article(url)
article.download(input_html=page)
article.parse()
print("trafilatura ", trafilatura.extract_metadata(page, default_url=url).date)
print("newspaper4k ", str(article.publish_date)[:10])
print("htmldate    ", htmldate.find_date(page, original_date=True))
print("goose3      ", goose3.Goose().extract(raw_html=page).publish_datetime_utc.date())
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
const { document } = parseHTML(readFileSync("page.html", "utf8"));
console.log("readability ", new Readability(document, { charThreshold: 50 }).parse().publishedTime.slice(0, 10));
END
{ venv/bin/python run.py; node run.mjs; } | tee seen
[ "$(awk '{print $2}' seen | paste -sd' ')" = "2026-02-27 2026-02-27 2026-02-27 2026-03-03 2026-03-03" ] || {
  echo "no longer as described"
  exit 1
}
