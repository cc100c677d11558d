#!/usr/bin/env bash
# An article whose metadata say "datePublished": "2026-03" was published, for newspaper4k and goose3, on the day of
# March that happens to be today's day of the month: on the 30th it is 30 March, tomorrow 31 March or 1 March.
# fastfeedparser does the same with the date of an entry of a feed, which Dublin Core lets be a month or a year.
# Versions: newspaper4k 0.9.6, goose3 3.1.22, fastfeedparser 0.6.5 with python-dateutil 2.9.0.post0. Run on 30
# November 2026.
# Why it matters: the same file gives another date of publication each day, and none is marked as guessed. Dates read
# by such libraries want to be compared with what the page has in its own words before they are kept.
# Guess: the first of the month, or no date. (python-dateutil's filling up is well known; that these do not guard
# against it is not.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check pip==24.0 # see pip-of-debian-12-skips-an-extra.sh
venv/bin/pip install -q --disable-pip-version-check newspaper4k==0.9.6 goose3==3.1.22 fastfeedparser==0.6.5 \
  python-dateutil==2.9.0.post0
cat >run.py <<'END'
import datetime, logging, sys, warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import fastfeedparser, goose3, newspaper

text = "<p>The port authority said on Tuesday that the new lock will not open before June, and will cost more.</p>" * 6
page = (
    '<html><head><title>Lock</title><script type="application/ld+json">{"@context": "https://schema.org", '
    '"@type": "NewsArticle", "headline": "Lock", "datePublished": "2026-03"}</script></head>'
    f"<body><article><h1>Lock</h1>{text}</article></body></html>"
)
feed = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desk</title>'
    "<link>https://desk.example/</link><description>Desk</description><item><title>Lock</title>"
    "<link>https://desk.example/lock</link><dc:date>2026-03</dc:date></item></channel></rss>"
)
article = newspaper.Article("https://news.example/lock")
article.download(input_html=page)
article.parse()
seen = {
    "newspaper4k": str(article.publish_date)[:10],
    "goose3": str(goose3.Goose().extract(raw_html=page).publish_datetime_utc)[:10],
    "fastfeedparser": fastfeedparser.parse(feed).entries[0]["published"][:10],
}
today = datetime.date.today()
print("today:", today)
for name, date in seen.items():
    print(f"{name:15}2026-03 -> {date}")
near = {f"2026-03-{(today + datetime.timedelta(days=shift)).day:02}" for shift in (-1, 0, 1)}
sys.exit(0 if set(seen.values()) <= near else "no longer as described")
END
venv/bin/python run.py
