#!/usr/bin/env bash
# csvkit reads columns by their looks, and writes what it has read: sorted with csvsort, a column of the speakers
# "June", "April", "May" holds 0001-06-01, 0001-04-01, 0001-05-01; a column of "none" and "n/a" is empty; 1 and 0 are
# True and False. A month that is written "March 2026" becomes its first day, one that is written "2026-03" does not.
# With -I (no guessing) the words "none" and "n/a" still vanish.
# Version: csvkit 2.2.0 with agate 1.14.2. Run on 30 November 2026. Guessing of types is documented, and so is
# --blanks, which keeps the words.
# Why it matters: sorting a table should not change a cell. Names of persons and the words "none" and "not applicable"
# are data of a desk, and dates of the year 1 are valid, so no later check refuses them.
# Guess: a column is made of dates only if they have a year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cat >claims.csv <<'END'
id,speaker,licence,month,iso,denied
b,June,none,March 2026,2026-03,1
a,April,n/a,April 2026,2026-04,0
c,May,none,May 2026,2026-05,1
END
echo "csvsort:"
venv/bin/csvsort -c id claims.csv | tee sorted
echo "csvsort -I:"
venv/bin/csvsort -I -c id claims.csv | tee plain
echo "csvsort -I --blanks:"
venv/bin/csvsort -I --blanks -c id claims.csv | tee whole
grep -q '^a,0001-04-01,,2026-04-01,2026-04,False$' sorted && grep -q '^a,April,,April 2026,2026-04,0$' plain &&
  grep -q '^a,April,n/a,April 2026,2026-04,0$' whole || {
  echo "no longer as described"
  exit 1
}
