"""The list of briefings, newest first: one page while it is short, then by year, by month and by level as well."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Heading, PageLink, Para, Strong, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.entry import facets, grouped, level, live
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.phrases import LEVELS
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.pages.filters import Facet
    from mkdocs_briefings.pages.list_parts import ListPart
    from mkdocs_briefings.pages.view import View

OPEN = 12
"""Briefings that are in sight, the newest ones; of the others each year opens on demand."""
MOST_TOPICS = 12
"""Storylines that a long list names itself."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters offer of entities; gathered once, for looking through the desk takes its time."""

    named: Mapping[str, tuple[str, ...]]
    """The entities that each briefing names, or lets speak."""
    names: Mapping[str, str]
    """The name of each entity, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of briefings: its title, its first page, the paths of its parts."""

    title: str
    path: str
    address: Callable[[str], str]
    briefings: tuple[Briefing, ...]
    parts: tuple[ListPart[Briefing], ...]
    """The years of a list that is too long for a page; years that are too long by month."""

    @property
    def newest(self) -> tuple[Briefing, ...]:
        """What the first page shows: all, or the newest of many."""
        return self.briefings[: list_parts.NEWEST] if self.parts else self.briefings


def shelf(
    desk: View, title: str, path: str, address: Callable[[str], str], briefings: Iterable[Briefing]
) -> Shelf:
    """Make a list of briefings."""
    found = tuple(briefings)
    keys = (lambda b: list_parts.year(desk.say, b.date), lambda b: list_parts.month(desk.say, b.date))
    return Shelf(
        title,
        path,
        address,
        found,
        list_parts.split(desk.say, found, keys) if len(found) > list_parts.WHOLE else (),
    )


def briefing_lists(desk: View) -> Iterator[Page]:
    """Make the list of all briefings and, if it is long, the lists by level."""
    say, chosen = desk.say, choices(desk)
    whole = shelf(desk, say("briefings"), addresses.BRIEFINGS, addresses.briefings_by, live(desk))
    levels = _levels(desk, whole) if whole.parts else {}
    ways: dict[str, Inline] = {}
    if whole.parts:
        ways[say("list-by-topic")] = _topics(desk, whole)
    if levels:
        links: list[Inline] = [
            say(
                "list-count",
                part=PageLink(Target(one.path), say.of("level", level)),
                count=len(one.briefings),
            )
            for level, one in levels.items()
        ]
        ways[say("list-by-level")] = joined(links, " · ")
    yield _first_page(desk, whole, chosen, ways)
    yield from shelf_pages(desk, whole, chosen)
    for one in levels.values():
        yield _first_page(desk, one, chosen, {}, up=(say("briefings-all"), addresses.BRIEFINGS))
        yield from shelf_pages(desk, one, chosen)


def shelf_pages(desk: View, whole: Shelf, chosen: Choices) -> Iterator[Page]:
    """Make the pages of a list's parts; none of a list that stands on its first page."""
    for part in list_parts.every(whole.parts):
        trail = list_parts.trail(desk.say, part, whole.parts, whole.address, (whole.title, whole.path))
        path = whole.address(part.name)
        make = partial(_part_page, desk, whole, chosen, part, trail)
        yield desk.once(("briefings page", path), make, whole.title, chosen, part, trail)


def _part_page(desk: View, whole: Shelf, chosen: Choices, part: ListPart[Briefing], trail: Inline) -> Page:
    say = desk.say
    title = say("list-title", title=whole.title, part=part.words)
    ways = {say("list-by-month"): list_parts.links(desk.say, part.parts, whole.address)} if part.parts else {}
    shown = () if part.parts else part.items
    told = say("briefings-newest-first", count=len(part.items))
    return Page(
        whole.address(part.name),
        "briefings",
        title,
        desk.row(
            partial(_blocks, desk, title, shown, chosen, told=told, ways=ways, trail=trail, by_month=True)
        ),
        description=say("briefings-part-description", title=whole.title, part=part.words),
        listed=False,
    )


def ways_by_year(desk: View, whole: Shelf) -> dict[str, Inline]:
    """Link the years of a long list from its first page."""
    return (
        {desk.say("list-by-year"): list_parts.links(desk.say, whole.parts, whole.address)}
        if whole.parts
        else {}
    )


def way(name: str, links: Inline) -> Para:
    """Show a way to the parts of a list."""
    return Para((Strong(name), " ", links))


