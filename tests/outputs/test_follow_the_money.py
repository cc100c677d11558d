"""Entities of FollowTheMoney: what is in them and what never is; `make soak` has its own library judge them."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.outputs.follow_the_money import ENTITIES, SCHEMATA, STATEMENTS

from tests import whole
from tests.outputs.desks import ADDRESS, HOSTILE, alleged, guarded, hostile, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

MAY = {
    "name", "alias", "weakAlias", "wikidataId", "parent", "sourceUrl", "title", "author", "publisher", "publishedAt",
    "document", "resolved",
}  # fmt: skip


def entities(result: Result) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in result.outputs[ENTITIES].splitlines()]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def statements(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.outputs[STATEMENTS].splitlines()]


def test_nobody_has_more_than_names_and_addresses() -> None:
    for result in (published(), alleged(), guarded()):
        for one in entities(result).values():
            assert one["properties"].keys() <= MAY
            assert all(values == list(dict.fromkeys(values)) != [] for values in one["properties"].values())


def test_the_counts_are_those_of_the_site() -> None:
    result = published()
    found = [one["schema"] for one in entities(result).values()]
    present = [result.corpus.entities[id_].kind for id_ in result.derived.present]
    assert found.count("Article") == len(result.corpus.sources)
    assert len([one for one in found if one in SCHEMATA.values()]) == sum(
        kind in SCHEMATA for kind in present
    )


def test_an_entity_and_an_article() -> None:
    found = entities(published())
    acme = found["desk-example-below-was-acme"]
    assert acme["schema"] == "Company"
    assert acme["properties"] == {
        "name": ["Acme"],
        "alias": ["Acme Works"],
        "weakAlias": ["Works"],
        "wikidataId": ["Q42"],
        "sourceUrl": [f"{ADDRESS}entities/acme/"],
    }
    article = found["desk-example-below-was-a"]
    assert article["properties"]["publishedAt"] == ["2025-06-10"]
    mention = found["desk-example-below-was-a.desk-example-below-was-acme"]
    assert mention["properties"]["resolved"] == [acme["id"]]


@pytest.mark.parametrize(
    ("date", "said"), [("2025-06", "2025-06"), ("2025-06-02/2025-06-09", "2025-06"), ("2025~", None)]
)
def test_a_date_says_no_more_than_is_sure(date: str, said: str | None) -> None:
    data = whole.desk()
    data["other seed"]["published"] = date
    article = entities(published(data))["desk-example-below-b"]
    assert article["properties"].get("publishedAt") == ([said] if said else None)


def test_every_value_is_a_statement_of_its_own() -> None:
    result = published()
    told = {(one["entity_id"], one["prop"], one["value"]) for one in statements(result)}
    assert told == {
        (id_, name, value)
        for id_, one in entities(result).items()
        for name, values in one["properties"].items()
        for value in values
    }
    assert len({one["id"] for one in statements(result)}) == len(told)


def test_ids_have_the_signs_that_ids_have_there() -> None:
    data = whole.desk()
    data["other seed"]["id"] = "b_7"
    data["other"]["sources"] = data["gone"]["sources"] = ["b_7"]
    for id_ in entities(published(data)):
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", id_)


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["", *HOSTILE])
def test_its_own_library_keeps_every_value(kind: str) -> None:
    from followthemoney import model  # noqa: PLC0415, here and below: in the group `readers`
    from followthemoney.statement import Statement, read_statements  # noqa: PLC0415

    result = hostile(kind) if kind else published()
    for id_, one in entities(result).items():
        schema = model.get(one["schema"])
        assert schema is not None
        given: Any = one
        schema.validate(given)
        proxy = model.get_proxy(one, cleaned=False)
        assert proxy.id == id_
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in one["properties"].items()}
        assert all(proxy.properties.get(name) for name in schema.required)
    read = list(read_statements(io.BytesIO(result.outputs[STATEMENTS]), "json"))
    assert len(read) == len(statements(result))
    for statement in read:
        assert isinstance(statement, Statement)
        assert statement.id == statement.generate_key()
