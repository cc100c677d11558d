#!/usr/bin/env bash
# A paragraph that begins "2026. A year of …" is, for Markdown, a list that begins with 2026. `markdownlint-cli2
# --fix` makes "1. A year of …" of it, makes 1 and 2 of the quoted rules "3." and "7.", and deletes a footnote to
# which nothing refers. Prettier makes 3 and 4 of 3 and 7. All of this with the settings that each has from the start.
# Versions: markdownlint-cli2 0.22.1 (markdownlint 0.40.0), prettier 3.10.1. Run on 30 November 2026. The rules are
# documented (MD029, MD053).
# Why it matters: a tidying step that runs before each commit changes a year and the numbers of a law in the file.
# Texts that are sealed or quoted must be kept from formatters; a year at the beginning of a paragraph is to be
# written "2026\."
# Guess: a formatter of Markdown never changes a word that is printed. (What is printed does change: 2026 becomes 1.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" markdownlint-cli2@0.22.1 prettier@3.10.1
cat >before.md <<'END'
# Rules

2026. A year of rules.

The law says:

3. Ships wait.
7. Locks open.

[^old]: A note without a mark.
END
cp before.md linted.md
cp before.md pretty.md
node_modules/.bin/markdownlint-cli2 --fix linted.md >/dev/null 2>&1 || true
node_modules/.bin/prettier --log-level warn --write pretty.md
echo "markdownlint --fix:"
diff before.md linted.md || true
echo "prettier:"
diff before.md pretty.md || true
grep -qx '1. A year of rules.' linted.md && grep -qx '2. Locks open.' linted.md && ! grep -q 'A note' linted.md && grep -qx '4. Locks open.' pretty.md || {
  echo "no longer as described"
  exit 1
}
