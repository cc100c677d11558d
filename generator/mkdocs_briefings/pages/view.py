"""How the things of the desk are shown on any page: small trees that know no page, kept where many pages share them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from mkdocs_briefings.derive import events
from mkdocs_briefings.document.nodes import Bullets, Citation, Citations, PageLink, Para, Verbatim, WebLink
from mkdocs_briefings.messages.message import messages_of
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import ANSWERS, NOT_STATED
from mkdocs_briefings.model.prose import Cite, Name, Words, without_cites
from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.resolve.claims import DENIED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.messages.message import Messages, Own
    from mkdocs_briefings.model.corpus import Briefing, Chain, Claim, Comparable, Corpus, Source, Value
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.parse.version_ledger import VersionLedger

T = TypeVar("T")

_DENIED = Words(DENIED)


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a page may show."""

    corpus: Corpus
    derived: Derived
    settings: Settings
    language: str = ""
    """Of the labels (BCP 47); that of the site if empty."""
    reads: Once = field(default_factory=Once)
    """Makes once what many pages show, and each page until something that it shows changes."""
    own: Own = field(default_factory=dict)
    """What the desk says in words of its own."""
    ledgers: Mapping[str, VersionLedger] = field(default_factory=dict)
    """The recorded versions of briefings, by their ids."""
    others: dict[str, View] = field(default_factory=dict)
    """The same in other languages."""
    say: Messages = field(init=False)
    """Says what readers see: `desk.say("disagreements-of", part="2026")`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "say", messages_of(self.language or self.settings.language, self.own))

    def once(self, key: tuple[str | bool, ...], make: Callable[[], T], *given: object) -> T:
        """Give what was made for a key in this language, or what `make` makes."""
        return self.reads((self.say.language, *key), make, self.say, *given)

    def row(self, make: Callable[[], Iterable[T]]) -> Sequence[T]:
        """Give the blocks of a page: nothing holds those of a whole site."""
        return self.reads.row(make)

    def within(self, language: str) -> View:
        """Show the same with the labels of another language, such as that of a briefing."""
        if language == self.say.language or not language:
            return self
        if language not in self.others:
            self.others[language] = View(
                self.corpus, self.derived, self.settings, language, self.reads, self.own, self.ledgers
            )
            self.others[language].others[self.say.language] = self
        return self.others[language]


def entity(desk: View, id_: str, words: str = "") -> Inline:
    """Show an entity by its name or other words, linked if it has a page."""
    known = desk.corpus.entities.get(id_)
    if known is None:
        return words or id_
    if id_ not in desk.derived.present:
        return words or known.name
    return PageLink(Target(addresses.entity(id_)), words or known.name)


def compared(desk: View, shown: Comparable) -> Inline:
    """Show what a claim says of something in words that a machine compares: numbers, dates, states, entities."""
    return desk.say.items(*(_compared(desk, value) for value in shown.values))


def _compared(desk: View, value: Value) -> Inline:
    if not isinstance(value, str):
        return desk.say.figure(value)
    if value in phrases.SYMBOLS:
        return desk.say.of("state", value)
    return desk.say.date(dates.parse(value)) if dates.is_date(value) else entity(desk, value)


def compared_property(desk: View, shown: Comparable) -> str:
    """Name the property of a value: in the editor's words, but for the one that pages know."""
    return desk.say("property-answers") if shown.property == ANSWERS else shown.property


def entities(desk: View, ids: Iterable[str]) -> Inline:
    return desk.say.items(*(entity(desk, id_) for id_ in ids))


