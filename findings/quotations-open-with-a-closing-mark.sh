#!/usr/bin/env bash
# Two libraries put typographic quotation marks for straight ones. smartypants opens a paragraph that begins with a quoted bracket
# or sum by the mark that closes: ”[T]he rule is dead,” and ”$5 million,”. Python-Markdown's `smarty`, which comes from it, has
# mended that, and does the same where a quotation begins with three points: ”… and then,” (and ”[…] and then,”), in a quoted
# block as well. Each is right where the other is wrong, and within a line both are. Of the year '26 both make ‘26, as if a
# quotation began.
# Versions: smartypants 2.0.2, Markdown 3.11.3. Run on 1 December 2026.
# Why it matters: brackets and points at the beginning say that a quotation was changed or cut; just those are misprinted. A
# program that pairs marks in the built page finds no quotation there, or finds one from its end to the next. Pair them in the
# source.
# Guess: a mark at the beginning of a paragraph opens, whatever follows, and one library is the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check smartypants==2.0.2 Markdown==3.11.3
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import html
import markdown, smartypants

expected = {
    '"[T]he rule is dead," he said.': ("”[T]he", "“[T]he"),
    '"$5 million," he said.': ("”$5", "“$5"),
    '"... and then," he said.': ("“… and", "”… and"),
    '"[...] and then," he said.': ("”[…]", "”[…]"),
    '"The rule is dead," he said.': ("“The", "“The"),
    'He said: "[t]he rule is dead."': ("“[t]he", "“[t]he"),
    'He said: "... and then."': ("“… and", "“… and"),
    "the class of '26": ("‘26", "‘26"),
}
marks = smartypants.Attr.set1 | smartypants.Attr.u
for text, (one, other) in expected.items():
    first = smartypants.smartypants(f"<p>{text}</p>", marks)
    second = html.unescape(markdown.markdown(text, extensions=["smarty"]))
    print(f"{first:44}{second}")
    assert one in first and other in second
END
