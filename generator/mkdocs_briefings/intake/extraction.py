"""A saved file to an article: its text, and what it tells of itself. No network takes part."""

from __future__ import annotations

import io
import re
from pathlib import PurePath

from mkdocs_briefings.intake import page_text, text_lines, web_page
from mkdocs_briefings.intake.article import FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import Parsed, SeedText, parse
from mkdocs_briefings.text.prepared import normalise

PAGES = frozenset({".html", ".htm", ".xhtml"})
PAPERS = frozenset({".pdf"})
TEXTS = frozenset({".txt", ".text", ".md"})
_REMEDIES = {
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "save the page as HTML"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages", ".rtf"), "save it as PDF, or its text as .txt"),
}
MOST = 20_000_000
"""No file may have more bytes."""

_PAGE_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_FEWEST_WORDS = 20
"""Of a page: what has less is a menu, or an article that a script would have fetched."""


def extract(name: str, data: bytes, encoding: str = "") -> Article:
    """Take the article out of a file; its kind is that of its ending, unless the content says otherwise.

    Raises:
        UnreadableError: there is no article in it that could be read.

    """
    if len(data) > MOST:
        raise UnreadableError(f"it has {len(data):,} bytes; the maximum is {MOST:,}")
    ending = PurePath(name).suffix.lower()
    if ending in PAPERS or data.startswith(b"%PDF-"):
        return _paper(data)
    if ending not in PAGES | TEXTS:
        raise UnreadableError(other_kind(ending))
    if ending in PAGES:
        return _page(data, encoding)
    text, converted = decode(data, encoding=encoding)
    if _PAGE_BEGINS.match(text[:MOST]):
        return _page(data, encoding)
    return _plain(data, text, converted)


def other_kind(ending: str) -> str:
    """Say that a file of this ending is of no kind that is read, and what to do."""
    return f"neither text, HTML nor PDF; {_REMEDIES.get(ending.lower(), 'save its text as .txt')}"


def _plain(data: bytes, text: str, converted: str) -> Article:
    """Keep a text to the byte; only another encoding is made UTF-8, as every source is."""
    head = seed.BOM if data.startswith(seed.BOM) else b""
    split = seed.split(text.encode("utf-8"))
    if (alone := re.search(r"\r(?!\n)", split.text)) is not None:
        line = text.count("\n", 0, alone.start()) + 1
        raise UnreadableError(
            f"line {line} ends with a carriage return alone; convert it with `tr '\\r' '\\n'`"
        )
    _require_words(split.text)
    if split.front is not None:
        given = _given(split)
        return Article(split.body, given, {}, head, split.front, _remarks(converted))
    metadata, skip = text_lines.read(split.text)
    return Article(split.body, metadata, skip, head, None, _remarks(converted))


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


def _page(data: bytes, encoding: str) -> Article:
    html, converted = decode(data, encoding=encoding, is_page=True)
    try:
        import trafilatura  # noqa: PLC0415, an extra, and slow to load
    except ImportError:
        raise UnreadableError(
            "saved pages need `pip install trafilatura`; or save the article's text as .txt"
        ) from None
    told_by_page = web_page.read(html)
    try:
        tree = trafilatura.load_html(html)
        left_out = () if tree is None else page_text.make_readable(tree)
        text = "" if tree is None else trafilatura.extract(tree, include_comments=False) or ""
    except Exception as error:
        raise UnreadableError(
            f"the page cannot be read ({type(error).__name__}); save its text as .txt"
        ) from error
    text = _unix(text)
    if len(text.split()) < _FEWEST_WORDS and len(text) < 4 * _FEWEST_WORDS:
        raise UnreadableError("there is no article in this page; save the article's text as .txt")
    read, skip = text_lines.read(text)
    shown = {normalise(line) for line in text.splitlines()}
    metadata = {name: told_by_page.get(name) or read.get(name) for name in FIELDS}
    plainly = {
        name: FieldValue(one.value) if normalise(one.value) in shown else one
        for name, one in metadata.items()
        if one
    }
    return Article(text.encode(), plainly, skip, remarks=(*_remarks(converted), *left_out))


def _paper(data: bytes) -> Article:
    try:
        import pypdf  # noqa: PLC0415, an extra
    except ImportError:
        raise UnreadableError(
            "PDF files need `pip install pypdf`; or save the article's text as .txt"
        ) from None
    try:
        paper = pypdf.PdfReader(io.BytesIO(data))
        text = "\n".join(one.extract_text().rstrip() for one in paper.pages)
    except Exception as error:
        # What is wrong with a PDF makes the reader raise whatever it happens upon.
        raise UnreadableError(
            f"the PDF cannot be read ({type(error).__name__}); save its text as .txt"
        ) from error
    text = _unix(text)
    _require_words(text, "the PDF contains images of text; run it through an OCR program first")
    metadata, skip = text_lines.read(text)
    return Article(
        text.encode(), metadata, skip, remarks=(f"{len(paper.pages)} pages, line breaks as in the PDF",)
    )


def _unix(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "replace").decode().rstrip("\n") + "\n"


def _require_words(text: str, message: str = "there is no text in it") -> None:
    if not re.search(r"\w", text):
        raise UnreadableError(message)


def _remarks(converted: str) -> tuple[str, ...]:
    return (f"read as {converted}, written as UTF-8",) if converted else ()
