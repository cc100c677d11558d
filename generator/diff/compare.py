"""Two builds of a desk compared: the whole way from two editions to a change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diff import desk, matching, names, pages
from generator.diff.change import Change, Fault
from generator.diff.claims import claim_changes
from generator.diff.entities import entity_changes
from generator.diff.locked import as_locked
from generator.diff.sentences import sentence_changes
from generator.diff.site import site_changes
from generator.diff.written import public

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.diff.change import Edition
    from generator.locate import Located

    _Key = tuple[str, str, str]
    """The path, the code and the message of a problem."""


def compare(base: Edition, head: Edition) -> Change:
    """Tell everything that the head has otherwise than the base, what matters most first."""
    base, head = as_locked(base, head), as_locked(head, base)
    base = names.named_as(head, base)
    one, two = base.result.corpus, head.result.corpus
    homes = matching.briefings(one, two)
    now = matching.claims(one, two, homes)
    return Change(
        base_errors=sum(found.problem.is_error for found in base.problems),
        head_errors=sum(found.problem.is_error for found in head.problems),
        claims=claim_changes(base, head, homes, now),
        sentences=sentence_changes(base, head, homes, now),
        sources=desk.source_changes(base, head),
        entities=entity_changes(base, head),
        briefings=pages.briefing_changes(base, head, homes),
        states=desk.state_changes(base, head),
        corroboration=desk.corroboration_changes(base, head, now),
        disagreements=desk.disagreement_changes(base, head, homes, now),
        questions=desk.question_changes(base, head, homes, now),
        pages=pages.page_changes(base, head),
        addresses=pages.addresses(base, head, homes, now),
        site=site_changes(base, head),
        new_problems=tuple(map(_fault, new_problems(base, head))),
        mended_problems=tuple(map(_fault, _mended(base, head))),
        public=public(head),
    )


def new_problems(base: Edition, head: Edition) -> list[Located]:
    """Give the problems of the head that the base does not have, errors first; a line that moved makes none new."""
    return _only(head.problems, base.problems, _key, _now(base, head))


def _mended(base: Edition, head: Edition) -> list[Located]:
    """Give the problems that the head no longer has; of warnings nobody can tell while it has errors."""
    gone = _only(base.problems, head.problems, _now(base, head), _key)
    failed = any(one.problem.is_error for one in head.problems)
    return [one for one in gone if one.problem.is_error or not failed]


def _now(base: Edition, head: Edition) -> Callable[[Located], _Key]:
    """Tell a problem of the base by the file that its briefing stands in now, and by the ids of now."""
    one, two = base.result.corpus, head.result.corpus
    homes = matching.briefings(one, two)
    paths = {one.briefings[old].path: two.briefings[new].path for old, new in homes.items()}
    words = names.reader({**base.names, **names.changed(base, head)})

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


def _fault(one: Located) -> Fault:
    problem, spot = one.problem, one.spot
    severity = problem.rule.severity.value
    return Fault(
        spot.path, spot.line, spot.column, severity, problem.rule.code, problem.message, problem.hint
    )


def _key(one: Located) -> _Key:
    return one.spot.path, one.problem.rule.code, one.problem.message
