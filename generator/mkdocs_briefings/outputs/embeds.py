"""Small pages of their own for other sites: one claim, the states of a measure, a timeline; without scripts.

Each has its title, a link back, the day of its evidence and its version, and beside it what says so to programs (oEmbed).
A renamed claim keeps its old addresses, because other sites hold these.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.document.words import lines
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.outputs import embed_parts
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.outputs.embed_style import STYLE
from mkdocs_briefings.outputs.json_form import json_line
from mkdocs_briefings.outputs.plain_html import plain_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.outputs.embed_parts import Embed
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View

STYLE_PATH = addresses.embed("embed.css")
_OFFERED = "embeds offered"
DISCOVERY = "application/json+oembed"
WIDTH = 600
_LINE, _LETTERS, _AROUND = 24, 62, 150
"""Pixels of a line, letters in one, and pixels of all else, by which a height is guessed."""


@dataclass(frozen=True, slots=True)
class _Offered:
    """What the page says of an embed that offers it."""

    home: str
    """That page."""
    address: str
    label: str
    height: int
    frame: str
    """The element that shows it on another site."""


def embed_files(publication: Publication) -> dict[str, bytes]:
    """Write all pages, their descriptions, and the style that they share."""
    made = {STYLE_PATH: STYLE.encode()}
    around = {
        "provider_name": title(publication.settings.title),
        "provider_url": publication.address(addresses.HOME),
    }
    offered = []
    for embed in embed_parts.embeds(publication):
        one, version = _offered(publication, embed)
        offered.append(one)
        page = _page(publication, embed, version).encode()
        said = f"{json_line(_oembed(embed, one) | around)}\n".encode()
        for stem in embed.stems:
            made[f"{stem}.html"] = page
            made[f"{stem}.json"] = said
    publication.once(_OFFERED, lambda: offered)
    return made


def _offered(publication: Publication, embed: Embed) -> tuple[_Offered, str]:
    """Give what is said of an embed, and its version."""
    told = []
    if embed.claim:
        publication.said_html(embed.desk, embed.claim)  # both are written of one mention
        told.append(publication.said(embed.desk, embed.claim))
    said = [*told, *lines(embed.blocks)]
    rows = sum(-(-len(line) // _LETTERS) for line in said)
    height = min(900, _AROUND + (60 if embed.picture else 0) + rows * _LINE)
    address = attribute(publication.address(f"{embed.stem}.html"))
    frame = (
        f'<iframe src="{address}" title="{attribute(embed.title)}" '
        f'width="{WIDTH}" height="{height}" style="border: 0; max-width: 100%" loading="lazy"></iframe>'
    )
    version = hashlib.sha256("\n".join((embed.title, *said)).encode()).hexdigest()[:8]
    return _Offered(embed.home.page, address, embed.label, height, frame), version


def _page(publication: Publication, embed: Embed, version: str) -> str:
    say = embed.desk.say
    head, day, back = publication.once(f"embed {say.language}", lambda: _around(publication, embed.desk))
    home = attribute(publication.address(embed.home))
    address = attribute(publication.address(f"{embed.stem}.json"))
    told = f"<p>{publication.said_html(embed.desk, embed.claim)}</p>\n" if embed.claim else ""
    version = html(say("cite-version", version=version))
    return (
        f"{head}<title>{html(embed.title)}</title>\n"
        f'<link rel="stylesheet" href="{"../" * (embed.stem.count("/") - 1)}embed.css">\n'
        f'<link rel="alternate" type="{DISCOVERY}" title="{attribute(embed.title)}" href="{address}">\n'
        f'</head>\n<body>\n<main>\n<article>\n<h1><a href="{home}">{html(embed.title)}</a></h1>\n'
        f"{embed.picture}{told}{plain_html(embed.blocks, publication.address)}\n"
        f'<footer><p><strong><a href="{home}">{back}</a></strong> · {day}{version}</p></footer>\n'
        "</article>\n</main>\n</body>\n</html>\n"
    )


def _around(publication: Publication, desk: View) -> tuple[str, str, str]:
    """Write what all pages of a language have: their beginning, the day of the evidence, the words that lead back."""
    say, evidence = desk.say, publication.corpus.as_of
    head = (
        f'<!doctype html>\n<html lang="{attribute(say.language)}" dir="{direction(say.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<base target="_top">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
    )
    day = say("cite-as-of", day=say.date(dates.parse(evidence.isoformat()))) if evidence else ""
    return (
        head,
        html(f"{day} · " if day else ""),
        html(say("embed-back", site=title(publication.settings.title))),
    )


def _oembed(embed: Embed, offered: _Offered) -> dict[str, object]:
    """Describe a page as oEmbed 1.0 does."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "html": offered.frame,
        "width": WIDTH,
        "height": offered.height,
    }


def embed_foot(publication: Publication) -> Callable[[Page], str]:
    """Give what writes the lines below a page that show its parts on another site."""
    every = publication.once(
        _OFFERED, lambda: [_offered(publication, embed)[0] for embed in embed_parts.embeds(publication)]
    )
    of_page: dict[str, list[_Offered]] = {}
    for offered in every:
        of_page.setdefault(offered.home, []).append(offered)

    def foot(page: Page) -> str:
        found = of_page.get(page.path)
        if not found or page.kind == "moved":
            return ""
        say = publication.desk.within(page.lang).say
        rows = "".join(
            f'<li><a href="{one.address}">{html(one.label)}</a> '
            f'<code id="b-embed-{n}">{html(one.frame)}</code> '
            f'<button type="button" class="b-copy" data-b-copy="#b-embed-{n}" hidden>{html(say("copy"))}</button></li>'
            for n, one in enumerate(found, 1)
        )
        return (
            f'<details class="b-embeds"><summary>{html(say("embed"))}</summary>\n'
            f"<p>{html(say('embed-about'))}</p>\n<ul>{rows}</ul>\n</details>\n"
        )

    return foot
