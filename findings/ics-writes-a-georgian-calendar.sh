#!/usr/bin/env bash
# ics reads a calendar that names no scale (the usual case) and writes it with "CALSCALE:GEORGIAN", which is no scale that
# RFC 5545 knows (GREGORIAN is the only one, and the default), and with its events in another order, that of a set.
# Version: ics 0.7.3. Run on 30 November 2026.
# Why it matters: a desk that puts its calendar of expectations together with others by this library publishes a calendar
# that a strict reader may refuse, and whose bytes change from run to run. icalendar 7.3.2 leaves the line out.
# Guess: what is read and written without a change stays a valid calendar, with its events in order.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check ics==0.7.3 icalendar==7.3.2
cat >run.py <<'END'
import icalendar
from ics import Calendar

LINES = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//desk//EN"]
for day in range(1, 6):
    LINES += ["BEGIN:VEVENT", f"UID:due-{day}@desk.example", "DTSTAMP:20260101T000000Z"]
    LINES += [f"DTSTART;VALUE=DATE:2027030{day}", f"SUMMARY:due {day}", "END:VEVENT"]
text = "\r\n".join([*LINES, "END:VCALENDAR", ""])
made = Calendar(text).serialize()
print(made)
other = icalendar.Calendar.from_ical(text).to_ical().decode()
assert "CALSCALE:GEORGIAN" in made
assert "CALSCALE" not in text
assert "CALSCALE" not in other
END
venv/bin/python run.py || { echo "no longer as described"; exit 1; }
