"""Prose resolved: names linked, citations led to their claims, quotations made into claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.prose import Cite, Item, Name, Plain

from tests.desks import made, page, sound, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.prose import Sentence

TEXT = "Acme sold chips to China. “We did not,” a spokesman said. Beta bought none."
ENTITIES = yaml(
    acme={"kind": "company", "name": "Acme Corporation", "aliases": ["Acme"], "short": "the firm"},
    china={"kind": "country", "name": "China"},
)


def desk(summary: str, **more: object) -> dict[str, str | bytes]:
    fields = {"title": "T", "sources": ["a"], "summary": summary, **more}
    return {
        "seeds/a.txt": source(TEXT),
        "seeds/z.txt": source("Another article."),
        "briefings/2026-01-24-b.yml": yaml(**fields),
        "briefings/entities/all.yml": ENTITIES,
    }


def sentences(result: Result) -> list[Sentence]:
    return [s for block in result.corpus.briefings["b"].summary for s in block.sentences]


def names(sentence: Sentence) -> list[tuple[str, str]]:
    return [(i.entity, i.words) for i in sentence.inlines if isinstance(i, Name)]


def test_names_link_by_themselves() -> None:
    result = sound(desk("The firm and Acme's chips; the firm's [@a]. [[china]] or [[acme|it]] [@a]."))
    one, two = sentences(result)
    assert names(one) == [("acme", "Acme"), ("acme", "the firm")]
    assert names(two) == [("china", "China"), ("acme", "it")]
    assert one.text == "The firm and Acme's chips; the firm's."
    assert two.text == "China or it."


def test_nothing_links_in_quotation_marks_or_where_it_is_not_wanted() -> None:
    (one,) = sentences(sound(desk('“Acme” and "China", [[!Acme]] [@a].')))
    assert names(one) == []
    assert [i.words for i in one.inlines if isinstance(i, Plain)] == ["“Acme”", '"China"', "Acme"]


def test_a_full_name_counts_for_the_rest_of_the_document_only() -> None:
    files = desk("Acme sold [@a].", questions=["What did the firm sell?"])
    files["briefings/2026-01-25-c.yml"] = yaml(title="T", sources=["a"], summary="The firm sold [@a].")
    result = sound(files)
    (question,) = result.corpus.briefings["b"].questions
    assert names(question.text) == [("acme", "the firm")]
    (other,) = (s for block in result.corpus.briefings["c"].summary for s in block.sentences)
    assert names(other) == []


def test_an_explicit_link_counts_as_the_full_name() -> None:
    (one,) = sentences(sound(desk("[[acme|A maker]] says that the firm sold [@a].")))
    assert names(one) == [("acme", "A maker"), ("acme", "the firm")]


def test_citations() -> None:
    claims = {
        "x": {"text": "X.", "quote": "Acme sold chips"},
        "a": {"text": "A claim's id goes before a source's.", "quote": "Beta bought none"},
    }
    result = made(desk("S [@x; @b#x; @a].", claims=claims))
    assert list(sentences(result)[0].cites) == [Item("b#x"), Item("b#x"), Item("b#a")]
    result = made(desk("S [@a; @z].", claims={"x": claims["x"]}))
    assert list(sentences(result)[0].cites) == [Item("a"), Item("z")]


def test_a_citation_of_nothing_is_told() -> None:
    result = made(desk("S [@nope; @c#x; @b#]. One [[nope]]. Two [@x", claims={}))
    assert [p.split(" ")[0] for p in told(result)] == ["unknown-claim"] * 3 + [
        "unknown-entity",
        "prose-syntax",
    ]


def test_a_quotation_in_the_prose_is_an_anonymous_claim() -> None:
    result = sound(
        desk('Acme sold [@a "Acme sold chips"; @a "Beta bought none"]. Again so [@a “Acme  sold\nchips”].')
    )
    start = TEXT.index("Beta")
    first, second = f"a-0-{len('Acme sold chips')}", f"a-{start}-{start + len('Beta bought none')}"
    claims = result.corpus.briefings["b"].claims
    assert [claim.id for claim in claims] == [first, second]  # one for each passage
    assert not any(claim.analysed or claim.chains for claim in claims)
    assert claims[0].text.text == "Acme sold."
    assert [list(s.cites) for s in sentences(result)] == [
        [Item(f"b#{first}"), Item(f"b#{second}")],
        [Item(f"b#{first}")],
    ]
    assert result.corpus.briefings["b"].level == "quoted"
    assert "voices not analysed" in page(result, "briefings/b.md")


def test_a_refused_quotation_is_told_where_it_stands() -> None:
    result = made(desk('Acme sold [@a "Acme sold ships"]. So [@z "Another article"].'))
    (found, unknown) = [p for p in result.problems if p.is_error]
    assert (found.rule.code, found.place.loc) == ("passage-not-found", ("summary",))
    assert unknown.rule.code == "unknown-source"
    assert Cite(()) in sentences(result)[0].inlines  # so that the sentence is not called uncited as well


def test_only_a_briefing_may_quote_in_its_prose() -> None:
    files = desk("S [@a].")
    files["briefings/storylines.yml"] = yaml(s={"title": "S", "summary": 'Sold [@a "Acme sold chips"].'})
    assert "prose-syntax s.summary: only the prose of a briefing may contain quotations" in told(made(files))


def test_storylines() -> None:
    files = desk("S [@x].", claims={"x": {"text": "X.", "quote": "Acme sold chips"}}, storylines=["s"])
    files["briefings/storylines.yml"] = yaml(
        s={"title": "Chips", "summary": "Acme sold [@b#x].", "measures": ["rule"]}
    )
    files["briefings/entities/more.yml"] = yaml(rule={"kind": "measure", "name": "chip rule"})
    result = sound(files)
    story = result.corpus.storylines["s"]
    assert story.measures == ("rule",)
    assert [i.ref for block in story.summary for s in block.sentences for i in s.cites] == ["b#x"]
    assert "rule" in result.derived.present
    assert "(../briefings/b.md#c-x)" in page(result, "storylines/s.md")
    assert "[Chips](../storylines/s.md)" in page(result, "briefings/b.md")
    files["briefings/storylines.yml"] = yaml(
        s={"title": "Chips", "summary": "Acme sold [@x].", "measures": ["acme"]}
    )
    assert told(made(files)) == [
        "wrong-kind s.measures.0: `acme` has the kind `company`; this field needs `measure`",
        "unknown-claim s.summary: there is no claim `x`",
    ]
