#!/usr/bin/env bash
# hanziconv turns simplified Chinese into traditional character by character, and where a character has two forms takes one
# of them always: 出口管制, export control, becomes 齣口管製, 制裁, sanctions, 製裁, 批准, approve, 批準; Google (谷歌) has
# corn in its name and TSMC (台积电) a typhoon. OpenCC and zhconv, which know words, keep these; zhconv makes 裏根 of Reagan.
# Version: hanziconv 0.3.2 against opencc 1.4.2 and zhconv 1.4.3. Run on 1 December 2026.
# Why it matters: searches and name lists are widened by the other script in this way. None of the words that it makes is in
# any article, so a search that was converted finds nothing, and says nothing. Converted back, the text is right again: no
# round trip shows it. Quote in the script of the source.
# Guess: the commonest words come out right; only names differ between tools.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check hanziconv==0.3.2 opencc==1.4.2 zhconv==1.4.3
cat >run.py <<'END_OF_SCRIPT'
import sys
import opencc
import zhconv
from hanziconv import HanziConv

expected = {
    "出口管制": ("齣口管製", "出口管制", "出口管制"),
    "制裁": ("製裁", "制裁", "制裁"),
    "批准": ("批準", "批准", "批准"),
    "谷歌": ("榖歌", "谷歌", "谷歌"),
    "台积电": ("颱積電", "臺積電", "臺積電"),
    "里根": ("裏根", "里根", "裏根"),
}
words = opencc.OpenCC("s2t")
seen = {text: (HanziConv.toTraditional(text), words.convert(text), zhconv.convert(text, "zh-hant")) for text in expected}
for text, (characters, by_opencc, by_zhconv) in seen.items():
    print(text, "hanziconv:", characters, "opencc:", by_opencc, "zhconv:", by_zhconv)
back = all(HanziConv.toSimplified(made[0]) == text for text, made in seen.items())
print("converted back as before:", back)
sys.exit(0 if seen == expected and back else "no longer as described")
END_OF_SCRIPT
venv/bin/python run.py
