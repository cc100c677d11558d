"""Which passages may be printed where the published share of a source's words is capped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.derive.coverage import merge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.corpus import Corpus, Passage
    from generator.quote import Span


def withheld(corpus: Corpus, most: float | None) -> frozenset[Passage]:
    """The passages beyond the cap: their place stands instead of their words.

    What a summary cites is printed first, then the other passages in the order of the text. A source whose
    rights allow it is printed whole.

    Args:
        corpus: the corpus.
        most: the greatest share of a source's words that may be printed, from 0 to 1; None for no cap.

    """
    if most is None:
        return frozenset()
    kept: set[Passage] = set()
    for source in corpus.sources.values():
        if source.publishable:
            continue
        words = len(source.text.raw.split())
        printed: list[Span] = []
        for passage in _by_weight(corpus, source.id):
            wider = merge([*printed, *passage.spans])
            if sum(len(source.text.raw[a:b].split()) for a, b in wider) <= most * words:
                printed = wider
            else:
                kept.add(passage)
    return frozenset(kept)


def _by_weight(corpus: Corpus, source: str) -> Iterable[Passage]:
    cited = {
        item.ref
        for briefing in corpus.briefings.values()
        for block in briefing.summary
        for sentence in block.sentences
        for item in sentence.cites
    }
    claims = [claim for claim in corpus.claims.values() if claim.source == source]
    claims.sort(key=lambda claim: (claim.ref not in cited, claim.passages[0].start))
    return dict.fromkeys(passage for claim in claims for passage in claim.passages)
