"""What is new on a site, as entries of feeds: briefings, states that moved, corrections, withdrawals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.last_change import last_change, latest
from mkdocs_briefings.derive.novelties import versions
from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.nodes import Bullets, PageLink, Para
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.prose import cited
from mkdocs_briefings.outputs.clean import MOST_IN_A_TITLE, cut, one_line, title
from mkdocs_briefings.outputs.plain_html import Ready, plain_html, plain_inline
from mkdocs_briefings.outputs.publication import (
    briefing_path,
    claim_path,
    correction_path,
    first_id,
    told_short,
    version_path,
)
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.briefing import evidence_to
from mkdocs_briefings.pages.claim import quotations

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.outputs.plain_html import PlainBlock
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.view import View


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new."""

    path: str
    """Stands for it in its permanent name."""
    day: dt.date
    briefing: Briefing
    number: int | None = None
    """Of the correction that it is."""
    is_withdrawal: bool = False
    event: StateEvent | None = None
    """The state into which a measure moved."""
    version: str = ""
    """The number of the recorded version that it is."""

    @property
    def order(self) -> tuple[dt.date, bool, str]:
        """The greatest is the newest; a briefing comes before what is told of it on the same day."""
        return (self.day, not self.follows and self.event is None, self.path)

    @property
    def follows(self) -> bool:
        """Whether it tells what befell a briefing, on that day alone."""
        return self.number is not None or self.is_withdrawal or bool(self.version)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one thing that is new."""

    name: str
    """Never changes, as long as the site has its host."""
    title: str
    address: str
    updated: dt.date
    published: dt.date
    html: str
    lang: str
    tags: tuple[str, ...]


def of_briefing(publication: Publication, briefing: Briefing) -> Iterator[News]:
    """Give what is new of a briefing: itself, each correction, its withdrawal; nothing where no day is known."""
    day = last_change(publication.corpus, briefing) or publication.corpus.as_of
    if day is None:
        return
    path = briefing_path(briefing)
    yield News(path, day, briefing)
    if briefing.status == "withdrawn":
        yield News(f"{path}/withdrawal", latest((briefing.updated,)) or day, briefing, is_withdrawal=True)
        return
    for number, one in enumerate(briefing.corrections):
        yield News(correction_path(briefing, number), latest((one.date,)) or day, briefing, number)
    if ledger := publication.desk.ledgers.get(briefing.id):
        for version in versions(briefing, ledger):
            yield News(version_path(briefing, version.id), version.day, briefing, version=version.id)


def of_measure(publication: Publication, measure: str) -> Iterator[News]:
    """Give the states into which a measure moved: of those that an article tells the last, if it is another one."""
    corpus = publication.corpus
    entity = corpus.entities[measure]
    before = ""
    for event in _last_of_each_source(publication.desk.derived.states.get(measure, ())):
        home = corpus.briefings[event.claim.briefing]
        day = latest((event.heard,)) or last_change(corpus, home)
        if day is not None and event.state != before:
            path = f"{claim_path(corpus, event.claim)}/{first_id(measure, entity.formerly)}"
            yield News(path, day, home, event=event)
        before = event.state


def _last_of_each_source(history: tuple[StateEvent, ...]) -> Iterator[StateEvent]:
    reached = [event for event in history if not event.scheduled]
    last = {event.claim.source: n for n, event in enumerate(reached)}
    return (event for n, event in enumerate(reached) if last[event.claim.source] == n)


def entry(publication: Publication, news: News) -> FeedEntry:
    """Give an entry, in the language of its briefing, written once for all feeds and mails that have it."""
    return publication.once(f"entry {news.path}", lambda: _entry(publication, news))


def _entry(publication: Publication, news: News) -> FeedEntry:
    briefing = news.briefing
    desk = publication.desk.within(briefing.lang)
    say = desk.say
    place = Target(addresses.briefing(briefing.id))
    said = title(briefing.title)
    if news.event:
        place = addresses.claim(news.event.claim.ref)
        said, blocks = _moved(publication, desk, news.event)
    elif briefing.status == "withdrawn":
        said, blocks = title(say("feed-withdrawn", title=said)), _withdrawn(desk, briefing)
    elif news.number is not None:
        said, blocks = title(say("feed-corrected", title=said)), _corrected(publication, desk, news)
    elif news.version:
        place = Target(addresses.versions_of(f"{briefing.id}/{news.version}"))
        said, blocks = title(say("feed-version", title=said)), _changed(publication, desk, news, place)
    else:
        blocks = _told(publication, desk, briefing)
    evidence = latest((evidence_to(desk, briefing),)) or news.day
    return FeedEntry(
        publication.name(news.path),
        said,
        publication.address(place),
        news.day,
        news.day if news.follows else min(evidence, news.day),
        _turned(plain_html(blocks, publication.address), briefing.lang),
        briefing.lang,
        tuple(title(desk.corpus.storylines[id_].title) for id_ in dict.fromkeys(briefing.storylines)),
    )


def _turned(html: str, lang: str) -> str:
    """Say in which direction an entry is written, where readers would not guess it."""
    way = direction(lang)
    return html if way == "ltr" else f'<div dir="{way}">\n{html}\n</div>'


def _told(publication: Publication, desk: View, briefing: Briefing) -> Iterator[PlainBlock]:
    """Say the bottom line, and of each thing that it cites who says it."""
    evidence = evidence_to(desk, briefing)
    yield Para(
        desk.say("feed-evidence", date=desk.say.date(dates.day(evidence)))
        if evidence
        else desk.say("feed-evidence-unknown")
    )
    yield from _bottom_line(publication, desk, briefing)
    yield Para(PageLink(Target(addresses.briefing(briefing.id)), desk.say("feed-read-all")))


def _bottom_line(publication: Publication, desk: View, briefing: Briefing) -> Iterator[PlainBlock]:
    """Say the bottom line with its notes."""
    claims, sources = desk.corpus.claims, desk.corpus.sources
    numbers = {ref: n for n, ref in enumerate(dict.fromkeys(cited(briefing.summary)), 1)}
    for block in view.prose(desk, briefing.summary, linked=set(), numbers=numbers):
        if isinstance(block, Para | Bullets):
            yield block
    notes = [
        f"<li>[{n}] {_note(publication, desk, ref)}</li>"
        for ref, n in numbers.items()
        if ref in claims or ref in sources
    ]
    if notes:
        yield Para(desk.say("feed-rests-on"))
        yield Ready(f"<ul>{''.join(notes)}</ul>")


def _note(publication: Publication, desk: View, ref: str) -> str:
    if ref in desk.corpus.claims:
        return publication.said_html(desk, desk.corpus.claims[ref])
    return plain_inline(view.source_link(desk, desk.corpus.sources[ref]), publication.address)


def _corrected(publication: Publication, desk: View, news: News) -> Iterator[PlainBlock]:
    """Say what holds now; what was wrong is said on the page alone, or feeds would spread it once more."""
    briefing = news.briefing
    day = desk.say.date(dates.day(briefing.corrections[news.number or 0].date))
    yield Para(desk.say.sentences(desk.say("feed-corrected-on", date=day), desk.say("feed-now")))
    yield from _bottom_line(publication, desk, briefing)
    yield Para(PageLink(Target(addresses.briefing(briefing.id)), desk.say("feed-read-correction")))


def _changed(publication: Publication, desk: View, news: News, place: Target) -> Iterator[PlainBlock]:
    """Say what holds now; what it said before, and what changed, is said on the page of the version."""
    evidence = desk.say.date(dates.parse(news.day.isoformat()))
    yield Para(
        desk.say.sentences(
            desk.say("feed-version-on", number=news.version, date=evidence), desk.say("feed-now")
        )
    )
    yield from _bottom_line(publication, desk, news.briefing)
    yield Para(PageLink(place, desk.say("feed-read-version")))


def _withdrawn(desk: View, briefing: Briefing) -> Iterator[PlainBlock]:
    reason = briefing.withdrawn or desk.say("feed-no-reason")
    if briefing.updated:
        yield Para(
            desk.say("feed-withdrawn-on", date=desk.say.date(dates.day(briefing.updated)), reason=reason)
        )
    else:
        yield Para(desk.say("feed-withdrawn-some-day", reason=reason))


def _moved(publication: Publication, desk: View, event: StateEvent) -> tuple[str, Iterator[PlainBlock]]:
    """Say into which state a measure moved, by which claim and on which passages."""
    name = desk.corpus.entities[event.measure].name
    said = desk.say(
        "feed-state",
        measure=cut(one_line(name), MOST_IN_A_TITLE // 2),
        state=desk.say.of("state", event.state),
    )
    blocks: tuple[PlainBlock, ...] = (
        Para(
            desk.say(
                "feed-state",
                measure=view.entity(desk, event.measure),
                state=desk.say.of("state", event.state),
            )
        ),
        Ready(f"<p>{publication.said_html(desk, event.claim)}</p>"),
        *quotations(desk, event.claim),
    )
    return told_short(desk, event.claim, said), iter(blocks)
