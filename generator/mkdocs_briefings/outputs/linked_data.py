"""What each page is about, for programs that read its head: JSON-LD in the words of schema.org.

A claim has its kind, voices and denial in its text, because schema.org has no words for them; `author` are those voices
that have a name. Nothing here rates a claim.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.outputs.clean import one_line
from mkdocs_briefings.outputs.json_form import json_dense
from mkdocs_briefings.pages import phrases

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Briefing, Claim, Entity, Source, Storyline
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page

Node = dict[str, Any]
Place = Callable[[Target | str], str]
"""Gives the address of a page or a place as it is written on one page."""

CONTEXT = "https://schema.org"
TYPES = {
    "person": "Person",
    "agency": "GovernmentOrganization",
    "company": "Corporation",
    "outlet": "NewsMediaOrganization",
    "organization": "Organization",
    "country": "Country",
    "place": "Place",
    "technology": "DefinedTerm",
    "measure": "Legislation",
}
_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
"""Signs that could end the element that holds JSON, or a line of it; each with its escape."""


def linked_head(publication: Publication) -> Callable[[Page | None], str]:
    """Give what writes the data of a page; a page written by hand has none."""

    def head(page: Page | None) -> str:
        node = page_node(publication, page) if page else None
        if node is None:
            return ""
        data = json_dense({"@context": CONTEXT, **node})
        for sign, escape in _UNSAFE:
            data = data.replace(sign, escape)
        return f'<script type="application/ld+json">{data}</script>\n'

    return head


def page_node(publication: Publication, page: Page) -> Node | None:
    """Describe a page; None for one that only leads on."""
    place: Place = partial(publication.address_on, page.path)
    folder, _, name = page.path.removesuffix(".md").partition("/")
    corpus = publication.corpus
    own: Node = {"@id": place(page.path), "url": place(page.path), "name": one_line(page.title)}
    match page.kind:
        case "moved":
            return None
        case "briefing" | "withdrawn":
            own |= _briefing(publication, corpus.briefings[name], place)
        case "source":
            own |= _source(publication, corpus.sources[name], place)
        case "entity":
            own |= _entity(publication, corpus.entities[name], place)
        case "storyline" if folder == "storylines" and name in corpus.storylines:
            own |= _storyline(publication, corpus.storylines[name], place)
        case "home":
            own |= {"@type": "WebSite", "description": one_line(page.description)}
        case _:
            own |= {"@type": "CollectionPage"}
    if page.kind != "home":
        own["isPartOf"] = {
            "@type": "WebSite",
            "@id": place(addresses.HOME),
            "name": one_line(publication.settings.title),
        }
    own.setdefault("inLanguage", page.lang or publication.settings.language)
    return _without_gaps(own)


def _without_gaps(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in ("", [])}


def _briefing(publication: Publication, briefing: Briefing, place: Place) -> Node:
    changed = publication.changed(briefing)
    node: Node = {
        "@type": "Report",
        "name": one_line(briefing.title),  # as other pages name it
        "headline": one_line(briefing.title),
        "dateModified": changed.isoformat() if changed else "",
        "publisher": _site(publication, place),
        "inLanguage": briefing.lang,
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": dates.iso(one.date),
                "text": one_line(phrases.sentence(publication.corpus, one.text)),
            }
            for one in briefing.corrections
        ],
    }
    if briefing.status == "withdrawn":
        return node | {"creativeWorkStatus": "Withdrawn", "correction": []}
    sources = publication.corpus.sources
    cited = dict.fromkeys((*briefing.sources, *(claim.source for claim in briefing.claims)))
    return node | {
        "citation": [_article(sources[id_], place) for id_ in cited],
        "hasPart": [_claim(publication, claim, place) for claim in briefing.claims],
    }


def _claim(publication: Publication, claim: Claim, place: Place) -> Node:
    node: Node = {
        "@type": "Claim",
        "@id": place(addresses.claim(claim.ref)),
        "text": publication.told(claim),
        "author": [
            _named(publication, chain[0].entity, place)
            for chain in claim.chains
            if chain and chain[0].entity in publication.corpus.entities
        ],
        "appearance": {"@id": place(addresses.source(claim.source))},
    }
    return _without_gaps(node)


def _article(source: Source, place: Place) -> Node:
    return {
        "@type": "NewsArticle",
        "@id": place(addresses.source(source.id)),
        "name": one_line(source.title if source.title and source.title != NOT_STATED else source.label),
        **({"url": source.address} if source.address else {}),
    }


def _source(publication: Publication, source: Source, place: Place) -> Node:
    published = dates.iso(source.published) if source.published else ""
    author = source.author if source.author != NOT_STATED else ""
    status = "" if source.status == "current" else source.status.capitalize()
    return {
        **_article(source, place),
        "headline": one_line(source.title) if source.title and source.title != NOT_STATED else "",
        "url": source.address or place(addresses.source(source.id)),
        "mainEntityOfPage": place(addresses.source(source.id)),
        "datePublished": published,
        "publisher": _named(publication, source.publisher or "", place)
        if phrases.is_published(source)
        else "",
        "creditText": one_line(author),
        "creativeWorkStatus": status,
        "inLanguage": source.lang,
    }


def _entity(publication: Publication, entity: Entity, place: Place) -> Node:
    node: Node = {
        "@type": TYPES.get(entity.kind, "Thing"),
        "name": one_line(entity.name),
        "alternateName": [one_line(name) for name in dict.fromkeys((*entity.aliases, entity.short)) if name],
        "sameAs": f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else "",
        "inLanguage": "",
    }
    if entity.kind == "measure" and entity.issuer:
        node["legislationPassedBy"] = _named(publication, entity.issuer, place)
    return node


def _named(publication: Publication, id_: str, place: Place) -> Node:
    """Name an entity, with its page where it has one."""
    entity = publication.corpus.entities[id_]
    own = {"@id": place(addresses.entity(id_))} if id_ in publication.desk.derived.present else {}
    return {"@type": TYPES.get(entity.kind, "Thing"), **own, "name": one_line(entity.name)}


def _storyline(publication: Publication, storyline: Storyline, place: Place) -> Node:
    homes = publication.corpus.briefings.values()
    return {
        "@type": "CreativeWorkSeries",
        "about": [_named(publication, id_, place) for id_ in storyline.measures],
        "hasPart": [
            {"@type": "Report", "@id": place(addresses.briefing(one.id)), "name": one_line(one.title)}
            for one in homes
            if storyline.id in one.storylines and one.status != "withdrawn"
        ],
    }


def _site(publication: Publication, place: Place) -> Node:
    return {
        "@type": "Organization",
        "name": one_line(publication.settings.title),
        "url": place(addresses.HOME),
    }
