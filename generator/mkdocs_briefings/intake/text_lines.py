"""Read headline, byline, date and lines that state nothing from the lines of a plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.article import FieldValue
from mkdocs_briefings.intake.moments import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.parse.schema import SkipKind

_LONGEST_TITLE = 200
_HEAD, _TAIL = 6, 3
"""How many lines at the top and at the end may hold byline and date."""

_BYLINE = re.compile(
    r"By (?P<name>[^\W\d_][\w.'’-]*(?: (?:and |de |van |von |al-)?[^\W\d_][\w.'’-]*){0,7})"
    r"(?:\s*[,|•·–—-]\s*(?P<date>.{6,40}))?"
)
_DATED = re.compile(
    r"(?P<word>(?:First )?(?:Published|Posted|Issued|Date)(?: on)?:?\s+)?(?P<date>.{8,50})", re.IGNORECASE
)
_ADVERTISEMENT = re.compile(
    r"[-–—*_•| ]*(?:advertisement|advertisements|advertising|sponsored|sponsored content|ad|"
    r"(?:article|story) continues (?:below|after) (?:this )?advertisement)[-–—*_•| ]*",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:share (?:this|this article|this story|on .{2,20})|print this (?:page|article)|e-?mail this (?:page|article)|"
    r"copy link|skip to (?:main )?content|back to top|read more|see also|most read|related(?: articles| stories)?|"
    r"subscribe(?: now)?|sign (?:up|in)|log in|(?:subscribe to|sign up for) our newsletter|"
    r"click to share on .{2,20} \(opens in new window\)|like this:|loading\s?(?:\.\.\.|…)|leave a (?:comment|reply)|"
    r"(?:©|\(c\)|copyright).{0,80}|all rights reserved\.?)",
    re.IGNORECASE,
)


def skipped(text: str) -> dict[SkipKind, tuple[str, ...]]:
    """Name the lines that are advertisement or boilerplate beyond doubt, each once."""
    found: dict[SkipKind, list[str]] = {}
    for line in _lines(text):
        kind: SkipKind | None = (
            "advertisement"
            if _ADVERTISEMENT.fullmatch(line)
            else "boilerplate"
            if _BOILERPLATE.fullmatch(line)
            else None
        )
        if kind and line not in found.setdefault(kind, []):
            found[kind].append(line)
    return {kind: tuple(lines) for kind, lines in found.items() if lines}


def read(text: str) -> tuple[dict[str, FieldValue], dict[SkipKind, tuple[str, ...]]]:
    """Return what a text tells of itself, and the lines that state nothing: its byline and date among them."""
    lines = [line for line in _lines(text) if line]
    metadata: dict[str, FieldValue] = {}
    bylines: list[str] = []
    ends = (*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _TAIL) :])
    for line in ends:
        byline = _BYLINE.fullmatch(line)
        dated = None if byline else _DATED.fullmatch(line)
        day = moment((byline or dated or {"date": ""})["date"] or "")
        if byline and "author" not in metadata:
            metadata["author"] = FieldValue(byline["name"])
            bylines.append(line)
        elif day:
            bylines.append(line)
        if day and "published" not in metadata:
            metadata["published"] = FieldValue(day, "" if dated and dated["word"] else f"The line “{line}”.")
    title = _title(text, lines, (*bylines, *(one for found in skipped(text).values() for one in found)))
    if title:
        metadata["title"] = FieldValue(title, "The first line of the text.")
    skip: dict[SkipKind, tuple[str, ...]] = {"byline": tuple(dict.fromkeys(bylines))} if bylines else {}
    return metadata, skip | skipped(text)


def _title(text: str, lines: Sequence[str], others: Sequence[str]) -> str:
    """Take the first line for a headline if it is apart from what follows, or does not end as a sentence does."""
    left = [line for line in lines if line not in others and any(map(str.isalnum, line))]
    if len(left) < 2 or len(left[0]) > _LONGEST_TITLE or not left[0].isprintable():  # noqa: PLR2004, a headline and a text
        return ""
    first, every = left[0], _lines(text)
    below = every[every.index(first) + 1]
    apart = not below or below in others
    return first if not first.endswith(".") and (apart or first[-1] not in "…,;") else ""


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]
