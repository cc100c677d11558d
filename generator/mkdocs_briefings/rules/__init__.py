"""Check the rules about the desk as a whole: one file for each code.

To add one: a file here with its `RULE`, `check` and `ROW`, its line in `catalogue`, its case in `tests/cases/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Severity
from mkdocs_briefings.rules.catalogue import ROWS
from mkdocs_briefings.rules.evidence import Evidence
from mkdocs_briefings.rules.row import OfDesk, OfSentences
from mkdocs_briefings.rules.said import ASSERTED, REMARKS, grounds, own_sentences
from mkdocs_briefings.rules.soundness import NAMES, Faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Problem

_WHOLE = Faults()
OF_ROWS = frozenset(row.rule for row in ROWS)
"""What the rules of the desk report; all else was found while reading, and leaves something out."""


def check(corpus: Corpus, derived: Derived, faults: Faults = _WHOLE) -> list[Problem]:
    """Check the whole desk against every rule.

    Args:
        corpus: the desk, as far as it could be read.
        derived: what was computed from it.
        faults: where it could not be read.

    """
    evidence = Evidence(corpus, derived)
    return [*_of_desk(evidence, faults), *_of_sentences(evidence, faults)]


def doubts(corpus: Corpus, derived: Derived, faults: Faults = _WHOLE) -> list[Problem]:
    """Gather what a reviewer should look at: doubts, which are no faults.

    Args:
        corpus: the desk, as far as it could be read.
        derived: what was computed from it.
        faults: where it could not be read.

    """
    return list(_of_sentences(Evidence(corpus, derived), faults, doubts=True))


def _of_desk(evidence: Evidence, faults: Faults) -> Iterator[Problem]:
    for row in ROWS:
        if isinstance(row, OfDesk):
            for problem in row.check(evidence):
                if faults.spare(row.needs(evidence.corpus, problem)):
                    yield problem


def _of_sentences(evidence: Evidence, faults: Faults, *, doubts: bool = False) -> Iterator[Problem]:
    named = faults.spare((NAMES,))
    rows = [row for row in ROWS if isinstance(row, OfSentences) and (named or not row.names)]
    rows = [row for row in rows if (row.rule.severity is Severity.DOUBT) is doubts]
    checks = {kind: [row.check for row in rows if kind in row.kinds] for kind in ASSERTED | REMARKS}
    for said in own_sentences(evidence):
        if faults.spare(grounds(evidence.corpus, said)):
            for check_ in checks[said.kind]:
                yield from check_(evidence, said)
