#!/usr/bin/env bash
# cleanco takes "Limited" off "Bank of China (Hong Kong) Limited", and the closing parenthesis with it: "Bank of China
# (Hong Kong". Of "Technologies Co., Ltd." it takes the last of the two forms only, and a company whose name is a
# legal form, as SAS, has no name at all afterwards.
# Version: cleanco 2.3. Run on 30 November 2026. That one call takes one form is documented.
# Why it matters: names are shortened like this before they are compared. The empty name equals every other empty
# name, and a parenthesis that is open to the end of a line upsets whatever parses the text next. Compare a shortened
# name only where something is left, and keep the printed one.
# Guess: punctuation goes with the legal form only where it belongs to it; a name never becomes empty.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cleanco==2.3
cat >run.py <<'END'
import sys
from cleanco import basename

names = ["Bank of China (Hong Kong) Limited", "Westhaven Technologies Co., Ltd.", "SAS", "SE"]
seen = [basename(name) for name in names]
for name, short in zip(names, seen):
    print(f"{name!r:40}{short!r}")
sys.exit(0 if seen == ["Bank of China (Hong Kong", "Westhaven Technologies Co.", "", ""] else "no longer as described")
END
venv/bin/python run.py
