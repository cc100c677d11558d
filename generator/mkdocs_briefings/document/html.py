"""Write blocks as the HTML that readers get: margin notes, previews, cell labels, languages, ids."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, assert_never

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html, web_address
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citations,
    ClaimMention,
    Code,
    Columns,
    Entry,
    Figure,
    Fold,
    Heading,
    Kind,
    Line,
    PageAnchor,
    PageLink,
    Para,
    Pen,
    Quotation,
    Remark,
    Span,
    State,
    Strong,
    Table,
    Term,
    Told,
    Verbatim,
    WebLink,
)
from mkdocs_briefings.document.words import words as plain
from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.document.nodes import Block, Facets, Inline, Row, Say
    from mkdocs_briefings.model.addresses import Target

MOST = 150
"""Previews of other pages that a page carries at most: a page of links is no text to read. Its own claims have
theirs, and what it cites has notes, however many they are."""
_WHO = '<p class="b-who">'
_WAY = "\x1f"
"""Around a page to which a preview leads; no words hold it, for `html` takes it out."""
_NUMBERED = re.compile(r"(.*)_([0-9]+)")

Drawing = Callable[[object, Pen], str]

_CARD = "card"
"""Begins the keys of previews."""


@lru_cache(maxsize=1 << 14)
def slug(words: str, separator: str) -> str:
    """Make the id of a heading from its words, as Python-Markdown does where a site does not say otherwise."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    kept = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, kept)


@dataclass(frozen=True, slots=True)
class Headings:
    """What a site says of headings, in the words of Python-Markdown's `toc`."""

    permalink: str = ""
    """The sign of the link to a heading; none if empty."""
    permalink_class: str = "headerlink"
    permalink_title: str = "Permanent link"
    permalink_leading: bool = False
    slugify: Callable[[str, str], str] = slug
    separator: str = "-"
    top: int = 1
    bottom: int = 6
    """The levels that the table of contents shows."""


