"""What Markdown cannot hold, added to a rendered page: pictures and filters; no fact that it does not tell."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pages.page import Entry, Page

_LINK = re.compile(r'href="md:([^"#]*)(#[^"]*)?"')
_BLOCK = re.compile(r"^(?=<(?:p|h[1-6]|ul|ol|table|blockquote|div|section|hr)\b)", re.MULTILINE)
_HEADING = re.compile(r"<h[1-6]\b")
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')


def enhance(content: str, page: Page, url: Callable[[str], str]) -> str:
    """Enhance the HTML of a page.

    Args:
        content: what a Markdown renderer made of `page.body`.
        page: the page.
        url: gives the address of a page by its Markdown path, relative to this page.

    """
    for figure in page.figures:
        made = _LINK.sub(lambda m: f'href="{html.escape(url(m[1]))}{m[2] or ""}"', figure.html)
        mark = f'<a id="{figure.anchor}"></a>'
        content = content.replace(mark, f"{mark}</p>\n{made}\n<p>", 1)
    content = content.replace("\n<p></p>", "")
    return _entries(content, page.entries) if page.entries else content


def _entries(content: str, entries: tuple[Entry, ...]) -> str:
    """Put each entry, from the block with its anchor to the next entry or heading, into a section of its own."""
    facets = {entry.anchor: entry.facets for entry in entries}
    made: list[str] = []
    is_open = False
    for block in _BLOCK.split(content):
        anchor = next((name for name in _ANCHOR.findall(block) if name in facets), None)
        if is_open and (anchor or _HEADING.match(block)):
            made.append("</section>\n")
            is_open = False
        if anchor:
            data = "".join(
                f' data-{name}="{html.escape(" ".join(values))}"' for name, values in facets[anchor] if values
            )
            made.append(f'<section class="b-entry"{data}>\n')
            is_open = True
        made.append(block)
    return "".join(made) + ("\n</section>" if is_open else "")
