"""An entity: what it is, what was said by it and about it, each with the sentence, and where sources name it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.md import Md, anchor, join, link, md
from generator.pages import show
from generator.pages.briefing import Row, state_row
from generator.pages.claim import claim_view
from generator.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Entity
    from generator.derive.backlinks import Backlink
    from generator.pages.show import Desk

KINDS = {
    "person": "People",
    "agency": "Agencies",
    "company": "Companies",
    "outlet": "Outlets",
    "organization": "Organizations",
    "country": "Countries",
    "place": "Places",
    "technology": "Technologies",
    "measure": "Measures",
}
"""Kinds of entities, in the order in which lists show them."""


def entity_pages(desk: Desk) -> Iterable[Page]:
    """Make the page of every entity that anything mentions, and their index."""
    for entity in desk.corpus.entities.values():
        if entity.id in desk.derived.present:
            yield entity_page(desk, entity)
    yield index_page(desk)


def entity_page(desk: Desk, entity: Entity) -> Page:
    path = urls.entity(entity.id)
    links = desk.derived.backlinks
    about = links.entities.get(entity.id, ())
    roles = [
        (role, claim)
        for claim in dict.fromkeys(link.claim for link in about if link.claim)
        for role in claim.roles
        if role.person == entity.id
    ]
    history = desk.derived.states.get(entity.id, ())
    page = Page(
        path,
        "entity",
        entity.name,
        Md(""),
        entity.path,
        description=f"{KINDS[entity.kind][:1]}{KINDS[entity.kind][1:]}: {entity.name}, in {len(about)} sentences.",
    )
    return show.fill(
        desk,
        "entity",
        page,
        facts=list(_facts(desk, path, entity)),
        notes=[
            entity.note,
            *(f"{field} (not from the sources): {why}" for field, why in entity.outside.items()),
        ],
        state=[state_row(desk, path, entity.id)] if entity.kind == "measure" else [],
        history=[
            Row(
                (
                    md(dates.words(event.when) if event.when else f"told {show.date_words(event.heard)}"),
                    md(f"{event.state} (scheduled)" if event.scheduled else event.state),
                    show.page_link(path, event.claim.text.text, urls.claim(event.claim.ref)),
                    show.chains(desk, path, event.claim),
                )
            )
            for event in history
        ],
        roles=[
            Row(
                (
                    show.sentence(desk, path, role.role, linked=set()),
                    show.chains(desk, path, claim),
                    show.page_link(path, claim.text.text, urls.claim(claim.ref)),
                )
            )
            for role, claim in roles
        ],
        parts=[
            state_row(desk, path, other.id)
            for other in desk.corpus.entities.values()
            if other.part_of == entity.id and other.id in desk.derived.present
        ],
        said=[claim_view(desk, path, claim) for claim in links.said.get(entity.id, ())],
        groups=list(_groups(desk, path, about)),
        sources=list(_sources(desk, path, entity)),
    )


def index_page(desk: Desk) -> Page:
    """List all entities by kind, in alphabetical order."""
    path = urls.ENTITIES
    links = desk.derived.backlinks
    groups = []
    for kind, name in KINDS.items():
        rows = [
            Row((
                Md(f"{anchor(urls.entry(entity.id))}{show.entity(desk, path, entity.id)}"),
                md(", ".join(entity.aliases)),
                md(len(links.entities.get(entity.id, ()))),
            ))
            for entity in desk.corpus.entities.values()
            if entity.kind == kind and entity.id in desk.derived.present
        ]  # fmt: skip
        if rows:
            groups.append((name, rows))
    page = Page(path, "entities", "Entities", Md(""), description="Who and what the briefings are about.")
    return show.fill(desk, "entities", page, groups=groups)


def _facts(desk: Desk, page: str, entity: Entity) -> Iterator[Md]:
    yield md(entity.kind)
    if entity.of:
        yield Md(f"belongs to {show.entity(desk, page, entity.of)}")
    if entity.part_of:
        yield Md(f"part of {show.entity(desk, page, entity.part_of)}")
    if entity.issuer:
        yield Md(f"issuer: {show.entity(desk, page, entity.issuer)}")
    if entity.targets:
        yield Md(f"aimed at {show.entities(desk, page, entity.targets)}")
    if entity.technologies:
        yield Md(f"about {show.entities(desk, page, entity.technologies)}")
    names = [name for name in (*entity.aliases, entity.short) if name]
    if names:
        yield Md(f"also called {join(names, ', ')}")
    if entity.wikidata:
        yield Md(f"Wikidata {link(entity.wikidata, f'https://www.wikidata.org/wiki/{entity.wikidata}')}")


def _groups(desk: Desk, page: str, about: Iterable[Backlink]) -> Iterator[tuple[Md, list[Md]]]:
    """Give the sentences that mention the entity, by the briefing or storyline that they stand in."""
    homes: dict[str, list[Backlink]] = {}
    for one in about:
        homes.setdefault(one.home, []).append(one)
    for home, found in homes.items():
        if home in desk.corpus.briefings:
            title, target = desk.corpus.briefings[home].title, urls.briefing(home)
        else:
            title, target = desk.corpus.storylines[home].title, urls.storyline(home)
        yield show.page_link(page, title, target), [_line(desk, page, one) for one in found]


def _line(desk: Desk, page: str, one: Backlink) -> Md:
    text = show.sentence(desk, page, one.sentence)
    return Md(f"{text} {show.page_link(page, f'→ {one.part}', one.target)}")


def _sources(desk: Desk, page: str, entity: Entity) -> Iterator[Row]:
    for source in desk.corpus.sources.values():
        parts = []
        if source.publisher == entity.id:
            parts.append("publishes it")
        parts += ["is cited by it" for outlet, _ in source.cites if outlet == entity.id]
        count = Counter(mentioned for mentioned, _ in source.mentions)[entity.id]
        if count:
            parts.append(f"named {count} time{'s' if count > 1 else ''}")
        printed = dict.fromkeys(m.printed for m in source.misprints if m.entity == entity.id)
        parts += [f"printed “{words}”" for words in printed]
        parts += [f"called “{word}”" for word, meant in source.means.items() if meant == entity.id]
        if parts:
            yield Row((show.source_link(desk, page, source), md("; ".join(parts))))
