#!/usr/bin/env bash
# A locator of citeproc-js that holds a hyphen is a range: section "744-1" is printed "§§ 744–1", with the sign for
# several sections and a dash, and the number "2026-03-02" of a notice "§§ 2026-03–02". "A-1" stays one section. A
# backslash before the hyphen prevents it.
# Version: citeproc 2.4.63 (npm). Run on 30 November 2026. For numbers of pages this is what one wants.
# Why it matters: numbers of rules, notices and dockets have hyphens. The citation names other paragraphs than the
# source, and the printed number can no longer be searched for.
# Guess: a range is made only where the second number follows the first, or where blanks are round the hyphen.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" citeproc@2.4.63
cat >run.mjs <<'END'
import CSL from "citeproc";
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><style-options/><terms>
<term name="et-al">et al.</term><term name="page-range-delimiter">–</term>
<term name="section"><single>section</single><multiple>sections</multiple></term>
<term name="section" form="symbol"><single>§</single><multiple>§§</multiple></term></terms></locale>`;
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00Z</updated></info><citation><layout><group delimiter=" "><label variable="locator" form="symbol"/>
<text variable="locator"/></group></layout></citation></style>`;
const print = (locator) => {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => ({ id: "a", type: "webpage" }) }, style);
  engine.updateItems(["a"]);
  const cluster = { citationItems: [{ id: "a", locator, label: "section" }], properties: { noteIndex: 0 } };
  const printed = engine.previewCitationCluster(cluster, [], [], "text");
  console.log(locator.padEnd(12), printed);
  return printed;
};
const seen = ["744-1", "2026-03-02", "A-1", "744\\-1"].map(print);
process.exit(JSON.stringify(seen) === JSON.stringify(["§§ 744–1", "§§ 2026-03–02", "§ A-1", "§ 744-1"]) ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
