#!/usr/bin/env bash
# 3E001 is a number of the American Commerce Control List (technology for electronics). PyYAML writes this text without
# quotation marks; what reads YAML 1.2 finds 3 times 10 to the power of 1, and reads 30. 9E991 is infinite in two of three
# readers. The same writer quotes 744, and both JavaScript writers quote 3E001.
# Version: PyYAML 6.0.3, read by yaml 2.9.1, js-yaml 5.5.0 (npm) and ruamel.yaml 0.19.1 (pure). Run on 1 December 2026.
# Why it matters: the third character of such a number is its group, and E is "technology", so a list of controlled goods is
# sound up to the rows that matter most. Files that a Python script writes are read by editors, site builders and checks in
# other languages. briefings takes 3E001 without marks for an error; write it as "3E001".
# Guess: a text that PyYAML writes is a text for every reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check PyYAML==6.0.3 ruamel.yaml==0.19.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" yaml@2.9.1 js-yaml@5.5.0
venv/bin/python - >list.yml <<'END_OF_PYTHON'
import sys
import yaml

written = yaml.safe_dump({"numbers": ["3A001", "3E001", "9E991", "744"]})
print(written, file=sys.stderr)
print(written)
sys.exit(0 if written == "numbers:\n- 3A001\n- 3E001\n- 9E991\n- '744'\n" else "no longer as described")
END_OF_PYTHON
venv/bin/python - <<'END_OF_PYTHON'
import sys
from ruamel.yaml import YAML

read = YAML(typ="safe", pure=True).load(open("list.yml"))["numbers"]
print("ruamel.yaml", read)
sys.exit(0 if read == ["3A001", 30.0, float("inf"), "744"] else "no longer as described")
END_OF_PYTHON
cat >run.mjs <<'END_OF_SCRIPT'
import { readFileSync } from "node:fs";
import * as jsYaml from "js-yaml";
import * as yaml from "yaml";
const text = readFileSync("list.yml", "utf8");
const read = [yaml.parse(text).numbers, jsYaml.load(text).numbers];
const written = [yaml.stringify("3E001").trim(), jsYaml.dump("3E001").trim()];
console.log("yaml       ", read[0], "\njs-yaml    ", read[1], "\nwritten by these:", ...written);
const same = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);
process.exit(
  same(read[0], ["3A001", 30, Infinity, "744"]) &&
    same(read[1], ["3A001", 30, "9E991", "744"]) &&
    same(written, ['"3E001"', "'3E001'"])
    ? 0
    : 1,
);
END_OF_SCRIPT
node run.mjs || { echo "no longer as described"; exit 1; }
