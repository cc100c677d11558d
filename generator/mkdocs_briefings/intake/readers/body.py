"""What all readers do with the text that they took out: line ends, a check that there are words, remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.intake import text_lines
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element


def unix(text: str) -> str:
    """Write a text as sources have it: line feeds, no zero bytes, no half surrogates, one line feed at the end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "replace").decode().rstrip("\n") + "\n"


def require_words(text: str, message: str = "there is no text in it") -> None:
    """Refuse a text without a letter or digit.

    Raises:
        UnreadableError: with the message.

    """
    if not re.search(r"\w", text):
        raise UnreadableError(message)


def remarks(converted: str) -> tuple[str, ...]:
    """Say that a text was in another encoding than UTF-8."""
    return (f"read as {converted}, written as UTF-8",) if converted else ()


def of_document(
    lines: Iterable[str],
    notes: Sequence[str],
    properties: Mapping[str, FieldValue],
    title: str,
    left_out: int,
) -> Article:
    """Make an article of the lines of a document, its notes below them.

    Args:
        lines: its paragraphs and the rows of its tables.
        notes: each with its number.
        properties: what the document declares; it goes before what its lines tell.
        title: as it is set in the document; it goes before both.
        left_out: words that were struck out or hidden.

    Raises:
        UnreadableError: it has no words.

    """
    text = unix("\n".join([*lines, *(["", "Notes", *notes] if notes else [])]))
    require_words(text)
    by_lines, skip = text_lines.read(text)
    told = {**by_lines, **properties, **({"title": FieldValue(title)} if title else {})}
    words = "word" if left_out == 1 else "words"
    remarks = (f"left out: {left_out} struck-out or hidden {words}",) if left_out else ()
    return Article(text.encode(), told, skip, remarks=remarks)


def row(cells: Iterable[str]) -> str:
    """Write the row of a table."""
    return f"| {' | '.join(cells)} |"


def own(parent: _Element, outer: str, tag: str) -> Iterator[_Element]:
    """Return the elements of a name in an element, but not those within another `outer` in it: rows of a table in a cell."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag != outer:
            yield from own(one, outer, tag)
