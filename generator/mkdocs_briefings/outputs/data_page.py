"""The page that describes the data, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Code, Heading, PageLink, Para, Row, Table, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs.data import PACKAGE, SQLITE, TABLES, csv_path, describe, json_path
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block
    from mkdocs_briefings.outputs.publication import Publication


def data_pages(publication: Publication) -> Iterable[Page]:
    """Make the page."""
    say = publication.desk.say
    yield Page(
        addresses.DATA, "data", say("data"), tuple(_blocks(publication)), description=say("data-description")
    )


def _blocks(publication: Publication) -> Iterator[Block]:
    say = publication.desk.say
    yield Heading(1, say("data"))
    if publication.settings.preview:
        yield Para(say("data-preview"))
        return
    yield Para(say("data-about"))
    files = [PageLink(Target(path), path.rpartition("/")[2]) for path in (SQLITE, PACKAGE)]
    yield Para(joined(tuple(files), " · "))
    for table in TABLES:
        yield Heading(2, Code(table.name))
        yield Para(say.of("data-table", table.name))
        links = (PageLink(Target(csv_path(table)), "CSV"), PageLink(Target(json_path(table)), "JSON Lines"))
        yield Para(joined(links, " · "))
        rows = tuple(
            Row((Code(name), say.of("data-kind", kind), describe(publication, table, name)))
            for name, kind in table.columns
        )
        yield Table((say("data-head-column"), say("data-head-kind"), say("data-head-meaning")), rows)
