"""Feeds as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.outputs.atom import moment
from mkdocs_briefings.outputs.clean import one_line, title
from mkdocs_briefings.outputs.json_form import json_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_briefings.outputs.feed import Feed
    from mkdocs_briefings.outputs.news import FeedEntry
    from mkdocs_briefings.outputs.publication import Publication

ENDING = ".json"
MEDIA_TYPE = "application/feed+json"


def written_entry(entry: FeedEntry) -> str:
    """Write an item."""
    fields: dict[str, object] = {
        "id": entry.name,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "language": entry.lang,
    }
    if entry.tags:
        fields["tags"] = list(entry.tags)
    return json_line(fields)


def written_feed(
    publication: Publication, feed: Feed, entries: Sequence[FeedEntry], texts: Iterable[str]
) -> str:
    """Write a feed.

    Args:
        publication: the site.
        feed: the feed.
        entries: what it holds; a feed of this form has no date of its own.
        texts: the same as `written_entry` gives them.

    """
    del entries
    site = publication.settings
    fields: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publication.titled(feed.about),
        "home_page_url": publication.address(feed.home),
        "feed_url": publication.address(feed.path + ENDING),
        "language": site.language,
        "authors": [{"name": title(site.title)}],
    }
    if (about := one_line(site.description)) and not feed.about:
        fields["description"] = about
    head = json_line(fields)
    items = ",\n".join(texts)
    return f'{head[:-1]}, "items": [\n{items}\n]}}\n'
