"""Hold the passages of a site that was built before against the texts once more, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.parse.seed import split
from mkdocs_briefings.text.quotation import Match, Text, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_briefings.model.corpus import Corpus, Passage

Row = tuple[list[list[int]], list[str]]
"""Of a passage: the characters of the text (from, to) of each of its parts, and the words of each. JSON has it as a list."""


def rows(corpus: Corpus) -> dict[str, list[Row]]:
    """Give the passages of a corpus by the file of their source, as JSON has them; none of texts that are not here."""
    found: dict[Passage, None] = {}
    for claim in corpus.claims.values():
        found |= dict.fromkeys(claim.passages)
    for source in corpus.sources.values():
        found |= dict.fromkeys(passage for _, passage in source.cites)
    by_file: dict[str, list[Row]] = {}
    for passage in found:
        source = corpus.sources[passage.source]
        if source.outline is None:
            by_file.setdefault(source.path, []).append(([*map(list, passage.spans)], [*passage.words]))
    return by_file


def verified(told: Mapping[str, Sequence[Row]], tree: Mapping[str, bytes]) -> int | None:
    """Count the passages that are in the texts as they were told; None if one is not.

    Args:
        told: what `rows` gave, perhaps long ago.
        tree: the files of the desk.

    """
    count = 0
    for path, passages in told.items():
        try:
            raw = split(tree[path]).text
        except (KeyError, UnicodeDecodeError):
            return None
        text = Text(raw, raw, (), (), ())
        for spans, expected in passages:
            match = Match(tuple((start, end) for start, end in spans))
            if list(words(text, match)) != expected or not all(expected):
                return None
            count += 1
    return count
