#!/usr/bin/env bash
# num2words writes the year 2026 "twenty twenty-six". No reader of numbers in words gives the year back: text2num, number-parser
# and words-to-numbers (npm) find 20 and 26, word2number adds and multiplies to 406 (and "nineteen eighty-four" to 1524, of "two
# point five million" it keeps 2). On the way text2num turns the Third Committee into the 3rd Committee and leaves the
# First; number-parser and words-to-numbers make "the 2 World War".
# Versions: num2words 0.5.14, text2num 3.1.0, number-parser 0.3.2, word2number 1.1, words-to-numbers 1.5.1 (npm).
# Run on 1 December 2026.
# Why it matters: transcripts and captions spell years and figures out. A check that compares figures after such a reader finds a
# 20, a 26 or a 406 that nobody said, no year, and another name; it has to know years and names first.
# Guess: "in twenty twenty-six" is 2026 for each, as one of them writes it, and ordinals within names are kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check num2words==0.5.14 text2num==3.1.0 number-parser==0.3.2 word2number==1.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" words-to-numbers@1.5.1
cat >run.py <<'END'
import json
import sys
import number_parser, num2words, text_to_num
from word2number import w2n

year = num2words.num2words(2026, to="year")
texts = [f"in {year}", "nineteen eighty-four", "the First and the Third Committee", "the Second World War"]
seen = [[text_to_num.alpha2digit(text, "en"), number_parser.parse(text, language="en")] for text in texts]
for text, read in zip(texts, seen, strict=True):
    print(f"{text!r}: text2num {read[0]!r}, number-parser {read[1]!r}")
words = [year, "nineteen eighty-four", "two point five million"]
sums = [w2n.word_to_num(text) for text in words]
print("word2number:", dict(zip(words, sums, strict=True)))
json.dump([texts[0], texts[1], texts[3]], open("texts.json", "w"))
right = year == "twenty twenty-six" and sums == [406, 1524, 2] and seen == [
    ["in 20 26", "in 20 26"],
    ["19 84", "19 84"],
    ["the First and the 3rd Committee", "the 1 and the 3 Committee"],
    ["the Second World War", "the 2 World War"],
]
sys.exit(0 if right else "no longer as described")
END
cat >run.mjs <<'END'
import { readFileSync } from "node:fs";
import { wordsToNumbers } from "words-to-numbers";
const seen = JSON.parse(readFileSync("texts.json", "utf8")).map((text) => wordsToNumbers(text));
console.log("words-to-numbers:", seen);
process.exit(seen.join(" | ") === "in 20 26 | 19 84 | the 2 World War" ? 0 : 1);
END
venv/bin/python run.py
node run.mjs || { echo "no longer as described"; exit 1; }
