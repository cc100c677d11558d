"""Voices, kinds, states, dates and counts in words: in one place for pages, previews, search and reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Kind, State, joined
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.prose import Cite, Name, without_cites

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from mkdocs_briefings.document.nodes import Inline, Say
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Chain, Claim, Corpus, Entity, Reply, Source, Voice
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.prose import Sentence

KINDS = ("report", "allegation", "denial", "opinion", "forecast")
"""Kinds of claims, in the order in which filters and legends show them."""
SYMBOLS = {
    "considered": "?",
    "proposed": "◌",
    "issued": "●",
    "in force": "■",
    "suspended": "‖",
    "withdrawn": "↩",
    "revoked": "✕",
    "dropped": "✕",
    "expired": "○",
}
"""A sign for each state, so that colour is never the only difference."""
CLASSES = ("contradiction", "superseded", "scope", "wording", "internal", "causation")
"""Classes of disagreements, in the order in which filters show them."""
LEVELS = ("analysed", "quoted", "summarised")
"""How far briefings are analysed, furthest first."""
_MARKS = ("“", "”", "„", '"', "«", "»", "「", "」", "『", "』")


def kind(say: Messages, name: str, *, analysed: bool = True) -> Kind:
    """Name the kind of a claim; one of which the voices were not looked at is a quotation."""
    return Kind(name, say.of("kind", name) if analysed else say("kind-not-analysed"))


def state(say: Messages, name: str) -> State:
    """Name a state, with its sign."""
    return State(name, f"{SYMBOLS[name]} {say.of('state', name)}")


def upper(words: str) -> str:
    """Let words begin as a sentence does."""
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    """Count in the English of commands."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_marks(say: Messages, words: str) -> str:
    """Put words into quotation marks, unless they begin or end with some of their own.

    A newspaper that quotes a quotation makes the inner marks single. We may not: a passage is printed to the
    character. So it stands as a newspaper's extract does, with the marks of its source and none of ours.
    """
    return words if words.startswith(_MARKS) or words.endswith(_MARKS) else say("in-marks", words=words)


def date_words(say: Messages, date: Date | None) -> str:
    return say.date(date) if date else say("not-dated")


def day_words(say: Say, date: Date | None) -> str:
    """Give a date in words without its time of day."""
    return say.date(dates.day(date)) if date else say("not-dated")


def day_short(say: Messages, date: Date | None) -> str:
    """Give a date in the words of a table without its time of day."""
    return say.date_short(dates.day(date)) if date else say("not-dated")


def published_words(say: Messages, date: Date | None) -> str:
    """Say when an article was published."""
    return day_words(say, date) if date else say("published-not-stated")


def evidence_to(say: Messages, date: Date | None) -> str:
    """Say to which day evidence reaches, within a sentence."""
    return say("evidence-to", day=day_words(say, date)) if date else say("evidence-to-unknown")


def seen_from(say: Messages, day: dt.date | None) -> str:
    """Say from which day the site looks."""
    return say.date(dates.parse(day.isoformat())) if day else say("unknown-day")


def day(date: Date | None) -> str:
    """Give the latest day of a date in ISO 8601, or nothing."""
    return date.latest.isoformat() if date and not date.open_end else ""


# Names and sentences


def name(corpus: Corpus, entity: str) -> str:
    known = corpus.entities.get(entity)
    return known.name if known else entity


def is_seat(corpus: Corpus, entity: Entity) -> bool:
    """Whether a country or place is where something is based, not what it is a part of: a firm belongs to its owners."""
    whole = corpus.entities.get(entity.of or "")
    is_private = entity.kind in {"company", "organization", "outlet", "person"}
    return is_private and whole is not None and whole.kind in {"country", "place"}


def sentence(corpus: Corpus, shown: Sentence) -> str:
    """Give the words of a sentence, entities by the names that readers see."""
    told = ""
    for part in without_cites(shown.inlines):
        if isinstance(part, Name):
            told += part.words or name(corpus, part.entity)
        elif not isinstance(part, Cite):
            told += part.words
    return " ".join(told.split())


