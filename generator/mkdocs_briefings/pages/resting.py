"""Which sources rest on which: whom an article relays, what it lists, and what the site holds of that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Row, joined
from mkdocs_briefings.pages import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.pages.view import View

MOST_HELD = 5
"""Articles of an outlet that a row names; its own page lists all."""


def resting(desk: View) -> Callable[[Iterable[Source]], Iterator[Row]]:
    """Look through the desk once, and give what makes the rows of sources."""
    relays: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for outlet, claims in desk.derived.only_through.items():
        for claim in claims:
            relays[claim.source][outlet] = None
    published: defaultdict[str | None, list[Source]] = defaultdict(list)
    for source in desk.corpus.sources.values():
        published[source.publisher].append(source)

    def rows(sources: Iterable[Source]) -> Iterator[Row]:
        for source in sources:
            ways: dict[str, list[str]] = {}
            for outlet in relays[source.id]:
                ways.setdefault(outlet, []).append("relays its report")
            for outlet, _ in source.cites:
                ways.setdefault(outlet, []).append("lists it as a source")
            link = view.source_as(source, source.label)
            if not ways:
                yield Row((link, "no outlet is named", "", ""))
            for outlet, how in ways.items():
                held = _held([one for one in published[outlet] if one.id != source.id])
                yield Row((link, view.entity(desk, outlet), "; ".join(dict.fromkeys(how)), held))

    return rows


def _held(held: list[Source]) -> Inline:
    if not held:
        return "none"
    shown = joined([view.source_as(one, one.label) for one in held[:MOST_HELD]], ", ")
    return (shown, f" and {len(held) - MOST_HELD} more") if len(held) > MOST_HELD else shown
