"""The list of sources, newest first; of many, the newest here and all of them by year, their tables as well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import (
    Entry,
    Heading,
    PageAnchor,
    PageLink,
    Para,
    Row,
    Strong,
    Table,
    joined,
)
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import filters, list_parts, phrases, view
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.resting import resting
from mkdocs_briefings.pages.source import misprints
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.pages.view import View

_NO_ID = "-"
"""Stands for "not stated" among the publishers: no id is written so."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table about all sources: below their list while that is short, else with pages of its own."""

    name: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: Callable[[Iterable[Source]], Iterator[Row]]
    """Makes the rows of sources."""
    sources: tuple[Source, ...]

    @property
    def path(self) -> str:
        return addresses.sources_by(self.name)

    def address(self, part: str) -> str:
        return addresses.sources_by(f"{self.name}/{part}")


def _keys(desk: View) -> tuple[list_parts.Key[Source], ...]:
    return (
        lambda source: list_parts.year(desk.say, source.published),
        lambda source: list_parts.month(desk.say, source.published),
    )


def source_lists(desk: View) -> Iterator[Page]:
    """Make the list of all sources and what is told of all of them in tables."""
    sources = tuple(desk.corpus.sources.values())
    ledgers = _ledgers(desk, sources)
    years = list_parts.split(desk.say, sources, _keys(desk)) if len(sources) > list_parts.WHOLE else ()
    told = f"The newest {list_parts.NEWEST} of {len(sources)}." if years else ""
    links = list_parts.links(desk.say, years, addresses.sources_by)
    shown = sources[: list_parts.NEWEST] if years else sources
    further = [PageLink(Target(one.path), one.title) for one in ledgers] if years else []
    yield Page(
        addresses.SOURCES,
        "sources",
        "Sources",
        (
            *_blocks(desk, "Sources", shown, told=told, links=links, further=further),
            *(() if years else _tables(ledgers)),
        ),
        description="The articles that the briefings rest on.",
    )
    for part in list_parts.every(years):
        title = f"Sources: {part.words}"
        trail = list_parts.trail(
            desk.say, part, years, addresses.sources_by, ("All sources", addresses.SOURCES)
        )
        links = list_parts.links(desk.say, part.parts, addresses.sources_by)
        told = f"{phrases.counted(len(part.items), 'article')}."
        shown = () if part.parts else part.items
        yield Page(
            addresses.sources_by(part.name),
            "sources",
            title,
            tuple(_blocks(desk, title, shown, told=told, links=links, trail=trail)),
            description=f"Sources: articles of {part.words}.",
            listed=False,
        )
    for ledger in ledgers if years else ():
        yield from _ledger_pages(desk, ledger)


def _blocks(  # noqa: PLR0913, what the page shows, by name
    desk: View,
    title: str,
    sources: Sequence[Source],
    *,
    told: str,
    links: Inline,
    trail: Inline = "",
    further: Sequence[Inline] = (),
) -> Iterator[Block]:
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    entries = [_facets(source) for source in sources]
    yield from filters.form(_choices(desk, sources, entries), entries, is_part=bool(links or trail))
    about = "The articles that the briefings rest on, newest first. A source is somebody else’s text: "
    about += "its page shows the passages that are cited, and all of it only where its rights allow."
    yield Para(f"{about} {told}".rstrip())
    if links:
        yield Para((Strong("By date:"), " ", links))
    if further:
        yield Para((Strong("About all of them:"), " ", joined([*further], " · ")))
    yield from (_entry(desk, source) for source in sources)
    if trail and sources:
        yield Heading(2, "Newer and older")
        yield Para(trail)


def _tables(ledgers: Iterable[Ledger]) -> Iterator[Block]:
    for one in ledgers:
        yield Heading(2, one.title)
        yield Para(one.about)
        yield Table(one.heads, tuple(one.rows(one.sources)))


