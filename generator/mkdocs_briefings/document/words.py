"""Write blocks as plain words, one line each, for search and comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Inline


def words(inline: Inline) -> str:
    """Return the words of an inline, as they are in a line."""
    match inline:
        case str():
            return inline
        case tuple():
            return "".join([part if isinstance(part, str) else words(part) for part in inline])
        case Kind(_, inner) | State(_, inner) | Code(inner) | Verbatim(inner):
            return inner
        case PageLink(_, inner) | WebLink(_, inner) | Span(_, inner) | Strong(inner) | Term(_, inner):
            return words(inner)
        case Citations(items, gap):
            marks = ", ".join(f"{one.mark}{one.fallen}" for one in items)
            return f"{' ' if gap else ''}[{marks}]"
        case ClaimMention():
            return words(inline.said)
        case PageAnchor():
            return ""
        case _ as never:
            assert_never(never)


def lines(blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901, PLR0912, a case for each node
    """Return the words of blocks, line by line; pictures have none that the page does not tell."""
    for block in blocks:
        match block:
            case Para(inner) | Heading(_, inner) | Line(_, inner):
                yield words(inner)
            case Told():
                yield words((block.lead, block.words))
                kind = () if block.kind is None else (words(block.kind),)
                yield " · ".join((*kind, words(block.voices), *map(words, block.facts)))
                yield from lines(block.quotations)
                yield from map(words, (*block.remarks, *block.proof, *block.notes))
            case Bullets(items):
                yield from map(words, items)
            case Table(heads, rows):
                yield " | ".join(heads)
                for row in rows:
                    yield " | ".join(map(words, row.cells))
            case Quotation(paragraphs, _, below):
                yield from paragraphs
                yield words(below)
            case Remark(head, inner):
                yield words((head, " ", inner))
            case Fold(label, inside):
                yield label
                yield from lines(inside)
            case Entry(inside):
                yield from lines(inside)
            case Columns(groups):
                for _, inside in groups:
                    yield from lines(inside)
            case Figure():
                pass
            case _ as never:
                assert_never(never)
