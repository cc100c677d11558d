"""What falls with a source: `impact` names all of it and nothing else, and a fallen source is told wherever it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.impact import Impact, impact
from mkdocs_briefings.derive.states import current

from tests.derive.small import Fields, files, small
from tests.desks import made, page
from tests.pages.figures import drawn, figures_of
from tests.sampling import examples

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Question

SOURCES: dict[str, Fields] = {"old": {"published": "2025-05-05"}, "new": {"published": "2025-08-20"}}
CLAIMS: dict[str, Fields] = {
    "proposed": {"source": "old", "date": "2025-02", "state": {"rule": "proposed"}},
    "issued": {"source": "new", "date": "2025-06", "state": {"rule": "issued"}},
    "meeting": {"source": "new", "date": "2025-08-18"},
    "said": {"source": "old", "said_by": "minister", "kind": "allegation"},
    "denied": {"source": "new", "denies": "said", "said_by": "acme"},
    "again": {"source": "old", "same": "issued"},
}
BRIEFING: dict[str, Any] = {
    "summary": "It was proposed [@proposed]. It is issued [@issued], as a minister says [@said; @denied]. "
    "The article has more [@new].",
    "disagreements": [
        {"about": "Whether it is so", "class": "contradiction", "between": ["said", "denied"]},
        {"about": "What was said", "class": "internal", "between": ["proposed", "again"]},
    ],
    "questions": [
        {"text": "Was it issued?", "on": "proposed", "answer": "Yes [@issued]."},
        {"text": "Who met?", "on": "meeting"},
    ],
    "corrections": [{"date": "2025-09-01", "text": "The month was wrong [@issued]."}],
}


def found(source: str) -> Impact:
    desk = small(CLAIMS, sources=SOURCES, **BRIEFING)
    return impact(desk.corpus, desk.derived, source)


def asked(questions: tuple[Question, ...]) -> list[str]:
    return [question.text.text for question in questions]


def test_what_falls_with_the_newer_source() -> None:
    falls = found("new")
    assert [claim.id for claim in falls.claims] == ["issued", "meeting", "denied"]
    assert falls.measures == ("rule",)
    assert {link.sentence.text for link in falls.sentences} == {
        "It is issued, as a minister says.",
        "The article has more.",
        "The month was wrong.",
        "Yes.",
    }
    assert [one.about.text for one in falls.disagreements] == ["Whether it is so"]
    assert asked(falls.answers) == ["Was it issued?"]
    assert asked(falls.questions) == ["Who met?"]
    assert [claim.id for claim in falls.referring] == ["again"]


def test_what_falls_with_the_older_source() -> None:
    falls = found("old")
    assert [claim.id for claim in falls.claims] == ["proposed", "said", "again"]
    assert falls.measures == ()
    assert {link.sentence.text for link in falls.sentences} == {
        "It was proposed.",
        "It is issued, as a minister says.",
    }
    assert [one.id for one in falls.disagreements] == ["whether-it-is-so", "what-was-said"]
    assert asked(falls.answers) == []
    assert asked(falls.questions) == ["Was it issued?"]
    assert [claim.id for claim in falls.referring] == ["denied"]


def test_nothing_falls_with_a_source_that_nothing_rests_on() -> None:
    assert found("a") == Impact((), (), (), (), (), (), ())


@dataclass
class Plan:
    """A desk to be generated, and cut."""

    claims: dict[str, Fields]
    sentences: list[list[str]]
    disagreements: list[list[str]] = field(default_factory=list)
    questions: list[tuple[str | None, list[str]]] = field(default_factory=list)

    def parts(self) -> dict[str, Any]:
        def cite(refs: list[str]) -> str:
            return f" [@{'; @'.join(refs)}]" if refs else ""

        return {
            "summary": " ".join(f"So it is said, number {n}{cite(r)}." for n, r in enumerate(self.sentences)),
            "disagreements": [
                {"id": f"d{n}", "about": "It", "class": "wording", "between": refs}
                for n, refs in enumerate(self.disagreements)
            ],
            "questions": [
                {"id": f"q{n}", "text": "Is it so?"}
                | ({"on": on} if on else {})
                | ({"answer": f"It is{cite(cites)}."} if cites else {})
                for n, (on, cites) in enumerate(self.questions)
            ],
        }

    def desk(self) -> Any:
        return small(self.claims, sources=ALL, **self.parts())


ALL: dict[str, Fields] = {f"s{n}": {"published": f"2025-0{n + 1}-01"} for n in range(3)}
IDS = [f"c{n}" for n in range(5)]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    claims: dict[str, Fields] = {}
    for n, name in enumerate(IDS):
        fields: Fields = {"source": draw(st.sampled_from(sorted(ALL)))}
        other = draw(st.sampled_from([None, *IDS[:n]]))
        how = draw(st.sampled_from(["denies", "same", "at", "state", ""]))
        if other and how in {"denies", "same", "at"}:
            fields |= {how: other, "text": "It is not so."} if how == "denies" else {how: other}
        if how == "state":
            fields["state"] = {
                draw(st.sampled_from(["rule", "reply"])): draw(st.sampled_from(["proposed", "issued"]))
            }
        if how != "denies":
            fields["date"] = "2024"
        claims[name] = fields
    some = st.lists(st.sampled_from(IDS), unique=True, max_size=3)
    pairs = st.lists(st.sampled_from(IDS), unique=True, min_size=2, max_size=3)
    return Plan(
        claims,
        draw(st.lists(some, min_size=1, max_size=4)),
        draw(st.lists(pairs, max_size=2)),
        draw(st.lists(st.tuples(st.sampled_from([None, *IDS]), some), max_size=3)),
    )


def cut(plan: Plan, falls: Impact) -> Plan:
    """Take out what `impact` names, and only that."""
    gone = {claim.id for claim in falls.claims}
    fallen = {link.sentence.text for link in falls.sentences if link.part == "summary"}
    split = {one.id for one in falls.disagreements}
    unanswered = {one.id for one in falls.answers}
    unasked = {one.id for one in falls.questions}
    referring = {claim.id for claim in falls.referring}
    kept = {name: dict(fields) for name, fields in plan.claims.items() if name not in gone}
    for name in referring:
        for key in ("denies", "same", "at"):
            if kept[name].get(key) in gone:
                del kept[name][key]
    return Plan(
        kept,
        [refs for n, refs in enumerate(plan.sentences) if f"So it is said, number {n}." not in fallen],
        [refs for n, refs in enumerate(plan.disagreements) if f"d{n}" not in split],
        [
            (None if f"q{n}" in unasked else on, [] if f"q{n}" in unanswered else cites)
            for n, (on, cites) in enumerate(plan.questions)
        ],
    )


@settings(max_examples=examples(80), deadline=None)
@given(plans(), st.sampled_from(sorted(ALL)))
def test_what_is_left_stands_by_itself_and_nothing_else_has_moved(plan: Plan, source: str) -> None:
    before = plan.desk()
    falls = impact(before.corpus, before.derived, source)
    rest = cut(plan, falls)
    if not rest.claims:
        return
    if not rest.sentences:
        rest.sentences = [[next(iter(rest.claims))]]
    after = rest.desk()  # sound: nothing of what is left leads to what is gone
    assert set(before.corpus.claims) - set(after.corpus.claims) == {claim.ref for claim in falls.claims}
    for measure, history in before.derived.states.items():
        was, now = current(history), current(after.derived.states.get(measure, ()))
        moved = was is not None and (now is None or now.claim.ref != was.claim.ref)
        assert moved == (measure in falls.measures)
    again = impact(after.corpus, after.derived, source)
    assert again == Impact((), (), (), (), (), (), ())


@pytest.mark.parametrize("status", ["corrected", "withdrawn"])
def test_a_fallen_source_is_told_wherever_it_counts(status: str) -> None:
    """Each line of each page that leads to a dependent claim says so, and no line that leads to another."""
    sources = SOURCES | {"new": SOURCES["new"] | {"status": status, "status_note": "The paper took it back."}}
    result = made(files(CLAIMS, sources=sources, **BRIEFING))
    fallen, standing = ("issued", "meeting", "denied"), ("proposed", "said", "again")
    seen = 0
    for one in result.pages:
        for line in one.body.splitlines():
            leads = set(re.findall(r"\]\([^)]*#c-([\w-]+)\)", line))
            if '<a id="e-told.' in line and "[→\N{NO-BREAK SPACE}claim]" in line:
                continue  # the claim itself, whose chain and remarks below say it
            if leads & set(fallen) and not line.startswith("Denies"):
                assert f"(article {status})" in line, f"{one.path}: {line}"
                seen += 1
            elif (
                leads and leads <= set(standing) and "Denied by" not in line and "same elsewhere" not in line
            ):
                assert "(article " not in line, f"{one.path}: {line}"
    assert seen > 15
    body = page(result, "briefings/told.md").partition("## Claims and their passages")[2]
    for section in re.split(r'(?=<a id="c-)', body)[1:]:
        name = section.partition('"></a>')[0].partition('"c-')[2]
        marked = f"**The source was {status} by its publisher.** The paper took it back." in section
        assert marked == (name in fallen), name
    assert f"**The source was {status} by its publisher.** The paper took it back." in page(
        result, "sources/new.md"
    )
    assert f"issued** (article {status})" in page(result, "measures.md").replace("**● ", "**").replace(
        "issued**", "issued**"
    )
    (figure,) = next(figures_of(one.blocks) for one in result.pages if one.path == "measures.md")
    assert f"(article {status})" in drawn(figure)


def test_a_source_that_stands_marks_nothing() -> None:
    result = made(files(CLAIMS, sources=SOURCES, **BRIEFING))
    assert not any("(article " in one.body or "by its publisher" in one.body for one in result.pages)


def test_claims_that_lose_an_origin() -> None:
    sources: dict[str, Fields] = {"old": {"publisher": "wire"}, "new": {"publisher": "post"}}
    claims: dict[str, Fields] = {
        "one": {"source": "old"},
        "two": {"source": "new", "same": "one"},
        "three": {"source": "new"},
    }
    desk = small(claims, sources=sources)
    assert [claim.id for claim in impact(desk.corpus, desk.derived, "old").weakened] == ["two"]
    assert [claim.id for claim in impact(desk.corpus, desk.derived, "new").weakened] == ["one"]
