"""What can be wrong with a file as a whole."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

BAD_ENCODING = Rule(
    "bad-encoding",
    Severity.ERROR,
    "The file is not UTF-8 with LF or CRLF line ends.",
    "A guessed encoding silently gives wrong text, and a quotation from wrong text proves nothing.",
    "A text that an old program saved as Windows-1252.",
    "Convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt`, and check the result.",
)
PATH_OUTSIDE = Rule(
    "path-outside",
    Severity.ERROR,
    "The file is outside the site folder.",
    "A link that leads out of the folder would publish something that nobody reviewed.",
    "`seeds/a.txt` is a symbolic link to `/etc/passwd`.",
    "Put a copy of the file in its place.",
)
BAD_FILE_NAME = Rule(
    "bad-file-name",
    Severity.ERROR,
    "The file name of a briefing does not give a date and an id.",
    "The id becomes the permanent address of the page; the date decides its place in every list.",
    "`briefings/2026-13-01-oicts.yml`, `briefings/My briefing.yml`",
    "Name it `YYYY-MM-DD-id.yml` (or `YYYY-MM-id.yml`, `YYYY-id.yml`), with the id in lower case and hyphens.",
)
UNKNOWN_FILE = Rule(
    "unknown-file",
    Severity.WARNING,
    "A file in `briefings/` or `seeds/` is not read by anything.",
    "It looks like part of the site, but it is not.",
    "`briefings/2026-01-24-oicts.yaml`",
    "Give it the extension `.yml` (briefings) or `.txt` (seeds), or move it elsewhere.",
)
SEAL_BROKEN = Rule(
    "seal-broken",
    Severity.ERROR,
    "The text of a source has changed since it was sealed.",
    "Quotations prove something only as long as the captured text does not change.",
    "Somebody corrected a misprint in the article.",
    "Restore the text (`git checkout -- FILE`). If you captured it again on purpose, remove `sha256` and run "
    "`briefings seal FILE`. List a misprint under `misprints` instead of correcting it.",
)
SEAL_MISSING = Rule(
    "seal-missing",
    Severity.WARNING,
    "A source has no seal.",
    "A change to its text would go unnoticed.",
    "A new article without `sha256` in its front matter.",
    "Run `briefings seal FILE`.",
)
METADATA_MISSING = Rule(
    "metadata-missing",
    Severity.WARNING,
    "The title, date or publisher of a source is missing.",
    "Readers judge a passage by who published it and when. `not stated` is an answer; an absent field is not.",
    "A raw `.txt` without front matter.",
    "Fill in the field, with a reason under `inferred` or `outside` if the text does not state it, or write `not stated`.",
)
PAGE_TAKEN = Rule(
    "page-taken",
    Severity.ERROR,
    "A hand-written page has the path of a generated page.",
    "One of the two would be lost silently. A home page, `docs/index.md`, is allowed: the generated one is then `overview.md`.",
    "`docs/timeline.md`",
    "Rename the hand-written page.",
)
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
RULES = (
    BAD_ENCODING,
    PATH_OUTSIDE,
    BAD_FILE_NAME,
    UNKNOWN_FILE,
    SEAL_BROKEN,
    SEAL_MISSING,
    METADATA_MISSING,
    PAGE_TAKEN,
    LOCK_BROKEN,
    LOCK_OUT_OF_DATE,
)
