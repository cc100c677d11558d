"""The redirects that a page leaves at the addresses that its former ids had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Heading, PageLink, Para
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.pages.view import View


def moved_pages(
    desk: View, to: Page, address: Callable[[str], str], formerly: Iterable[str]
) -> Iterator[Page]:
    """Make a page at the `address` of each former id that leads on to the page `to`."""
    say = desk.within(to.lang).say
    for old in formerly:
        yield Page(
            address(old),
            "moved",
            to.title,
            (
                Heading(1, to.title),
                Para(say("moved", page=PageLink(Target(to.path), to.title))),
            ),
            to.made_from,
            listed=False,
            moved_to=to.path,
            lang=to.lang,
        )
