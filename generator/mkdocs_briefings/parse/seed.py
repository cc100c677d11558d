"""Split a file of `seeds/` into front matter and the captured text, byte for byte."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from frontmatter.default_handlers import BaseHandler

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.parse.yaml import load

BOM = b"\xef\xbb\xbf"
_FIELD = re.compile(rf"^(?:{'|'.join(SourceFront.model_fields)})[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A source file taken apart; `head + front + body` (as bytes) is the file again."""

    head: bytes
    """The byte order mark, if any."""
    front: str | None
    """The YAML between the boundaries, or None for a raw text."""
    body: bytes
    """The captured text, to the byte: what the seal is of."""
    text: str


class SealedText(BaseHandler):
    """python-frontmatter's format with YAML 1.2 and an untouched body.

    Its own `parse` strips the body and reads YAML 1.1; only the boundary and the split are used here.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*\r?\n", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str, **_: object) -> Any:
        return load("", fm, line_offset=1).data


_HANDLER = SealedText()
MOST = 4_000_000
"""Bytes of a source: more than any article or report has, and as much as a build can hold of several at once."""
_OPENING = re.compile(r"(?P<blank>(?:[ \t]*\r?\n)*)---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)|^[ \t]*\r?\n", re.MULTILINE)
_FEWEST_FIELDS = 2
"""So many lines of fields below `---` are front matter, whatever is wrong with its fences."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""All control characters but tab, line feed, form feed, carriage return and next line."""


def split(data: bytes) -> Split:
    """Take a source file apart.

    An article may itself open with `---`: what follows is front matter only if a second boundary closes it
    and a field of ours is in it.

    Raises:
        UnicodeDecodeError: the file is not UTF-8.

    """
    head = BOM if data.startswith(BOM) else b""
    text = data[len(head) :].decode("utf-8")
    if _HANDLER.FM_BOUNDARY.match(text):
        parts = _HANDLER.FM_BOUNDARY.split(text, 2)
        if len(parts) == 3 and _FIELD.search(parts[1]):  # noqa: PLR2004, before, between and after two boundaries
            return Split(head, parts[1], parts[2].encode(), parts[2])
    return Split(head, None, data[len(head) :], text)


def fence_problem(path: str, split: Split) -> Problem | None:
    """Report front matter that is not between its two fences; None where there is front matter, or nothing like it."""
    opening = _OPENING.match(split.text) if split.front is None else None
    if opening is None:
        return None
    closing = _CLOSING.search(split.text, opening.end())
    end = closing.start() if closing else len(split.text)
    if len(_FIELD.findall(split.text, opening.end(), end)) < _FEWEST_FIELDS:
        return None
    if opening["blank"]:
        place, why = Place(path, line=1, column=1), "a blank line is above the front matter"
    else:
        mark = closing[0].strip() if closing else ""
        place = Place(path, line=split.text.count("\n", 0, end) + 1, column=1)
        why = (
            f"the front matter is closed by `{mark}`, not `---`"
            if mark
            else "the front matter is not closed by `---`"
        )
    return file_codes.FRONT_MATTER_BROKEN.at(place, why)


def size_problem(path: str, data: bytes) -> Problem | None:
    """Report a file with more bytes than a source may have."""
    if len(data) <= MOST:
        return None
    hint = "Keep the part of the document that the briefings are about, as a source of its own."
    return file_codes.TEXT_UNUSABLE.at(
        Place(path), f"the file has {len(data):,} bytes; the maximum is {MOST:,}", hint=hint
    )


def text_problem(path: str, split: Split) -> Problem | None:
    """Report a text that no article has: without words, or with control characters (the first is named)."""
    above = 0 if split.front is None else split.front.count("\n") + 2
    if (found := _CONTROL.search(split.text)) is not None:
        line = above + split.text.count("\n", 0, found.start()) + 1
        place = Place(path, line=line, column=found.start() - split.text.rfind("\n", 0, found.start()))
        return file_codes.TEXT_UNUSABLE.at(
            place, f"the text holds the control character U+{ord(found[0]):04X}"
        )
    if not any(map(str.isalnum, split.text)):
        return file_codes.TEXT_UNUSABLE.at(Place(path, line=above + 1, column=1), "the source has no words")
    return None


def seal(body: bytes) -> str:
    """Compute the seal of a captured text: SHA-256 in hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def line_end_problem(path: str, split: Split, at: int) -> Problem:
    """Report lone carriage returns as line ends, at the first one, and how to convert the text."""
    above = 0 if split.front is None else split.front.count("\n") + 2
    before = split.text[:at]
    place = Place(path, line=above + before.count("\n") + 1, column=at - before.rfind("\n"))
    hint = f"Convert it, for example with `tr '\\r' '\\n' < {path} > new.txt`, and check the result."
    return file_codes.BAD_ENCODING.at(
        place, "a line ends with a carriage return alone, not LF or CRLF", hint=hint
    )


def decoding_problem(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Report that a file is not UTF-8, at the first wrong byte, and how to convert it."""
    before = data[: error.start]
    place = Place(path, line=before.count(b"\n") + 1, column=error.start - before.rfind(b"\n"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file_codes.BAD_ENCODING.at(
            place,
            "the file is UTF-16, not UTF-8",
            hint=f"Convert it: `iconv -f UTF-16 -t UTF-8 {path} > new.txt`, then check the result.",
        )
    return file_codes.BAD_ENCODING.at(
        place,
        f"the file is not UTF-8 (byte 0x{data[error.start]:02x})",
        hint=file_codes.BAD_ENCODING.remedy.replace("old.txt", path),
    )
