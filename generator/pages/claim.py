"""A claim as every page shows it: who says what, since when, on which passage, and who says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls
from generator.md import Md, anchor, join, md
from generator.pages.show import (
    chains,
    date_words,
    entity,
    page_link,
    sentence,
    source_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.corpus import Claim, Passage
    from generator.pages.show import Desk

KINDS = {
    "report": "Report",
    "allegation": "Allegation",
    "denial": "Denial",
    "opinion": "Opinion",
    "forecast": "Forecast",
}


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
    desk: Desk, page: str, claim: Claim, number: int | None = None, *, linked: set[str] | None = None
) -> ClaimView:
    """Make the view of a claim for a page; with a number on its own briefing's page."""
    at_home = page == urls.briefing(claim.briefing)
    text = sentence(desk, page, claim.text, linked=linked)
    if (
        claim.denies
        and claim.denies in desk.corpus.claims
        and claim.text == desk.corpus.claims[claim.denies].text
    ):
        text = Md(f"Denied: {text}")
    return ClaimView(
        mark=anchor(urls.claim(claim.ref).anchor if at_home else urls.entry(claim.ref)),
        number="" if number is None else str(number),
        text=text if at_home else Md(f"{text} {page_link(page, '→ claim', urls.claim(claim.ref))}"),
        facts=tuple(_facts(desk, page, claim)),
        passages=tuple(passage_view(desk, page, passage) for passage in claim.passages),
        remarks=tuple(_remarks(desk, page, claim)),
    )


def passage_view(desk: Desk, page: str, passage: Passage) -> PassageView:
    source = desk.corpus.sources[passage.source]
    target = urls.passage(source.id, passage.start, passage.end)
    return PassageView(" […] ".join(passage.words), source_link(desk, page, source, target=target))


def claim_links(desk: Desk, page: str, refs: Iterable[str], numbers: Mapping[str, int] | None = None) -> Md:
    """Link claims: by number on their briefing's page, elsewhere by their words."""
    shown = []
    for ref in refs:
        words: object = numbers.get(ref) if numbers else None
        if words is None:
            words = f"“{desk.corpus.claims[ref].text.text}”" if ref in desk.corpus.claims else ref
        shown.append(page_link(page, words, urls.claim(ref)))
    return join(shown, ", ")


def _facts(desk: Desk, page: str, claim: Claim) -> Iterable[Md]:
    if claim.analysed:
        yield Md(KINDS[claim.kind])
    yield chains(desk, page, claim)
    if claim.date:
        scheduled = claim.ref in desk.derived.scheduled
        yield md(("scheduled: " if scheduled else "") + date_words(claim.date))
        if claim.printed or claim.why:
            printed = f"printed “{claim.printed}”" if claim.printed else ""
            yield md(": ".join(part for part in (printed, claim.why) if part))
    if claim.at and claim.at in desk.corpus.claims:
        occasion = desk.corpus.claims[claim.at]
        yield Md(f"said at {page_link(page, date_words(occasion.date), urls.claim(claim.at))}")
    for measure, state in claim.states:
        yield Md(f"{entity(desk, page, measure)}: {md(state)}")
    for role in claim.roles:
        yield Md(f"{entity(desk, page, role.person)}: {sentence(desk, page, role.role, linked=set())}")
    for value in claim.values:
        shown = join((entity(desk, page, v) if isinstance(v, str) else md(v) for v in value.values), ", ")
        yield Md(f"{entity(desk, page, value.subject)}, {md(value.property)}: {shown}")


def _remarks(desk: Desk, page: str, claim: Claim) -> Iterable[Md]:
    claims = desk.corpus.claims
    if claim.denies and claim.denies in claims:
        yield Md(f"Denies {claim_links(desk, page, [claim.denies])}.")
    for denial in desk.derived.denials.get(claim.ref, ()):
        yield Md(f"Denied by {chains(desk, page, denial)}: {claim_links(desk, page, [denial.ref])}.")
    for one in desk.derived.disputes.get(claim.ref, ()):
        about = page_link(page, one.about.text, urls.disagreement(one.briefing, one.id))
        yield Md(f"In a disagreement ({md(one.class_)}): {about}.")
    if claim.same:
        yield Md(f"The same elsewhere: {claim_links(desk, page, claim.same)}.")
    if claim.note:
        yield Md(f"Editor’s note: {md(claim.note)}")
