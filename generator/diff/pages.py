"""Briefings and pages: what appears, changes, goes, and which addresses lead nowhere now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.diff.change import Address, BriefingChange, Flag, PageChange
from generator.diff.written import public, written_changes, written_lost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.corpus import Briefing, Corpus
    from generator.diff.change import Edition


def briefing_changes(base: Edition, head: Edition, homes: Mapping[str, str]) -> tuple[BriefingChange, ...]:
    """Tell which briefings come, go, get another id or reach other readers."""
    one, two = base.result.corpus, head.result.corpus
    found = []
    then = {new: old for old, new in homes.items()}
    for id_, briefing in two.briefings.items():
        seen = _seen(two, briefing)
        if id_ not in then:
            found.append(BriefingChange(id_, "", briefing.title, "added", "", seen, ()))
            continue
        before = _seen(one, one.briefings[then[id_]])
        if then[id_] != id_ or before != seen:
            how: Literal["renamed", "changed"] = "renamed" if then[id_] != id_ else "changed"
            words = f"It was {before}, it is {seen} now."
            flags = (Flag("publication", words),) if before != seen else ()
            was = then[id_] if then[id_] != id_ else ""
            found.append(BriefingChange(id_, was, briefing.title, how, before, seen, flags))
    for id_, briefing in one.briefings.items():
        if id_ not in homes:
            found.append(BriefingChange(id_, "", briefing.title, "lost", _seen(one, briefing), "", ()))
    return tuple(sorted(found, key=lambda change: (not change.flags, change.how != "lost", change.id)))


def _seen(corpus: Corpus, briefing: Briefing) -> str:
    if briefing.status != "published":
        return briefing.status
    embargo = briefing.embargo
    hidden = embargo is not None and (corpus.as_of is None or corpus.as_of < embargo.latest)
    return "under embargo" if hidden else "published"


def page_changes(base: Edition, head: Edition) -> tuple[PageChange, ...]:
    """Compare the pages by path, those that an editor wrote first; generated ones only where no side has errors."""
    generated = () if base.failed or head.failed else _generated(base, head)
    found = (*written_changes(base, head), *generated)
    return tuple(sorted(found, key=lambda change: (not change.listed, _HOWS.index(change.how), change.path)))


_HOWS = ("gone", "moved", "added", "changed")


def _generated(base: Edition, head: Edition) -> Iterator[PageChange]:
    olds = {page.path: page for page in base.result.pages}
    news = {page.path: page for page in head.result.pages}
    for path, new in news.items():
        old = olds.get(path)
        if new.moved_to and not (old and old.moved_to == new.moved_to):
            yield PageChange(path, new.title, "moved", new.moved_to, listed=True)
        elif old is None:
            yield PageChange(path, new.title, "added", "", bool(new.made_from))
        elif old.text() != new.text():
            yield PageChange(path, new.title, "changed", "", bool(new.made_from))
    for path, old in olds.items():
        if path not in news:
            yield PageChange(path, old.title, "gone", "", bool(old.made_from))


def addresses(base: Edition, head: Edition) -> tuple[Address, ...]:
    """Tell which addresses that readers have would lead nowhere."""
    generated = () if base.failed or head.failed else _broken(base, head)
    return tuple(sorted((*written_lost(base, head), *generated), key=lambda address: address.path))


_LEAD_ON = frozenset({"briefing", "withdrawn", "entity", "source", "storyline", "moved"})
"""Kinds of pages of which there can be redirects."""


def _broken(base: Edition, head: Edition) -> Iterator[Address]:
    kept = {page.path for page in head.result.pages}
    seen = public(head)
    for page in base.result.pages:
        if page.path not in base.public or page.path in seen:
            continue
        if page.path in kept:
            why = "Readers do not see this page any more. Withdraw a briefing (`status: withdrawn`) to leave its reason."
        elif page.path.startswith("briefings/") and page.kind in _LEAD_ON:
            why = (
                "Put this id under `formerly` of the briefing that takes its place, or withdraw the briefing."
            )
        elif page.kind in _LEAD_ON:
            why = "Put this id under `formerly` of what takes its place."
        else:
            why = "Nothing leads on from it. Pages of this kind have no redirects."
        yield Address(page.path, page.title, why, (Flag("address", "This address leads nowhere now."),))
