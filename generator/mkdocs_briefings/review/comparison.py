"""Compare two builds of a desk: from two editions to a change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import foremost
from mkdocs_briefings.review import desk_changes, former_names, matching, page_changes
from mkdocs_briefings.review.change import Change, FaultyFile, ReportedProblem
from mkdocs_briefings.review.claim_changes import claim_changes
from mkdocs_briefings.review.entity_changes import entity_changes
from mkdocs_briefings.review.hand_written_changes import public
from mkdocs_briefings.review.locked import as_locked
from mkdocs_briefings.review.sentence_changes import sentence_changes
from mkdocs_briefings.review.site_changes import site_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_briefings.report.location import Located
    from mkdocs_briefings.review.change import Edition

    _Key = tuple[str, str, str]
    """The path, the code and the message of a problem."""


def compare(base: Edition, head: Edition) -> Change:
    """Tell everything that the head has otherwise than the base, what matters most first."""
    base, head = as_locked(base, head), as_locked(head, base)
    base = former_names.named_as(head, base)
    one, two = base.result.corpus, head.result.corpus
    homes = matching.briefings(one, two)
    now = matching.claims(one, two, homes)
    return Change(
        base_errors=sum(found.problem.is_error for found in base.problems),
        head_errors=sum(found.problem.is_error for found in head.problems),
        faulty=_faulty(base, head),
        claims=claim_changes(base, head, homes, now),
        sentences=sentence_changes(base, head, homes, now),
        sources=desk_changes.source_changes(base, head),
        entities=entity_changes(base, head),
        briefings=page_changes.briefing_changes(base, head, homes),
        storylines=page_changes.storyline_changes(base, head),
        states=desk_changes.state_changes(base, head),
        corroboration=desk_changes.corroboration_changes(base, head, now),
        disagreements=desk_changes.disagreement_changes(base, head, homes, now),
        questions=desk_changes.question_changes(base, head, homes, now),
        pages=page_changes.page_changes(base, head),
        addresses=page_changes.addresses(base, head, homes, now),
        site=site_changes(base, head),
        doubts=tuple(map(_fault, _new_doubts(base, head))),
        new_problems=tuple(map(_fault, new_problems(base, head))),
        mended_problems=tuple(map(_fault, _mended(base, head))),
        public=public(head),
    )


def _new_doubts(base: Edition, head: Edition) -> list[Located]:
    """Return the foremost doubts of each file, of those that the base does not have."""
    new = _only(head.doubts, base.doubts, _key, _now(base, head))
    shown = set(map(id, foremost(one.problem for one in new)))
    return [one for one in new if id(one.problem) in shown]


def _faulty(base: Edition, head: Edition) -> tuple[FaultyFile, ...]:
    """Return the changed files that have errors now."""
    errors = Counter(one.spot.path for one in head.problems if one.problem.is_error)
    two = head.result.corpus
    read = {one.path for one in two.briefings.values()} | {one.path for one in two.storylines.values()}
    read |= {one.path for one in two.entities.values()} | {one.path for one in two.sources.values()}
    return tuple(
        FaultyFile(path, number, path in read)
        for path, number in errors.items()
        if path in head.tree and head.tree[path] != base.tree.get(path)
    )


def new_problems(base: Edition, head: Edition) -> list[Located]:
    """Return the problems of the head that the base does not have, errors first; a line that moved makes none new."""
    return _only(head.problems, base.problems, _key, _now(base, head))


def _mended(base: Edition, head: Edition) -> list[Located]:
    """Return the problems that the head no longer has; of warnings nobody can tell while it has errors."""
    gone = _only(base.problems, head.problems, _now(base, head), _key)
    failed = any(one.problem.is_error for one in head.problems)
    return [one for one in gone if one.problem.is_error or not failed]


def _now(base: Edition, head: Edition) -> Callable[[Located], _Key]:
    """Tell a problem of the base by the file that its briefing is in now, and by the ids of now."""
    one, two = base.result.corpus, head.result.corpus
    homes = matching.briefings(one, two)
    paths = {one.briefings[old].path: two.briefings[new].path for old, new in homes.items()}
    words = former_names.reader({**base.names, **former_names.changed(base, head)})

    def key(found: Located) -> _Key:
        path, code, message = _key(found)
        return paths.get(path, path), code, words(message)

    return key


def _only(
    these: Sequence[Located],
    others: Sequence[Located],
    this: Callable[[Located], _Key],
    that: Callable[[Located], _Key],
) -> list[Located]:
    known = Counter(map(that, others))
    left = []
    for one in these:
        key = this(one)
        if known[key]:
            known[key] -= 1
        else:
            left.append(one)
    return sorted(left, key=lambda one: not one.problem.is_error)


def _fault(one: Located) -> ReportedProblem:
    problem, spot = one.problem, one.spot
    severity = problem.rule.severity.value
    return ReportedProblem(
        spot.path, spot.line, spot.column, severity, problem.rule.code, problem.message, problem.hint
    )


def _key(one: Located) -> _Key:
    return one.spot.path, one.problem.rule.code, one.problem.message
