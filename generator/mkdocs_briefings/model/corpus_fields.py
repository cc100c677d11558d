"""The fields of the corpus with their parts; from them, every sentence of ours.

Whoever wants all sentences, references or fields reads these, so that a new field is in all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.parts import (
    ANY,
    CLAIM,
    COMPARED,
    ENTITY,
    FORMER,
    HEADLINE,
    ITEMS,
    ITS_ID,
    LINE,
    PROSE,
    QUOTATION,
    ROLE,
    SOURCE,
    STORYLINE,
    TEXT,
    VALUE,
    VOICES,
    Part,
)
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import Sentence, Words
from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import (
        Briefing,
        Claim,
        Corpus,
        Correction,
        Disagreement,
        Entity,
        Question,
        Source,
        Storyline,
    )
    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.model.prose import Prose

    Written = Prose | Sentence | str | None

Thing = Literal[
    "briefing", "claim", "disagreement", "question", "correction", "storyline", "entity", "source"
]
Kind = Literal[
    "title",
    "summary",
    "text",
    "about",
    "note",
    "question",
    "answer",
    "correction",
    "reason",
    "reply",
    "translation",
    "withdrawal",
]
"""What a sentence of ours is in its thing; `reason` says why a field is as it is, `reply` is what somebody told us."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence of ours, and where it is."""

    thing: Thing
    """What it is a part of."""
    home: str
    """The id of the briefing, storyline, entity or source in whose entry it stands."""
    item: str
    """The id of the claim, disagreement or question of a briefing; empty elsewhere."""
    kind: Kind
    sentence: Sentence
    entry: Place
    """Of its thing."""
    field: Loc
    """Where in its thing it is."""
    rests_on: tuple[str, ...] = ()
    """The claims that its thing is about, beside those that it cites."""
    plain: bool = False
    """No names were looked for in it, and it can cite nothing."""

    @property
    def place(self) -> Place:
        """Where it is; few who go through all sentences ask for it."""
        return Place(self.entry.path, (*self.entry.loc, *self.field))


@dataclass(frozen=True, slots=True)
class CorpusField(Generic[T]):
    """A field of the corpus."""

    name: str
    """As it is written."""
    part: Part
    get: Callable[[T], object]
    """Its value as it is in the corpus."""
    kind: Kind | None = None
    """Of sentences of ours."""
    told: Callable[[T], Iterable[tuple[Loc, Sentence]]] | None = None
    """The sentences of ours in it, each with its place in the field."""
    refers_to: Callable[[T], Iterable[str]] | None = None
    shown: Callable[[T], object] | None = None
    """Its value without places in a text, which move with it; None where `get` gives that."""
    computed: bool = False
    """Nobody writes it."""


def _ours(name: str, kind: Kind, get: Callable[[T], Written], part: Part = LINE) -> CorpusField[T]:
    return CorpusField(name, part, get, kind, lambda owner: (((), one) for one in _sentences(get(owner))))


def _reasons(name: str, get: Callable[[T], Mapping[str, str]]) -> CorpusField[T]:
    def told(owner: T) -> Iterator[tuple[Loc, Sentence]]:
        return (((key,), _plain(words)) for key, words in get(owner).items())

    return CorpusField(name, TEXT, get, "reason", told)


def _refers(name: str, part: Part, get: Callable[[T], str | tuple[str, ...] | None]) -> CorpusField[T]:
    def ids(owner: T) -> Iterable[str]:
        found = get(owner)
        return found if isinstance(found, tuple) else (found,) if found else ()

    return CorpusField(name, part, get, refers_to=ids)


def _holds(
    name: str,
    part: Part,
    get: Callable[[T], object],
    ids: Callable[[T], Iterable[str]],
    shown: Callable[[T], object] | None = None,
) -> CorpusField[T]:
    return CorpusField(name, part, get, refers_to=ids, shown=shown)


def _data(
    name: str, get: Callable[[T], object], part: Part = VALUE, shown: Callable[[T], object] | None = None
) -> CorpusField[T]:
    return CorpusField(name, part, get, shown=shown)


def _made(name: str, get: Callable[[T], object], part: Part = VALUE) -> CorpusField[T]:
    return CorpusField(name, part, get, computed=True)


def _sentences(written: Written) -> Iterator[Sentence]:
    match written:
        case tuple():
            yield from (sentence for block in written for sentence in block.sentences)
        case Sentence():
            yield written
        case str() if written:
            yield _plain(written)


def _plain(words: str) -> Sentence:
    return Sentence((Words(words),))


