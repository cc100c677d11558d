"""The list of entities, by kind and from A to Z; of many, a page for each kind, and for each letter if need be."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, join, md
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import filters, list_parts, view
from mkdocs_briefings.pages.entity import KINDS
from mkdocs_briefings.pages.page import Entry, Page
from mkdocs_briefings.pages.rows import TableCells
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    present.sort(key=lambda one: (order.index(one.kind), alphabet.key(one.name), one.id))
    page = Page(
        addresses.ENTITIES,
        "entities",
        "Entities",
        Md(""),
        description="Who and what the briefings are about.",
    )
    if len(present) <= MOST:
        kinds = [(KINDS[kind], list(found)) for kind, found in groupby(present, lambda one: one.kind)]
        yield _page(desk, page, kinds)
        return
    found = list_parts.split(present, (_kind, _letter), MOST)
    yield _page(desk, page, [], links=list_parts.links(page.path, found, addresses.entities_by))
    for part in list_parts.every(found):
        path = addresses.entities_by(part.name)
        page = Page(
            path, "entities", part.words, Md(""), description=f"{part.words}, from A to Z.", listed=False
        )
        yield _page(
            desk,
            page,
            [] if part.parts else [("", part.items)],
            links=list_parts.links(path, part.parts, addresses.entities_by),
            trail=list_parts.trail(
                part, found, addresses.entities_by, ("Entities", addresses.ENTITIES), ("Before", "After")
            ),
        )


def _page(
    desk: View,
    page: Page,
    kinds: Sequence[tuple[str, Sequence[Entity]]],
    *,
    links: Md = Md(""),  # noqa: B008, an immutable text
    trail: Md = Md(""),  # noqa: B008
) -> Page:
    groups = [
        (name, _jumps(page.path, found), [_row(desk, page.path, entity) for entity in found])
        for name, found in kinds
    ]
    entries = tuple(
        Entry(addresses.entry(entity.id), (("kind", (entity.kind,)),))
        for _, found in kinds
        for entity in found
    )
    form = filters.form(filters.facet("kind", "Kind", KINDS, entries), entries)
    return view.fill(
        desk,
        "entities",
        replace(page, entries=entries, figures=form),
        filter=anchor(filters.ANCHOR) if form else "",
        groups=groups,
        links=links,
        trail=trail,
    )


def _row(desk: View, page: str, entity: Entity) -> TableCells:
    count = len(desk.derived.backlinks.entities.get(entity.id, ()))
    name = Md(f"{anchor(addresses.entry(entity.id))}{view.entity(desk, page, entity.id)}")
    return TableCells((name, md(", ".join(entity.aliases)), md(count)))


def _jumps(page: str, entities: Sequence[Entity]) -> Md:
    """Link the first entity of each letter, if the list is long."""
    if len(entities) <= FEW:
        return Md("")
    firsts: dict[str, Entity] = {}
    for entity in entities:
        firsts.setdefault(_initial(entity)[1], entity)
    shown = (
        view.page_link(page, words, addresses.Target(page, addresses.entry(one.id)))
        for words, one in firsts.items()
    )
    return join(shown, " · ")


def _kind(entity: Entity) -> tuple[str, str]:
    return entity.kind, KINDS[entity.kind]


def _letter(entity: Entity) -> tuple[str, str]:
    name, words = _initial(entity)
    return f"{entity.kind}/{name}", f"{KINDS[entity.kind]}: {words}"


def _initial(entity: Entity) -> tuple[str, str]:
    return alphabet.letter(entity.name)
