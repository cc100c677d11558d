"""Find briefings and pages that were added, changed or removed, and broken addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import addresses as urls
from mkdocs_briefings.model.corpus_fields import OF_BRIEFING, OF_STORYLINE
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.review.change import BriefingChange, BrokenAddress, Flag, PageChange, StorylineChange
from mkdocs_briefings.review.field_changes import field_changes
from mkdocs_briefings.review.hand_written_changes import LOST, public, written_changes, written_lost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.model.corpus import Briefing, Corpus
    from mkdocs_briefings.review.change import Edition


def briefing_changes(base: Edition, head: Edition, homes: Mapping[str, str]) -> tuple[BriefingChange, ...]:
    """Tell which briefings come, go, get another id or reach other readers."""
    one, two = base.result.corpus, head.result.corpus
    found = []
    faulty = {problem.place.path for problem in head.result.problems if problem.is_error}
    then = {new: old for old, new in homes.items()}
    for id_, briefing in two.briefings.items():
        seen = _seen(two, briefing)
        if id_ not in then:
            found.append(BriefingChange(id_, "", briefing.title, "added", "", seen, (), ()))
            continue
        old = one.briefings[then[id_]]
        before = _seen(one, old)
        fields = () if briefing.path in faulty else field_changes(_PLAIN, old, briefing)
        record = tuple(_record(base, head, then[id_], id_))
        if then[id_] != id_ or before != seen or fields or record:
            how: Literal["renamed", "changed"] = "renamed" if then[id_] != id_ else "changed"
            words = f"It was {before}; now it is {seen}."
            flags = (*((Flag("publication", words),) if before != seen else ()), *record)
            was = then[id_] if then[id_] != id_ else ""
            found.append(BriefingChange(id_, was, briefing.title, how, before, seen, flags, fields))
    for id_, briefing in one.briefings.items():
        if id_ not in homes:
            found.append(BriefingChange(id_, "", briefing.title, "lost", _seen(one, briefing), "", (), ()))
    return tuple(sorted(found, key=lambda change: (not change.flags, change.how != "lost", change.id)))


def _record(base: Edition, head: Edition, old: str, new: str) -> Iterator[Flag]:
    """Say which recorded versions are not in the record as they were: readers have their addresses."""
    one, two = base.result.ledgers.get(old), head.result.ledgers.get(new)
    sums = {version.number: version.sum for version in two.versions} if two else {}
    lost = [
        version.number for version in (one.versions if one else ()) if sums.get(version.number) != version.sum
    ]
    if lost:
        numbers = ", ".join(map(str, lost))
        yield Flag("publication", f"Recorded versions were changed or taken out: {numbers}.")


_PLAIN = tuple(row for row in OF_BRIEFING if not row.told and row.name != "status")
"""Its sentences are told as such, its status by who sees it."""


def storyline_changes(base: Edition, head: Edition) -> tuple[StorylineChange, ...]:
    """Tell which storylines come and go, and what changes in them beside their sentences."""
    one, two = base.result.corpus.storylines, head.result.corpus.storylines
    faulty = {problem.place.path for problem in head.result.problems if problem.is_error}
    plain = tuple(row for row in OF_STORYLINE if not row.told)
    found = []
    for id_ in dict.fromkeys((*two, *one)):
        old, new = one.get(id_), two.get(id_)
        shown = new or old
        assert shown is not None  # noqa: S101, one of the two has it
        if shown.path in faulty:
            continue
        if old is None or new is None:
            found.append(StorylineChange(id_, shown.title, "added" if new else "lost", ()))
        elif fields := field_changes(plain, old, new):
            found.append(StorylineChange(id_, new.title, "changed", fields))
    return tuple(sorted(found, key=lambda change: (change.how != "lost", change.id)))


def _seen(corpus: Corpus, briefing: Briefing) -> str:
    if briefing.status != "published":
        return briefing.status
    return "under embargo" if briefing.is_held(corpus.as_of) else "published"


def page_changes(base: Edition, head: Edition) -> tuple[PageChange, ...]:
    """Compare the pages by path, those that an editor wrote first; generated ones only where no side has errors."""
    generated = () if base.failed or head.failed else _generated(base, head)
    found = (*written_changes(base, head), *generated)
    return tuple(sorted(found, key=lambda change: (not change.listed, _HOWS.index(change.how), change.path)))


_HOWS = ("gone", "moved", "added", "changed")


def _generated(base: Edition, head: Edition) -> Iterator[PageChange]:
    olds = {page.path: page for page in base.result.pages}
    news = {page.path: page for page in head.result.pages}
    left = {new.moved_to for path, new in news.items() if new.moved_to and path in olds}
    for path, new in news.items():
        old = olds.get(path)
        if new.moved_to and not (old and old.moved_to == new.moved_to):
            yield PageChange(path, new.title, "moved", new.moved_to, listed=True)
        elif old is None and path not in left:
            yield PageChange(path, new.title, "added", "", bool(new.made_from))
        elif old is not None and old.text() != new.text():
            yield PageChange(path, new.title, "changed", "", bool(new.made_from))
    for path, old in olds.items():
        if path not in news:
            yield PageChange(path, old.title, "gone", "", bool(old.made_from))


def addresses(
    base: Edition, head: Edition, homes: Mapping[str, str], now: Mapping[str, str]
) -> tuple[BrokenAddress, ...]:
    """Tell which addresses that readers have would lead nowhere; `homes` pairs the briefings, `now` the claims."""
    whole = not (base.failed or head.failed)
    generated = (*_broken(base, head, homes), *_anchors(base, head, now)) if whole else ()
    return tuple(sorted((*written_lost(base, head), *generated), key=lambda address: address.path))


def _broken(base: Edition, head: Edition, homes: Mapping[str, str]) -> Iterator[BrokenAddress]:
    renamed = {urls.briefing(old): (old, new) for old, new in homes.items() if old != new}
    kept = {page.path for page in head.result.pages}
    seen = public(head)
    for page in base.result.pages:
        if page.path not in base.public or page.path in seen:
            continue
        if page.path in kept:
            why = "Readers no longer see this page. To leave a page that gives the reason, withdraw the briefing (`status: withdrawn`)."
        elif page.path in renamed:
            why = "Put `{}` under `formerly` of the briefing `{}`.".format(*renamed[page.path])
        elif page.path.startswith("briefings/") and BY_NAME[page.kind].leads_on:
            why = "Put this id under `formerly` of the briefing that replaces it, or withdraw the briefing."
        elif BY_NAME[page.kind].leads_on:
            why = "Put this id under `formerly` of what replaces it."
        else:
            why = "There is no redirect; pages of this kind cannot have one."
        yield BrokenAddress(page.path, page.title, why, (LOST,))


def _anchors(base: Edition, head: Edition, now: Mapping[str, str]) -> Iterator[BrokenAddress]:
    """Tell which claims have left pages that are still there, so that links to them end at the top."""
    moved = {page.path: page.moved_to for page in head.result.pages if page.moved_to}
    kept = {
        urls.briefing(briefing.id): {
            name for claim in briefing.claims for name in (claim.id, *claim.formerly)
        }
        for briefing in head.result.corpus.briefings.values()
        if briefing.status != "withdrawn" and urls.briefing(briefing.id) in head.public
    }
    for claim in base.result.corpus.claims.values():
        page = urls.briefing(claim.briefing)
        to = moved.get(page, page)
        if not claim.analysed or page not in base.public or to not in kept:
            continue
        new = head.result.corpus.claims.get(now.get(claim.ref, ""))
        here = new is not None and urls.briefing(new.briefing) == to
        why = "There is no redirect. If another claim of this briefing replaces it, put this id under `formerly` there."
        for name in (claim.id, *claim.formerly):
            if name not in kept[to]:
                target = urls.claim(f"{claim.briefing}#{name}")
                words = f"Put `{name}` under `formerly` of the claim `{new.id}`." if new and here else why
                yield BrokenAddress(f"{target.page}#{target.anchor}", claim.text.text, words, (LOST,))
