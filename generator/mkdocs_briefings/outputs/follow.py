"""The page that shows readers how to follow the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Code, Heading, PageLink, Para, Row, Table, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs import atom, json_feed
from mkdocs_briefings.outputs.calendars import ENDING, calendars
from mkdocs_briefings.outputs.change_feed import PATH
from mkdocs_briefings.outputs.citations import FORMS, STEM
from mkdocs_briefings.outputs.feeds import feeds
from mkdocs_briefings.outputs.table import chosen, lacking
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.outputs.calendars import Calendar
    from mkdocs_briefings.outputs.feed import Feed
    from mkdocs_briefings.outputs.publication import Publication


def follow_page(publication: Publication) -> Page:
    """Make the page; a site has it whatever it offers, so that a navigation can always lead there."""
    say = publication.desk.say
    blocks = (Heading(1, say("follow")), *_blocks(publication))
    return Page(addresses.FOLLOW, "follow", say("follow"), blocks, description=say("follow-description"))


def _blocks(publication: Publication) -> Iterator[Block]:
    settings, say = publication.settings, publication.desk.say
    offered = {output.name for output in chosen(settings)}
    if settings.preview:
        yield Para(say("follow-preview"))
        return
    if "feeds" in offered:
        yield from _feeds(publication, feeds(publication))
    if "calendar" in offered:
        yield from _calendars(publication, calendars(publication))
    if "changes" in offered:
        yield Heading(2, say("changes"))
        yield Para(say("changes-about", address=PageLink(Target(PATH), Code(publication.address(PATH)))))
    if "citations" in offered and publication.corpus.sources:
        links = joined([PageLink(Target(f"{STEM}{ending}"), name) for name, ending, _, _ in FORMS], " · ")
        yield Heading(2, say("citations"))
        yield Para((say("citations-about"), " ", links))
    if "data" in offered:
        yield Heading(2, say("data"))
        yield Para(PageLink(Target(addresses.DATA), say("data-description")))
    if lacking(settings):
        yield Para(say("follow-no-address"))
    elif not offered - {"json-ld"}:
        yield Para(say("follow-nothing"))


def _feeds(publication: Publication, found: Iterable[Feed]) -> Iterator[Block]:
    say = publication.desk.say
    yield Heading(2, say("feeds"))
    yield Para(say("feeds-about"))
    scopes: dict[str, list[Row]] = {}
    for feed in found:
        about = PageLink(feed.home, feed.about) if feed.about else say("feeds-all")
        files = [Target(f"{feed.path}{form.ENDING}") for form in (atom, json_feed)]
        links: list[Inline] = [PageLink(file, _shown(publication, feed, file)) for file in files]
        scopes.setdefault(feed.scope, []).append(Row((about, *links)))
    for scope, rows in scopes.items():
        if scope != "site":
            yield Heading(3, say.of("feeds-scope", scope))
        yield Table((say("feeds-of"), "Atom", "JSON Feed"), tuple(rows))


def _calendars(publication: Publication, found: Sequence[Calendar]) -> Iterator[Block]:
    say = publication.desk.say
    rows = []
    for calendar in found:
        file = Target(f"{calendar.path}{ENDING}")
        about = PageLink(calendar.home, calendar.about) if calendar.about else say("calendars-all")
        whole = not calendar.about and publication.settings.address
        shown: Inline = Code(publication.address(file)) if whole else file.page.rpartition("/")[2]
        rows.append(Row((about, PageLink(file, shown))))
    if rows:
        yield Heading(2, say("calendars"))
        yield Para(say("calendars-about"))
        yield Table((say("calendars-of"), say("calendars-file")), tuple(rows))


def _shown(publication: Publication, feed: Feed, file: Target) -> Inline:
    """Show the whole address of what most readers want, to be copied; of the others their names."""
    if feed.scope == "site":
        return Code(publication.address(file))
    return file.page.rpartition("/")[2]
