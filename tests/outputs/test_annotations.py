"""Web Annotations, read by PyLD; the words that they quote are those of the sealed text, where they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pyld import jsonld

from tests import whole
from tests.outputs.desks import ADDRESS, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

OA = "http://www.w3.org/ns/oa#"
CONTEXT = {
    "@context": {
        "@vocab": OA,
        "id": "@id",
        "type": "@type",
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "target": {"@id": f"{OA}hasTarget"},
        "body": {"@id": f"{OA}hasBody"},
        "source": {"@id": f"{OA}hasSource", "@type": "@id"},
        "selector": {"@id": f"{OA}hasSelector"},
        "oa": OA,
    }
}
"""What www.w3.org/ns/anno.jsonld says, as far as we use it."""


def page(result: Result, source: str) -> Any:
    return json.loads(result.outputs[f"annotations/{source}.json"])


def loaded(url: str, options: object) -> dict[str, Any]:
    del options
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def selectors(item: Any, kind: str) -> list[Any]:
    return [one for one in item["target"]["selector"] if one["type"] == kind]


def test_every_passage_is_found_where_it_says() -> None:
    result = published()
    seen = 0
    for id_, source in result.corpus.sources.items():
        for item in page(result, id_)["items"]:
            quotes, places = selectors(item, "TextQuoteSelector"), selectors(item, "TextPositionSelector")
            for quote, place in zip(quotes, places, strict=True):
                assert " ".join(source.text.raw[place["start"] : place["end"]].split()) == quote["exact"]
                assert not {"prefix", "suffix"} & quote.keys(), "all rights are reserved"
            seen += 1
    assert seen == len({passage for claim in result.corpus.claims.values() for passage in claim.passages})


def test_words_beside_a_passage_are_given_where_the_text_may_be_published() -> None:
    data = whole.desk()
    data["seed"]["rights"] = "own"
    result = published(data)
    raw = result.corpus.sources["a"].text.raw
    for item in page(result, "a")["items"]:
        for quote in selectors(item, "TextQuoteSelector"):
            joined = f"{quote['prefix']}{quote['exact']}{quote['suffix']}"
            assert any(joined in " ".join(line.split()) for line in raw.splitlines()), joined
            assert len(quote["prefix"]) <= 32


def test_an_annotation_tells_its_claims_and_leads_to_the_article() -> None:
    [item] = [one for one in page(published(), "a")["items"] if "Acmee" in json.dumps(one)]
    assert item["target"]["source"] == "https://example.org/a"
    assert item["body"][0]["value"].startswith("Allegation: Acme sold 40 chips. — a clerk")
    assert item["id"].startswith("tag:desk.example,2026:/below/sources/was-a/passages/")


def test_it_is_an_annotation_page_of_the_w3c() -> None:
    [found] = jsonld.expand(page(published(), "b"), {"documentLoader": loaded})
    assert found["@id"] == f"{ADDRESS}annotations/b.json"
    assert found["@type"] == [f"{OA}AnnotationPage"]
    for item in found["https://www.w3.org/ns/activitystreams#items"][0]["@list"]:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
        assert {one["@type"][0] for one in item[f"{OA}hasTarget"][0][f"{OA}hasSelector"]} == {
            f"{OA}TextQuoteSelector",
            f"{OA}TextPositionSelector",
        }


def test_withheld_words_stay() -> None:
    found = page(published(max_share=0.0), "a")
    assert all(not selectors(item, "TextQuoteSelector") for item in found["items"])
    assert all(selectors(item, "TextPositionSelector") for item in found["items"])
