#!/usr/bin/env bash
# Which page does a reader get whose language a site does not have? Two libraries follow the same standard (Unicode's language
# matching) and differ. On a site in English, Russian and Chinese, langcodes gives Russian to who asks for Ukrainian, and no match to
# who asks for Kazakh; @formatjs/intl-localematcher gives English to the Ukrainian and Russian to Kazakhs, Mongols and
# Armenians. Both give Russian to Belarusians, and the second Chinese to who asks for Tibetan.
# Versions: langcodes 3.5.1, @formatjs/intl-localematcher 0.10.1 (npm). Run on 1 December 2026. Where nothing matches,
# the first answers `und`, the second its default, here English.
# Why it matters: a desk that writes about a war or an occupied country, in several languages, would greet those concerned in the
# language of the other side, and not the same ones at the server and in the page. Let readers choose; match equal languages only.
# Guess: without the language itself, the default; and one answer of both, as they share the data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check langcodes==3.5.1
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" @formatjs/intl-localematcher@0.10.1
cat >run.py <<'END'
import sys
import langcodes

offers = ["en", "ru", "zh"]
seen = {asked: langcodes.closest_match(asked, offers)[0] for asked in ("uk", "be", "kk", "mn", "hy", "bo")}
print("langcodes:", seen)
sys.exit(0 if list(seen.values()) == ["ru", "ru", "und", "und", "und", "und"] else "no longer as described")
END
cat >run.mjs <<'END'
import { match } from "@formatjs/intl-localematcher";
const asked = ["uk", "be", "kk", "mn", "hy", "bo"];
const seen = asked.map((language) => match([language], ["en", "ru", "zh"], "en"));
console.log("intl-localematcher:", asked.map((language, place) => `${language}: ${seen[place]}`).join(", "));
process.exit(seen.join(" ") === "en ru ru ru ru zh" ? 0 : 1);
END
venv/bin/python run.py
node run.mjs || { echo "no longer as described"; exit 1; }
