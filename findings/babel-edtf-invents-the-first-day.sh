#!/usr/bin/env bash
# An interval of EDTF may begin in a month and end on a day. babel-edtf, which prints such dates in the language of the
# reader, fills up the coarser end: "2026-02/2026-03-05" is "Feb 1 – Mar 5, 2026", "2025-11/2026" "November 2025 – December
# 2026", and with the full form even the weekday is stated. If both ends are of one grain, nothing is added.
# Version: babel-edtf 1.2.2. Run on 1 December 2026.
# Why it matters: "from February to 5 March" is what an article says, the first of February is what nobody said; repositories
# that run on Invenio print dates of publication with it. Whoever stores spans in EDTF prints each end by its own grain.
# Guess: each end is printed as exactly as it is given, "Feb – Mar 5, 2026".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check babel-edtf==1.2.2 edtf==5.0.2 Babel==2.18.0
cat >run.py <<'END_OF_SCRIPT'
import sys
from babel_edtf import format_edtf

expected = {
    ("2026-02/2026-03-05", "long"): ("Feb 1 – Mar 5, 2026", "1. Feb. – 5. März 2026"),
    ("2026-03-10/2026", "full"): ("Tue, Mar 10 – Thu, Dec 31, 2026", "Di., 10. März – Do., 31. Dez. 2026"),
    ("2025-11/2026", "long"): ("November 2025 – December 2026", "November 2025 – Dezember 2026"),
    ("2026-02/2026-03", "long"): ("February – March 2026", "Februar–März 2026"),
}
plain = str.maketrans({"\u2009": " ", "\u202f": " ", "\u00a0": " "})
seen = {
    key: tuple(format_edtf(key[0], format=key[1], locale=language).translate(plain) for language in ("en", "de"))
    for key in expected
}
for (date, form), printed in seen.items():
    print(f"{date:20}{form:6}{' | '.join(printed)}")
sys.exit(0 if seen == expected else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
