"""The sentences of our own voice, as plain words with their names, each with what it is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import Cite, Name, Plain, without_cites
from mkdocs_briefings.model.wording import LINK
from mkdocs_briefings.rules.soundness import Ground, entry, of_claim
from mkdocs_briefings.rules.word_forms import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.text.quotation import Span

Part = Literal["summary", "title", "answer", "claim"]
PARTS: frozenset[Part] = frozenset(get_args(Part))


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence; `linked` where the editor chose the words of the link."""

    entity: str
    span: Span
    linked: bool


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of ours."""

    part: Part
    text: str
    named: tuple[Named, ...]
    quoted: tuple[Span, ...]
    """What stands in quotation marks, or must not link."""
    cited: tuple[str, ...]
    supports: tuple[Support, ...]
    place: Place
    words: tuple[str, ...]
    """Its words in small letters: what a rule looks for is looked for here first, because that is fast."""

    def at(self, start: int, end: int) -> Place:
        """The place of some of its words, or of the link that they are words of."""
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
        """Give a stretch of it, with a sign for each link, whose words need not stand in the file."""
        own_sentence, at = "", start
        for first, last in links:
            if start <= first and last <= end:
                own_sentence += self.text[at:first] + LINK
                at = last
        return own_sentence + self.text[at:end]


def within(spans: Iterable[Span], at: int) -> bool:
    """Whether a place lies in one of some stretches."""
    return any(start <= at < end for start, end in spans)


def of_sentence(
    evidence: Evidence, part: Part, sentence: Sentence, place: Place, cited: Iterable[str] | None = None
) -> OwnSentence | None:
    """Make a sentence ready; None if it cites nothing, or what is not held."""
    refs = tuple(dict.fromkeys(item.ref for item in sentence.cites)) if cited is None else tuple(cited)
    supports = tuple(evidence.of(ref) for ref in refs)
    if not supports or None in supports or sentence.refused:
        return None
    return own_sentence(part, sentence, place, refs, tuple(filter(None, supports)))


def own_sentence(
    part: Part, sentence: Sentence, place: Place, cited: tuple[str, ...], supports: tuple[Support, ...]
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
            quoted.append(span)
        text += inline.words
    return OwnSentence(part, text, tuple(named), tuple(quoted), cited, supports, place, plain_words(text))


def own_sentences(evidence: Evidence) -> Iterator[OwnSentence]:
    """Every sentence of summaries, titles, answers and claims that has anything to be held against."""
    corpus = evidence.corpus
    for briefing in corpus.briefings.values():
        if briefing.status != "withdrawn":
            yield from _of_briefing(evidence, briefing)
    for storyline in corpus.storylines.values():
        yield from _of_prose(evidence, storyline.summary, Place(storyline.path, (storyline.id, "summary")))
        cited = _cited(storyline.summary)
        if cited:
            yield from _title(
                evidence, storyline.title, Place(storyline.path, (storyline.id, "title")), cited, ()
            )
    for claim in evidence.own_claims():
        # A denial's text is that of the claim which it denies.
        if claim.text.inlines and not claim.denies:
            yield of_claim_text(evidence, claim)


def of_claim_text(evidence: Evidence, claim: Claim) -> OwnSentence:
    """Make the text of a claim ready, which is held against its own passages."""
    place = Place(claim.place.path, (*claim.place.loc, "text"))
    return own_sentence("claim", claim.text, place, (claim.ref,), (evidence.of_claim(claim, text=False),))


def grounds(corpus: Corpus, said: OwnSentence) -> Iterator[Ground]:
    """What must be sound for a sentence to be held against its evidence: its own entry, and all that it cites."""
    yield entry(said.place)
    if said.part == "title":
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


def _of_briefing(evidence: Evidence, briefing: Briefing) -> Iterator[OwnSentence]:
    cited = _cited(briefing.summary)
    whole = briefing.sources if not cited and not briefing.claims and len(briefing.sources) == 1 else None
    yield from _of_prose(evidence, briefing.summary, Place(briefing.path, ("summary",)), whole)
    for n, question in enumerate(briefing.questions):
        if question.answer:
            place = Place(briefing.path, ("questions", n, "answer"))
            if said := of_sentence(evidence, "answer", question.answer, place):
                yield said
    held = {claim.ref: None for claim in briefing.claims} or cited
    if held or whole:
        place = Place(briefing.path, ("title",))
        yield from _title(evidence, briefing.title, place, (*held, *(whole or ())), briefing.sources)


def _of_prose(
    evidence: Evidence, prose: Prose, place: Place, cited: Iterable[str] | None = None
) -> Iterator[OwnSentence]:
    for block in prose:
        for sentence in block.sentences:
            if said := of_sentence(evidence, "summary", sentence, place, cited):
                yield said


def _title(
    evidence: Evidence, title: str, place: Place, cited: Iterable[str], sources: Iterable[str]
) -> Iterator[OwnSentence]:
    refs = tuple(ref for ref in cited if evidence.of(ref))
    supports = [support for ref in refs if (support := evidence.of(ref))]
    supports += [evidence.of_metadata(evidence.corpus.sources[id_]) for id_ in sources]
    named = tuple(
        Named(found.entity, (found.start, found.end), linked=False) for found in evidence.named_in(title)
    )
    quoted = tuple(match.span() for match in re.finditer(r'"[^"]*"|“[^”]*”', title))
    yield OwnSentence("title", title, named, quoted, refs, tuple(supports), place, plain_words(title))


def _cited(prose: Prose) -> dict[str, None]:
    return {item.ref: None for block in prose for sentence in block.sentences for item in sentence.cites}
