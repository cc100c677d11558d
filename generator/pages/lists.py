"""The pages that list: briefings, storylines, the measures board, disagreements, open questions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.derive.states import current
from generator.md import Md, anchor, join, md
from generator.pages import show
from generator.pages.briefing import (
    Row,
    disagreement_view,
    evidence_to,
    note_numbers,
    question_view,
    state_row,
)
from generator.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Briefing, Storyline
    from generator.pages.show import Desk


def list_pages(desk: Desk) -> Iterable[Page]:
    yield briefings_page(desk)
    yield from storyline_pages(desk)
    yield measures_page(desk)
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
    draft = "Draft: " if briefing.status == "draft" else ""
    evidence = evidence_to(desk, briefing)
    return Row(
        (
            md(dates.short(briefing.date) if briefing.date else "not dated"),
            Md(f"{draft}{show.page_link(page, briefing.title, urls.briefing(briefing.id))}"),
            md(briefing.level),
            md(dates.short(dates.parse(evidence.isoformat())) if evidence else "not dated"),
        )
    )


def storyline_pages(desk: Desk) -> Iterator[Page]:
    rows = []
    path = urls.STORYLINES
    for storyline in desk.corpus.storylines.values():
        members = [b for b in live(desk) if storyline.id in b.storylines]
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
    ids = {briefing.id for briefing in members}
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
            for event in desk.derived.timeline
            if event.claim.briefing in ids
        ],
        notes=[
            Row((md(n), _note(desk, path, ref), join((f"“{p}”" for p in _passages(desk, ref)), " ")))
            for ref, n in numbers.items()
        ],
    )


def measures_page(desk: Desk) -> Page:
    path = urls.MEASURES
    rows = []
    for entity in desk.corpus.entities.values():
        if entity.kind != "measure" or entity.id not in desk.derived.present:
            continue
        name, state, since, told = state_row(desk, path, entity.id).cells
        issuer = show.entity(desk, path, entity.issuer) if entity.issuer else Md("not stated")
        targets = show.entities(desk, path, entity.targets)
        rows.append(Row((Md(f"{anchor(urls.entry(entity.id))}{name}"), issuer, state, since, targets, told)))
    page = Page(
        path, "measures", "Measures", Md(""), description="Every rule, control and sanction, and its state."
    )
    return show.fill(desk, "measures", page, rows=rows, as_of=_as_of(desk))


def disagreements_page(desk: Desk) -> Page:
    path = urls.DISAGREEMENTS
    found = [disagreement_view(desk, path, one, None) for b in live(desk) for one in b.disagreements]
    page = Page(path, "disagreements", "Disagreements", Md(""), description="Where the sources do not agree.")
    return show.fill(desk, "disagreements", page, disagreements=found)


def questions_page(desk: Desk) -> Page:
    """List what is open, then what was scheduled and nobody asks about, then what has been answered."""
    path = urls.QUESTIONS
    questions = [question for briefing in live(desk) for question in briefing.questions]
    asked = {question.on for question in questions}
    page = Page(
        path, "questions", "Open questions", Md(""), description="What is not known, and what is awaited."
    )
    return show.fill(
        desk,
        "questions",
        page,
        open_=[question_view(desk, path, q, None) for q in questions if not q.answer],
        answered=[question_view(desk, path, q, None) for q in questions if q.answer],
        scheduled=[
            Row((md(dates.words(e.date)), show.page_link(path, e.claim.text.text, urls.claim(e.claim.ref))))
            for e in desk.derived.timeline
            if e.scheduled and e.claim.ref not in asked
        ],
    )


def home_page(desk: Desk) -> Page:
    """Make the first page: what this is, the newest bottom line, the state of play, what is new and open."""
    path = urls.HOME
    briefings = list(live(desk))
    newest = briefings[0] if briefings else None
    measures = [
        entity.id
        for entity in desk.corpus.entities.values()
        if entity.kind == "measure" and current(desk.derived.states.get(entity.id, ()))
    ]
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
        as_of=_as_of(desk),
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
    newest = max((s.published.latest for s in desk.corpus.sources.values() if s.published), default=None)
    return dates.words(dates.parse(newest.isoformat())) if newest else "an unknown date"


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


def _passages(desk: Desk, ref: str) -> Iterator[str]:
    if ref in desk.corpus.claims:
        yield from (" […] ".join(passage.words) for passage in desk.corpus.claims[ref].passages)
