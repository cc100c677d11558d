"""Web pages that Safari saved (`.webarchive`): a property list with the page and its parts."""

from __future__ import annotations

import plistlib
from dataclasses import replace

from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.readers import saved_page
from mkdocs_briefings.model import web_address


def read(name: str, data: bytes, encoding: str) -> Article:
    """Read the main page.

    Raises:
        UnreadableError: the file is no such list, or there is no page in it.

    """
    try:
        main = plistlib.loads(data)["WebMainResource"]
        html, address = main["WebResourceData"], str(main.get("WebResourceURL", ""))
        label = str(main.get("WebResourceTextEncodingName", ""))
    except Exception as error:
        # The reader of property lists raises many kinds of errors on broken ones.
        raise UnreadableError("there is no web page in this archive; save the page as HTML") from error
    if not isinstance(html, bytes):
        raise UnreadableError("there is no web page in this archive; save the page as HTML")
    article = saved_page.read(name, html, label or encoding)
    if "address" in article.metadata or web_address.fault(address):
        return article
    return replace(article, metadata={**article.metadata, "address": FieldValue(address)})
