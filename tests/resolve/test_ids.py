"""Former ids: each leads to one thing, and none is one that something has."""

from __future__ import annotations

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.model.settings import Settings

from tests.desks import made, source, told, tree, yaml

TEXT = "Acme sold 5 chips. The ministry issued the rule, said Beta."
CLAIM = {"text": "Acme sold 5 chips.", "quote": "Acme sold 5 chips"}
BRIEFING = "briefings/2026-01-24-sales.yml"


def desk(
    *, source_: tuple[str, ...] = (), entity: tuple[str, ...] = (), story: tuple[str, ...] = (),
    briefing: tuple[str, ...] = (), claim: tuple[str, ...] = (),
) -> dict[str, bytes]:  # fmt: skip
    claims = {"sold": {**CLAIM, "formerly": list(claim)}, "other": {**CLAIM, "formerly": ["before"]}}
    return tree(
        {
            "seeds/a.txt": source(TEXT, id="a", formerly=list(source_)),
            "briefings/entities/all.yml": yaml(
                acme={"kind": "company", "name": "Acme", "formerly": ["acme-old"]},
                beta={"kind": "company", "name": "Beta", "formerly": list(entity)},
            ),
            "briefings/storylines.yml": yaml(
                story={"title": "S", "summary": "It sold [@sales#sold].", "formerly": list(story)}
            ),
            BRIEFING: yaml(
                title="T",
                sources=["a"],
                storylines=["story"],
                summary='Acme sold 5 chips [@sold; @a "sold 5 chips"].',
                claims=claims,
                formerly=list(briefing),
            ),
        }
    )


def errors(files: dict[str, bytes]) -> list[tuple[str, str, tuple[int | str, ...]]]:
    found = (problem for problem in build(files, Settings()).problems if problem.is_error)
    return [(problem.rule.code, problem.place.path, problem.place.loc) for problem in found]


def test_former_ids_of_everything_lead_on() -> None:
    files = desk(
        source_=("a1", "a2"), entity=("b1",), story=("s1",), briefing=("sales-1",), claim=("c1", "story")
    )
    assert errors(files) == []
    pages = {page.path: page for page in build(files, Settings()).pages}
    moved = {path: page.moved_to for path, page in pages.items() if page.moved_to}
    assert moved == {
        "sources/a1.md": "sources/a.md",
        "sources/a2.md": "sources/a.md",
        "entities/acme-old.md": "entities/acme.md",
        "entities/b1.md": "entities/beta.md",
        "storylines/s1.md": "storylines/story.md",
        "briefings/sales-1.md": "briefings/sales.md",
    }
    assert not any(pages[path].listed for path in moved)
    marks = '<a id="c-sold"></a><a id="c-c1"></a><a id="c-story"></a>'
    assert marks in pages["briefings/sales.md"].body
    assert not any('"c-c1"' in page.body for path, page in pages.items() if path != "briefings/sales.md")


@pytest.mark.parametrize("taken", ["acme", "a", "story", "sales", "Acme", "beta"])
@pytest.mark.parametrize(
    ("kind", "path", "loc"),
    [
        ("source_", "seeds/a.txt", ()),
        ("entity", "briefings/entities/all.yml", ("beta",)),
        ("story", "briefings/storylines.yml", ("story",)),
        ("briefing", BRIEFING, ()),
    ],
)
def test_a_former_id_that_is_taken_is_an_error(
    taken: str, kind: str, path: str, loc: tuple[str, ...]
) -> None:
    assert errors(desk(**{kind: ("free", taken)})) == [("duplicate-id", path, (*loc, "formerly", 1))]


@pytest.mark.parametrize("kind", ["source_", "entity", "story", "briefing"])
def test_a_former_id_that_two_things_had_is_one_error(kind: str) -> None:
    (found,) = errors(desk(**{kind: ("acme-old",)}))
    assert found[0] == "duplicate-id"
    assert found[2][-2:] == ("formerly", 0)


def test_a_former_id_that_the_site_needs_is_an_error() -> None:
    assert errors(desk(entity=("index",))) == [
        ("reserved-id", "briefings/entities/all.yml", ("beta", "formerly", 0))
    ]


@pytest.mark.parametrize("taken", ["sold", "other", "before", "a-5-17"])
def test_a_former_id_of_a_claim_is_none_that_its_briefing_has(taken: str) -> None:
    found = errors(desk(claim=("free", taken)))
    if taken == "before":
        assert found == [("duplicate-id", BRIEFING, ("claims", "other", "formerly", 0))]
    else:
        assert found == [("duplicate-id", BRIEFING, ("claims", "sold", "formerly", 1))]


def test_an_entity_that_only_a_draft_names_leaves_no_redirect() -> None:
    files = tree(
        {
            "seeds/a.txt": source("Somebody sold 5 chips.", id="a"),
            "briefings/entities/all.yml": yaml(
                hush={"kind": "company", "name": "Hush", "formerly": ["hush-old"]}
            ),
            BRIEFING: yaml(
                title="T",
                sources=["a"],
                summary="Somebody sold 5 chips [@sold].",
                claims={
                    "sold": {"text": "Somebody sold 5 chips.", "said_by": "hush", "quote": "Somebody sold"}
                },
                status="draft",
            ),
        }
    )
    assert not any("hush" in page.path for page in build(files, Settings()).pages)
    assert any(page.path == "entities/hush-old.md" for page in build(files, Settings(preview=True)).pages)


def test_a_basis_is_of_a_field_that_there_is() -> None:
    entity = {
        "kind": "place",
        "name": "Lund",
        "outside": {"kind": "A town.", "founded": "In 990.", "note": "x"},
    }
    result = made({"briefings/entities/all.yml": yaml(lund=entity)})
    assert [one for one in told(result) if "unknown-inferred" in one] == [
        "unknown-inferred lund.outside.founded: an entity has no field `founded` with a basis",
        "unknown-inferred lund.outside.note: an entity has no field `note` with a basis",
    ]
