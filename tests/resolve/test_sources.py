"""Sources resolved: ids, seals, what they print for whom, and what of them states nothing."""

from __future__ import annotations

import pytest

from tests.desks import made, page, sound, source, told, yaml

ENTITIES = {
    "china": {"kind": "country", "name": "China", "aliases": ["中国"]},
    "beijing": {"kind": "place", "name": "Beijing"},
    "raimondo": {"kind": "person", "name": "Gina Raimondo"},
    "post": {"kind": "outlet", "name": "The Post"},
}


def mentions(text: str, **front: object) -> list[tuple[str, str]]:
    result = made({
        "seeds/a.txt": source(text, **front),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    })  # fmt: skip
    assert [p for p in result.problems if p.is_error] == []
    return [(entity, text[a:b]) for entity, (a, b) in result.corpus.mentions["a"]]


@pytest.mark.parametrize(
    ("path", "front", "id_"),
    [
        ("seeds/a.txt", {}, "a"),
        ("seeds/000_d7263.txt", {}, "000-d7263"),
        ("seeds/deep/A Report (final)_v2.txt", {}, "a-report-final-v2"),
        ("seeds/记者 报道.txt", {}, "记者-报道"),
        ("seeds/a.b.txt", {}, "a-b"),
        ("seeds/a.txt", {"id": "other"}, "other"),
    ],
)
def test_ids(path: str, front: dict[str, str], id_: str) -> None:
    assert list(sound({path: source("Text.", **front)}).corpus.sources) == [id_]


def test_a_raw_text_is_listed_and_what_is_missing_is_told() -> None:
    result = made({"seeds/a.txt": "Raw text."})
    assert told(result) == ["metadata-missing: `a` has no `title`, `published`, `publisher`"]
    assert "sources/a.md" in {page.path for page in result.pages}


def test_that_a_date_is_not_stated_is_an_answer_too() -> None:
    result = sound({"seeds/a.txt": source("Text.", published="not stated")})
    assert told(result) == []
    assert result.corpus.sources["a"].published is None
    assert "not stated" in page(result, "sources/a.md").partition("Published")[2].partition("\n")[0]


def test_a_misprint_names_whom_it_means() -> None:
    assert mentions("Raymond met Ms Raymondo. Raymond left.", misprints={"Raymond": "raimondo"}) == [
        ("raimondo", "Raymond"),
        ("raimondo", "Raymond"),
    ]
    assert mentions("Thrid China.", misprints={"Thrid": "third"}) == [("china", "China")]


def test_metonyms_count_in_their_source_only_and_not_beside_a_hyphen() -> None:
    text = "Beijing’s reply: Beijing-based firms left (Beijing). Non\u2011Beijing, un-Beijing. Beijingers stayed."
    assert mentions(text, means={"Beijing": "china"}) == [
        ("china", "Beijing"),
        ("beijing", "Beijing"),
        ("china", "Beijing"),
        ("beijing", "Beijing"),
        ("beijing", "Beijing"),
    ]
    assert {entity for entity, _ in mentions(text)} == {"beijing"}
    assert mentions("The White\nHouse said so", means={"White House": "china"}) == [("china", "White\nHouse")]
    assert mentions("据北京方面说", means={"北京": "china"}) == [("china", "北京")]


def test_skipped_lines_mention_nothing_and_may_recur() -> None:
    text = "Photo: China\n\nChina acted.\n\nPhoto: China\n"
    result = sound({
        "seeds/a.txt": source(text, skip={"caption": "Photo: China"}),
        "briefings/entities/all.yml": yaml(china=ENTITIES["china"]),
    })  # fmt: skip
    found = result.corpus.sources["a"]
    assert [(kind, text[a:b]) for kind, (a, b) in found.skip] == [("caption", "Photo: China")] * 2
    assert len(result.corpus.mentions["a"]) == 1


def test_a_skipped_line_may_repeat_a_quotation() -> None:
    files = {
        "seeds/a.txt": source("China acted\n\nOn Monday China acted and left.\n", skip={"heading": "China acted"}),
        "briefings/2026-01-24-b.yml": yaml(
            title="T", sources=["a"], summary='S [@a "China acted"].'
        ),
    }  # fmt: skip
    (claim,) = made(files).corpus.claims.values()
    assert claim.passages[0].start == len("China acted\n\nOn Monday ")


def test_sources_that_an_article_lists() -> None:
    result = sound({
        "seeds/a.txt": source("It happened.\n\nSources: The Post, others.", cites={"post": "The Post"}),
        "briefings/entities/all.yml": yaml(post=ENTITIES["post"]),
    })  # fmt: skip
    ((outlet, passage),) = result.corpus.sources["a"].cites
    assert (outlet, passage.words) == ("post", ("The Post",))
    assert "Sources that it lists" in page(result, "sources/a.md")
    assert "is cited by it" in page(result, "entities/post.md")


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ({"publisher": "nope"}, "unknown-entity publisher: there is no entity `nope`"),
        ({"publisher": "china"}, "wrong-kind publisher: `china` has the kind `country`;"),
        ({"means": {"x": "nope"}}, "unknown-entity means.x: there is no entity `nope`"),
        ({"misprints": {"nowhere": "x"}}, "passage-not-found misprints.nowhere:"),
        ({"skip": {"caption": "nowhere"}}, "passage-not-found skip.caption.0:"),
        ({"cites": {"post": "nowhere"}}, "passage-not-found cites.post.0:"),
        ({"inferred": {"nope": "x"}}, "unknown-inferred inferred.nope:"),
        ({"sha256": "0" * 64}, "seal-broken sha256:"),
    ],
)
def test_faults(front: dict[str, object], problem: str) -> None:
    result = made({
        "seeds/a.txt": source("China and The Post, Beijing, Gina Raimondo.", **front),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    })  # fmt: skip
    assert [p[: len(problem)] for p in told(result)] == [problem]


def test_sources_are_listed_newest_first() -> None:
    result = sound({
        "seeds/a.txt": source("A.", published="2024"),
        "seeds/b.txt": source("B.", published="2025-01-02"),
        "seeds/c.txt": source("C.", published="2025-01-02"),
        "seeds/d.txt": source("D.", published="..2023"),
    })  # fmt: skip
    assert list(result.corpus.sources) == ["b", "c", "a", "d"]
    assert str(result.corpus.as_of) == "2025-01-02"
