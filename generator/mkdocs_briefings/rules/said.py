"""Prepare the sentences of our own voice: plain words, names, and the evidence of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus_fields import of_briefing, of_storyline
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import QUOTED, Cite, Name, Plain, without_cites
from mkdocs_briefings.model.wording import LINK
from mkdocs_briefings.rules.soundness import Ground, entry, of_claim
from mkdocs_briefings.rules.word_forms import plain_words
from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.languages.english import ENGLISH
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus, Storyline
    from mkdocs_briefings.model.corpus_fields import Kind, PlacedSentence
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

ASSERTED: frozenset[Kind] = frozenset({"summary", "answer", "title", "text"})
"""Kinds of sentences that tell readers what is so."""
REMARKS: frozenset[Kind] = frozenset({"about", "note", "correction"})
"""Kinds of sentences that judge or fix what others tell."""
EXPLAINED: frozenset[Kind] = frozenset({"reason"})
"""Kinds of sentences of which only what they quote is held against the sources: notes and reasons without citations."""
TRANSLATED: frozenset[Kind] = frozenset({"translation"})
"""What the desk says that a passage of another language says."""
_EXPLAINING: frozenset[Kind] = frozenset({"note", "reason"})
_ORDER: tuple[Kind, ...] = ("summary", "answer", "title", "about", "note", "correction")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence; `linked` where the editor chose the words of the link."""

    entity: str
    span: Span
    linked: bool


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of ours."""

    kind: Kind
    text: str
    named: tuple[Named, ...]
    quoted: tuple[Span, ...]
    """What is in quotation marks, or must not link."""
    cited: tuple[str, ...]
    supports: tuple[Support, ...]
    place: Place
    words: tuple[str, ...]
    """Its words in small letters: what a rule looks for is looked for here first, because that is fast."""
    pack: Language | None = ENGLISH
    """The words of its language; None for a language without a pack."""

    def at(self, start: int, end: int) -> Place:
        """Return the place of some of its words, or of the link that they are words of."""
        links = [one.span for one in self.named if one.linked]
        inside = [span for span in links if span[0] < end and start < span[1]]
        start, end = min([start, *(a for a, _ in inside)]), max([end, *(b for _, b in inside)])
        return replace(
            self.place,
            near=self._typed(start, end, links),
            before=self._typed(0, start, links),
            after=self._typed(end, len(self.text), links),
        )

    def _typed(self, start: int, end: int, links: list[Span]) -> str:
        """Return a stretch of it, with a sign for each link, whose words need not be in the file."""
        made, at = "", start
        for first, last in links:
            if start <= first and last <= end:
                made += self.text[at:first] + LINK
                at = last
        return made + self.text[at:end]


def within(spans: Iterable[Span], at: int) -> bool:
    """Return whether a place lies in one of some stretches."""
    return any(start <= at < end for start, end in spans)


def of_sentence(
    evidence: Evidence, kind: Kind, sentence: Sentence, place: Place, cited: Iterable[str] | None = None
) -> OwnSentence | None:
    """Make a sentence ready; None if it cites nothing, or what is not held."""
    refs = tuple(dict.fromkeys(item.ref for item in sentence.cites)) if cited is None else tuple(cited)
    supports = tuple(evidence.of(ref) for ref in refs)
    if not supports or None in supports or sentence.refused:
        return None
    return own_sentence(kind, sentence, place, refs, tuple(filter(None, supports)))


def own_sentence(
    kind: Kind, sentence: Sentence, place: Place, cited: tuple[str, ...], supports: tuple[Support, ...]
) -> OwnSentence:
    """Put the words of a sentence together, and keep where its names stand."""
    text, named, quoted = "", [], []
    inlines = sentence.inlines
    for inline in without_cites(inlines) if any(isinstance(i, Cite) for i in inlines) else inlines:
        if isinstance(inline, Cite):
            continue
        span = (len(text), len(text) + len(inline.words))
        if isinstance(inline, Name):
            named.append(Named(inline.entity, span, inline.explicit))
        elif isinstance(inline, Plain):
            # Quotation marks of our own quote nothing: what a rule reads as quoted begins behind them.
            quoted.append((span[0] + inline.own, span[1]))
        text += inline.words
    return OwnSentence(kind, text, tuple(named), tuple(quoted), cited, supports, place, plain_words(text))


Group = tuple[tuple[str, ...], tuple[object, ...], "Callable[[], Iterable[OwnSentence]]"]
"""The name of some sentences, what they are made of, and what makes them ready."""


def groups(evidence: Evidence) -> Iterator[Group]:
    """Return every sentence of ours that has anything to be held against: page by page, each with its claims' texts."""
    corpus = evidence.corpus
    for briefing in corpus.briefings.values():
        if briefing.status == "withdrawn":
            continue
        yield ("briefing", briefing.id), (briefing,), partial(_of_briefing, evidence, briefing)
        for claim in filter(evidence.is_own, briefing.claims):
            # A denial's text is that of the claim which it denies.
            if claim.text.inlines and not claim.denies:
                yield ("claim", claim.ref), (claim,), partial(_of_claim, evidence, claim)
            if claim.translations:
                yield ("translation", claim.ref), (claim,), partial(_of_translations, evidence, claim)
    for storyline in corpus.storylines.values():
        yield ("storyline", storyline.id), (storyline,), partial(_of_storyline, evidence, storyline)


