"""Fields rest on their passages: a value or a state that is not there is refused, unless the editor says how it follows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import made, source, yaml

TEXT = (
    "The ministry issued the toll rule on 3 May 2024; it covers 40 ports and 12 rivers from 2027. Talks on the rule went on. "
    "The two bans are one measure."
)
ENTITIES = {
    "rule": {"kind": "measure", "name": "toll rule"},
    "ministry": {"kind": "agency", "name": "ministry"},
}


def codes(quote: str, **fields: Any) -> list[str]:
    claims = {"it": {"text": "It is so.", "quote": quote, **fields}}
    files = {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-b.yml": yaml(
            title="B", sources=["a"], summary="It is so [@it].", claims=claims
        ),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    wanted = {"field-contradicted", "state-word-missing"}
    return [p.rule.code for p in made(files).problems if p.rule.code in wanted]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"value": {"rule": {"ports": 40}}}, []),
        ({"value": {"rule": {"places": 52}}}, []),
        ({"value": {"rule": {"ports": 41}}}, ["field-contradicted"]),
        ({"value": {"rule": {"start": 2027}}}, []),
        ({"value": {"rule": {"start": 2028}}}, ["field-contradicted"]),
        ({"value": {"rule": {"start": 2028}}, "why": "The year after."}, []),
        ({"state": {"rule": "issued"}}, []),
        ({"state": {"rule": "revoked"}}, ["field-contradicted"]),
    ],
)
def test_fields(fields: dict[str, Any], found: list[str]) -> None:
    quote = "The ministry issued the toll rule on 3 May 2024; it covers 40 ports and 12 rivers from 2027"
    assert codes(quote, **fields) == found


def test_a_state_needs_a_word() -> None:
    assert codes("The two bans are one measure", state={"rule": "suspended"}) == ["state-word-missing"]
    assert codes("The two bans are one measure", state={"rule": "suspended"}, note="It says so below.") == []
