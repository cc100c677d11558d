"""What a preview tells of a linked claim or entity: the passage with its voices, or who and what somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import current
from mkdocs_briefings.document.nodes import Line, PageLink, Span
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.pages import phrases, state_words, who
from mkdocs_briefings.pages.claim import in_marks, passage_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.document.nodes import Inline
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
    say = desk.say
    told = say("between-ways").join(phrases.voices(say, desk.corpus, one) for one in claim.chains)
    by: Inline = PageLink(place, phrases.teller(say, desk.corpus, source))
    if told:
        by = (told, say("between-voices"), by)
    if source.published:
        by = say.items(by, phrases.day_short(say, source.published))
    kind = phrases.kind(say, claim.kind, analysed=claim.analysed)
    yield Line("b-who", (kind, " ", by, phrases.fallen(say, source)))
    for passage, note in zip(claim.passages, passage_notes(desk, claim), strict=True):
        yield Line("b-words", in_marks(desk, passage), source.lang)
        if note:
            yield Line("", note)
    for one in desk.derived.denials.get(claim.ref, ()):
        yield Line("b-denied", desk.say("denied-by", voices=phrases.who(desk.say, desk.corpus, one)))
    for reply in phrases.replies(say, desk.corpus, claim):
        yield Line("b-denied", say("claim-replied", reply=reply))


def _entity_lines(desk: View, entity: Entity) -> Iterator[Line]:
    """Tell what an entity is, its state or its roles with who tells them, and where to read on."""
    say = desk.say
    yield Line("b-what", _what(desk, entity))
    yield Line("b-name", entity.name)
    if entity.kind != "person" and (line := who.defining(desk, entity)):
        yield Line("", line)
    if entity.kind == "measure" and (event := current(desk.derived.states.get(entity.id, ()))):
        state: Inline = phrases.state(say, event.state)
        if event.when:
            state = say.items(state, say.date(event.when))
        if beside := state_words.beside(desk, entity.id):
            state = say("state-beside", state=state, beside=words_of(beside))
        by = Span("b-by", say("aside", words=phrases.who(say, desk.corpus, event.claim)))
        yield Line("", (state, " ", by))
    yield from list(_roles(desk, entity))[:2]
    words = say("in-sentences", count=len(desk.derived.backlinks.entities.get(entity.id, ())))
    yield Line("b-more", PageLink(Target(addresses.entity(entity.id)), words))


def _what(desk: View, entity: Entity) -> str:
    above = entity.issuer or entity.of or entity.part_of
    say = desk.say
    what = [say.of("entity", entity.kind)]
    if above and above in desk.corpus.entities:
        what.append(desk.corpus.entities[above].name)
    also = say("between-items").join(name for name in entity.aliases if name != entity.name)
    told = say("between-items").join(what)
    return " · ".join((told, say("also-called-short", names=also)) if also else (told,))


def _roles(desk: View, entity: Entity) -> Iterator[Line]:
    told = dict.fromkeys(one.claim for one in desk.derived.backlinks.entities.get(entity.id, ()) if one.claim)
    for claim in told:
        for role in claim.roles:
            if role.person == entity.id:
                source = desk.corpus.sources[claim.source]
                others = tuple(one for one in (claim.chains or ((),))[0] if one.entity != entity.id)
                who = phrases.chain_words(desk.say, desk.corpus, source, others)
                by = Span("b-by", desk.say("aside", words=f"{who}{phrases.fallen(desk.say, source)}"))
                yield Line("", (role.role.text, " ", by))
