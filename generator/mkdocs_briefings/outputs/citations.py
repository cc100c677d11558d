"""How to cite briefings and sources: files for all of them, and on each page tags and links for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.outputs import csl
from mkdocs_briefings.outputs.citation_forms import biblatex, csl_json, ris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_briefings.outputs.csl import Item
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page

FORMS = (
    ("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_json),
    ("BibLaTeX", ".bib", "application/x-bibtex", biblatex),
    ("RIS", ".ris", "application/x-research-info-systems", ris),
)
"""Each with its ending, its media type and what writes it."""
_QUOTED = frozenset(sign for sign in map(chr, range(128)) if quote(sign) != sign) - {"%"}
STEM = "citations"
PATHS = tuple(f"{STEM}{ending}" for _, ending, _, _ in FORMS)


def citation_files(publication: Publication) -> dict[str, bytes]:
    """Write all citations, one file a form."""
    found = tuple(csl.items(publication))
    return {f"{STEM}{ending}": write(found).encode() for _, ending, _, write in FORMS} if found else {}


def citation_head(publication: Publication) -> Callable[[Page | None], str]:
    """Give what writes the tags of a briefing's page: Highwire's, which reference managers read."""

    def head(page: Page | None) -> str:
        item = item_of(publication, page)
        if page is None or page.kind != "briefing" or item is None:
            return ""
        return "".join(
            f'<meta name="{name}" content="{attribute(value)}">\n' for name, value in _highwire(item) if value
        )

    return head


def citation_foot(publication: Publication) -> Callable[[Page], str]:
    """Give what writes the links with which a reader takes the citation of a page along."""

    def foot(page: Page) -> str:
        item = item_of(publication, page)
        if item is None:
            return ""
        links = " · ".join(
            f'<a download="{attribute(item["id"])}{ending}" href="data:{kind};charset=utf-8,{_quoted(write([item]))}">{name}</a>'
            for name, ending, kind, write in FORMS
        )
        say = publication.desk.say
        line = f'<p class="b-citing-files">{html(say("cite-take"))} {links}</p>\n'
        if page.kind == "briefing":
            return line
        head = f'<h2 id="b-citing">{html(say("cite-article"))}</h2>'
        span = f'<span class="Z3988" title="{attribute(urlencode(tuple(_coins(item))))}"></span>'
        return f'<aside class="b-citing" aria-labelledby="b-citing">\n{head}\n{line}{span}</aside>\n'

    return foot


def _quoted(text: str) -> str:
    """Do what `quote` does, faster for long texts: it replaces only the signs that occur and need it."""
    if not text.isascii():
        return quote(text)
    text = text.replace("%", "%25")
    for sign in _QUOTED.intersection(text):
        text = text.replace(sign, quote(sign))
    return text


def item_of(publication: Publication, page: Page | None) -> Item | None:
    """Give the citation of what a page is about: a briefing that stands, or a source."""
    if page is None or page.kind not in {"briefing", "source"}:
        return None
    id_ = page.path.rpartition("/")[2].removesuffix(".md")
    if page.kind == "source":
        return publication.once(
            f"cite {id_}", lambda: csl.source_item(publication, publication.corpus.sources[id_])
        )
    return publication.once(
        f"cite {id_}", lambda: csl.briefing_item(publication, publication.corpus.briefings[id_])
    )


def _highwire(item: Item) -> Iterator[tuple[str, str]]:
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    yield "citation_title", item["title"]
    yield "citation_author", item["author"][0]["literal"]
    yield "citation_technical_report_institution", item["publisher"]
    yield "citation_publication_date", "/".join(f"{part:02}" for part in parts)
    yield "citation_public_url", item.get("URL", "")
    yield "citation_language", item.get("language", "")


def _coins(item: Item) -> Iterator[tuple[str, str]]:
    """Write an article as the context of an OpenURL (Z39.88-2004), in Dublin Core."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    kind = "newspaperArticle" if item["type"] == "article-newspaper" else "webpage"
    fields = (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", kind),
        ("rft.title", item["title"]),
        ("rft.source", item.get("container-title", "")),
        ("rft.publisher", item.get("publisher", "")),
        ("rft.creator", item["author"][0]["literal"] if "author" in item else ""),
        ("rft.date", "-".join(f"{part:02}" for part in parts)),
        ("rft.identifier", item.get("URL", "")),
        ("rft.language", item.get("language", "")),
    )
    return ((name, value) for name, value in fields if value)
