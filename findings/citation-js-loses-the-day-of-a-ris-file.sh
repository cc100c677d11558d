#!/usr/bin/env bash
# RIS has a field for the date of publication, DA, and one for the year, PY. citation-js reads no DA: a newspaper article
# that has only "DA  - 2026/03/04/" is without any date, and one that has both, as Zotero exports it, is of 2026. The same
# value in Y1, the field of older files, gives the day; in PY it stays a text that no style can print.
# Version: @citation-js/plugin-ris 0.8.2 with @citation-js/core 0.8.2 (npm) against rispy 0.10.0. Run on 30 November 2026.
# Why it matters: a desk cites by the day. A list that passed through this reader cites every article of a year alike.
# Guess: DA is read; if there is PY too, the more exact of the two counts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check rispy==0.10.0
cat >run.mjs <<'END'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
const expected = [
  ["DA  - 2026/03/04/", undefined],
  ["PY  - 2026\nDA  - 2026/03/04/", { "date-parts": [[2026]] }],
  ["Y1  - 2026/03/04/", { "date-parts": [[2026, 3, 4]] }],
  ["PY  - 2026/03/04/", { raw: "2026/03/04/" }],
];
let as_described = true;
for (const [lines, issued] of expected) {
  const read = new Cite(`TY  - NEWS\nTI  - New lock opens\n${lines}\nER  - \n`).data[0].issued;
  console.log(JSON.stringify(lines).padEnd(42), JSON.stringify(read));
  as_described &&= JSON.stringify(read) === JSON.stringify(issued);
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python -c '
import rispy
(read,) = rispy.loads("TY  - NEWS\nTI  - New lock opens\nPY  - 2026\nDA  - 2026/03/04/\nER  - \n")
print("rispy:", read["date"])
assert read["date"] == "2026/03/04/"' || { echo "no longer as described"; exit 1; }
