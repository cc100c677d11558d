"""An entity that much is told of has a page that can be read."""

from __future__ import annotations

from mkdocs_briefings.document.nodes import Fold, Heading, Told
from mkdocs_briefings.pages.entity import HOMES, MOST, TOLD

from tests.derive.small import files
from tests.desks import made, page, sound, source, yaml

TEXT = "The Harbour Post says that the lock opened.\n"


def desk(briefings: int) -> dict[str, str]:
    made = {
        "seeds/post.txt": source(TEXT, id="post", lang="en"),
        "briefings/entities/all.yml": yaml(
            post={"kind": "outlet", "name": "The Harbour Post", "medium": "newspaper"}
        ).replace("post", "hp", 1),
    }
    for n in range(briefings):
        made[f"briefings/2026-01-{n % 28 + 1:02}-b{n}.yml"] = yaml(
            title=f"Report {'i' * (n % 7 + 1)} of many",
            sources=["post"],
            summary="The lock opened, The Harbour Post says [@o].",
            claims={
                "o": {
                    "text": "The lock opened.",
                    "said_by": "hp",
                    "quote": "The Harbour Post says that the lock opened",
                }
            },
        )
    return made


def test_a_short_list_is_whole() -> None:
    text = page(sound(desk(3)), "entities/hp.md")
    assert "the search finds the others" not in text
    assert text.count("→\N{NO-BREAK SPACE}summary") == 3


def test_a_long_list_tells_what_it_leaves_out() -> None:
    text = page(sound(desk(MOST + 3)), "entities/hp.md")
    assert f"The {MOST} newest of {MOST + 3}; the search finds the others." in text
    assert text.count("→\N{NO-BREAK SPACE}summary") == MOST


def test_a_long_page_leads_with_what_was_said_by_it_and_folds_the_rest() -> None:
    result = sound(desk(HOMES + TOLD + 4))
    shown = next(one for one in result.pages if one.path == "entities/hp.md").blocks
    heads = [str(one.words) for one in shown if isinstance(one, Heading)]
    assert heads[1].startswith("Said by or through")
    open_ = [one for one in shown if isinstance(one, Told)]
    folds = [one for one in shown if isinstance(one, Fold)]
    assert len(open_) == TOLD
    assert folds[0].label == f"{HOMES + 4} more claims"
    assert len(folds[0].blocks) == HOMES + 4
    refs = [one.anchors[0] for one in (*open_, *folds[0].blocks) if isinstance(one, Told)]
    assert len(set(refs)) == len(refs) == HOMES + TOLD + 4, "all are there, each once"
    text = page(result, "entities/hp.md")
    assert not [line for line in text.splitlines() if line.startswith("- ") and "claim]" in line]


QUOTE = "Acme met the Ministry of Trade and Works"


def test_a_company_is_based_in_a_country_and_an_agency_belongs_to_it() -> None:
    entities = {
        "north": {"kind": "country", "name": "Northland"},
        "acme": {"kind": "company", "name": "Acme", "of": "north"},
        "ministry": {"kind": "agency", "name": "Ministry of Trade", "of": "north"},
        "works": {"kind": "company", "name": "Works", "of": "acme"},
    }
    tree = files(
        {"x": {"text": "Acme met the Ministry of Trade and Works.", "quote": QUOTE}}, entities=entities
    )
    tree["seeds/a.txt"] = source(f"{QUOTE}.\n", id="a")
    result = made(tree)
    assert "company · based in [Northland]" in page(result, "entities/acme.md")
    assert "agency · belongs to [Northland]" in page(result, "entities/ministry.md")
    assert "company · belongs to [Acme]" in page(result, "entities/works.md")


def test_a_disagreement_about_an_entity_is_named_beside_its_facts() -> None:
    entities = {
        "north": {"kind": "country", "name": "Northland"},
        "acme": {"kind": "company", "name": "Acme", "of": "north"},
        "ministry": {"kind": "agency", "name": "Ministry of Trade"},
    }
    claims = {
        "x": {"text": "Acme is free.", "quote": "Acme met the Ministry"},
        "y": {"text": "Acme obeys the Ministry of Trade.", "quote": "Trade and Works"},
    }
    disagreement = {
        "id": "whose",
        "about": "Whether Acme is free",
        "class": "contradiction",
        "between": ["x", "y"],
    }
    tree = files(claims, entities=entities, disagreements=[disagreement])
    tree["seeds/a.txt"] = source(f"{QUOTE}.\n", id="a")
    result = made(tree)
    assert (
        "based in [Northland](north.md) · disputed: [Whether Acme is free](../briefings/told.md#d-whose)"
        in page(result, "entities/acme.md")
    )
    assert "disputed" not in page(result, "entities/ministry.md").split("##")[0]


def test_a_line_says_what_an_outlet_is_and_where_that_is_known_from() -> None:
    outlet = {
        "kind": "outlet", "name": "The Post", "description": "a daily of Lund", "medium": "state media",
        "ownership": "the Ministry of Trade", "outside": {"medium": "its own masthead", "ownership": "its own masthead"},
    }  # fmt: skip
    tree = files({"x": {"said_by": "post"}}, entities={"post": outlet}, sources={"a": {"publisher": "wire"}})
    result = made(tree)
    line = (
        "A daily of Lund. State media. Owner: the Ministry of Trade. Not from the sources: its own masthead."
    )
    assert f"outlet\n\n{line}" in page(result, "entities/post.md")
    assert f"- [The Post](../entities/post.md): {line}" in page(result, "briefings/told.md")
    bare = {"post": {"kind": "outlet", "name": "The Post", "medium": "aggregator"}}
    text = page(made(files({"x": {"said_by": "post"}}, entities=bare)), "entities/post.md")
    assert "Aggregator. No basis is named." in text


def test_a_person_is_who_a_claim_says() -> None:
    told = {
        "x": {
            "text": "It is so.", "said_by": "minister > wire",
            "role": {"minister": "head of ministry"}, "why": "Its board names it.",
        }
    }  # fmt: skip
    text = page(made(files(told)), "entities/minister.md")
    assert "Head of [Ministry of Trade](ministry.md), according to [The Wire](wire.md)" in text


def test_only_an_outlet_has_a_medium() -> None:
    tree = files(
        {"x": {"text": "Acme met."}},
        entities={"acme": {"kind": "company", "name": "Acme", "medium": "official"}},
    )
    assert [p.message for p in made(tree).problems if p.rule.code == "wrong-kind"] == [
        "`acme` has the kind `company`; only an `outlet` has `medium`"
    ]