def _translated(claim: Claim) -> Iterator[tuple[Loc, Sentence]]:
    several = len(claim.translations) > 1
    return (((n,) if several else (), _plain(words)) for n, words in enumerate(claim.translations))


def _misprinted(source: Source) -> Iterator[str]:
    return (one.entity for one in source.misprints if one.entity)


def _misprints(source: Source) -> list[str]:
    return list(dict.fromkeys(f"{one.printed} → {one.entity or one.words}" for one in source.misprints))


def _skips(source: Source) -> list[str]:
    if source.outline:
        return [kind for kind, _ in source.skip]
    return [f"{kind}: {' '.join(source.text.raw[a:b].split())}" for kind, (a, b) in source.skip]


def _cites(source: Source) -> list[str]:
    return [f"{outlet}: {' […] '.join(passage.words)}" for outlet, passage in source.cites]


def _retranslated(source: Source) -> list[str]:
    return [f"{lang}: {' […] '.join(passage.words)}" for lang, passage in source.retranslated]


OF_BRIEFING: tuple[CorpusField[Briefing], ...] = (
    _made("id", lambda b: b.id, Part("id", "briefing")),
    _made("path", lambda b: b.path),
    _data("date", lambda b: b.date),
    _ours("title", "title", lambda b: b.title, TEXT),
    _refers("sources", SOURCE, lambda b: b.sources),
    _refers("storylines", STORYLINE, lambda b: b.storylines),
    _ours("summary", "summary", lambda b: b.summary, PROSE),
    _ours("matters", "note", lambda b: b.matters, TEXT),
    _data("claims", lambda b: b.claims, ITEMS),
    _data("disagreements", lambda b: b.disagreements, ITEMS),
    _data("questions", lambda b: b.questions, ITEMS),
    _data("status", lambda b: b.status),
    _ours("withdrawn", "withdrawal", lambda b: b.withdrawn, TEXT),
    _data("updated", lambda b: b.updated),
    _data("corrections", lambda b: b.corrections, ITEMS, lambda b: [one.date for one in b.corrections]),
    _data("formerly", lambda b: b.formerly, FORMER),
    _data("embargo", lambda b: b.embargo),
    _data("lang", lambda b: b.lang),
    _data("translator", lambda b: b.translator),
    _ours("note", "note", lambda b: b.note, TEXT),
    _made("recalls", lambda b: b.recalls),
)
OF_CLAIM: tuple[CorpusField[Claim], ...] = (
    _made("ref", lambda c: c.ref, ITS_ID["claim"]),
    _made("briefing", lambda c: c.briefing),
    _made("id", lambda c: c.id, ITS_ID["claim"]),
    _made("place", lambda c: c.place),
    _made("analysed", lambda c: c.analysed),
    _ours("text", "text", lambda c: c.text),
    _refers("denies", CLAIM, lambda c: c.denies),
    _data("kind", lambda c: c.kind),
    _holds("said_by", VOICES, lambda c: c.chains, lambda c: (v.entity for way in c.chains for v in way)),
    _refers("source", SOURCE, lambda c: c.source),
    _refers("at", CLAIM, lambda c: c.at),
    _data("date", lambda c: c.date),
    _data("printed", lambda c: c.printed, QUOTATION),
    _ours("why", "reason", lambda c: c.why, TEXT),
    _holds("state", ENTITY, lambda c: c.states, lambda c: (measure for measure, _ in c.states)),
    _holds("value", COMPARED, lambda c: c.values, lambda c: (one.subject for one in c.values)),
    _holds("role", ROLE, lambda c: c.roles, lambda c: (role.person for role in c.roles)),
    CorpusField(
        "reply",
        ENTITY,
        lambda c: c.replies,
        "reply",
        lambda c: (((one.party, "words"), _plain(one.words)) for one in c.replies if one.words),
        lambda c: (one.party for one in c.replies),
    ),
    _data("quote", lambda c: c.passages, QUOTATION),
    CorpusField("translation", TEXT, lambda c: c.translations, "translation", _translated),
    _data("translator", lambda c: c.translator),
    _refers("same", CLAIM, lambda c: c.same),
    _data("formerly", lambda c: c.formerly, FORMER),
    _ours("note", "note", lambda c: c.note, TEXT),
)
OF_DISAGREEMENT: tuple[CorpusField[Disagreement], ...] = (
    _made("briefing", lambda d: d.briefing),
    _made("id", lambda d: d.id, ITS_ID["place"]),
    _ours("about", "about", lambda d: d.about),
    _data("class", lambda d: d.class_),
    _refers("between", CLAIM, lambda d: d.between),
    _ours("note", "note", lambda d: d.note),
)
OF_QUESTION: tuple[CorpusField[Question], ...] = (
    _made("briefing", lambda q: q.briefing),
    _made("id", lambda q: q.id, ITS_ID["place"]),
    _ours("text", "question", lambda q: q.text),
    _refers("on", CLAIM, lambda q: q.on),
    _ours("answer", "answer", lambda q: q.answer),
)
OF_CORRECTION: tuple[CorpusField[Correction], ...] = (
    _data("date", lambda c: c.date),
    _ours("text", "correction", lambda c: c.text),
)
OF_STORYLINE: tuple[CorpusField[Storyline], ...] = (
    _made("id", lambda s: s.id, ITS_ID["storyline"]),
    _made("path", lambda s: s.path),
    _ours("title", "title", lambda s: s.title, TEXT),
    _refers("measures", ENTITY, lambda s: s.measures),
    _ours("summary", "summary", lambda s: s.summary, PROSE),
    _data("formerly", lambda s: s.formerly, FORMER),
    _data("reviewed", lambda s: s.reviewed),
)
OF_ENTITY: tuple[CorpusField[Entity], ...] = (
    _made("id", lambda e: e.id, ITS_ID["entity"]),
    _made("path", lambda e: e.path),
    _data("kind", lambda e: e.kind),
    _data("name", lambda e: e.name),
    _data("aliases", lambda e: e.aliases),
    _data("short", lambda e: e.short),
    _refers("of", ENTITY, lambda e: e.of),
    _refers("issuer", ENTITY, lambda e: e.issuer),
    _refers("targets", ENTITY, lambda e: e.targets),
    _refers("technologies", ENTITY, lambda e: e.technologies),
    _refers("part_of", ENTITY, lambda e: e.part_of),
    _data("quiet", lambda e: e.quiet),
    _data("wikidata", lambda e: e.wikidata),
    _ours("note", "note", lambda e: e.note, TEXT),
    _reasons("outside", lambda e: e.outside),
    _data("formerly", lambda e: e.formerly, FORMER),
    _data("reviewed", lambda e: e.reviewed),
    _ours("description", "note", lambda e: e.description, TEXT),
    _data("medium", lambda e: e.medium),
    _data("reading", lambda e: e.reading),
    _ours("ownership", "note", lambda e: e.ownership, TEXT),
    _ours("taken_as_one", "reason", lambda e: e.taken_as_one, TEXT),
)
OF_SOURCE: tuple[CorpusField[Source], ...] = (
    _made("id", lambda s: s.id, ITS_ID["source"]),
    _made("path", lambda s: s.path),
    _data("title", lambda s: s.title, HEADLINE),
    _data("label", lambda s: s.label),
    _data("published", lambda s: s.published, shown=lambda s: NOT_STATED if s.undated else s.published),
    _made("undated", lambda s: s.undated),
    _refers("publisher", ENTITY, lambda s: s.publisher),
    _data("author", lambda s: s.author),
    _data("status", lambda s: s.status),
    _ours("status_note", "note", lambda s: s.status_note, TEXT),
    _data("rights", lambda s: s.rights),
    _holds("misprints", ANY, lambda s: s.misprints, _misprinted, _misprints),
    _holds("means", ENTITY, lambda s: s.means, lambda s: s.means.values()),
    _holds("one_voice", ENTITY, lambda s: s.one_voice, lambda s: s.one_voice.values()),
    _holds("cites", ENTITY, lambda s: s.cites, lambda s: (outlet for outlet, _ in s.cites), _cites),
    _data("retranslated", lambda s: s.retranslated, QUOTATION, _retranslated),
    _data("skip", lambda s: s.skip, QUOTATION, _skips),
    _reasons("inferred", lambda s: s.inferred),
    _reasons("outside", lambda s: s.outside),
    _ours("note", "note", lambda s: s.note, TEXT),
    _data("lang", lambda s: s.lang),
    _data("address", lambda s: s.address),
    _data("captured", lambda s: s.captured),
    _data("formerly", lambda s: s.formerly, FORMER),
    _made("text", lambda s: s.text, QUOTATION),
    _made("digest", lambda s: s.digest),
    _made("sealed", lambda s: s.sealed),
    _made("sentences", lambda s: s.sentences),
    _made("outline", lambda s: s.outline),
)


