"""An entity: what it is, what was said by it and about it, each with the sentence, and where sources name it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from mkdocs_briefings.derive.events import order
from mkdocs_briefings.document.nodes import (
    Bullets,
    Fold,
    Heading,
    PageLink,
    Para,
    Row,
    Strong,
    Table,
    Verbatim,
    WebLink,
    joined,
)
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.pages import list_parts, phrases, view, who
from mkdocs_briefings.pages.claim import leads_to, mention_cell, mention_line, quoted, told_elsewhere
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.measures import (
    history_rows,
    since,
    state_cells,
    state_heads,
    state_row,
    told_heads,
)
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.terms import term
from mkdocs_briefings.pages.timeline import event_day
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.derive.backlinks import Backlink
    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Entity
    from mkdocs_briefings.pages.view import View

T = TypeVar("T")
KINDS = (
    "person",
    "agency",
    "company",
    "outlet",
    "organization",
    "country",
    "place",
    "technology",
    "measure",
)
"""Kinds of entities, in the order in which lists show them."""


TOLD, ROWS, HOMES, LINES = 3, 5, 3, 3
"""Claims, rows, briefings, and sentences of a briefing that stand open on an entity's page; the rest opens on demand."""
MOST = 30
"""Entries of each list on an entity's page: whoever is named in thousands of sentences has a page that can be read."""


def entity_pages(desk: View) -> Iterable[Page]:
    """Make the page of every entity that anything mentions, and the redirects of its old addresses."""
    for entity in desk.corpus.entities.values():
        if entity.id in desk.derived.present:
            page = desk.once(("entity page", entity.id), partial(entity_page, desk, entity), entity)
            yield page
            yield from moved_pages(desk, page, addresses.entity, entity.formerly)


def entity_page(desk: View, entity: Entity) -> Page:
    about = desk.derived.backlinks.entities.get(entity.id, ())
    kind = desk.say.of("entities", entity.kind)
    return Page(
        addresses.entity(entity.id),
        "entity",
        typeset(entity.name, desk.say.language),
        desk.row(partial(_blocks, desk, entity, about)),
        entity.path,
        description=desk.say("entity-description", kind=kind, name=entity.name, count=len(about)),
        indexed=entity.kind != "person" or desk.settings.index_people,
    )


def _blocks(desk: View, entity: Entity, about: Sequence[Backlink]) -> Iterator[Block]:
    """Say what it is, then what was said by it and done by it, newest first, then what was said of it."""
    say = desk.say
    yield Heading(1, entity.name)
    yield Para(joined([*_facts(desk, entity), *_disputed(desk, entity, about)], " · "))
    if line := who.defining(desk, entity):
        yield Para(line)
    others = ((field, why) for field, why in entity.outside.items() if field not in who.FIELDS)
    outside = (say("entity-outside", field=say.of("entity-field", field), why=why) for field, why in others)
    if entity.taken_as_one:
        yield Para(say("entity-taken-as-one", why=entity.taken_as_one))
    yield from (Para(say("entity-note", note=note)) for note in (entity.note, *outside) if note)
    yield from _state(desk, entity)
    yield from _section(_responses(desk, entity), say("entity-responses"))
    history = tuple(history_rows(desk, entity.id))
    if history:
        yield Heading(2, say("entity-history"))
        yield from _more(desk, history, "newest")
        yield from _rows(desk, (*told_heads(say), say("head-passage")), history[:MOST], "b-dated b-states")
    yield from _voice(desk, entity)
    if measures := tuple(_measures(desk, entity)):
        yield Heading(2, say("measures"))
        heads = (say("head-measure"), say("head-how"), say("head-state"), say("head-since"))
        yield from _rows(desk, heads, measures, "b-standing")
    shown = {claim.ref for claim in desk.derived.backlinks.said.get(entity.id, ())[:MOST]}
    shown |= {event.claim.ref for event in desk.derived.states.get(entity.id, ())}
    events = [event for event in _events(desk, entity) if event.claim.ref not in shown]
    if events:
        yield Heading(2, say("entity-other-dates") if history else say("entity-dates"))
        yield from _more(desk, events, "newest")
        heads = (say("head-when"), say("head-what"), say("head-who"), say("head-passage"))
        yield from _rows(desk, heads, tuple(_event(desk, event) for event in events[:MOST]), "b-dated")
    shown |= {event.claim.ref for event in events[:MOST]}
    if roles := tuple(_roles(desk, entity, about)):
        yield Heading(2, say("entity-roles"))
        yield from _more(desk, roles, "newest")
        yield from _rows(desk, (say("head-role"), say("head-who"), say("head-claim")), roles[:MOST])
    if scope := tuple(_scope(desk, entity)):
        yield Heading(2, say("entity-scope"))
        heads = (say("head-property"), say("head-value"), say("head-who"), say("head-claim"))
        yield from _more(desk, scope, "newest")
        yield from _rows(desk, heads, scope[:MOST])
    yield from _mentions(desk, [one for one in about if not (one.claim and one.claim.ref in shown)])
    yield from _company(desk, entity)


