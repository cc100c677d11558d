"""Blocks as plain HTML for other programs: full addresses, no scripts, styles, notes or previews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html, web_address
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citations,
    ClaimMention,
    Code,
    Heading,
    Kind,
    PageAnchor,
    PageLink,
    Para,
    Quotation,
    Remark,
    Span,
    State,
    Strong,
    Term,
    Verbatim,
    WebLink,
)
from mkdocs_briefings.outputs.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.addresses import Target

    Address = Callable[[Target], str]


@dataclass(frozen=True, slots=True)
class Ready:
    """A block that was written before."""

    html: str


PlainBlock = Para | Bullets | Heading | Remark | Quotation | Ready
"""What outputs are made of."""


def plain_html(blocks: Iterable[PlainBlock], address: Address) -> str:
    """Write blocks, one a line.

    Args:
        blocks: what is said.
        address: gives the full address of a place of the site.

    """
    return "\n".join(_block(block, address) for block in blocks)


def _block(block: PlainBlock, address: Address) -> str:
    match block:
        case Ready(html_):
            return html_
        case Para(words):
            return f"<p>{plain_inline(words, address)}</p>"
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{plain_inline(item, address)}</li>' for item in items)}</ul>"
        case Heading(level, words):
            return f"<h{level}>{plain_inline(words, address)}</h{level}>"
        case Remark(head, words):
            return f"<p><strong>{_text(head)}</strong> {plain_inline(words, address)}</p>"
        case Quotation(paragraphs, lang, below):
            quoted = "".join(f"<p>{_text(words)}</p>" for words in paragraphs)
            of = f'lang="{attribute(lang)}" dir="{direction(lang)}"'
            return f"<blockquote {of}>{quoted}</blockquote>\n<p>{plain_inline(below, address)}</p>"
        case _ as never:
            assert_never(never)


def plain_inline(inline: Inline, address: Address) -> str:  # noqa: C901, a case for each node
    match inline:
        case str():
            return _text(inline)
        case tuple():
            return "".join(
                [_text(part) if isinstance(part, str) else plain_inline(part, address) for part in inline]
            )
        case PageLink(to, words):
            return _link(address(to), plain_inline(words, address))
        case WebLink(target, words):
            safe = web_address(target)
            shown = plain_inline(words, address)
            return _link(safe, shown) if safe else shown
        case Citations(items, gap):
            marks = ", ".join(_link(address(one.to), f"{one.mark}{_text(one.fallen)}") for one in items)
            return f"{' ' if gap else ''}[{marks}]"
        case ClaimMention():
            return plain_inline(inline.said, address)
        case Strong(words):
            return f"<strong>{plain_inline(words, address)}</strong>"
        case Kind(_, words) | State(_, words) | Code(words) | Verbatim(words):
            return _text(words)
        case Span(_, words) | Term(_, words):
            return plain_inline(words, address)
        case PageAnchor():
            return ""
        case _ as never:
            assert_never(never)


def _link(address: str, words: str) -> str:
    return f'<a href="{attribute(address)}">{words}</a>'


def _text(words: str) -> str:
    """Make words safe; the blanks at their ends belong to the line that they are part of."""
    if words.isprintable():
        return html(words)
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return html(f"{before}{one_line(words)}{after}")