def own_sentences(evidence: Evidence) -> Iterator[OwnSentence]:
    """Return every sentence of ours that has anything to be held against."""
    for _, _, sentences_ in groups(evidence):
        yield from sentences_()


def _of_briefing(evidence: Evidence, briefing: Briefing) -> Iterator[OwnSentence]:
    claims = tuple(claim.ref for claim in briefing.claims)
    for said in _of_page(evidence, of_briefing(briefing), briefing.sources, claims):
        yield in_language(said, briefing.lang)


def _of_storyline(evidence: Evidence, storyline: Storyline) -> Iterator[OwnSentence]:
    return map(in_language, _of_page(evidence, of_storyline(storyline)))


def _of_claim(evidence: Evidence, claim: Claim) -> tuple[OwnSentence]:
    return (of_claim_text(evidence, claim),)


def of_claim_text(evidence: Evidence, claim: Claim) -> OwnSentence:
    """Make the text of a claim ready, which is held against its own passages."""
    place = Place(claim.place.path, (*claim.place.loc, "text"))
    said = own_sentence("text", claim.text, place, (claim.ref,), (evidence.of_claim(claim, text=False),))
    return in_language(said, evidence.language(claim))


def _of_translations(evidence: Evidence, claim: Claim) -> Iterator[OwnSentence]:
    """Make translations ready, each held against its passage and nothing else."""
    whole = evidence.of_claim(claim, text=False)
    lang = evidence.language(claim)
    for n, (passage, words) in enumerate(zip(claim.passages, claim.translations, strict=True)):
        text = " […] ".join(passage.words)
        support = replace(whole, words=text.lower(), texts=(text,), dates=(), spans=(), published=())
        loc = ("translation", n) if len(claim.translations) > 1 else ("translation",)
        place = Place(claim.place.path, (*claim.place.loc, *loc))
        named = tuple(
            Named(one.entity, (one.start, one.end), linked=False) for one in evidence.named_in(words)
        )
        said = OwnSentence(
            "translation", words, named, (), (claim.ref,), (support,), place, plain_words(words)
        )
        yield in_language(said, lang)


def in_language(said: OwnSentence, lang: str = "") -> OwnSentence:
    """Return a sentence the words of its language: its briefing's, else that of a claim that it cites."""
    tags = [tag for support in said.supports for tag in reversed(support.tags)]
    pack = language_of(said.text, *dict.fromkeys([lang, *tags] if lang else tags or ["en"]))
    return said if pack is said.pack else replace(said, pack=pack)


