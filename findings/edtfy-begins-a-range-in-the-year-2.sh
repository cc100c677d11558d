#!/usr/bin/env bash
# edtfy writes dates in words as EDTF. "between 2 and 5 March 2026" becomes 0002/2026-03-05, an interval of two thousand years
# that is valid; the years "2024-25" become 2024/0025, which ends before it begins, and "before March 2026" is [..,2026-03],
# with a comma that EDTF does not know there: these two are refused. "c. 2019", "spring 2026" and single days are right.
# Version: edtfy 0.0.8 with edtf 4.11.1 (npm), which reads what it wrote. Run on 1 December 2026.
# Why it matters: a first draft of a date is made like this from what an article says, and a valid value is not looked at
# again; a timeline then begins with the year 2. Where a range is in words, let a person write its ends.
# Guess: days take month and year from the end of the range, or the text is refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" edtfy@0.0.8 edtf@4.11.1
cat >run.mjs <<'END_OF_SCRIPT'
import edtf from "edtf";
import edtfy from "edtfy";
const expected = [
  ["between 2 and 5 March 2026", "0002/2026-03-05", true],
  ["2024-25", "2024/0025", false],
  ["before March 2026", "[..,2026-03]", false],
  ["c. 2019", "2019~", true],
  ["spring 2026", "2026-21", true],
  ["2 March 2026", "2026-03-02", true],
];
const valid = (text) => {
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
};
let asDescribed = true;
for (const [words, date, isValid] of expected) {
  const seen = edtfy(words);
  console.log(words.padEnd(28), seen.padEnd(18), "valid:", valid(seen));
  asDescribed &&= seen === date && valid(seen) === isValid;
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
