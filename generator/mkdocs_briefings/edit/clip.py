"""Write words that an editor selected in a source as a citation or as a claim, to be pasted into a briefing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.edit.offer import offer, without_stop
from mkdocs_briefings.edit.stub import claim_lines
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.edit.offer import Offer
    from mkdocs_briefings.model.corpus import Corpus, Source
    from mkdocs_briefings.model.names import Names
    from mkdocs_briefings.text.quotation import Span

Form = Literal["citation", "claim"]
_CUT = " […] "
_UNSPACED = "\u3040"
"""From here on are letters of scripts that put no spaces between words."""


class ClipError(ValueError):
    """The words cannot be quoted; the message says why and what to do."""


def clip(source: Source, parts: Sequence[str], corpus: Corpus, known: Names, form: Form) -> str:
    """Return a citation as prose has it, or a claim as `stub` writes it, of words that stand in a source.

    Words that were cut are made whole. Parts of one sentence are one quotation with a mark where words are left out;
    parts of several sentences or paragraphs are a quotation each.

    Args:
        source: the article, with its text.
        parts: what was selected, each part within one line of the text, in any white space.
        corpus: of the desk.
        known: the names of its entities.
        form: what to write.

    Raises:
        ClipError: the words are not there, or cannot be quoted.

    """
    spans = _spans(source, [part for part in parts if part.strip()])
    if not spans:
        raise ClipError("nothing is selected")
    quotes = [_quotable(source, quote) for quote in _joined(source, spans)]
    if form == "citation":
        return "[" + "; ".join(f"@{source.id} {_in_marks(quote)}" for quote in quotes) + "]\n"
    taken = frozenset(claim.id for claim in corpus.claims.values() if claim.source == source.id)
    whole: Span = (spans[0][0], spans[-1][1])
    tried = (whole, *spans) if len(quotes) == 1 else spans
    made = next((one for span in tried if (one := offer(source, span, corpus, known, taken))), None)
    if made is None:
        raise ClipError("no claim can be made of these words; select a whole sentence")
    return "".join(f"  {line}\n" for line in claim_lines(_quoting(made, quotes)))


def _quoting(made: Offer, quotes: Sequence[str]) -> Offer:
    return replace(made, quote=quotes[0], further=tuple(quotes[1:]))


def _spans(source: Source, parts: Sequence[str]) -> list[Span]:
    """Find the parts in the text, each behind the one before, and make their first and last words whole."""
    found: list[Span] = []
    at = 0
    for part in parts:
        pattern = re.compile(r"\s+".join(map(re.escape, part.split())))
        match = pattern.search(source.text.raw, at) or pattern.search(source.text.raw)
        if match is None:
            raise ClipError("these words are not in the text of the source; select words of one source only")
        start, end = _whole_words(source.text.raw, *match.span())
        found.append((start, end))
        at = end
    return found


def _whole_words(raw: str, start: int, end: int) -> Span:
    while start and _joins(raw[start - 1], raw[start]):
        start -= 1
    while end < len(raw) and _joins(raw[end - 1], raw[end]):
        end += 1
    return start, end


def _joins(one: str, other: str) -> bool:
    return all((char.isalnum() and char < _UNSPACED) or char in "’'" for char in (one, other))


def _joined(source: Source, spans: Sequence[Span]) -> list[str]:
    """Join the parts that are in one sentence, in their order."""
    quotes: list[str] = []
    before: Span | None = None
    for span in spans:
        words = " ".join(source.text.raw[slice(*span)].split())
        if before is not None and before[1] <= span[0] and _is_one_sentence(source, before, span):
            quotes[-1] += _CUT + words
        else:
            quotes.append(words)
        before = span
    return quotes


def _is_one_sentence(source: Source, one: Span, other: Span) -> bool:
    return any(start <= one[0] and other[1] <= end for start, end in source.sentences)


def _quotable(source: Source, quote: str) -> str:
    """Return the words as they are found as a quotation, without the stop at their end.

    Raises:
        ClipError: they are not.

    """
    skipped = [at for _, at in source.skip]
    for words in (without_stop(quote), quote, quote.rstrip("!！?？,;: ")):
        if words and isinstance(
            quotation.find(source.text, words, skipped, source.sentences), quotation.Match
        ):
            return words
    places = quotation.places(source.text, quote)
    if len(places) > 1:
        raise ClipError(f"these words are {len(places)} times in the text; select more of the sentence")
    raise ClipError("these words cannot be quoted: a negation would be left out or cut; select more")


def _in_marks(words: str) -> str:
    if '"' not in words:
        return f'"{words}"'
    if "”" not in words:
        return f"“{words}”"
    raise ClipError("these words have quotation marks of both kinds; copy them as a claim")
