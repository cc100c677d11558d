#!/usr/bin/env bash
# price-parser reads an amount and its currency. The amount is the first number of the text, the currency the first sign: of "In
# 2026 it paid $5" it makes 2026 dollars, of "On 4 March it paid $5" 4 dollars, of "in 2026, 5 euros" 2026.5 euros. Three
# places after the point are thousands: "$1.234 billion" is 1234 dollars, "$1.23 billion" 1.23 dollars.
# Version: price-parser 0.5.1. Run on 1 December 2026. That it leaves words such as "billion" to its caller was expected.
# Why it matters: a sum that was read so is compared with the sentence, and is of the year or wrong by a factor of a
# thousand. In prose the number must be the one that stands at the sign, and "1.234" before "billion" is a decimal.
# Guess: the number next to the sign; 1.234 of "$1.234 billion".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check price-parser==0.5.1
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
from price_parser import Price

expected = {
    "In 2026 it paid $5": "2026 $",
    "On 4 March it paid $5": "4 $",
    "in 2026, 5 euros": "2026.5 euro",
    "it paid $5 in 2026": "5 $",
    "$1.23 billion": "1.23 $",
    "$1.234 billion": "1234 $",
    "£0.375 million": "375 £",
}
for text, awaited in expected.items():
    price = Price.fromstring(text)
    print(f"{text:24}{price.amount} {price.currency}")
    assert f"{price.amount} {price.currency}" == awaited
END
