"""What a preview tells of a linked claim or entity: the passage with its voices, or who and what somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current
from mkdocs_briefings.document.nodes import Line, PageLink, Span
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.pages.claim import passage_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim, Entity
    from mkdocs_briefings.pages.view import View


def card(desk: View, target: Target) -> tuple[Line, ...]:
    """Make the preview of what a link leads to; none for most things."""
    folder, _, name = target.page.removesuffix(".md").partition("/")
    if folder == "briefings" and target.anchor.startswith("c-"):
        claim = desk.corpus.claims.get(f"{name}#{target.anchor.removeprefix('c-')}")
        return tuple(_claim_lines(desk, claim)) if claim else ()
    if folder == "entities" and not target.anchor and name in desk.corpus.entities:
        return tuple(_entity_lines(desk, desk.corpus.entities[name]))
    return ()


def _claim_lines(desk: View, claim: Claim) -> Iterator[Line]:
    """Tell kind, voices, words, source and date of a claim."""
    source = desk.corpus.sources[claim.source]
    first = claim.passages[0]
    place = addresses.passage(source.id, first.start, first.end)
    told = "; and ".join(phrases.voices(desk.corpus, one) for one in claim.chains)
    when = f", {phrases.day_short(source.published)}" if source.published else ""
    by = f" {told}{phrases.ARROW}" if told else " "
    kind = phrases.kind(claim.kind, analysed=claim.analysed)
    yield Line(
        "b-who",
        (kind, by, PageLink(place, phrases.teller(desk.corpus, source)), when + phrases.fallen(source)),
    )
    for passage in claim.passages:
        yield Line("b-words", phrases.in_marks(passage_words(desk, passage)), source.lang)
    for one in desk.derived.denials.get(claim.ref, ()):
        yield Line("b-denied", f"Denied by {phrases.who(desk.corpus, one)}")


def _entity_lines(desk: View, entity: Entity) -> Iterator[Line]:
    """Tell what an entity is, its state or its roles with who tells them, and where to read on."""
    yield Line("b-what", _what(desk, entity))
    yield Line("b-name", entity.name)
    if entity.kind == "measure" and (event := current(desk.derived.states.get(entity.id, ()))):
        since = f", {dates.words(event.when)}" if event.when else ""
        by = Span("b-by", f"({phrases.who(desk.corpus, event.claim)})")
        yield Line("", (phrases.state(event.state), since, " ", by))
    yield from list(_roles(desk, entity))[:2]
    sentences = phrases.counted(len(desk.derived.backlinks.entities.get(entity.id, ())), "sentence")
    yield Line("b-more", PageLink(Target(addresses.entity(entity.id)), f"In {sentences}"))


def _what(desk: View, entity: Entity) -> str:
    above = entity.issuer or entity.of or entity.part_of
    owner = f", {desk.corpus.entities[above].name}" if above and above in desk.corpus.entities else ""
    also = ", ".join(name for name in entity.aliases if name != entity.name)
    return f"{entity.kind}{owner}{f' · also {also}' if also else ''}"


def _roles(desk: View, entity: Entity) -> Iterator[Line]:
    told = dict.fromkeys(one.claim for one in desk.derived.backlinks.entities.get(entity.id, ()) if one.claim)
    for claim in told:
        for role in claim.roles:
            if role.person == entity.id:
                source = desk.corpus.sources[claim.source]
                others = tuple(one for one in (claim.chains or ((),))[0] if one.entity != entity.id)
                who = phrases.chain_words(desk.corpus, source, others)
                by = Span("b-by", f"({who}{phrases.fallen(source)})")
                yield Line("", (role.role.text, " ", by))
