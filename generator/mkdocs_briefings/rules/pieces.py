"""The words by which a text tells something, as they begin."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

_STEM, _LONG = 5, 4
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff\u30a1-\u30fa\u30fc々]+")


@functools.lru_cache(maxsize=1 << 12)
def pieces(text: str, pack: Language) -> tuple[tuple[Span, str], ...]:
    """Return the words of a text by which it tells something, as they begin: pairs of characters, in a language without spaces."""
    if pack.spaced:
        return tuple(
            (match.span(), match[0].lower()[:_STEM])
            for match in _WORD.finditer(text)
            if len(match[0]) >= _LONG and match[0].lower() not in pack.common
        )
    return tuple(
        ((at, at + 2), text[at : at + 2])
        for run in _HAN.finditer(text)
        for at in range(run.start(), max(run.start() + 1, run.end() - 1))
    )
