#!/usr/bin/env bash
# html-to-text puts the cells of a table behind each other without a blank, unless the table is named in its settings:
# a row "US | 5 | 6" becomes "US56", "Tuesday | 3 | 2026" becomes "Tuesday32026".
# Version: html-to-text 10.0.1. Run on 30 November 2026. The manual says that a table is taken for a block by default;
# it does not say that the words in it are joined.
# Why it matters: a figure in the saved text that no cell of the table holds can be quoted, and is found word for
# word.
# Guess: cells of an unformatted table are parted by a blank or a line, as those of blocks are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" html-to-text@10.0.1
cat >run.mjs <<'END'
import { convert } from "html-to-text";
const page =
  "<p>Licences refused:</p><table><tr><th>Country</th><th>2025</th><th>2026</th></tr>" +
  "<tr><td>US</td><td>5</td><td>6</td></tr></table><p>That is all.</p>";
const plain = convert(page);
const named = convert(page, { selectors: [{ selector: "table", format: "dataTable" }] });
console.log("default:\n" + plain + "\n\ntable named in the settings:\n" + named);
process.exit(plain.includes("US56") && plain.includes("Country20252026") && !named.includes("US56") ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
