"""Which sources rest on which: whom an article relays, what it lists, and what the site holds of that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, join, md
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.rows import TableCells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.pages.view import View

MOST_HELD = 5
"""Articles of an outlet that a row names; its own page lists all."""


def resting(desk: View) -> Callable[[str, Iterable[Source]], Iterator[TableCells]]:
    """Look through the desk once, and give what shows on a page the rows of sources."""
    relays: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for outlet, claims in desk.derived.only_through.items():
        for claim in claims:
            relays[claim.source][outlet] = None
    published: defaultdict[str | None, list[Source]] = defaultdict(list)
    for source in desk.corpus.sources.values():
        published[source.publisher].append(source)

    def rows(page: str, sources: Iterable[Source]) -> Iterator[TableCells]:
        for source in sources:
            ways: dict[str, list[str]] = {}
            for outlet in relays[source.id]:
                ways.setdefault(outlet, []).append("relays its report")
            for outlet, _ in source.cites:
                ways.setdefault(outlet, []).append("lists it as a source")
            link = short_link(page, source)
            if not ways:
                yield TableCells((link, md("no outlet is named"), Md(""), Md("")))
            for outlet, how in ways.items():
                held = _held(page, [one for one in published[outlet] if one.id != source.id])
                yield TableCells(
                    (link, view.entity(desk, page, outlet), md("; ".join(dict.fromkeys(how))), held)
                )

    return rows


def short_link(page: str, source: Source) -> Md:
    return view.page_link(page, source.label, addresses.source(source.id))


def _held(page: str, held: list[Source]) -> Md:
    if not held:
        return Md("none")
    shown = join((short_link(page, one) for one in held[:MOST_HELD]), ", ")
    return Md(f"{shown} and {len(held) - MOST_HELD} more") if len(held) > MOST_HELD else shown
