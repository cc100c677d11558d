"""Who somebody is, in one line: from a claim where a source says it, else from the editor, who names where from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import joined
from mkdocs_briefings.pages import phrases, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Claim, Entity
    from mkdocs_briefings.pages.view import View

FIELDS = ("description", "medium", "ownership")
"""What the line is made of; `outside` says of each where it is known from."""


def defining(desk: View, entity: Entity) -> Inline:
    """Say in one line what an entity is, and who says so; nothing where nobody does."""
    return desk.say.line(*_parts(desk, entity))


def _parts(desk: View, entity: Entity) -> Iterator[Inline]:
    say = desk.say
    claim, words = _role(desk, entity)
    if claim:
        yield say("who-as-told", words=_upper(words), voices=told_by(desk, entity.id, claim))
    elif entity.description:
        yield say("sentence", words=phrases.upper(entity.description.rstrip(".")))
    if entity.medium:
        yield say("sentence", words=phrases.upper(say.of("medium", entity.medium)))
    if entity.ownership:
        yield say("who-ownership", words=entity.ownership.rstrip("."))
    basis = dict.fromkeys(
        entity.outside[field].rstrip(".")
        for field in FIELDS
        if getattr(entity, field) and field in entity.outside and not (claim and field == "description")
    )
    if basis:
        yield say("who-outside", basis=say("between-clauses").join(basis))
    elif entity.medium or entity.ownership or (entity.description and not claim):
        yield say("who-no-basis")


def _upper(words: Inline) -> Inline:
    """Let a line begin as a sentence does, unless a link begins it."""
    if isinstance(words, str):
        return phrases.upper(words)
    if isinstance(words, tuple) and words and isinstance(words[0], str):
        return (phrases.upper(words[0]), *words[1:])
    return words


def _role(desk: View, entity: Entity) -> tuple[Claim | None, Inline]:
    """Give the first claim that tells a role of somebody, and the role."""
    links = desk.derived.backlinks.entities.get(entity.id, ()) if entity.kind == "person" else ()
    for claim in dict.fromkeys(link.claim for link in links if link.claim):
        for role in claim.roles:
            if role.person == entity.id:
                return claim, view.sentence(desk, role.role, linked=set())
    return None, ""


def told_by(desk: View, person: str, claim: Claim) -> Inline:
    """Name who tells a person's role: whoever relays the words, never the person who speaks them."""
    source = desk.corpus.sources[claim.source]
    told = []
    for chain in claim.chains or ((),):
        spoken = next((n for n, voice in enumerate(chain, 1) if voice.entity == person), 0)
        told.append(view.chain(desk, source, chain[spoken:]))
    return joined(told, desk.say("between-ways"))


def speakers(desk: View, claims: Iterable[Claim]) -> Iterator[tuple[Entity, Inline]]:
    """Give who speaks in claims, the publishers of their articles first, with what each of them is, where that is known."""
    known = desk.corpus.entities
    all_ = tuple(claims)
    ids = [desk.corpus.sources[claim.source].publisher or "" for claim in all_]
    ids += [voice.entity for claim in all_ for chain in claim.chains for voice in reversed(chain)]
    for id_ in dict.fromkeys(
        id_ for id_ in ids if id_ in known and known[id_].kind in {"outlet", "person", "organization"}
    ):
        if words := defining(desk, known[id_]):
            yield known[id_], words