def of_briefing(briefing: Briefing) -> Iterator[PlacedSentence]:
    """Return the sentences of a briefing, in the order of its file's fields, but for its items: they come last."""
    id_, path = briefing.id, briefing.path
    yield from _told(OF_BRIEFING, briefing, "briefing", id_, "", Place(path))
    for claim in briefing.claims:
        if claim.analysed:  # else its words are those of the sentence that quotes
            yield from _told(OF_CLAIM, claim, "claim", id_, claim.id, claim.place, (claim.ref,))
    for n, one in enumerate(briefing.disagreements):
        yield from of_disagreement(one, Place(path, ("disagreements", n)))
    for n, question in enumerate(briefing.questions):
        yield from of_question(question, Place(path, ("questions", n)))
    for n, correction in enumerate(briefing.corrections):
        place = Place(path, ("corrections", n))
        yield from _told(OF_CORRECTION, correction, "correction", id_, "", place)


def of_disagreement(one: Disagreement, place: Place) -> Iterator[PlacedSentence]:
    """Return the sentences of a disagreement that is at a place."""
    return _told(OF_DISAGREEMENT, one, "disagreement", one.briefing, one.id, place, one.between)


def of_question(question: Question, place: Place) -> Iterator[PlacedSentence]:
    """Return the sentences of a question that is at a place."""
    about = (question.on,) if question.on else ()
    return _told(OF_QUESTION, question, "question", question.briefing, question.id, place, about)


