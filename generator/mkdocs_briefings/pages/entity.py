"""An entity: what it is, what was said by it and about it, each with the sentence, and where sources name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, join, link, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.claim import claim_view, quoted
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.measures import history_rows, state_cells, state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Entry, Page
from mkdocs_briefings.pages.rows import TableCells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.backlinks import Backlink
    from mkdocs_briefings.model.corpus import Claim, Entity
    from mkdocs_briefings.pages.view import View

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


MOST = 50
"""Entries of each list on an entity's page: whoever is named in thousands of sentences has a page that can be read."""


def entity_pages(desk: View) -> Iterable[Page]:
    """Make the page of every entity that anything mentions, and the redirects of its old addresses."""
    for entity in desk.corpus.entities.values():
        if entity.id in desk.derived.present:
            page = entity_page(desk, entity)
            yield page
            yield from moved_pages(desk, page, addresses.entity, entity.formerly)


def entity_page(desk: View, entity: Entity) -> Page:
    path = addresses.entity(entity.id)
    links = desk.derived.backlinks
    about = links.entities.get(entity.id, ())
    roles = [
        (role, claim)
        for claim in dict.fromkeys(link.claim for link in about if link.claim)
        for role in claim.roles
        if role.person == entity.id
    ]
    said = links.said.get(entity.id, ())
    responses = desk.derived.responses.get(entity.id, ())
    parts = (desk.corpus.entities[id_] for id_ in desk.derived.parts.get(entity.id, ()))
    measures = [entity, *(part for part in parts if part.id in desk.derived.present)]
    if entity.kind != "measure":
        measures = []
    page = Page(
        path,
        "entity",
        entity.name,
        Md(""),
        entity.path,
        figures=board.board(desk, measures),
        entries=tuple(Entry(addresses.entry(claim.ref), ()) for claim in (*responses, *said[:MOST])),
        description=f"{KINDS[entity.kind][:1]}{KINDS[entity.kind][1:]}: {entity.name}, in {len(about)} sentences.",
    )
    only_through = desk.derived.only_through.get(entity.id, ())
    together = desk.derived.together.get(entity.id, ())
    events, groups = list(_events(desk, path, entity)), list(_groups(desk, path, about))
    sources = list(_sources(desk, path, entity))
    return view.fill(
        desk,
        "entity",
        page,
        more={
            "events": _more(events, "last"),
            "said": _more(said, "newest"),
            "only_through": _more(only_through, "newest"),
            "together": _more(together, "most frequent"),
            "groups": _more(groups, "newest"),
            "sources": _more(sources, "newest"),
        },
        facts=list(_facts(desk, path, entity)),
        notes=[
            entity.note,
            *(f"{field} (not from the sources): {why}" for field, why in entity.outside.items()),
        ],
        state=[state_row(desk, path, one.id) for one in measures],
        picture=anchor(board.ANCHOR) if page.figures else "",
        history=list(history_rows(desk, path, entity.id)),
        events=events[-MOST:],
        roles=[
            TableCells(
                (
                    view.sentence(desk, path, role.role, linked=set()),
                    _told_by(desk, path, role.person, claim),
                    view.page_link(path, claim.text.text, addresses.claim(claim.ref)),
                )
            )
            for role, claim in roles
        ],
        said=[claim_view(desk, path, claim) for claim in said[:MOST]],
        responses=[claim_view(desk, path, claim) for claim in responses],
        scope=list(_scope(desk, path, entity)),
        only_through=[
            TableCells(
                (
                    view.page_link(path, claim.text.text, addresses.claim(claim.ref)),
                    view.chains(desk, path, claim),
                    view.page_link(
                        path, desk.corpus.briefings[claim.briefing].title, addresses.briefing(claim.briefing)
                    ),
                )
            )
            for claim in only_through[:MOST]
        ],
        measures=list(_measures(desk, path, entity)),
        together=join(
            (Md(f"{view.entity(desk, path, other)} ({count})") for other, count in together[:MOST]), ", "
        ),
        groups=groups[:MOST],
        sources=sources[:MOST],
    )


def _more(items: Sequence[object], which: str) -> str:
    """Say what a list leaves out; nothing if it holds all."""
    return f"The {MOST} {which} of {len(items)}; the search finds the others." if len(items) > MOST else ""


