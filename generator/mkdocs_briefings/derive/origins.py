"""Count who said something by origins, not by articles, so that relaying is not taken for confirmation."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Briefing, Chain, Claim, Corpus, Source


@dataclass(frozen=True, slots=True)
class Route:
    """The claims of a briefing that reach it by the same way."""

    source: str
    chain: Chain
    """Empty where the source says it in its own voice."""
    analysed: bool
    """False for quotations whose voices nobody has looked at."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The first voice of a chain, as far as it can be distinguished from others.

    Unnamed voices behind one outlet are one origin: nothing tells them apart.
    """

    entity: str = ""
    unnamed_behind: str = ""
    """The outlet, body or source that alone knows who they are."""


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How far a claim is corroborated by all claims that state the same."""

    origins: tuple[Origin, ...]
    relays: tuple[str, ...]
    """Entities that pass it on without being its origin, publishers of the sources among them."""
    sources: tuple[str, ...]
    relaying: tuple[str, ...]
    """The sources among them that pass on what another voice says."""
    not_held: tuple[str, ...]
    """Outlets whose own report is not among the sources."""


def routes(briefing: Briefing) -> tuple[Route, ...]:
    """Group a briefing's claims by source and chain, in the order in which they first come."""
    groups: dict[tuple[str, Chain, bool], list[Claim]] = {}
    for claim in briefing.claims:
        for chain in claim.chains or ((),):
            groups.setdefault((claim.source, chain, claim.analysed), []).append(claim)
    return tuple(Route(*key, tuple(claims)) for key, claims in groups.items())


def relayed(corpus: Corpus, briefing: Briefing, source: str) -> tuple[str, ...]:
    """Return the outlets whose reports a source relays in the claims of a briefing."""
    claims = (claim for claim in briefing.claims if claim.source == source)
    return tuple(dict.fromkeys(outlet for claim in claims for outlet in _outlets(corpus, claim)))


def corroborations(corpus: Corpus, once: Once | None = None) -> Mapping[str, Corroboration]:
    """Count the independent origins of every analysed claim, by its reference."""
    once = once or Once()
    made: dict[str, Corroboration] = {}
    for group in same(corpus):
        made |= dict.fromkeys(group, once(("origins", group), partial(_corroboration, corpus, group)))
    return made


def _corroboration(corpus: Corpus, group: tuple[str, ...]) -> Corroboration:
    held = [corpus.claims[ref] for ref in group]
    # What was withdrawn corroborates nothing that others say.
    claims = [claim for claim in held if corpus.sources[claim.source].status != "withdrawn"] or held
    ways = [(claim, chain) for claim in claims for chain in claim.chains or ((),)]
    own = {corpus.sources[claim.source].publisher for claim in claims if not claim.chains}
    origins = dict.fromkeys(
        origin(corpus.sources[claim.source], chain)
        for claim, chain in ways
        if chain or not _passes_on(corpus.sources[claim.source], own)
    )
    relays = dict.fromkeys(name for claim, chain in ways for name in _relays(corpus, claim, chain))
    sources = tuple(dict.fromkeys(claim.source for claim in claims))
    publishers = {corpus.sources[id_].publisher for id_ in sources}
    outlets = dict.fromkeys(outlet for claim in claims for outlet in _outlets(corpus, claim))
    independent = _independent(tuple(origins), relays)
    first = {one.entity for one in independent}
    return Corroboration(
        independent,
        tuple(name for name in relays if name not in first),
        sources,
        tuple(dict.fromkeys(claim.source for claim, chain in ways if chain)),
        tuple(outlet for outlet in outlets if outlet not in publishers),
    )


def _passes_on(source: Source, publishers: Iterable[str | None]) -> bool:
    """Whether an article says itself that it relays one of these outlets, which tells the same in its own voice."""
    return any(outlet in publishers and outlet != source.publisher for outlet, _ in source.cites)


def _independent(origins: tuple[Origin, ...], relays: Iterable[str]) -> tuple[Origin, ...]:
    """Leave out whoever is known to pass the same on: an article that relays them has only left out from whom."""
    passing_on = set(relays)
    return tuple(one for one in origins if one.entity not in passing_on) or origins[:1]


def origin(source: Source, chain: Chain) -> Origin:
    """Return the origin of a chain in a source."""
    publisher = source.publisher if source.publisher not in {None, NOT_STATED} else None
    if not chain:
        return Origin(publisher or "", "" if publisher else source.id)
    first = chain[0]
    entity = first.entity or source.one_voice.get(first.description, "")
    if entity:
        return Origin(entity)
    behind = next((voice.entity for voice in chain[1:] if voice.entity), None)
    return Origin(unnamed_behind=behind or publisher or source.id)


def only_through(corpus: Corpus) -> Mapping[str, tuple[Claim, ...]]:
    """Return the claims that the site knows only because another article relays an outlet's report, by outlet."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for outlet in _outlets(corpus, claim):
            if corpus.sources[claim.source].publisher != outlet:
                found[outlet].append(claim)
    return {outlet: tuple(claims) for outlet, claims in found.items()}


def _relays(corpus: Corpus, claim: Claim, chain: Chain) -> Iterator[str]:
    yield from (voice.entity for voice in chain[1:] if voice.entity)
    publisher = corpus.sources[claim.source].publisher
    if chain and publisher and publisher != NOT_STATED:
        yield publisher


def _outlets(corpus: Corpus, claim: Claim) -> Iterator[str]:
    for chain in claim.chains:
        for voice in chain:
            if voice.entity in corpus.entities and corpus.entities[voice.entity].kind == "outlet":
                yield voice.entity


def same(corpus: Corpus) -> Iterable[tuple[str, ...]]:
    """Gather the claims that are declared to state the same; each claim is in one group, often alone."""
    group: dict[str, dict[str, None]] = {ref: {ref: None} for ref, c in corpus.claims.items() if c.analysed}
    for claim in corpus.claims.values():
        for other in claim.same:
            one, two = group.get(claim.ref), group.get(other)
            if one is not None and two is not None and one is not two:
                one |= two
                for ref in two:
                    group[ref] = one
    return dict.fromkeys(tuple(sorted(members)) for members in group.values())
