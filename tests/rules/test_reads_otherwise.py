"""Of all doubts about a briefing the two that weigh most are shown, one a sentence; each sentence has a weight by its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mkdocs_briefings.model.problem import Place, Problem, foremost
from mkdocs_briefings.rules.catalogue import ALL
from mkdocs_briefings.rules.doubt_weights import WEIGHTS
from mkdocs_briefings.rules.hedge_lost import RULE
from mkdocs_briefings.text.languages import LANGUAGES

from tests.desks import made, source, yaml

TEXT = (
    "The committee wants to look at the plan for the bridge again before the summer. The town council will then vote. "
    "Residents of the quay accuse the harbour board of having hidden the costs."
)
CLAIMS = {
    "plan": {
        "text": "The committee wants to look at the plan for the bridge again.",
        "quote": "The committee wants to look at the plan for the bridge again before the summer",
    },
    "costs": {
        "text": "The harbour board hid the costs.",
        "said_by": "residents of the quay",
        "kind": "allegation",
        "quote": "Residents of the quay accuse the harbour board of having hidden the costs",
    },
}


def told(summary: str) -> list[Problem]:
    desk = {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-b.yml": yaml(title="A title", sources=["a"], summary=summary, claims=CLAIMS),
    }
    return [one for one in made(desk).doubts if one.place.loc == ("summary",)]


def test_of_each_sentence_one_doubt_is_told_and_a_changed_one_weighs_more() -> None:
    honest = told("The committee means to look at the plan for the bridge once more [@plan].")
    changed = told(
        "The committee has already approved the plan for the bridge, and the costs are known [@plan]."
    )
    assert len(honest) <= 1
    assert len(changed) == 1
    assert not honest or changed[0].weight > honest[0].weight


@pytest.mark.parametrize("weights", [(1.0, 3.0, 2.0), (3.0, 2.0, 1.0), (1.0, 1.0, 1.0)])
def test_two_doubts_of_a_file_are_shown_in_their_order(weights: tuple[float, ...]) -> None:
    found = [replace(RULE.at(Place("a.yml", (n,)), "…"), weight=weight) for n, weight in enumerate(weights)]
    other = replace(RULE.at(Place("b.yml"), "…"), weight=-5.0)
    shown = foremost([*found, other])
    assert shown == [*(one for one in found if one in sorted(found, key=lambda p: -p.weight)[:2]), other]


def test_packs_have_the_same_names_for_how_somebody_stands_to_something() -> None:
    assert len({frozenset(one.stands) for one in LANGUAGES.values()}) == 1


def test_every_weight_is_of_something_that_is_looked_for() -> None:
    named = {name.removeprefix("rule ") for name in WEIGHTS if name.startswith("rule ")}

    assert named <= ALL.keys()
