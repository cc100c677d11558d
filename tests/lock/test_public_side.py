"""What may be changed where the texts are not, and what needs them."""

from __future__ import annotations

import json

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.lock.outline import HIDDEN
from mkdocs_briefings.model import baseline

from tests.desks import told
from tests.lock.harbour import BRIEFING, ENTITIES, LOCK, SETTINGS, changed, desk, locked, printed


def test_an_edited_summary_that_cites_what_is_there() -> None:
    public = locked(desk())
    edited = changed(public, summary="The new lock of Westhaven will not open before June [@late].")
    assert told(build(edited, SETTINGS)) == []
    assert "The new lock of" in printed(build(edited, SETTINGS))


@pytest.mark.parametrize(
    "quote",
    [
        "Zebra umbrella",  # it stands there, but nobody has looked
        "the new lock will",  # a part of a passage: whether it stands there once is not known
        "words that stand nowhere",
        "steel came late in March",
        f"the new lock will not {HIDDEN}",
        HIDDEN,
        f"{HIDDEN} {HIDDEN}",
    ],
)
def test_a_new_quotation_is_not_verified(quote: str) -> None:
    public = locked(desk())
    claim = {"text": "The port authority of Westhaven is late.", "quote": quote}
    result = build(changed(public, claims=BRIEFING["claims"] | {"new": claim}), SETTINGS)
    (problem,) = result.problems
    assert problem.rule.code in {"not-verified", "passage-empty"}
    assert problem.place.loc[:3] == ("claims", "new", "quote")
    assert HIDDEN not in problem.hint
    if problem.rule.code == "not-verified":
        assert "briefings lock" in problem.hint
    assert not result.pages


def test_the_same_passage_may_be_quoted_again_and_typed_otherwise() -> None:
    public = locked(desk())
    claim = {"text": "The new lock will not open early.", "quote": "the new  lock will not [...] before June"}
    assert told(build(changed(public, claims=BRIEFING["claims"] | {"new": claim}), SETTINGS)) == []


def test_what_the_texts_would_have_to_bear_out_says_so() -> None:
    public = locked(desk())
    edited = changed(public, summary="The lock was to open 77 months later [@late].")
    problem = next(p for p in build(edited, SETTINGS).problems if p.rule.code == "unsupported-number")
    assert problem.hint.endswith("if they support the sentence, run `briefings lock` where they are.")


def test_an_entity_that_is_gone_is_told_at_the_entry_of_the_source() -> None:
    public = locked(desk())
    fewer = {k: v for k, v in json.loads(ENTITIES).items() if k != "news"}
    result = build({**public, "briefings/entities/all.yml": json.dumps(fewer).encode()}, SETTINGS)
    (problem,) = result.problems
    assert problem.rule.code == "unknown-entity"
    assert problem.place.path == LOCK
    line = public[LOCK].decode().splitlines()[problem.place.line - 1]
    assert '"path": "a.txt"' in line


def test_warnings_that_need_the_texts_are_no_stale_baseline() -> None:
    hedged = desk({**BRIEFING, "summary": "The crane reportedly fell [@crane]."})
    warnings = build(hedged, SETTINGS).problems
    assert [p.rule.code for p in warnings] == ["speaker-missing"]
    frozen = {**hedged, "briefings/baseline.txt": b"a.yml: gone [speaker-missing]\n"}
    stale = [p.rule.code for p in baseline.apply(warnings, frozen, SETTINGS)]
    assert stale == ["speaker-missing", "baseline-stale"]
    partly = [p.rule.code for p in baseline.apply(warnings, frozen, SETTINGS, partly=True)]
    assert partly == ["speaker-missing"]


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2026-05"},
        {"printed": "May 2027"},
        {"said_by": "a violet marmalade maker > steel"},
        {"quote": ["It was to open in", "No such words"]},
        {"quote": "It was […] March 2026"},
        {"state": {"steel": "issued"}},
        {"text": "Nobody but Jane Moor worked for 4711 months, reportedly."},
    ],
)
def test_whatever_is_told_of_a_changed_claim_shows_nothing_hidden(fields: dict[str, object]) -> None:
    claims = BRIEFING["claims"] | {"work": BRIEFING["claims"]["work"] | fields}
    result = build(changed(locked(desk()), claims=claims), SETTINGS)
    assert result.problems
    told_ = " ".join(f"{problem.message} {problem.hint}" for problem in result.problems)
    assert HIDDEN not in told_
    assert "marmalade on" not in told_
