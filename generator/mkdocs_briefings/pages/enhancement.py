"""What Markdown cannot hold, added to a rendered page: pictures and filters; no fact that it does not tell."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.pages.claim import KINDS
from mkdocs_briefings.pages.figures.board import SYMBOLS
from mkdocs_briefings.pages.margin_notes import beside
from mkdocs_briefings.pages.table_heads import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_briefings.pages.page import Entry, Page

    Facets = tuple[tuple[str, tuple[str, ...]], ...]

_LINK = re.compile(r'href="md:([^"#]*)(#[^"]*)?"')
_BLOCK = re.compile(r"^(?=<(?:p|h[1-6]|ul|ol|table|blockquote|div|section|hr)\b)", re.MULTILINE)
_HEADING = re.compile(r"<h[1-6]\b")
_STATE = re.compile(f"<strong>([{''.join(dict.fromkeys(SYMBOLS.values()))}]) ({'|'.join(SYMBOLS)})</strong>")
_KIND = re.compile(f"<p>({'|'.join(KINDS.values())}) ·")
_QUOTED = re.compile(
    r'<blockquote>(?=(?:(?!<blockquote).)*?</blockquote>\n<p>— <a href="([^"#]*)[#"])', re.DOTALL
)
_DATED = re.compile(
    r"(?<!<blockquote>\n)(?:^<p>The date, (?:computed|as printed|by the editor): .*</p>\n?)+", re.MULTILINE
)
_WITH_CLAIMS = frozenset({"briefing", "timeline", "entity"})
MORE = "more-briefings"
"""The heading of the first page over the briefings after the newest: what follows the second column's beginning."""
_TITLED = re.compile(r'<a href="([^"#]*)">([^<]*)</a>')
_ROW = re.compile(r'<tr>(?=\s*<td\b[^>]*><a id="([^"]+)"></a>)')
_SIGN = re.compile(
    r'(<h[2-6]\b[^>]*><a id="([^"]+)"></a>(?:(?!</h[2-6]>).)*?<a class="headerlink" href=")#[^"]*(")',
    re.DOTALL,
)
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')


def enhance(content: str, page: Page, url: Callable[[str], str]) -> str:
    """Enhance the HTML of a page.

    Args:
        content: what a Markdown renderer made of `page.body`.
        page: the page.
        url: gives the address of a page by its Markdown path, relative to this page.

    """

    def linked(made: str) -> str:
        return _LINK.sub(lambda m: f'href="{html.escape(address(m[1]))}{m[2] or ""}"', made)

    def address(path: str) -> str:
        return "" if path == page.path else url(path)

    for figure in page.figures:
        made = linked(figure.html)
        mark = f'<a id="{figure.anchor}"></a>'
        content = content.replace(mark, f"{mark}</p>\n{made}\n<p>", 1)
    content = labelled(content.replace("\n<p></p>", ""))
    cards = {
        html.escape(address(card.page) + (f"#{card.anchor}" if card.anchor else "")): linked(card.html)
        for card in page.cards
    }
    content = beside(_hues(_spoken(_lasting(content), page, url)), cards)
    if page.kind in _WITH_CLAIMS:
        content = _folded(content)
    if page.entries:
        content = _entries(content, page.entries)
    return _columns(content) if page.kind == "home" else content


def _hues(content: str) -> str:
    """Give states and kinds of claims their hue, beside their sign and their word."""
    content = _STATE.sub(
        lambda m: f'<strong class="b-state s-{m[2].replace(" ", "-")}">{m[1]} {m[2]}</strong>', content
    )
    return _KIND.sub(lambda m: f'<p><b class="b-kind k-{m[1].lower()}">{m[1]}</b> ·', content)


def _folded(content: str) -> str:
    """Fold the arithmetic behind a date: it can be looked up where it stands, and few do."""
    return _DATED.sub(
        lambda m: f'<details class="b-proof"><summary>How the date was found</summary>\n{m[0]}</details>\n',
        content,
    )


def _lasting(content: str) -> str:
    """Let the sign of a heading lead to its own anchor, which stays when its words change."""
    return _SIGN.sub(lambda m: f"{m[1]}#{m[2]}{m[3]}", content)


def _columns(content: str) -> str:
    """Put the first page into two columns where there is room: the briefings, and how things stand."""
    head, *sections = re.split(r"(?=<h2\b)", content)
    if not sections:
        return content
    newest, rest = sections[0], sections[1:]
    briefings = [one for one in rest if one.startswith(f'<h2 id="{MORE}"')]
    at = rest.index(briefings[0]) if briefings else len(rest)
    cells = (
        ("b-newest", [newest]),
        ("b-side", rest[:at]),
        ("b-lead", briefings),
        ("b-side", rest[at + len(briefings) :]),
    )
    made = "\n".join(f'<div class="{name}">{"".join(parts)}</div>' for name, parts in cells)
    return f'{head}<div class="b-columns">{made}</div>'


def _entries(content: str, entries: tuple[Entry, ...]) -> str:
    """Put each entry, from the block with its anchor to the next entry or heading, into a section of its own.

    An entry that is a row of a table stays one.
    """
    facets = {entry.anchor: entry.facets for entry in entries}
    made: list[str] = []
    is_open = False
    for block in _BLOCK.split(content):
        if block.startswith("<table"):
            made.append(_ROW.sub(lambda row: _row(row, facets), block))
            continue
        anchor = next((name for name in _ANCHOR.findall(block) if name in facets), None)
        if is_open and (anchor or _HEADING.match(block)):
            made.append("</section>\n")
            is_open = False
        if anchor:
            made.append(f'<section class="b-entry"{_data(facets[anchor])}>\n')
            is_open = True
        made.append(_permanent(block, anchor) if anchor and anchor.startswith("c-") else block)
    return "".join(made) + ("\n</section>" if is_open else "")


def _row(row: re.Match[str], facets: Mapping[str, Facets]) -> str:
    return f'<tr class="b-row"{_data(facets[row[1]])}>' if row[1] in facets else row[0]


def _data(facets: Facets) -> str:
    return "".join(f' data-{name}="{html.escape(" ".join(values))}"' for name, values in facets if values)


def _permanent(block: str, anchor: str) -> str:
    """Add to the opening paragraph of a claim the link that leads to it for ever."""
    link = f'<a class="b-permalink" href="#{anchor}" title="Permanent link to this claim">Link</a>'
    return block.replace(f'<a id="{anchor}"></a>', f'<a id="{anchor}"></a>{link}', 1)


def _spoken(content: str, page: Page, url: Callable[[str], str]) -> str:
    """Tell browsers and voices in which language titles and quotations are, where it is not the page's."""
    own = next((lang for path, lang, _ in page.foreign if path == page.path), "")
    if own:
        content = content.replace("<blockquote>", _quotation(own)).replace(
            "<h1", f'<h1 lang="{html.escape(own)}"', 1
        )
    told = {html.escape(url(path)): (lang, title) for path, lang, title in page.foreign if path != page.path}
    if not told:
        return content

    def titled(link: re.Match[str]) -> str:
        lang, title = told.get(link[1], ("", ""))
        return (
            f'<a lang="{html.escape(lang)}"{link[0][2:]}'
            if lang and html.unescape(link[2]) == title
            else link[0]
        )

    if not own:
        content = _QUOTED.sub(lambda m: _quotation(told[m[1]][0]) if m[1] in told else m[0], content)
    return _TITLED.sub(titled, content)


def _quotation(lang: str) -> str:
    return f'<blockquote lang="{html.escape(lang)}">'