def _levels(desk: View, whole: Shelf) -> dict[str, Shelf]:
    """Make the lists by level; none if all briefings have the same."""
    found = {name: [b for b in whole.briefings if level(desk, b) == name] for name in LEVELS}
    shelves = {
        name: shelf(
            desk,
            desk.say("briefings-of-level", level=desk.say.of("level", name)),
            addresses.briefings_by(name),
            _below(name),
            briefings,
        )
        for name, briefings in found.items()
        if briefings
    }
    return shelves if len(shelves) > 1 else {}


def _topics(desk: View, whole: Shelf) -> Inline:
    """Link the storylines with the most briefings, and the list of all."""
    counts = Counter(id_ for briefing in whole.briefings for id_ in set(briefing.storylines))
    most = sorted(counts, key=lambda id_: (-counts[id_], id_))[:MOST_TOPICS]
    say = desk.say
    shown = [say("list-count", part=view.storyline(desk, id_), count=counts[id_]) for id_ in most]
    return joined([*shown, PageLink(Target(addresses.STORYLINES), say("storylines-all"))], " · ")


def _first_page(
    desk: View, whole: Shelf, chosen: Choices, ways: Mapping[str, Inline], up: tuple[str, str] | None = None
) -> Page:
    say = desk.say
    told = say("briefings-newest-first", count=len(whole.briefings))
    if whole.parts:
        told = say("briefings-newest", shown=list_parts.NEWEST, count=len(whole.briefings))
    if not whole.briefings:
        told = say("briefings-none")
    trail: Inline = PageLink(Target(up[1]), up[0]) if up else ""
    ways = {**ways_by_year(desk, whole), **ways}
    return Page(
        whole.path,
        "briefings",
        whole.title,
        desk.row(
            partial(_blocks, desk, whole.title, whole.newest, chosen, told=told, ways=ways, trail=trail)
        ),
        description=say("briefings-description", title=whole.title),
        listed=up is None,
    )


def _blocks(  # noqa: PLR0913, what the page shows, by name
    desk: View,
    title: str,
    shown: Sequence[Briefing],
    chosen: Choices,
    *,
    told: str,
    ways: Mapping[str, Inline],
    trail: Inline,
    by_month: bool = False,
) -> Iterator[Block]:
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    yield Para(told)
    entries = [facets(desk, briefing, chosen.named) for briefing in shown]
    yield from filters.form(_facets(desk, chosen, shown, entries), entries, is_part=bool(ways or trail))
    for name, links in ways.items():
        yield way(name, links)
    groups = grouped(desk, shown, list_parts.month if by_month else list_parts.year, chosen.named)
    # A single month is what the title of the page says.
    is_titled = not (by_month and len(groups) == 1)
    left = len(shown) if trail else OPEN  # who goes to a part of the list wants all of it

    def label(is_rest: bool, count: int) -> str:
        return (
            desk.say("briefings-more", count=count) if is_rest else desk.say("briefings-count", count=count)
        )

    for name, found in groups:
        if is_titled:
            yield Heading(2, name)
        yield from list_parts.folded(found, left, label)
        left = max(0, left - len(found))
    if trail and groups:
        yield Heading(2, desk.say("newer-and-older"))
        yield Para(trail)


def _facets(
    desk: View, chosen: Choices, shown: Sequence[Briefing], entries: Sequence[Facets]
) -> tuple[Facet, ...]:
    say = desk.say
    storylines = {storyline.id: storyline.title for storyline in desk.corpus.storylines.values()}
    years = dict(sorted({list_parts.year(desk.say, briefing.date) for briefing in shown}, reverse=True))
    return (
        *filters.facet(desk.say, "storyline", say("filter-storyline"), storylines, entries),
        *filters.facet(desk.say, "entity", say("filter-entity"), chosen.names, entries),
        *filters.facet(desk.say, "year", say("filter-year"), years, entries),
        *filters.facet(
            desk.say,
            "level",
            say("filter-level"),
            {level: say.of("level", level) for level in LEVELS},
            entries,
        ),
    )


def choices(desk: View) -> Choices:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entity, links in desk.derived.backlinks.entities.items():
        for link in links:
            found[link.home][entity] = None
    for entity, claims in desk.derived.backlinks.said.items():
        for claim in claims:
            found[claim.briefing][entity] = None
    entities = sorted(
        desk.corpus.entities.values(),
        key=lambda entity: (alphabet.key(entity.sorted_by, desk.settings.language), entity.id),
    )
    return Choices(
        {home: tuple(named) for home, named in found.items()}, {entity.id: entity.name for entity in entities}
    )


def _below(level: str) -> Callable[[str], str]:
    return lambda part: addresses.briefings_by(f"{level}/{part}")
