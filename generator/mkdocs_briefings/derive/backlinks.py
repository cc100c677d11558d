"""Find what mentions an entity, cites a claim or uses a source, each with its sentence."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import addresses
from mkdocs_briefings.model import corpus_fields as fields
from mkdocs_briefings.model.prose import Name, Sentence
from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Claim, Corpus, Mentions, Source
    from mkdocs_briefings.model.corpus_fields import PlacedSentence
    from mkdocs_briefings.model.recorded import Once


@dataclass(frozen=True, slots=True)
class Backlink:
    """A sentence that links to something."""

    home: str
    """The briefing or storyline that it is in."""
    part: str
    """`claim`, `question`, `disagreement`, `correction`, or what it is in its briefing or storyline: `summary`, …"""
    sentence: Sentence
    target: Target
    """Where the sentence stands."""
    claim: Claim | None = None
    """The claim whose text it is; what its fields name counts as named by it."""


@dataclass(frozen=True, slots=True)
class Backlinks:
    entities: Mapping[str, tuple[Backlink, ...]]
    claims: Mapping[str, tuple[Backlink, ...]]
    """The sentences that cite a claim, or a source as a whole."""
    said: Mapping[str, tuple[Claim, ...]]
    """The claims in whose chains an entity speaks."""
    sources: Mapping[str, tuple[str, ...]]
    """The briefings that draw on each source."""
    named: Mapping[str, tuple[str, ...]]
    """The sources that name an entity in any way, or that it publishes."""


def backlinks(corpus: Corpus, once: Once) -> Backlinks:
    """Gather all backlinks of the desk, newest briefing first.

    Args:
        corpus: the corpus.
        once: makes once what follows from a briefing, a storyline or a source.

    """
    entities: defaultdict[str, list[Backlink]] = defaultdict(list)
    claims: defaultdict[str, list[Backlink]] = defaultdict(list)
    said: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for home in _homes(corpus, once):
        for entity, links in home.entities:
            entities[entity] += links
        for ref, links in home.claims:
            claims[ref] += links
    for claim in corpus.claims.values():
        for chain in claim.chains:
            for voice in chain:
                if voice.entity:
                    said[voice.entity][claim.ref] = claim
    for briefing in corpus.briefings.values():
        for source in briefing.sources if briefing.status != "withdrawn" else ():
            sources[source].append(briefing.id)
    return Backlinks(
        {id_: tuple(links) for id_, links in entities.items()},
        {ref: tuple(links) for ref, links in claims.items()},
        {id_: tuple(by_ref.values()) for id_, by_ref in said.items()},
        {id_: tuple(homes) for id_, homes in sources.items()},
        _named(corpus, once),
    )


@dataclass(frozen=True, slots=True)
class _Home:
    """What the sentences of a briefing or a storyline link to."""

    entities: tuple[tuple[str, tuple[Backlink, ...]], ...]
    claims: tuple[tuple[str, tuple[Backlink, ...]], ...]


def _homes(corpus: Corpus, once: Once) -> Iterator[_Home]:
    for briefing in corpus.briefings.values():
        if briefing.status != "withdrawn":
            told = partial(_home, corpus, fields.of_briefing, briefing)
            yield once(("sentences", "briefing", briefing.id), told, briefing)
    for storyline in corpus.storylines.values():
        told = partial(_home, corpus, fields.of_storyline, storyline)
        yield once(("sentences", "storyline", storyline.id), told, storyline)


def _home(corpus: Corpus, of: Callable[[Any], Iterable[PlacedSentence]], thing: object) -> _Home:
    entities: defaultdict[str, list[Backlink]] = defaultdict(list)
    claims: defaultdict[str, list[Backlink]] = defaultdict(list)
    for told in of(thing):
        if told.plain and told.kind != "text":
            continue  # it names and cites nothing
        link = _backlink(corpus, told)
        for entity in dict.fromkeys(_entities(link)):
            entities[entity].append(link)
        for ref in dict.fromkeys(item.ref for item in link.sentence.cites):
            claims[ref].append(link)
    return _Home(
        tuple((entity, tuple(links)) for entity, links in entities.items()),
        tuple((ref, tuple(links)) for ref, links in claims.items()),
    )


def _named(corpus: Corpus, once: Once) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for source in corpus.sources.values():
        mentions = corpus.mentions[source.id]
        for entity in once(("named", source.id), partial(_named_in, source, mentions), source, mentions):
            found[entity].append(source.id)
    return {entity: tuple(ids) for entity, ids in found.items()}


def _named_in(source: Source, mentions: Mentions) -> tuple[str, ...]:
    entities = [*(entity for entity, _ in mentions), *(outlet for outlet, _ in source.cites)]
    entities += [*(m.entity for m in source.misprints), *source.means.values(), source.publisher or ""]
    return tuple(dict.fromkeys(entities))


def _entities(link: Backlink) -> Iterator[str]:
    for inline in link.sentence.inlines:
        if isinstance(inline, Name):
            yield inline.entity
    if link.claim:
        yield from (measure for measure, _ in link.claim.states)
        yield from (value.subject for value in link.claim.values)
        yield from (role.person for role in link.claim.roles)
        for role in link.claim.roles:
            yield from (i.entity for i in role.role.inlines if isinstance(i, Name))


def _backlink(corpus: Corpus, told: PlacedSentence) -> Backlink:
    ref = f"{told.home}#{told.item}"
    match told.thing:
        case "claim":
            claim = corpus.claims.get(ref) if told.kind == "text" else None
            return Backlink(told.home, "claim", told.sentence, addresses.claim(ref), claim)
        case "disagreement":
            target = addresses.disagreement(told.home, told.item)
        case "question":
            target = addresses.question(told.home, told.item)
        case "storyline":
            target = addresses.Target(addresses.storyline(told.home))
        case _:
            target = addresses.Target(addresses.briefing(told.home))
    part = told.kind if told.thing in {"briefing", "storyline"} else told.thing
    return Backlink(told.home, part, told.sentence, target)
