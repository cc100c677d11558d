#!/usr/bin/env bash
# yamlfix, a formatter, replaces plain words that an older YAML took for true and false: `country: NO` becomes
# `country: false`, `state: on` becomes `state: true`. In a list in brackets, `[NO, US]`, they stay, and so does "yes"
# in quotation marks.
# Version: yamlfix 1.19.1. Run on 30 November 2026. That it corrects truthy words is in the list of its features.
# Why it matters: by the YAML of today (1.2) the file said NO and on, and every reader of 1.2 agreed. After formatting
# the code of Norway is gone from the file itself, in half of its places. A formatter for such files must be tried on
# NO, on, off, yes and no.
# Guess: it puts quotation marks around them, which would be safe for both kinds of reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check yamlfix==1.19.1
printf 'country: NO\nstate: on\nanswer: yes\nsaid: "yes"\ncountries: [NO, US]\n' >entity.yml
cp entity.yml before.yml
venv/bin/yamlfix entity.yml 2>/dev/null
diff before.yml entity.yml || true
grep -qx 'country: false' entity.yml && grep -qx 'state: true' entity.yml && grep -qx 'countries: \[NO, US\]' entity.yml || {
  echo "no longer as described"
  exit 1
}
