"""Problems as SARIF: what the standard demands, whatever they hold."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.model.problem import Place, Severity
from mkdocs_briefings.report.location import Located, Spot
from mkdocs_briefings.report.sarif import sarif
from mkdocs_briefings.rules.catalogue import ALL

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.DOUBT: "note"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SPOTS = st.builds(Spot, TEXTS, st.integers(1, 99), st.integers(1, 99))
LOCATED = st.builds(
    lambda rule, spot, message, related: Located(
        spot, rule.at(Place(spot.path), message), tuple(related), ""
    ),
    st.sampled_from(list(ALL.values())),
    SPOTS,
    TEXTS,
    st.lists(SPOTS, max_size=2),
)


def run(located: list[Located]) -> dict[str, Any]:
    log = json.loads(sarif(located))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (made,) = log["runs"]
    assert isinstance(made, dict)
    return made


@settings(deadline=None)
@given(st.lists(LOCATED, max_size=6))
def test_what_the_schema_demands(located: list[Located]) -> None:
    made = run(located)
    driver = made["tool"]["driver"]
    assert driver["name"] == "briefings"
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == sorted({one.problem.rule.code for one in located})
    for rule in driver["rules"]:
        assert ALL[rule["id"]].remedy in rule["help"]["text"]
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    assert len(made["results"]) == len(located)
    for result, one in zip(made["results"], located, strict=True):
        assert ids[result["ruleIndex"]] == result["ruleId"] == one.problem.rule.code
        assert result["level"] == LEVELS[one.problem.rule.severity]
        (place,) = (found["physicalLocation"] for found in result["locations"])
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(' <>"{}|\\^`#?:\n')
        assert unquote(uri) == one.spot.path
        assert place["region"] == {"startLine": one.spot.line, "startColumn": one.spot.column}
        assert [found["id"] for found in result.get("relatedLocations", ())] == list(range(len(one.related)))
    prints = [result["partialFingerprints"]["briefings/v1"] for result in made["results"]]
    assert len(set(prints)) == len(prints)


def test_a_problem_keeps_its_fingerprint_where_it_moves() -> None:
    rule = next(iter(ALL.values()))
    one, two = (Located(Spot("a.yml", line, 1), rule.at(Place("a.yml"), "x"), (), "") for line in (3, 9))
    prints = [run([found])["results"][0]["partialFingerprints"] for found in (one, two)]
    assert prints[0] == prints[1]
