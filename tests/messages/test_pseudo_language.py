"""Every kind of page, and what readers read of every output, in a language that brackets all messages: nothing is glued."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs_briefings.build import Result, build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.outputs.data import TABLES
from mkdocs_briefings.outputs.table import NAMES
from mkdocs_briefings.pages import entity_list, list_parts, readers
from mkdocs_briefings.pages.kinds import BY_NAME

from tests import pseudo
from tests.outputs import units
from tests.outputs.desks import published
from tests.outputs.test_every_output import leaving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.pages.page import Page

ROOT = Path(__file__).parents[2]
LATIN = re.compile("[A-Za-z]+")
NO_WORDS = re.compile(
    r"ctx_ver=\S+|https?:[^\s|<>\"]*|[\w./-]+\.(?:xml|json|ics|csv|sqlite)\b|\bQ\d+\b|\b[0-9a-f]{8}\b|(?<=\d)T(?=\d)"
)
"""References for programs, addresses, files, ids of Wikidata, versions, and the sign between day and hour."""
FORMS = re.compile(
    "GitHub|Made with|Material for MkDocs|JSON Lines|JSON Feed|Atom|CSV|CSL-JSON|BibLaTeX|RIS|UTC"
)
"""What is called so in every language; two of them are Material's own words."""
SHOWN = {"title", "aria-label", "alt", "placeholder", "label"}
"""Attributes that readers read."""


ATOM = "{http://www.w3.org/2005/Atom}"
ATOM_SHOWN = {"title", "subtitle", "summary", "content", "name", "rights"}
JSON_SHOWN = {
    "title",
    "text",
    "summary",
    "note",
    "genre",
    "name",
    "description",
    "content_text",
    "content_html",
}
FOR_PROGRAMS = {"changes.schema.json", "data/datapackage.json"}


class _Shown(HTMLParser):
    """Collects what readers of a page read; code is for programs."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs).get("name") in {"description", "author"}
        self.pieces += [
            value for name, value in attrs if value and (name in SHOWN or (named and name == "content"))
        ]
        if tag not in units.WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "code"} & {*self.open}:
            self.pieces.append(data)


def shown(html: str) -> list[str]:
    page = _Shown()
    page.feed(html)
    page.close()
    return page.pieces


def glued(pieces: list[str]) -> list[str]:
    """Give the pieces that have words which no message says."""
    return [piece for piece in pieces if LATIN.search(FORMS.sub("", NO_WORDS.sub("", piece)))]


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Result, ...]]:
    """Two desks in the pseudo-language, with lists so short that they are split into all their parts."""
    with pseudo.spoken() as patch:
        for name, most in (("WHOLE", 6), ("NEWEST", 4), ("MOST", 6)):
            patch.setattr(list_parts, name, most)
        patch.setattr(entity_list, "MOST", 12)
        patch.setattr(entity_list, "FEW", 2)
        settings = Settings(
            title="Т", language=pseudo.LANGUAGE, outputs=NAMES, address="https://1.1/", feed_claims=1
        )
        folders = (ROOT / "tests/desk", ROOT / "tests/golden/life")
        made = [build(read(folder, settings)[0], settings) for folder in folders]
        made.append(published(language=pseudo.LANGUAGE, title="Т"))
        yield tuple(pseudo.foreign(one) for one in made)


def pages(sites: tuple[Result, ...]) -> Iterator[tuple[Result, Page]]:
    return ((site, page) for site in sites for page in site.pages)


def test_all_kinds_of_pages_are_there(sites: tuple[Result, ...]) -> None:
    met = {page.kind for _, page in pages(sites)}
    assert met == BY_NAME.keys() - {"manual", "stub", "desk-status"}, (
        "the manual is in English, as the command is"
    )


def test_pages_say_nothing_but_messages_and_what_the_desk_says(sites: tuple[Result, ...]) -> None:
    names = {name for table in TABLES for name in (table.name, *(column for column, _ in table.columns))}
    columns = re.compile(rf"\b(?:{'|'.join(names)})\b")
    found: dict[str, list[str]] = {}
    for site, page in pages(sites):
        html = readers.written(page, readers.site(site.desk, lambda _, path: path), "").html
        pieces = [page.title, page.description, *page.tags, *shown(html)]
        if page.kind == "data":
            pieces = [columns.sub("", piece) for piece in pieces]
        if left := glued(pieces):
            found[page.path] = left
    assert found == {}


def test_outputs_say_nothing_else_to_readers(sites: tuple[Result, ...]) -> None:
    found: dict[str, list[str]] = {}
    for site in sites:
        for path, data in leaving(site).items():
            if left := glued(list(pieces_of(path, data))):
                found[path] = left
    assert found == {}


def pieces_of(path: str, data: bytes) -> list[str]:
    text = data.decode(errors="replace")
    if path.endswith(".html"):
        return shown(text)
    if path.endswith(".ics"):
        unfolded = re.sub(r"\r\n[ \t]", "", text)
        unfolded = unfolded.replace("\\n", " ")
        return re.findall(r"\n(?:SUMMARY|DESCRIPTION|X-WR-CALNAME|NAME|CATEGORIES)[^:]*:([^\r\n]*)", unfolded)
    if path.endswith(".xml"):
        return [
            words
            for one in ET.fromstring(data).iter()  # noqa: S314, our own
            if one.tag[len(ATOM) :] in ATOM_SHOWN
            for words in shown(one.text or "")
        ]
    return [*of_json(json.loads(text))] if path.endswith(".json") and path not in FOR_PROGRAMS else []


def of_json(value: object) -> Iterator[str]:
    for name, one in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    ):
        if isinstance(one, str) and name in JSON_SHOWN:
            yield from shown(one)
        else:
            yield from of_json(one)


def test_the_theme_says_nothing_else_around_the_pages(tmp_path: Path) -> None:
    """A whole site by MkDocs: head, menus, search, what is below a page, the page of missing ones."""
    root = Path(shutil.copytree(ROOT / "tests/cases/_base", tmp_path / "desk"))
    (root / "docs").mkdir()
    (root / "docs/about.md").write_text("# Ж\n")
    theme = f"{{name: material, font: false, language: {pseudo.LANGUAGE}}}"
    plugins = (
        f"[briefings: {{search: false, outputs: [{', '.join(name for name in NAMES if name != 'data')}]}}]"
    )
    (root / "mkdocs.yml").write_text(
        f"site_name: Т\nsite_url: https://1.1/\ntheme: {theme}\nplugins: {plugins}\nrepo_url: https://github.com/example/example\nedit_uri: edit/main/\n"
    )
    with pseudo.spoken() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        patch.setattr(
            "mkdocs_briefings.mkdocs.desk_build.build",
            lambda *given, **named: pseudo.foreign(build(*given, **named)),
        )
        build_site(load_config(str(root / "mkdocs.yml")))
    written = {path: glued(shown(path.read_text("utf-8"))) for path in (root / "site").rglob("*.html")}
    assert root / "site/404.html" in written
    assert {path: left for path, left in written.items() if left} == {}
