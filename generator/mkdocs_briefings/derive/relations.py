"""Compute how entities are related: by shared sentences, as issuers and targets, by what claims say."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import ANSWERS
from mkdocs_briefings.model.prose import Name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.derive.backlinks import Backlinks
    from mkdocs_briefings.model.corpus import Claim, Comparable, Corpus
    from mkdocs_briefings.model.prose import Sentence

MOST_TOGETHER = 12
"""Entities that a page names as appearing with its own, the most frequent ones."""


def together(corpus: Corpus, links: Backlinks) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the entities that share sentences with each entity, with their number, most first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sentences: dict[int, Sentence] = {
        id(link.sentence): link.sentence for found in links.entities.values() for link in found
    }
    for sentence in sentences.values():
        named = sorted({i.entity for i in sentence.inlines if isinstance(i, Name)} & corpus.entities.keys())
        for one, other in combinations(named, 2):
            counts[one][other] += 1
            counts[other][one] += 1
    return {
        id_: tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_TOGETHER])
        for id_, found in counts.items()
    }


def measures(corpus: Corpus) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the measures that each entity issued, is the target of, or is the technology of, with how."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for measure in corpus.entities.values():
        if measure.issuer:
            found[measure.issuer].append((measure.id, "issuer"))
        for target in measure.targets:
            found[target].append((measure.id, "aimed at it"))
        for technology in measure.technologies:
            found[technology].append((measure.id, "about it"))
    return {id_: tuple(pairs) for id_, pairs in found.items()}


def parts(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Return the parts of each measure."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for measure in corpus.entities.values():
        if measure.part_of:
            found[measure.part_of].append(measure.id)
    return {id_: tuple(ids) for id_, ids in found.items()}


def values(corpus: Corpus) -> Mapping[str, tuple[tuple[Claim, Comparable], ...]]:
    """What claims say of each subject that a machine can compare."""
    found: defaultdict[str, list[tuple[Claim, Comparable]]] = defaultdict(list)
    for claim in corpus.claims.values():
        for value in claim.values:
            found[value.subject].append((claim, value))
    return {id_: tuple(pairs) for id_, pairs in found.items()}


def responses(corpus: Corpus) -> Mapping[str, tuple[Claim, ...]]:
    """Return the claims that call a measure a response to another one, by either of the two."""
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in corpus.claims.values():
        for value in claim.values:
            if value.property == ANSWERS:
                for id_ in (value.subject, *map(str, value.values)):
                    found[id_][claim.ref] = claim
    return {id_: tuple(claims.values()) for id_, claims in found.items()}
