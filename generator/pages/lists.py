"""The pages that list: briefings, storylines, the measures board, disagreements, open questions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.derive.states import current
from generator.derive.timeline import order
from generator.md import Md, join, md
from generator.pages import show
from generator.pages.briefing import (
    disagreement_view,
    draft_words,
    evidence_to,
    note_numbers,
    question_view,
)
from generator.pages.claim import quoted
from generator.pages.measures import state_row
from generator.pages.page import Page
from generator.pages.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Briefing, Storyline
    from generator.pages.show import Desk


def list_pages(desk: Desk) -> Iterable[Page]:
    yield briefings_page(desk)
    yield from storyline_pages(desk)
    yield disagreements_page(desk)
    yield questions_page(desk)


def live(desk: Desk) -> Iterator[Briefing]:
    """The briefings that stand, newest first."""
    return (briefing for briefing in desk.corpus.briefings.values() if briefing.status != "withdrawn")


def briefings_page(desk: Desk) -> Page:
    path = urls.BRIEFINGS
    years = [
        (name, [briefing_row(desk, path, briefing) for briefing in found])
        for name, found in groupby(live(desk), lambda b: str(b.date.latest.year) if b.date else "Not dated")
    ]
    page = Page(
        path, "briefings", "Briefings", Md(""), description="All briefings, newest development first."
    )
    return show.fill(desk, "briefings", page, years=years)


def briefing_row(desk: Desk, page: str, briefing: Briefing) -> Row:
    """The row of a briefing in a list: date, title with its mark if it is a draft, level, evidence."""
    draft = draft_words(desk, briefing)
    evidence = evidence_to(desk, briefing)
    return Row(
        (
            md(dates.short(briefing.date) if briefing.date else "not dated"),
            Md(f"{md(draft)} {show.page_link(page, briefing.title, urls.briefing(briefing.id))}".strip()),
            md(briefing.level),
            md(
                dates.short(dates.parse(evidence.text.split("T", maxsplit=1)[0])) if evidence else "not dated"
            ),
        )
    )


def storyline_pages(desk: Desk) -> Iterator[Page]:
    rows = []
    path = urls.STORYLINES
    told: dict[str, list[Briefing]] = {id_: [] for id_ in desk.corpus.storylines}
    for briefing in live(desk):
        for id_ in dict.fromkeys(briefing.storylines):
            told[id_].append(briefing)
    for storyline in desk.corpus.storylines.values():
        members = told[storyline.id]
        yield storyline_page(desk, storyline, members)
        title = show.page_link(path, storyline.title, urls.storyline(storyline.id))
        rows.append(Row((title, md(len(members)), show.entities(desk, path, storyline.measures))))
    page = Page(path, "storylines", "Storylines", Md(""), description="Developments followed over time.")
    yield show.fill(desk, "storylines", page, rows=rows)


def storyline_page(desk: Desk, storyline: Storyline, members: list[Briefing]) -> Page:
    path = urls.storyline(storyline.id)
    cited = (item.ref for block in storyline.summary for s in block.sentences for item in s.cites)
    numbers = {ref: n for n, ref in enumerate(dict.fromkeys(cited), 1)}
    page = Page(path, "storyline", storyline.title, Md(""), storyline.path, description=_first(storyline))
    known = desk.derived.events
    events = [known[claim.ref] for briefing in members for claim in briefing.claims if claim.ref in known]
    events.sort(key=order)
    return show.fill(
        desk,
        "storyline",
        page,
        summary=show.prose(desk, path, storyline.summary, linked=set(), numbers=numbers),
        states=[state_row(desk, path, measure) for measure in storyline.measures],
        members=[briefing_row(desk, path, briefing) for briefing in members],
        events=[
            Row(
                (
                    md(dates.words(event.date) + (" (scheduled)" if event.scheduled else "")),
                    show.page_link(path, event.claim.text.text, urls.claim(event.claim.ref)),
                    show.chains(desk, path, event.claim),
                )
            )
            for event in events
        ],
        changes=list(_changes(desk, path, storyline)),
        notes=[Row((md(n), _note(desk, path, ref), _passages(desk, ref))) for ref, n in numbers.items()],
    )


def _changes(desk: Desk, page: str, storyline: Storyline) -> Iterator[Row]:
    """Tell, article by article, which states of the storyline's measures it told anew."""
    told: dict[str, str] = {}
    events = [event for m in storyline.measures for event in desk.derived.states.get(m, ())]
    events.sort(key=lambda e: (dates.sort_key(e.heard) if e.heard else (), e.certain_from, e.claim.ref))
    for source, found in groupby(events, lambda event: event.claim.source):
        parts = []
        for event in found:
            before = told.get(event.measure)
            told[event.measure] = event.state
            if before != event.state:
                name = show.entity(desk, page, event.measure)
                claim = show.page_link(page, event.state, urls.claim(event.claim.ref))
                parts.append(Md(f"{name}: {f'{md(before)} → ' if before else ''}{claim}"))
        if parts:
            yield Row((show.source_link(desk, page, desk.corpus.sources[source]), join(parts, "; ")))


