"""Calendars of what is expected: of the whole site, and of each measure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from mkdocs_briefings.derive.last_change import last_change
from mkdocs_briefings.derive.states import current
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs import icalendar_form as form
from mkdocs_briefings.outputs.publication import claim_path, told_short
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.pages.claim import claim_words, mention, passage_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive.expectations import Expectation
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.outputs.publication import Publication

Status = Literal["CONFIRMED", "CANCELLED", "TENTATIVE"]
ENDING = ".ics"
MEDIA_TYPE = "text/calendar"
_GIVEN_UP = frozenset({"dropped", "withdrawn"})
_FIRST = dt.date(2000, 1, 1)
_CHANGES_OF_A_DAY = 1000
_LAST = dt.date(2200, 1, 1)
"""Sequence numbers have 31 bits."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One calendar."""

    path: str
    about: str
    """The name of the measure; empty for the site."""
    home: Target
    expected: tuple[Expectation, ...]


def calendars(publication: Publication) -> tuple[Calendar, ...]:
    """Give all calendars in which anything is: that of the site, then those of measures."""
    desk = publication.desk
    expected = tuple(
        sorted(desk.derived.expectations, key=lambda one: (_days(one.event.date), one.event.claim.ref))
    )
    made = [Calendar(addresses.calendar("site"), "", Target(addresses.TIMELINE), expected)]
    links = desk.derived.backlinks.entities
    for id_ in sorted(desk.derived.present):
        entity = desk.corpus.entities[id_]
        if entity.kind == "measure":
            about = {link.claim.ref for link in links.get(id_, ()) if link.claim}
            found = tuple(one for one in expected if one.event.claim.ref in about)
            made.append(
                Calendar(
                    addresses.calendar(f"measures/{id_}"), entity.name, Target(addresses.entity(id_)), found
                )
            )
    return tuple(calendar for calendar in made if calendar.expected)


def calendar_files(publication: Publication) -> dict[str, bytes]:
    """Write all calendars; an event is written once for all that have it."""
    events: dict[str, tuple[str, ...]] = {}
    made = {}
    for calendar in calendars(publication):
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//mkdocs-briefings//outputs//EN",
            "METHOD:PUBLISH",
            f"NAME:{form.text(publication.titled(calendar.about))}",
            f"X-WR-CALNAME:{form.text(publication.titled(calendar.about))}",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        ]
        for one in calendar.expected:
            ref = one.event.claim.ref
            if ref not in events:
                events[ref] = tuple(_event(publication, one))
            lines += events[ref]
        made[f"{calendar.path}{ENDING}"] = form.written((*lines, "END:VCALENDAR"))
    return made


def _event(publication: Publication, expected: Expectation) -> Iterator[str]:
    corpus, event = publication.corpus, expected.event
    claim = event.claim
    briefing = corpus.briefings[claim.briefing]
    desk = publication.desk.within(briefing.lang)
    changed = last_change(corpus, briefing) or corpus.as_of or _FIRST
    whole, short = (
        desk.say("calendar-expected", claim=said)
        if _is_one_day(event.date)
        else desk.say("calendar-expected-date", date=desk.say.date(event.date), claim=said)
        for said in (words(mention(desk, claim)), told_short(desk, claim, claim_words(desk, claim)))
    )
    place = addresses.claim(claim.ref)
    content = (
        *form.days(*_days(event.date)),
        f"SUMMARY:{form.text(short)}",
        f"DESCRIPTION:{form.text(*_description(publication, expected, whole))}",
        f"STATUS:{_status(publication, expected)}",
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{publication.uid(claim_path(corpus, claim))}"
    yield f"DTSTAMP:{form.moment(changed)}"
    yield f"LAST-MODIFIED:{form.moment(changed)}"
    yield f"SEQUENCE:{_sequence(changed, content)}"
    yield from content
    if publication.settings.address:
        yield f"URL:{publication.address(place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(publication: Publication, expected: Expectation, summary: str) -> Iterator[str]:
    """Say it in full, on which words it rests, what became of it, and where to read on."""
    claim = expected.event.claim
    desk = publication.desk.within(publication.corpus.briefings[claim.briefing].lang)
    yield summary
    for passage, note in zip(claim.passages, passage_notes(desk, claim), strict=True):
        if (quoted := publication.passage(passage)) is not None:
            yield phrases.in_marks(desk.say, quoted)
            yield from filter(None, (note,))
    yield desk.say.of("calendar-standing", expected.standing)
    for question in expected.questions:
        if question.answer:
            answer = phrases.sentence(desk.corpus, question.answer)
            yield desk.say(
                "calendar-answer", question=phrases.sentence(desk.corpus, question.text), answer=answer
            )
    if publication.settings.address:
        yield publication.address(addresses.claim(claim.ref))


def _status(publication: Publication, expected: Expectation) -> Status:
    """Give what sources tell of the outcome: that the measure came into its state, or was given up since; else nothing."""
    claim = expected.event.claim
    told = publication.corpus.sources[claim.source].published
    for measure, state in claim.states:
        history = publication.desk.derived.states.get(measure, ())
        later = [
            one
            for one in history
            if one.heard and told and dates.after(one.heard, told) and not one.scheduled
        ]
        if any(one.state == state for one in later):
            return "CONFIRMED"
        last = current(history)
        if last in later and last is not None and last.state in _GIVEN_UP:
            return "CANCELLED"
    return "TENTATIVE"


def _days(date: Date) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of a date; of one with an open side those of the other."""
    if date.open_start:
        return date.end.latest, date.end.latest
    if date.open_end:
        return date.start.earliest, date.start.latest
    return date.earliest, date.latest


def _is_one_day(date: Date) -> bool:
    return date.earliest == date.latest and not (date.approximate or date.uncertain)


def _sequence(changed: dt.date, content: tuple[str, ...]) -> int:
    """Number a version: higher on a later day, and on one day another one for another content."""
    number = (min(changed, _LAST) - _FIRST).days
    return max(0, number) * _CHANGES_OF_A_DAY + crc32("\n".join(content).encode()) % _CHANGES_OF_A_DAY