def sentence(
    desk: View, shown: Sentence, *, linked: set[str] | None = None, numbers: Mapping[str, int] | None = None
) -> Inline:
    """Show a sentence.

    Args:
        desk: the desk.
        shown: the sentence.
        linked: the entities that this section has linked already, and now links; None links none.
        numbers: the number of each note on this page; None leaves the citations out.

    """
    known = numbers or {}
    out: list[Inline] = []
    if shown.inlines and shown.inlines[0] == _DENIED:
        rest = sentence(desk, replace(shown, inlines=shown.inlines[1:]), linked=linked, numbers=numbers)
        return (desk.say("denied-text", text=rest),)
    for part in without_cites(shown.inlines, but=lambda cite: any(item.ref in known for item in cite.items)):
        if isinstance(part, Cite):
            last = out[-1] if out else ""
            parted = isinstance(last, str) and last[-1:].isspace()
            if parted and isinstance(last, str):
                out[-1] = last.rstrip()
            gap = parted and bool(desk.say.space)
            cited = (item.ref for item in part.items if item.ref in known)
            out.append(
                Citations(
                    tuple(Citation(known[ref], target_of(ref), fallen(desk, ref)) for ref in cited), gap
                )
            )
        elif isinstance(part, Name):
            out.append(_name(desk, part, linked))
        else:
            out.append(part.words)
    if out and isinstance(first := out[0], str):
        out[0] = first.lstrip()
    if out and isinstance(last := out[-1], str):
        out[-1] = last.rstrip()
    return tuple(out)


def _name(desk: View, part: Name, linked: set[str] | None) -> Inline:
    known = desk.corpus.entities.get(part.entity)
    words = part.words or (known.name if known else part.entity)
    quiet = known is not None and known.quiet and not part.explicit
    if linked is None or quiet or part.entity in linked:
        return words
    linked.add(part.entity)
    return entity(desk, part.entity, words)


def prose(
    desk: View,
    shown: Prose,
    *,
    linked: set[str],
    numbers: Mapping[str, int],
    below: Callable[[View, Iterable[Sentence]], Iterator[Block]] | None = None,
) -> Iterator[Block]:
    """Show paragraphs and bullets; `below` makes what goes below a paragraph, or a list, of its sentences."""
    for bulleted, group in itertools.groupby(shown, key=lambda block: block.bullet):
        same = tuple(group)
        for some in (same,) if bulleted else ((block,) for block in same):
            words = tuple(
                desk.say.line(
                    *(sentence(desk, one, linked=linked, numbers=numbers) for one in block.sentences)
                )
                for block in some
            )
            yield Bullets(words) if bulleted else Para(words[0])
            if below:
                yield from below(desk, [one for block in some for one in block.sentences])


def target_of(ref: str) -> Target:
    """Lead to what a citation cites: a claim, or a source as a whole."""
    return addresses.claim(ref) if "#" in ref else Target(addresses.source(ref))


def fallen(desk: View, *refs: str) -> str:
    """Mark what rests on an article that its publisher corrected or withdrew; nothing for the others.

    Args:
        desk: the desk.
        refs: claims, or sources as a whole.

    """
    sources = (desk.corpus.claims[ref].source if ref in desk.corpus.claims else ref for ref in refs)
    found = {desk.corpus.sources[id_].status for id_ in sources if id_ in desk.corpus.sources}
    worst = next((status for status in ("withdrawn", "corrected") if status in found), "")
    return desk.say.aside(desk.say.of("fallen", worst)) if worst else ""


def publisher(desk: View, source: Source) -> Inline:
    """Name who publishes a source, or that the text does not state it."""
    if phrases.is_published(source):
        return entity(desk, source.publisher or "")
    return desk.say("publisher-not-stated")


def chain(desk: View, source: Source, shown: Chain) -> Inline:
    """Show by which way words came: origin first, the source last."""
    return phrases.chain(desk.say, shown, _teller(desk, source), lambda id_: entity(desk, id_))


def chains(desk: View, claim: Claim) -> Inline:
    """Show who says a claim: every chain of voices, or that they were not analysed."""
    return desk.once(("chains", claim.ref), partial(_chains, desk, claim), claim)


def _chains(desk: View, claim: Claim) -> Inline:
    last = _teller(desk, desk.corpus.sources[claim.source])
    return phrases.ways(desk.say, claim, last, lambda id_: entity(desk, id_))


def _teller(desk: View, source: Source) -> Inline:
    known = phrases.is_published(source)
    last = entity(desk, source.publisher or "") if known else source_as(desk, source)
    mark = fallen(desk, source.id)
    return (last, mark) if mark else last


def source_title(say: Messages, source: Source) -> str:
    return source.title if source.title and source.title != NOT_STATED else phrases.called(say, source)


