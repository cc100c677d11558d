#!/usr/bin/env bash
# country_converter looks for the names of countries inside a text. It finds Mongolia in "Inner Mongolia", which is in China,
# Niger in "Niger Delta", which is in Nigeria, the island Jersey in "Jersey City", and Iran in "Persian Gulf". "New Mexico" and
# "Guinea-Bissau" are thought of. countrynames finds none of the four.
# Version: country-converter 1.3.2 (with pandas 2.3.3) against countrynames 1.17.0. Run on 1 December 2026. That names are
# found by regular expressions is documented.
# Why it matters: places and regions stand in columns of countries in lists of mines, firms and shipments. A row is not lost
# but counted for the neighbour, on a map and in a sum. Ask only for whole names, and look at what was not equal.
# Guess: a name within a longer name is not found, as with New Mexico.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check country-converter==1.3.2 pandas==2.3.3 countrynames==1.17.0
cat >run.py <<'END_OF_SCRIPT'
import logging
import sys
import country_converter
import countrynames

logging.disable(logging.CRITICAL)
expected = {
    "Inner Mongolia": "MNG",
    "Niger Delta": "NER",
    "Jersey City": "JEY",
    "Persian Gulf": "IRN",
    "New Mexico": "not found",
    "Guinea-Bissau": "GNB",
}
seen = {name: country_converter.convert(name, to="ISO3") for name in expected}
for name, code in seen.items():
    print(f"{name:16}{code:12}countrynames: {countrynames.to_code(name)}")
nowhere = [countrynames.to_code(name) for name in list(expected)[:4]]
sys.exit(0 if seen == expected and not any(nowhere) else "no longer as described")
END_OF_SCRIPT
venv/bin/python -W ignore run.py