def grounds(corpus: Corpus, said: OwnSentence) -> Iterator[Ground]:
    """What must be sound for a sentence to be held against its evidence: its own entry, and all that it cites."""
    yield entry(said.place)
    if said.kind == "title":
        # It rests on all claims of its briefing, and those of an unreadable source are left out.
        yield Ground(path=said.place.path)
        yield Ground("source")
    for ref in said.cited:
        if ref in corpus.claims:
            yield from of_claim(corpus, corpus.claims[ref])
        elif ref in corpus.sources:
            yield Ground(path=corpus.sources[ref].path)
        else:
            yield Ground()  # what was left out is not in the corpus: whatever is faulty may be it


def _of_page(
    evidence: Evidence,
    placed: Iterable[PlacedSentence],
    sources: tuple[str, ...] = (),
    claims: tuple[str, ...] = (),
) -> Iterator[OwnSentence]:
    """Make the sentences of a briefing or a storyline ready.

    A title is held against all that the page tells. A briefing that cites nothing rests on its one source as a whole;
    what is said of a disagreement rests on its claims, too.
    """
    # Titles are read as they are, as no other words of a page that were not resolved.
    placed = list(placed)
    held = [one for one in placed if one.kind in _ORDER and (one.kind == "title" or not one.plain)]
    cited = dict.fromkeys(item.ref for one in held if one.kind == "summary" for item in one.sentence.cites)
    whole = sources if not cited and not claims and len(sources) == 1 else ()
    for one in sorted(held, key=lambda one: _ORDER.index(one.kind)):
        if one.kind == "title":
            if cited or claims or whole:
                refs = (*(claims or cited), *whole)
                yield _title(evidence, one.sentence.text, one.place, refs, sources)
            continue
        own = tuple(item.ref for item in one.sentence.cites)
        more = whole if one.kind == "summary" else one.rests_on if one.kind in REMARKS else ()
        said = of_sentence(evidence, one.kind, one.sentence, one.place, dict.fromkeys((*own, *more)))
        if said and one.kind in REMARKS:
            yield from _of_remark(evidence, said)
        elif said:
            yield said
    for one in placed:
        if one.plain and one.kind in _EXPLAINING and QUOTED.search(one.sentence.text):
            yield _explained(evidence, one, claims, sources)


def _explained(
    evidence: Evidence, one: PlacedSentence, claims: tuple[str, ...], sources: Iterable[str]
) -> OwnSentence:
    """Make a note or a reason ready: it may quote any source of its briefing."""
    text = one.sentence.text
    supports = tuple(evidence.of_source(evidence.corpus.sources[id_]) for id_ in sources)
    quoted = tuple(match.span() for match in QUOTED.finditer(text))
    return OwnSentence("reason", text, (), quoted, claims, supports, one.place, plain_words(text))


def _of_remark(evidence: Evidence, said: OwnSentence) -> Iterator[OwnSentence]:
    """Part a remark into its sentences; it may tell of the whole articles, and when they appeared."""
    claims = (evidence.corpus.claims.get(ref) for ref in said.cited)
    articles = dict.fromkeys(claim.source for claim in claims if claim)
    supports = (*said.supports, *(evidence.of_article(evidence.corpus.sources[id_]) for id_ in articles))
    for start, end in sentences(said.text):

        def moved(span: Span, by: int = start) -> Span:
            return span[0] - by, span[1] - by

        yield replace(
            said,
            text=said.text[start:end],
            named=tuple(replace(n, span=moved(n.span)) for n in said.named if start <= n.span[0] < end),
            quoted=tuple(moved(span) for span in said.quoted if start <= span[0] < end),
            supports=supports,
            words=plain_words(said.text[start:end]),
        )


def _title(
    evidence: Evidence, title: str, place: Place, cited: Iterable[str], sources: Iterable[str]
) -> OwnSentence:
    refs = tuple(ref for ref in cited if evidence.of(ref))
    supports = [support for ref in refs if (support := evidence.of(ref))]
    supports += [evidence.of_metadata(evidence.corpus.sources[id_]) for id_ in sources]
    named = tuple(
        Named(found.entity, (found.start, found.end), linked=False) for found in evidence.named_in(title)
    )
    quoted = tuple(match.span() for match in QUOTED.finditer(title))
    return OwnSentence("title", title, named, quoted, refs, tuple(supports), place, plain_words(title))