@dataclass(frozen=True, slots=True)
class Title:
    """A line of the table of contents."""

    level: int
    words: str
    """Escaped."""
    id: str


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page in HTML, and what a site builder asks of it."""

    html: str
    contents: tuple[Title, ...]
    ids: frozenset[str]
    """All places that links can lead to."""
    links: tuple[Target, ...]
    """Where its links lead, in order, each once."""

    @property
    def mark(self) -> str:
        """The SHA-256 of all of it."""
        parts = (self.html, repr((self.contents, sorted(self.ids), self.links)))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class HtmlSite:
    """What all pages of a site share."""

    url: Callable[[str, str], str]
    """Gives the address of a page by its Markdown path, relative to a folder of addresses."""
    card: Callable[[Target, str], tuple[Line, ...]]
    """Gives what is told of the target of a link, in a language; nothing for most things."""
    drawings: Mapping[str, Drawing]
    messages: Callable[[str], Say]
    """Gives the messages of a language."""
    headings: Headings = field(default_factory=Headings)
    once: Once = field(default_factory=Once)
    """Makes once what is alike on the pages of a folder."""

    def __post_init__(self) -> None:
        self.once.can_make(_CARD, self._card)

    def _card(self, key: tuple[str, str, Target]) -> str:
        _, lang, to = key
        return _HtmlWriter(self, "", "", lang, prints_passages=False).card(to)


def written(  # noqa: PLR0913, what a page is
    blocks: Iterable[Block],
    site: HtmlSite,
    path: str,
    folder: str,
    lang: str,
    *,
    prints_passages: bool = False,
) -> HtmlPage:
    """Write a page.

    Args:
        blocks: what it holds.
        site: what it shares with the other pages.
        path: its Markdown path.
        folder: the address from which its links lead.
        lang: its language (BCP 47).
        prints_passages: it prints the passages of the claims to which it links, so that only marks need previews.

    """
    writer = _HtmlWriter(site, path, folder, lang, prints_passages=prints_passages)
    for block in blocks:
        writer.block(block)
    writer.told_meanings()
    writer.previews()
    return HtmlPage("\n".join(writer.out), tuple(writer.contents), frozenset(writer.ids), tuple(writer.links))


class _HtmlWriter:
    """Writes one page."""

    def __init__(self, site: HtmlSite, path: str, folder: str, lang: str, *, prints_passages: bool) -> None:
        self.site, self.path, self.folder, self.lang = site, path, folder, lang
        self.prints_passages = prints_passages
        self.say = site.messages(lang)
        self.once = site.once
        self.ways: dict[str, str] = {}
        """The addresses of pages, as links of this one have them."""
        self.out: list[str] = []
        self.links: dict[Target, None] = {}
        self.marks: dict[Target, str] = {}
        """What marks of pictures stand for."""
        self.noted: set[Target] = set()
        self.cited: dict[Target, int] = {}
        """What the block that is being written cites, with its numbers."""
        self.ids: set[str] = set()
        self.slugs: set[str] = set()
        self.contents: list[Title] = []
        self.meanings: dict[str, str] = {}
        """What the terms of the page mean, by their names."""

    # Addresses

    def href(self, to: Target) -> str:
        if to.page == self.path:
            return f"#{attribute(to.anchor)}" if to.anchor else ""
        path = self.way(to.page) if self.path else f"{_WAY}{to.page}{_WAY}"
        return f"{path}#{attribute(to.anchor)}" if to.anchor else path

    def way(self, page: str) -> str:
        way = self.ways.get(page)
        if way is None:
            key = ("href", self.folder, page)
            way = self.ways[page] = self.once(key, lambda: attribute(self.site.url(self.folder, page)))
        return way

    def lead(self, to: Target) -> str:
        self.links[to] = None
        return self.href(to)

    def mark(self, to: Target, words: str) -> str:
        self.marks[to] = words
        return self.lead(to)

    def language(self, lang: str) -> str:
        if not lang or lang == self.lang:
            return ""
        way = direction(lang)
        turned = f' dir="{way}"' if way != direction(self.lang) else ""
        return f' lang="{attribute(lang)}"{turned}'

    # Inlines

    def ours(self, words: str, *, goes_on: bool = False) -> str:
        """Write words of ours, with the marks that the language of the page prints."""
        return html(typeset(words, self.lang, goes_on=goes_on))

    def inline(self, words: Inline) -> str:  # noqa: C901, PLR0912, a case for each node
        match words:
            case str():
                return self.ours(words)
            case tuple():
                return "".join(
                    [
                        self.ours(one, goes_on=n > 0) if isinstance(one, str) else self.inline(one)
                        for n, one in enumerate(words)
                    ]
                )
            case PageLink(to, inner, lang, name):
                if to.page == self.path and not to.anchor:
                    return self.inline(inner)
                shown = (
                    html(typeset(inner, lang or self.lang)) if isinstance(inner, str) else self.inline(inner)
                )
                called = f' aria-label="{attribute(name)}"' if name else ""
                return f'<a{self.language(lang)} href="{self.lead(to)}"{called}>{shown.strip()}</a>'
            case ClaimMention():
                return self.inline(words.said)
            case Citations():
                return self.cites(words)
            case State(name, inner):
                return f'<strong class="b-state s-{name.replace(" ", "-")}">{html(inner)}</strong>'
            case Kind(name, inner):
                return f'<b class="b-kind k-{name}">{html(inner)}</b>'
            case Strong(inner):
                return f"<strong>{self.inline(inner).strip()}</strong>"
            case PageAnchor(name):
                self.ids.add(name)
                return f'<a id="{name}"></a>'
            case WebLink(address, inner):
                safe = web_address(address)
                return (
                    f'<a href="{attribute(safe)}">{self.inline(inner).strip()}</a>'
                    if safe
                    else self.inline(inner)
                )
            case Code(inner):
                return f"<code>{html(inner)}</code>"
            case Verbatim(inner):
                return html(inner)
            case Term(name, inner, meaning):
                return self.term(name, self.inline(inner), meaning)
            case Span(style, inner):
                return f'<span class="{style}">{self.inline(inner)}</span>'
            case _ as never:
                assert_never(never)

    def term(self, name: str, words: str, meaning: str) -> str:
        """Write a term; the first of a page opens what it means, by the browser alone."""
        if name in self.meanings:
            return words
        self.meanings[name] = meaning
        return f'<button type="button" class="b-term" popovertarget="w-{name}">{words}</button>'

    def told_meanings(self) -> None:
        """Write what the terms of the page mean: shown on demand, and below the page on paper."""
        for name, meaning in self.meanings.items():
            self.ids.add(f"w-{name}")
            self.out.append(f'<div popover class="b-meaning" id="w-{name}"><p>{self.ours(meaning)}</p></div>')

    def cites(self, cites: Citations) -> str:
        marks = []
        numbered = True
        is_long = any(one.fallen for one in cites.items)
        for one in cites.items:
            href = self.lead(one.to)
            if isinstance(one.mark, int):
                self.cited.setdefault(one.to, one.mark)
                name = f' aria-label="{attribute(one.name)}"' if one.name else ""
                marks.append(f'<a class="b-cite" href="{href}"{name}>{one.mark}</a>{html(one.fallen)}')
            else:
                numbered = False
                marks.append(f'<a href="{href}">{html(one.mark)}</a>{html(one.fallen)}')
        made = f"{' ' if cites.gap else ''}[{', '.join(marks)}]"
        style = "b-cites b-long" if is_long else "b-cites"
        return f'<span class="{style}">{made}</span>' if numbered else made

    # Blocks

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912, a case for each node
        out = self.out
        match block:
            case Para(words):
                out.append(f"<p>{self.inline(words)}</p>{self.notes()}")
            case Table():
                self.table(block)
            case Bullets(items):
                lines = "\n".join([f"<li>{self.inline(item)}{self.notes()}</li>" for item in items])
                out.append(f"<ul>\n{lines}\n</ul>")
            case Told():
                self.told(block)
            case Heading():
                self.heading(block)
            case Quotation():
                self.quotation(block)
            case Entry(blocks, facets):
                out.append(f'<section class="b-entry"{_data(facets)}>')
                for one in blocks:
                    self.block(one)
                out.append("</section>")
            case Remark(head, words):
                text = f"<p><strong>{self.ours(head)}</strong> {self.inline(words)}</p>{self.notes()}"
                out.append(f"<blockquote>\n{text}\n</blockquote>")
            case Columns(groups):
                out.append('<div class="b-columns">')
                for name, blocks in groups:
                    out.append(f'<div class="{name}">')
                    for one in blocks:
                        self.block(one)
                    out.append("</div>")
                out.append("</div>")
            case Fold(label, blocks):
                out.append(f'<details class="b-fold"><summary>{self.ours(label)}</summary>')
                for one in blocks:
                    self.block(one)
                out.append("</details>")
            case Figure(anchor, drawing, data):
                self.ids.add(anchor)
                drawn = self.site.drawings[drawing](data, self)
                out.append(f'<p><a id="{anchor}"></a></p>\n{drawn}')
            case Line():
                out.append(self.card_line(block))
            case _ as never:
                assert_never(never)

    def heading(self, heading: Heading) -> None:
        options = self.site.headings
        words = self.inline(heading.words)
        self.cited.clear()
        named = " ".join(plain(heading.words).split())
        id_ = self.unique(options.slugify(named, options.separator))
        self.ids.add(id_)
        if options.top <= heading.level <= options.bottom:
            shown = html(named) if isinstance(heading.words, Verbatim) else self.ours(named)
            self.contents.append(Title(heading.level, shown, id_))
        mark = sign = ""
        if heading.anchor:
            self.ids.add(heading.anchor)
            mark = f'<a id="{heading.anchor}"></a>'
        if options.permalink:
            title = f' title="{attribute(options.permalink_title)}"' if options.permalink_title else ""
            # The anchor of the desk stays where the words of the heading may change.
            sign = (
                f'<a class="{attribute(options.permalink_class)}" href="#{heading.anchor or id_}"{title}>'
                f"{html(options.permalink)}</a>"
            )
        inner = f"{sign}{mark}{words}" if options.permalink_leading else f"{mark}{words}{sign}"
        tag = f"h{heading.level}"
        self.out.append(f'<{tag}{self.language(heading.lang)} id="{attribute(id_)}">{inner}</{tag}>')

    def unique(self, wanted: str) -> str:
        """Return an id that no heading of the page has yet, as Python-Markdown counts them."""
        while wanted in self.slugs or not wanted:
            counted = _NUMBERED.fullmatch(wanted)
            wanted = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{wanted}_1"
        self.slugs.add(wanted)
        return wanted

    def table(self, table: Table) -> None:
        if not table.rows:
            self.out.append(f"<p>{html(table.none)}</p>")
            return
        heads = "".join(f"<th>{html(head)}</th>" for head in table.heads)
        # On a phone rows stand as small cards, and each cell says what it is.
        opening = [f'<td data-label="{attribute(head)}">' if head else "<td>" for head in table.heads]
        rows = "\n".join([self.row(row, opening) for row in table.rows])
        self.cited.clear()  # the previews serve in tables
        style = f"b-table {table.style}".strip()
        self.out.append(
            f'<table class="{style}">\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
        )

    def row(self, row: Row, opening: list[str]) -> str:
        cells = [f"{tag}{self.inline(cell)}</td>" for tag, cell in zip(opening, row.cells, strict=True)]
        if not row.anchor:
            return f"<tr>{''.join(cells)}</tr>"
        self.ids.add(row.anchor)
        cells[0] = f'{opening[0]}<a id="{row.anchor}"></a>{cells[0][len(opening[0]) :].lstrip()}'
        return f'<tr class="b-row"{_data(row.facets)}>{"".join(cells)}</tr>'

    def quotation(self, one: Quotation) -> None:
        mark = ""
        if one.anchor:
            self.ids.add(one.anchor)
            mark = f'<a id="{one.anchor}"></a>'
        lines = "\n".join(
            f"<p>{mark if not n else ''}{html(text)}</p>" for n, text in enumerate(one.paragraphs)
        )
        source = f' data-source="{attribute(one.whole_text_of)}"' if one.whole_text_of else ""
        self.out.append(f"<blockquote{self.language(one.lang)}{source}>\n{lines}\n</blockquote>")
        if one.below:
            self.out.append(f"<p>{self.inline(one.below)}</p>")

    def told(self, told: Told) -> None:
        out = self.out
        first, *others = told.anchors
        self.ids.update(told.anchors)
        title, words = attribute(self.say("permalink-title")), html(self.say("permalink"))
        link = f'<a class="b-permalink" href="#{first}" title="{title}">{words}</a>'
        marks = f'<a id="{first}"></a>{link if told.is_home else ""}'
        marks += "".join(f'<a id="{name}"></a>' for name in others)
        out.append(f'<section class="b-entry"{_data(told.facets)}>')
        out.append(f"<p>{marks}{self.inline((told.lead, told.words))}</p>")
        facts = (told.voices, *told.facts)
        shown = facts if told.kind is None else (told.kind, *facts)
        out.append(f"<p>{' · '.join(map(self.inline, shown))}</p>")
        if told.is_short:
            label = html(self.say("passages-behind", count=len(told.quotations)))
            out.append(f'<details class="b-proof"><summary>{label}</summary>')
        for one in told.quotations:
            self.quotation(one)
        out.extend(f"<p>{self.inline(one)}</p>" for one in told.remarks)
        if told.proof:
            steps = "\n".join(f"<p>{self.inline(one)}</p>" for one in told.proof)
            summary = html(self.say("date-proof"))
            out.append(f'<details class="b-proof"><summary>{summary}</summary>\n{steps}\n</details>')
        out.extend(f"<p>{self.inline(one)}</p>" for one in told.notes)
        if told.is_short:
            out.append("</details>")
        out.append("</section>")

    # What is behind a block, and behind the page

    def card(self, to: Target) -> str:
        """Write the preview of a target as it is on pages of this folder."""
        parts = self.once((_CARD, self.lang, to), partial(self.made_card, to), self.say)
        return "".join([self.way(part) if n % 2 else part for n, part in enumerate(parts)])

    def made_card(self, to: Target) -> tuple[str, ...]:
        """Write a preview for the pages of all folders: every second part of it is a page to which it leads."""
        # It is kept for other pages, so it knows nothing of this one.
        path, links = self.path, self.links
        self.path, self.links = "", {}
        made = "".join(map(self.card_line, self.site.card(to, self.lang)))
        self.path, self.links = path, links
        return tuple(made.split(_WAY)) if made else ()

    def card_line(self, line: Line) -> str:
        style = f' class="{line.style}"' if line.style else ""
        lang = f' lang="{attribute(line.lang)}" dir="{direction(line.lang)}"' if line.lang else ""
        return f"<p{style}{lang}>{self.inline(line.words)}</p>"

    def notes(self) -> str:
        """Write the passages behind what was cited since the last block."""
        if not self.cited:
            return ""
        cited, self.cited = self.cited, {}
        made = [self.note(to, number, card) for to, number in cited.items() if (card := self.card(to))]
        if not made:
            return ""
        count = html(self.say("passages-behind", count=len(made)))
        return f'\n<details class="b-evidence"><summary>{count}</summary><ol>{"".join(made)}</ol></details>'

    def note(self, to: Target, number: int, card: str) -> str:
        href = self.href(to)
        self.noted.add(to)
        name = attribute(self.say("claim-number", number=number))
        number_link = f'<a class="b-number" href="{href}" aria-label="{name}">{number}</a> '
        return f'<li class="b-note" data-for="{href}">{_WHO}{number_link}{card.removeprefix(_WHO)}</li>'

    def previews(self) -> None:
        """Write the previews of all links that have no note; the script of the page shows them."""
        shown = []
        others = 0
        for to in [*self.links]:
            words = self.marks.get(to)
            if to.page == self.path and not to.anchor:
                continue
            if (to in self.noted and words is None) or (to.anchor and self.prints_passages and words is None):
                continue
            card = self.card(to)
            if not card or (to.page != self.path and others == MOST):
                continue
            others += to.page != self.path
            said = f'<p class="b-mark-of">{self.ours(words)}</p>' if words else ""
            shown.append(f'<div data-for="{self.href(to)}">{said}{card}</div>')
        if shown:
            self.out.append(f'<template id="b-previews">{"".join(shown)}</template>')


def _data(facets: Facets) -> str:
    return "".join(f' data-{name}="{attribute(" ".join(values))}"' for name, values in facets if values)
