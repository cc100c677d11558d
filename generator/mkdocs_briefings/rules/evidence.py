"""Collect what supports a sentence of ours: words, numbers, dates, names and states of what it cites."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mkdocs_briefings.model import dates, names
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.resolve.entities import gather_names
from mkdocs_briefings.rules import figures
from mkdocs_briefings.rules.quantities import Day, Figures
from mkdocs_briefings.text import frozen
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.model.corpus import Claim, Corpus, Entity, Source
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

T = TypeVar("T")
SUPPORT = "support"
"""Begins the keys of the supports of claims and sources."""
LANGUAGE = "language of briefing"
"""Begins the keys of the languages of briefings."""
IN_WORDS = "named in"
"""Begins the keys of the names in words that were not resolved."""
NAMED = "named in source"
"""Begins the keys of whom a source names."""
_FAR_BACK = 40
"""Sentences between the name of a body and "the agency"."""
_A_FEW = 5
"""Sentences between a name and "she"."""
_BODIES = frozenset({"agency", "organization"})


@frozen.dataclass(frozen=True, slots=True)
class Support:
    """All that one claim, or one source cited as a whole, gives to the sentences that cite it."""

    words: str
    """Its passages with their sentences, and what the claim says itself; in small letters."""
    texts: tuple[str, ...]
    """The same as printed, for reading its figures."""
    dates: tuple[Day, ...]
    """Dates that are in fields: the claim's, its occasion's."""
    published: tuple[Day, ...]
    """The day of the article."""
    spans: tuple[tuple[int, int], ...]
    """Years throughout which the claim holds."""
    entities: frozenset[str]
    states: frozenset[str]
    tags: tuple[str, ...] = ("en",)
    """The languages that its texts may be in: the source's, the briefing's."""
    beside: str = ""
    """Sentences before the passages to which these point back, in small letters: names may be there."""
    sources: tuple[str, ...] = ()
    days: Days | None = None
    """The days on which the article may have been published, wherever its clock stood."""

    @property
    def pack(self) -> Language | None:
        """The language of the source."""
        return language_of(self.texts[0] if self.texts else self.words, *self.tags)


@dataclass(slots=True)
class Evidence:
    """The corpus with what was read of it before: one pass of the rules makes one, and throws it away."""

    corpus: Corpus
    derived: Derived
    once: Once = field(default_factory=Once)
    """Makes once what many sentences rest on."""
    named: Mapping[str, list[names.Mention]] = field(default_factory=dict)
    """The names in texts that were not resolved, titles."""
    _at_hand: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def at_hand(self, name: str, of: object, make: Callable[[], T]) -> T:
        """Make once what the rules ask of one sentence, one after the other, before they turn to the next."""
        known, made = self._at_hand.get(name, (None, None))
        if known is not of:
            made = make()
            self._at_hand[name] = (of, made)
        return cast("T", made)

    def language(self, claim: Claim) -> str:
        """Return the language of a claim's briefing: what asks for it does not rest on the rest of that."""
        return self._language(claim.briefing)

    def _language(self, briefing: str) -> str:
        return self.once((LANGUAGE, briefing), lambda: self.corpus.briefings[briefing].lang)

    def own_claims(self) -> tuple[Claim, ...]:
        """Claims of ours: not those that are withdrawn, nor quotations in the prose, whose words are the sentence's."""
        return self.once(("own claims",), lambda: tuple(filter(self.is_own, self.corpus.claims.values())))

    def is_own(self, claim: Claim) -> bool:
        """Whether a claim is one of ours, as `own_claims` has them."""
        withdrawn = self.corpus.briefings[claim.briefing].status == "withdrawn"
        return not withdrawn and claim.analysed and claim.source in self.corpus.sources

    def of(self, ref: str) -> Support | None:
        """Return the support that a cited reference gives; None if nothing has it."""
        if claim := self.corpus.claims.get(ref):
            # The text of a quotation in the prose is that of the sentence itself, which cannot support it.
            return self.of_claim(claim, text=claim.analysed)
        return self.of_source(self.corpus.sources[ref]) if ref in self.corpus.sources else None

    def of_claim(self, claim: Claim, *, text: bool = True) -> Support:
        """Return the support of a claim; without its `text` it is what the text itself is held against."""
        return self.once((SUPPORT, claim.ref, text), lambda: self._of_claim(claim, text=text), claim)

    def of_passages(self, claim: Claim) -> Support:
        """Return the support of the passages of a claim, without what its fields add."""
        return self.once(
            ("passages", claim.ref),
            lambda: self._of_claim(replace(claim, roles=(), values=()), text=False),
            claim,
        )

    def can_make(self) -> None:
        """Tell how to ask for what sentences rest on by its key."""
        self.once.can_make(SUPPORT, self._support_again)
        self.once.can_make(NAMED, self._named_again)
        self.once.can_make(LANGUAGE, self._language_again)
        self.once.can_make(IN_WORDS, lambda key: self.named_in(key[1]))

    def _language_again(self, key: tuple[Any, ...]) -> None:
        _, briefing = key
        if briefing in self.corpus.briefings:
            self._language(briefing)

    def _named_again(self, key: tuple[Any, ...]) -> None:
        _, source = key
        if source in self.corpus.mentions:
            self.entities_in(source)

    def _support_again(self, key: tuple[Any, ...]) -> None:
        _, id_, *rest = key
        if rest and (claim := self.corpus.claims.get(id_)):
            self.of_claim(claim, text=bool(rest[0]))
        elif not rest and (source := self.corpus.sources.get(id_)):
            self.of_source(source)

    def of_source(self, source: Source) -> Support:
        """Return the support of a source that is cited as a whole."""
        return self.once((SUPPORT, source.id), lambda: self._of_source(source), source)

    def _of_source(self, source: Source) -> Support:
        words = f"{source.text.raw} {source.title or ''}"
        named = self.entities_in(source.id) | {source.publisher or ""}
        return Support(
            words.lower(),
            (words,),
            (),
            tuple(_points(source.published)),
            (),
            self._with_ancestors(named),
            frozenset(),
            (source.lang,),
            "",
            (source.id,),
            _anchor(source.published),
        )

    def of_article(self, source: Source) -> Support:
        """Return the support that a source gives to what is said about the article itself: it is dated by its day."""
        whole = self.of_source(source)
        return replace(whole, dates=whole.published)

    def of_metadata(self, source: Source) -> Support:
        """Return the support that a source gives by what it is, beside all claims."""
        words = source.title or ""
        found = (mention.entity for mention in self.named_in(words))
        named = self._with_ancestors({*found, source.publisher or ""})
        days = tuple(_points(source.published))
        day = _anchor(source.published)
        return Support(words.lower(), (words,), (), days, (), named, frozenset(), (source.lang,), "", (), day)

    def figures_of(self, support: Support) -> Iterator[Figures]:
        """Return the figures that a support tells, read when first asked for."""
        for text in support.texts:
            yield self.read(text, language_of(text, *support.tags))

    def read(self, text: str, pack: Language | None) -> Figures:
        """Return the figures of a text."""
        return self.once((f"figures {pack.code if pack else ''}", text), lambda: figures.read(text, pack))

    def named_in(self, text: str) -> list[names.Mention]:
        """Return the names in a text that was not resolved, a title."""
        found = self.named.get(text)
        return named_in([text], self.corpus.entities, self.once)[text] if found is None else found

    def before(self, claim: Claim, most: int = 1) -> Iterator[Span]:
        """Return the sentences before the passages to which a pronoun in them points back, and so on."""
        source = self.corpus.sources[claim.source]
        starts, pack = self._marks(source)
        for passage in claim.passages:
            number = bisect_right(starts, passage.start) - 1
            for at in range(number, max(0, number - most), -1):
                if not _points_back(source.text.raw, source.sentences[at], pack):
                    break
                yield source.sentences[at - 1]

    def pointed_to(self, claim: Claim, most: int) -> Iterator[Span]:
        """Return the sentences before a passage that speaks of somebody named before, up to so many."""
        source = self.corpus.sources[claim.source]
        for first, last in self._pointed_to(claim, most):
            yield from source.sentences[first:last]

    def _pointed_to(self, claim: Claim, most: int) -> Iterator[tuple[int, int]]:
        source = self.corpus.sources[claim.source]
        starts, pack = self._marks(source)
        for passage in claim.passages:
            number = bisect_right(starts, passage.start) - 1
            if number > 0 and _points_back(source.text.raw, source.sentences[number], pack):
                yield max(0, number - most), number

    def _bodies_before(self, claim: Claim) -> Iterator[str]:
        """Return the bodies named in the sentences that a passage may point back to by "the agency"."""
        source = self.corpus.sources[claim.source]
        starts, _ = self._marks(source)
        for first, last in self._pointed_to(claim, _FAR_BACK):
            for entity, (start, end) in self._bodies(source):
                number = bisect_right(starts, start) - 1
                if first <= number < last and end <= source.sentences[number][1]:
                    yield entity

    def _bodies(self, source: Source) -> list[tuple[str, Span]]:
        """Return the mentions of bodies in a source."""
        entities, mentions = self.corpus.entities, self.corpus.mentions[source.id]
        return self.once(
            ("bodies", source.id),
            lambda: [one for one in mentions if one[0] in entities and entities[one[0]].kind in _BODIES],
            mentions,
        )

    def around(self, claim: Claim, beside: int = 0) -> Iterator[tuple[Source, Span]]:
        """Return the stretches of the source that hold the passages: whole sentences, and as many on either side."""
        source = self.corpus.sources[claim.source]
        starts, _ = self._marks(source)
        for passage in claim.passages:
            if not starts:
                yield source, (passage.start, passage.end)
                continue
            first = max(0, bisect_right(starts, passage.start) - 1 - beside)
            last = min(len(starts) - 1, max(0, bisect_left(starts, passage.end) - 1) + beside)
            yield (
                source,
                (
                    min(passage.start, source.sentences[first][0]),
                    max(passage.end, source.sentences[last][1]),
                ),
            )

    def entities_in(self, source: str) -> frozenset[str]:
        """Return the entities that a source names."""
        return self.once((NAMED, source), lambda: frozenset(one for one, _ in self.corpus.mentions[source]))

    def mentions(self, source: str, span: Span) -> Iterator[str]:
        """Return the entities that a stretch of a source names."""
        mentions = self.corpus.mentions[source]
        marks = self.once(("mention marks", source), lambda: [span[0] for _, span in mentions], mentions)
        for at in range(bisect_left(marks, span[0]), bisect_left(marks, span[1])):
            entity, (_, end) = mentions[at]
            if end <= span[1]:
                yield entity

    def _marks(self, source: Source) -> tuple[list[int], Language | None]:
        """Return where the sentences of a source begin, and its language."""
        return self.once(
            ("marks", source.id),
            lambda: (
                [start for start, _ in source.sentences],
                language_of(source.text.raw[:_SAMPLE], source.lang),
            ),
            source,
        )

    def _of_claim(self, claim: Claim, *, text: bool) -> Support:
        if text:
            base, said = self.of_claim(claim, text=False), claim.text.text
            return Support(
                f"{base.words} {said.lower()}",
                (*base.texts, said),
                base.dates,
                base.published,
                base.spans,
                base.entities | self._with_ancestors(_named(claim.text)),
                base.states,
                base.tags,
                base.beside,
                base.sources,
                base.days,
            )
        source = self.corpus.sources[claim.source]
        stretches = [span for _, span in self.around(claim)]
        parts = [" ".join(source.text.raw[a:b].split()) for a, b in stretches]
        parts += [
            misprint.words for misprint in source.misprints if any(misprint.printed in p for p in parts)
        ]
        parts.append(claim.printed)
        parts += [f"{voice.description} {voice.occasion}" for chain in claim.chains for voice in chain]
        parts += [role.role.text for role in claim.roles]
        values = [value for one in claim.values for value in one.values]
        parts += [str(value) for value in values if not isinstance(value, str)]
        words = " ".join(filter(None, parts))
        before = list(self.before(claim))
        found = {entity for span in (*stretches, *before) for entity in self.mentions(source.id, span)}
        beside = [source.text.raw[a:b] for a, b in before]
        found |= set(self._bodies_before(claim))
        # Who was named a few sentences ago may be "she".
        if (pack := self._marks(source)[1]) and pack.points_back:
            found |= {
                one for span in self.pointed_to(claim, _A_FEW) for one in self.mentions(source.id, span)
            }
        found |= set(_classified(claim)) | {value for value in values if isinstance(value, str)}
        if source.publisher and source.publisher != NOT_STATED:
            found.add(source.publisher)
        occasion = self.corpus.claims.get(claim.at or "")
        typed = [dates.parse(value) for value in values if isinstance(value, str) and dates.is_date(value)]
        days = [claim.date, occasion.date if occasion else None, *typed]
        return Support(
            words.lower(),
            (words,),
            tuple(point for date in days for point in _points(date)),
            tuple(_points(source.published)),
            tuple(_throughout(date) for date in days if date and date.shape is dates.Shape.INTERVAL),
            self._with_ancestors(found),
            frozenset(state for _, state in claim.states),
            (source.lang, self.language(claim)),
            " ".join(beside).lower(),
            (source.id,),
            _anchor(source.published),
        )

    def _with_ancestors(self, found: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._line(id_) for id_ in found if id_ in self.corpus.entities))

    def lineage(self, id_: str) -> frozenset[str]:
        """Return an entity with what it is of or issued by, and so on up."""
        return self._line(id_) if id_ in self.corpus.entities else frozenset()

    def _line(self, id_: str) -> frozenset[str]:
        """An entity, what it is of or issued by, and so on up."""
        return self.once(("line", id_), lambda: self._ancestors(id_))

    def _ancestors(self, id_: str) -> frozenset[str]:
        line: dict[str, None] = {}
        waiting: list[str | None] = [id_]
        while waiting:
            one = waiting.pop()
            if one and one in self.corpus.entities and one not in line:
                line[one] = None
                waiting += [self.corpus.entities[one].of, self.corpus.entities[one].issuer]
        return frozenset(line)


