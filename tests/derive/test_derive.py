"""What is computed from claims: timeline, states, coverage, backlinks, tellings, presence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.derive.coverage import merge
from mkdocs_briefings.derive.origins import relayed, routes
from mkdocs_briefings.derive.states import current

from tests.desks import made, page, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

ENTITIES = yaml(
    acme={"kind": "company", "name": "Acme"},
    post={"kind": "outlet", "name": "The Post"},
    wire={"kind": "outlet", "name": "The Wire"},
    lee={"kind": "person", "name": "Ann Lee"},
    rule={"kind": "measure", "name": "chip rule", "issuer": "office", "part_of": "plan"},
    plan={"kind": "measure", "name": "great plan", "targets": ["far"]},
    office={"kind": "agency", "name": "Office", "of": "state"},
    state={"kind": "country", "name": "Freedonia"},
    far={"kind": "country", "name": "Faraway"},
    ghost={"kind": "company", "name": "Ghost"},
)
TEXT = "One two three four five. Six seven eight nine ten. Short one. Photo: nobody\n"


def desk(claims: dict[str, dict[str, Any]], text: str = TEXT, **more: Any) -> Result:
    front = more.pop("front", {})
    quoted = {
        name: {"text": f"Text {name}.", "quote": "One two three four five"} | c for name, c in claims.items()
    }
    cited = "; ".join(f"@{name}" for name in quoted)
    fields = {
        "title": "T",
        "sources": ["a"],
        "summary": f"S [{cited}]." if quoted else "S.",
        "claims": quoted,
        **more,
    }
    result = made({
        "seeds/a.txt": source(text, **front),
        "briefings/2026-01-24-b.yml": yaml(**fields),
        "briefings/entities/all.yml": ENTITIES,
    })  # fmt: skip
    assert not result.failed, told(result)
    return result


# Timeline and states


def test_events_are_in_order_and_what_lay_ahead_is_scheduled() -> None:
    result = desk({
        "later": {"date": "2026-02"},
        "same-day": {"date": "2026-01-24T18:00"},
        "this-year": {"date": "2026"},
        "by": {"date": "..2027"},
        "by-then": {"date": "..2026-01-20"},
        "past": {"date": "2019-05"},
        "undated": {},
        "after": {"date": "2026-01-25.."},
        "since": {"date": "2024/.."},
    })  # fmt: skip
    dated = [e for e in result.derived.timeline if not e.is_told]
    assert [(e.claim.id, e.scheduled) for e in dated] == [
        ("past", False),
        ("since", False),
        ("this-year", False),
        ("by-then", False),
        ("same-day", False),
        ("after", True),
        ("later", True),
        ("by", True),
    ]
    assert result.derived.scheduled == {"b#after", "b#later", "b#by"}


def test_nothing_is_scheduled_where_the_source_has_no_date() -> None:
    assert not desk({"x": {"date": "2999"}}, front={"published": None}).derived.scheduled


def test_the_state_is_the_last_one_that_was_reached() -> None:
    states: dict[str, dict[str, Any]] = {
        "dropped": {"state": {"rule": "dropped"}, "date": "2027"},
        "issued": {"state": {"rule": "issued"}, "date": "2024-05"},
        "proposed": {"state": {"rule": "proposed"}, "date": "2023"},
    }
    history = desk(states).derived.states["rule"]
    assert [(e.state, e.scheduled) for e in history] == [
        ("proposed", False),
        ("issued", False),
        ("dropped", True),
    ]
    event = current(history)
    assert event is not None
    assert event.state == "issued"


def test_a_state_without_a_date_counts_when_it_was_told() -> None:
    states: dict[str, dict[str, Any]] = {
        "issued": {"state": {"rule": "issued"}, "date": "2024-05"},
        "revoked": {"state": {"rule": "revoked"}},
    }
    event = current(desk(states).derived.states["rule"])
    assert event is not None
    assert (event.state, event.when) == ("revoked", None)


def test_a_state_without_any_date_is_the_oldest_or_unknown() -> None:
    states: dict[str, dict[str, Any]] = {
        "issued": {"state": {"rule": "issued"}, "date": "2024-05"},
        "considered": {"state": {"rule": "considered"}},
    }
    history = desk(states, front={"published": None}).derived.states["rule"]
    assert {e.state for e in history} == {"issued", "considered"}
    assert current(()) is None
    assert current(desk({"x": {"state": {"rule": "issued"}, "date": "2999"}}).derived.states["rule"]) is None


# Coverage


@pytest.mark.parametrize(
    ("quote", "touched"),
    [
        ("One two three four five", ["One two three four five."]),
        ("One two three four", ["One two three four five."]),
        ("two three four", []),
        ("Short one", ["Short one."]),
        ("Short", []),
        (["Six seven eight nine", "Short one"], ["Six seven eight nine ten.", "Short one."]),
        ("One […] three four five", ["One two three four five."]),
        ("three four five. Six seven eight nine ten", ["Six seven eight nine ten."]),
        ("Photo: nobody", []),
    ],
)
def test_a_sentence_is_touched_by_a_clause(quote: str | list[str], touched: list[str]) -> None:
    result = desk({"x": {"quote": quote}}, front={"skip": {"caption": "Photo: nobody"}})
    coverage = result.derived.coverage["a"]
    assert [TEXT[a:b] for a, b in coverage.touched] == touched
    assert len(coverage.touched) + len(coverage.untouched) == 3
    assert coverage.share == len(touched) / 3


def test_two_passages_touch_a_sentence_together() -> None:
    result = desk({"x": {"quote": "One two"}, "y": {"quote": "four five"}, "z": {"quote": "two three"}})
    assert [TEXT[a:b] for a, b in result.derived.coverage["a"].touched] == ["One two three four five."]
    assert result.derived.coverage["a"].published_share == 5 / 14


def test_what_rests_on_nothing() -> None:
    coverage = desk({}).derived.coverage["a"]
    assert (coverage.share, coverage.published_share) == (0, 0)
    skipped = made({"seeds/a.txt": source("Heading", skip={"heading": "Heading"})})
    assert skipped.derived.coverage["a"].share == 0


def test_merging() -> None:
    assert merge([(5, 7), (0, 2), (1, 3), (3, 4), (6, 6)]) == [(0, 4), (5, 7)]
    assert merge([]) == []


# Tellings


def test_claims_are_told_by_chain_never_by_article() -> None:
    result = desk({
        "own": {},
        "relayed": {"said_by": "people who know > post", "quote": "Six seven eight nine ten"},
        "too": {"said_by": ["people who know > post", "lee"]},
        "wire": {"said_by": "wire"},
    }, summary='S [@own; @relayed; @too; @wire; @a "Short one"].')  # fmt: skip
    briefing = result.corpus.briefings["b"]
    assert [([v.entity or v.description for v in t.chain], [c.id for c in t.claims], t.analysed) for t in routes(briefing)] == [
        ([], ["own"], True),
        (["people who know", "post"], ["relayed", "too"], True),
        (["lee"], ["too"], True),
        (["wire"], ["wire"], True),
        ([], [briefing.claims[-1].id], False),
    ]  # fmt: skip
    assert relayed(result.corpus, briefing, "a") == ("post", "wire")
    assert relayed(result.corpus, briefing, "z") == ()


# Backlinks and presence


def test_backlinks_give_the_sentence() -> None:
    result = desk(
        {
            "x": {
                "text": "Acme told Ann Lee.",
                "role": {"lee": "head of office"},
                "state": {"rule": "issued"},
                "value": {"acme": {"staff": 5}},
                "said_by": "post",
            }
        },
        summary="Acme left [@x]. Nobody saw Acme or Acme [@x].",
        questions=[{"text": "Will Acme stay?", "answer": "Acme will [@x]."}],
        disagreements=[
            {"about": "Acme", "class": "scope", "between": ["x", "x"], "note": "It is The Wire's [@x]."}
        ],
    )
    links = result.derived.backlinks
    assert [(one.part, one.sentence.text) for one in links.entities["acme"]] == [
        ("summary", "Acme left."),
        ("summary", "Nobody saw Acme or Acme."),
        ("claim", "Acme told Ann Lee."),
        ("disagreement", "Acme"),
        ("question", "Will Acme stay?"),
        ("question", "Acme will."),
    ]
    assert [one.part for one in links.entities["rule"]] == ["claim"]
    assert [one.part for one in links.entities["office"]] == ["claim"]
    assert [one.part for one in links.claims["b#x"]] == ["summary", "summary", "disagreement", "question"]
    assert [claim.ref for claim in links.said["post"]] == ["b#x"]
    assert links.sources == {"a": ("b",)}
    assert "Nobody saw Acme or Acme." in page(result, "entities/acme.md")
    assert "(../briefings/b.md#c-x)" in page(result, "entities/acme.md")


def test_only_what_is_mentioned_is_present_with_what_it_belongs_to() -> None:
    result = desk({"x": {"text": "The chip rule binds.", "state": {"rule": "issued"}}})
    assert result.derived.present == {"rule", "plan", "office", "state", "far"}
    assert "unmentioned-entity ghost: nothing mentions `ghost`" in told(result)
    assert "entities/ghost.md" not in {p.path for p in result.pages}


@pytest.mark.parametrize(
    ("claim", "front", "found"),
    [
        ({"said_by": "lee"}, {}, "lee"),
        ({"value": {"acme": {"buyer": "lee"}}}, {}, "lee"),
        ({"value": {"acme": {"buyer": 5}}}, {}, "acme"),
        ({"role": {"lee": "head"}}, {}, "lee"),
        ({"state": {"plan": "issued"}}, {}, "plan"),
        ({}, {"publisher": "wire"}, "wire"),
        ({}, {"cites": {"wire": "Short one"}}, "wire"),
        ({}, {"misprints": {"Short": "ghost"}}, "ghost"),
        ({}, {"means": {"Short": "ghost"}}, "ghost"),
    ],
)
def test_who_is_present(claim: dict[str, Any], front: dict[str, Any], found: str) -> None:
    assert found in desk({"x": claim}, front=front).derived.present
    assert found not in desk({"x": {}}).derived.present
