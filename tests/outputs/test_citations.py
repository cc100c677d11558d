"""Citations, read by citeproc-js, pybtex and rispy, and the tags and links of pages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote

import pytest
import rispy
from mkdocs_briefings import outputs
from mkdocs_briefings.model import dates
from mkdocs_briefings.outputs.csl import sure_parts
from pybtex.database import parse_string

from tests import whole
from tests.outputs import js_readers
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

APA = """
const CSL = require("citeproc");
const home = "@citation-js/plugin-csl/lib/";
const styles = require("./node_modules/" + home + "styles.json"), locales = require("./node_modules/" + home + "locales.json");
const items = Object.fromEntries(given.map((item) => [item.id, item]));
const sys = { retrieveLocale: () => locales["en-US"], retrieveItem: (id) => items[id] };
const engine = new CSL.Engine(sys, styles.apa, "en-US");
engine.setOutputFormat("text");
engine.updateItems(given.map((item) => item.id));
const [about, lines] = engine.makeBibliography();
return about.entry_ids.map(([id], n) => [id, lines[n].trim()]);
"""
TEX = ("textbackslash", "textasciitilde", "textasciicircum", "textbraceleft", "textbraceright")


def given(result: Result) -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(result.outputs["citations.json"])}


def bibtex(result: Result) -> dict[str, Any]:
    return dict(parse_string(result.outputs["citations.bib"].decode(), "bibtex").entries)


def ris(result: Result) -> dict[str, Any]:
    return {entry["id"]: entry for entry in rispy.loads(result.outputs["citations.ris"].decode())}


def plain(tex: str) -> str:
    """Give the words of a field as TeX prints them."""
    for sign, written in zip("\\~^{}", TEX, strict=True):
        tex = tex.replace(f"\\{written}{{}}", f"\0{ord(sign)}\0")
    for sign in "&%$#_":
        tex = tex.replace(f"\\{sign}", f"\0{ord(sign)}\0")
    tex = tex.replace("{", "").replace("}", "")
    parts = tex.split("\0")
    return "".join(chr(int(part)) if n % 2 else part for n, part in enumerate(parts))


def test_every_reader_finds_the_same() -> None:
    result = published()
    items, tex, tagged = given(result), bibtex(result), ris(result)
    expected = {id_ for id_, one in result.corpus.briefings.items() if one.status != "withdrawn"} | {
        *result.corpus.sources
    }
    assert items.keys() == tex.keys() == tagged.keys() == expected
    for id_, item in items.items():
        fields = tex[id_].fields
        assert plain(fields["title"]) == tagged[id_]["title"] == item["title"]
        assert fields.get("url") == tagged[id_].get("urls", [None])[0] == item.get("URL")
        assert fields["year"] == tagged[id_]["year"] == str(item["issued"]["date-parts"][0][0])
        for name in item.get("author", []):
            [person] = tex[id_].persons["author"]
            assert plain(str(person)) == name["literal"]
            assert tagged[id_]["authors"] == [name["literal"]]


def test_citeproc_writes_them_in_a_style() -> None:
    lines = dict(js_readers.run(APA, list(given(published()).values())))
    assert lines["main"] == f"A desk. (2025a). Acme sold chips. A desk. {ADDRESS}briefings/main/"
    assert lines["a"] == "A. Writer. (2025, June 10). Chips sold. Post. https://example.org/a"
    assert lines["b"].startswith("Gamma left. (2025, June 12). Post.")


def test_a_whole_day_is_in_every_form() -> None:
    result = published()
    assert given(result)["main"]["issued"] == {"date-parts": [[2025, 6, 14]]}
    assert bibtex(result)["main"].fields["date"] == "2025-06-14"
    assert ris(result)["main"]["date"] == "2025/06/14/"


@pytest.mark.parametrize(
    ("day", "parts", "note"),
    [
        ("2025-06-10", [2025, 6, 10], ""),
        ("2025-06", [2025, 6], ""),
        ("2025-06-10?", [], "Dated 10 June 2025, uncertain."),
        ("2025-06-03..2025-06-10", [2025, 6], "Dated between 3 and 10 June 2025."),
        ("2025-03/2025-06-10", [2025], "Dated from March 2025 to 10 June 2025."),
        ("..2025-06-10", [], "Dated by 10 June 2025."),
        ("2025-06-10T08:00Z", [2025, 6, 10], ""),
    ],
)
def test_what_is_not_sure_of_a_date_is_in_the_note(day: str, parts: list[int], note: str) -> None:
    assert sure_parts(dates.parse(day)) == parts
    data = whole.desk()
    data["other seed"]["published"] = day
    item = given(published(data))["b"]
    assert item.get("issued", {"date-parts": [[]]})["date-parts"] == [parts]
    assert note in item.get("note", "")
    assert bool(item.get("note")) == bool(note)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.coins = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta[given["name"]] = given["content"]
        if "download" in given:
            self.files[given["download"]] = unquote(given["href"].partition(",")[2])
        if given.get("class") == "Z3988":
            self.coins = given["title"]


def tags(result: Result, path: str) -> Tags:
    page = next(page for page in result.pages if page.path == path)
    reader = Tags()
    reader.feed(outputs.head(result.publication)(page) + outputs.foot(result.publication)(page))
    return reader


def test_the_page_of_a_briefing_has_tags_and_files() -> None:
    result = published()
    found = tags(result, "briefings/main.md")
    assert found.meta["citation_title"] == "Acme sold chips"
    assert found.meta["citation_technical_report_institution"] == "A desk"
    assert found.meta["citation_publication_date"] == "2025/06/14"
    assert json.loads(found.files["main.json"]) == [given(result)["main"]]
    assert [*parse_string(found.files["main.bib"], "bibtex").entries] == ["main"]
    assert rispy.loads(found.files["main.ris"])[0]["title"] == "Acme sold chips"


def test_the_page_of_a_source_cites_the_article() -> None:
    found = tags(published(), "sources/a.md")
    assert not found.meta
    assert {name: values[0] for name, values in parse_qs(found.coins).items()} == {
        "ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": "Chips sold",
        "rft.source": "Post", "rft.publisher": "Post", "rft.creator": "A. Writer", "rft.date": "2025-06-10",
        "rft.identifier": "https://example.org/a", "rft.language": "en",
    }  # fmt: skip
    assert found.files.keys() == {"a.json", "a.bib", "a.ris"}


@pytest.mark.parametrize(
    "path", ["briefings/gone.md", "entities/acme.md", "index.md", "briefings/was-main.md"]
)
def test_other_pages_have_none(path: str) -> None:
    found = tags(published(), path)
    assert not found.files
    assert "citation_title" not in found.meta


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_breaks_a_citation(kind: str) -> None:
    result = hostile(kind)
    items, tex, tagged = given(result), bibtex(result), ris(result)
    assert items.keys() == tex.keys() == tagged.keys()
    for id_ in ("main", "a"):
        assert plain(tex[id_].fields["title"]) == items[id_]["title"] == tagged[id_]["title"]
        assert tags(result, f"{'briefings' if id_ == 'main' else 'sources'}/{id_}.md").files.keys() == {
            f"{id_}{ending}" for ending in (".json", ".bib", ".ris")
        }
