"""The list of sources, newest first; of many, the newest here and all of them by year, their tables as well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator import alphabet, urls
from generator.corpus import NOT_STATED
from generator.md import Md, anchor, md
from generator.pages import filters, parts, show
from generator.pages.claim import counted, in_marks
from generator.pages.page import Entry, Page
from generator.pages.resting import resting, short_link
from generator.pages.source import misprints
from generator.pages.table import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.corpus import Source
    from generator.pages.parts import Part
    from generator.pages.show import Desk

_NO_ID = "-"
"""Stands for "not stated" among the publishers: no id is written so."""
_KEYS = (lambda source: parts.year(source.published), lambda source: parts.month(source.published))


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source, ready to print in a list."""

    mark: Md
    title: Md
    facts: tuple[Md, ...]
    printed: str
    """Its own title, where the desk calls it otherwise."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table about all sources: below their list while that is short, else with pages of its own."""

    name: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: Callable[[str, Iterable[Source]], Iterator[Row]]
    """Makes the rows of sources on a page."""
    sources: tuple[Source, ...]

    @property
    def path(self) -> str:
        return urls.sources_by(self.name)

    def address(self, part: str) -> str:
        return urls.sources_by(f"{self.name}/{part}")


def source_lists(desk: Desk) -> Iterator[Page]:
    """Make the list of all sources and what is told of all of them in tables."""
    sources = tuple(desk.corpus.sources.values())
    ledgers = _ledgers(desk, sources)
    years = parts.split(sources, _KEYS) if len(sources) > parts.WHOLE else ()
    page = Page(
        urls.SOURCES, "sources", "Sources", Md(""), description="The articles that the briefings rest on."
    )
    told = f"The newest {parts.NEWEST} of {len(sources)}." if years else ""
    links = parts.links(page.path, years, urls.sources_by)
    shown = sources[: parts.NEWEST] if years else sources
    yield _page(desk, page, shown, ledgers, told=told, links=links, is_long=bool(years))
    for part in parts.every(years):
        page = _part_page("Sources", part, urls.sources_by)
        trail = parts.trail(part, years, urls.sources_by, ("All sources", urls.SOURCES))
        links = parts.links(page.path, part.parts, urls.sources_by)
        told = f"{counted(len(part.items), 'article')}."
        yield _page(desk, page, () if part.parts else part.items, (), told=told, links=links, trail=trail)
    for ledger in ledgers if years else ():
        yield from _ledger_pages(desk, ledger)


def _page(  # noqa: PLR0913, what the page shows, by name
    desk: Desk,
    page: Page,
    sources: Sequence[Source],
    ledgers: Sequence[Ledger],
    *,
    told: str,
    links: Md,
    trail: Md = Md(""),  # noqa: B008, an immutable text
    is_long: bool = False,
) -> Page:
    entries = tuple(_facets(source) for source in sources)
    figures = filters.form(_choices(desk, sources, entries), entries, is_part=bool(links or trail))
    return show.fill(
        desk,
        "sources",
        replace(page, entries=entries, figures=figures),
        filter=anchor(filters.ANCHOR) if figures else "",
        told=told,
        links=links,
        trail=trail,
        entries=[_entry(desk, page.path, source) for source in sources],
        further=[show.page_link(page.path, one.title, one.path) for one in ledgers if is_long],
        ledgers=[(one, list(one.rows(page.path, one.sources))) for one in ledgers if not is_long],
    )


def _entry(desk: Desk, page: str, source: Source) -> SourceEntry:
    briefings = len(desk.derived.backlinks.sources.get(source.id, ()))
    title = show.source_title(source)
    return SourceEntry(
        mark=anchor(urls.entry(source.id)),
        title=Md(f"{short_link(page, source)}{show.fallen(desk, source.id)}"),
        facts=(
            show.publisher(desk, page, source),
            md(show.day_words(source.published) if source.published else "date not stated"),
            md(counted(briefings, "briefing") if briefings else "not in a briefing yet"),
        ),
        printed="" if title == source.label else in_marks(title),
    )


def _facets(source: Source) -> Entry:
    return Entry(
        urls.entry(source.id),
        (("publisher", (_publisher(source),)), ("year", (parts.year(source.published)[0],))),
    )


def _publisher(source: Source) -> str:
    return source.publisher if source.publisher and source.publisher != NOT_STATED else _NO_ID


def _choices(desk: Desk, sources: Sequence[Source], entries: Sequence[Entry]) -> tuple[filters.Facet, ...]:
    known = desk.corpus.entities
    outlets = {_publisher(source) for source in sources} & known.keys()
    ordered = sorted(outlets, key=lambda id_: (alphabet.key(known[id_].name), id_))
    names = {id_: known[id_].name for id_ in ordered} | {_NO_ID: "not stated"}
    years = dict(sorted({parts.year(source.published) for source in sources}, reverse=True))
    return (
        *filters.facet("publisher", "Publisher", names, entries),
        *filters.facet("year", "Year", years, entries),
    )


def _ledgers(desk: Desk, sources: tuple[Source, ...]) -> tuple[Ledger, ...]:
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


def _misprinted(desk: Desk, page: str, sources: Iterable[Source]) -> Iterator[Row]:
    for source in sources:
        for row in misprints(desk, page, source):
            yield Row((short_link(page, source), *row.cells))


def _ledger_pages(desk: Desk, ledger: Ledger) -> Iterator[Page]:
    up = ("Sources", urls.SOURCES)
    years = parts.split(ledger.sources, _KEYS) if len(ledger.sources) > parts.MOST else ()
    page = Page(ledger.path, "sources", ledger.title, Md(""), description=ledger.about, listed=False)
    yield _ledger_page(
        desk,
        page,
        ledger,
        () if years else ledger.sources,
        links=parts.links(page.path, years, ledger.address),
        trail=show.page_link(page.path, *up),
    )
    for part in parts.every(years):
        page = _part_page(ledger.title, part, ledger.address)
        yield _ledger_page(
            desk,
            page,
            ledger,
            () if part.parts else part.items,
            links=parts.links(page.path, part.parts, ledger.address),
            trail=parts.trail(part, years, ledger.address, (ledger.title, ledger.path)),
        )


def _ledger_page(  # noqa: PLR0913, what the page shows
    desk: Desk, page: Page, ledger: Ledger, sources: Sequence[Source], *, links: Md, trail: Md
) -> Page:
    rows = list(ledger.rows(page.path, sources))
    return show.fill(desk, "ledger", page, ledger=ledger, rows=rows, links=links, trail=trail)


def _part_page(title: str, part: Part[Source], address: Callable[[str], str]) -> Page:
    return Page(
        address(part.name),
        "sources",
        f"{title}: {part.words}",
        Md(""),
        description=f"{title}: articles of {part.words}.",
        listed=False,
    )
