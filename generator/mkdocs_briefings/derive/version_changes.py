"""What changed between two versions of a briefing: its title, sentences, claims, states, disagreements, questions."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, TypeVar, get_args

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.parse.version_ledger import (
        ToldClaim,
        ToldCorrection,
        ToldDisagreement,
        ToldQuestion,
        ToldReply,
        ToldSentence,
        Version,
    )


T = TypeVar("T", bound="_HasId")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


What = Literal[
    "title", "sentence", "citations", "claim", "passage", "translation", "reply", "state", "disagreement", "question", "correction", "matters", "note",
]  # fmt: skip
WHATS: tuple[What, ...] = get_args(What)
"""What can have changed; in this order it is told."""

_ALIKE = 50
"""How alike, of 100, two sentences are of which one is taken for the other's new wording."""
_MOST = 10_000
"""Pairs of sentences that are compared for likeness; beyond, they are paired in their order."""


@dataclass(frozen=True, slots=True)
class StatesTold:
    """The states of a measure that claims tell."""

    measure: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplyTold:
    """What came of asking somebody whom a claim is about."""

    claim: ToldClaim
    reply: ToldReply


@dataclass(frozen=True, slots=True)
class TranslationTold:
    """The desk's words for the passages of a claim."""

    words: tuple[str, ...]
    translator: str


Told: TypeAlias = "str | ToldSentence | ToldClaim | ToldDisagreement | ToldQuestion | ToldCorrection | StatesTold | ReplyTold | TranslationTold"


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One thing that differs: `before` is None for what was added, `after` for what was taken out."""

    what: What
    before: Told | None
    after: Told | None


def version_changes(old: Version, new: Version) -> tuple[VersionChange, ...]:
    """Return what changed from one version to another; nothing can be told of one that was taken down."""
    if old.removed or new.removed:
        return ()
    found = [
        *([VersionChange("title", old.title, new.title)] if old.title != new.title else ()),
        *_sentences(old.summary, new.summary),
        *_claims(old, new),
        *_states(old, new),
        *(VersionChange("disagreement", a, b) for a, b in _by_id(old.disagreements, new.disagreements)),
        *(VersionChange("question", a, b) for a, b in _by_id(old.questions, new.questions)),
        *(VersionChange("correction", one, None) for one in old.corrections if one not in new.corrections),
        *(VersionChange("correction", None, one) for one in new.corrections if one not in old.corrections),
        *(
            [VersionChange("matters", old.matters or None, new.matters or None)]
            if old.matters != new.matters
            else ()
        ),
        *([VersionChange("note", old.note or None, new.note or None)] if old.note != new.note else ()),
    ]
    return tuple(sorted(found, key=lambda one: WHATS.index(one.what)))


def _sentences(old: Sequence[ToldSentence], new: Sequence[ToldSentence]) -> Iterator[VersionChange]:
    one, two = ([(told.text, told.cites) for told in side] for side in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            for before, after in _pairs(old[a:b], new[c:d]):
                same = before is not None and after is not None and before.text == after.text
                yield VersionChange("citations" if same else "sentence", before, after)


def _pairs(
    old: Sequence[ToldSentence], new: Sequence[ToldSentence]
) -> Iterator[tuple[ToldSentence | None, ToldSentence | None]]:
    """Pair each new sentence with the old one that is most like it, if any is; then what is left of the old ones."""
    left = list(old)
    for one in new:
        if len(old) * len(new) <= _MOST:
            likes = [(fuzz.ratio(other.text, one.text), -n) for n, other in enumerate(left)]
            like, place = max(likes, default=(0.0, 0))
            yield (left.pop(-place) if like >= _ALIKE else None), one
        else:
            yield (left.pop(0) if left else None), one
    yield from ((one, None) for one in left)


def _by_id(old: Iterable[T], new: Iterable[T]) -> Iterator[tuple[T | None, T | None]]:
    """Pair what has the same id, where it differs."""
    before = {one.id: one for one in old}
    after = {one.id: one for one in new}
    for id_ in dict.fromkeys((*after, *before)):
        if before.get(id_) != after.get(id_):
            yield before.get(id_), after.get(id_)


def _claims(old: Version, new: Version) -> Iterator[VersionChange]:
    for before, after in _by_id(old.claims, new.claims):
        if before is None or after is None or _told(before) != _told(after):
            yield VersionChange("claim", before, after)
        elif (before.source, before.passages) != (after.source, after.passages):
            yield VersionChange("passage", before, after)
        yield from _replies(before, after)
        if before and after and _translation(before) != _translation(after):
            yield VersionChange("translation", _translation(before), _translation(after))


def _replies(before: ToldClaim | None, after: ToldClaim | None) -> Iterator[VersionChange]:
    """Pair the replies of each party to a claim, where they differ."""
    one, two = (
        {told.party: ReplyTold(side, told) for told in side.replies} if side else {}
        for side in (before, after)
    )
    for party in dict.fromkeys((*two, *one)):
        old, new = one.get(party), two.get(party)
        if (old and old.reply) != (new and new.reply):
            yield VersionChange("reply", old, new)


def _translation(claim: ToldClaim) -> TranslationTold | None:
    return TranslationTold(claim.translations, claim.translator) if claim.translations else None


def _told(claim: ToldClaim) -> tuple[object, ...]:
    """What a reader sees of a claim beside its passage and its state."""
    return (claim.text, claim.kind, claim.analysed, claim.said_by, claim.date, claim.denies)


def _states(old: Version, new: Version) -> Iterator[VersionChange]:
    before, after = ({one.measure: one for one in states_told(side)} for side in (old, new))
    for measure in dict.fromkeys((*after, *before)):
        if before.get(measure) != after.get(measure):
            yield VersionChange("state", before.get(measure), after.get(measure))


def states_told(version: Version) -> tuple[StatesTold, ...]:
    """Gather the states that the claims of a version tell, by measure."""
    told: dict[str, set[str]] = {}
    for claim in version.claims:
        for measure, state in claim.states:
            told.setdefault(measure, set()).add(state)
    return tuple(StatesTold(measure, tuple(sorted(states))) for measure, states in told.items())
