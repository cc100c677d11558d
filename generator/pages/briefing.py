"""A briefing: evidence to which date, the bottom line, how it is told, state of play, what is open, all claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.derive.origins import relayed, tellings
from generator.derive.states import current
from generator.md import Md, anchor, join, md
from generator.pages import show
from generator.pages.claim import claim_links, claim_view
from generator.pages.page import Page

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from generator.corpus import Briefing, Disagreement, Question
    from generator.pages.show import Desk

LEVELS = {
    "analysed": "analysed: claims with their voices and passages",
    "quoted": "quoted: passages verified, voices not analysed",
    "summarised": "summarised: rests on the articles as a whole",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, cell by cell."""

    cells: tuple[Md, ...]


def briefing_pages(desk: Desk) -> Iterable[Page]:
    """Make the page of each briefing, the notes that withdrawn ones leave, and the redirects of old addresses."""
    for briefing in desk.corpus.briefings.values():
        yield (
            withdrawn_page(desk, briefing)
            if briefing.status == "withdrawn"
            else briefing_page(desk, briefing)
        )
        for old in briefing.formerly:
            yield moved_page(desk, briefing, old)


def briefing_page(desk: Desk, briefing: Briefing) -> Page:
    path = urls.briefing(briefing.id)
    numbers = note_numbers(briefing)
    linked: set[str] = set()
    summary = show.prose(desk, path, briefing.summary, linked=linked, numbers=numbers)
    evidence = evidence_to(desk, briefing)
    page = Page(
        path=path,
        kind="briefing",
        title=briefing.title,
        body=Md(""),
        made_from=briefing.path,
        description=_description(briefing),
        lang=briefing.lang,
        modified=max(show.day(briefing.updated), evidence.isoformat() if evidence else ""),
    )
    claims = sorted(briefing.claims, key=lambda claim: numbers[claim.ref])
    measures = dict.fromkeys(measure for claim in briefing.claims for measure, _ in claim.states)
    return show.fill(
        desk,
        "briefing",
        page,
        draft=briefing.status == "draft",
        date=show.date_words(briefing.date) if briefing.date else "",
        evidence=dates.words(dates.parse(evidence.isoformat())) if evidence else "an unknown date",
        level=LEVELS[briefing.level],
        sources=[_source(desk, path, briefing, id_) for id_ in briefing.sources],
        storylines=[
            show.page_link(path, desk.corpus.storylines[id_].title, urls.storyline(id_))
            for id_ in briefing.storylines
        ],
        updated=show.date_words(briefing.updated) if briefing.updated else "",
        corrections=[
            (show.date_words(c.date), show.sentence(desk, path, c.text, linked=set(), numbers=numbers))
            for c in briefing.corrections
        ],
        summary=summary,
        tellings=list(_tellings(desk, path, briefing, numbers)),
        states=[state_row(desk, path, measure) for measure in measures],
        questions=[question_view(desk, path, question, numbers) for question in briefing.questions],
        disagreements=[disagreement_view(desk, path, one, numbers) for one in briefing.disagreements],
        claims=[claim_view(desk, path, claim, numbers[claim.ref], linked=set()) for claim in claims],
        note=briefing.note,
    )


def withdrawn_page(desk: Desk, briefing: Briefing) -> Page:
    page = Page(
        urls.briefing(briefing.id),
        "withdrawn",
        briefing.title,
        Md(""),
        briefing.path,
        listed=False,
        lang=briefing.lang,
    )
    updated = show.date_words(briefing.updated) if briefing.updated else ""
    corrections = [
        (show.date_words(c.date), show.sentence(desk, page.path, c.text)) for c in briefing.corrections
    ]
    return show.fill(
        desk, "withdrawn", page, reason=briefing.withdrawn, updated=updated, corrections=corrections
    )


def moved_page(desk: Desk, briefing: Briefing, old: str) -> Page:
    to = urls.briefing(briefing.id)
    page = Page(
        urls.briefing(old),
        "moved",
        briefing.title,
        Md(""),
        briefing.path,
        listed=False,
        moved_to=to,
        lang=briefing.lang,
    )
    return show.fill(desk, "moved", page, to=show.page_link(page.path, briefing.title, to))


def note_numbers(briefing: Briefing) -> dict[str, int]:
    """Number what a briefing cites: first in the order of its summary, then all its other claims."""
    cited = (item.ref for block in briefing.summary for s in block.sentences for item in s.cites)
    answers = (item.ref for q in briefing.questions if q.answer for item in q.answer.cites)
    own = (claim.ref for claim in briefing.claims)
    ordered = dict.fromkeys((*cited, *own, *answers))
    return {ref: n for n, ref in enumerate(ordered, 1)}


