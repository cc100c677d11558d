"""A claim as every page shows it: who says what, since when, on which passage, and who says otherwise."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import (
    ClaimMention,
    PageLink,
    Quotation,
    Span,
    Strong,
    Told,
    Verbatim,
    joined,
)
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import phrases, workings
from mkdocs_briefings.pages.terms import term
from mkdocs_briefings.pages.view import (
    chains,
    compared,
    compared_property,
    entity,
    fallen,
    is_denied_text,
    sentence,
    source_link,
)
from mkdocs_briefings.resolve.claims import DENIED
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.document.nodes import Facets, Inline, Kind
    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Claim, Passage
    from mkdocs_briefings.pages.view import View
    from mkdocs_briefings.parse.version_ledger import ToldClaim


def told_at_home(desk: View, claim: Claim, number: int) -> Told:
    """Show a claim on its briefing's page, where links to it lead: by its id and by those that it had before."""
    refs = (claim.ref, *(f"{claim.briefing}#{old}" for old in claim.formerly))
    return Told(
        kind=phrases.kind(desk.say, claim.kind) if claim.analysed else None,
        voices=chains(desk, claim),
        words=sentence(desk, claim.text, linked=set()),
        anchors=tuple(addresses.claim(ref).anchor for ref in refs),
        facts=tuple(_facts(desk, claim, dated=True)),
        quotations=quotations(desk, claim),
        remarks=tuple(_remarks(desk, claim)),
        proof=tuple(_proof(desk, claim)),
        notes=(desk.say("editors-note", note=claim.note),) if claim.note else (),
        facets=(("kind", (claim.kind,)),),
        lead=(Strong(desk.say("ordinal", number=number)), " "),
        is_home=True,
    )


def told_elsewhere(
    desk: View, claim: Claim, facets: Facets = (), *, lead: Inline = "", dated: bool = True
) -> Told:
    """Show a claim on another page, with a link to its home; `dated` unless the page says when."""
    made = desk.once(("told", claim.ref, dated), partial(_told_elsewhere, desk, claim, dated=dated), claim)
    return replace(made, facets=facets, lead=lead) if facets or lead else made


def _told_elsewhere(desk: View, claim: Claim, *, dated: bool) -> Told:
    home = leads_to(desk, addresses.claim(claim.ref), desk.say.of("part", "claim"))
    return Told(
        kind=phrases.kind(desk.say, claim.kind) if claim.analysed else None,
        voices=chains(desk, claim),
        words=desk.say.line(sentence(desk, claim.text), home),
        anchors=(addresses.entry(claim.ref),),
        facts=tuple(_facts(desk, claim, dated=dated)),
        quotations=quotations(desk, claim),
        remarks=tuple(_remarks(desk, claim)),
        proof=tuple(_proof(desk, claim)),
        notes=(desk.say("editors-note", note=claim.note),) if claim.note else (),
        facets=(),
    )


def quotations(desk: View, claim: Claim) -> tuple[Quotation, ...]:
    """Show the passages of a claim, each with its translation and its article."""
    return tuple(
        _quotation(desk, passage, note)
        for passage, note in zip(claim.passages, passage_notes(desk, claim), strict=True)
    )


def _quotation(desk: View, passage: Passage, note: str) -> Quotation:
    source = desk.corpus.sources[passage.source]
    target = addresses.passage(source.id, passage.start, passage.end)
    below = desk.say("quotation-from", source=source_link(desk, source, target=target))
    return Quotation((passage_words(desk, passage),), source.lang, desk.say.line(note, below))


def passage_notes(desk: View, claim: Claim) -> tuple[str, ...]:
    """Say of each passage of a claim what it says in our language, as the desk translated it, and what the article did.

    Whoever withholds the words of a passage withholds their translation.
    """
    say, source = desk.say, desk.corpus.sources[claim.source]
    if not (claim.translations or source.retranslated):
        return ("",) * len(claim.passages)
    ours = claim.translations or ("",) * len(claim.passages)
    return tuple(
        say.sentences(
            say("translated", translator=claim.translator, words=phrases.in_marks(say, words))
            if words and (desk.settings.preview or passage not in desk.derived.withheld)
            else "",
            say("retranslated", language=say.language_name(said))
            if (said := source.retranslates(passage))
            else "",
        )
        for passage, words in zip(claim.passages, ours, strict=True)
    )


def passage_words(desk: View, passage: Passage) -> str:
    """Give the words of a passage, or its place where the cap on published words withholds them."""
    if desk.settings.preview or passage not in desk.derived.withheld:
        return " […] ".join(passage.words)
    words = sum(len(part.split()) for part in passage.words)
    return desk.say("passage-withheld", count=words, start=passage.start, end=passage.end)


