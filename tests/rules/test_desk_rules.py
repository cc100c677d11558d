"""Disagreements that no editor has classed, and allegations without their denials."""

from __future__ import annotations

from typing import Any

import pytest

from tests.derive.small import Fields, files
from tests.desks import made, told


def found(claims: dict[str, Fields], code: str, **briefing: Any) -> list[str]:
    lines = told(made(files(claims, **briefing)))
    return [line.removeprefix(f"{code} ") for line in lines if line.startswith(f"{code} ")]


def days(count: int) -> Fields:
    return {"value": {"rule": {"comment days": count}}}


DISAGREEMENT = {"about": "How long", "class": "contradiction", "between": ["one", "two"], "note": "Judged."}


def test_an_unclassed_disagreement() -> None:
    result = made(files({"one": days(30), "two": days(60), "three": days(30)}))
    problems = [p for p in result.problems if p.rule.code == "unclassed-disagreement"]
    assert [(p.place.loc, [r.loc for r in p.related]) for p in problems] == [
        (
            ("claims", "two", "value", "rule", "comment days"),
            [("claims", "one", "value", "rule", "comment days")],
        ),
        (
            ("claims", "three", "value", "rule", "comment days"),
            [("claims", "two", "value", "rule", "comment days")],
        ),
    ]
    assert (
        problems[0].message == "`told#one` and `told#two` cannot both be right about “comment days” of `rule`"
    )
    assert result.failed
    assert result.pages == ()


def test_an_editor_who_classes_it_ends_it() -> None:
    claims = {"one": days(30), "two": days(60)}
    assert found(claims, "unclassed-disagreement", disagreements=[DISAGREEMENT]) == []


def test_a_disagreement_between_others_does_not() -> None:
    claims: dict[str, Fields] = {"one": days(30), "two": {}, "three": days(60)}
    assert len(found(claims, "unclassed-disagreement", disagreements=[DISAGREEMENT])) == 1


def test_claims_that_state_the_same_on_other_days() -> None:
    claims: dict[str, Fields] = {"one": {"date": "2024-09-23"}, "two": {"date": "2024-10", "same": "one"}}
    assert found(claims, "unclassed-disagreement") == [
        "claims.two.date: `told#one` and `told#two` cannot both be right about the date"
    ]
    claims["two"]["same"] = []
    assert found(claims, "unclassed-disagreement") == []


SPYING: dict[str, Fields] = {
    "spying": {"kind": "allegation", "text": "Acme spies."},
    "firm": {"denies": "spying", "said_by": "acme"},
    "ministry": {"denies": "spying", "said_by": "ministry"},
}


@pytest.mark.parametrize(
    ("summary", "missing"),
    [
        ("Acme is said to spy [@spying].", True),
        ("Acme is said to spy [@spying], which it denies [@firm].", False),
        ("Acme is said to spy [@spying].\n\n- The ministry denies it [@ministry].", False),
        ("Acme denies that it spies [@firm].", False),
    ],
)
def test_an_allegation_stands_beside_its_denial(summary: str, missing: bool) -> None:
    expected = (
        ["summary: `spying` is cited without its denial: `told#firm`, `told#ministry`"] if missing else []
    )
    assert found(SPYING, "denial-missing", summary=summary) == expected


@pytest.mark.parametrize("kind", ["report", "opinion", "forecast"])
def test_only_allegations_need_it(kind: str) -> None:
    claims = SPYING | {"spying": {"kind": kind, "text": "Acme spies."}}
    assert found(claims, "denial-missing", summary="Acme spies [@spying].") == []


def test_an_allegation_that_nobody_denies_needs_nothing() -> None:
    claims = {"spying": SPYING["spying"]}
    assert found(claims, "denial-missing", summary="Acme spies [@spying].") == []


def test_a_source_cited_as_a_whole_is_no_allegation() -> None:
    assert found(SPYING, "denial-missing", summary="An article has it [@a].") == []


def test_an_allegation_of_another_briefing_is_named_in_full() -> None:
    other = files({"denial": {"denies": "told#spying", "said_by": "acme"}})
    both = files({"spying": SPYING["spying"]}) | {
        "briefings/2026-01-25-later.yml": other["briefings/2026-01-24-told.yml"]
        .replace("@denial", "@told#spying")
        .replace("Of denial a clerk reports it", "Here it begins."),
    }
    lines = [line for line in told(made(both)) if line.startswith("denial-missing")]
    assert lines == [
        "denial-missing summary: `told#spying` is cited without its denial: `later#denial`",
        "denial-missing summary: `spying` is cited without its denial: `later#denial`",
    ]
