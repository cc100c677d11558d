"""What can be wrong with a file as a whole: its bytes, its place, its name."""

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
FRONT_MATTER_BROKEN = Rule(
    "front-matter-broken",
    Severity.ERROR,
    "Lines that look like front matter are not between two lines of `---` at the top of the file.",
    "They would be part of the article: searched, quoted and published as its words.",
    "A blank line above the first `---`, or `...` in place of the second one.",
    "Begin the file with `---` and close the front matter with a line that holds only `---`.",
)
TEXT_UNUSABLE = Rule(
    "text-unusable",
    Severity.ERROR,
    "The text of a source has no words, is too large, or holds control characters.",
    "It is not the text of an article: an empty capture, a packed file with the wrong ending, or the output of a terminal.",
    "`seeds/a.txt` is a ZIP file.",
    "Capture the article again, or take the characters out and remove `sha256`, then run `briefings seal`.",
)
PATH_OUTSIDE = Rule(
    "path-outside",
    Severity.ERROR,
    "The file is outside the site folder.",
    "A link that leads out of the folder would publish something that nobody reviewed.",
    "`seeds/a.txt` is a symbolic link to `/etc/passwd`.",
    "Put a copy of the file in its place.",
)
FOLDER_MISSING = Rule(
    "folder-missing",
    Severity.ERROR,
    "A setting names a folder that is not there.",
    "Nothing would be read, and a desk without articles or briefings looks like one that was emptied.",
    "`seeds_dir: texts`, and the articles are in `seeds/`.",
    "Correct the path in mkdocs.yml; it begins at the folder of that file.",
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
PAGE_TAKEN = Rule(
    "page-taken",
    Severity.ERROR,
    "A hand-written page or file has the path of something generated.",
    "One of the two would be lost silently. A home page, `docs/index.md`, is allowed: the generated one is then `overview.md`.",
    "`docs/timeline.md`",
    "Rename the one that is hand-written.",
)
