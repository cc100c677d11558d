"""Choose the passages that may be printed if the published share of a source's words is capped."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.coverage import merge
from mkdocs_briefings.model.prose import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Corpus, Passage, Source
    from mkdocs_briefings.model.recorded import Once
    from mkdocs_briefings.text.quotation import Span


def withheld(corpus: Corpus, most: float | None, once: Once) -> frozenset[Passage]:
    """Return the passages beyond the cap; pages show their place instead of their words.

    What a summary cites is printed first, then the other passages in the order of the text. A source whose
    rights allow it is printed whole. What is always printed, misprints with what they mean, counts first.

    Args:
        corpus: the corpus.
        most: the greatest share of a source's words that may be printed, from 0 to 1; None for no cap.
        once: makes once what follows from a source and its passages.

    """
    if most is None:
        return frozenset()
    by_source = _by_weight(corpus)
    kept: set[Passage] = set()
    for source in corpus.sources.values():
        if not source.publishable:
            ordered = tuple(by_source[source.id])
            make = partial(_beyond, source, ordered, most)
            kept |= once(("withheld", source.id), make, source, ordered, most)
    return frozenset(kept)


def _beyond(source: Source, passages: Iterable[Passage], most: float) -> frozenset[Passage]:
    words = len(source.text.raw.split())
    printed = _always_printed(source)
    kept: set[Passage] = set()
    for passage in passages:
        wider = merge([*printed, *passage.spans])
        if sum(len(source.text.raw[a:b].split()) for a, b in wider) <= most * words:
            printed = wider
        else:
            kept.add(passage)
    return frozenset(kept)


def _always_printed(source: Source) -> list[Span]:
    first = {one.printed: one.span for one in reversed(source.misprints) if one.span}
    return merge(first.values())


def _by_weight(corpus: Corpus) -> Mapping[str, Iterable[Passage]]:
    """Return the passages of each source, in the order in which they are printed until the cap is reached."""
    cited = set(_cited(corpus))
    found: defaultdict[str, list[tuple[bool, int, Passage]]] = defaultdict(list)
    for claim in corpus.claims.values():
        weight = (claim.ref not in cited, claim.passages[0].start)
        found[claim.source] += [(*weight, passage) for passage in claim.passages]
    for source in corpus.sources.values():
        found[source.id] += [(True, passage.start, passage) for _, passage in source.cites]
    return defaultdict(
        tuple,
        {
            id_: dict.fromkeys(p for *_, p in sorted(ways, key=lambda way: way[:2]))
            for id_, ways in found.items()
        },
    )


def _cited(corpus: Corpus) -> Iterator[str]:
    """What the summaries of briefings and storylines cite."""
    for briefing in corpus.briefings.values():
        yield from cited(briefing.summary)
    for storyline in corpus.storylines.values():
        yield from cited(storyline.summary)
