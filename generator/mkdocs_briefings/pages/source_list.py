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
    Verbatim,
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
    from mkdocs_briefings.pages.list_parts import ListPart
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
    say, sources = desk.say, tuple(desk.corpus.sources.values())
    ledgers = _ledgers(desk, sources)
    years = list_parts.split(desk.say, sources, _keys(desk)) if len(sources) > list_parts.WHOLE else ()
    told = say("list-newest", shown=list_parts.NEWEST, all=len(sources)) if years else ""
    links = list_parts.links(desk.say, years, addresses.sources_by)
    shown = sources[: list_parts.NEWEST] if years else sources
    further = [PageLink(Target(one.path), one.title) for one in ledgers] if years else []
    yield Page(
        addresses.SOURCES,
        "sources",
        say("sources"),
        (
            *_blocks(desk, say("sources"), shown, told=told, links=links, further=further),
            *(() if years else _tables(ledgers)),
        ),
        description=say("sources-description"),
    )
    for part in list_parts.every(years):
        trail = list_parts.trail(
            desk.say, part, years, addresses.sources_by, (say("sources-all"), addresses.SOURCES)
        )
        yield desk.once(("sources page", part.name), partial(_part_page, desk, part, trail), part, trail)
    for ledger in ledgers if years else ():
        yield from _ledger_pages(desk, ledger)


def _part_page(desk: View, part: ListPart[Source], trail: Inline) -> Page:
    say = desk.say
    title = say("sources-of", part=part.words)
    links = list_parts.links(desk.say, part.parts, addresses.sources_by)
    told = say("sentence", words=say("articles", count=len(part.items)))
    shown = () if part.parts else part.items
    return Page(
        addresses.sources_by(part.name),
        "sources",
        title,
        desk.row(partial(_blocks, desk, title, shown, told=told, links=links, trail=trail)),
        description=say("sources-of-description", part=part.words),
        listed=False,
    )


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
    say = desk.say
    yield Para(say.sentences(say("sources-about"), told))
    if links:
        yield Para((Strong(say("list-by-date")), " ", links))
    if further:
        yield Para((Strong(say("sources-further")), " ", joined([*further], " · ")))
    yield from (_entry(desk, source) for source in sources)
    if trail and sources:
        yield Heading(2, say("newer-and-older"))
        yield Para(trail)


def _tables(ledgers: Iterable[Ledger]) -> Iterator[Block]:
    for one in ledgers:
        yield Heading(2, one.title)
        yield Para(one.about)
        yield Table(one.heads, tuple(one.rows(one.sources)))


def _entry(desk: View, source: Source) -> Entry:
    briefings = len(desk.derived.backlinks.sources.get(source.id, ()))
    link = Strong((view.source_as(desk, source), view.fallen(desk, source.id)))
    facts = [
        view.publisher(desk, source),
        phrases.published_words(desk.say, source.published),
        desk.say("briefings-count", count=briefings) if briefings else desk.say("source-not-used"),
    ]
    blocks = [Para((PageAnchor(addresses.entry(source.id)), link)), Para(joined(facts, " · "))]
    if source.title and source.title not in {NOT_STATED, source.label}:
        # Its own title, where the desk calls it otherwise.
        blocks.append(Para(Verbatim(phrases.in_marks(desk.say, source.title))))
    return Entry(tuple(blocks), _facets(source))


def _facets(source: Source) -> Facets:
    return (("publisher", (_publisher(source),)), ("year", (list_parts.year_name(source.published),)))


def _publisher(source: Source) -> str:
    return source.publisher if source.publisher and source.publisher != NOT_STATED else _NO_ID


def _choices(desk: View, sources: Sequence[Source], entries: Sequence[Facets]) -> tuple[filters.Facet, ...]:
    known = desk.corpus.entities
    outlets = {_publisher(source) for source in sources} & known.keys()
    ordered = sorted(
        outlets, key=lambda id_: (alphabet.key(known[id_].sorted_by, desk.settings.language), id_)
    )
    names = {id_: known[id_].name for id_ in ordered} | {_NO_ID: desk.say("not-stated")}
    years = dict(sorted({list_parts.year(desk.say, source.published) for source in sources}, reverse=True))
    return (
        *filters.facet(desk.say, "publisher", desk.say("filter-publisher"), names, entries),
        *filters.facet(desk.say, "year", desk.say("filter-year"), years, entries),
    )


def _ledgers(desk: View, sources: tuple[Source, ...]) -> tuple[Ledger, ...]:
    printed = tuple(source for source in sources if source.misprints)
    say = desk.say
    found = [
        Ledger(
            "relays",
            say("ledger-relays"),
            say("ledger-relays-about"),
            (say("head-article"), say("head-rests-on"), say("head-how"), say("head-held")),
            resting(desk),
            sources,
        )
    ]
    if printed:
        found.append(
            Ledger(
                "misprints",
                say("head-as-printed"),
                say("ledger-misprints-about"),
                (say("head-article"), say("head-printed"), say("head-meant")),
                partial(_misprinted, desk),
                printed,
            )
        )
    return tuple(found)


def _misprinted(desk: View, sources: Iterable[Source]) -> Iterator[Row]:
    for source in sources:
        for row in misprints(desk, source):
            yield Row((view.source_as(desk, source), *row.cells))


def _ledger_pages(desk: View, ledger: Ledger) -> Iterator[Page]:
    years = (
        list_parts.split(desk.say, ledger.sources, _keys(desk))
        if len(ledger.sources) > list_parts.MOST
        else ()
    )
    up = PageLink(Target(addresses.SOURCES), desk.say("sources"))
    links = list_parts.links(desk.say, years, ledger.address)
    shown = () if years else ledger.sources
    yield _ledger_page(desk, ledger, ledger.path, ledger.title, ledger.about, shown, links, up)
    for part in list_parts.every(years):
        links = list_parts.links(desk.say, part.parts, ledger.address)
        trail = list_parts.trail(desk.say, part, years, ledger.address, (ledger.title, ledger.path))
        title = desk.say("list-title", title=ledger.title, part=part.words)
        about = desk.say("ledger-part-description", title=ledger.title, part=part.words)
        shown = () if part.parts else part.items
        yield _ledger_page(desk, ledger, ledger.address(part.name), title, about, shown, links, trail)


def _ledger_page(  # noqa: PLR0913, what the page shows
    desk: View,
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
        blocks.append(Para((Strong(desk.say("list-by-date")), " ", links)))
    if rows := tuple(ledger.rows(sources)):
        blocks.append(Table(ledger.heads, rows))
    return Page(path, "sources", title, tuple(blocks), description=description, listed=False)
