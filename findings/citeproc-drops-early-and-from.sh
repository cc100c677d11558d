#!/usr/bin/env bash
# citeproc-js, which Zotero uses, reads a date given in words (`raw`) and leaves out what it does not know: "early
# March 2026" is printed March 2026, "in force from 2 March 2026" March 2, 2026, "FY 2026" 2026, and "2025-26" 2025.
# "circa", "?" and "~" are understood, and a month 13 is spring.
# Version: citeproc 2.4.63 (npm). Run on 30 November 2026.
# Why it matters: the words that make a date uncertain are dropped without a trace, so the citation is more exact than
# the source. Words belong in `literal`, which is printed as it is.
# Guess: what cannot be read whole is printed as it is, as "H1 2026" is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" citeproc@2.4.63
cat >run.mjs <<'END'
import CSL from "citeproc";
const months = ["January", "February", "March"].map((name, i) => `<term name="month-0${i + 1}">${name}</term>`).join("");
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><style-options/>
<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>
<terms>${months}<term name="season-01">Spring</term><term name="et-al">et al.</term></terms></locale>`;
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00Z</updated></info><citation><layout><date variable="issued" form="text"/></layout></citation>
<bibliography><layout><date variable="issued" form="text"/></layout></bibliography></style>`;
const print = (issued) => {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => ({ id: "a", type: "webpage", issued: { ...issued } }) }, style);
  engine.updateItems(["a"]);
  const printed = engine.makeBibliography()[1][0].replace(/<[^>]*>/g, "").trim();
  console.log(JSON.stringify(issued).padEnd(42), printed);
  return printed;
};
const seen = ["early March 2026", "in force from 2 March 2026", "FY 2026", "2025-26", "H1 2026"].map((raw) => print({ raw }));
seen.push(print({ literal: "early March 2026" }), print({ "date-parts": [[2026, 13]] }));
const expected = ["March 2026", "March 2, 2026", "2026", "2025", "H1 2026", "early March 2026", "Spring 2026"];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
