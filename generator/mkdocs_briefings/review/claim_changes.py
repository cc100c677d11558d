"""Find claims that were added, changed, renamed or lost, and flag what to look at."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Literal, NamedTuple

from mkdocs_briefings.derive.origins import same
from mkdocs_briefings.review import word_changes
from mkdocs_briefings.review.change import LOOKS, ClaimChange, Flag, Statement
from mkdocs_briefings.review.statements import statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.review.change import Edition


def claim_changes(
    base: Edition, head: Edition, homes: Mapping[str, str], now: Mapping[str, str]
) -> tuple[ClaimChange, ...]:
    """Compare the claims of two builds; `homes` pairs their briefings, `now` their claims, base with head."""
    one, two = base.result.corpus, head.result.corpus
    then = {new: old for old, new in now.items()}
    found: list[ClaimChange] = []
    for claim in two.claims.values():
        if not claim.analysed:
            continue
        after = _BuiltClaim(two, claim, statement(two, claim, {}))
        if claim.ref in then:
            old = one.claims[then[claim.ref]]
            stayed = claim.ref == f"{homes.get(old.briefing)}#{old.id}"
            found += _changed(_BuiltClaim(one, old, statement(one, old, now)), after, stayed=stayed)
        else:
            found.append(ClaimChange(claim.ref, "", "added", None, after.told, (), tuple(_of_added(after))))
    faulty = {problem.place.path for problem in head.result.problems if problem.is_error}
    groups = {ref: group for group in same(one) for ref in group}
    for claim in one.claims.values():
        if claim.analysed and claim.ref not in now:
            files = {one.briefings[claim.briefing].path, one.sources[claim.source].path}
            told = statement(one, claim, now)
            if files & faulty:
                found.append(ClaimChange(claim.ref, "", "unreadable", told, None, (), ()))
            else:
                alone = not any(ref in now for ref in groups[claim.ref])
                flag = Flag("origin-lost", "The claim was removed, and no other claim says the same.")
                flags = (flag,) if alone else ()
                found.append(ClaimChange(claim.ref, "", "lost", told, None, (), flags))
    return tuple(sorted(found, key=_order))


def weight(flags: Iterable[Flag]) -> int:
    """Order by the most important flag."""
    return min((LOOKS.index(flag.look) for flag in flags), default=len(LOOKS))


_HOWS = ("lost", "changed", "renamed", "added", "unreadable")


def _order(change: ClaimChange) -> tuple[int, int, str]:
    return weight(change.flags), _HOWS.index(change.how), change.ref


class _BuiltClaim(NamedTuple):
    """A claim in one of the two builds."""

    corpus: Corpus
    claim: Claim
    told: Statement


def _changed(before: _BuiltClaim, after: _BuiltClaim, *, stayed: bool) -> Iterator[ClaimChange]:
    old, new = before.told, after.told
    changed = tuple(one.name for one in fields(Statement) if getattr(old, one.name) != getattr(new, one.name))
    if stayed and not changed:
        return
    how: Literal["renamed", "changed"] = "changed" if stayed else "renamed"
    was = before.claim.ref if before.claim.ref != after.claim.ref else ""
    found = (*_of_text(before, after), *_of_facts(before, after))
    flags = tuple(sorted(found, key=lambda flag: LOOKS.index(flag.look)))
    yield ClaimChange(after.claim.ref, was, how, old, new, changed, flags)


def _of_added(new: _BuiltClaim) -> Iterator[Flag]:
    if against := _against(new):
        yield Flag("negation", against)
    source = new.corpus.sources[new.claim.source]
    if source.status != "current":
        yield Flag("source-fell", f"Its source was {source.status} by its publisher.")


def _of_text(old: _BuiltClaim, new: _BuiltClaim) -> Iterator[Flag]:
    before, after = old.told, new.told
    if change := word_changes.negation_change(before.text, after.text):
        yield Flag("negation", change)
    against = _against(new)
    if against and against != _against(old):
        yield Flag("negation", against)
    for one, two in zip(before.passages, after.passages, strict=False):
        if change := word_changes.negation_change(one.words, two.words):
            yield Flag("negation", f"In the passage: {change}")
    stayed = before.passages == after.passages
    if stayed and word_changes.figures_change(before.text, after.text):
        yield Flag("figures", "A number or date in the sentence changed; the passage did not.")
    if stayed and before.text != after.text:
        yield Flag("sentence-alone", "The sentence changed; the passage did not.")
    if not stayed and before.text == after.text:
        yield Flag("passage-alone", "The passage changed; the sentence did not.")


def _of_facts(old: _BuiltClaim, new: _BuiltClaim) -> Iterator[Flag]:
    before, after = old.told, new.told
    source = new.corpus.sources[new.claim.source]
    if source.status not in {"current", old.corpus.sources[old.claim.source].status}:
        yield Flag("source-fell", f"Its source was {source.status} by its publisher.")
    if before.states != after.states:
        yield Flag("state", f"{_listed(before.states)} → {_listed(after.states)}.")
    if before.said_by != after.said_by:
        yield Flag("voice", f"{_listed(before.said_by)}; now: {_listed(after.said_by)}.")
    if before.replies != after.replies:
        yield Flag("voice", f"Reply: {_listed(before.replies)}; now: {_listed(after.replies)}.")
    if before.kind != after.kind:
        yield Flag("kind", f"{before.kind} → {after.kind}.")
    if before.denies != after.denies:
        yield Flag("negation", f"Denies: {before.denies or 'nothing'} → {after.denies or 'nothing'}.")
    if before.passages == after.passages:
        yield from _of_same_passages(before, after)


def _of_same_passages(before: Statement, after: Statement) -> Iterator[Flag]:
    if before.translations != after.translations:
        yield Flag("sentence-alone", "The translation changed; the passage did not.")
    if before.date != after.date:
        dates = f"{before.date or 'none'} → {after.date or 'none'}"
        yield Flag("figures", f"The date changed; the passage did not: {dates}.")
    if before.values != after.values:
        yield Flag("figures", "A value changed; the passage did not.")


def _against(side: _BuiltClaim) -> str:
    if side.claim.denies or side.claim.kind == "denial":  # what it denies may well negate
        return ""
    return word_changes.negation_against(side.told.text, [passage.words for passage in side.told.passages])


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items) or "none"
