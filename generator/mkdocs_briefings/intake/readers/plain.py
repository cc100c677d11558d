"""Plain text and Markdown, kept to the byte; front matter of ours or of other programs is read."""

from __future__ import annotations

import re

from mkdocs_briefings.intake import text_lines
from mkdocs_briefings.intake.article import FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.intake.readers import body
from mkdocs_briefings.model import web_address
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import Parsed, SeedText, parse
from mkdocs_briefings.parse.yaml import load

_FOREIGN = {
    "title": "title", "date": "published", "published": "published", "datepublished": "published", "pubdate": "published",
    "author": "author", "authors": "author", "creator": "author", "byline": "author",
    "publisher": "publisher", "publication": "publisher", "site": "publisher", "outlet": "publisher",
    "url": "address", "link": "address", "source": "address", "source_url": "address", "permalink": "address", "canonical_url": "address",
    "lang": "lang", "language": "lang", "captured": "captured", "saved": "captured", "created": "captured", "clipped": "captured",
}  # fmt: skip
"""What other programs call our fields (Obsidian's clipper, Jekyll, Hugo, Pandoc, Joplin)."""
_MARKDOWN = (".md", ".markdown")


def read(name: str, data: bytes, encoding: str) -> Article:
    """Keep a text to the byte; only another encoding is made UTF-8, as every source is.

    Raises:
        UnreadableError: it holds no words, or its front matter is at fault.

    """
    if len(data) > seed.MOST:
        raise UnreadableError(
            f"it has {len(data):,} bytes; the maximum of a text is {seed.MOST:,}; divide it into several files"
        )
    if data.startswith(b"PK\x03\x04"):
        raise UnreadableError(
            "this is a package (ZIP), no text; call it .docx or .epub if it is one of these"
        )
    text, converted = decode(data, encoding=encoding)
    head = seed.BOM if data.startswith(seed.BOM) else b""
    split = seed.split(text.encode("utf-8"))
    if (alone := re.search(r"\r(?!\n)", split.text)) is not None:
        line = text.count("\n", 0, alone.start()) + 1
        raise UnreadableError(
            f"line {line} ends with a carriage return alone; convert it with `tr '\\r' '\\n'`"
        )
    body.require_words(split.text)
    if split.front is None:
        told, skip = text_lines.read(split.text)
        return Article(split.body, told, skip, head, None, body.remarks(converted))
    if name.lower().endswith(_MARKDOWN) and (foreign := _foreign(split.front)) is not None:
        given, unused = foreign
        _, skip = text_lines.read(split.text)
        dropped = (f"front matter fields that are not used: {', '.join(unused)}",) if unused else ()
        return Article(split.body, given, skip, head, None, (*body.remarks(converted), *dropped))
    return Article(split.body, _given(split), {}, head, split.front, body.remarks(converted))


def _given(split: seed.Split) -> dict[str, FieldValue]:
    """Read the front matter that a file has already, which goes before all that could be inferred."""
    whole = f"---\n{split.front}---\n".encode() + split.body
    parsed = parse("seeds/x.txt", whole, Settings())
    if not isinstance(parsed, Parsed) or parsed.problems or not isinstance(parsed.entry, SeedText):
        first = parsed.problems[0].message if parsed and parsed.problems else "it cannot be read"
        raise UnreadableError(f"its front matter has an error: {first}")
    front = parsed.entry.front
    if front.sha256 is not None and front.sha256 != parsed.entry.digest:
        raise UnreadableError(
            "its seal does not match its text; remove `sha256` if you captured the text again on purpose"
        )
    values = front.model_dump(exclude_unset=True)
    return {name: FieldValue(values[name]) for name in ("id", *FIELDS) if values.get(name)}


def _foreign(front: str) -> tuple[dict[str, FieldValue], list[str]] | None:
    """Read front matter that another program wrote; None if it is ours, or is no mapping."""
    loaded = load("front.yml", front)
    if not isinstance(loaded.data, dict) or "sha256" in loaded.data:
        return None
    names = {str(name): value for name, value in loaded.data.items()}
    if all(name in FIELDS or name == "id" for name in names):
        return None
    found: dict[str, FieldValue] = {}
    unused: list[str] = []
    for name, value in names.items():
        ours = _FOREIGN.get(name.lower().replace("-", "_"), "")
        words = _words(value)
        if ours in {"published", "captured"}:
            words = moment(words)
        if ours == "address" and web_address.fault(words):
            words = ""
        if ours and words and ours not in found:
            found[ours] = FieldValue(words, f"The front matter of the saved file ({name}).")
        else:
            unused.append(name)
    return found, unused


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value[:20])))
    line = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    return line.removeprefix("[[").removesuffix("]]") if line.isprintable() else ""
