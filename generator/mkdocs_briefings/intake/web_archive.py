"""Read web archives (WARC, ISO 28500, and WACZ); each page in them may become a source."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import brotli

from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.readers import saved_page
from mkdocs_briefings.model import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    ByteFile = IO[bytes] | gzip.GzipFile

ENDINGS = (".warc", ".warc.gz", ".wacz")
MOST = 200_000_000
"""Bytes of an archive and, unpacked, of all that is read of it."""
_MOST_PAGES = 10_000
_LINE = 8_192
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_REMEDY = "open it in a replay tool and save the pages as HTML"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was captured."""

    address: str
    day: str
    """As `YYYY-MM-DD`; empty if the record gives none."""
    data: bytes = field(repr=False)
    encoding: str = ""
    """As the server declared it."""


def is_archive(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def captures(name: str, data: bytes) -> list[Capture]:
    """Return the pages of an archive that a server answered with, in their order; of equal addresses the last.

    Which of them are articles is for the editor to say: pages that only lead on are refused when they are added.

    Raises:
        UnreadableError: it is no such archive, is damaged or too large, or holds no page.

    """
    if len(data) > MOST:
        raise UnreadableError(f"it has {len(data):,} bytes; the maximum of an archive is {MOST:,}")
    found: dict[str, Capture] = {}
    try:
        for one in _files(name, data):
            for capture in _responses(one):
                found.pop(capture.address, None)
                found[capture.address] = capture
                if len(found) > _MOST_PAGES:
                    raise UnreadableError(f"it has more than {_MOST_PAGES:,} pages; {_REMEDY}")
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, brotli.error, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"the archive cannot be read ({type(error).__name__}); {_REMEDY}") from error
    if not found:
        raise UnreadableError("there is no web page in this archive")
    return list(found.values())


def article(capture: Capture) -> Article:
    """Take the article out of a captured page; the capture gives its address and day, never its publication.

    Raises:
        UnreadableError: there is no article in it.

    """
    made = saved_page.read("capture.html", capture.data, capture.encoding)
    told = dict(made.metadata)
    if not web_address.fault(capture.address):
        told.setdefault("address", FieldValue(capture.address))
    if capture.day:
        told["captured"] = FieldValue(capture.day, "The record of the web archive.")
    return replace(made, metadata=told)


def _files(name: str, data: bytes) -> Iterator[ByteFile]:
    if name.lower().endswith(".wacz"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for member in package.namelist():
                if member.startswith("archive/") and member.lower().endswith((".warc", ".warc.gz")):
                    with package.open(member) as file:
                        yield gzip.GzipFile(fileobj=file) if member.lower().endswith(".gz") else file
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.GzipFile(fileobj=io.BytesIO(data))
    else:
        yield io.BytesIO(data)


def _responses(file: ByteFile) -> Iterator[Capture]:
    """Read the records one by one; what is no answer with a page is skipped."""
    left = MOST
    while line := file.readline(_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise UnreadableError("this is not a web archive (WARC)")
        head = _headers(file)
        length = int(head.get("content-length", "0"))
        left -= length
        if length < 0 or left < 0:
            raise UnreadableError(f"it has more than {MOST:,} bytes when it is unpacked; {_REMEDY}")
        block = file.read(length)
        if len(block) < length:
            raise UnreadableError(f"the archive ends in the middle of a record; {_REMEDY}")
        address = head.get("warc-target-uri", "").strip("<>")
        if head.get("warc-type") == "response" and address.startswith(("http://", "https://")):
            answer = _answer(block)
            if answer is not None:
                day = re.match(r"\d{4}-\d\d-\d\d", head.get("warc-date", ""))
                yield Capture(address, day[0] if day else "", *answer)


def _headers(file: ByteFile) -> dict[str, str]:
    found: dict[str, str] = {}
    while (line := file.readline(_LINE)) and line.strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _answer(block: bytes) -> tuple[bytes, str] | None:
    """Return the page of an HTTP response and its declared encoding; None if it is no page, or was no success."""
    file = io.BytesIO(block)
    status = file.readline(_LINE).split(None, 2)
    head = _headers(file)
    kind, _, rest = head.get("content-type", "").partition(";")
    if len(status) < 2 or status[1] != str(_OK).encode() or kind.strip().lower() not in _PAGES:  # noqa: PLR2004, HTTP and the status
        return None
    data = file.read()
    if "chunked" in head.get("transfer-encoding", "").lower():
        data = _joined(data)
    for coding in reversed(head.get("content-encoding", "").lower().replace(" ", "").split(",")):
        data = _unpacked(data, coding)
    label = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest, re.IGNORECASE)
    return data, label[1] if label else ""


def _joined(data: bytes) -> bytes:
    """Join the chunks of a body; crawlers that joined them already left the header in place."""
    file, parts = io.BytesIO(data), []
    while line := file.readline(_LINE):
        try:
            length = int(line.split(b";")[0].strip() or b"0", 16)
        except ValueError:
            return data
        if length == 0:
            break
        parts.append(file.read(length))
        file.readline(_LINE)
    return b"".join(parts)


def _unpacked(data: bytes, coding: str) -> bytes:
    """Undo a content coding, up to the bound of a page; of those that are not known the page is left as it is."""
    if coding in {"gzip", "x-gzip"} and data.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MOST)
    if coding == "deflate":
        window = zlib.MAX_WBITS if data[:1] == b"\x78" else -zlib.MAX_WBITS
        return zlib.decompressobj(window).decompress(data, MOST)
    if coding == "br":
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=MOST))
    return data
