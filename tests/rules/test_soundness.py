"""A fault silences only what rests on it: everything else is reported at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from tests.desks import made, source, told, yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "Acme sold 40 chips on Friday. Beta bought 50 chips in May 2025. Gamma left."
SOLD = {"text": "Acme sold 40 chips.", "quote": "Acme sold 40 chips"}
ENTITIES = {
    "acme": {"kind": "company", "name": "Acme"},
    "beta": {"kind": "company", "name": "Beta"},
    "gamma": {"kind": "company", "name": "Gamma"},
}
WRONG = "Acme sold 41 chips [@sold]."
SPOT = "unsupported-number summary: the number “41” is in no cited passage or claim"


def found(
    other: Mapping[str, Any] | str,
    entities: Mapping[str, Any] | None = None,
    files: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """Give what is wrong with a desk: one briefing has a wrong number, another is as it is given."""
    right = yaml(title="Acme sold chips", sources=["a"], summary=WRONG, claims={"sold": SOLD})
    rest = {"title": "Beta bought chips", "sources": ["b"], "summary": "Beta bought chips [@bought]."}
    bought = {"text": "Beta bought 50 chips.", "quote": "Beta bought 50 chips", "date": "2025-05"}
    briefing = (
        other if isinstance(other, str) else yaml(**(rest | {"claims": {"bought": bought}} | dict(other)))
    )
    return told(
        made(
            {
                "seeds/a.txt": source(TEXT),
                "seeds/b.txt": source(TEXT),
                "briefings/entities/all.yml": yaml(**(ENTITIES if entities is None else entities)),
                "briefings/2026-01-24-one.yml": right,
                "briefings/2026-01-24-two.yml": briefing,
                **files,
            }
        )
    )


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({}, ""),
        ({"summary": "Beta bought chips [@nope]."}, "unknown-claim"),
        ({"claims": {"bought": {"text": "Beta bought.", "quote": "Beta bought none"}}}, "passage-not-found"),
        ({"storylines": ["nope"]}, "unknown-storyline"),
        ({"colour": "red"}, "unknown-field"),
        ("title: 'Beta\n", "yaml-leading-quote"),
    ],
)
def test_a_fault_in_one_briefing_does_not_silence_another(other: Mapping[str, Any] | str, fault: str) -> None:
    lines = found(other)
    assert SPOT in lines
    assert not fault or any(line.startswith(fault) for line in lines)


def test_a_fault_beside_a_sentence_does_not_silence_it() -> None:
    """Numbers in the summary are held against a claim that is whole, whatever a question of the briefing lacks."""
    lines = found({"summary": "Beta bought 51 chips [@bought].", "questions": [{"txt": "Who?"}]})
    assert "unsupported-number summary: the number “51” is in no cited passage or claim" in lines


def test_a_sentence_is_silent_where_what_it_cites_is_faulty() -> None:
    """A date that could not be read is missing from the evidence, so a sentence with that date may be right."""
    bought = {"text": "Beta bought 50 chips.", "quote": "Beta bought 50 chips in May", "date": "2025-14"}
    lines = found({"summary": "In June 2025 Beta bought chips [@bought].", "claims": {"bought": bought}})
    assert [line.split()[0] for line in lines] == ["bad-date", "unsupported-number"]


def test_a_title_is_silent_where_a_claim_of_its_briefing_is_lost() -> None:
    claims = {
        "bought": {"text": "Beta bought 50 chips.", "quote": "Beta bought 50 chips"},
        "left": {"text": "Gamma left.", "quote": "Gamma left us"},
    }
    lines = found({"title": "Beta bought 50 chips, Gamma left", "claims": claims})
    assert [line.split()[0] for line in lines] == ["passage-not-found", "unsupported-number"]


def test_an_entity_that_cannot_be_read_silences_what_looks_for_names() -> None:
    """Nothing says what its names are; what needs no names is looked for all the same."""
    broken = ENTITIES | {"gamma": {"kind": "firm", "name": "Gamma", "aliases": ["G"]}}
    lines = found({"summary": "The firm is said to have bought none [@bought]."}, broken)
    assert [line.split()[0] for line in lines if not line.startswith("bad-choice")] == []
    lines = found({"summary": "The firm is said to have bought none [@bought]."})
    assert any(line.startswith("speaker-missing") for line in lines)


def test_an_occasion_whose_date_cannot_be_read_is_not_undated() -> None:
    call = {"text": "Beta called.", "quote": "Beta bought 50 chips", "date": "2025-14"}
    said = {"text": "Gamma left.", "quote": "Gamma left", "at": "call"}
    lines = found({"claims": {"bought": call, "call": call, "left": said}})
    assert not any(line.startswith("occasion-undated") for line in lines)
    # That of another claim changes nothing.
    sound = call | {"date": None}
    sound.pop("date")
    lines = found({"claims": {"bought": call, "call": sound, "left": said}})
    assert any(line.startswith("occasion-undated claims.left.at") for line in lines)


def test_a_disagreement_that_cannot_be_read_may_have_been_the_one() -> None:
    claims = {
        name: {"text": f"Beta bought {n} chips.", "quote": f"{words} chips", "value": {"beta": {"bought": n}}}
        for name, n, words in (("bought", 40, "Acme sold 40"), ("other", 50, "Beta bought 50"))
    }
    one = {"about": "How many", "class": "scope", "between": ["bought", "other"]}
    assert any(line.startswith("unclassed-disagreement") for line in found({"claims": claims}))
    lines = found({"claims": claims, "disagreements": [one | {"class": "size"}]})
    assert not any(line.startswith("unclassed-disagreement") for line in lines)


def test_what_only_seems_to_be_missing_waits_for_the_rest() -> None:
    """A property may be used again, an entity be named, in what could not be read."""
    claims = {
        "bought": {"text": "Beta bought.", "quote": "Beta bought 50", "value": {"beta": {"chips bought": 50}}}
    }
    claims["again"] = claims["bought"] | {"value": {"beta": {"chips-bought": 50}}}
    entities = ENTITIES | {"delta": {"kind": "company", "name": "Delta"}}
    codes = {"single-value-property", "unmentioned-entity"}
    assert {line.split()[0] for line in found({"claims": claims}, entities)} >= codes
    bad = {"left": {"text": "Gamma left.", "quote": "Gamma left", "kind": "rumour"}}
    assert not codes & {line.split()[0] for line in found({"claims": claims | bad}, entities)}


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        ("linked-to", "Linked to", True),
        ("announced", "anounced", True),
        ("births in 2024", "births in 2025", False),
        ("head", "lead", False),
        ("转移人数", "死亡人数", False),
        ("announced", "approved", False),
    ],
)
def test_a_property_is_compared_with_those_that_look_like_it(one: str, other: str, *, is_told: bool) -> None:
    claims = {
        id_: {"text": "Beta bought.", "quote": "Beta bought 50", "value": {"beta": {name: 50}}}
        for id_, name in (("x", one), ("y", other))
    }
    told = [line for line in found({"claims": claims}) if line.startswith("single-value-property")]
    assert len(told) == is_told


def test_a_quotation_may_stand_in_a_source_that_cannot_be_read() -> None:
    claims = {"bought": {"text": "Delta came.", "quote": "Delta came"}}
    unreadable = "Delta came.\rIt did."
    lines = found({"sources": ["b", "c"], "claims": claims}, files={"seeds/c.txt": source(unreadable)})
    assert [line for line in lines if line.startswith("passage-not-found")] == []
    assert any(line.startswith("bad-encoding") for line in lines)
    # One that names its source is looked up there.
    claims["bought"]["source"] = "b"
    lines = found({"sources": ["b", "c"], "claims": claims}, files={"seeds/c.txt": source(unreadable)})
    assert any(line.startswith("passage-not-found") for line in lines)
