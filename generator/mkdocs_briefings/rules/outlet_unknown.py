"""Outlets on which a bottom line rests, and of which readers are not told what they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.relied import relied_on
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "outlet-unknown",
    Severity.WARNING,
    "A bottom line rests on an outlet, and readers are not told what it is.",
    "A state daily and a news agency are not believed alike; on a site about who says what, the outlet must say which it is.",
    "`daily: {kind: outlet, name: The Daily}`, and a summary that cites its article",
    "Add `medium`, and under `outside` where you know it from: `outside: {medium: its own imprint}`.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find outlets without `medium` on which the summary of a briefing rests; each is reported once."""
    known, homes = evidence.corpus.entities, dict[str, str]()
    for briefing in evidence.corpus.briefings.values():
        if briefing.status == "withdrawn":
            continue
        for id_ in evidence.once(
            ("relied", briefing.id), partial(relied_on, evidence.corpus, briefing), briefing
        ):
            homes.setdefault(id_, briefing.id)
    for id_, home in homes.items():
        if id_ in known and known[id_].kind == "outlet" and not known[id_].medium:
            place = Place(known[id_].path, (id_,), at_key=True)
            yield RULE.at(place, f"the bottom line of `{home}` rests on `{id_}`, which has no `medium`")


def _needs(_: Corpus, problem: Problem) -> Iterator[Ground]:
    """Need the entry of the outlet: a `medium` that could not be read is one."""
    yield Ground(path=problem.place.path, loc=problem.place.loc)


ROW = OfDesk(RULE, check, needs=_needs)
