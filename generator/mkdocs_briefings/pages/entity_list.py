"""The list of entities, by kind and from A to Z; of many, a page for each kind, and for each letter if need be."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Heading, PageLink, Para, Row, Table, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.entity import KINDS
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.view import View

MOST = 300
"""Entities that a page lists: they take a line each."""
FEW = 40
"""Entities: a list that is longer has its letters above it, to jump to."""


def entity_lists(desk: View) -> Iterator[Page]:
    """Make the list of all entities that anything mentions."""
    present = [entity for entity in desk.corpus.entities.values() if entity.id in desk.derived.present]
    order = list(KINDS)
    present.sort(
        key=lambda one: (order.index(one.kind), alphabet.key(one.sorted_by, desk.settings.language), one.id)
    )
    is_long = len(present) > MOST
    found = (
        list_parts.split(desk.say, present, (partial(_kind, desk), partial(_letter, desk)), MOST)
        if is_long
        else ()
    )
    kinds = (
        []
        if is_long
        else [(desk.say.of("entities", k), tuple(same)) for k, same in groupby(present, lambda one: one.kind)]
    )
    path, title = addresses.ENTITIES, desk.say("entities")
    links = list_parts.links(desk.say, found, addresses.entities_by)
    yield Page(
        path,
        "entities",
        title,
        desk.row(partial(_blocks, desk, path, title, kinds, links=links)),
        description=desk.say("entities-description"),
    )
    for part in list_parts.every(found):
        path = addresses.entities_by(part.name)
        links = list_parts.links(desk.say, part.parts, addresses.entities_by)
        up = (desk.say("entities"), addresses.ENTITIES)
        trail = list_parts.trail(desk.say, part, found, addresses.entities_by, up, ("before", "after"))
        kinds = [] if part.parts else [("", part.items)]
        yield Page(
            path,
            "entities",
            part.words,
            desk.row(partial(_blocks, desk, path, part.words, kinds, links=links, trail=trail)),
            description=desk.say("entities-part-description", part=part.words),
            listed=False,
        )


def _blocks(  # noqa: PLR0913, what the page shows
    desk: View,
    path: str,
    title: str,
    kinds: Sequence[tuple[str, Sequence[Entity]]],
    *,
    links: Inline,
    trail: Inline = "",
) -> Iterator[Block]:
    yield Heading(1, title)
    if trail:
        yield Para(trail)
    kinds_named = {kind: desk.say.of("entities", kind) for kind in KINDS}
    entries = [_facets(entity) for _, found in kinds for entity in found]
    yield from filters.form(
        filters.facet(desk.say, "kind", desk.say("filter-kind"), kinds_named, entries), entries
    )
    if links:
        yield Para(links)
    for name, found in kinds:
        if name:
            yield Heading(2, name)
        if len(found) > FEW:
            yield Para(_jumps(desk, path, found))
        heads = (desk.say("head-name"), desk.say("head-also-called"), desk.say("head-sentences"))
        yield Table(heads, tuple(_row(desk, entity) for entity in found))


def _row(desk: View, entity: Entity) -> Row:
    count = len(desk.derived.backlinks.entities.get(entity.id, ()))
    cells = (
        view.entity(desk, entity.id),
        desk.say("between-items").join(entity.aliases),
        desk.say.number(count),
    )
    return Row(cells, addresses.entry(entity.id), _facets(entity))


def _facets(entity: Entity) -> Facets:
    return (("kind", (entity.kind,)),)


def _jumps(desk: View, path: str, entities: Sequence[Entity]) -> Inline:
    """Link the first entity of each letter."""
    firsts: dict[str, Entity] = {}
    for entity in entities:
        firsts.setdefault(_initial(desk, entity)[1], entity)
    return joined(
        [PageLink(Target(path, addresses.entry(one.id)), words) for words, one in firsts.items()], " · "
    )


def _kind(desk: View, entity: Entity) -> tuple[str, str]:
    return entity.kind, desk.say.of("entities", entity.kind)


def _letter(desk: View, entity: Entity) -> tuple[str, str]:
    name, words = _initial(desk, entity)
    return f"{entity.kind}/{name}", desk.say(
        "list-title", title=desk.say.of("entities", entity.kind), part=words
    )


def _initial(desk: View, entity: Entity) -> tuple[str, str]:
    return alphabet.letter(entity.sorted_by, desk.settings.language)
