"""The list of questions: what passed unanswered, what is ahead, what else is open, what has been answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Bullets, Heading, PageLink, Para, Row, Strong, Table, joined
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import list_parts, phrases, state_words, view
from mkdocs_briefings.pages.briefing import question
from mkdocs_briefings.pages.claim import mention_as, mention_cell, quoted
from mkdocs_briefings.pages.entry import live
from mkdocs_briefings.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive.expectations import Expectation
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Question
    from mkdocs_briefings.pages.view import View

_DUE = ("Due", "What", "Who said so", "Passage", "Question")


def question_lists(desk: View) -> Iterator[Page]:
    """Make the list of questions; of many, the newest open ones and all of them by year."""
    path = addresses.QUESTIONS
    questions = [question for briefing in live(desk) for question in briefing.questions]
    dated = {briefing.id: briefing.date for briefing in desk.corpus.briefings.values()}
    keys = (
        lambda q: list_parts.year(desk.say, dated[q.briefing]),
        lambda q: list_parts.month(desk.say, dated[q.briefing]),
    )
    years = list_parts.split(desk.say, questions, keys) if len(questions) > list_parts.WHOLE else ()
    title = "Open questions"
    seen = f"Seen from {phrases.seen_from(desk.corpus.as_of)}: what was due by then comes first."
    head: list[Block] = [Heading(1, title), Para(f"What no source of this site tells. {seen}")]
    if years:
        by_year = list_parts.links(desk.say, years, addresses.questions_by)
        head.append(Para(("Here stand the newest of each kind. ", Strong("All by year:"), " ", by_year)))
    yield Page(
        path,
        "questions",
        title,
        (*head, *_expected(desk), *_asked(desk, questions, list_parts.NEWEST if years else len(questions))),
        description="What is not known, and what is awaited.",
    )
    for part in list_parts.every(years):
        title = f"Questions: {part.words}"
        links = list_parts.links(desk.say, part.parts, addresses.questions_by)
        trail = list_parts.trail(desk.say, part, years, addresses.questions_by, ("All questions", path))
        by_date = (Para((Strong("By date:"), " ", links)),) if links else ()
        shown = () if part.parts else part.items
        yield Page(
            addresses.questions_by(part.name),
            "questions",
            title,
            (
                Heading(1, title),
                Para(trail),
                *by_date,
                *_questions(desk, "Open", (q for q in shown if not q.answer)),
                *_questions(desk, "Answered", (q for q in shown if q.answer)),
            ),
            description=f"What the briefings of {part.words} leave open, and what has been answered since.",
            listed=False,
        )


def _expected(desk: View) -> Iterator[Block]:
    if rows := _expectations(desk, "overdue")[-list_parts.WHOLE :]:
        yield Heading(2, "Due by now")
        yield Table((*_DUE, "Since then"), tuple(rows))
    if rows := _expectations(desk, "ahead")[: list_parts.WHOLE]:
        yield Heading(2, "Ahead")
        yield Table(_DUE, tuple(rows))


def _asked(desk: View, questions: list[Question], most: int) -> Iterator[Block]:
    expected = {q for one in desk.derived.expectations for q in one.questions}
    open_ = [q for q in questions if not q.answer and q not in expected]
    yield from _questions(desk, "Open", open_[:most])
    yield from _questions(desk, "Answered", [q for q in questions if q.answer][:most])


def _questions(desk: View, title: str, questions: Iterable[Question]) -> Iterator[Block]:
    if items := tuple(question(desk, one, None) for one in questions):
        yield Heading(2, title)
        yield Bullets(items)


def outcome(desk: View, one: Expectation) -> Inline:
    """Say what later sources tell that may be the outcome of what was due, or that none tells anything."""
    if not one.since:
        return "no source held tells what became of it"
    told: list[Inline] = [
        (
            view.entity(desk, event.measure),
            ": ",
            mention_as(
                desk, event.claim, PageLink(addresses.claim(event.claim.ref), event.state), voiced=True
            ),
            f", {state_words.told_on(event)}",
        )
        for event in one.since
    ]
    return ("told since, though nobody ties it to this: ", joined(told, "; "))


def _expectations(desk: View, standing: str) -> list[Row]:
    """Show the expectations of a standing, by their days: what is due, who said so, which questions ask about it."""
    return [
        Row(
            (
                dates.words(one.event.date),
                mention_cell(desk, one.event.claim),
                view.chains(desk, one.event.claim),
                quoted(desk, one.event.claim),
                joined(
                    [PageLink(addresses.question(q.briefing, q.id), q.text.text) for q in one.questions], " "
                ),
                *((outcome(desk, one),) if standing == "overdue" else ()),
            )
        )
        for one in desk.derived.expectations
        if one.standing == standing
    ]
