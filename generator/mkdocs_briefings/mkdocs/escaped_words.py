"""The words of mkdocs.yml and of a page's front matter that themes print as if they were HTML, made safe to print."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from mkdocs_briefings.mkdocs import internals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

SETTINGS = ("site_name", "site_description", "site_author")
META = ("title", "description")


@contextmanager
def escaped_settings(config: MkDocsConfig) -> Iterator[None]:
    """Have templates print the words about a site as text, those that escape them again, too."""
    before = {name: config[name] for name in SETTINGS}
    config.update({name: escape(words) for name, words in before.items() if words})
    try:
        yield
    finally:
        config.update(before)


def escape_navigation(nav: Navigation) -> None:
    """Have templates print the titles that a navigation gives as text."""
    for item in _all(nav.items):
        if title := internals.given_title(item) if item.is_page else item.title:
            item.title = escape(title)


def escape_title(page: Page) -> None:
    """Have templates print the title of a page that has been rendered as text; from its heading, it is HTML already."""
    title = page.title
    if title is not None and not isinstance(title, Markup):
        page.title = Markup(title) if title == internals.heading(page) else escape(title)  # noqa: S704, without tags


def escape_meta(meta: MutableMapping[str, Any]) -> None:
    """Have templates print what a page says of itself as text."""
    for name in META:
        if name in meta:
            meta[name] = escape(str(meta[name]))


def without_tags(text: str) -> Markup:
    """Leave the tags out of HTML, as Jinja's `striptags` does, which gives text that is not escaped again."""
    return escape(Markup(text).striptags())  # noqa: S704, escaped


def _all(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _all(item.children or ())
