#!/usr/bin/env bash
# idutils tells which kind of identifier a text is, and makes a link of it. To it many dates and spans of years are numbers of the
# German authority file (GND), which names persons and bodies: "2026-03" and "2026-03-04" become gnd/2026-0,
# "2019-2026" gnd/2019-2, the law "115-232" gnd/115-2. A year is an article of PubMed; "2026-2027", whose sum happens to be
# right, is the ISSN of a journal. The link has only the beginning of what was given.
# Version: idutils 1.7.1. Run on 1 December 2026. No other kind comes with them that a caller could prefer.
# Why it matters: a tool that sorts the references of an article by it cites a stranger for a date, and the link looks checked.
# Ask for one scheme where the field says which, never for any scheme in running text.
# Guess: nothing is detected in a date or a span; a link holds the whole identifier.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check idutils==1.7.1
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import idutils

expected = {
    "2026-03": ("gnd", "/gnd/2026-0"),
    "2026-03-04": ("gnd", "/gnd/2026-0"),
    "2019-2026": ("gnd", "/gnd/2019-2"),
    "115-232": ("gnd", "/gnd/115-2"),
    "2026": ("pmid", "/2026/"),
    "2026-2027": ("issn", ""),
}
for text, (scheme, end) in expected.items():
    found = idutils.detect_identifier_schemes(text)
    link = idutils.to_url(text, found[0])
    print(f"{text:12}{found} {link}")
    assert found == [scheme] and link.endswith(end)
END
