#!/usr/bin/env bash
# langextract says where in a text lies what a language model took out of it, and how well it fits. "5 percent" is MATCH_EXACT
# where the text has "11.5 percent", for a point parts two words. Of "the ministry did approve the sale" the exact place is
# "The ministry did", with MATCH_LESSER, where the text goes on "not approve".
# Version: langextract 1.7.1 (align only, no model is asked) against gtrex 1.1.0. Run on 1 December 2026. That MATCH_LESSER
# stands for a beginning is documented.
# Why it matters: "grounded" is what such a tool is taken for, and a place in the text is what an editor sees marked. A figure
# that lost its whole part has the best mark there is; a statement that was turned round has a place all the same.
# Guess: exact means that whole words and figures are the same; what was turned round has no place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check langextract==1.7.1 gtrex==1.1.0
cat >run.py <<'END_OF_SCRIPT'
import sys
import warnings

warnings.filterwarnings("ignore")
import gtrex
from langextract import data, resolver

source = "The ministry did not approve the sale. Exports rose by 11.5 percent, and the fee is $1.5 million a year."
expected = {
    "5 percent": ("match_exact", "5 percent"),
    "5 million a year": ("match_exact", "5 million a year"),
    "11.5 percent": ("match_exact", "11.5 percent"),
    "The ministry did approve the sale": ("match_lesser", "The ministry did"),
    "the fee is $1.5 billion": ("match_lesser", "the fee is $1.5"),
}
seen = {}
for text in expected:
    (found,) = resolver.Resolver().align(
        [data.Extraction(extraction_class="said", extraction_text=text)], source, token_offset=0, char_offset=0)
    place = found.char_interval
    seen[text] = (found.alignment_status.value, source[place.start_pos : place.end_pos])
    print(f"{text:36}{seen[text][0]:14}{seen[text][1]!r:22}gtrex: {gtrex.verify(text, source).grounded}")
grounded = [text for text in expected if gtrex.verify(text, source).grounded]
sys.exit(0 if seen == expected and grounded == ["11.5 percent"] else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
