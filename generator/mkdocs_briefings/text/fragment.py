"""Addresses of passages in the article as it is on the web: Text Fragments (WICG), made so that Chromium finds them.

They are made of the words of the passage alone: of a text that may not be public nothing else may leave, and a build
without the text must give the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.text.quotation import Span

MOST_WORDS = 20
"""Of a passage that is looked for as a whole; of a longer one, its first and its last words."""
END_WORDS = 8
FEWEST_WORDS = 3
"""Of the first and the last line of a passage, to be looked for on their own: fewer are soon found elsewhere."""


def with_fragment(address: str, raw: str, spans: Sequence[Span]) -> str:
    """Return the address of a page with what makes a browser find a passage of it.

    Args:
        address: of the page.
        raw: the text.
        spans: the stretches of the passage in it; a browser marks the gaps between them too.

    """
    base = address if "#" in address else f"{address}#"
    return f"{base}:~:text={_directive([*_lines(raw, spans)])}"


def _lines(raw: str, spans: Sequence[Span]) -> list[list[str]]:
    """Give the words of each line of a passage: a line may be a block of its own, and no term goes across blocks."""
    lines = (line.split() for start, end in spans for line in raw[start:end].splitlines())
    return [words for words in lines if words]


def _directive(lines: Sequence[list[str]]) -> str:
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        if len(first) <= MOST_WORDS:
            return _term(first)
        return f"{_term(first[:END_WORDS])},{_term(first[-END_WORDS:])}"
    if len(first) < FEWEST_WORDS or len(last) < FEWEST_WORDS:
        return _directive([max(lines, key=len)])
    return f"{_term(first[:END_WORDS])},{_term(last[-END_WORDS:])}"


def _term(words: Sequence[str]) -> str:
    """Write words; a hyphen or a comma as it is would part one term from the next."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
