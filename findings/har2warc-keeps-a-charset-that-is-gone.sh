#!/usr/bin/env bash
# A HAR file, as browsers save it, holds the text of a page already decoded. har2warc writes that text as UTF-8, and beside it
# the header of the answer, which still says iso-8859-1: whoever reads the archive by its header reads "cafÃ©". The
# Content-Encoding, which is gone from the text as well, is taken out of the header; the charset is not.
# Version: har2warc 1.0.4 with warcio 1.8.1. Run on 30 November 2026.
# Why it matters: such an archive is called a capture, byte for byte; a quotation sealed from it has letters that the page
# never had, and a second capture by a crawler differs in every accent.
# Guess: an archive made of a HAR gives back the words that the browser showed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check har2warc==1.0.4 warcio==1.8.1 'setuptools<81'
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import json, subprocess
from warcio.archiveiterator import ArchiveIterator

words = "<html><body><p>Le café rouvre.</p></body></html>"


def entry(address, charset, *more):
    headers = [{"name": "Content-Type", "value": f"text/html; charset={charset}"}, *more]
    return {
        "startedDateTime": "2026-03-04T09:00:00.000Z", "time": 1, "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0},
        "request": {"method": "GET", "url": address, "httpVersion": "HTTP/1.1", "headers": [], "queryString": [],
                    "cookies": [], "headersSize": -1, "bodySize": 0},
        "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "headers": headers, "cookies": [],
                     "content": {"size": len(words), "mimeType": headers[0]["value"], "text": words},
                     "redirectURL": "", "headersSize": -1, "bodySize": -1},
    }


entries = [entry("https://paper.example/latin", "iso-8859-1"),
           entry("https://paper.example/packed", "utf-8", {"name": "Content-Encoding", "value": "gzip"})]
with open("x.har", "w") as file:
    json.dump({"log": {"version": "1.2", "creator": {"name": "a", "version": "1"}, "pages": [], "entries": entries}}, file)
subprocess.run(["venv/bin/har2warc", "x.har", "x.warc.gz"], check=True)
seen = {}
with open("x.warc.gz", "rb") as file:
    for record in ArchiveIterator(file):
        if record.rec_type == "response":
            kind = record.http_headers.get("Content-Type")
            charset = kind.split("charset=")[1]
            body = record.content_stream().read()
            seen[charset] = body.decode(charset)
            print(kind, record.http_headers.get("Content-Encoding"), seen[charset])
assert "Le cafÃ© rouvre" in seen["iso-8859-1"], seen
assert "Le café rouvre" in seen["utf-8"], seen
END
