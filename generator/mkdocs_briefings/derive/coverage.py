"""Compute which sentences of each source are covered by the passages of claims."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.corpus import Corpus, Source
    from mkdocs_briefings.model.recorded import Once
    from mkdocs_briefings.text.quotation import Span

CLAUSE = 4
"""Words: what a passage must share with a sentence to touch it, or all of a shorter sentence."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences of a source, without the lines that state nothing."""

    touched: tuple[Span, ...]
    untouched: tuple[Span, ...]
    published_share: float
    """The share of the source's words that its cited passages print, from 0 to 1."""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        total = len(self.touched) + len(self.untouched)
        return len(self.touched) / total if total else 0.0


def coverage(corpus: Corpus, once: Once) -> Mapping[str, Coverage]:
    """Return the coverage of every source."""
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    for claim in corpus.claims.values():
        for passage in claim.passages:
            spans[passage.source].update(passage.spans)
    made = {}
    for id_, source in corpus.sources.items():
        passages = sorted(spans[id_])
        made[id_] = once(("coverage", id_), partial(_coverage, source, passages), source, passages)
    return made


def _coverage(source: Source, spans: list[Span]) -> Coverage:
    raw = source.text.raw
    skipped = [span for _, span in source.skip]
    stating = [s for s in source.sentences if not any(a <= s[0] and s[1] <= b for a, b in skipped)]
    passages = merge(spans)
    touched = tuple(s for s in stating if _touches(raw, s, passages))
    words = len(raw.split())
    printed = sum(len(raw[a:b].split()) for a, b in passages)
    return Coverage(
        touched,
        tuple(s for s in stating if s not in set(touched)),
        min(1.0, printed / words) if words else 0.0,
    )


def _touches(raw: str, sentence: Span, passages: Iterable[Span]) -> bool:
    shared = sum(
        len(raw[max(a, sentence[0]) : min(b, sentence[1])].split())
        for a, b in passages
        if a < sentence[1] and sentence[0] < b
    )
    return 0 < shared >= min(CLAUSE, len(raw[slice(*sentence)].split()))


def merge(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap; the result is in order."""
    merged: list[Span] = []
    for a, b in sorted(spans):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged
