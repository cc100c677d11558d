"""The corpus: everything on the desk, resolved, as frozen data."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import levels
from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.problem import Place
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.text.quotation import Span, Text

    Mentions = tuple[tuple[str, Span], ...]
    """Entities with the places where a text names them, in order."""

Level = levels.Level
Value = str | int | float

ANSWERS = "answers"
"""The one property of `value` that pages know: the measure is called a response to the other one."""

NOT_STATED = "not stated"
"""What an editor writes where the text does not tell: an answer, unlike silence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source's text, found by exact quotation (W3C TextPositionSelector, TextQuoteSelector)."""

    source: str
    spans: tuple[Span, ...]
    """Characters of the source's own text, one span for each part between gaps."""
    words: tuple[str, ...]
    """The source's own characters, white space collapsed."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: an entity, or a description; both empty where the source does not state it."""

    entity: str = ""
    description: str = ""
    occasion: str = ""


Chain = tuple[Voice, ...]
"""Voices from the origin on. The publisher of the source, who tells it all, is never part of it."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A value that a machine can compare."""

    subject: str
    property: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Role:
    person: str
    role: Sentence


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of the desk's asking somebody whom a claim is about; no source vouches for it."""

    party: str
    """An entity's id."""
    outcome: Literal["asked", "answered", "declined"]
    """`asked`: nothing has come."""
    date: Date
    """The day of the outcome."""
    asked: Date | None = None
    """The day of the question, where that is given too."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One atomic statement that a source reports, with the passages that it rests on (schema.org Claim)."""

    ref: str
    """`briefing#claim`"""
    briefing: str
    id: str
    place: Place
    text: Sentence
    kind: Literal["report", "allegation", "denial", "opinion", "forecast"]
    source: str
    passages: tuple[Passage, ...]
    chains: tuple[Chain, ...] = ()
    """Independent chains; none where the source says it in its own voice."""
    date: Date | None = None
    at: str | None = None
    printed: str = ""
    why: str = ""
    states: tuple[tuple[str, str], ...] = ()
    """Pairs of a measure and the state into which the event moves it."""
    values: tuple[Comparable, ...] = ()
    roles: tuple[Role, ...] = ()
    replies: tuple[Reply, ...] = ()
    translations: tuple[str, ...] = ()
    """What each passage says in the language of the briefing, as the desk translated it; none, or one for each."""
    translator: str = ""
    denies: str | None = None
    same: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    """Ids that it had before in its briefing."""
    note: str = ""
    analysed: bool = True
    """False for a quotation in the prose: its voices were not looked at."""

    @property
    def found(self) -> tuple[object, ...]:
        """What an editor worked out beside the text and its kind."""
        return (
            self.chains, self.states, self.values, self.roles, self.replies, self.denies, self.at, self.same, self.note,
            self.why,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disagreement:
    briefing: str
    id: str
    about: Sentence
    class_: str
    between: tuple[str, ...]
    note: Sentence | None


@dataclass(frozen=True, slots=True)
class Question:
    briefing: str
    id: str
    text: Sentence
    on: str | None
    answer: Sentence | None


@dataclass(frozen=True, slots=True)
class Correction:
    date: Date
    text: Sentence


@dataclass(frozen=True, slots=True)
class Briefing:
    """The page that an editor curates about one development (schema.org Report)."""

    id: str
    path: str
    title: str
    date: Date | None
    sources: tuple[str, ...]
    summary: Prose
    storylines: tuple[str, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    questions: tuple[Question, ...]
    status: Literal["draft", "published", "withdrawn"]
    embargo: Date | None
    withdrawn: str
    updated: Date | None
    corrections: tuple[Correction, ...]
    formerly: tuple[str, ...]
    lang: str
    translator: str
    note: str
    matters: str = ""
    """Why it matters, as the desk says."""
    recalls: tuple[tuple[str, int], ...] = ()
    """Of a withdrawn one: the entities that it named, each with the number of its claims that did. For their feeds alone."""

    def is_held(self, as_of: datetime.date | None) -> bool:
        """Return whether its embargo has not certainly passed; without a day to look from it never has."""
        return self.embargo is not None and (as_of is None or as_of < self.embargo.latest)

    @property
    def level(self) -> Level:
        """How far the evidence has been worked out, as readers see it."""
        return levels.level(self.summary, self.claims)


@dataclass(frozen=True, slots=True)
class Misprint:
    """What a source prints, and what is meant: an entity, or words."""

    printed: str
    span: Span | None
    entity: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the lock knows of a missing text: positions, not words."""

    sentences: tuple[Span, ...]
    skip: tuple[tuple[str, Span], ...]
    mentions: tuple[tuple[str, Span], ...]
    passages: frozenset[tuple[Span, ...]]
    """The passages that were found where the text is; all their characters are known."""
    ahead: frozenset[int]
    """The sentences, by their number, that tell of what is to come."""
    days: tuple[tuple[datetime.date, datetime.date], ...]
    """The days with a year that these print."""


@dataclass(frozen=True, slots=True)
class Source:
    """One captured article (schema.org NewsArticle); its text is never edited."""

    id: str
    path: str
    title: str | None
    """None: not looked at yet; `NOT_STATED`: the text gives none."""
    label: str
    published: Date | None
    publisher: str | None
    """An outlet's id, `NOT_STATED`, or None."""
    author: str
    address: str
    captured: Date | None
    inferred: Mapping[str, str]
    outside: Mapping[str, str]
    note: str
    lang: str
    rights: str
    status: Literal["current", "corrected", "withdrawn"]
    status_note: str
    text: Text = field(repr=False)
    digest: str
    sealed: bool
    sentences: tuple[Span, ...]
    skip: tuple[tuple[str, Span], ...]
    """Lines that state nothing, with what they are."""
    misprints: tuple[Misprint, ...]
    means: Mapping[str, str]
    one_voice: Mapping[str, str]
    """Unnamed voices that an editor takes to be named ones."""
    cites: tuple[tuple[str, Passage], ...]
    retranslated: tuple[tuple[str, Passage], ...]
    """What the article quotes in its own translation, with the language in which it was said."""
    outline: Outline | None = None
    """None where the text is here; otherwise only some stretches of `text` are known."""
    formerly: tuple[str, ...] = ()
    undated: bool = False
    """The article gives no date of its publication; if false and `published` is None, nobody has looked yet."""

    def retranslates(self, passage: Passage) -> str:
        """Give the language in which words of a passage were said, if the article translated them; else nothing."""
        return next(
            (
                lang
                for lang, marked in self.retranslated
                for a, b in marked.spans
                if any(a < end and start < b for start, end in passage.spans)
            ),
            "",
        )

    @property
    def publishable(self) -> bool:
        """Whether its whole text may be on the site, not its cited passages alone."""
        return self.rights != "all-rights-reserved"


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    path: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    short: str
    of: str | None
    issuer: str | None
    targets: tuple[str, ...]
    technologies: tuple[str, ...]
    part_of: str | None
    quiet: bool
    wikidata: str
    note: str
    outside: Mapping[str, str]
    formerly: tuple[str, ...] = ()
    reviewed: Date | None = None
    description: str = ""
    medium: str = ""
    ownership: str = ""
    reading: str = ""
    """How its name is read; empty where its letters tell."""
    taken_as_one: str = ""
    """Why the desk takes it to be one measure; empty where the sources do."""

    @property
    def sorted_by(self) -> str:
        """What lists sort it by."""
        return self.reading or self.name


@dataclass(frozen=True, slots=True)
class Storyline:
    id: str
    path: str
    title: str
    summary: Prose
    measures: tuple[str, ...]
    formerly: tuple[str, ...] = ()
    reviewed: Date | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All of the desk, by ids, each mapping in the order in which pages list it."""

    sources: Mapping[str, Source]
    briefings: Mapping[str, Briefing]
    """Newest first."""
    entities: Mapping[str, Entity]
    storylines: Mapping[str, Storyline]
    claims: Mapping[str, Claim]
    """By reference, `briefing#claim`."""
    mentions: Mapping[str, Mentions]
    """The entities that the text of each source names, in order: they change with the names, a source does not."""
    as_of: datetime.date | None
    """The day from which the site looks."""
