#!/usr/bin/env bash
# In Korean and Chinese a range is written with a tilde. Two ranges in one paragraph, and the renderers of GitHub's Markdown
# strike out all that lies between them: of "3월 2~5일, 4월 10~12일" remains "3월 2", struck-out words, "12일". One tilde
# counts as two, and a figure on either side of it is enough for both ends.
# Version: remark-gfm 4.0.1 with remark 15.0.1 and remark-html 16.0.1, marked 18.2.1 (npm); markdown-it 15.0.3 leaves the text
# alone. Run on 1 December 2026.
# Why it matters: a quotation in these languages, pasted into a page, an issue or a pull request, says that its source was
# deleted; readers of struck-out text (`<del>`) leave it out. briefings writes the tilde as a character reference.
# Guess: only two tildes strike out, or a blank is wanted outside.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" \
  remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 marked@18.2.1 markdown-it@15.0.3
cat >run.mjs <<'END_OF_SCRIPT'
import markdownIt from "markdown-it";
import { marked } from "marked";
import { remark } from "remark";
import gfm from "remark-gfm";
import html from "remark-html";
const struckOut = [
  ["항구는 3월 2~5일, 4월 10~12일에 문을 닫는다.", "5일, 4월 10"],
  ["2019~2021年出口增长5~10%，进口持平。", "2021年出口增长5"],
];
let asDescribed = true;
for (const [text, lost] of struckOut) {
  const pages = [String(await remark().use(gfm).use(html).process(text)), marked.parse(text), markdownIt().render(text)];
  pages.forEach((page) => console.log(page.trim()));
  asDescribed &&= pages[0].includes(`<del>${lost}</del>`) && pages[1].includes(`<del>${lost}</del>`) && pages[2].includes(text);
}
process.exit(asDescribed ? 0 : 1);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
