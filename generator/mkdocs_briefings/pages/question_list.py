"""The list of questions: what passed unanswered, what is ahead, what else is open, what has been answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, join, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import list_parts, view
from mkdocs_briefings.pages.briefing import question_view
from mkdocs_briefings.pages.claim import quoted
from mkdocs_briefings.pages.entry import live
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.rows import TableCells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Question
    from mkdocs_briefings.pages.briefing import QuestionView
    from mkdocs_briefings.pages.view import View


def question_lists(desk: View) -> Iterator[Page]:
    """Make the list of questions; of many, the newest open ones and all of them by year."""
    path = addresses.QUESTIONS
    questions = [question for briefing in live(desk) for question in briefing.questions]
    expected = {q for one in desk.derived.expectations for q in one.questions}
    dated = {briefing.id: briefing.date for briefing in desk.corpus.briefings.values()}
    keys = (lambda q: list_parts.year(dated[q.briefing]), lambda q: list_parts.month(dated[q.briefing]))
    years = list_parts.split(questions, keys) if len(questions) > list_parts.WHOLE else ()
    most = list_parts.NEWEST if years else len(questions)
    page = Page(
        path, "questions", "Open questions", Md(""), description="What is not known, and what is awaited."
    )
    yield view.fill(
        desk,
        "questions",
        page,
        as_of=_as_of(desk),
        years=list_parts.links(path, years, addresses.questions_by),
        overdue=_expectations(desk, path, "overdue")[-list_parts.WHOLE :],
        ahead=_expectations(desk, path, "ahead")[: list_parts.WHOLE],
        open_=_views(desk, path, [q for q in questions if not q.answer and q not in expected][:most]),
        answered=_views(desk, path, [q for q in questions if q.answer][:most]),
    )
    for part in list_parts.every(years):
        page = Page(
            addresses.questions_by(part.name),
            "questions",
            f"Questions: {part.words}",
            Md(""),
            description=f"What the briefings of {part.words} leave open, and what has been answered since.",
            listed=False,
        )
        shown = () if part.parts else part.items
        yield view.fill(
            desk,
            "questions_of",
            page,
            links=list_parts.links(page.path, part.parts, addresses.questions_by),
            trail=list_parts.trail(part, years, addresses.questions_by, ("All questions", path)),
            open_=_views(desk, page.path, [q for q in shown if not q.answer]),
            answered=_views(desk, page.path, [q for q in shown if q.answer]),
        )


def _views(desk: View, page: str, questions: Iterable[Question]) -> list[QuestionView]:
    return [question_view(desk, page, question, None) for question in questions]


def _expectations(desk: View, page: str, standing: str) -> list[TableCells]:
    """Show the expectations of a standing, by their days: what is due, who said so, which questions ask about it."""
    return [
        TableCells(
            (
                md(dates.words(one.event.date)),
                view.page_link(page, one.event.claim.text.text, addresses.claim(one.event.claim.ref)),
                view.chains(desk, page, one.event.claim),
                quoted(desk, one.event.claim),
                join(
                    (
                        view.page_link(page, q.text.text, addresses.question(q.briefing, q.id))
                        for q in one.questions
                    ),
                    " ",
                ),
            )
        )
        for one in desk.derived.expectations
        if one.standing == standing
    ]


def _as_of(desk: View) -> str:
    day = desk.corpus.as_of
    return dates.words(dates.parse(day.isoformat())) if day else "an unknown date"
