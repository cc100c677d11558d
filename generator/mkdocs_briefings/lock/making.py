"""Make the entry of a source in the lock: passages, positions and numbers, and no other word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, cast

from mkdocs_briefings.derive import date_context, date_proof, printed_times
from mkdocs_briefings.derive.coverage import merge
from mkdocs_briefings.lock.document import LockedSource, OutlineEntry, entry_sum
from mkdocs_briefings.lock.outline import redact
from mkdocs_briefings.parse.file import SeedText
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.date_proof import Proof
    from mkdocs_briefings.model.corpus import Claim, Corpus, Mentions, Passage, Source
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.parse.schema import SkipKind, SourceFront
    from mkdocs_briefings.text.prepared import Span

_WORD = re.compile(r"\S+")


def entries(
    files: Iterable[Parsed],
    corpus: Corpus,
    proofs: Mapping[str, Proof],
    settings: Settings,
    context: int,
) -> list[LockedSource]:
    """Draw the entries of all sources whose text is here, in the order of their files.

    Args:
        files: the files of the desk, parsed.
        corpus: the desk with its drafts: the public repository holds these, too.
        proofs: the date proofs of its claims.
        settings: where the sources lie.
        context: the words on either side of a passage that may be known, too.

    """
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        claims[claim.source].append(claim)
    by_path = {source.path: source for source in corpus.sources.values()}
    return [
        _entry(by_path[parsed.path], parsed.entry.front, claims, corpus, proofs, settings, context)
        for parsed in sorted(files, key=lambda one: one.path)
        if isinstance(parsed.entry, SeedText) and parsed.path in by_path and parsed.entry.outline is None
    ]


def _entry(  # noqa: PLR0913, one source and all that its entry is drawn from
    source: Source,
    front: SourceFront,
    claims: Mapping[str, Sequence[Claim]],
    corpus: Corpus,
    proofs: Mapping[str, Proof],
    settings: Settings,
    context: int,
) -> LockedSource:
    own = claims.get(source.id, ())
    raw = source.text.raw
    if source.publishable:
        text: tuple[str | tuple[int, int], ...] = (raw,)
        outline = None
    else:
        known = merge([*_passages(source, own, context), *_printed_elsewhere(source, own, corpus, proofs)])
        cuts = {
            at for spans in (source.sentences, (s for _, s in source.skip)) for span in spans for at in span
        }
        text = redact(raw, known, cuts)
        outline = _outline(source, own, corpus.mentions[source.id])
        # What the front matter quotes to name lines to be skipped is nowhere else; their places will do.
        descriptions = {voice.description for claim in own for chain in claim.chains for voice in chain}
        one_voice = {words: id_ for words, id_ in front.one_voice.items() if words in descriptions}
        # Of words that the article translated, only those of passages tell a reader anything.
        shown = {words for words, passage in _translated_by_it(source, front) if _is_cited(passage, own)}
        retranslated = {
            lang: kept
            for lang, many in front.retranslated.items()
            if (kept := [w for w in many if w in shown])
        }
        front = front.model_copy(update={"skip": {}, "one_voice": one_voice, "retranslated": retranslated})
    entry = LockedSource(
        path=source.path.removeprefix(f"{settings.seeds_dir}/"),
        id=source.id,
        digest=source.digest,
        front=front,
        text=text,
        outline=outline,
    )
    return entry.model_copy(update={"sum": entry_sum(entry)})


def _translated_by_it(source: Source, front: SourceFront) -> Iterator[tuple[str, Passage]]:
    """Return what the article quotes in its own translation, as typed, with its passage."""
    typed = [words for many in front.retranslated.values() for words in many]
    yield from zip(typed, (passage for _, passage in source.retranslated), strict=False)


def _is_cited(passage: Passage, own: Iterable[Claim]) -> bool:
    return any(
        a < end and start < b
        for claim in own
        for cited in claim.passages
        for start, end in cited.spans
        for a, b in passage.spans
    )


def _kept(source: Source, own: Sequence[Claim]) -> Iterator[Passage]:
    """Return the passages that front matter quotes and that readers see marks of."""
    yield from (passage for _, passage in source.cites)
    yield from (passage for _, passage in source.retranslated if _is_cited(passage, own))


def _outline(source: Source, own: Sequence[Claim], mentions: Mentions) -> OutlineEntry:
    found = {passage.spans for claim in own for passage in claim.passages}
    found |= {passage.spans for passage in _kept(source, own)}
    raw = source.text.raw
    return OutlineEntry.model_construct(
        sentences=source.sentences,
        skip=tuple((cast("SkipKind", kind), *span) for kind, span in source.skip),
        mentions=tuple((entity, *span) for entity, span in mentions),
        passages=tuple(sorted(found)),
        ahead=tuple(n for n, (a, b) in enumerate(source.sentences) if printed_times.looks_ahead(raw[a:b])),
        days=tuple(sorted(set(date_context.days_ahead(source)))),
    )


def _passages(source: Source, own: Sequence[Claim], context: int) -> Iterator[Span]:
    """Return what is cited, with so many words on either side."""
    spans = [span for claim in own for passage in claim.passages for span in passage.spans]
    spans += [span for passage in _kept(source, own) for span in passage.spans]
    words = [match.span() for match in _WORD.finditer(source.text.raw)] if context else []
    starts, ends = [start for start, _ in words], [end for _, end in words]
    for start, end in spans:
        yield start, end
        if context:
            first = max(0, bisect_left(ends, start + 1) - context)
            last = min(len(words), bisect_left(starts, end) + context) - 1
            yield min(start, starts[first]), max(end, ends[last])


def _printed_elsewhere(
    source: Source, own: Iterable[Claim], corpus: Corpus, proofs: Mapping[str, Proof]
) -> Iterator[Span]:
    """Find words that public files or pages print anyhow: without them here, pages would read otherwise."""
    publisher = corpus.entities.get(source.publisher or "")
    for words in (source.title, source.author, publisher.name if publisher else ""):
        yield from quotation.places(source.text, words or "")[:1]
    for misprint in source.misprints:
        found = quotation.find(source.text, misprint.printed, anywhere=True)
        everywhere = quotation.places(source.text, misprint.printed)
        yield from everywhere or (found.spans if isinstance(found, quotation.Match) else ())
    for claim in own:
        if claim.printed:
            yield from next(date_context.stretches(source, claim), ())
        if claim.ref in proofs:
            yield from date_proof.times_before(source, claim, proofs[claim.ref])
