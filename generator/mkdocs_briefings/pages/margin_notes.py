"""Put the passages of cited claims beside the sentences that cite them, and previews behind other links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = r'<a href="[^"]*">\d+</a>(?: \(article \w+\))?'
_CITES = re.compile(rf"(\s?)\[({_NUMBER}(?:, {_NUMBER})*)\]")
_CITE = re.compile(r'<a href="([^"]*)">(\d+)</a>')
_MARKED = re.compile(r'<a class="b-cite" href="([^"]*)">(\d+)</a>')
_HREF = re.compile(r'href="([^"]*)"')
_BLOCK = re.compile(r"<(p|li)>((?:(?!<(?:p|li|ul|ol|table|blockquote|section|div)\b).)*?)</\1>", re.DOTALL)


def beside(content: str, cards: Mapping[str, str]) -> str:
    """Mark citations, and put a note for each cited claim behind the block whose sentences cite it.

    Args:
        content: the HTML of the page.
        cards: what is told of the target of a link, by its address as it stands in the HTML.

    """
    if not cards:
        return content
    content = _CITES.sub(_mark, content)
    noted: set[str] = set()
    content = _BLOCK.sub(lambda block: _with_notes(block, cards, noted), content)
    return content + _behind(content, cards, noted)


def _mark(group: re.Match[str]) -> str:
    return f'<span class="b-cites">{group[1]}[{_CITE.sub(_cite, group[2])}]</span>'


def _cite(match: re.Match[str]) -> str:
    return f'<a class="b-cite" href="{match[1]}">{match[2]}</a>'


def _with_notes(block: re.Match[str], cards: Mapping[str, str], noted: set[str]) -> str:
    tag, text = block[1], block[2]
    cited = {href: number for href, number in _MARKED.findall(text) if href in cards}
    if not cited:
        return block[0]
    notes = "".join(_note(href, number, cards[href], again=href in noted) for href, number in cited.items())
    noted.update(cited)
    count = f"{len(cited)} passages" if len(cited) > 1 else "1 passage"
    made = f'<details class="b-evidence"><summary>{count} behind this</summary><ol>{notes}</ol></details>'
    return f"<p>{text}</p>\n{made}" if tag == "p" else f"<li>{text}\n{made}</li>"


def _note(href: str, number: str, card: str, *, again: bool) -> str:
    """Make a note; one that stands above already is shown again only where notes open in place."""
    words = card.replace(
        '<p class="b-who">', f'<p class="b-who"><a class="b-number" href="{href}">{number}</a> ', 1
    )
    return f'<li class="b-note{" b-again" if again else ""}" data-for="{href}">{words}</li>'


def _behind(content: str, cards: Mapping[str, str], noted: set[str]) -> str:
    """Give the previews of all links that have no note; the script of the page shows them."""
    used = dict.fromkeys(href for href in _HREF.findall(content) if href in cards and href not in noted)
    shown = "".join(_preview(href, cards[href]) for href in used)
    return f'\n<template id="b-previews">{shown}</template>' if shown else ""


def _preview(href: str, card: str) -> str:
    return f'<div data-for="{href}">{card}</div>'
