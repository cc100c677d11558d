"""The list of questions: what passed unanswered, what is ahead, what else is open, what has been answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Bullets, Heading, PageLink, Para, Row, Strong, Table, joined
from mkdocs_briefings.model import addresses
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
    from mkdocs_briefings.pages.list_parts import ListPart
    from mkdocs_briefings.pages.view import View

WHOLE = 40
"""Questions, or rows of what is expected: a list of so many stands on one page."""
MOST_OUTCOMES = 4
"""Later tellings that are named as what may have come of an expectation: the first ones."""
NEWEST = 20
"""Open questions, and answered ones, that the first page of a longer list shows."""


def question_lists(desk: View) -> Iterator[Page]:
    """Make the list of questions; of many, the newest open ones and all of them by year."""
    path = addresses.QUESTIONS
    questions = [question for briefing in live(desk) for question in briefing.questions]
    dated = {briefing.id: briefing.date for briefing in desk.corpus.briefings.values()}
    keys = (
        lambda q: list_parts.year(desk.say, dated[q.briefing]),
        lambda q: list_parts.month(desk.say, dated[q.briefing]),
    )
    years = list_parts.split(desk.say, questions, keys, WHOLE) if len(questions) > WHOLE else ()
    say, title = desk.say, desk.say("questions")
    about = say("questions-about", day=phrases.seen_from(say, desk.corpus.as_of))
    head: list[Block] = [Heading(1, title), Para(about)]
    if years:
        by_year = list_parts.links(desk.say, years, addresses.questions_by)
        head.append(Para(say.line(say("questions-newest"), (Strong(say("list-all-by-year")), " ", by_year))))
    yield Page(
        path,
        "questions",
        title,
        (*head, *_expected(desk), *_asked(desk, questions, NEWEST if years else len(questions))),
        description=say("questions-description"),
    )
    for part in list_parts.every(years):
        trail = list_parts.trail(desk.say, part, years, addresses.questions_by, (say("questions-all"), path))
        yield desk.once(("questions page", part.name), partial(_part_page, desk, part, trail), part, trail)


def _part_page(desk: View, part: ListPart[Question], trail: Inline) -> Page:
    say = desk.say
    title = say("questions-of", part=part.words)
    links = list_parts.links(desk.say, part.parts, addresses.questions_by)
    by_date = (Para((Strong(say("list-by-date")), " ", links)),) if links else ()
    shown = () if part.parts else part.items
    return Page(
        addresses.questions_by(part.name),
        "questions",
        title,
        (
            Heading(1, title),
            Para(trail),
            *by_date,
            *_questions(desk, say("questions-open"), (q for q in shown if not q.answer)),
            *_questions(desk, say("questions-answered"), (q for q in shown if q.answer)),
        ),
        description=say("questions-of-description", part=part.words),
        listed=False,
    )


def _due_heads(desk: View) -> tuple[str, ...]:
    say = desk.say
    return say("head-due"), say("head-what"), say("head-who-said"), say("head-passage"), say("head-question")


def _expected(desk: View) -> Iterator[Block]:
    standing = {
        name: [one for one in desk.derived.expectations if one.standing == name]
        for name in ("overdue", "ahead")
    }
    if rows := _expectations(desk, standing["overdue"][-WHOLE:]):
        yield Heading(2, desk.say("questions-overdue"))
        yield Table((*_due_heads(desk), desk.say("head-since-then")), tuple(rows), style="b-dated")
    if rows := _expectations(desk, standing["ahead"][:WHOLE]):
        yield Heading(2, desk.say("questions-ahead"))
        yield Table(_due_heads(desk), tuple(rows), style="b-dated")


def _asked(desk: View, questions: list[Question], most: int) -> Iterator[Block]:
    expected = {q for one in desk.derived.expectations for q in one.questions}
    open_ = [q for q in questions if not q.answer and q not in expected]
    yield from _questions(desk, desk.say("questions-open"), open_[:most])
    yield from _questions(desk, desk.say("questions-answered"), [q for q in questions if q.answer][:most])


def _questions(desk: View, title: str, questions: Iterable[Question]) -> Iterator[Block]:
    if items := tuple(question(desk, one, None) for one in questions):
        yield Heading(2, title)
        yield Bullets(items)


def outcome(desk: View, one: Expectation) -> Inline:
    """Say what later sources tell that may be the outcome of what was due, or that none tells anything."""
    if not one.since:
        return desk.say("outcome-none")
    say = desk.say
    told: list[Inline] = []
    for event in one.since[:MOST_OUTCOMES]:
        link = PageLink(addresses.claim(event.claim.ref), say.of("state", event.state))
        state = mention_as(desk, event.claim, link, voiced=True)
        words = say("label", label=view.entity(desk, event.measure), words=state)
        told.append(say.items(words, state_words.told_on(say, event)))
    events = joined(told, say("between-clauses"))
    if rest := len(one.since) - len(told):
        events = say("and-more", shown=events, count=rest)
    return say("outcome-told", events=events)


def _expectations(desk: View, shown: Iterable[Expectation]) -> list[Row]:
    """Show expectations by their days: what is due, who said so, which questions ask about it."""
    return [
        Row(
            (
                desk.say.date(one.event.date),
                mention_cell(desk, one.event.claim),
                view.chains(desk, one.event.claim),
                quoted(desk, one.event.claim),
                joined(
                    [PageLink(addresses.question(q.briefing, q.id), q.text.text) for q in one.questions], " "
                ),
                *((outcome(desk, one),) if one.standing == "overdue" else ()),
            )
        )
        for one in shown
    ]
