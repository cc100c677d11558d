#!/usr/bin/env bash
# CSV on the Web, a recommendation of the W3C, has types for dates that are known to the month, the year, or the day of a
# year. The library for it checks them by nothing: 2026-13 is a gYearMonth, 26 a gYear, --02-30 a gMonthDay. A whole date of
# month 13 is refused.
# Version: csvw 4.1.1 against xmlschema 4.3.2, which refuses the three. Run on 30 November 2026.
# Why it matters: the types are there for exactly the dates that a desk cannot give to the day; a table that "validates"
# has been checked everywhere but there.
# Guess: the value space of XML Schema, to which the recommendation refers, is kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check csvw==4.1.1 xmlschema==4.3.2
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import xmlschema
from csvw.metadata import Datatype

for kind, value in (("gYearMonth", "2026-13"), ("gYear", "26"), ("gMonthDay", "--02-30"), ("date", "2026-13-01")):
    try:
        read = Datatype.fromvalue(kind).parse(value)
    except ValueError as error:
        read = error
    schema = xmlschema.XMLSchema(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:{kind}"/></xs:schema>')
    valid = schema.is_valid(f"<a>{value}</a>")
    print(kind, value, "csvw:", repr(read), "| XML Schema:", valid)
    assert not valid
    assert isinstance(read, ValueError) if kind == "date" else read == value
END
