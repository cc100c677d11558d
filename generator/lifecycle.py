"""What of the desk is published: drafts stay in, withdrawn briefings leave nothing but a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import dates
from generator.parse.schema import BriefingFile
from generator.parse.validate import PLACEHOLDER

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from generator.parse.file import Parsed

_EMPTY = {"summary": PLACEHOLDER, "claims": {}, "disagreements": [], "questions": [], "storylines": []}


def published(files: Iterable[Parsed], as_of: datetime.date | None, *, drafts: bool) -> list[Parsed]:
    """Leave out drafts (unless wanted) and briefings under embargo on the day `as_of`, empty withdrawn ones."""
    kept = []
    for parsed in files:
        entry = parsed.entry
        if isinstance(entry, BriefingFile):
            if entry.status == "withdrawn":
                kept.append(replace(parsed, entry=entry.model_copy(update=_EMPTY)))
                continue
            if not drafts and (entry.status == "draft" or _embargoed(entry, as_of)):
                continue
        kept.append(parsed)
    return kept


def _embargoed(entry: BriefingFile, as_of: datetime.date | None) -> bool:
    """Whether the embargo has not certainly passed; without a day to look from it never has."""
    return entry.embargo is not None and (as_of is None or as_of < dates.parse(entry.embargo).latest)
