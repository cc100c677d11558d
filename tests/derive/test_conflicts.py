"""Values that cannot both hold are found by the machine, and an editor classes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.derive.conflicts import can_both_hold

from tests.derive.small import Fields, small

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Value

AGREE: list[tuple[tuple[Value, ...], tuple[Value, ...]]] = [
    (("china",), ("china",)),
    (("china", "russia"), ("russia", "china")),
    ((5.5,), (5.5,)),
    ((30,), (30.0,)),
    (("2025-01-14",), ("2025-01",)),
    (("2025",), (2025,)),
    (("2025-01-01..2025-01-10",), ("2025-01-10",)),
    (("..2025-02",), ("2024",)),
    (("issued",), ("issued",)),
]
DIFFER: list[tuple[tuple[Value, ...], tuple[Value, ...]]] = [
    (("china",), ("russia",)),
    (("china",), ("china", "russia")),
    ((5.5,), (5,)),
    ((2027,), (2030,)),
    (("2025-01-14",), ("2025-01-15",)),
    (("2025-01-01..2025-01-09",), ("2025-01-10",)),
    (("2025-01-14", "2025-02-01"), ("2025-01",)),
    (("issued",), ("in force",)),
    (("2025-01",), ("china",)),
]


@pytest.mark.parametrize(("one", "two"), AGREE)
def test_values_that_agree(one: tuple[Value, ...], two: tuple[Value, ...]) -> None:
    assert can_both_hold(one, two)
    assert can_both_hold(two, one)


@pytest.mark.parametrize(("one", "two"), DIFFER)
def test_values_that_cannot_both_hold(one: tuple[Value, ...], two: tuple[Value, ...]) -> None:
    assert not can_both_hold(one, two)
    assert not can_both_hold(two, one)


VALUES = st.lists(
    st.sampled_from(["china", "russia", "issued", "2025", "2025-01", "2025-01-14", "..2024", 1, 2025, 5.5]),
    min_size=1,
    max_size=3,
).map(tuple)


@given(VALUES, VALUES)
def test_agreement_goes_both_ways_and_everything_agrees_with_itself(
    one: tuple[Value, ...], two: tuple[Value, ...]
) -> None:
    assert can_both_hold(one, one)
    assert can_both_hold(one, two) == can_both_hold(two, one)


def found(claims: dict[str, Fields], **briefing: Any) -> list[tuple[str, str, str, str, bool]]:
    conflicts = small(claims, **briefing).derived.conflicts
    return [(one.subject, one.property, one.first.id, one.second.id, one.classed) for one in conflicts]


def value(subject: str, name: str, *values: Value) -> Fields:
    return {"value": {subject: {name: list(values) if len(values) > 1 else values[0]}}}


def test_each_pair_is_found_once() -> None:
    claims = {
        "china": value("rule", "aimed at", "acme"),
        "both": value("rule", "aimed at", "acme", "ministry"),
        "again": value("rule", "aimed at", "acme"),
        "other": value("reply", "aimed at", "ministry"),
        "days": value("rule", "comment days", 30),
    }
    assert found(claims) == [
        ("rule", "aimed at", "china", "both", False),
        ("rule", "aimed at", "both", "again", False),
    ]


def test_a_disagreement_classes_every_pair_of_its_sides_and_no_other() -> None:
    claims = {name: value("rule", "comment days", n) for n, name in enumerate(("one", "two", "three"))}
    entry = {"about": "How long", "class": "contradiction", "between": ["one", "two"]}
    assert found(claims, disagreements=[entry]) == [
        ("rule", "comment days", "one", "two", True),
        ("rule", "comment days", "one", "three", False),
        ("rule", "comment days", "two", "three", False),
    ]
    entry["between"] = ["three", "one", "two"]
    assert all(classed for *_, classed in found(claims, disagreements=[entry]))


def test_a_claim_cannot_differ_from_itself_in_two_properties() -> None:
    assert found({"c": {"value": {"rule": {"from": 2027, "until": 2030}}}}) == []


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("2025-01-14", "2025-01-15", True),
        ("2025-01-14", "2025-01", False),
        ("2025-01..2025-03", "2025-03-31", False),
    ],
)
def test_the_dates_of_claims_that_state_the_same(one: str, two: str, differ: bool) -> None:
    claims = {"first": {"date": one}, "second": {"date": two, "same": "first"}, "third": {"date": "1999"}}
    assert found(claims) == ([("", "date", "first", "second", False)] if differ else [])


def test_claims_that_both_say_that_they_state_the_same_are_one_conflict() -> None:
    claims = {"first": {"date": "2024", "same": "second"}, "second": {"date": "2025", "same": "first"}}
    assert found(claims) == [("", "date", "first", "second", False)]


def test_the_dates_of_claims_that_state_the_same_by_a_third() -> None:
    claims: dict[str, Fields] = {
        "first": {"date": "2024"},
        "middle": {"same": "first"},
        "last": {"date": "2025", "same": "middle"},
    }
    assert [set(one[2:4]) for one in found(claims)] == [{"first", "last"}]
