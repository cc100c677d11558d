#!/usr/bin/env bash
# In Djot a paragraph that begins with a person's initial is a list: "J. Smith said so." loses its J and is item 10, "C. Chen"
# is item 100 and "M. Macron", as French papers write him, item 1000, since C and M are Roman figures. "J. R. Smith" is a list
# in a list. Browsers print the letter again as a mark of the list; the text of the page, which is searched, copied and
# quoted, has it no more. "J.Smith" and "J\. Smith" are kept.
# Version: @djot/djot 0.3.2 (npm). Run on 1 December 2026. Lists by letters are documented.
# Why it matters: an article pasted into such a file, or a quotation within ">", loses parts of names without a message. Whoever
# writes Djot (or reads it) has to escape the point after one letter at the beginning of a paragraph.
# Guess: a paragraph. Pandoc, by the same author, asks for two blanks after a capital letter, for this very reason.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @djot/djot@0.3.2
cat >run.mjs <<'END'
import { parse, renderHTML } from "@djot/djot";
const expected = {
  "J. Smith said so.": '<ol start="10" type="A"><li>Smith said so.</li></ol>',
  "> C. Chen said so.": '<blockquote><ol start="100" type="I"><li>Chen said so.</li></ol></blockquote>',
  "M. Macron said so.": '<ol start="1000" type="I"><li>Macron said so.</li></ol>',
  "J. R. Smith": '<ol start="10" type="A"><li><ol start="18" type="A"><li>Smith</li></ol></li></ol>',
  "J\\. Smith": "<p>J. Smith</p>",
};
let as_described = true;
for (const [text, awaited] of Object.entries(expected)) {
  const html = renderHTML(parse(text)).replaceAll("\n", "");
  console.log(text.padEnd(20), html);
  as_described &&= html === awaited;
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
