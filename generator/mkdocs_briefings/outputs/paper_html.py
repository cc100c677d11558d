"""Blocks as HTML for paper: links within the document, notes at the foot of the page, no scripts, nothing that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

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
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs.clean import one_line
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_briefings.document.nodes import Block, Inline, Row

    Note = Callable[[Target, str], Inline]
    """Gives what the note of a citation says, in a language."""

LEAVES_OUT = frozenset({"b-leads"})
"""Styles of words that only lead elsewhere, which on paper lead nowhere."""
_DEEPEST = 6


class Paper:
    """A document in the making: what it has written, and what its links asked for."""

    def __init__(self, known: frozenset[Target], web: Callable[[Target], str | None], note: Note) -> None:
        self.known, self.web, self.note = known, web, note
        self.places: dict[Target, None] = {}
        """Where links within it can lead."""
        self.asked: dict[Target, None] = {}
        """Where its links lead."""
        self.meanings: dict[str, str] = {}
        """What its terms mean, by their names, in the language that had each first."""

    def place(self, to: Target) -> str:
        """Give the id of a place, from now on one of the document."""
        self.places[to] = None
        return _id(to)

    def href(self, to: Target) -> str:
        """Lead to a place of the document, or to the site where it is published; else nowhere."""
        self.asked[to] = None
        for known in (to, Target(to.page)):
            if known in self.known:
                return f"#{quote(_id(known))}"
        return self.web(to) or ""

    def part(
        self, page: str, lang: str, blocks: Iterable[Block], *, tag: str = "section", below: int = 0
    ) -> str:
        """Write what a page says.

        Args:
            page: its path.
            lang: its language (BCP 47).
            blocks: what it says.
            tag: the element that holds it.
            below: how many levels its headings stand below those of its page.

        """
        made = _PaperPart(self, page, lang, below).blocks(blocks)
        id_ = attribute(self.place(Target(page)))
        return f'<{tag} id="{id_}" lang="{attribute(lang)}" dir="{direction(lang)}">\n{made}\n</{tag}>\n'


def _id(to: Target) -> str:
    page = to.page.removesuffix(".md").replace("/", ".")
    return f"{page}--{to.anchor}" if to.anchor else page


class _PaperPart:
    """Writes what a page says."""

    def __init__(self, paper: Paper, page: str, lang: str, below: int) -> None:
        self.paper, self.page, self.lang, self.below = paper, page, lang, below
        self.noted: set[Target] = set()
        """What has its note by now."""
        self.takes_notes = False
        self.headed = False
        """Whether the last that was written is a heading."""

    def ours(self, words: str, *, goes_on: bool = False) -> str:
        return html(typeset(_clean(words), self.lang, goes_on=goes_on))

    def anchor(self, name: str) -> str:
        return f'<a id="{attribute(self.paper.place(Target(self.page, name)))}"></a>' if name else ""

    def language(self, lang: str) -> str:
        return f' lang="{attribute(lang)}" dir="{direction(lang)}"' if lang and lang != self.lang else ""

    # Inlines

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
            case PageLink(to, inner, lang):
                shown = (
                    html(typeset(_clean(inner), lang))
                    if lang and isinstance(inner, str)
                    else self.inline(inner)
                )
                return _link(self.paper.href(to), shown, self.language(lang))
            case WebLink(address, inner):
                return _link(web_address(address), self.inline(inner))
            case Citations():
                return self.cites(words)
            case ClaimMention():
                return self.inline(words.said)
            case State(_, inner) | Kind(_, inner):
                return f"<b>{html(_clean(inner))}</b>"
            case Strong(inner):
                return f"<strong>{self.inline(inner).strip()}</strong>"
            case Code(inner):
                return f"<code>{html(_clean(inner))}</code>"
            case Verbatim(inner):
                return html(_clean(inner))
            case PageAnchor(name):
                return self.anchor(name)
            case Term(name, inner, meaning):
                self.paper.meanings.setdefault(name, meaning)
                return self.inline(inner)
            case Span(style, inner):
                return "" if style in LEAVES_OUT else self.inline(inner)
            case _ as never:
                assert_never(never)

    def cites(self, cites: Citations) -> str:
        """Write the numbers, and behind them the notes of those that have none yet."""
        marks, notes = [], []
        for one in cites.items:
            href = self.paper.href(one.to)
            marks.append(f"{_link(href, html(str(one.mark)))}{html(one.fallen)}")
            if self.takes_notes and isinstance(one.mark, int) and one.to not in self.noted:
                self.noted.add(one.to)
                said = self.quietly(self.paper.note(one.to, self.lang))
                if said:
                    notes.append(f'<span class="note">{_link(href, str(one.mark))} {said}</span>')
        return f"{' ' if cites.gap else ''}[{', '.join(marks)}]{''.join(notes)}"

    def quietly(self, words: Inline) -> str:
        """Write words of a note, which has no notes."""
        taking, self.takes_notes = self.takes_notes, False
        made = self.inline(words)
        self.takes_notes = taking
        return made

    def told_with_notes(self, words: Inline) -> str:
        self.takes_notes = True
        made = self.inline(words)
        self.takes_notes = False
        return made

    # Blocks

    def block(self, block: Block) -> str:  # noqa: C901, PLR0912, a case for each node
        headed, self.headed = self.headed, isinstance(block, Heading)
        match block:
            case Para(words):
                return f"<p>{self.told_with_notes(words)}</p>"
            case Line(_, words, lang):
                return f"<p{self.language(lang)}>{self.inline(words)}</p>"
            case Bullets(items):
                lines = "\n".join([f"<li>{self.told_with_notes(item)}</li>" for item in items])
                return f"<ul>\n{lines}\n</ul>"
            case Heading():
                return self.heading(block)
            case Table():
                return self.table(block)
            case Quotation():
                return self.quotation(block)
            case Remark(head, words):
                return (
                    f'<p class="remark"><strong>{self.ours(head)}</strong> {self.told_with_notes(words)}</p>'
                )
            case Told():
                return self.told(block)
            case Entry(blocks):
                return self.blocks(blocks)
            case Columns(groups):
                return "\n".join(self.blocks(blocks) for _, blocks in groups)
            case Fold(label, blocks):
                # Behind a heading it says what that says.
                named = "" if headed else f'<p class="label">{self.ours(label)}</p>\n'
                return f"{named}{self.blocks(blocks)}"
            case Figure():
                return ""  # all that it shows is told in words
            case _ as never:
                assert_never(never)

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(filter(None, map(self.block, blocks)))

    def heading(self, heading: Heading) -> str:
        level = min(heading.level + self.below, _DEEPEST)
        named = attribute(typeset(one_line(plain(heading.words)), heading.lang or self.lang))
        inner = f"{self.anchor(heading.anchor)}{self.inline(heading.words)}"
        # The outline takes its words from here: a number or a sign within a heading would be glued to them.
        return f'<h{level}{self.language(heading.lang)} data-label="{named}">{inner}</h{level}>'

    def table(self, table: Table) -> str:
        if not table.rows:
            return f"<p>{self.ours(table.none)}</p>"
        heads = "".join(f'<th scope="col">{self.ours(head)}</th>' for head in table.heads)
        rows = "\n".join(map(self.row, table.rows))
        return f"<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def row(self, row: Row) -> str:
        cells = "".join(
            f"<td>{self.anchor(row.anchor) if not n else ''}{self.inline(cell)}</td>"
            for n, cell in enumerate(row.cells)
        )
        return f"<tr>{cells}</tr>"

    def quotation(self, one: Quotation) -> str:
        lines = "".join(f"<p>{html(_clean(text))}</p>" for text in one.paragraphs)
        below = f"\n<p>{self.inline(one.below)}</p>" if one.below else ""
        return f"<blockquote{self.language(one.lang)}>{self.anchor(one.anchor)}{lines}</blockquote>{below}"

    def told(self, told: Told) -> str:
        """Write a claim: what is said by whom, and in smaller type all that bears it out."""
        marks = "".join(map(self.anchor, told.anchors))
        facts = (told.voices, *told.facts) if told.kind is None else (told.kind, told.voices, *told.facts)
        quoted = "\n".join(map(self.quotation, told.quotations))
        rest = "\n".join(f"<p>{self.inline(one)}</p>" for one in (*told.remarks, *told.proof, *told.notes))
        return (
            f"<article>\n<p>{marks}{self.inline((told.lead, told.words))}</p>\n"
            f"<p>{' · '.join(map(self.inline, facts))}</p>\n{quoted}\n{rest}\n</article>"
        )


def _link(href: str, words: str, lang: str = "") -> str:
    if href:
        return f'<a{lang} href="{attribute(href)}">{words.strip()}</a>'
    return f"<span{lang}>{words}</span>" if lang else words


def _clean(words: str) -> str:
    """Leave out what no form takes; the blanks at its ends belong to the line that it is part of."""
    if words.isprintable():
        return words
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{one_line(words)}{after}"
