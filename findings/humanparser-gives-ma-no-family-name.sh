#!/usr/bin/env bash
# humanparser takes the family name Ma for a degree: "Jack Ma" is a Jack with the suffix "Ma" and an empty family name, so
# that a list by family names has him first, without one. Md and Pe fare alike; Do, Ning and Ba do not.
# Version: humanparser 2.7.0 against parse-full-name 1.2.7 (npm) and nameparser 2.6.0 (PyPI). Run on 30 November 2026.
# Why it matters: authors of saved articles are split this way for citations and for lists from A to Z, and Ma is among the
# commonest family names of China.
# Guess: two words are a first and a family name, whatever the second one could stand for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" humanparser@2.7.0 parse-full-name@1.2.7
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check nameparser==2.6.0
cat >run.mjs <<'END'
import humanparser from "humanparser";
import { parseFullName } from "parse-full-name";
let as_described = true;
for (const [name, family] of [["Jack Ma", ""], ["Yo-Yo Ma", ""], ["Mao Ning", "Ning"], ["Kimberly Do", "Do"]]) {
  const ours = humanparser.parseName(name);
  const other = parseFullName(name);
  console.log(name.padEnd(12), JSON.stringify(ours), "| other:", other.last);
  as_described &&= ours.lastName === family && other.last === name.split(" ")[1];
}
process.exit(as_described ? 0 : 1);
END
node run.mjs || { echo "no longer as described"; exit 1; }
venv/bin/python -c '
from nameparser import HumanName
name = HumanName("Jack Ma")
print("nameparser:", name.last)
assert name.last == "Ma"' || { echo "no longer as described"; exit 1; }