def of_storyline(storyline: Storyline) -> Iterator[PlacedSentence]:
    """Return the sentences of a storyline."""
    place = Place(storyline.path, (storyline.id,))
    return _told(OF_STORYLINE, storyline, "storyline", storyline.id, "", place)


def of_entity(entity: Entity) -> Iterator[PlacedSentence]:
    """Return the sentences about an entity."""
    return _told(OF_ENTITY, entity, "entity", entity.id, "", Place(entity.path, (entity.id,)))


def of_source(source: Source) -> Iterator[PlacedSentence]:
    """Return our sentences about a source."""
    return _told(OF_SOURCE, source, "source", source.id, "", Place(source.path))


def of_corpus(corpus: Corpus) -> Iterator[PlacedSentence]:
    """Return every sentence of ours: briefings in the order of the corpus, storylines, entities, sources."""
    for briefing in corpus.briefings.values():
        yield from of_briefing(briefing)
    for storyline in corpus.storylines.values():
        yield from of_storyline(storyline)
    for entity in corpus.entities.values():
        yield from of_entity(entity)
    for source in corpus.sources.values():
        yield from of_source(source)


def referred(briefing: Briefing, of: str) -> Iterator[str]:
    """Return what the fields of a briefing refer to, of one sort of things (`claim`, `entity`, …); not its prose."""
    yield from _referred(OF_BRIEFING, briefing, of)
    for claim in briefing.claims:
        yield from _referred(OF_CLAIM, claim, of)
    for one in briefing.disagreements:
        yield from _referred(OF_DISAGREEMENT, one, of)
    for question in briefing.questions:
        yield from _referred(OF_QUESTION, question, of)
    for correction in briefing.corrections:
        yield from _referred(OF_CORRECTION, correction, of)


def referred_by_claim(claim: Claim) -> Iterator[str]:
    """Return the entities that the fields of a claim refer to; not those that its text names."""
    return (
        id_ for row in OF_CLAIM if row.refers_to and row.part.of == "entity" for id_ in row.refers_to(claim)
    )


def referred_by_storyline(storyline: Storyline) -> Iterator[str]:
    """Return the entities that the fields of a storyline refer to."""
    return _referred(OF_STORYLINE, storyline, "entity")


def referred_by_entity(entity: Entity) -> Iterator[str]:
    """Return the entities that an entity belongs to, or is aimed at or about."""
    return _referred(OF_ENTITY, entity, "entity")


def _told(  # noqa: PLR0913, a thing and where it stands
    rows: Iterable[CorpusField[T]],
    owner: T,
    thing: Thing,
    home: str,
    item: str,
    place: Place,
    rests_on: tuple[str, ...] = (),
) -> Iterator[PlacedSentence]:
    for row in rows:
        if row.told and row.kind:
            for loc, sentence in row.told(owner):
                plain = row.part.sort == "text"
                yield PlacedSentence(
                    thing, home, item, row.kind, sentence, place, (row.name, *loc), rests_on, plain
                )


def _referred(rows: Iterable[CorpusField[T]], owner: T, of: str) -> Iterator[str]:
    for row in rows:
        if row.refers_to and row.part.of == of:
            yield from row.refers_to(owner)
