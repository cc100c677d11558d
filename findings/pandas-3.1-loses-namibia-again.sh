#!/usr/bin/env bash
# `read_csv(converters={"country": str})` used to keep the code NA (Namibia) and empty cells as texts. From pandas 3.1
# on, both are missing values: the words for "missing" are looked for in what the converter answers. country-converter
# 1.3.2, which reads its own table in this way, can no longer be used: its first line raises a TypeError. With pandas
# 3.0 both work.
# Versions: pandas 3.0.0 and 3.1.1, country-converter 1.3.2. Run on 30 November 2026. pandas announces it as a fix, so
# that its two parsers agree.
# Why it matters: a country is lost from tables that were read rightly for years, in a minor release, with no word.
# keep_default_na=False, na_values=[] is what holds in both.
# Guess: a converter has the last word on its column, as the manual said until 3.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
cat >run.py <<'END'
import io
import pandas

table = "country,licence\nNA,refused\nNO,\n"
with_converter = pandas.read_csv(io.StringIO(table), converters={"country": str, "licence": str}).values.tolist()
without_words = pandas.read_csv(io.StringIO(table), dtype=str, keep_default_na=False).values.tolist()
print(f"pandas {pandas.__version__}: converters {with_converter}, keep_default_na=False {without_words}")
try:
    import country_converter

    print("country-converter:", country_converter.CountryConverter().convert("Namibia", to="ISO2"))
except TypeError as error:
    print("country-converter: TypeError:", error)
END
for version in 3.0.0 3.1.1; do
  venv/bin/pip install -q --disable-pip-version-check "pandas==$version" country-converter==1.3.2
  venv/bin/python run.py
done | tee seen
grep -q "pandas 3.0.0: converters \[\['NA', 'refused'\], \['NO', ''\]\]" seen && grep -q "pandas 3.1.1: converters \[\[nan, 'refused'\], \['NO', nan\]\]" seen &&
  [ "$(grep -c 'keep_default_na=False \[\[.NA., .refused.\], \[.NO., ..\]\]' seen)" = 2 ] && grep -q 'TypeError' seen || {
  echo "no longer as described"
  exit 1
}
