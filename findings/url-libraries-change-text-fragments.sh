#!/usr/bin/env bash
# In a link to a passage, #:~:text=on%2Dline%2C%20late, "%2D" and "%2C" mean a hyphen and a comma of the quoted words,
# while "-" and "," part its prefix, start and end. yarl (aiohttp's) decodes both, requests the hyphen; furl and
# url-normalize encode the ":" of ":~:" as well. The link then means other words, or nothing; httpx, rfc3986 and w3lib
# leave it alone.
# Versions: yarl 1.25.1, requests 2.34.2, furl 2.1.4, url-normalize 3.1.0, httpx 0.28.1, rfc3986 2.0.0, w3lib 2.5.0.
# Run on 30 November 2026. For the standard of addresses %2D and - are one; for that of text fragments they are not.
# Why it matters: links to the very passage are what a reader clicks to check a quotation. They must not pass through
# a library that tidies addresses, nor be compared after one did.
# Guess: what follows "#" is passed on as it is, since no server sees it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check yarl==1.25.1 requests==2.34.2 furl==2.1.4 url-normalize==3.1.0 httpx==0.28.1 rfc3986==2.0.0 w3lib==2.5.0
cat >run.py <<'END'
import sys
import furl, httpx, requests, rfc3986, url_normalize, w3lib.url, yarl

link = "https://news.example/lock#:~:text=on%2Dline%2C%20late"
seen = {
    "yarl": str(yarl.URL(link)),
    "requests": requests.Request("GET", link).prepare().url,
    "furl": furl.furl(link).url,
    "url-normalize": url_normalize.url_normalize(link),
    "httpx": str(httpx.URL(link)),
    "rfc3986": rfc3986.normalize_uri(link),
    "w3lib": w3lib.url.canonicalize_url(link, keep_fragments=True),
}
for name, address in seen.items():
    print(f"{name:14}{address.partition('#')[2]}")
changed = [name for name, address in seen.items() if address != link]
right = changed == ["yarl", "requests", "furl", "url-normalize"] and seen["yarl"].endswith("text=on-line,%20late")
sys.exit(0 if right and not any(":~:" in seen[name] for name in changed[2:]) else "no longer as described")
END
venv/bin/python run.py
