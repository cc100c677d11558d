#!/usr/bin/env bash
# The sum (SHA-256) that js-wacz writes into an archive for each WARC file in it is that of each piece of the file
# taken twice: it is fed to the hash by two ways at once. py-wacz's `wacz validate` therefore calls every archive by
# js-wacz corrupted, and so it is for whoever checks the sum. The WARC itself is whole.
# Versions: @harvard-lil/js-wacz 0.1.6 with node 20, wacz 0.6.0, warcio 1.8.1. Run on 30 November 2026.
# Why it matters: the sum is what proves that a kept page is the page that was kept. An archive from this tool has to
# be verified by its WARC's own digests, and a refusal does not mean that somebody changed it.
# Guess: two tools of one format, of which one makes and the other validates, agree about an untouched file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check wacz==0.6.0 warcio==1.8.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @harvard-lil/js-wacz@0.1.6
cat >make.py <<'END'
import io
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

with open("page.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    body = io.BytesIO(b"<html><head><title>Lock</title></head><body>We will not sign</body></html>")
    writer.write_record(writer.create_warc_record("https://news.example/lock", "response", payload=body, http_headers=headers))
END
cat >compare.py <<'END'
import hashlib, json, sys, zipfile

with zipfile.ZipFile("page.wacz") as archive:
    warc = archive.read("archive/page.warc.gz")
    resources = json.loads(archive.read("datapackage.json"))["resources"]
stated = next(entry["hash"] for entry in resources if entry["path"].endswith(".warc.gz")).removeprefix("sha256:")
same = warc == open("page.warc.gz", "rb").read()
print("WARC in the archive is the original:", same)
print("its sum:            ", hashlib.sha256(warc).hexdigest())
print("stated:             ", stated)
print("sum of it, twice:   ", hashlib.sha256(warc + warc).hexdigest())
sys.exit(0 if same and stated == hashlib.sha256(warc + warc).hexdigest() else "no longer as described")
END
venv/bin/python make.py
node_modules/.bin/js-wacz create -f page.warc.gz -o page.wacz >/dev/null
venv/bin/python compare.py
venv/bin/wacz validate -f page.wacz >verdict 2>&1 || true
tail -n 1 verdict
grep -q 'the passed WACZ is invalid' verdict || { echo "no longer as described"; exit 1; }
