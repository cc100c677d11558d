"""Which briefings and claims of two builds are the same ones, be it under another name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from generator.corpus import Claim, Corpus


def briefings(base: Corpus, head: Corpus) -> dict[str, str]:
    """Pair the briefings of the base with those of the head: by id, or by what they were called `formerly`."""
    former = {old: briefing.id for briefing in head.briefings.values() for old in briefing.formerly}
    return {
        id_: id_ if id_ in head.briefings else former[id_]
        for id_ in base.briefings
        if id_ in head.briefings or id_ in former
    }


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
