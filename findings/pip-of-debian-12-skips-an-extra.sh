#!/usr/bin/env bash
# pip before 23.3 (Debian 12 has 23.0.1) does not take the extras "html_clean" and "html-clean" for one. lxml now
# calls its extra the second way, justext and with it trafilatura ask for it the first way. pip warns, leaves the
# package out and ends with 0; then `import trafilatura` fails. pip 24 installs it.
# Versions: pip 23.0.1 and 24.0, lxml 6.1.3, justext 3.0.2. Run on 30 November 2026. Others have met it with other
# packages.
# Why it matters: saved web pages are read by an extra of such a program, and this pip is the first one of many an
# editor. Require lxml_html_clean oneself, or say which pip is needed.
# Guess: underscore and hyphen are the same in every name that Python's packaging knows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
try() {
  python3 -m venv "pip-$1"
  "pip-$1/bin/python" -m pip install -q --disable-pip-version-check "pip==$1"
  "pip-$1/bin/python" -m pip install -q --disable-pip-version-check lxml==6.1.3 justext==3.0.2 2>warnings
  echo "pip $1 ends with $?, $(grep -o 'lxml .* does not provide .*' warnings || echo 'without a warning')"
  "pip-$1/bin/python" -c 'import justext' 2>error && echo "  import justext: works" || echo "  import justext: $(tail -n 1 error)"
}
try 23.0.1 | tee old
try 24.0 | tee new
grep -q "does not provide the extra 'html_clean'" old && ! grep -q works old && grep -q works new || {
  echo "no longer as described"
  exit 1
}
