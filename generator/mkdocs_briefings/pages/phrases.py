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

    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Chain, Claim, Corpus, Source, Voice
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.prose import Sentence

KINDS = {
    "report": "Report",
    "allegation": "Allegation",
    "denial": "Denial",
    "opinion": "Opinion",
    "forecast": "Forecast",
}
NOT_ANALYSED = "Quotation"
"""The kind of a claim of which the voices were not looked at."""
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
CLASSES = {
    "contradiction": "they contradict each other",
    "superseded": "the later replaces the earlier",
    "scope": "they differ in scope",
    "wording": "they differ in wording",
    "internal": "within one article",
    "causation": "they differ on the cause",
}
LEVELS = {
    "analysed": "analysed: claims with their voices and passages",
    "quoted": "quoted: passages verified, voices not analysed",
    "summarised": "summarised: rests on the articles as a whole",
}
ARROW = " → "
LEADS_TO = "→\u00a0"
"""Before the word for what a link leads to: "→ claim"; the two stay on one line."""
SPEAKER_NOT_STATED = "speaker not stated"
PUBLISHER_NOT_STATED = "publisher not stated"
UNKNOWN_DATE = "an unknown date"
_MARKS = ("“", "”", "„", '"', "«", "»", "「", "」", "『", "』")


def kind(name: str, *, analysed: bool = True) -> Kind:
    """Name the kind of a claim."""
    return Kind(name, KINDS[name] if analysed else NOT_ANALYSED)


def state(name: str) -> State:
    """Name a state, with its sign."""
    return State(name, f"{SYMBOLS[name]} {name}")


def upper(words: str) -> str:
    """Let words begin as a sentence does."""
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_marks(words: str) -> str:
    """Put words into quotation marks, unless they begin or end with some of their own.

    A newspaper that quotes a quotation makes the inner marks single. We may not: a passage is printed to the
    character. So it stands as a newspaper's extract does, with the marks of its source and none of ours.
    """
    return words if words.startswith(_MARKS) or words.endswith(_MARKS) else f"“{words}”"


def date_words(date: Date | None) -> str:
    return dates.words(date) if date else "not dated"


def day_words(date: Date | None) -> str:
    """Give a date in words without its time of day."""
    return dates.words(dates.day(date)) if date else "not dated"


def day_short(date: Date | None) -> str:
    """Give a date in the words of a table without its time of day."""
    return dates.short(dates.day(date)) if date else "not dated"


def published_words(date: Date | None) -> str:
    """Say when an article was published."""
    return day_words(date) if date else "date not stated"


def evidence_words(date: Date | None) -> str:
    """Say to which day evidence reaches."""
    return day_words(date) if date else UNKNOWN_DATE


def seen_from(day: dt.date | None) -> str:
    """Say from which day the site looks."""
    return dates.words(dates.parse(day.isoformat())) if day else UNKNOWN_DATE


def day(date: Date | None) -> str:
    """Give the latest day of a date in ISO 8601, or nothing."""
    return date.latest.isoformat() if date and not date.open_end else ""


# Names and sentences


def name(corpus: Corpus, entity: str) -> str:
    known = corpus.entities.get(entity)
    return known.name if known else entity


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


def teller(corpus: Corpus, source: Source) -> str:
    """Name the last voice of every chain of a source: its publisher, or what the desk calls it."""
    return publisher(corpus, source) or source.label


def fallen(source: Source) -> str:
    """Mark what rests on an article that its publisher corrected or withdrew; nothing for the others."""
    return "" if source.status == "current" else f" (article {source.status})"


def voice(shown: Voice, entity: Callable[[str], Inline]) -> Inline:
    """Name a voice, with its occasion; `entity` shows those that have an id."""
    who = entity(shown.entity) if shown.entity else shown.description or SPEAKER_NOT_STATED
    return (who, f" ({shown.occasion})") if shown.occasion else who


def chain(shown: Chain, last: Inline, entity: Callable[[str], Inline]) -> Inline:
    """Say by which way words came: origin first, `last` who told them to us."""
    return joined([*(voice(one, entity) for one in shown), last], ARROW)


def ways(claim: Claim, last: Inline, entity: Callable[[str], Inline]) -> Inline:
    """Say who says a claim: every chain of its voices, or that they were not analysed."""
    if not claim.analysed:
        return ("quoted from ", last, ", voices not analysed")
    return joined([chain(one, last, entity) for one in claim.chains or ((),)], "; and ")


def voices(corpus: Corpus, shown: Chain) -> str:
    """Name in plain words the voices before the one that told us."""
    return ARROW.join(words(voice(one, lambda id_: name(corpus, id_))) for one in shown)


def chain_words(corpus: Corpus, source: Source, shown: Chain) -> str:
    """Say in plain words by which way words came."""
    return words(chain(shown, teller(corpus, source), lambda id_: name(corpus, id_)))


def who(corpus: Corpus, claim: Claim) -> str:
    """Say in plain words who says a claim."""
    source = corpus.sources[claim.source]
    last = f"{teller(corpus, source)}{fallen(source)}"
    return words(ways(claim, last, lambda id_: name(corpus, id_)))


def source_line(corpus: Corpus, source: Source) -> str:
    """Name a source with its publisher and date."""
    parts = (source.label, publisher(corpus, source), published_words(source.published))
    return ", ".join(filter(None, parts))


def year(date: Date | None) -> str:
    """Give the year of a date's place in every list; nothing if there is no date."""
    return str(dates.sort_key(date)[0].year) if date else ""
