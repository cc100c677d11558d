"""Which sources rest on which: whom an article relays, what it lists, and what the site holds of that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Row
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
                ways.setdefault(outlet, []).append(desk.say("resting-relays"))
            for outlet, _ in source.cites:
                ways.setdefault(outlet, []).append(desk.say("resting-lists"))
            link = view.source_as(desk, source)
            if not ways:
                yield Row((link, desk.say("resting-none"), "", ""))
            for outlet, how in ways.items():
                held = _held(desk, [one for one in published[outlet] if one.id != source.id])
                yield Row(
                    (
                        link,
                        view.entity(desk, outlet),
                        desk.say("between-clauses").join(dict.fromkeys(how)),
                        held,
                    )
                )

    return rows


def _held(desk: View, held: list[Source]) -> Inline:
    if not held:
        return desk.say("resting-none-held")
    shown = desk.say.items(*(view.source_as(desk, one) for one in held[:MOST_HELD]))
    more = len(held) - MOST_HELD
    return desk.say("and-more", shown=shown, count=more) if more > 0 else shown
