"""Web pages that Chrome, Edge and Internet Explorer saved as one file (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import email.policy
from contextlib import suppress
from dataclasses import replace
from email.utils import parsedate_to_datetime

from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.readers import saved_page
from mkdocs_briefings.model import web_address


def read(name: str, data: bytes, encoding: str) -> Article:
    """Read the page among the parts of the file; pictures and frames are not part of it.

    Raises:
        UnreadableError: there is no page in it.

    """
    whole = email.message_from_bytes(data, policy=email.policy.compat32)
    root = next(
        (one for one in whole.walk() if one.get_content_type() in {"text/html", "application/xhtml+xml"}),
        None,
    )
    # The standard library would read the text by a charset that Chrome leaves out: the page declares its own.
    html = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(html, bytes):
        raise UnreadableError("there is no web page in this file; save the page as HTML")
    article = saved_page.read(name, html, str(root.get_content_charset() or encoding))
    told = dict(article.metadata)
    address = str(whole.get("Snapshot-Content-Location") or root.get("Content-Location") or "").strip()
    if "address" not in told and not web_address.fault(address):
        told["address"] = FieldValue(address)
    with suppress(TypeError, ValueError):  # there is no date, or none that can be read
        day = parsedate_to_datetime(str(whole["Date"])).date().isoformat()
        told.setdefault("captured", FieldValue(day, "Noted in the saved page."))
    return replace(article, metadata=told)
