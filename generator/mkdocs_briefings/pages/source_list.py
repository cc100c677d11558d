"""The list of sources, newest first; of many, the newest here and all of them by year, their tables as well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, md
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.claim import counted, in_marks
from mkdocs_briefings.pages.page import Entry, Page
from mkdocs_briefings.pages.resting import resting, short_link
from mkdocs_briefings.pages.rows import TableCells
from mkdocs_briefings.pages.source import misprints
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.pages.list_parts import ListPart
    from mkdocs_briefings.pages.view import View

_NO_ID = "-"
"""Stands for "not stated" among the publishers: no id is written so."""
_KEYS = (lambda source: list_parts.year(source.published), lambda source: list_parts.month(source.published))


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
    rows: Callable[[str, Iterable[Source]], Iterator[TableCells]]
    """Makes the rows of sources on a page."""
    sources: tuple[Source, ...]

    @property
    def path(self) -> str:
        return addresses.sources_by(self.name)

    def address(self, part: str) -> str:
        return addresses.sources_by(f"{self.name}/{part}")


def source_lists(desk: View) -> Iterator[Page]:
    """Make the list of all sources and what is told of all of them in tables."""
    sources = tuple(desk.corpus.sources.values())
    ledgers = _ledgers(desk, sources)
    years = list_parts.split(sources, _KEYS) if len(sources) > list_parts.WHOLE else ()
    page = Page(
        addresses.SOURCES,
        "sources",
        "Sources",
        Md(""),
        description="The articles that the briefings rest on.",
    )
    told = f"The newest {list_parts.NEWEST} of {len(sources)}." if years else ""
    links = list_parts.links(page.path, years, addresses.sources_by)
    shown = sources[: list_parts.NEWEST] if years else sources
    yield _page(desk, page, shown, ledgers, told=told, links=links, is_long=bool(years))
    for part in list_parts.every(years):
        page = _part_page("Sources", part, addresses.sources_by)
        trail = list_parts.trail(part, years, addresses.sources_by, ("All sources", addresses.SOURCES))
        links = list_parts.links(page.path, part.parts, addresses.sources_by)
        told = f"{counted(len(part.items), 'article')}."
        yield _page(desk, page, () if part.parts else part.items, (), told=told, links=links, trail=trail)
    for ledger in ledgers if years else ():
        yield from _ledger_pages(desk, ledger)


def _page(  # noqa: PLR0913, what the page shows, by name
    desk: View,
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
    return view.fill(
        desk,
        "sources",
        replace(page, entries=entries, figures=figures),
        filter=anchor(filters.ANCHOR) if figures else "",
        told=told,
        links=links,
        trail=trail,
        entries=[_entry(desk, page.path, source) for source in sources],
        further=[view.page_link(page.path, one.title, one.path) for one in ledgers if is_long],
        ledgers=[(one, list(one.rows(page.path, one.sources))) for one in ledgers if not is_long],
    )


def _entry(desk: View, page: str, source: Source) -> SourceEntry:
    briefings = len(desk.derived.backlinks.sources.get(source.id, ()))
    title = view.source_title(source)
    return SourceEntry(
        mark=anchor(addresses.entry(source.id)),
        title=Md(f"{short_link(page, source)}{view.fallen(desk, source.id)}"),
        facts=(
            view.publisher(desk, page, source),
            md(view.day_words(source.published) if source.published else "date not stated"),
            md(counted(briefings, "briefing") if briefings else "not in a briefing yet"),
        ),
        printed="" if title == source.label else in_marks(title),
    )


def _facets(source: Source) -> Entry:
    return Entry(
        addresses.entry(source.id),
        (("publisher", (_publisher(source),)), ("year", (list_parts.year(source.published)[0],))),
    )


def _publisher(source: Source) -> str:
    return source.publisher if source.publisher and source.publisher != NOT_STATED else _NO_ID


def _choices(desk: View, sources: Sequence[Source], entries: Sequence[Entry]) -> tuple[filters.Facet, ...]:
    known = desk.corpus.entities
    outlets = {_publisher(source) for source in sources} & known.keys()
    ordered = sorted(outlets, key=lambda id_: (alphabet.key(known[id_].name), id_))
    names = {id_: known[id_].name for id_ in ordered} | {_NO_ID: "not stated"}
    years = dict(sorted({list_parts.year(source.published) for source in sources}, reverse=True))
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


def _misprinted(desk: View, page: str, sources: Iterable[Source]) -> Iterator[TableCells]:
    for source in sources:
        for row in misprints(desk, page, source):
            yield TableCells((short_link(page, source), *row.cells))


def _ledger_pages(desk: View, ledger: Ledger) -> Iterator[Page]:
    up = ("Sources", addresses.SOURCES)
    years = list_parts.split(ledger.sources, _KEYS) if len(ledger.sources) > list_parts.MOST else ()
    page = Page(ledger.path, "sources", ledger.title, Md(""), description=ledger.about, listed=False)
    yield _ledger_page(
        desk,
        page,
        ledger,
        () if years else ledger.sources,
        links=list_parts.links(page.path, years, ledger.address),
        trail=view.page_link(page.path, *up),
    )
    for part in list_parts.every(years):
        page = _part_page(ledger.title, part, ledger.address)
        yield _ledger_page(
            desk,
            page,
            ledger,
            () if part.parts else part.items,
            links=list_parts.links(page.path, part.parts, ledger.address),
            trail=list_parts.trail(part, years, ledger.address, (ledger.title, ledger.path)),
        )


def _ledger_page(  # noqa: PLR0913, what the page shows
    desk: View, page: Page, ledger: Ledger, sources: Sequence[Source], *, links: Md, trail: Md
) -> Page:
    rows = list(ledger.rows(page.path, sources))
    return view.fill(desk, "ledger", page, ledger=ledger, rows=rows, links=links, trail=trail)


def _part_page(title: str, part: ListPart[Source], address: Callable[[str], str]) -> Page:
    return Page(
        address(part.name),
        "sources",
        f"{title}: {part.words}",
        Md(""),
        description=f"{title}: articles of {part.words}.",
        listed=False,
    )
