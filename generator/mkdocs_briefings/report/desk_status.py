"""What a desk has still to do: where evidence is thin, what waits, what is out of date; each with what mends it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.relied import relied_on
from mkdocs_briefings.derive.states import current
from mkdocs_briefings.derive.version_content import changed
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.recorded import Once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Briefing, Corpus, Entity
    from mkdocs_briefings.parse.version_ledger import VersionLedger

STALE_DAYS = 365
"""A measure of whose state nothing was told for so long may have moved."""
LOW_SHARE = 0.9
"""The share of sentences that claims should cover."""
_WEAKEST = 10
_LEVELS = {
    "summarised": "its sentences cite sources as a whole",
    "quoted": "who says its quotations is not analysed",
}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at."""

    at: str
    """An id, or the path of a file."""
    why: str
    mend: str
    """The command or the place that mends it."""


@dataclass(frozen=True, slots=True)
class TaskList:
    key: str
    """Its name in JSON."""
    title: str
    tasks: tuple[Task, ...]


def desk_status(
    corpus: Corpus,
    derived: Derived,
    frozen: Iterable[str],
    ledgers: Mapping[str, VersionLedger],
    once: Once | None = None,
) -> tuple[TaskList, ...]:
    """Gather what is to be done, most urgent kinds first.

    Args:
        corpus: of the desk, built with its drafts.
        derived: what follows from it.
        frozen: the warnings of the baseline.
        ledgers: the recorded versions of briefings; a desk without any records none.
        once: grades each briefing once.

    """
    once = once or Once()
    return (
        TaskList("overdue", "Expectations whose day has passed", tuple(_overdue(derived))),
        TaskList("weakest", "Weakest briefings", tuple(_weakest(corpus, derived, once))),
        TaskList(
            "unrecorded",
            "Briefings that changed since their newest version",
            tuple(_unrecorded(corpus, ledgers)),
        ),
        TaskList("waiting", "Drafts and embargoes", tuple(_waiting(corpus))),
        TaskList("coverage", "Sources that claims cover in part", tuple(_coverage(corpus, derived))),
        TaskList("unused", "Articles that nobody used", tuple(_unused(corpus, derived))),
        TaskList("stale", "Measures of which nothing was heard for a year", tuple(_stale(corpus, derived))),
        TaskList(
            "undefined", "Entities without a line that says what they are", tuple(_undefined(corpus, derived))
        ),
        *_outlets(corpus),
        TaskList("frozen", "Frozen warnings", tuple(_frozen(frozen))),
    )


def _overdue(derived: Derived) -> Iterator[Task]:
    for one in derived.expectations:
        if one.standing == "overdue":
            claim = one.event.claim
            open_ = [question.id for question in one.questions if not question.answer]
            mend = f"answer the question `{open_[0]}`" if open_ else "add a question `on` it, and its answer"
            yield Task(
                claim.ref,
                f"{dates.words(one.event.date)}: {claim.text.text}",
                f"{mend} in {claim.place.path}",
            )


def _weakest(corpus: Corpus, derived: Derived, once: Once) -> Iterator[Task]:
    graded = (
        (once(("weak", one.id), partial(_reasons, one, derived), one), one)
        for one in corpus.briefings.values()
        if one.status == "published"
    )
    weak = [(reasons, one) for reasons, one in graded if reasons]
    for reasons, one in sorted(weak, key=lambda pair: (-len(pair[0]), pair[1].id))[:_WEAKEST]:
        mend = f"briefings take {one.sources[0]} {one.id}" if one.level != "analysed" else f"edit {one.path}"
        yield Task(one.id, "; ".join(reasons), mend)


def _reasons(briefing: Briefing, derived: Derived) -> tuple[str, ...]:
    return tuple(_weak(briefing, derived))


def _weak(briefing: Briefing, derived: Derived) -> Iterator[str]:
    """Say what is weak about a briefing."""
    if briefing.level in _LEVELS:
        yield f"{briefing.level}: {_LEVELS[briefing.level]}"
    if len(briefing.sources) == 1:
        yield "it has one source"
    alone = [
        claim
        for claim in briefing.claims
        if claim.analysed
        and claim.chains
        and not any(voice.entity or voice.description for chain in claim.chains for voice in chain)
    ]
    if alone:
        yield f"{_counted(len(alone), 'claim')} with a speaker that is not stated"
    if not briefing.questions and any(claim.kind == "forecast" for claim in briefing.claims):
        yield "it has forecasts and no question"
    open_ = [claim for claim in briefing.claims if claim.ref in derived.disputes]
    if open_ and not briefing.disagreements:
        yield "its claims are disputed elsewhere, and it says nothing of that"