def _entry(desk: View, source: Source) -> Entry:
    briefings = len(desk.derived.backlinks.sources.get(source.id, ()))
    title = view.source_title(source)
    link = Strong((view.source_as(source, source.label), view.fallen(desk, source.id)))
    facts = [
        view.publisher(desk, source),
        phrases.published_words(source.published),
        phrases.counted(briefings, "briefing") if briefings else "not in a briefing yet",
    ]
    blocks = [Para((PageAnchor(addresses.entry(source.id)), link)), Para(joined(facts, " · "))]
    if title != source.label:
        # Its own title, where the desk calls it otherwise.
        blocks.append(Para(phrases.in_marks(title)))
    return Entry(tuple(blocks), _facets(source))


def _facets(source: Source) -> Facets:
    return (("publisher", (_publisher(source),)), ("year", (list_parts.year_name(source.published),)))


def _publisher(source: Source) -> str:
    return source.publisher if source.publisher and source.publisher != NOT_STATED else _NO_ID


def _choices(desk: View, sources: Sequence[Source], entries: Sequence[Facets]) -> tuple[filters.Facet, ...]:
    known = desk.corpus.entities
    outlets = {_publisher(source) for source in sources} & known.keys()
    ordered = sorted(outlets, key=lambda id_: (alphabet.key(known[id_].name), id_))
    names = {id_: known[id_].name for id_ in ordered} | {_NO_ID: "not stated"}
    years = dict(sorted({list_parts.year(desk.say, source.published) for source in sources}, reverse=True))
    return (
        *filters.facet("publisher", "Publisher", names, entries),
        *filters.facet("year", "Year", years, entries),
    )


def _ledgers(desk: View, sources: tuple[Source, ...]) -> tuple[Ledger, ...]:
    printed = tuple(source for source in sources if source.misprints)
    found = [
        Ledger(
            "relays",
            "Which sources rest on which",
            "What an article relays, by the chains of its claims, and what it lists itself. The last column names "
            "what this site holds of that outlet; it need not be the report that is meant.",
            ("Article", "Rests on", "How", "Articles of it held here"),
            resting(desk),
            sources,
        )
    ]
    if printed:
        found.append(
            Ledger(
                "misprints",
                "As printed",
                "Misspelt names and garbled words, as the articles print them.",
                ("Article", "Printed", "Meant"),
                partial(_misprinted, desk),
                printed,
            )
        )
    return tuple(found)


def _misprinted(desk: View, sources: Iterable[Source]) -> Iterator[Row]:
    for source in sources:
        for row in misprints(desk, source):
            yield Row((view.source_as(source, source.label), *row.cells))


def _ledger_pages(desk: View, ledger: Ledger) -> Iterator[Page]:
    years = (
        list_parts.split(desk.say, ledger.sources, _keys(desk))
        if len(ledger.sources) > list_parts.MOST
        else ()
    )
    up = PageLink(Target(addresses.SOURCES), "Sources")
    links = list_parts.links(desk.say, years, ledger.address)
    shown = () if years else ledger.sources
    yield _ledger_page(ledger, ledger.path, ledger.title, ledger.about, shown, links, up)
    for part in list_parts.every(years):
        links = list_parts.links(desk.say, part.parts, ledger.address)
        trail = list_parts.trail(desk.say, part, years, ledger.address, (ledger.title, ledger.path))
        title, about = f"{ledger.title}: {part.words}", f"{ledger.title}: articles of {part.words}."
        shown = () if part.parts else part.items
        yield _ledger_page(ledger, ledger.address(part.name), title, about, shown, links, trail)


def _ledger_page(  # noqa: PLR0913, what the page shows
    ledger: Ledger,
    path: str,
    title: str,
    description: str,
    sources: Sequence[Source],
    links: Inline,
    trail: Inline,
) -> Page:
    blocks: list[Block] = [Heading(1, title), Para(trail), Para(ledger.about)]
    if links:
        blocks.append(Para((Strong("By date:"), " ", links)))
    if rows := tuple(ledger.rows(sources)):
        blocks.append(Table(ledger.heads, rows))
    return Page(path, "sources", title, tuple(blocks), description=description, listed=False)
