"""JSON-LD of pages, read by PyLD and rdflib: every word is one of schema.org, every node has a type."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings import outputs
from pyld import jsonld
from rdflib import RDF, SDO, Graph, URIRef

from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SHAPES = Path(outputs.__file__).with_name("linked_data.ttl")
LINKS = ("url", "sameAs", "mainEntityOfPage")
CONTEXT = {"@context": {"@vocab": str(SDO), **{name: {"@type": "@id"} for name in LINKS}}}
"""What schema.org answers, as far as we use it."""


def data(result: Result, path: str) -> Any:
    page = next(page for page in result.pages if page.path == path)
    found = SCRIPT.findall(outputs.head(result.publication)(page))
    return json.loads(found[0]) if found else None


def loaded(url: str, options: object) -> dict[str, Any]:
    del options
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def graph(result: Result, path: str) -> Graph:
    given = {"base": f"{ADDRESS}{path}", "documentLoader": loaded, "format": "application/n-quads"}
    return Graph().parse(data=jsonld.to_rdf(data(result, path), given), format="nt")


def test_every_word_is_one_of_schema_org_on_every_page() -> None:
    result = published()
    known = {str(term) for term in dir(SDO)}
    seen = set()
    for page in result.pages:
        if page.kind == "moved":
            assert data(result, page.path) is None
            continue
        found = graph(result, page.path)
        for subject, word, value in found:
            words = [value] if word == RDF.type else [word]
            assert {str(one) for one in words} <= known, (page.path, words)
            if isinstance(value, URIRef) and word not in {
                RDF.type,
                SDO.url,
                SDO.sameAs,
                SDO.mainEntityOfPage,
                SDO.appearance,
            }:
                assert (value, RDF.type, None) in found, (page.path, value)
            assert subject
        seen |= {str(value).removeprefix(str(SDO)) for value in found.objects(None, RDF.type)}
    assert seen >= {
        "Report", "Claim", "NewsArticle", "NewsMediaOrganization", "Corporation", "Person", "Legislation", "WebSite",
        "CollectionPage", "CreativeWorkSeries", "CorrectionComment",
    }  # fmt: skip


def test_a_briefing_cites_its_articles_and_holds_its_claims() -> None:
    result = published()
    found = graph(result, "briefings/main.md")
    home = URIRef(f"{ADDRESS}briefings/main/")
    assert (home, RDF.type, SDO.Report) in found
    assert str(found.value(home, SDO.dateModified)) == "2025-06-14"
    assert {str(one) for one in found.objects(home, SDO.citation)} == {f"{ADDRESS}sources/a/"}
    claims = set(found.objects(home, SDO.hasPart))
    assert len(claims) == len(result.corpus.briefings["main"].claims)
    sold = URIRef(f"{ADDRESS}briefings/main/#c-sold")
    text = str(found.value(sold, SDO.text))
    assert text.startswith("Allegation: Acme sold 40 chips. — a clerk of the office → Acme (a call) → Post")
    assert "denied by Post" in text
    assert found.value(sold, SDO.appearance) == URIRef(f"{ADDRESS}sources/a/")


def test_a_withdrawn_briefing_has_no_claims() -> None:
    told = data(published(), "briefings/gone.md")
    assert told["creativeWorkStatus"] == "Withdrawn"
    assert not {"hasPart", "citation"} & told.keys()


def test_without_an_address_the_data_leads_on_from_its_page() -> None:
    result = published(address="")
    told = data(result, "sources/a.md")
    assert told["@id"] == "../../sources/a/"
    assert told["isPartOf"]["@id"] == "../../"
    assert data(result, "index.md")["@id"] == "./"
    flat = published(address="", directory_urls=False)
    assert data(flat, "sources/a.md")["@id"] == "../sources/a.html"


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pySHACL's use of rdflib
@pytest.mark.parametrize("kind", ["", *HOSTILE])
def test_pages_have_the_shapes_that_are_shipped(kind: str) -> None:
    from pyshacl import validate  # noqa: PLC0415, in the group `readers`

    result = hostile(kind) if kind else published()
    together = Graph()
    for page in result.pages:
        if page.kind in {"briefing", "withdrawn", "source", "entity", "storyline"}:
            together += graph(result, page.path)
    sound, _, told = validate(together, shacl_graph=str(SHAPES))
    assert sound, told
    counts = {name: len(set(together.subjects(RDF.type, SDO[name]))) for name in ("Claim", "NewsArticle")}
    assert counts == {"Claim": len(result.corpus.claims), "NewsArticle": len(result.corpus.sources)}


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    "wrong",
    [
        "<urn:a> a s:ClaimReview .",
        '<urn:a> a s:Legislation; s:name "A"; s:legislationLegalForce s:InForce .',
        '<urn:a> a s:Claim; s:text "A" .',
        '<urn:a> a s:Report; s:name "A"; s:creativeWorkStatus "Withdrawn"; s:citation <urn:b> . <urn:b> a s:NewsArticle; s:name "B" .',
        '<urn:a> a s:NewsArticle; s:name "A"; s:datePublished "in March" .',
    ],
)
def test_the_shapes_refuse(wrong: str) -> None:
    from pyshacl import validate  # noqa: PLC0415

    given = Graph().parse(data=f"@prefix s: <{SDO}> . {wrong}", format="turtle")
    assert not validate(given, shacl_graph=str(SHAPES))[0]


def test_the_shapes_can_be_read() -> None:
    assert len(Graph().parse(SHAPES)) > 50


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_ends_the_element(kind: str) -> None:
    result = hostile(kind)
    for page in result.pages:
        head = outputs.head(result.publication)(page)
        assert head.count("<script") == head.count("</script>") == (page.kind != "moved")
        assert data(result, page.path) or page.kind == "moved"
    assert data(result, "briefings/main.md")["headline"] == " ".join(HOSTILE[kind].split()) or kind in {
        "directions",
        "control",
    }
