"""A claim as every page shows it: who says what, since when, on which passage, and who says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, join, md
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages.view import (
    LEADS_TO,
    chains,
    date_words,
    entity,
    fallen,
    page_link,
    sentence,
    source_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.corpus import Claim, Passage
    from mkdocs_briefings.pages.view import View

KINDS = {
    "report": "Report",
    "allegation": "Allegation",
    "denial": "Denial",
    "opinion": "Opinion",
    "forecast": "Forecast",
}


CLASSES = {
    "contradiction": "they contradict each other",
    "superseded": "the later replaces the earlier",
    "scope": "they differ in scope",
    "wording": "they differ in wording",
    "internal": "within one article",
    "causation": "they differ on the cause",
}


_MARKS = ("“", "”", "„", '"', "«", "»", "「", "」", "『", "』")


@dataclass(frozen=True, slots=True)
class PassageView:
    words: str
    source: Md


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, ready to print."""

    mark: Md
    number: str
    text: Md
    facts: tuple[Md, ...]
    """Kind and chain, date, state, role: one short phrase each."""
    passages: tuple[PassageView, ...]
    remarks: tuple[Md, ...]
    """Denials, disagreements, the same claim elsewhere, the editor's note."""


def claim_view(
    desk: View, page: str, claim: Claim, number: int | None = None, *, dated: bool = True
) -> ClaimView:
    """Make the view of a claim for a page: numbered on its briefing's page, `dated` unless the page says when."""
    at_home = page == addresses.briefing(claim.briefing)
    text = sentence(desk, page, claim.text, linked=set() if at_home else None)
    return ClaimView(
        mark=_marks(claim) if at_home else anchor(addresses.entry(claim.ref)),
        number="" if number is None else str(number),
        text=text
        if at_home
        else Md(f"{text} {page_link(page, LEADS_TO + 'claim', addresses.claim(claim.ref))}"),
        facts=tuple(_facts(desk, page, claim, dated=dated)),
        passages=tuple(passage_view(desk, page, passage) for passage in claim.passages),
        remarks=tuple(_remarks(desk, page, claim)),
    )


def _marks(claim: Claim) -> Md:
    """Mark the place of a claim by its id and by those that it had before: links to it are permanent."""
    refs = (claim.ref, *(f"{claim.briefing}#{old}" for old in claim.formerly))
    return join((anchor(addresses.claim(ref).anchor) for ref in refs), "")


def passage_view(desk: View, page: str, passage: Passage) -> PassageView:
    source = desk.corpus.sources[passage.source]
    target = addresses.passage(source.id, passage.start, passage.end)
    return PassageView(passage_words(desk, passage), source_link(desk, page, source, target=target))


def passage_words(desk: View, passage: Passage) -> str:
    """Give the words of a passage, or its place where the cap on published words withholds them."""
    if desk.settings.preview or passage not in desk.derived.withheld:
        return " […] ".join(passage.words)
    words = sum(len(part.split()) for part in passage.words)
    return f"[{words} words, characters {passage.start} to {passage.end} of the sealed text; not printed, to keep the quoted share small]"


def quoted(desk: View, claim: Claim) -> Md:
    """Give the passages of a claim for a cell of a table."""
    return join((in_marks(passage_words(desk, passage)) for passage in claim.passages), " ")


def in_marks(words: str) -> str:
    """Put words into quotation marks, unless they begin or end with some of their own.

    A newspaper that quotes a quotation makes the inner marks single. We may not: a passage is printed to the
    character. So it stands as a newspaper's extract does, with the marks of its source and none of ours.
    """
    return words if words.startswith(_MARKS) or words.endswith(_MARKS) else f"“{words}”"


def claim_links(desk: View, page: str, refs: Iterable[str], numbers: Mapping[str, int] | None = None) -> Md:
    """Link claims: by number on their briefing's page, elsewhere by their words."""
    shown = []
    for ref in refs:
        words: object = numbers.get(ref) if numbers else None
        if words is None:
            words = (
                in_marks(desk.corpus.claims[ref].text.text.rstrip(".")) if ref in desk.corpus.claims else ref
            )
        shown.append(Md(f"{page_link(page, words, addresses.claim(ref))}{fallen(desk, ref)}"))
    return join(shown, ", ")


def corroboration_words(desk: View, claim: Claim) -> str:
    """Say how far a claim is corroborated, counted in origins: what is relayed is not confirmed."""
    found = desk.derived.corroborations[claim.ref]
    text = "1 origin" if len(found.origins) == 1 else f"{len(found.origins)} independent origins"
    outlets = [name for name in found.relays if desk.corpus.entities[name].kind == "outlet"]
    if outlets:
        text += f", relayed by {counted(len(outlets), 'outlet')} in {counted(len(found.relaying), 'article')}"
    return f"{text}, not held here" if found.not_held else text


def upper(words: str) -> str:
    """Let words begin as a sentence does."""
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _facts(desk: View, page: str, claim: Claim, *, dated: bool) -> Iterable[Md]:
    if claim.analysed:
        yield Md(KINDS[claim.kind])
    yield chains(desk, page, claim)
    if claim.analysed:
        yield md(corroboration_words(desk, claim))
    if claim.date and dated:
        scheduled = claim.ref in desk.derived.scheduled
        yield md(("scheduled: " if scheduled else "") + date_words(claim.date))
    if claim.at and claim.at in desk.corpus.claims:
        occasion = desk.corpus.claims[claim.at]
        yield Md(f"said on {page_link(page, date_words(occasion.date), addresses.claim(claim.at))}")
    for measure, state in claim.states:
        yield Md(f"{entity(desk, page, measure)}: {md(state)}")
    for role in claim.roles:
        yield Md(f"{entity(desk, page, role.person)}: {sentence(desk, page, role.role, linked=set())}")
    for value in claim.values:
        shown = join((entity(desk, page, v) if isinstance(v, str) else md(v) for v in value.values), ", ")
        yield Md(f"{entity(desk, page, value.subject)}, {md(value.property)}: {shown}")


def _remarks(desk: View, page: str, claim: Claim) -> Iterable[Md]:
    claims = desk.corpus.claims
    source = desk.corpus.sources[claim.source]
    if source.status != "current":
        yield Md(f"**The source was {source.status} by its publisher.** {md(source.status_note)}".strip())
    if claim.denies and claim.denies in claims:
        yield Md(f"Denies {claim_links(desk, page, [claim.denies])}.")
    for denial in desk.derived.denials.get(claim.ref, ()):
        yield Md(f"Denied by {chains(desk, page, denial)}: {claim_links(desk, page, [denial.ref])}.")
    disputes = [
        Md(
            f"{page_link(page, one.about.text, addresses.disagreement(one.briefing, one.id))} ({CLASSES[one.class_]})"
        )
        for one in desk.derived.disputes.get(claim.ref, ())
    ]
    if disputes:
        yield Md(f"Sources disagree: {join(disputes, '; ')}.")
    if claim.same:
        yield Md(f"The same elsewhere: {claim_links(desk, page, claim.same)}.")
    proof = desk.derived.proofs.get(claim.ref)
    if proof and proof.steps:
        yield Md(f"The date, computed: {md('. '.join(step.rstrip('.') for step in proof.steps))}.")
    elif claim.printed:
        yield Md(f"The date, as printed: “{md(claim.printed)}”.")
    if claim.why:
        yield Md(f"The date, by the editor: {md(claim.why)}")
    if claim.note:
        yield Md(f"Editor’s note: {md(claim.note)}")