def evidence_to(desk: Desk, briefing: Briefing) -> datetime.date | None:
    """The latest day on which a source of the briefing was published."""
    published = (desk.corpus.sources[id_].published for id_ in briefing.sources)
    return max((date.latest for date in published if date), default=None)


def state_row(desk: Desk, page: str, measure: str) -> Row:
    """A measure with its current state, since when, and the claim that tells it."""
    event = current(desk.derived.states.get(measure, ()))
    name = show.entity(desk, page, measure)
    if event is None:
        return Row((name, Md("not known"), Md(""), Md("")))
    if event.when:
        since = dates.words(event.when)
    else:
        since = f"not stated; told {dates.words(event.heard)}" if event.heard else "not stated"
    text = show.page_link(page, event.claim.text.text, urls.claim(event.claim.ref))
    return Row((name, Md(f"**{md(event.state)}**"), md(since), text))


@dataclass(frozen=True, slots=True)
class QuestionView:
    mark: Md
    text: Md
    on: Md
    answer: Md
    home: Md


def question_view(
    desk: Desk, page: str, question: Question, numbers: Mapping[str, int] | None
) -> QuestionView:
    """Show a question; on another page than its briefing's, with a link to it."""
    at_home = page == urls.briefing(question.briefing)
    briefing = desk.corpus.briefings[question.briefing]
    target = urls.question(question.briefing, question.id)
    answer = Md("")
    if question.answer:
        answer = show.sentence(desk, page, question.answer, linked=set(), numbers=numbers)
    on = Md("")
    if question.on and question.on in desk.corpus.claims:
        claim = desk.corpus.claims[question.on]
        on = claim_links(desk, page, [question.on])
        if claim.date:
            on = Md(f"{on} ({md(dates.words(claim.date))})")
    return QuestionView(
        mark=anchor(target.anchor if at_home else urls.entry(f"{question.briefing}#{question.id}")),
        text=show.sentence(desk, page, question.text, linked=set()),
        on=on,
        answer=answer,
        home=Md("") if at_home else show.page_link(page, briefing.title, target),
    )


@dataclass(frozen=True, slots=True)
class DisagreementView:
    mark: Md
    about: Md
    class_: str
    sides: tuple[Row, ...]
    note: Md
    home: Md


def disagreement_view(
    desk: Desk, page: str, one: Disagreement, numbers: Mapping[str, int] | None
) -> DisagreementView:
    """Show a disagreement with its sides next to each other."""
    at_home = page == urls.briefing(one.briefing)
    target = urls.disagreement(one.briefing, one.id)
    sides = [desk.corpus.claims[ref] for ref in one.between if ref in desk.corpus.claims]
    return DisagreementView(
        mark=anchor(target.anchor if at_home else urls.entry(f"{one.briefing}#{one.id}")),
        about=show.sentence(desk, page, one.about, linked=set()),
        class_=one.class_,
        sides=tuple(
            Row(
                (
                    Md(f"{show.sentence(desk, page, claim.text)} {_mark(page, claim.ref, numbers)}"),
                    show.chains(desk, page, claim),
                    join((f"“{' […] '.join(p.words)}”" for p in claim.passages), " "),
                )
            )
            for claim in sides
        ),
        note=show.sentence(desk, page, one.note, linked=set(), numbers=numbers) if one.note else Md(""),
        home=Md("") if at_home else show.page_link(page, desk.corpus.briefings[one.briefing].title, target),
    )


def _mark(page: str, ref: str, numbers: Mapping[str, int] | None) -> Md:
    words: object = numbers[ref] if numbers and ref in numbers else "claim"
    return Md(f"\\[{show.page_link(page, words, urls.claim(ref))}\\]")


def _description(briefing: Briefing) -> str:
    return next((s.text for block in briefing.summary for s in block.sentences if s.text), "")


def _source(desk: Desk, page: str, briefing: Briefing, id_: str) -> Md:
    source = desk.corpus.sources[id_]
    relays = relayed(desk.corpus, briefing, id_)
    shown = show.source_link(desk, page, source)
    return Md(f"{shown}; relays {show.entities(desk, page, relays)}") if relays else shown


def _tellings(desk: Desk, page: str, briefing: Briefing, numbers: Mapping[str, int]) -> Iterable[Row]:
    for telling in tellings(briefing):
        source = desk.corpus.sources[telling.source]
        who = show.chain(desk, page, source, telling.chain)
        if not telling.analysed:
            who = Md(f"{who} (voices not analysed)")
        refs = sorted((claim.ref for claim in telling.claims), key=lambda ref: numbers[ref])
        yield Row((who, claim_links(desk, page, refs, numbers)))
