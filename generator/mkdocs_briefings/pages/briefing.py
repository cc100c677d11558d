"""A briefing: evidence to which date, the bottom line, how it is told, state of play, what is open, all claims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.last_change import last_change
from mkdocs_briefings.derive.origins import relayed, routes
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citation,
    Citations,
    Heading,
    PageAnchor,
    Para,
    Remark,
    Row,
    Strong,
    Table,
    joined,
)
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus_fields import of_briefing
from mkdocs_briefings.pages import phrases, view
from mkdocs_briefings.pages.claim import mention_dated, mention_side, number_links, quoted, told_at_home
from mkdocs_briefings.pages.figures import flow
from mkdocs_briefings.pages.measures import STATE_HEADS, state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Briefing, Claim, Disagreement, Question
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View


def briefing_pages(desk: View) -> Iterable[Page]:
    """Make the page of each briefing, the notes that withdrawn ones leave, and the redirects of old addresses."""
    for briefing in desk.corpus.briefings.values():
        make = withdrawn_page if briefing.status == "withdrawn" else briefing_page
        page = desk.once(("briefing page", briefing.id), partial(make, desk, briefing), briefing)
        yield page
        yield from moved_pages(page, addresses.briefing, briefing.formerly)


def briefing_page(desk: View, briefing: Briefing) -> Page:
    changed = last_change(desk.corpus, briefing)
    return Page(
        addresses.briefing(briefing.id),
        "briefing",
        briefing.title,
        tuple(_blocks(desk, briefing)),
        briefing.path,
        _description(briefing),
        lang=briefing.lang,
        modified=changed.isoformat() if changed else "",
    )


def _blocks(desk: View, briefing: Briefing) -> Iterator[Block]:
    numbers = note_numbers(briefing)
    yield Heading(1, briefing.title)
    if draft := draft_words(desk, briefing):
        yield Remark(draft, "This page is not published.")
    yield Para(_basis(desk, briefing))
    sources = joined([_source(desk, briefing, id_) for id_ in briefing.sources], "; ")
    yield Para(("Rests on ", sources, "."))
    yield from corrections(desk, briefing, numbers)

    yield Heading(2, "The bottom line")
    yield from view.prose(desk, briefing.summary, linked=set(), numbers=numbers)
    if briefing.note:
        yield Para(f"Editor’s note: {briefing.note}")

    if rows := tuple(_tellings(desk, briefing, numbers)):
        yield Heading(2, "How it is told, and by whom")
        yield from flow.flow(desk, briefing, numbers)
        yield Table(("Who says it", "Claims"), rows)

    if measures := dict.fromkeys(measure for claim in briefing.claims for measure, _ in claim.states):
        yield Heading(2, "State of play")
        yield Table(STATE_HEADS, tuple(state_row(desk, measure) for measure in measures))

    yield from _open(desk, briefing, numbers)
    if briefing.claims:
        yield Heading(2, "Claims and their passages")
        for claim in sorted(briefing.claims, key=lambda claim: numbers[claim.ref]):
            yield told_at_home(desk, claim, numbers[claim.ref])
    if references := view.references(desk, (*briefing.sources, *numbers)):
        yield Heading(2, "Sources")
        yield Bullets(references)
    if briefing.storylines:
        yield Heading(2, "Part of")
        yield Bullets(tuple(view.storyline(desk, id_) for id_ in briefing.storylines))


def _open(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Show what is open, in dispute, and answered since."""
    open_ = tuple(question(desk, one, numbers) for one in briefing.questions if not one.answer)
    if open_ or briefing.disagreements:
        yield Heading(2, "What is open")
        if open_:
            yield Bullets(open_)
        for one in briefing.disagreements:
            yield from disagreement(desk, one, numbers, 3)
    if answered := tuple(question(desk, one, numbers) for one in briefing.questions if one.answer):
        yield Heading(2, "What has been answered")
        yield Bullets(answered)


def _basis(desk: View, briefing: Briefing) -> Inline:
    evidence = phrases.evidence_words(evidence_to(desk, briefing))
    return (
        Strong(f"Evidence to {evidence}"),
        f" · development of {phrases.date_words(briefing.date)}" if briefing.date else "",
        f" · {phrases.LEVELS[briefing.level]}",
        f" · updated {phrases.date_words(briefing.updated)}" if briefing.updated else "",
    )


def corrections(desk: View, briefing: Briefing, numbers: Mapping[str, int] | None) -> Iterator[Remark]:
    """Show what was corrected, and when; without links where nothing is numbered."""
    for one in briefing.corrections:
        linked: set[str] | None = None if numbers is None else set()
        words = view.sentence(desk, one.text, linked=linked, numbers=numbers)
        yield Remark(f"Corrected {phrases.date_words(one.date)}.", words)


