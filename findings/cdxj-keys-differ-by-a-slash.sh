#!/usr/bin/env bash
# Two indexers of web archives write another key for one page: for https://news.example/lock/ cdxj-indexer (Python)
# writes "example,news)/lock", js-wacz "example,news)/lock/". The first gives the digest as "sha1:…", the second
# without the name of the method.
# Versions: cdxj-indexer 1.5.0, @harvard-lil/js-wacz 0.1.6, warcio 1.8.1. Run on 30 November 2026.
# Why it matters: the key is how a page is looked up. A saved page is "not in the archive" for a lookup that follows
# the other's rule, and indexes of both tools merged have it twice. Compare addresses as they were requested (`url`),
# not keys.
# Guess: the key is a function that both share, since the format names it as its sorting order.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cdxj-indexer==1.5.0 warcio==1.8.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @harvard-lil/js-wacz@0.1.6
cat >make.py <<'END'
import io
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

with open("page.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record("https://news.example/lock/", "response", payload=io.BytesIO(b"<p>No</p>"), http_headers=headers)
    )
END
venv/bin/python make.py
venv/bin/cdxj-indexer page.warc.gz | tee python.cdx
node_modules/.bin/js-wacz create -f page.warc.gz -o page.wacz >/dev/null
python3 -c 'import zipfile; print(zipfile.ZipFile("page.wacz").read("indexes/index.cdx").decode())' | tee javascript.cdx
grep -q '^example,news)/lock [0-9]* .*"sha1:' python.cdx && grep -q '^example,news)/lock/ [0-9]* .*"digest":"[A-Z2-7]*"' javascript.cdx || {
  echo "no longer as described"
  exit 1
}
