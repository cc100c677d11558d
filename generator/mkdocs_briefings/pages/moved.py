"""The redirects that a page leaves at the addresses that its former ids had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.pages.view import View


def moved_pages(
    desk: View, to: Page, address: Callable[[str], str], formerly: Iterable[str]
) -> Iterator[Page]:
    """Make a page at the `address` of each former id that leads on to the page `to`."""
    for old in formerly:
        page = Page(
            address(old),
            "moved",
            to.title,
            Md(""),
            to.made_from,
            listed=False,
            moved_to=to.path,
            lang=to.lang,
        )
        yield view.fill(desk, "moved", page, to=view.page_link(page.path, to.title, to.path))
