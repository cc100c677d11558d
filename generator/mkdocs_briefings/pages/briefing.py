"""A briefing: evidence to which date, the bottom line, how it is told, state of play, what is open, all claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.origins import relayed, routes
from mkdocs_briefings.document.escape import Md, anchor, join, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus_fields import of_briefing
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.claim import CLASSES, claim_links, claim_view, quoted, upper
from mkdocs_briefings.pages.figures.flow import ANCHOR as FLOW
from mkdocs_briefings.pages.figures.flow import flow
from mkdocs_briefings.pages.measures import state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Entry, Page
from mkdocs_briefings.pages.rows import TableCells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.corpus import Briefing, Disagreement, Question
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View

LEVELS = {
    "analysed": "analysed: claims with their voices and passages",
    "quoted": "quoted: passages verified, voices not analysed",
    "summarised": "summarised: rests on the articles as a whole",
}


def briefing_pages(desk: View) -> Iterable[Page]:
    """Make the page of each briefing, the notes that withdrawn ones leave, and the redirects of old addresses."""
    for briefing in desk.corpus.briefings.values():
        page = (
            withdrawn_page(desk, briefing)
            if briefing.status == "withdrawn"
            else briefing_page(desk, briefing)
        )
        yield page
        yield from moved_pages(desk, page, addresses.briefing, briefing.formerly)


def briefing_page(desk: View, briefing: Briefing) -> Page:
    path = addresses.briefing(briefing.id)
    numbers = note_numbers(briefing)
    linked: set[str] = set()
    summary = view.prose(desk, path, briefing.summary, linked=linked, numbers=numbers)
    evidence = evidence_to(desk, briefing)
    picture = flow(desk, briefing, numbers)
    page = Page(
        path=path,
        kind="briefing",
        title=briefing.title,
        body=Md(""),
        made_from=briefing.path,
        description=_description(briefing),
        lang=briefing.lang,
        modified=max(view.day(briefing.updated), view.day(evidence)),
        entries=tuple(
            Entry(addresses.claim(claim.ref).anchor, (("kind", (claim.kind,)),)) for claim in briefing.claims
        ),
        figures=picture,
    )
    claims = sorted(briefing.claims, key=lambda claim: numbers[claim.ref])
    measures = dict.fromkeys(measure for claim in briefing.claims for measure, _ in claim.states)
    return view.fill(
        desk,
        "briefing",
        page,
        draft=draft_words(desk, briefing),
        date=view.date_words(briefing.date) if briefing.date else "",
        evidence=view.day_words(evidence) if evidence else "an unknown date",
        level=LEVELS[briefing.level],
        sources=join((_source(desk, path, briefing, id_) for id_ in briefing.sources), "; "),
        storylines=[
            view.page_link(path, desk.corpus.storylines[id_].title, addresses.storyline(id_))
            for id_ in briefing.storylines
        ],
        updated=view.date_words(briefing.updated) if briefing.updated else "",
        corrections=[
            (view.date_words(c.date), view.sentence(desk, path, c.text, linked=set(), numbers=numbers))
            for c in briefing.corrections
        ],
        summary=summary,
        flow=anchor(FLOW) if picture else "",
        routes=list(_routes(desk, path, briefing, numbers)),
        states=[state_row(desk, path, measure) for measure in measures],
        questions=[question_view(desk, path, q, numbers) for q in briefing.questions if not q.answer],
        answered=[question_view(desk, path, q, numbers) for q in briefing.questions if q.answer],
        disagreements=[disagreement_view(desk, path, one, numbers) for one in briefing.disagreements],
        claims=[claim_view(desk, path, claim, numbers[claim.ref]) for claim in claims],
        note=briefing.note,
        references=view.references(desk, path, (*briefing.sources, *numbers)),
    )


def draft_words(desk: View, briefing: Briefing) -> str:
    """Say that a briefing is not published, in the desk's own preview; nothing of one that is."""
    if briefing.status == "draft":
        return "Draft."
    if briefing.embargo and (desk.corpus.as_of is None or desk.corpus.as_of < briefing.embargo.latest):
        return f"Under embargo until {dates.words(briefing.embargo)}."
    return ""