def disagreements_page(desk: Desk) -> Page:
    path = urls.DISAGREEMENTS
    found = [disagreement_view(desk, path, one, None) for b in live(desk) for one in b.disagreements]
    page = Page(path, "disagreements", "Disagreements", Md(""), description="Where the sources do not agree.")
    return show.fill(desk, "disagreements", page, disagreements=found)


def questions_page(desk: Desk) -> Page:
    """List what passed unanswered, what is ahead, what else is open, and what has been answered."""
    path = urls.QUESTIONS
    questions = [question for briefing in live(desk) for question in briefing.questions]
    expected = {q for one in desk.derived.expectations for q in one.questions}
    page = Page(
        path, "questions", "Open questions", Md(""), description="What is not known, and what is awaited."
    )
    return show.fill(
        desk,
        "questions",
        page,
        as_of=_as_of(desk),
        overdue=_expectations(desk, path, "overdue", passages=True),
        ahead=_expectations(desk, path, "ahead", passages=True),
        open_=[question_view(desk, path, q, None) for q in questions if not q.answer and q not in expected],
        answered=[question_view(desk, path, q, None) for q in questions if q.answer],
    )


def _expectations(desk: Desk, page: str, standing: str, *, passages: bool = False) -> list[Row]:
    return [
        Row(
            (
                md(dates.words(one.event.date)),
                show.page_link(page, one.event.claim.text.text, urls.claim(one.event.claim.ref)),
                show.chains(desk, page, one.event.claim),
                *([quoted(desk, one.event.claim)] if passages else []),
                join(
                    (
                        show.page_link(page, q.text.text, urls.question(q.briefing, q.id))
                        for q in one.questions
                    ),
                    " ",
                ),
            )
        )
        for one in desk.derived.expectations
        if one.standing == standing
    ]


def home_page(desk: Desk) -> Page:
    """Make the first page: what this is, the newest bottom line, the state of play, what is new and open."""
    path = urls.HOME
    briefings = list(live(desk))
    newest = briefings[0] if briefings else None
    reached = {m: event for m, history in desk.derived.states.items() if (event := current(history))}
    measures = sorted(reached, key=lambda m: (reached[m].certain_from, m), reverse=True)[:6]
    questions = [question for b in briefings for question in b.questions if not question.answer]
    page = Page(
        path,
        "home",
        desk.settings.title,
        Md(""),
        description=f"{desk.settings.title}: briefings on which every sentence shows its evidence.",
    )
    return show.fill(
        desk,
        "home",
        page,
        evidence=_evidence(desk),
        counts=_counts(desk),
        newest=show.page_link(path, newest.title, urls.briefing(newest.id)) if newest else "",
        bottom_line=show.prose(desk, path, newest.summary[:1], linked=set(), numbers=note_numbers(newest))
        if newest
        else "",
        rows=[briefing_row(desk, path, briefing) for briefing in briefings[:10]],
        states=[state_row(desk, path, measure) for measure in measures],
        storylines=[
            show.page_link(path, s.title, urls.storyline(s.id)) for s in desk.corpus.storylines.values()
        ],
        disagreements=[
            show.page_link(path, one.about.text, urls.disagreement(b.id, one.id))
            for b in briefings[:10]
            for one in b.disagreements
        ],
        overdue=_expectations(desk, path, "overdue"),
        questions=[question_view(desk, path, question, None) for question in questions[:10]],
        links={
            name: urls.md_link(path, to)
            for name, to in (
                ("briefings", urls.BRIEFINGS),
                ("measures", urls.MEASURES),
                ("questions", urls.QUESTIONS),
            )
        },
    )


def _as_of(desk: Desk) -> str:
    day = desk.corpus.as_of
    return dates.words(dates.parse(day.isoformat())) if day else "an unknown date"


def _evidence(desk: Desk) -> str:
    published = [source.published for source in desk.corpus.sources.values() if source.published]
    newest = max(published, key=lambda date: (date.latest, date.text), default=None)
    return show.day_words(newest) if newest else "an unknown date"


def _counts(desk: Desk) -> str:
    claims = len(desk.corpus.claims)
    return f"{claims} claims from {len(desk.corpus.sources)} articles, each with the passage that it rests on"


def _first(storyline: Storyline) -> str:
    return next((s.text for block in storyline.summary for s in block.sentences), "")


def _note(desk: Desk, page: str, ref: str) -> Md:
    if ref in desk.corpus.claims:
        claim = desk.corpus.claims[ref]
        return Md(
            f"{show.page_link(page, claim.text.text, urls.claim(ref))}, {show.chains(desk, page, claim)}"
        )
    return show.source_link(desk, page, desk.corpus.sources[ref])


def _passages(desk: Desk, ref: str) -> Md:
    return quoted(desk, desk.corpus.claims[ref]) if ref in desk.corpus.claims else Md("")
