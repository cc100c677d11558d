#!/usr/bin/env bash
# A field of the type datetime takes the text "2026" for 2026 seconds after 1 January 1970: 00:33 on that day.
# "20260302" is in August 1970. pydantic's strict mode for JSON does the same. "2026-03" is refused.
# Version: pydantic 2.14.3. Run on 30 November 2026. That a text of digits is seconds since 1970 is documented; strict
# mode is to convert less, and takes no text of digits for a number.
# Why it matters: a year alone is the commonest uncertain date. It passes as a moment of 1970, goes first in every
# timeline, and nothing is reported. Dates want a type that knows months and years, or a text with a check of its own.
# Guess: refused as too short, as "2026-03" is, at the latest in strict mode.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pydantic==2.14.3
cat >run.py <<'END'
import datetime, sys
from pydantic import TypeAdapter, ValidationError

moment = TypeAdapter(datetime.datetime)
seen = []
for text in ("2026", "20260302", "2026-03"):
    for strict in (False, True):
        try:
            read = str(moment.validate_json(f'"{text}"', strict=strict))
        except ValidationError as error:
            read = error.errors()[0]["msg"]
        print(f"{text:10}{'strict' if strict else 'lax':8}{read}")
        seen.append(read[:10])
sys.exit(0 if seen[:4] == ["1970-01-01"] * 2 + ["1970-08-23"] * 2 and "1970" not in "".join(seen[4:]) else "no longer as described")
END
venv/bin/python run.py
