"""Who really said it: relaying is never taken for confirming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.origins import Origin

from tests.derive.small import Fields, files, small
from tests.desks import made, page
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.derive.origins import Corroboration

Telling = tuple[str, str]
"""The publisher of an article ("" if it is not stated), and the chain that the article gives ("" if none)."""

GOLDEN: dict[str, tuple[Sequence[Telling], set[Origin]]] = {
    "an article in its own voice": ([("wire", "")], {Origin("wire")}),
    "one whose publisher is not stated": ([("", "")], {Origin(unnamed_behind="a")}),
    "a named voice": ([("wire", "ministry")], {Origin("ministry")}),
    "an unnamed voice is known to its outlet alone": (
        [("wire", "some officials")],
        {Origin(unnamed_behind="wire")},
    ),
    "and to it still when others relay it": (
        [("post", "some officials > wire"), ("blog", "some officials > wire > post")],
        {Origin(unnamed_behind="wire")},
    ),
    "two unnamed voices of one outlet cannot be told apart": (
        [("post", "some officials > wire"), ("blog", "a lawyer > wire")],
        {Origin(unnamed_behind="wire")},
    ),
    "unnamed voices of two outlets can": (
        [("wire", "some officials"), ("post", "some officials")],
        {Origin(unnamed_behind="wire"), Origin(unnamed_behind="post")},
    ),
    "an article and one that relays it": ([("wire", ""), ("post", "wire")], {Origin("wire")}),
    "two that relay the same outlet": ([("post", "wire"), ("blog", "wire")], {Origin("wire")}),
    "a relay that leaves out whom the outlet relies on": (
        [("post", "some officials > wire"), ("blog", "wire")],
        {Origin(unnamed_behind="wire")},
    ),
    "the same with a named voice": ([("post", "ministry > wire"), ("blog", "wire")], {Origin("ministry")}),
    "the outlet's own article, and a relay that leaves it out": (
        [("wire", "ministry"), ("post", "wire"), ("blog", "wire > post")],
        {Origin("ministry")},
    ),
    "one voice by two ways": ([("wire", "ministry"), ("post", "ministry")], {Origin("ministry")}),
    "two articles, each in its own voice": ([("wire", ""), ("post", "")], {Origin("wire"), Origin("post")}),
    "two voices": ([("wire", "ministry"), ("wire", "acme")], {Origin("ministry"), Origin("acme")}),
    "two outlets that each point at the other": (
        [("gazette", "wire > post"), ("blog", "post > wire")],
        {Origin("wire")},
    ),
}


def desk(tellings: Sequence[Telling]) -> tuple[dict[str, Fields], dict[str, Fields]]:
    """Give each telling an article of its own, all declared to state the same."""
    sources = {
        chr(97 + n): {"publisher": publisher or "not stated"} for n, (publisher, _) in enumerate(tellings)
    }
    claims: dict[str, Fields] = {}
    for n, (_, chain) in enumerate(tellings):
        fields: Fields = {"source": chr(97 + n)}
        fields |= {"said_by": chain} if chain else {}
        fields |= {"same": f"c{n - 1}"} if n else {}
        claims[f"c{n}"] = fields
    return claims, sources


def corroboration(tellings: Sequence[Telling]) -> Corroboration:
    claims, sources = desk(tellings)
    found = small(claims, sources=sources).derived.corroborations
    assert len({id(one) for one in found.values()}) == 1, "all that state the same are corroborated alike"
    return found["told#c0"]


@pytest.mark.parametrize("case", GOLDEN)
def test_origins(case: str) -> None:
    tellings, expected = GOLDEN[case]
    assert set(corroboration(tellings).origins) == expected


def test_claims_that_are_not_declared_the_same_stay_apart() -> None:
    claims, sources = desk([("wire", ""), ("post", "")])
    del claims["c1"]["same"]
    found = small(claims, sources=sources).derived.corroborations
    assert found["told#c0"].origins == (Origin("wire"),)
    assert found["told#c1"].origins == (Origin("post"),)


def test_two_chains_of_one_claim_are_two_origins() -> None:
    found = small({"c": {"said_by": ["ministry", "acme > wire"]}}, sources={"a": {"publisher": "post"}})
    assert set(found.derived.corroborations["told#c"].origins) == {Origin("ministry"), Origin("acme")}


def test_one_voice_merges_the_unnamed_with_the_named() -> None:
    claims: dict[str, Fields] = {
        "c": {"said_by": "a Chinese expert"},
        "d": {"said_by": "minister", "same": "c"},
    }
    apart = small(claims, sources={"a": {"publisher": "post"}})
    assert len(apart.derived.corroborations["told#c"].origins) == 2
    one = {
        "publisher": "post",
        "one_voice": {"a Chinese expert": "minister"},
        "inferred": {"one_voice": "Why."},
    }
    merged = small(claims, sources={"a": one})
    assert merged.derived.corroborations["told#c"].origins == (Origin("minister"),)


@pytest.mark.parametrize(
    ("tellings", "words"),
    [
        ([("wire", "")], "1 origin"),
        ([("", "")], "1 origin"),
        ([("post", "wire")], "1 origin, relayed by 1 outlet in 1 article, not held here"),
        ([("wire", ""), ("post", "wire")], "1 origin, relayed by 1 outlet in 1 article"),
        (
            [("post", "some officials > wire"), ("blog", "some officials > wire")],
            "1 origin, relayed by 3 outlets in 2 articles, not held here",
        ),
        ([("wire", ""), ("post", "")], "2 independent origins"),
    ],
)
def test_how_a_page_says_it(tellings: Sequence[Telling], words: str) -> None:
    claims, sources = desk(tellings)
    body = page(made(files(claims, sources=sources)), "briefings/told.md")
    said = {line.split(" · ")[2] for line in body.splitlines() if line.startswith("Report · ")}
    assert said == {words}


def test_what_is_known_only_through_others() -> None:
    claims, sources = desk([("post", "some officials > wire"), ("wire", "blog"), ("blog", "")])
    found = small(claims, sources=sources).derived.only_through
    assert {outlet: [c.id for c in known] for outlet, known in found.items()} == {
        "wire": ["c0"],
        "blog": ["c1"],
    }


VOICES = st.sampled_from(["ministry", "acme", "some officials", "a lawyer of it", "wire", "post", "blog"])
CHAINS = st.lists(VOICES, max_size=3, unique=True)
TELLINGS = st.lists(st.tuples(st.sampled_from(["wire", "post", "blog"]), CHAINS), min_size=1, max_size=4)


def written(tellings: list[tuple[str, list[str]]]) -> list[Telling]:
    """Write the chains; a publisher is never typed at the end of one."""
    return [(publisher, " > ".join(chain)) for publisher, chain in tellings]


def sound(tellings: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    return [(publisher, [voice for voice in chain if voice != publisher]) for publisher, chain in tellings]


@settings(max_examples=examples(80), deadline=None)
@given(TELLINGS, st.data())
def test_relaying_never_adds_an_origin(tellings: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    """Another article that relays one of them, with its whole chain or only the end of it, changes nothing."""
    tellings = sound(tellings)
    before = corroboration(written(tellings)).origins
    publisher, chain = data.draw(st.sampled_from(tellings))
    whole = [*chain, publisher]
    starts = [n for n, voice in enumerate(whole) if n == 0 or " " not in voice]
    relay = whole[data.draw(st.sampled_from(starts)) :]
    after = corroboration(written([*tellings, ("gazette", relay)])).origins
    assert set(after) == set(before)


@settings(max_examples=examples(40), deadline=None)
@given(TELLINGS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_count(tellings: list[tuple[str, list[str]]], random: object) -> None:
    tellings = sound(tellings)
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert len(corroboration(written(shuffled)).origins) == len(corroboration(written(tellings)).origins)


def test_an_article_that_says_whom_it_relays_is_no_second_origin() -> None:
    claims, sources = desk([("wire", ""), ("post", "")])
    sources["b"] |= {"cites": {"wire": "Of c1 a clerk reports it"}}
    found = small(claims, sources=sources).derived.corroborations
    assert found["told#c0"].origins == (Origin("wire"),)


def test_a_withdrawn_source_counts_for_nothing() -> None:
    claims, sources = desk([("wire", ""), ("post", "")])
    sources["b"] |= {"status": "withdrawn", "status_note": "The outlet took it back."}
    found = small(claims, sources=sources).derived.corroborations
    assert {one.origins for one in found.values()} == {(Origin("wire"),)}
