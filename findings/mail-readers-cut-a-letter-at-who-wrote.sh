#!/usr/bin/env bash
# Programs that find the new text of an e-mail take a line of the article for the head of an earlier message. Of a
# newsletter that says "On Tuesday, the harbour board wrote:" one keeps what stands above it, and the other calls the rest a
# reply of "the harbour board", dated "Tuesday". The rest holds the objection to what stands above.
# Version: email-reply-parser 0.5.12 and quotequail 0.5.4 (PyPI). Run on 30 November 2026.
# Why it matters: newsletters are sources. What they quote is introduced in just this way, and the half that is left reads as
# a whole letter.
# Guess: a head of an earlier message has a date and an address, or ">" follows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check email-reply-parser==0.5.12 quotequail==0.5.4
venv/bin/python - <<'END' || { echo "no longer as described"; exit 1; }
import quotequail
from email_reply_parser import EmailReplyParser

letter = """Dear readers,

the ministry published its rule today.

On Tuesday, the harbour board wrote:
"No ship may enter at night."

The union rejects the rule.
"""
kept = EmailReplyParser.parse_reply(letter)
taken = quotequail.unwrap(letter)
print("email-reply-parser:", repr(kept))
print("quotequail:", taken)
assert kept.endswith("published its rule today.")
assert (taken["type"], taken["date"], taken["from"]) == ("reply", "Tuesday", "the harbour board")
assert "The union rejects the rule." in taken["text"] and "union" not in taken["text_top"]
END
