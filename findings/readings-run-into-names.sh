#!/usr/bin/env bash
# Japanese pages print the reading of a word above it: <ruby>習<rt>しゅう</rt></ruby>. Six programs that turn pages into text
# write the reading into the line, so that the name of a person is 習しゅう近平きんぺい, which stands nowhere in the article.
# Where the page has <rp> brackets for old browsers, these come along too. trafilatura leaves the readings out of a long article, keeps them in a shorter one, and puts blanks around them in
# a very short one.
# Version: markdownify 1.2.3, html2text 2025.4.15, inscriptis 2.7.6 (PyPI), html-to-text 10.0.1, turndown 7.2.5,
# @mozilla/readability 0.6.0 (npm) against trafilatura 2.3.1. Run on 30 November 2026.
# Why it matters: papers for learners and children print readings above every name. A quotation copied from the page in a
# browser is not found in such a text, and a search for the person finds nothing.
# Guess: readers of pages drop what stands above the line, as they drop captions of pictures.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" \
  html-to-text@10.0.1 turndown@7.2.5 @mozilla/readability@0.6.0 jsdom@29.1.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15 inscriptis==2.7.6 lxml_html_clean trafilatura==2.3.1
cat >page.html <<'END'
<!doctype html><html lang="ja"><head><title>輸出</title></head><body><article><h1>輸出を認める</h1>
<p><ruby>習<rt>しゅう</rt></ruby><ruby>近平<rt>きんぺい</rt></ruby>国家主席は四日、輸出を認めたと発表した。関係者によると、決定はまだ公表されていない。
政府は会見で手続きを説明し、企業の申請は来月から受け付けると述べた。反対の声もあり、議会での審議は続いている。</p>
</article></body></html>
END
cat >run.mjs <<'END'
import fs from "node:fs";
import { JSDOM } from "jsdom";
import { Readability } from "@mozilla/readability";
import { convert } from "html-to-text";
import Turndown from "turndown";
const page = fs.readFileSync("page.html", "utf8");
const texts = {
  readability: new Readability(new JSDOM(page).window.document, { charThreshold: 50 }).parse().textContent,
  "html-to-text": convert(page),
  turndown: new Turndown().turndown(page),
};
let as_described = true;
for (const [name, text] of Object.entries(texts)) {
  console.log(name.padEnd(12), text.match(/習.{0,12}/)?.[0]);
  as_described &&= text.includes("習しゅう近平きんぺい") && !text.includes("習近平");
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import re
import html2text, inscriptis, markdownify, trafilatura

page = open("page.html", encoding="utf-8").read()
joined = {
    "markdownify": markdownify.markdownify(page), "html2text": html2text.html2text(page),
    "inscriptis": inscriptis.get_text(page),
}
for name, text in joined.items():
    print(name.ljust(12), re.search("習.{0,12}", text)[0])
first = "<p><ruby>習<rt>しゅう</rt></ruby><ruby>近平<rt>きんぺい</rt></ruby>国家主席は四日、輸出を認めたと発表した。</p>"
for sentences, expected in ((2, "習 しゅう 近平 きんぺい 国家"), (5, "習しゅう近平きんぺい国家"), (20, "習近平国家主席は")):
    body = f"<h1>輸出を認める</h1>{first}<p>{'政府は会見で手続きを説明した。' * sentences}</p>"
    text = " ".join(trafilatura.extract(f'<html lang="ja"><body><article>{body}</article></body></html>').split())
    print(f"trafilatura, {sentences} more sentences:", re.search("習.{0,14}", text)[0])
    assert expected in text
assert all("習しゅう近平きんぺい" in text for text in joined.values())
END