# Voices and sources


def is_published(source: Source) -> bool:
    """Whether it is known who publishes a source."""
    return source.publisher not in {None, "", NOT_STATED}


def publisher(corpus: Corpus, source: Source) -> str:
    """Name who publishes a source; nothing if that is not stated."""
    return name(corpus, source.publisher or "") if is_published(source) else ""


def called(say: Say, source: Source) -> str:
    """Give the name that a source has in lists; one that has no title says so, for the desk's words look like one."""
    return say("untitled", label=source.label) if source.title == NOT_STATED else source.label


def teller(say: Say, corpus: Corpus, source: Source) -> str:
    """Name the last voice of every chain of a source: its publisher, or what the desk calls it."""
    return publisher(corpus, source) or called(say, source)


def fallen(say: Messages, source: Source) -> str:
    """Mark what rests on an article that its publisher corrected or withdrew; nothing for the others."""
    return "" if source.status == "current" else say.aside(say.of("fallen", source.status))


def voice(say: Messages, shown: Voice, entity: Callable[[str], Inline]) -> Inline:
    """Name a voice, with its occasion; `entity` shows those that have an id."""
    who = entity(shown.entity) if shown.entity else shown.description or say("speaker-not-stated")
    return say("voice-at", voice=who, occasion=shown.occasion) if shown.occasion else who


def chain(say: Messages, shown: Chain, last: Inline, entity: Callable[[str], Inline]) -> Inline:
    """Say by which way words came: origin first, `last` who told them to us."""
    return joined([*(voice(say, one, entity) for one in shown), last], say("between-voices"))


def ways(say: Messages, claim: Claim, last: Inline, entity: Callable[[str], Inline]) -> Inline:
    """Say who says a claim: every chain of its voices, or that they were not analysed."""
    if not claim.analysed:
        return say("quoted-from", source=last)
    return joined([chain(say, one, last, entity) for one in claim.chains or ((),)], say("between-ways"))


def voices(say: Messages, corpus: Corpus, shown: Chain) -> str:
    """Name in plain words the voices before the one that told us."""
    return say("between-voices").join(words(voice(say, one, lambda id_: name(corpus, id_))) for one in shown)


def chain_words(say: Messages, corpus: Corpus, source: Source, shown: Chain) -> str:
    """Say in plain words by which way words came."""
    return words(chain(say, shown, teller(say, corpus, source), lambda id_: name(corpus, id_)))


def who(say: Messages, corpus: Corpus, claim: Claim) -> str:
    """Say in plain words who says a claim."""
    source = corpus.sources[claim.source]
    last = f"{teller(say, corpus, source)}{fallen(say, source)}"
    return words(ways(say, claim, last, lambda id_: name(corpus, id_)))


def reply(say: Messages, shown: Reply, party: Inline) -> Inline:
    """Say what came of the desk's asking a party, on which day, and in which words."""
    day = say.date(shown.date)
    if shown.asked:
        day = say("replied-asked", day=day, asked=say.date(shown.asked))
    if not shown.words:
        return say.of("reply", shown.outcome, party=party, day=day)
    return say.of("reply-worded", shown.outcome, party=party, day=day, words=in_marks(say, shown.words))


def replies(say: Messages, corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    """Say in plain words what those whom a claim is about replied to the desk."""
    return tuple(words(reply(say, one, name(corpus, one.party))) for one in claim.replies)


def source_line(say: Messages, corpus: Corpus, source: Source) -> str:
    """Name a source with its publisher and date."""
    parts = (called(say, source), publisher(corpus, source), published_words(say, source.published))
    return say("between-items").join(filter(None, parts))


def year(date: Date | None) -> str:
    """Give the year of a date's place in every list; nothing if there is no date."""
    return str(dates.sort_key(date)[0].year) if date else ""
