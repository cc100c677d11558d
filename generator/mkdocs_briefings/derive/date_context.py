"""Find the words that date a claim in its source, and what else the source prints near them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import printed_times, time_meanings
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.model.corpus import Claim, Source
    from mkdocs_briefings.text.quotation import Span

_GAP = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]")


def places(source: Source, claim: Claim) -> Iterator[int]:
    """Return where the words of `printed` are in the claim's passages, their sentences or the sentences beside these."""
    return (spans[0][0] for spans in stretches(source, claim))


def stretches(source: Source, claim: Claim) -> Iterator[tuple[Span, ...]]:
    """Return the same, with the stretch of each part between gaps."""
    stating = source.sentences
    starts = [start for start, _ in stating]
    wanted = [part for part in _GAP.split(claim.printed) if part.strip()]
    windows: list[Span] = [span for passage in claim.passages for span in passage.spans]
    for passage in claim.passages:
        first, last = bisect_right(starts, passage.start) - 1, bisect_right(starts, passage.end - 1) - 1
        near = [*_beside(source, first, -1), first, last, *_beside(source, last, 1)]
        end = stating[max(0, *near)][1]
        windows.append((stating[max(0, min(near))][0], max(end, passage.end)))
    raw = source.text.raw
    for _, (start, end) in source.skip:
        raw = raw[:start] + " " * (end - start) + raw[end:]
    for start, end in windows:
        text = quotation.prepare(raw[start:end])
        found = [quotation.places(text, part) for part in wanted]
        if wanted and all(found):
            yield tuple((start + part[0][0], start + part[0][1]) for part in found)


def _beside(source: Source, number: int, step: int) -> Iterator[int]:
    """Return the sentence beside one; lines that state nothing are no neighbours."""
    following = range(number + step, len(source.sentences) if step > 0 else -1, step)
    skipped = [span for _, span in source.skip]
    for n in following:
        a, b = source.sentences[n]
        if not any(start <= a and b <= end for start, end in skipped):
            yield n
            return


def meant(source: Source, words: str) -> str:
    """Read what is meant where the source misprints a time."""
    for misprint in source.misprints:
        if misprint.words and misprint.printed in words:
            words = words.replace(misprint.printed, misprint.words)
    return words


def is_ahead(source: Source, at: int) -> bool:
    """Return whether the sentence at a place is about the future."""
    number = bisect_right([start for start, _ in source.sentences], at) - 1
    if source.outline is not None:
        return number in source.outline.ahead
    return number >= 0 and printed_times.looks_ahead(source.text.raw[slice(*source.sentences[number])])


def looked_ahead_to(source: Source, after: datetime.date) -> Days | None:
    """Return the next later day with a year that the text prints in a sentence about what is to come."""
    return min((days for days in days_ahead(source) if days[0] > after), default=None)


def days_ahead(source: Source) -> Iterator[Days]:
    """Return all such days."""
    if source.outline is not None:
        yield from source.outline.days
        return
    skipped = [span for _, span in source.skip]
    for a, b in source.sentences:
        words = source.text.raw[a:b]
        if printed_times.looks_ahead(words) and not any(start <= a and b <= end for start, end in skipped):
            for one in printed_times.read(words, running=True):
                days = time_meanings.in_year(one, one.year) if one.year and one.month and one.day else None
                if days:
                    yield days
