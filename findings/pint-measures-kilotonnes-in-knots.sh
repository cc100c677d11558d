#!/usr/bin/env bash
# Pint reads "5 Mt" as megatonnes and "5 Gt" as gigatonnes, but "5 kt" as knots, a speed: the short name of a unit goes before
# prefix and unit. "5 ton" is 4,536 kg (of the United States), "5 t" 5,000 kg, "5 mt" 5 kg. "5 bbl" are barrels of 31.5
# gallons; oil is counted in barrels of 42, which are called "oil_bbl".
# Version: Pint 0.25.3. Run on 1 December 2026.
# Why it matters: emissions and trade are reported in kt and Mt, oil in bbl. A check that turns a figure of a source into the unit
# of the sentence fails for one row of the table, and for oil it is silently wrong by a quarter. Name the units yourself.
# Guess: kt is a thousandth of Mt, and bbl is the barrel of the oil trade.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check Pint==0.25.3
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import pint

units = pint.UnitRegistry()
for text in ("5 kt", "5 Mt", "5 Gt", "5 ton", "5 t", "5 mt", "5 bbl", "5 oil_bbl"):
    print(f"{text:11}{units(text)} = {units(text).to_base_units():.6g}")
assert units("5 kt").check("[length]/[time]") and str(units("5 kt").units) == "knot"
assert round(units("5 Mt").to("kg").magnitude) == 5_000_000_000
assert round(units("5 ton").to("kg").magnitude) == 4536 and round(units("5 t").to("kg").magnitude) == 5000
assert round(units("5 mt").to("kg").magnitude) == 5
assert [round(units(text).to("gallon").magnitude, 6) for text in ("1 bbl", "1 oil_bbl")] == [31.5, 42]
END
