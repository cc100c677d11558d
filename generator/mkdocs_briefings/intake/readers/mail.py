"""E-mails saved as files (`.eml`, RFC 5322): newsletters and press releases as they were sent."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

from mkdocs_briefings.intake import text_lines
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.intake.readers import body, saved_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_DATE = re.compile(r"\s*(?:\([^)]*\)\s*)?$")


def read(_name: str, data: bytes, encoding: str) -> Article:
    """Read the text of a mail, its HTML if it has both; what is attached is left out.

    Raises:
        UnreadableError: there is no text in it.

    """
    whole = email.message_from_bytes(data, policy=email.policy.compat32)
    if not whole.keys():
        raise UnreadableError("this is not an e-mail: it has no header; save it again from the mail program")
    parts = list(_shown(whole))
    html = next((one for one in parts if one.get_content_type() == "text/html"), None)
    plain = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    if html is not None:
        article = saved_page.of_html(_text(html, encoding, is_page=True))
    elif plain is not None:
        text = body.unix(_text(plain, encoding))
        body.require_words(text)
        _, skip = text_lines.read(text)
        article = Article(text.encode(), {}, skip)
    else:
        raise UnreadableError("there is no text in this mail; save its attachments")
    attached = sum(1 for one in whole.walk() if one.get_content_disposition() == "attachment")
    remarks = (
        *article.remarks,
        *([f"left out: {attached} attached {'file' if attached == 1 else 'files'}"] if attached else []),
    )
    return replace(article, metadata={**article.metadata, **_headers(whole)}, remarks=remarks)


def _shown(whole: Message) -> Iterator[Message]:
    for one in whole.walk():
        if one.get_content_maintype() == "text" and one.get_content_disposition() != "attachment":
            yield one


def _text(part: Message, encoding: str, *, is_page: bool = False) -> str:
    data = part.get_payload(decode=True)
    text, _ = decode(
        data if isinstance(data, bytes) else b"",
        encoding=part.get_content_charset() or encoding,
        is_page=is_page,
    )
    return text


def _headers(whole: Message) -> dict[str, FieldValue]:
    """Return the subject, the sender and the day; a mail that was forwarded has those of the forwarding."""
    name, address = parseaddr(_header(whole, "From"))
    found = {
        "title": (_header(whole, "Subject"), "Subject"),
        "published": (moment(_DATE.sub("", _header(whole, "Date"))), "Date"),
        "publisher": (name or address.partition("@")[2], "From"),
    }
    return {
        field: FieldValue(words, f"The header of the mail ({header}).")
        for field, (words, header) in found.items()
        if words
    }


def _header(whole: Message, name: str) -> str:
    try:
        line = " ".join(str(make_header(decode_header(str(whole.get(name, ""))))).split())
    except (HeaderParseError, LookupError, ValueError):
        return ""
    return line if line.isprintable() else ""