def draft_words(desk: View, briefing: Briefing) -> str:
    """Say that a briefing is not published, in the desk's own preview; nothing of one that is."""
    if briefing.status == "draft":
        return "Draft."
    if briefing.embargo and (desk.corpus.as_of is None or desk.corpus.as_of < briefing.embargo.latest):
        return f"Under embargo until {dates.words(briefing.embargo)}."
    return ""


def withdrawn_page(desk: View, briefing: Briefing) -> Page:
    updated = f" on {phrases.date_words(briefing.updated)}" if briefing.updated else ""
    reason = briefing.withdrawn or "No reason is given."
    return Page(
        addresses.briefing(briefing.id),
        "withdrawn",
        briefing.title,
        (
            Heading(1, briefing.title),
            Para((Strong(f"This briefing was withdrawn{updated}."), " ", reason)),
            *corrections(desk, briefing, None),
        ),
        briefing.path,
        listed=False,
        lang=briefing.lang,
    )


_NUMBERED = ("briefing", "claim", "question", "disagreement", "correction")


def note_numbers(briefing: Briefing) -> dict[str, int]:
    """Number what a briefing cites: first in the order of its summary, then all its other claims, then the rest."""
    told = sorted(of_briefing(briefing), key=lambda one: _NUMBERED.index(one.thing))
    cited = (item.ref for one in told if one.kind == "summary" for item in one.sentence.cites)
    others = (item.ref for one in told for item in one.sentence.cites)
    own = (claim.ref for claim in briefing.claims)
    ordered = dict.fromkeys((*cited, *own, *others))
    return {ref: n for n, ref in enumerate(ordered, 1)}


def evidence_to(desk: View, briefing: Briefing) -> Date | None:
    """The date of the newest source of the briefing, as uncertain as it is."""
    published = [date for id_ in briefing.sources if (date := desk.corpus.sources[id_].published)]
    return max(published, key=lambda date: (date.latest, date.text), default=None)


def question(desk: View, shown: Question, numbers: Mapping[str, int] | None) -> Inline:
    """Show a question; on another page than its briefing's, where nothing is numbered, with a link to it."""
    place = addresses.question(shown.briefing, shown.id)
    anchor = addresses.entry(f"{shown.briefing}#{shown.id}") if numbers is None else place.anchor
    words: list[Inline] = [PageAnchor(anchor), view.sentence(desk, shown.text, linked=set())]
    if shown.answer:
        answer = view.sentence(desk, shown.answer, linked=set(), numbers=numbers)
        words += (" ", Strong("Answer:"), " ", answer)
    if shown.on and shown.on in desk.corpus.claims:
        words += (" Asks about: ", mention_dated(desk, desk.corpus.claims[shown.on]), ".")
    if numbers is None:
        words += (" · ", view.briefing_as(desk.corpus.briefings[shown.briefing], place))
    return tuple(words)


def disagreement(
    desk: View, one: Disagreement, numbers: Mapping[str, int] | None, level: int
) -> Iterator[Block]:
    """Show a disagreement with its sides next to each other; elsewhere than at home with a link to it."""
    place = addresses.disagreement(one.briefing, one.id)
    facts: Inline = phrases.upper(phrases.CLASSES[one.class_])
    anchor = place.anchor
    if numbers is None:
        anchor = addresses.entry(f"{one.briefing}#{one.id}")
        facts = (facts, " · ", view.briefing_as(desk.corpus.briefings[one.briefing], place))
    yield Heading(level, view.sentence(desk, one.about, linked=set()), anchor)
    yield Para(facts)
    sides = (desk.corpus.claims[ref] for ref in one.between if ref in desk.corpus.claims)
    rows = tuple(_side(desk, claim, numbers or {}) for claim in sides)
    yield Table(("Claim", "Who says it", "Passage"), rows)
    if one.note:
        yield Para(view.sentence(desk, one.note, linked=set(), numbers=numbers))


def _side(desk: View, claim: Claim, numbers: Mapping[str, int]) -> Row:
    mark = Citations((Citation(numbers.get(claim.ref, "claim"), addresses.claim(claim.ref)),))
    return Row((mention_side(desk, claim, mark), view.chains(desk, claim), quoted(desk, claim)))


def _description(briefing: Briefing) -> str:
    return next((s.text for block in briefing.summary for s in block.sentences if s.text), "")


def _source(desk: View, briefing: Briefing, id_: str) -> Inline:
    shown = view.source_link(desk, desk.corpus.sources[id_])
    relays = relayed(desk.corpus, briefing, id_)
    return (shown, " (relays ", view.entities(desk, relays), ")") if relays else shown


def _tellings(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Row]:
    for telling in routes(briefing):
        who = view.chain(desk, desk.corpus.sources[telling.source], telling.chain)
        refs = sorted((claim.ref for claim in telling.claims), key=lambda ref: numbers[ref])
        way = who if telling.analysed else (who, " (voices not analysed)")
        yield Row((way, number_links(desk, refs, numbers)))