def source_as(desk: View, source: Source, target: Target | None = None) -> Inline:
    """Link a source by its name: its own title is in its own language, what the desk calls it in the desk's."""
    own = source.label == source.title
    shown = Verbatim(source.label) if own else source.label
    link = PageLink(target or Target(addresses.source(source.id)), shown, source.lang if own else "")
    return desk.say("untitled", label=link) if source.title == NOT_STATED else link


def briefing_as(briefing: Briefing, target: Target | None = None) -> PageLink:
    """Link a briefing, or a place in it, by its title."""
    return PageLink(target or Target(addresses.briefing(briefing.id)), briefing.title, briefing.lang)


def dateline(desk: View, briefing: Briefing) -> str:
    """Say of which day a briefing is: when it happened, for when it is scheduled, or when it was reported.

    The last is the day of its newest source, so that beside it no other word for that day is needed.
    """
    line = events.dateline(desk.corpus, briefing)
    return desk.say.of("dateline", line.sort, day=phrases.day_words(desk.say, line.date)) if line else ""


def is_reported(desk: View, briefing: Briefing) -> bool:
    """Whether no source gives a briefing's development a day, so that it has that of its newest source."""
    line = events.dateline(desk.corpus, briefing)
    return line is not None and line.sort == "reported"


def storyline(desk: View, id_: str) -> PageLink:
    return PageLink(Target(addresses.storyline(id_)), desk.corpus.storylines[id_].title)


def source_link(desk: View, source: Source, *, target: Target | None = None) -> Inline:
    """Show a source: its label, its publisher, its date."""
    parts: list[Inline] = [(source_as(desk, source, target), fallen(desk, source.id))]
    if phrases.is_published(source):
        parts.append(publisher(desk, source) if target else _described(desk, source))
    parts.append(phrases.published_words(desk.say, source.published))
    return desk.say.items(*parts)


def _described(desk: View, source: Source) -> Inline:
    """Name who publishes a source, and what sort of outlet that is."""
    known = desk.corpus.entities.get(source.publisher or "")
    name = publisher(desk, source)
    if known is None or not known.medium:
        return name
    return (name, desk.say.space, desk.say("aside", words=desk.say.of("medium", known.medium)))


def reference(desk: View, source: Source) -> Inline:
    """Show a source in full, as at the end of a document: title as printed, author, publisher, date, address."""
    return desk.once(("reference", source.id), partial(_reference, desk, source), source)


def _reference(desk: View, source: Source) -> Inline:
    say, mark = desk.say, fallen(desk, source.id)
    label = source_as(desk, source)
    title: Inline
    if not source.title or source.title == NOT_STATED:
        title = (label, mark)
    elif source.title == source.label:
        title = (say("in-marks", words=label), mark)
    else:
        title = say("reference-title", source=(label, mark), title=Verbatim(source.title))
    parts: dict[str, Inline] = {"title": title}
    if source.author and source.author != NOT_STATED:
        parts["author"] = Verbatim(source.author)
    parts["publisher"] = publisher(desk, source)
    parts["published"] = phrases.published_words(say, source.published)
    if source.address:
        parts["address"] = WebLink(source.address, source.address)
    return say.items(*((part, _basis(desk, source, name)) for name, part in parts.items()))


def references(desk: View, refs: Iterable[str]) -> tuple[Inline, ...]:
    """Show in full the sources of what is cited, each once: claims, or sources as a whole."""
    known = desk.corpus
    ids = dict.fromkeys(known.claims[ref].source if ref in known.claims else ref for ref in refs)
    return tuple(reference(desk, known.sources[id_]) for id_ in ids if id_ in known.sources)


def _basis(desk: View, source: Source, name: str) -> str:
    if name in source.inferred:
        return desk.say.aside(desk.say("basis-inferred"))
    return desk.say.aside(desk.say("basis-outside")) if name in source.outside else ""


def is_denied_text(claim: Claim) -> bool:
    """Whether a denial has no words of its own, so that its text is that of what it denies."""
    return bool(claim.text.inlines) and claim.text.inlines[0] == _DENIED
