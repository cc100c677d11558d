"""How entities hang together: in sentences, as issuers and targets, by what is said of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.relations import MOST_TOGETHER

from tests.derive.small import Fields, files, small
from tests.desks import made, page
from tests.sampling import examples

CLAIMS: dict[str, Fields] = {
    "reply": {
        "text": "The counter rule answers the chip rule, and Acme regrets it.",
        "value": {"reply": {"answers": "rule"}},
    },
    "weeks": {"text": "The chip rule gives Acme 30 days.", "value": {"rule": {"comment days": 30}}},
    "denied": {"denies": "reply", "said_by": "ministry"},
}
ENTITIES: dict[str, Fields] = {
    "part": {"kind": "measure", "name": "software part", "part_of": "rule", "technologies": ["chips"]},
    "chips": {"kind": "technology", "name": "chips"},
}


def test_who_appears_with_whom() -> None:
    """Twice in one sentence counts once; the denial has the words of what it denies."""
    found = small(CLAIMS, entities=ENTITIES).derived.together
    assert found == {
        "acme": (("rule", 3), ("reply", 2)),
        "reply": (("acme", 2), ("rule", 2)),
        "rule": (("acme", 3), ("reply", 2)),
    }


def test_measures_by_issuer_target_and_technology() -> None:
    found = small(CLAIMS, entities=ENTITIES).derived
    assert found.measures == {
        "ministry": (("rule", "issuer"),),
        "acme": (("rule", "aimed at it"),),
        "chips": (("part", "about it"),),
    }
    assert found.parts == {"rule": ("part",)}


def test_what_is_said_of_a_measure_and_what_it_is_called_a_response_to() -> None:
    found = small(CLAIMS, entities=ENTITIES).derived
    assert {id_: [(c.id, v.property) for c, v in pairs] for id_, pairs in found.values.items()} == {
        "reply": [("reply", "answers")],
        "rule": [("weeks", "comment days")],
    }
    assert {id_: [c.id for c in claims] for id_, claims in found.responses.items()} == {
        "reply": ["reply"],
        "rule": ["reply"],
    }


def test_a_response_stands_with_its_passage_and_its_denial_on_both_pages() -> None:
    texts = {"reply": "The counter rule answers the chip rule.", "weeks": "The chip rule gives 30 days."}
    claims = {
        name: claim | ({"text": texts[name], "why": "A field of the test: 30 days."} if name in texts else {})
        for name, claim in CLAIMS.items()
    }
    result = made(files(claims, entities=ENTITIES))
    for path in ("entities/reply.md", "entities/rule.md"):
        section = page(result, path).partition("## Called a response")[2].partition("\n## ")[0]
        assert "> Of reply a clerk reports it" in section, path
        assert "Denied by" in section, path
        assert "Ministry of Trade" in section, path


NAMES = ["Acme", "the chip rule", "the counter rule", "Ada Ames", "the Ministry of Trade"]


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=5))
def test_being_together_goes_both_ways(sentences: list[list[str]]) -> None:
    claims: dict[str, Fields] = {
        f"c{n}": {"text": f"So said of {', and of '.join(names)}."} for n, names in enumerate(sentences)
    }
    found = small(claims).derived.together
    for one, others in found.items():
        counts = [count for _, count in others]
        assert counts == sorted(counts, reverse=True)
        assert len(others) <= MOST_TOGETHER
        for other, count in others:
            assert other != one
            assert dict(found[other])[one] == count
