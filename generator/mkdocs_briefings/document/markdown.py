"""Write blocks as portable Markdown (CommonMark and tables, no Markdown inside HTML) with every fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mkdocs_briefings.document import escape
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
from mkdocs_briefings.model import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.addresses import Target


def written(blocks: Iterable[Block], path: str) -> str:
    """Write a page.

    Args:
        blocks: what it holds.
        path: its Markdown path, from which its links lead.

    """
    writer = _MarkdownWriter(path)
    told = [text for block in blocks for text in writer.block(block)]
    return "\n\n".join((*told, *map(writer.line, writer.meanings.values()))) + "\n"


class _MarkdownWriter:
    def __init__(self, path: str) -> None:
        self.path = path
        self.meanings: dict[str, str] = {}
        """What the terms of the page mean."""

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901, PLR0912, a case for each node
        """Return the paragraphs of a block."""
        match block:
            case Para(words) | Line(_, words):
                yield self.line(words)
            case Heading(level, words, anchor):
                yield f"{'#' * level} {_anchors(anchor)}{self.line(words)}"
            case Told():
                yield from self.told(block)
            case Bullets(items):
                yield "\n".join(f"- {self.line(item)}" for item in items)
            case Table():
                yield self.table(block)
            case Quotation():
                yield from self.quotation(block)
            case Remark(head, words):
                yield f"> {self.line((Strong(head), ' ', words))}"
            case Entry(blocks):
                for one in blocks:
                    yield from self.block(one)
            case Columns(groups):
                for _, blocks in groups:
                    for one in blocks:
                        yield from self.block(one)
            case Fold(label, blocks):
                yield self.line(label)
                for one in blocks:
                    yield from self.block(one)
            case Figure(anchor):
                yield _anchors(anchor)
            case _ as never:
                assert_never(never)

    def told(self, told: Told) -> Iterator[str]:
        yield f"{_anchors(*told.anchors)}{self.line((told.lead, told.words))}"
        facts = (told.voices, *told.facts)
        yield " · ".join(map(self.line, facts if told.kind is None else (told.kind, *facts)))
        for one in told.quotations:
            yield from self.quotation(one)
        yield from map(self.line, (*told.remarks, *told.proof, *told.notes))

    def quotation(self, one: Quotation) -> Iterator[str]:
        lines = map(self.line, one.paragraphs)
        text = "\n>\n> ".join(lines)
        yield f"> {_anchors(one.anchor)}{text}"
        if one.below:
            yield self.line(one.below)

    def table(self, table: Table) -> str:
        if not table.rows:
            return self.line(table.none)
        rows = [
            _row(escape.markdown(head, first=True) for head in table.heads),
            _row("---" for _ in table.heads),
        ]
        for row in table.rows:
            first, *rest = (self.line(cell, cell=True) for cell in row.cells)
            rows.append(_row((f"{_anchors(row.anchor)}{first}", *rest)))
        return "\n".join(rows)

    def line(self, words: Inline, *, cell: bool = False, opens: bool = True) -> str:
        """Write a line without the spaces at its ends; if it `opens` one, its first words are escaped more."""
        flat: list[Inline] = []
        self.flatten(words, flat)
        out: list[str] = []
        for one in flat:
            if isinstance(one, str):
                made = escape.markdown(one if out else one.lstrip(), first=opens)
                # After digits alone, a full stop would open a list.
                opens = opens and not made.strip(" ").strip("0123456789")
            else:
                made = self.inline(one, cell=cell)
                opens = opens and not made
            out.append(made)
        return "".join(out).strip()

    def flatten(self, words: Inline, into: list[Inline]) -> None:  # noqa: C901, a case for each node
        """Take words apart; neighbouring texts become one, for some are risky only together."""
        match words:
            case str():
                if into and isinstance(into[-1], str):
                    into[-1] += words
                elif words:
                    into.append(words)
            case tuple():
                for one in words:
                    self.flatten(one, into)
            case PageLink(to, inner) if to.page == self.path and not to.anchor:
                self.flatten(inner, into)
            case WebLink(address, inner) if not escape.web_address(address):
                self.flatten(inner, into)
            case Verbatim(inner):
                self.flatten(inner, into)
            case Term(name, inner, meaning):
                self.meanings.setdefault(name, meaning)
                self.flatten(inner, into)
            case Kind(_, inner) | Span(_, inner):
                self.flatten(inner, into)
            case ClaimMention():
                self.flatten(words.said, into)
            case _:
                into.append(words)

    def inline(self, words: Inline, *, cell: bool) -> str:
        match words:
            case PageLink(to, inner):
                return f"[{self.line(inner, cell=cell)}]({self.href(to)})"
            case Citations(items, gap):
                marks = ", ".join(
                    f"[{escape.markdown(str(one.mark), first=True)}]({self.href(one.to)}){one.fallen}"
                    for one in items
                )
                return f"{' ' if gap else ''}\\[{marks}\\]"
            case Strong(inner) | State(_, inner):
                return f"**{self.line(inner, cell=cell, opens=False)}**"
            case PageAnchor(name):
                return _anchors(name)
            case WebLink(address, inner):
                # Between these brackets, too, Markdown reads character references.
                safe = escape.web_address(address).replace("&", "&amp;")
                return f"[{self.line(inner, cell=cell)}](<{safe}>)"
            case Code(text):
                return f"`{text}`".replace("|", "\\|") if cell else f"`{text}`"
            case str() | tuple() | Kind() | Span() | Verbatim() | Term() | ClaimMention():
                return self.line(words, cell=cell)
            case _ as never:
                assert_never(never)

    def href(self, to: Target) -> str:
        return addresses.md_link(self.path, to)


def _anchors(*names: str) -> str:
    return "".join(f'<a id="{name}"></a>' for name in names if name)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
