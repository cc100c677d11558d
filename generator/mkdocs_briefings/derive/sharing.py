"""What was computed before and comes out the same is the same object again, so that a preview can skip what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mkdocs_briefings.derive.backlinks import Backlinks
from mkdocs_briefings.model.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping

K = TypeVar("K")
T = TypeVar("T")


def one(old: T, new: T) -> T:
    """Give the old one if both are the same."""
    return old if old == new else new


def each(old: Mapping[K, T], new: Mapping[K, T]) -> Mapping[K, T]:
    """Give the new entries, those that are the same as the old ones; the old table if all are, in the same order."""
    made = {}
    for key, value in new.items():
        before = old.get(key)
        made[key] = before if before is not None and (before is value or before == value) else value
    same = len(made) == len(old) and all(
        a == b and value is old[b] for (a, value), b in zip(made.items(), old, strict=True)
    )
    return old if same else made


def corpus(old: Corpus, new: Corpus) -> Corpus:
    briefings = each(old.briefings, new.briefings)
    claims = {claim.ref: claim for briefing in briefings.values() for claim in briefing.claims}
    return Corpus(
        each(old.sources, new.sources),
        briefings,
        each(old.entities, new.entities),
        each(old.storylines, new.storylines),
        old.claims if briefings is old.briefings else each(old.claims, claims),
        each(old.mentions, new.mentions),
        new.as_of,
    )


def links(old: Backlinks, new: Backlinks) -> Backlinks:
    made = Backlinks(
        each(old.entities, new.entities),
        each(old.claims, new.claims),
        each(old.said, new.said),
        each(old.sources, new.sources),
        each(old.named, new.named),
    )
    return one(old, made)
