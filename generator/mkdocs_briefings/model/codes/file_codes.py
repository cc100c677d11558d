"""What can be wrong with a file as a whole."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

BAD_ENCODING = Rule(
    "bad-encoding",
    Severity.ERROR,
    "The file is not UTF-8 with LF or CRLF line ends.",
    "Guessing an encoding gives wrong text without a word, and a quotation of wrong text proves nothing.",
    "A text saved by an old program as Windows-1252.",
    "Convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt`, and look at the result.",
)
PATH_OUTSIDE = Rule(
    "path-outside",
    Severity.ERROR,
    "The file lies outside the site folder.",
    "A link that leads out of the folder would publish what nobody reviewed.",
    "`seeds/a.txt` is a symbolic link to `/etc/passwd`.",
    "Put a copy of the file in its place.",
)
BAD_FILE_NAME = Rule(
    "bad-file-name",
    Severity.ERROR,
    "The name of a briefing's file gives no date and id.",
    "The id makes the permanent address of the page, the date its place in every list.",
    "`briefings/2026-13-01-oicts.yml`, `briefings/My briefing.yml`",
    "Name it `YYYY-MM-DD-id.yml` (or `YYYY-MM-id.yml`, `YYYY-id.yml`), the id in lower case with hyphens.",
)
UNKNOWN_FILE = Rule(
    "unknown-file",
    Severity.WARNING,
    "A file in `briefings/` or `seeds/` that nothing reads.",
    "It looks as if it were part of the site and is not.",
    "`briefings/2026-01-24-oicts.yaml`",
    "Give it the ending `.yml` (briefings) or `.txt` (seeds), or move it elsewhere.",
)
SEAL_BROKEN = Rule(
    "seal-broken",
    Severity.ERROR,
    "The text of a source is not the text that was sealed.",
    "Quotations prove something only while the captured text stays as it was.",
    "Somebody corrected a misprint in the article.",
    "Restore the text (`git checkout -- FILE`). If it was captured anew on purpose, remove `sha256` and run "
    "`briefings seal FILE`. A misprint belongs in `misprints`.",
)
SEAL_MISSING = Rule(
    "seal-missing",
    Severity.WARNING,
    "A source has no seal.",
    "An edit of its text would go unnoticed.",
    "A new article without `sha256` in its front matter.",
    "Run `briefings seal FILE`.",
)
METADATA_MISSING = Rule(
    "metadata-missing",
    Severity.WARNING,
    "A source does not tell its title, date or publisher.",
    "Readers judge a passage by who published it and when. `not stated` is an answer, silence is not.",
    "A raw `.txt` without front matter.",
    "Fill the field in, with the reason under `inferred` or `outside`, or write `not stated`.",
)
PAGE_TAKEN = Rule(
    "page-taken",
    Severity.ERROR,
    "A hand-written page stands where the generator makes one.",
    "One of the two would be lost without a word. A home page, `docs/index.md`, is no fault: ours is `overview.md` then.",
    "`docs/timeline.md`",
    "Move the hand-written page to another name.",
)
LOCK_BROKEN = Rule(
    "lock-broken",
    Severity.ERROR,
    "`sources.lock` cannot be read, or was changed by hand.",
    "Without the texts it is all that vouches for the passages.",
    "Two changes of it were merged, and a conflict was left in it.",
    "Take it over whole from one side, then run `briefings lock` where the texts are. It is never edited.",
)
LOCK_OUT_OF_DATE = Rule(
    "lock-out-of-date",
    Severity.WARNING,
    "`sources.lock` is not what the texts and the briefings give now.",
    "Where the texts are not, the site is built from the lock: it would fail there, or show what was.",
    "A claim with a new quotation, a mended front matter, an article that was added.",
    "Run `briefings lock` and commit the file with the change.",
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
