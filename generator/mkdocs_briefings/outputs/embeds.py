"""Small pages of their own for other sites: one claim, the states of a measure, a timeline; without scripts.

Each has its title, a link back, the day of its evidence and its version, and beside it what says so to programs (oEmbed).
A renamed claim keeps its old addresses, because other sites hold these.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.document.nodes import PageLink, Para, Strong
from mkdocs_briefings.document.words import lines
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.outputs import embed_parts
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.outputs.embed_style import STYLE
from mkdocs_briefings.outputs.plain_html import plain_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.outputs.embed_parts import Embed
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page

STYLE_PATH = addresses.embed("embed.css")
DISCOVERY = "application/json+oembed"
WIDTH = 600
_LINE, _LETTERS, _AROUND = 24, 62, 150
"""Pixels of a line, letters in one, and pixels of all else, by which a height is guessed."""


def embed_files(publication: Publication) -> dict[str, bytes]:
    """Write all pages, their descriptions, and the style that they share."""
    made = {STYLE_PATH: STYLE.encode()}
    for embed in embed_parts.embeds(publication):
        page = _page(publication, embed).encode()
        said = f"{json.dumps(_oembed(publication, embed), ensure_ascii=False, indent=1)}\n".encode()
        for stem in embed.stems:
            made |= {f"{stem}.html": page, f"{stem}.json": said}
    return made


def _page(publication: Publication, embed: Embed) -> str:
    say = embed.desk.say
    site = publication.settings
    depth = embed.stem.count("/") - 1
    name = attribute(embed.title)
    evidence = publication.corpus.as_of
    version = hashlib.sha256("\n".join((embed.title, *lines(embed.blocks))).encode()).hexdigest()[:8]
    facts = [say("cite-as-of", day=say.date(dates.parse(evidence.isoformat())))] if evidence else []
    facts.append(say("cite-version", version=version))
    home = PageLink(embed.home, embed.title)
    back = PageLink(embed.home, say("embed-back", site=title(site.title)))
    body = f"{embed.picture}{plain_html(embed.blocks, publication.address)}"
    return (
        f'<!doctype html>\n<html lang="{attribute(say.language)}" dir="{direction(say.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<base target="_top">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{html(embed.title)}</title>\n"
        f'<link rel="stylesheet" href="{"../" * depth}embed.css">\n'
        f'<link rel="alternate" type="{DISCOVERY}" title="{name}" href="{attribute(publication.address(f"{embed.stem}.json"))}">\n'
        f"</head>\n<body>\n<main>\n<article>\n<h1>{plain_html((Para(home),), publication.address)[3:-4]}</h1>\n{body}\n"
        f"<footer>{plain_html((Para((Strong(back), ' · ', ' · '.join(facts))),), publication.address)}</footer>\n"
        "</article>\n</main>\n</body>\n</html>\n"
    )


def _frame(publication: Publication, embed: Embed) -> str:
    """Write the element that shows the page on another site."""
    return (
        f'<iframe src="{attribute(publication.address(f"{embed.stem}.html"))}" title="{attribute(embed.title)}" '
        f'width="{WIDTH}" height="{_height(embed)}" style="border: 0; max-width: 100%" loading="lazy"></iframe>'
    )


def _height(embed: Embed) -> int:
    letters = sum(-(-len(line) // _LETTERS) for line in lines(embed.blocks))
    return min(900, _AROUND + (60 if embed.picture else 0) + letters * _LINE)


def _oembed(publication: Publication, embed: Embed) -> dict[str, object]:
    """Describe a page as oEmbed 1.0 does."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": title(publication.settings.title),
        "provider_url": publication.address(addresses.HOME),
        "html": _frame(publication, embed),
        "width": WIDTH,
        "height": _height(embed),
    }


def embed_foot(publication: Publication) -> Callable[[Page], str]:
    """Give what writes the lines below a page that show its parts on another site."""
    of_page: dict[str, list[Embed]] = {}
    for embed in embed_parts.embeds(publication):
        of_page.setdefault(embed.home.page, []).append(embed)

    def foot(page: Page) -> str:
        found = of_page.get(page.path)
        if not found or page.kind == "moved":
            return ""
        say = publication.desk.within(page.lang).say
        rows = "".join(
            f'<li><a href="{attribute(publication.address(f"{embed.stem}.html"))}">{html(embed.label)}</a> '
            f'<code id="b-embed-{n}">{html(_frame(publication, embed))}</code> '
            f'<button type="button" class="b-copy" data-b-copy="#b-embed-{n}" hidden>{html(say("copy"))}</button></li>'
            for n, embed in enumerate(found, 1)
        )
        return (
            f'<details class="b-embeds"><summary>{html(say("embed"))}</summary>\n'
            f"<p>{html(say('embed-about'))}</p>\n<ul>{rows}</ul>\n</details>\n"
        )

    return foot
