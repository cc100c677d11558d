#!/usr/bin/env bash
# Read by pysubs2, a transcript in WebVTT has words that nobody spoke: the identifier of the next cue and a NOTE,
# which is a comment, are added to the words of the cue before, and the name of the speaker (<v Minister Li>) is lost.
# webvtt-py keeps all of this apart.
# Versions: pysubs2 1.8.1 (newest for Python 3.11), webvtt-py 0.6.0. Run on 30 November 2026. The project calls its
# WebVTT very basic.
# Why it matters: transcripts of hearings are sources. A comment of the transcriber ("inaudible, probably 5") becomes
# a quotation of the minister, and who said what is gone. Take a reader that was made for WebVTT.
# Guess: a blank line ends a cue, as the format says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pysubs2==1.8.1 webvtt-py==0.6.0
cat >hearing.vtt <<'END'
WEBVTT

opening
00:00:01.000 --> 00:00:04.000
<v Minister Li>We will not sign.</v>

NOTE The next words are hard to hear, probably "never".

answer 2
00:00:05.000 --> 00:00:08.000
<v Reporter>Why in May?</v>
END
cat >run.py <<'END'
import sys
import pysubs2, webvtt

one = [event.plaintext for event in pysubs2.load("hearing.vtt")]
names = [event.name for event in pysubs2.load("hearing.vtt")]
other = [(cue.voice, cue.text) for cue in webvtt.read("hearing.vtt")]
print("pysubs2:  ", one, names)
print("webvtt-py:", other)
mixed = "NOTE The next words" in one[0] and "answer 2" in one[0] and not any(names)
sys.exit(0 if mixed and other[0] == ("Minister Li", "We will not sign.") else "no longer as described")
END
venv/bin/python run.py
