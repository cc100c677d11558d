#!/usr/bin/env bash
# `normality.squash_spaces` takes U+200C for a space and removes it without leaving one. It is no white space in Unicode: Persian
# writes it within words, so ایران‌خودرو (Iran Khodro, a maker of cars) becomes ایرانخودرو, in which its two words are joined to
# each other. U+200D, which shapes Hindi and Sinhala letters, goes too. `collapse_spaces`, which it replaces, keeps both.
# followthemoney 4.11.2 cleans every text of an entity by it: names, titles and bodies of articles.
# Version: normality 3.1.0. Run on 1 December 2026.
# Why it matters: a name is no longer what the article prints, a quotation is not found in the text that went through it, and
# whoever exports Persian names finds other ones in the tool that reads them.
# Guess: a function that squashes spaces changes white space, and its deprecated sister does the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check normality==3.1.0   # builds PyICU: libicu-dev, g++, pkg-config
venv/bin/python -W ignore - <<'END' || { echo "no longer as described"; exit 1; }
import normality

persian, sinhala = "ایران\u200cخودرو", "ශ්\u200dරී"
for words in (persian, sinhala):
    assert not any(char.isspace() for char in words)
    print(ascii(words), ascii(normality.squash_spaces(words)), ascii(normality.collapse_spaces(words)))
assert normality.squash_spaces(f" {persian}  x ") == "ایرانخودرو x"
assert normality.squash_spaces(sinhala) == sinhala.replace("\u200d", "")
assert normality.collapse_spaces(persian) == persian
END