def quoted(desk: View, claim: Claim) -> Inline:
    """Give the passages of a claim for a cell of a table, each with its translation."""
    told: list[Inline] = []
    for passage, note in zip(claim.passages, passage_notes(desk, claim), strict=True):
        told += [in_marks(desk, passage), note]
    return desk.say.line(*told)


def in_marks(desk: View, passage: Passage) -> Verbatim:
    """Put the words of a passage into quotation marks."""
    return Verbatim(phrases.in_marks(desk.say, passage_words(desk, passage)))


def claim_words(desk: View, claim: Claim) -> str:
    """Give the words of a claim without links."""
    text = claim.text.text
    return desk.say("denied-text", text=text.removeprefix(DENIED)) if is_denied_text(claim) else text


def number_links(desk: View, refs: Iterable[str], numbers: Mapping[str, int]) -> Inline:
    """Link claims by their numbers on a page that shows them."""
    return desk.say.items(*((_number_link(desk, ref, numbers[ref]), fallen(desk, ref)) for ref in refs))


def _number_link(desk: View, ref: str, number: int) -> PageLink:
    name = desk.say("claim-number", number=number)
    return PageLink(addresses.claim(ref), str(number), name=name)


def mention(desk: View, claim: Claim) -> ClaimMention:
    """Link a claim by its words, with its kind, its voices and who answers it."""
    return _mention(desk, claim, _link(desk, claim), chains(desk, claim))


def mention_cell(desk: View, claim: Claim) -> ClaimMention:
    """The same for a cell beside which another one holds the voices."""
    return _mention(desk, claim, _link(desk, claim), "")


def mention_as(desk: View, claim: Claim, words: Inline, *, voiced: bool) -> ClaimMention:
    """Show a claim by other words for it than its own; `voiced` unless the place names the voices."""
    return _mention(desk, claim, words, chains(desk, claim) if voiced else "")


def mention_line(desk: View, claim: Claim, lead: str) -> Inline:
    """Show a claim as a line that ends with a link to it."""
    link = leads_to(desk, addresses.claim(claim.ref), lead)
    return desk.say.line(_mention(desk, claim, sentence(desk, claim.text), chains(desk, claim)), link)


def leads_to(desk: View, to: Target, part: str) -> Span:
    """Link the part that a line comes from, in the small type of what is beside the matter."""
    return Span("b-leads", PageLink(to, desk.say("leads-to", part=part)))


def mention_side(desk: View, claim: Claim, mark: Inline) -> ClaimMention:
    """Show the words of a claim and a mark that leads to it, beside a cell that holds the voices."""
    return _mention(desk, claim, (sentence(desk, claim.text), mark), "")


def mention_then(desk: View, claim: ToldClaim, date: str, voices: Inline, denial: Inline) -> ClaimMention:
    """Show a claim as an earlier version of its briefing told it."""
    kind = None if claim.kind == "report" else phrases.kind(desk.say, claim.kind)
    return ClaimMention(kind, (claim.text, date), voices, denial, _marks(desk))


def mentions(desk: View, refs: Iterable[str]) -> Inline:
    """Quote claims by their words, each with its kind, its voices and who answers it."""
    shown: list[Inline] = []
    for ref in refs:
        claim = desk.corpus.claims.get(ref)
        shown.append(_mention(desk, claim, _quoted_link(desk, claim), chains(desk, claim)) if claim else ref)
    return joined(shown, " · ")


def mention_dated(desk: View, claim: Claim) -> ClaimMention:
    """Quote a claim with its date, its kind, its voices and who answers it."""
    date = desk.say.aside(desk.say.date(claim.date)) if claim.date else ""
    return _mention(desk, claim, (_quoted_link(desk, claim), date), chains(desk, claim))


def mark_words(desk: View, claim: Claim) -> tuple[str, str]:
    """Give a claim in plain words for a mark of a picture: with its kind and voices, and alone.

    Alone it stands only where a preview goes on with its kind, its voices and its passage.
    """
    lang = desk.say.language
    return typeset(words_of(mention(desk, claim)), lang), typeset(claim_words(desk, claim), lang)


def chip_words(desk: View, claim: Claim) -> str:
    """The same where the picture shows the voices; it names the kind in any case."""
    kind = phrases.kind(desk.say, claim.kind, analysed=claim.analysed)
    return typeset(words_of(replace(mention_cell(desk, claim), kind=kind)), desk.say.language)


def _mention(desk: View, claim: Claim, words: Inline, voices: Inline) -> ClaimMention:
    """Make every mention of a claim: nothing else opens its words."""
    return ClaimMention(_kind_of(desk, claim), words, voices, _answers(desk, claim), _marks(desk))


def _marks(desk: View) -> tuple[str, str, str]:
    return desk.say("between-kind"), desk.say("between-claim-and-voices"), desk.say("between-clauses")


