#!/usr/bin/env bash
# title sets titles as English newspapers do, and makes every letter small first: "the US and UN talks" is "The Us and Un
# Talks", EAR99 "Ear99", AT&T "At&t", the control number 3E001 "3e001". A word that begins behind a quotation mark stays small.
# title-case leaves capitals alone. titlecase for Python does, too, except for AT&T, which it makes At&T.
# Version: title 4.0.1, title-case 4.3.2 (npm), titlecase 2.4.1. Run on 1 December 2026. That words can be named as special is
# documented.
# Why it matters: headlines of a bibliography or of cards are set by such a function, and "Us" and "It" are other words. A
# title is a quotation: print it as its source has it.
# Guess: what is in capitals stays so in all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check titlecase==2.4.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" title@4.0.1 title-case@4.3.2
cat >run.mjs <<'END_OF_SCRIPT'
import title from "title";
import { titleCase } from "title-case";
const expected = [
  ["the US and UN talks", "The Us and Un Talks", "The US and UN Talks"],
  ["EAR99 and 3E001 items", "Ear99 and 3e001 Items", "EAR99 and 3E001 Items"],
  ["AT&T buys the port", "At&t Buys the Port", "AT&T Buys the Port"],
  ["“the board” says no", "“the Board” Says No", "“The Board” Says No"],
];
let asDescribed = true;
for (const [text, first, second] of expected) {
  console.log("title:", title(text), "| title-case:", titleCase(text));
  asDescribed &&= title(text) === first && titleCase(text) === second;
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python -c '
from titlecase import titlecase
seen = [titlecase(text) for text in ("the US and UN talks", "EAR99 and 3E001 items", "AT&T buys the port")]
print("titlecase:", *seen, sep=" | ")
assert seen == ["The US and UN Talks", "EAR99 and 3E001 Items", "At&T Buys the Port"]' || { echo "no longer as described"; exit 1; }