def withdrawn_page(desk: View, briefing: Briefing) -> Page:
    page = Page(
        addresses.briefing(briefing.id),
        "withdrawn",
        briefing.title,
        Md(""),
        briefing.path,
        listed=False,
        lang=briefing.lang,
    )
    updated = view.date_words(briefing.updated) if briefing.updated else ""
    corrections = [
        (view.date_words(c.date), view.sentence(desk, page.path, c.text)) for c in briefing.corrections
    ]
    return view.fill(
        desk, "withdrawn", page, reason=briefing.withdrawn, updated=updated, corrections=corrections
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


@dataclass(frozen=True, slots=True)
class QuestionView:
    mark: Md
    text: Md
    on: Md
    answer: Md
    home: Md


def question_view(
    desk: View, page: str, question: Question, numbers: Mapping[str, int] | None
) -> QuestionView:
    """Show a question; on another page than its briefing's, with a link to it."""
    at_home = page == addresses.briefing(question.briefing)
    briefing = desk.corpus.briefings[question.briefing]
    target = addresses.question(question.briefing, question.id)
    answer = Md("")
    if question.answer:
        answer = view.sentence(desk, page, question.answer, linked=set(), numbers=numbers)
    on = Md("")
    if question.on and question.on in desk.corpus.claims:
        claim = desk.corpus.claims[question.on]
        on = claim_links(desk, page, [question.on])
        if claim.date:
            on = Md(f"{on} ({md(dates.words(claim.date))})")
    return QuestionView(
        mark=anchor(target.anchor if at_home else addresses.entry(f"{question.briefing}#{question.id}")),
        text=view.sentence(desk, page, question.text, linked=set()),
        on=on,
        answer=answer,
        home=Md("") if at_home else view.page_link(page, briefing.title, target),
    )


@dataclass(frozen=True, slots=True)
class DisagreementView:
    mark: Md
    about: Md
    facts: Md
    """The class that an editor gave it; elsewhere than on its briefing's page also that briefing."""
    sides: tuple[TableCells, ...]
    note: Md


def disagreement_view(
    desk: View, page: str, one: Disagreement, numbers: Mapping[str, int] | None
) -> DisagreementView:
    """Show a disagreement with its sides next to each other."""
    at_home = page == addresses.briefing(one.briefing)
    target = addresses.disagreement(one.briefing, one.id)
    words = upper(CLASSES[one.class_])
    home = view.page_link(page, desk.corpus.briefings[one.briefing].title, target)
    sides = [desk.corpus.claims[ref] for ref in one.between if ref in desk.corpus.claims]
    return DisagreementView(
        mark=anchor(target.anchor if at_home else addresses.entry(f"{one.briefing}#{one.id}")),
        about=view.sentence(desk, page, one.about, linked=set()),
        facts=md(words) if at_home else Md(f"{md(words)} · {home}"),
        sides=tuple(
            TableCells(
                (
                    Md(f"{view.sentence(desk, page, claim.text)} {_mark(page, claim.ref, numbers)}"),
                    view.chains(desk, page, claim),
                    quoted(desk, claim),
                )
            )
            for claim in sides
        ),
        note=view.sentence(desk, page, one.note, linked=set(), numbers=numbers) if one.note else Md(""),
    )


def _mark(page: str, ref: str, numbers: Mapping[str, int] | None) -> Md:
    words: object = numbers[ref] if numbers and ref in numbers else "claim"
    return Md(f"\\[{view.page_link(page, words, addresses.claim(ref))}\\]")


def _description(briefing: Briefing) -> str:
    return next((s.text for block in briefing.summary for s in block.sentences if s.text), "")


def _source(desk: View, page: str, briefing: Briefing, id_: str) -> Md:
    source = desk.corpus.sources[id_]
    relays = relayed(desk.corpus, briefing, id_)
    shown = view.source_link(desk, page, source)
    return Md(f"{shown} (relays {view.entities(desk, page, relays)})") if relays else shown


def _routes(desk: View, page: str, briefing: Briefing, numbers: Mapping[str, int]) -> Iterable[TableCells]:
    for route in routes(briefing):
        source = desk.corpus.sources[route.source]
        who = view.chain(desk, page, source, route.chain)
        if not route.analysed:
            who = Md(f"{who} (voices not analysed)")
        refs = sorted((claim.ref for claim in route.claims), key=lambda ref: numbers[ref])
        yield TableCells((who, claim_links(desk, page, refs, numbers)))
