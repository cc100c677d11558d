"""Match the briefings and claims of two builds, also if their ids changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus


def briefings(base: Corpus, head: Corpus) -> dict[str, str]:
    """Pair the briefings of the base with those of the head: by id, or by what they were called `formerly`.

    Of the others those belong together that say the same, half of it at least.
    """
    former = {old: briefing.id for briefing in head.briefings.values() for old in briefing.formerly}
    found = {
        id_: id_ if id_ in head.briefings else former[id_]
        for id_ in base.briefings
        if id_ in head.briefings or id_ in former
    }
    taken = set(found.values())
    return found | _alike(
        {id_: _says(one) for id_, one in base.briefings.items() if id_ not in found},
        {id_: _says(one) for id_, one in head.briefings.items() if id_ not in taken},
    )


def _says(briefing: Briefing) -> frozenset[Hashable]:
    sentences = (sentence.text for block in briefing.summary for sentence in block.sentences)
    claims = ((_passages(claim), claim.text.text) for claim in briefing.claims)
    return frozenset((briefing.title, *sentences, *claims))


def _alike(
    olds: Mapping[str, frozenset[Hashable]], news: Mapping[str, frozenset[Hashable]]
) -> dict[str, str]:
    """Pair those that share half of what one of them says; what more than one says on a side tells nothing."""
    held, holds = (_only_of_one(side) for side in (olds, news))
    shared = Counter((held[item], holds[item]) for item in held.keys() & holds.keys())
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (old, new), count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        least = min(len(olds[old]), len(news[new]))
        if old not in found and new not in taken and 2 * count >= least:
            found[old] = new
            taken.add(new)
    return found


def _only_of_one(side: Mapping[str, frozenset[Hashable]]) -> dict[Hashable, str]:
    count = Counter(item for items in side.values() for item in items)
    return {item: id_ for id_, items in side.items() for item in items if count[item] == 1}


def claims(base: Corpus, head: Corpus, homes: Mapping[str, str]) -> dict[str, str]:
    """Pair the analysed claims of the base with those of the head.

    By id first, or by what a claim was called `formerly`. Of the others those belong together that have the same passages and the same text, wherever;
    then those of one briefing that share one of the two, so that a new name hides no changed word.
    """
    olds = {claim.ref: claim for claim in base.claims.values() if claim.analysed}
    news = {claim.ref: claim for claim in head.claims.values() if claim.analysed}
    former = {f"{claim.briefing}#{old}": ref for ref, claim in news.items() for old in claim.formerly}
    at = {ref: f"{homes.get(claim.briefing, claim.briefing)}#{claim.id}" for ref, claim in olds.items()}
    found = {ref: same for ref, same in at.items() if same in news}
    taken = set(found.values())
    for ref, same in at.items():
        if ref not in found and same in former and former[same] not in taken:
            found[ref] = former[same]
            taken.add(former[same])
    keys: tuple[Callable[[Claim, str], Hashable], ...] = (
        lambda claim, _: (_passages(claim), claim.text.text),
        lambda claim, home: (_passages(claim), home),
        lambda claim, home: (claim.text.text, home),
    )
    for key in keys:
        taken = set(found.values())
        left = {
            ref: key(claim, homes.get(claim.briefing, claim.briefing))
            for ref, claim in olds.items()
            if ref not in found
        }
        free = {ref: key(claim, claim.briefing) for ref, claim in news.items() if ref not in taken}
        found |= _pairs(left, free)
    return found


def _passages(claim: Claim) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((passage.source, passage.words) for passage in claim.passages)


def _pairs(olds: Mapping[str, Hashable], news: Mapping[str, Hashable]) -> Iterable[tuple[str, str]]:
    """Pair what has the same key, where it is the only one with it on both sides."""
    by_key: defaultdict[Hashable, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for ref, key in olds.items():
        by_key[key][0].append(ref)
    for ref, key in news.items():
        by_key[key][1].append(ref)
    return [(one[0], two[0]) for one, two in by_key.values() if len(one) == len(two) == 1]
