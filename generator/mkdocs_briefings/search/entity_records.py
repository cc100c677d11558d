"""Make search records of entities: their names in every spelling, and what they are."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.search.record import Find, Record, facets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Corpus, Entity
    from mkdocs_briefings.model.recorded import Once


def entity_finds(corpus: Corpus, derived: Derived, say: Messages, once: Once) -> Iterator[Find]:
    """Return the entities that have a page."""
    printed: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for source in corpus.sources.values():
        for misprint in source.misprints:
            printed[misprint.entity][misprint.printed] = None
    for entity in corpus.entities.values():
        if entity.id in derived.present:
            misprints = tuple(printed.get(entity.id, ()))
            make = partial(_find, say, corpus, derived, entity, misprints)
            yield once(("find", say.language, "entity", entity.id), make, entity, misprints)


def _find(
    say: Messages, corpus: Corpus, derived: Derived, entity: Entity, misprints: tuple[str, ...]
) -> Find:
    names = (*entity.aliases, entity.short, entity.reading, entity.wikidata, *misprints)
    found = tuple(name for name in dict.fromkeys(names) if name and name != entity.name)
    return Find(addresses.entity(entity.id), entity.name, (_record(say, corpus, derived, entity),), found)


def _record(say: Messages, corpus: Corpus, derived: Derived, entity: Entity) -> Record:
    event = current(derived.states.get(entity.id, ()))
    state = say.of("state", event.state) if event else ""
    about = [
        _whole(say, corpus, entity),
        say("part-of", whole=phrases.name(corpus, entity.part_of)) if entity.part_of else "",
        say("issuer-is", issuer=phrases.name(corpus, entity.issuer)) if entity.issuer else "",
    ]
    what = phrases.upper(say.of("entity", entity.kind))
    kind = f"{say.of('found', 'entity')} · {what}"
    by = " · ".join(filter(None, (*about, state)))
    chosen = facets(kind=(say.of("found", "entity"), what), state=state)
    return Record("", kind, entity.note, by=by, facets=chosen, type="entity")


def _whole(say: Messages, corpus: Corpus, entity: Entity) -> str:
    if not entity.of:
        return ""
    name = phrases.name(corpus, entity.of)
    return say("based-in", whole=name) if phrases.is_seat(corpus, entity) else say("belongs-to", whole=name)
