"""Check the rules about the desk as a whole: one file for each code.

To add one: a file here with its `RULE`, `check` and `ROW`, its line in `catalogue`, its case in `tests/cases/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Problem, Severity
from mkdocs_briefings.model.recorded import Fleeting, Once
from mkdocs_briefings.rules import doubting
from mkdocs_briefings.rules.catalogue import ROWS
from mkdocs_briefings.rules.evidence import Evidence, named_in
from mkdocs_briefings.rules.row import OfDesk, OfSentences
from mkdocs_briefings.rules.said import ASSERTED, EXPLAINED, REMARKS, TRANSLATED, grounds, groups
from mkdocs_briefings.rules.soundness import NAMES, Faults
from mkdocs_briefings.rules.weighing import weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Place
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.rules.soundness import Ground

_WHOLE = Faults()
OF_ROWS = frozenset(row.rule for row in ROWS)
"""What the rules of the desk report; all else was found while reading, and leaves something out."""


_BY_CODE = {row.rule.code: row.rule for row in ROWS}
Packed = tuple[str, "Place", str, str, "tuple[Place, ...]"]
"""A problem, which is no doubt, as another process tells it: its rule by its code."""
Begin = Callable[[Callable[[], list[Packed]]], Callable[[], list[Packed]]]
"""Begins some work beside all else, and returns what waits for its result."""
_MANY = 300
"""Briefings from which on a second process is worth its while."""
_SHARE = 0.56
"""The share of the sentences that are read beside the others."""


def check(
    corpus: Corpus,
    derived: Derived,
    faults: Faults = _WHOLE,
    once: Once | None = None,
    begin: Begin | None = None,
) -> list[Problem]:
    """Check the whole desk against every rule.

    Args:
        corpus: the desk, as far as it could be read.
        derived: what was computed from it.
        faults: where it could not be read.
        once: makes once what was found in the same sentences.
        begin: has a part of the sentences read beside the others, if there are many.

    """
    evidence = evidence_of(corpus, derived, once or Fleeting())
    if begin is None or len(corpus.briefings) < _MANY:
        return [*_of_desk(evidence, faults), *_of_sentences(evidence, faults)]
    # The rules of the desk are gone through here meanwhile.
    until = int(sum(1 for _ in groups(evidence)) * _SHARE)
    wait = begin(lambda: [_packed(one) for one in _of_sentences(evidence, faults, until=until)])
    of_desk = list(_of_desk(evidence, faults))
    others = list(_of_sentences(evidence, faults, since=until))
    found = (Problem(_BY_CODE[code], place, told, hint, more) for code, place, told, hint, more in wait())
    return [*of_desk, *found, *others]


def _packed(problem: Problem) -> Packed:
    return problem.rule.code, problem.place, problem.message, problem.hint, problem.related


def doubts(
    corpus: Corpus, derived: Derived, faults: Faults = _WHOLE, once: Once | None = None
) -> list[Problem]:
    """Gather what a reviewer should look at: doubts, which are no faults; of each sentence the one that tells most.

    Args:
        corpus: the desk, as far as it could be read.
        derived: what was computed from it.
        faults: where it could not be read.
        once: makes once what was found in the same sentences.

    """
    return list(_of_sentences(evidence_of(corpus, derived, once or Fleeting()), faults, doubts=True))


def evidence_of(corpus: Corpus, derived: Derived, once: Once) -> Evidence:
    titles = [
        *(one.title for one in corpus.briefings.values()),
        *(one.title for one in corpus.sources.values()),
    ]
    named = named_in(filter(None, titles), corpus.entities, once)
    evidence = Evidence(corpus, derived, once, once.take("named", named))
    evidence.can_make()
    doubting.can_make(evidence)
    return evidence


def _of_desk(evidence: Evidence, faults: Faults) -> Iterator[Problem]:
    for row in ROWS:
        if isinstance(row, OfDesk):
            for problem in row.check(evidence):
                if faults.spare(row.needs(evidence.corpus, problem)):
                    yield problem


@dataclass(frozen=True, slots=True)
class _Found:
    """What the rules find in a group of sentences."""

    grounds: tuple[Ground, ...]
    """What the group rests on."""
    problems: tuple[Problem, ...]
    is_whole: bool = True
    """No fault lies in what the group rests on, so that all of it was read."""


Check = Callable[["Evidence", "OwnSentence"], "Iterator[Problem]"]
Checks = dict[str, list[Check]]
"""What reads the sentences of each kind."""


def _of_sentences(
    evidence: Evidence, faults: Faults, *, doubts: bool = False, since: int = 0, until: int | None = None
) -> Iterator[Problem]:
    named = faults.spare((NAMES,))
    rows = [row for row in ROWS if isinstance(row, OfSentences) and (named or not row.names)]
    rows = [row for row in rows if (row.rule.severity is Severity.DOUBT) is doubts]
    checks: Checks = {
        kind: [row.check for row in rows if kind in row.kinds]
        for kind in ASSERTED | REMARKS | TRANSLATED | EXPLAINED
    }
    if doubts:
        checks = {kind: [partial(_weighed, listed)] for kind, listed in checks.items()}
    # Where nothing is unsound, only who builds again will hold what was found against other faults.
    all_sound = not faults.by_path and isinstance(evidence.once, Fleeting)
    for name, given, sentences in islice(groups(evidence), since, until):
        if all_sound:
            yield from _of_all(evidence, checks, sentences)
            continue
        key = ("checked", *name, doubts, named)
        find = partial(_of_sound, evidence, faults, checks, sentences)
        one = evidence.once(key, find, *given)
        if not one.is_whole:
            evidence.once.forget(key)  # under other faults it is another
        elif not faults.spare(one.grounds):
            one = find()
        yield from one.problems


def _weighed(checks: list[Check], evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Give what tells most of all that is found in a sentence."""
    return weighed(evidence, said, [one for check_ in checks for one in check_(evidence, said)])


def _of_all(
    evidence: Evidence, checks: Checks, sentences: Callable[[], Iterable[OwnSentence]]
) -> Iterator[Problem]:
    for said in sentences():
        for check_ in checks[said.kind]:
            yield from check_(evidence, said)


def _of_sound(
    evidence: Evidence, faults: Faults, checks: Checks, sentences: Callable[[], Iterable[OwnSentence]]
) -> _Found:
    """Look at what is sound."""
    rests_on: dict[Ground, None] = {}
    problems: list[Problem] = []
    is_whole = True
    for said in sentences():
        own = tuple(grounds(evidence.corpus, said))
        rests_on |= dict.fromkeys(own)
        if faults.spare(own):
            for check_ in checks[said.kind]:
                problems += check_(evidence, said)
        else:
            is_whole = False
    return _Found(tuple(rests_on), tuple(problems), is_whole)
