#!/usr/bin/env bash
# cn2an writes the numbers of a Chinese sentence in figures. It also does so where the sign is part of a name: Sichuan (四川)
# becomes 4川, the Pentagon (五角大楼) 5角大楼, Samsung (三星) 3星, "some firms" (一些企业) 1些企业. Of "two or three hundred"
# it changes nothing and warns.
# Version: cn2an 0.5.24. Run on 30 November 2026.
# Why it matters: whoever compares figures of an English sentence with a Chinese passage by way of such a text finds a 4 and
# a 5 in it that nobody said, and no longer finds the province, the ministry and the firm.
# Guess: only what counts something (a number with its measure word, a date, a share) is changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cn2an==0.5.24
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import warnings
import cn2an

warnings.simplefilter("ignore")
seen = {words: cn2an.transform(words) for words in ("四川", "五角大楼", "三星电子", "一些企业", "两三百家企业", "三月四日", "十三万亿元")}
for words, read in seen.items():
    print(words, "->", read)
assert list(seen.values()) == ["4川", "5角大楼", "3星电子", "1些企业", "两三百家企业", "3月4日", "13000000000000元"], seen
END