def named_in(
    texts: Iterable[str], entities: Mapping[str, Entity], once: Once
) -> dict[str, list[names.Mention]]:
    """Find the names of entities in texts that were not resolved."""
    return {
        text: once((IN_WORDS, text), partial(_find, text, entities, once)) if text else [] for text in texts
    }


def _find(text: str, entities: Mapping[str, Entity], once: Once) -> list[names.Mention]:
    return names.find(once(("names",), lambda: gather_names(entities)), prepare(text))


def _named(sentence: Sentence) -> Iterator[str]:
    return (inline.entity for inline in sentence.inlines if isinstance(inline, Name))


def _classified(claim: Claim) -> Iterator[str]:
    yield from (voice.entity for chain in claim.chains for voice in chain if voice.entity)
    yield from (measure for measure, _ in claim.states)
    yield from (value.subject for value in claim.values)
    for role in claim.roles:
        yield role.person
        yield from _named(role.role)


def _points(date: Date | None) -> Iterator[Day]:
    """Return the ends of a date, as far as they are known."""
    for point in dict.fromkeys((date.start, date.end)) if date else ():
        day = point.earliest
        parts = (day.year, day.month, day.day)
        known = [part if n < point.precision else None for n, part in enumerate(parts)]
        weekday = day.weekday() if point.precision is dates.Precision.DAY else None
        yield Day(known[0], known[1], known[2], weekday)


_SAMPLE = 400
"""Characters of an article that show its language."""


@functools.lru_cache(maxsize=1 << 10)  # some rules ask the same of the claims of one briefing
def _points_back(text: str, span: Span, pack: Language | None) -> bool:
    """Return whether a sentence may speak of somebody named before it: by a pronoun, or in a language that needs none."""
    if pack is None or not pack.points_back:
        return True
    return bool(_back(pack).search(text, *span))


@functools.cache
def _back(pack: Language) -> re.Pattern[str]:
    return re.compile(pack.points_back, re.IGNORECASE)


def _anchor(published: Date | None) -> Days | None:
    return None if published is None else dates.local_days(published)


def _throughout(date: Date) -> tuple[int, int]:
    return date.earliest.year, date.latest.year