def _waiting(corpus: Corpus) -> Iterator[Task]:
    for one in corpus.briefings.values():
        if one.status == "draft":
            yield Task(one.id, "a draft", f"remove `status: draft` in {one.path} to publish it")
        elif one.embargo and one.is_held(corpus.as_of):
            yield Task(one.id, f"under embargo until {dates.words(one.embargo)}", f"`embargo` in {one.path}")


def _unrecorded(corpus: Corpus, ledgers: Mapping[str, VersionLedger]) -> Iterator[Task]:
    for one in changed(corpus, ledgers) if ledgers else ():
        why = f"version {len(one.versions)} is not recorded" if one.versions[1:] else "no version is recorded"
        yield Task(one.briefing, why, "briefings release, when you publish")


def _coverage(corpus: Corpus, derived: Derived) -> Iterator[Task]:
    for id_, found in sorted(derived.coverage.items(), key=lambda item: (item[1].share, item[0])):
        total = len(found.touched) + len(found.untouched)
        homes = derived.backlinks.sources.get(id_, ())
        if found.touched and found.share < LOW_SHARE and homes:
            yield Task(
                id_,
                f"{found.share:.0%} of {_counted(total, 'sentence')}",
                f"briefings take {id_} {homes[0]}"
                if corpus.sources[id_].outline is None
                else "needs its text",
            )


def _unused(corpus: Corpus, derived: Derived) -> Iterator[Task]:
    for id_, source in corpus.sources.items():
        if id_ not in derived.backlinks.sources:
            said = f", published {dates.words(source.published)}" if source.published else ""
            yield Task(
                id_, f"{source.label or source.title or 'without a title'}{said}", f"briefings new {id_}"
            )


def _stale(corpus: Corpus, derived: Derived) -> Iterator[Task]:
    for measure, history in derived.states.items():
        event = current(history)
        entity = corpus.entities.get(measure)
        if event is None or entity is None or corpus.as_of is None or event.claim.date is None:
            continue
        last = max(
            (one.claim.date.latest for one in history if one.claim.date), default=event.claim.date.latest
        )
        if event.state not in _ENDED and corpus.as_of - last > dt.timedelta(STALE_DAYS):
            yield Task(
                measure,
                f"{event.state} since {dates.words(event.claim.date)}",
                "add what later articles say",
            )


_ENDED = frozenset({"withdrawn", "revoked", "dropped", "expired"})


def _undefined(corpus: Corpus, derived: Derived) -> Iterator[Task]:
    roles = {role.person for claim in corpus.claims.values() for role in claim.roles}
    for id_, entity in corpus.entities.items():
        if id_ in derived.present and (what := _missing(entity, roles)):
            yield Task(id_, f"{entity.kind} without {what}", f"add it in {entity.path}" if what != "a role" else
                       "add `role` to a claim that says it")  # fmt: skip


def _outlets(corpus: Corpus) -> Iterator[TaskList]:
    """List the outlets of which readers are not told what they are; first those on which a bottom line rests."""
    relied: dict[str, str] = {}
    for briefing in corpus.briefings.values():
        for id_ in relied_on(corpus, briefing):
            relied.setdefault(id_, briefing.id)
    bare = [
        one for one in corpus.entities.values() if one.kind == "outlet" and not (one.medium and one.ownership)
    ]
    title = "Outlets on which a bottom line rests, without `medium` or `ownership`"
    yield TaskList("outlets", title, tuple(_outlet(one, relied[one.id]) for one in bare if one.id in relied))
    others = tuple(_outlet(one, "") for one in bare if one.id not in relied)
    yield TaskList("other_outlets", "Other outlets without `medium` or `ownership`", others)


def _outlet(entity: Entity, home: str) -> Task:
    lacks = " and ".join(name for name in ("medium", "ownership") if not getattr(entity, name))
    why = f"no {lacks}; the bottom line of `{home}` rests on it" if home else f"no {lacks}"
    return Task(entity.id, why, f"add `{lacks.replace(' and ', '` and `')}` with its basis in {entity.path}")


def _missing(entity: Entity, roles: set[str]) -> str:
    if entity.note or entity.of or entity.description:
        return ""
    if entity.kind == "person":
        return "" if entity.id in roles else "a role"
    if entity.kind == "measure":
        return "" if entity.issuer or entity.part_of else "`issuer`"
    return "`description` or `of`" if entity.kind in {"agency", "company", "organization"} else ""


def _frozen(lines: Iterable[str]) -> Iterator[Task]:
    for line in lines:
        path, _, message = line.partition(": ")
        yield Task(path, message, "fix it, then run `briefings baseline`")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
