"""The sentences of our own voice, as plain words with their names, each with what it is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import Cite, Name, Plain, without_cites
from mkdocs_briefings.model.wording import LINK
from mkdocs_briefings.rules.word_forms import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.rules.support import Desk, Support
    from mkdocs_briefings.text.quotation import Span

Part = Literal["summary", "title", "answer", "claim"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence; `linked` where the editor chose the words of the link."""

    entity: str
    span: Span
    linked: bool


@dataclass(frozen=True, slots=True)
class Said:
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
        made, at = "", start
        for first, last in links:
            if start <= first and last <= end:
                made += self.text[at:first] + LINK
                at = last
        return made + self.text[at:end]


def within(spans: Iterable[Span], at: int) -> bool:
    """Whether a place lies in one of some stretches."""
    return any(start <= at < end for start, end in spans)


def of_sentence(
    desk: Desk, part: Part, sentence: Sentence, place: Place, cited: Iterable[str] | None = None
) -> Said | None:
    """Make a sentence ready; None if it cites nothing, or what is not held."""
    refs = tuple(dict.fromkeys(item.ref for item in sentence.cites)) if cited is None else tuple(cited)
    supports = tuple(desk.of(ref) for ref in refs)
    if not supports or None in supports or any(isinstance(i, Cite) and not i.items for i in sentence.inlines):
        return None
    return made(part, sentence, place, refs, tuple(filter(None, supports)))


def made(
    part: Part, sentence: Sentence, place: Place, cited: tuple[str, ...], supports: tuple[Support, ...]
) -> Said:
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
    return Said(part, text, tuple(named), tuple(quoted), cited, supports, place, plain_words(text))


def all_said(desk: Desk) -> Iterator[Said]:
    """Every sentence of summaries, titles and answers that has anything to be held against."""
    corpus = desk.corpus
    for briefing in corpus.briefings.values():
        if briefing.status != "withdrawn":
            yield from _of_briefing(desk, briefing)
    for storyline in corpus.storylines.values():
        yield from _of_prose(desk, storyline.summary, Place(storyline.path, (storyline.id, "summary")))
        cited = _cited(storyline.summary)
        if cited:
            yield from _title(
                desk, storyline.title, Place(storyline.path, (storyline.id, "title")), cited, ()
            )


def _of_briefing(desk: Desk, briefing: Briefing) -> Iterator[Said]:
    cited = _cited(briefing.summary)
    whole = briefing.sources if not cited and not briefing.claims and len(briefing.sources) == 1 else None
    yield from _of_prose(desk, briefing.summary, Place(briefing.path, ("summary",)), whole)
    for n, question in enumerate(briefing.questions):
        if question.answer:
            place = Place(briefing.path, ("questions", n, "answer"))
            if said := of_sentence(desk, "answer", question.answer, place):
                yield said
    held = {claim.ref: None for claim in briefing.claims} or cited
    if held or whole:
        place = Place(briefing.path, ("title",))
        yield from _title(desk, briefing.title, place, (*held, *(whole or ())), briefing.sources)


def _of_prose(desk: Desk, prose: Prose, place: Place, cited: Iterable[str] | None = None) -> Iterator[Said]:
    for block in prose:
        for sentence in block.sentences:
            if said := of_sentence(desk, "summary", sentence, place, cited):
                yield said


def _title(
    desk: Desk, title: str, place: Place, cited: Iterable[str], sources: Iterable[str]
) -> Iterator[Said]:
    refs = tuple(ref for ref in cited if desk.of(ref))
    supports = [support for ref in refs if (support := desk.of(ref))]
    supports += [desk.of_metadata(desk.corpus.sources[id_]) for id_ in sources]
    named = tuple(
        Named(found.entity, (found.start, found.end), linked=False) for found in desk.named_in(title)
    )
    quoted = tuple(match.span() for match in re.finditer(r'"[^"]*"|“[^”]*”', title))
    yield Said("title", title, named, quoted, refs, tuple(supports), place, plain_words(title))


def _cited(prose: Prose) -> dict[str, None]:
    return {item.ref: None for block in prose for sentence in block.sentences for item in sentence.cites}
