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
    "treasury": {"kind": "agency", "name": "Treasury"},
    "lee": {"kind": "person", "name": "Ann Lee"},
}


def codes(quote: str, also: frozenset[str] = frozenset(), **fields: Any) -> list[str]:
    claims = {"it": {"text": "It is so.", "quote": quote, **fields}}
    files = {
        "seeds/a.txt": source(TEXT, published="2024-05-06"),
        "briefings/2026-01-24-b.yml": yaml(
            title="B", sources=["a"], summary="It is so [@it].", claims=claims
        ),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    wanted = {"field-contradicted", "state-word-missing"} | also
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


RULE = "The ministry issued the toll rule on 3 May 2024; it covers 40 ports and 12 rivers from 2027"


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("head of ministry", []),
        ("head of 40 ports", []),
        ("head of 41 ports", ["field-contradicted"]),
        ("head of ministry since 2027", []),
        ("head of ministry since 2026", ["field-contradicted"]),
        ("head of treasury", ["field-contradicted"]),
    ],
)
def test_a_role_rests_on_its_passage(role: str, found: list[str]) -> None:
    assert codes(RULE, role={"lee": role}) == found
    assert codes(RULE, role={"lee": role}, why="The desk asked.") == []


@pytest.mark.parametrize(
    ("date", "why", "found"),
    [
        ("2024-05-03", "The article prints 3 May 2024.", []),
        ("2024-05-02", "It was out on 2 May 2024, a day before 3 May 2024.", []),
        ("2024-05-02", "The article is of 6 May 2024.", []),
        ("2024-05-02", "Known from elsewhere: 1 and 2 May 2024.", []),
        ("2024-05-02", "Known from elsewhere: 4 May 2024.", ["field-contradicted"]),
        ("..2024-05-02", "Known from elsewhere: 1 May 2024.", []),
        ("2024-05..", "Known from elsewhere: 4 April 2024.", ["field-contradicted"]),
        ("2024-05-02", "Known from elsewhere: 2024-19-40.", []),
        ("2024-05-02", "Some day in 2021.", []),
    ],
)
def test_a_reason_does_not_contradict_its_date(date: str, why: str, found: list[str]) -> None:
    assert codes("Talks on the rule went on", date=date, why=why) == found


@pytest.mark.parametrize("field", ["note", "why"])
def test_what_a_remark_quotes_stands_in_a_source(field: str) -> None:
    quoted = frozenset({"quoted-words"})
    assert codes(RULE, quoted, **{field: "It says “went on” of the talks."}) == []
    assert codes(RULE, quoted, **{field: "It says “broke off” of the talks."}) == ["quoted-words"]
    assert codes(RULE, quoted, **{field: "It speaks of [a] “toll […] rule”."}) == []


PEOPLE = (
    "The chief executive, Ann Lee, spoke first. The finance chief, Bo Ray, said that sales were 612 million and that it rained. "
    "Sales fell."
)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"role": {"ray": "finance chief"}}, 0),
        ({"role": {"ray": "chief executive"}}, 1),
        ({"said_by": "ray"}, 0),
        ({"said_by": "fox"}, 1),
        ({"value": {"rule": {"sales in millions": 612}}}, 0),
        ({"value": {"rule": {"sales": 613}}}, 1),
    ],
)
def test_roles_voices_and_values_are_those_of_the_passage(fields: dict[str, Any], found: int) -> None:
    files = {
        "seeds/a.txt": source(
            f"Ivo Fox is not well.\n\nHe stays.\n\n{'So it is. ' * 8}\n\n{PEOPLE}", published="2024-05-06"
        ),
        "briefings/2026-01-24-b.yml": yaml(
            title="B",
            sources=["a"],
            summary="It is so [@it].",
            claims={"it": {"text": "It is so.", "quote": "sales were 612 million", **fields}},
        ),
        "briefings/entities/all.yml": yaml(
            **ENTITIES, ray={"kind": "person", "name": "Bo Ray"}, fox={"kind": "person", "name": "Ivo Fox"}
        ),
    }
    assert [p.rule.code for p in made(files).problems].count("field-contradicted") == found


@pytest.mark.parametrize(
    ("text", "role", "lang"),
    [
        ("The coach of Arle, Jo Bell, was glad. His counterpart, Ann Lee, was not", "coach of Borne", "en"),
        ("L’entraîneur d’Arle, Jo Bell, est ravi. Son homologue Ann Lee ne l’est pas", "entraîneuse", "fr"),
        ("Der Trainer Jo Bell freute sich. Seine Kollegin Ann Lee nicht", "Trainerin", "de"),
        ("El entrenador Jo Bell se alegró. Su homóloga Ann Lee no", "entrenadora", "es"),
    ],
)
def test_a_counterpart_has_the_office_of_somebody_else(text: str, role: str, lang: str) -> None:
    def found(words: str) -> list[str]:
        claims = {"it": {"text": "It.", "quote": words.partition(". ")[2], "role": {"lee": role}}}
        files: dict[str, str | bytes] = {
            "seeds/a.txt": source(f"A first line.\n\n{words}.\n", lang=lang),
            "briefings/2026-01-24-b.yml": yaml(
                title="B", lang=lang, sources=["a"], summary="It [@it].", claims=claims
            ),
            "briefings/entities/all.yml": yaml(
                lee={"kind": "person", "name": "Ann Lee"}, bell={"kind": "person", "name": "Jo Bell"}
            ),
        }
        return [p.rule.code for p in made(files).problems if p.rule.code == "field-contradicted"]

    assert found(text) == []
    plain = text.replace("counterpart", "guest").replace("homologue", "invitée").replace("Kollegin", "Ärztin")
    assert found(plain.replace("homóloga", "invitada")) == ["field-contradicted"]
