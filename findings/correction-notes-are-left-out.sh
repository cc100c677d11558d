#!/usr/bin/env bash
# The note "Correction: an earlier version misstated …" is taken for what surrounds an article. newspaper4k and goose3
# leave it out where it is first, as <p class="update"><strong>…, or last in a <div class="correction">; these two,
# trafilatura and readability-lxml leave it out in an <aside> or <footer> of the <article>.
# Versions: newspaper4k 0.9.6, goose3 3.1.22, trafilatura 2.3.1, readability-lxml 0.8.4.1. Run on 30 November 2026.
# Why it matters: the one sentence that withdraws a quoted fact is missing from the saved source, and no check of
# quotations can notice. Look for the word in the whole page, whatever the reader of articles makes of it.
# Guess: a sentence inside <article>, with no word of advertising in it, is kept by all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check pip==24.0 # see pip-of-debian-12-skips-an-extra.sh
venv/bin/pip install -q --disable-pip-version-check newspaper4k==0.9.6 goose3==3.1.22 trafilatura==2.3.1 \
  readability-lxml==0.8.4.1
cat >run.py <<'END'
import logging, sys, warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import goose3, newspaper, readability, trafilatura

note = "Correction: an earlier version of this article misstated the cost of the lock."
body = "".join(
    f"<p>{text}</p>"
    for text in (
        "The port authority said on Tuesday that the new lock will not open before June, and will cost more than planned.",
        "A contractor told the Courier that steel had been delivered late, that the price had risen, and that no ship would pass.",
        "The minister said that the ministry had been told of the delay only in February, after the budget had been passed.",
    )
) * 2
places = {
    "first, p.update strong": f'<p class="update"><strong>{note}</strong></p>{body}',
    "last, div.correction p": f'{body}<div class="correction"><p>{note}</p></div>',
    "last, aside p": f"{body}<aside><p>{note}</p></aside>",
    "last, footer p": f"{body}<footer><p>{note}</p></footer>",
    "last, p": f"{body}<p>{note}</p>",
}


def kept(html: str) -> str:
    page = f"<html><head><title>Lock</title></head><body><main><article><h1>Lock</h1>{html}</article></main></body></html>"
    article = newspaper.Article("https://news.example/lock")
    article.download(input_html=page)
    article.parse()
    texts = {
        "n": article.text,
        "g": goose3.Goose().extract(raw_html=page).cleaned_text,
        "t": trafilatura.extract(page) or "",
        "r": readability.Document(page).summary(),
    }
    return "".join(letter if "Correction:" in text else "-" for letter, text in texts.items())


print("kept by n(ewspaper4k) g(oose3) t(rafilatura) r(eadability-lxml):")
seen = {place: kept(html) for place, html in places.items()}
for place, letters in seen.items():
    print(f"  {place:24}{letters}")
sys.exit(0 if list(seen.values()) == ["--tr", "--tr", "----", "----", "ngtr"] else "no longer as described")
END
venv/bin/python run.py
