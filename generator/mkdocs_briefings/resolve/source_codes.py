"""What can be wrong with a source as a whole: its seal, what it says of itself."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

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
