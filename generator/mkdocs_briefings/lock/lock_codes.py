"""What can be wrong with the lock."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

LOCK_BROKEN = Rule(
    "lock-broken",
    Severity.ERROR,
    "`sources.lock` cannot be read, or was changed by hand.",
    "Where the texts are missing, it is the only proof of the passages.",
    "Two changes to it were merged, and a conflict was left in it.",
    "Take the whole file from one side of the merge, then run `briefings lock` where the texts are. Never edit it.",
)
LOCK_OUT_OF_DATE = Rule(
    "lock-out-of-date",
    Severity.WARNING,
    "`sources.lock` does not match the texts and briefings.",
    "Where the texts are missing, the site is built from the lock: the build would fail or show old content.",
    "A claim with a new quotation, changed front matter, or a new article.",
    "Run `briefings lock` and commit the lock together with the change.",
)