def _rows(desk: View, heads: tuple[str, ...], rows: tuple[Row, ...], style: str = "") -> Iterator[Block]:
    """Show the first rows of a table; the rest opens on demand."""
    first, rest = list_parts.cut(rows, ROWS)
    yield Table(heads, first, style=style)
    if rest:
        yield Fold(desk.say("fold-rows", count=len(rest)), (Table(heads, rest, style=style),))


def _mentions(desk: View, about: Sequence[Backlink]) -> Iterator[Block]:
    """Show the other sentences that mention an entity, briefing by briefing; the first ones, the rest on demand."""
    say = desk.say
    groups = tuple(_groups(desk, about))
    if not groups:
        return
    yield Heading(2, say("entity-briefings"))
    yield from _more(desk, groups, "newest")
    first, rest = list_parts.cut(groups[:MOST], HOMES)
    for home, lines in first:
        yield Heading(3, home)
        some, others = list_parts.cut(lines, LINES)
        yield Bullets(some)
        if others:
            yield Fold(say("fold-sentences", count=len(others)), (Bullets(others),))
    if rest:
        held = tuple(block for home, lines in rest for block in (Para(Strong(home)), Bullets(lines)))
        yield Fold(say("fold-homes", count=len(rest)), held)


def _company(desk: View, entity: Entity) -> Iterator[Block]:
    """Show with whom an entity is named, and which sources name it."""
    say = desk.say
    if together := desk.derived.together.get(entity.id, ()):
        yield Heading(2, say("entity-together"))
        yield Para(say.sentences(say("entity-together-about"), *_left_out(desk, together, "most frequent")))
        counts = tuple(
            say("list-count", part=view.entity(desk, other), count=count) for other, count in together[:MOST]
        )
        first, rest = list_parts.cut(counts, ROWS)
        yield Para(say.items(*first))
        if rest:
            yield Fold(say("fold-rows", count=len(rest)), (Para(say.items(*rest)),))
    if sources := tuple(_sources(desk, entity)):
        yield Heading(2, say("entity-sources"))
        yield from _more(desk, sources, "newest")
        yield from _rows(desk, (say("head-source"), say("head-how")), sources[:MOST])


def _state(desk: View, entity: Entity) -> Iterator[Block]:
    """Show the state of a measure and of its parts."""
    if entity.kind != "measure":
        return
    parts = (desk.corpus.entities[id_] for id_ in desk.derived.parts.get(entity.id, ()))
    measures = [entity, *(part for part in parts if part.id in desk.derived.present)]
    yield Heading(2, term(desk.say, "state", desk.say("state-of-play")))
    rows = tuple(state_row(desk, one.id, anchored=True) for one in measures)
    yield Table(state_heads(desk.say), rows, style="b-states")
    yield from board.board(desk, measures)


