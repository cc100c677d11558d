"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.outputs.clean import one_line, title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from mkdocs_briefings.outputs.feed import Feed
    from mkdocs_briefings.outputs.news import FeedEntry
    from mkdocs_briefings.outputs.publication import Publication

ENDING = ".xml"
MEDIA_TYPE = "application/atom+xml"


def written_entry(entry: FeedEntry) -> str:
    """Write an entry."""
    tags = "".join(f'<category term="{attribute(tag)}"/>' for tag in entry.tags)
    return (
        f'<entry xml:lang="{attribute(entry.lang)}">'
        f"<id>{html(entry.name)}</id>"
        f"<title>{html(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{attribute(entry.address)}"/>'
        f"<published>{moment(entry.published)}</published>"
        f"<updated>{moment(entry.updated)}</updated>"
        f'{tags}<content type="html">{html(entry.html)}</content>'
        "</entry>\n"
    )


def written_feed(
    publication: Publication, feed: Feed, entries: Sequence[FeedEntry], texts: Iterable[str]
) -> str:
    """Write a feed.

    Args:
        publication: the site.
        feed: the feed.
        entries: what it holds, the newest first.
        texts: the same as `written_entry` gives them.

    """
    site = publication.settings
    about = one_line(site.description)
    subtitle = f"<subtitle>{html(about)}</subtitle>" if about and not feed.about else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{attribute(site.language)}">'
        f"<id>{html(publication.name(feed.path))}</id>"
        f"<title>{html(publication.titled(feed.about))}</title>{subtitle}"
        f'<link rel="self" type="{MEDIA_TYPE}" href="{attribute(publication.address(feed.path + ENDING))}"/>'
        f'<link rel="alternate" type="text/html" href="{attribute(publication.address(feed.home))}"/>'
        f"<updated>{moment(max(entry.updated for entry in entries))}</updated>"
        f"<author><name>{html(title(site.title))}</name></author>\n"
        f"{''.join(texts)}</feed>\n"
    )


def moment(day: dt.date) -> str:
    """Write a day as the moment with which it begins in UTC (RFC 3339): feeds know no days."""
    return f"{day.isoformat()}T00:00:00Z"
