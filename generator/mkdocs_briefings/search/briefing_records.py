"""Make search records of briefings and storylines: page, claims, disagreements, questions."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.events import dateline
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus_fields import of_briefing, of_storyline
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.search.record import Find, Record, facets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus, Disagreement, Question, Storyline
    from mkdocs_briefings.model.corpus_fields import Thing
    from mkdocs_briefings.model.recorded import Once


def briefing_finds(corpus: Corpus, derived: Derived, say: Messages, once: Once) -> Iterator[Find]:
    """Return all briefings that stand."""
    for briefing in corpus.briefings.values():
        if briefing.status != "withdrawn":
            yield once(
                ("find", say.language, "briefing", briefing.id),
                partial(_briefing, say, corpus, derived, briefing),
                briefing,
            )


def _briefing(say: Messages, corpus: Corpus, derived: Derived, briefing: Briefing) -> Find:
    home = _BriefingRecords(corpus, briefing, say)
    return Find(
        addresses.briefing(briefing.id),
        briefing.title,
        (
            _page(home),
            *(_claim(home, derived, claim) for claim in briefing.claims),
            *(_disagreement(home, one) for one in briefing.disagreements),
            *(_question(home, one) for one in briefing.questions),
        ),
        lang=briefing.lang,
        date=phrases.day(briefing.date),
    )


def storyline_finds(corpus: Corpus, derived: Derived, say: Messages, once: Once) -> Iterator[Find]:
    """Return the storylines, each with the measures that it follows."""
    for one in corpus.storylines.values():
        yield once(
            ("find", say.language, "storyline", one.id), partial(_storyline, say, corpus, derived, one), one
        )


def _storyline(say: Messages, corpus: Corpus, derived: Derived, storyline: Storyline) -> Find:
    measures = [m for m in storyline.measures if m in derived.present]
    told = (one.sentence for one in of_storyline(storyline) if one.kind != "title")
    words = (phrases.sentence(corpus, one) for one in told)
    text = " ".join((*words, *(phrases.name(corpus, m) for m in measures)))
    chosen = facets(kind=say.of("found", "storyline"), storyline=storyline.title)
    return Find(
        addresses.storyline(storyline.id),
        storyline.title,
        (Record("", say.of("found", "storyline"), text, facets=chosen, type="storyline"),),
    )


class _BriefingRecords:
    """A briefing with what its records share."""

    __slots__ = ("briefing", "corpus", "say", "sentences", "storylines", "year")

    def __init__(self, corpus: Corpus, briefing: Briefing, say: Messages) -> None:
        self.corpus, self.say = corpus, say
        self.briefing = briefing
        self.storylines = tuple(corpus.storylines[id_].title for id_ in briefing.storylines)
        self.year = phrases.year(briefing.date)
        self.sentences: defaultdict[tuple[Thing, str], list[str]] = defaultdict(list)
        """The words of its parts, but for its title: by what they are a part of, and the id of that."""
        for one in of_briefing(briefing):
            if one.kind != "title":
                self.sentences[one.thing, one.item].append(phrases.sentence(corpus, one.sentence))


def _page(home: _BriefingRecords) -> Record:
    briefing, corpus, say = home.briefing, home.corpus, home.say
    publishers = tuple(phrases.publisher(corpus, corpus.sources[id_]) for id_ in briefing.sources)
    text = " ".join((*home.sentences["briefing", ""], *home.sentences["correction", ""]))
    line = dateline(corpus, briefing)
    by = say.of("dateline", line.sort, day=say.date(line.date)) if line else ""
    chosen = facets(
        kind=say.of("found", "briefing"), storyline=home.storylines, year=home.year, publisher=publishers
    )
    return Record("", say.of("found", "briefing"), text, by=by, facets=chosen, type="briefing")


def _claim(home: _BriefingRecords, derived: Derived, claim: Claim) -> Record:
    corpus, say = home.corpus, home.say
    source = corpus.sources[claim.source]
    event = derived.events.get(claim.ref) if claim.date else None
    kind = phrases.kind(say, claim.kind, analysed=claim.analysed).words
    by = phrases.source_line(say, corpus, source)
    if event:
        day = say.date(event.date)
        by = f"{say('scheduled-on', day=day) if event.scheduled else day} · {by}"
    own, *remarks = home.sentences["claim", claim.id] or [phrases.sentence(corpus, claim.text)]
    told = [own]
    told += [
        _told(say, phrases.name(corpus, measure), say.of("state", state)) for measure, state in claim.states
    ]
    told += [
        _told(say, phrases.name(corpus, r.person), phrases.sentence(corpus, r.role)) for r in claim.roles
    ]
    told += remarks
    return Record(
        addresses.claim(claim.ref).anchor,
        f"{say.of('found', 'event' if event else 'claim')} · {kind}",
        " ".join(told),
        said(say, corpus, derived, claim),
        by,
        facets(
            kind=(say.of("found", "claim"), *([say.of("found", "event")] if event else []), kind),
            storyline=home.storylines,
            year=phrases.year(event.date) if event else home.year,
            publisher=phrases.publisher(corpus, source),
            state=tuple(say.of("state", state) for _, state in claim.states),
        ),
        "claim",
    )


def said(say: Messages, corpus: Corpus, derived: Derived, claim: Claim) -> str:
    """Say who says a claim, who denies it, and what those whom it is about replied."""
    denied = (
        say("found-denied-by", voices=phrases.who(say, corpus, one))
        for one in derived.denials.get(claim.ref, ())
    )
    return say("between-clauses").join(
        (phrases.who(say, corpus, claim), *denied, *phrases.replies(say, corpus, claim))
    )


def _told(say: Messages, label: str, words: str) -> str:
    return say("sentence", words=say("label", label=label, words=words))


def _disagreement(home: _BriefingRecords, one: Disagreement) -> Record:
    corpus, say = home.corpus, home.say
    sides = [corpus.sources[corpus.claims[ref].source] for ref in one.between if ref in corpus.claims]
    return Record(
        addresses.disagreement(one.briefing, one.id).anchor,
        say.of("found", "disagreement"),
        " ".join(home.sentences["disagreement", one.id]),
        by=say("between-clauses").join(
            (
                say.of("disagreement", one.class_),
                *dict.fromkeys(phrases.called(say, source) for source in sides),
            )
        ),
        facets=facets(
            kind=say.of("found", "disagreement"),
            storyline=home.storylines,
            year=home.year,
            publisher=tuple(phrases.publisher(corpus, source) for source in sides),
        ),
        type="disagreement",
    )


def _question(home: _BriefingRecords, one: Question) -> Record:
    return Record(
        addresses.question(one.briefing, one.id).anchor,
        home.say("found-answered") if one.answer else home.say.of("found", "question"),
        " ".join(home.sentences["question", one.id]),
        facets=facets(kind=home.say.of("found", "question"), storyline=home.storylines, year=home.year),
        type="answer" if one.answer else "question",
    )