def _facts(desk: View, page: str, entity: Entity) -> Iterator[Md]:
    yield md(entity.kind)
    if entity.of:
        yield Md(f"belongs to {view.entity(desk, page, entity.of)}")
    if entity.part_of:
        yield Md(f"part of {view.entity(desk, page, entity.part_of)}")
    if entity.issuer:
        yield Md(f"issuer: {view.entity(desk, page, entity.issuer)}")
    if entity.targets:
        yield Md(f"aimed at {view.entities(desk, page, entity.targets)}")
    if entity.technologies:
        yield Md(f"about {view.entities(desk, page, entity.technologies)}")
    names = [name for name in (*entity.aliases, entity.short) if name]
    if names:
        yield Md(f"also called {join(names, ', ')}")
    if entity.wikidata:
        yield Md(f"Wikidata {link(entity.wikidata, f'https://www.wikidata.org/wiki/{entity.wikidata}')}")


def _told_by(desk: View, page: str, person: str, claim: Claim) -> Md:
    """Name who tells a person's role: whoever relays the words, never the person who speaks them."""
    source = desk.corpus.sources[claim.source]
    told = []
    for chain in claim.chains or ((),):
        spoken = next((n for n, voice in enumerate(chain, 1) if voice.entity == person), 0)
        told.append(view.chain(desk, page, source, chain[spoken:]))
    return join(told, "; and ")


def _events(desk: View, page: str, entity: Entity) -> Iterator[TableCells]:
    """Give the dated claims about an entity, and about the parts of a measure, oldest first; not its own history."""
    about = (entity.id, *desk.derived.parts.get(entity.id, ()))
    refs = {
        link.claim.ref
        for id_ in about
        for link in desk.derived.backlinks.entities.get(id_, ())
        if link.claim and link.claim.date
    }
    history = {event.claim.ref for event in desk.derived.states.get(entity.id, ())}
    found = (desk.derived.events[ref] for ref in refs - history)
    for event in sorted(found, key=lambda event: (dates.sort_key(event.date), event.claim.ref)):
        when = dates.words(event.date) + (" (scheduled)" if event.scheduled else "")
        link = view.page_link(page, event.claim.text.text, addresses.claim(event.claim.ref))
        yield TableCells((md(when), link, view.chains(desk, page, event.claim), quoted(desk, event.claim)))


def _scope(desk: View, page: str, entity: Entity) -> Iterator[TableCells]:
    """Give what each source says of the properties of an entity that a machine can compare."""
    for claim, value in desk.derived.values.get(entity.id, ()):
        shown = join(
            (view.entity(desk, page, v) if isinstance(v, str) else md(v) for v in value.values), ", "
        )
        link = view.page_link(page, claim.text.text, addresses.claim(claim.ref))
        yield TableCells((md(value.property), shown, view.chains(desk, page, claim), link))


def _measures(desk: View, page: str, entity: Entity) -> Iterator[TableCells]:
    """Give the measures that an entity issued or that are aimed at it or about it."""
    for measure, how in desk.derived.measures.get(entity.id, ()):
        if measure not in desk.derived.present:  # only a draft mentions it
            continue
        state, since, _ = state_cells(desk, page, measure)
        yield TableCells((view.entity(desk, page, measure), md(how), state, since))


def _groups(desk: View, page: str, about: Iterable[Backlink]) -> Iterator[tuple[Md, list[Md]]]:
    """Give the sentences that mention the entity, by the briefing or storyline that they stand in."""
    homes: dict[str, list[Backlink]] = {}
    for one in about:
        homes.setdefault(one.home, []).append(one)
    for home, found in homes.items():
        if home in desk.corpus.briefings:
            title, target = desk.corpus.briefings[home].title, addresses.briefing(home)
        else:
            title, target = desk.corpus.storylines[home].title, addresses.storyline(home)
        yield view.page_link(page, title, target), [_line(desk, page, one) for one in found]


def _line(desk: View, page: str, one: Backlink) -> Md:
    refs = [one.claim.ref] if one.claim else [item.ref for item in one.sentence.cites]
    text = f"{view.sentence(desk, page, one.sentence)}{view.fallen(desk, *refs)}"
    return Md(f"{text} {view.page_link(page, view.LEADS_TO + one.part, one.target)}")


def _sources(desk: View, page: str, entity: Entity) -> Iterator[TableCells]:
    for source in map(desk.corpus.sources.__getitem__, desk.derived.backlinks.named.get(entity.id, ())):
        parts = []
        if source.publisher == entity.id:
            parts.append("publishes it")
        parts += ["is cited by it" for outlet, _ in source.cites if outlet == entity.id]
        count = sum(mentioned == entity.id for mentioned, _ in source.mentions)
        if count:
            parts.append(f"named {count} time{'s' if count > 1 else ''}")
        printed = dict.fromkeys(m.printed for m in source.misprints if m.entity == entity.id)
        parts += [f"printed “{words}”" for words in printed]
        parts += [f"called “{word}”" for word, meant in source.means.items() if meant == entity.id]
        if parts:
            yield TableCells((view.source_link(desk, page, source), md("; ".join(parts))))
