#!/usr/bin/env bash
# Tools that write Chinese in Latin letters take one reading for each character, and each another one. 重庆 (Chongqing)
# is ZhongQing for anyascii and Unidecode, 西藏 (Xizang) XiCang, 银行 (yinhang, bank) YinXing; only anyascii has
# ZhangJiang for 长江, only Unidecode ZhaoXian for 朝鲜. pypinyin knows whole words and has them all, but not 長鑫
# (Changxin) in traditional characters.
# Versions: anyascii 0.3.3, Unidecode 1.4.0, pypinyin 0.55.0. Run on 30 November 2026. Unidecode's manual says that it
# does not look at context.
# Why it matters: a place, a bank and a maker of chips are not recognised under the name that every article prints,
# two tools make two ids for one name, and a match by spelling joins what differs. Latin names of Chinese entities
# have to be written down, not computed.
# Guess: the few characters of well-known names with two readings have the reading of these names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check anyascii==0.3.3 Unidecode==1.4.0 pypinyin==0.55.0
cat >run.py <<'END'
import sys
from anyascii import anyascii
from pypinyin import lazy_pinyin
from unidecode import unidecode

names = {"重庆": "chongqing", "西藏": "xizang", "银行": "yinhang", "厦门": "xiamen", "朝鲜": "chaoxian", "长江": "changjiang", "長鑫": "changxin"}
tools = {"anyascii": anyascii, "Unidecode": unidecode, "pypinyin": lambda text: "".join(lazy_pinyin(text))}
missed = dict.fromkeys(tools, "")
for name, latin in names.items():
    spelt = {tool: write(name).replace(" ", "").lower() for tool, write in tools.items()}
    for tool in tools:
        missed[tool] += "-" if spelt[tool] == latin else "x"
    print(name, latin.ljust(11), *(f"{tool}: {text:14}" for tool, text in spelt.items()))
print(missed)
sys.exit(0 if missed == {"anyascii": "xxxx-xx", "Unidecode": "xxxxx--", "pypinyin": "------x"} else "no longer as described")
END
venv/bin/python run.py