def _kind_of(desk: View, claim: Claim) -> Kind | None:
    """Give the kind of a claim where its words do not say it."""
    if claim.kind == "report" or not claim.analysed:
        return None
    return None if is_denied_text(claim) else phrases.kind(desk.say, claim.kind)


def _answers(desk: View, claim: Claim) -> Inline:
    """Say who denies a claim, and what those whom it is about replied; nothing where nobody does."""
    found = desk.derived.denials.get(claim.ref, ())
    say = desk.say
    denied = (
        say(
            "denied-by-link",
            denied=PageLink(addresses.claim(one.ref), say("denied")),
            voices=chains(desk, one),
        )
        for one in found
    )
    return joined([*denied, *_replies(desk, claim)], say("between-clauses"))


def _replies(desk: View, claim: Claim) -> Iterator[Inline]:
    return (phrases.reply(desk.say, one, entity(desk, one.party)) for one in claim.replies)


def _link(desk: View, claim: Claim) -> PageLink:
    return PageLink(addresses.claim(claim.ref), claim_words(desk, claim))


def _quoted_link(desk: View, claim: Claim) -> PageLink:
    return PageLink(
        addresses.claim(claim.ref), phrases.in_marks(desk.say, claim_words(desk, claim).rstrip(".。"))
    )


def corroboration_words(desk: View, claim: Claim) -> Inline:
    """Say how far a claim is corroborated, counted in origins: what is relayed is not confirmed."""
    found = desk.derived.corroborations[claim.ref]
    say = desk.say
    text: Inline = term(say, "origin", say("origins", count=len(found.origins)))
    outlets = [name for name in found.relays if desk.corpus.entities[name].kind == "outlet"]
    if outlets:
        text = say(
            "origins-relayed",
            origins=text,
            outlets=say("outlets", count=len(outlets)),
            articles=say("articles", count=len(found.relaying)),
        )
    return say("origins-not-held", origins=text) if found.not_held else text


def _facts(desk: View, claim: Claim, *, dated: bool) -> Iterator[Inline]:
    say = desk.say
    if claim.analysed:
        yield corroboration_words(desk, claim)
    if claim.date and dated:
        day = say.date(claim.date)
        yield say("scheduled-on", day=day) if claim.ref in desk.derived.scheduled else day
    if claim.at and claim.at in desk.corpus.claims:
        occasion = desk.corpus.claims[claim.at]
        when = PageLink(addresses.claim(claim.at), phrases.date_words(say, occasion.date))
        yield say("said-on", day=when)
    for measure, state in claim.states:
        yield say("label", label=entity(desk, measure), words=say.of("state", state))
    for role in claim.roles:
        yield say("label", label=entity(desk, role.person), words=sentence(desk, role.role, linked=set()))
    for value in claim.values:
        label = say.items(entity(desk, value.subject), compared_property(desk, value))
        yield say("label", label=label, words=compared(desk, value))


def _remarks(desk: View, claim: Claim) -> Iterator[Inline]:
    say, claims = desk.say, desk.corpus.claims
    source = desk.corpus.sources[claim.source]
    if source.status != "current":
        yield say.line(Strong(say.of("source", source.status)), source.status_note)
    if claim.denies and claim.denies in claims:
        denied = claims[claim.denies]
        told = mention_as(desk, denied, _quoted_link(desk, denied), voiced=True)
        # That this one denies it need not be said again.
        answers = joined([*_replies(desk, denied)], say("between-clauses"))
        yield say("claim-denies", claim=replace(told, answers=answers))
    for one in desk.derived.denials.get(claim.ref, ()):
        yield say("claim-denied-by", voices=chains(desk, one), claim=_quoted_link(desk, one))
    for reply in _replies(desk, claim):
        yield say("claim-replied", reply=reply)
    disputes: list[Inline] = [
        (
            PageLink(addresses.disagreement(one.briefing, one.id), one.about.text),
            say.aside(say.of("disagreement", one.class_)),
        )
        for one in desk.derived.disputes.get(claim.ref, ())
    ]
    if disputes:
        yield say("claim-disputed", disagreements=joined(disputes, say("between-clauses")))
    if claim.same:
        yield say("claim-same", claims=mentions(desk, claim.same))


def _proof(desk: View, claim: Claim) -> Iterator[Inline]:
    """Say how the date was found, and the figures."""
    proof = desk.derived.proofs.get(claim.ref)
    if proof and proof.steps:
        say = desk.say
        yield say("date-computed", steps=say.sentences(*map(say.reason, proof.steps)))
    elif claim.printed:
        yield desk.say("date-printed", words=Verbatim(claim.printed))
    if claim.why:
        yield desk.say("date-by-editor", why=claim.why)
    yield from workings.of_claim(desk, claim)