def _responses(desk: View, entity: Entity) -> Iterator[Block]:
    return (told_elsewhere(desk, claim) for claim in desk.derived.responses.get(entity.id, ()))


def _section(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Put a heading over blocks, if there are any."""
    for n, block in enumerate(blocks):
        if n == 0:
            yield Heading(2, title)
        yield block


def _voice(desk: View, entity: Entity) -> Iterator[Block]:
    """Show what was said by or through an entity, and what is known of its reports through others alone."""
    say = desk.say
    if said := desk.derived.backlinks.said.get(entity.id, ()):
        yield Heading(2, say("entity-said", name=entity.name))
        yield from _more(desk, said, "newest")
        first, rest = list_parts.cut(tuple(told_elsewhere(desk, claim) for claim in said[:MOST]), TOLD)
        yield from first
        if rest:
            yield Fold(say("fold-claims-more", count=len(rest)), rest)
    if relayed := desk.derived.only_through.get(entity.id, ()):
        yield Heading(2, say("entity-relayed"))
        about = say("entity-relayed-about", name=entity.name)
        yield Para(say.sentences(about, *_left_out(desk, relayed, "newest")))
        rows = (
            Row(
                (
                    mention_cell(desk, claim),
                    view.chains(desk, claim),
                    view.briefing_as(desk.corpus.briefings[claim.briefing]),
                )
            )
            for claim in relayed[:MOST]
        )
        yield from _rows(desk, (say("head-claim"), say("head-who"), say("head-briefing")), tuple(rows))


def _left_out(desk: View, items: Sequence[object], which: str) -> tuple[str, ...]:
    """Say what a list leaves out; nothing if it holds all."""
    if len(items) <= MOST:
        return ()
    return (desk.say.of("left-out", which, shown=MOST, all=len(items)),)


def _more(desk: View, items: Sequence[object], which: str) -> Iterator[Para]:
    return (Para(words) for words in _left_out(desk, items, which))


def _facts(desk: View, entity: Entity) -> Iterator[Inline]:
    say = desk.say
    kind = say.of("entity", entity.kind)
    yield term(say, "measure", kind) if entity.kind == "measure" else kind
    if entity.of:
        whole = view.entity(desk, entity.of)
        yield (
            say("based-in", whole=whole)
            if phrases.is_seat(desk.corpus, entity)
            else say("belongs-to", whole=whole)
        )
    if entity.part_of:
        yield say("part-of", whole=view.entity(desk, entity.part_of))
    if entity.issuer:
        yield say("issuer-is", issuer=view.entity(desk, entity.issuer))
    if entity.targets:
        yield say("aimed-at", targets=view.entities(desk, entity.targets))
    if entity.technologies:
        yield say("about-technologies", technologies=view.entities(desk, entity.technologies))
    if entity.reading:
        yield say("read-as", reading=entity.reading)
    names = [name for name in (*entity.aliases, entity.short) if name]
    if names:
        yield say("also-called", names=say("between-items").join(names))
    if entity.wikidata:
        yield say("wikidata", id=WebLink(f"https://www.wikidata.org/wiki/{entity.wikidata}", entity.wikidata))


def _disputed(desk: View, entity: Entity, about: Iterable[Backlink]) -> Iterator[Inline]:
    """Name the disagreements that are about an entity: a fact beside which one stands may be what they dispute."""
    found: list[Inline] = []
    named = {one.target for one in about if one.part == "disagreement"}
    for home in dict.fromkeys(one.home for one in about if one.part == "disagreement"):
        for one in desk.corpus.briefings[home].disagreements:
            place = addresses.disagreement(home, one.id)
            is_named = any(isinstance(part, Name) and part.entity == entity.id for part in one.about.inlines)
            if place in named and is_named and one.class_ != "superseded":
                found.append(PageLink(place, one.about.text))
    if found:
        yield desk.say("entity-disputed", about=joined(found, desk.say("between-clauses")))


def _roles(desk: View, entity: Entity, about: Iterable[Backlink]) -> Iterator[Row]:
    for claim in dict.fromkeys(link.claim for link in about if link.claim):
        for role in claim.roles:
            if role.person == entity.id:
                words = view.sentence(desk, role.role, linked=set())
                yield Row((words, who.told_by(desk, role.person, claim), mention_cell(desk, claim)))


def _events(desk: View, entity: Entity) -> list[Event]:
    """Give the dated claims about an entity, and about the parts of a measure, newest first."""
    about = (entity.id, *desk.derived.parts.get(entity.id, ()))
    refs = {
        link.claim.ref
        for id_ in about
        for link in desk.derived.backlinks.entities.get(id_, ())
        if link.claim and link.claim.date
    }
    return sorted((desk.derived.events[ref] for ref in refs), key=order, reverse=True)


def _event(desk: View, event: Event) -> Row:
    claim = event.claim
    return Row(
        (event_day(desk, event), mention_cell(desk, claim), view.chains(desk, claim), quoted(desk, claim))
    )


def _scope(desk: View, entity: Entity) -> Iterator[Row]:
    """Give what each source says of the properties of an entity that a machine can compare."""
    for claim, value in desk.derived.values.get(entity.id, ()):
        shown = view.compared(desk, value)
        yield Row(
            (view.compared_property(desk, value), shown, view.chains(desk, claim), mention_cell(desk, claim))
        )


def _measures(desk: View, entity: Entity) -> Iterator[Row]:
    """Give the measures that an entity issued or that are aimed at it or about it."""
    for measure, how in desk.derived.measures.get(entity.id, ()):
        if measure not in desk.derived.present:  # only a draft mentions it
            continue
        state, _ = state_cells(desk, measure)
        yield Row((view.entity(desk, measure), desk.say.of("measure-how", how), state, since(desk, measure)))


def _groups(desk: View, about: Iterable[Backlink]) -> Iterator[tuple[Inline, tuple[Inline, ...]]]:
    """Give the sentences that mention the entity, by the briefing or storyline that they stand in."""
    homes: dict[str, list[Backlink]] = {}
    for one in about:
        homes.setdefault(one.home, []).append(one)
    for home, found in homes.items():
        briefing = desk.corpus.briefings.get(home)
        title = view.briefing_as(briefing) if briefing else view.storyline(desk, home)
        yield title, tuple(_line(desk, one) for one in found)


def _line(desk: View, one: Backlink) -> Inline:
    if one.claim:
        return mention_line(desk, one.claim, desk.say.of("part", one.part))
    refs = [item.ref for item in one.sentence.cites]
    words = view.sentence(desk, one.sentence)
    return (
        words,
        view.fallen(desk, *refs),
        " ",
        leads_to(desk, one.target, desk.say.of("part", one.part)),
    )


def _sources(desk: View, entity: Entity) -> Iterator[Row]:
    say = desk.say
    for source in map(desk.corpus.sources.__getitem__, desk.derived.backlinks.named.get(entity.id, ())):
        parts: list[Inline] = []
        if source.publisher == entity.id:
            parts.append(say("source-publishes"))
        parts += [say("source-cites") for outlet, _ in source.cites if outlet == entity.id]
        count = sum(mentioned == entity.id for mentioned, _ in desk.corpus.mentions[source.id])
        if count:
            parts.append(say("source-names", count=count))
        printed = dict.fromkeys(m.printed for m in source.misprints if m.entity == entity.id)
        parts += [say("source-prints", words=Verbatim(words)) for words in printed]
        parts += [
            say("source-calls", words=Verbatim(word))
            for word, meant in source.means.items()
            if meant == entity.id
        ]
        if parts:
            yield Row((view.source_link(desk, source), joined(parts, say("between-clauses"))))
