"""Find a quotation in a source: exactly, after a small declared normalisation, or not at all."""

from __future__ import annotations

import enum
import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.text.nearest import most_similar, whole_word
from mkdocs_briefings.text.prepared import (
    BREAK,
    Span,
    Text,
    has_line_end_hyphens,
    is_edge,
    joined,
    normalise,
    number_cut,
    prepare,
)
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = [
    "Match",
    "Miss",
    "Missed",
    "Span",
    "Text",
    "context",
    "find",
    "normalise",
    "places",
    "prepare",
    "words",
]

_GAP = re.compile(r"\[ ?\.\.\. ?\]")
_NEGATION = re.compile(
    r"(?<!\w)(?:not|no|nor|never|neither|without|cannot|none|nobody|nothing|nowhere|\w+n't)(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = frozenset(" \"'([)]")
_LONGEST_NEGATION = 30
_HYPHENS = frozenset("-‐‑")
# The word before a quotation may stand between it and its negation: "has not yet been prevented".
_NOT_YET = re.compile(
    r"(?<!\w)(?P<not>(?:not|never|cannot|nor|hardly|\w+n't)(?:\s(?:yet|ever|always|even|really|been|be|being|a|an|any|\w+ly)){1,3}"
    r"|unlikely to|unable to|(?:fail|refus)(?:s|es|ed|ing)? to|nicht (?:mehr|immer|länger))\Z",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"(?<!\w)(?:(?-i:may)|might|could|allegedly|reportedly|supposedly|purportedly|possibly|perhaps|unlikely|könnten?|dürften?|angeblich|"
    r"möglicherweise|vielleicht|nicht|kein\w*|pourrai(?:t|ent)|peut-être|jamais|podrían?|quizás?|nunca)(?!\w)|可能|かもしれ|不|没|未|ない",
    re.IGNORECASE,
)
# "It is not indicated | what concessions".
_NOT_SAID = re.compile(r"(?<!\w)(?:not|\w+n't)\s\w+\Z", re.IGNORECASE)
_QUESTION = re.compile(r"(?:what|who|whether|why|how|where|when)(?!\w)", re.IGNORECASE)
_BEFORE_PART = 40
_PREFIX = re.compile(r"(?<!\w)(?:non|un|anti|not|no|ex|pseudo|quasi|semi)[-‐‑]\Z", re.IGNORECASE)
_LONGEST_PREFIX = 6
_WORK = 50_000_000
_MOST_PLACES = 500_000


@dataclass(frozen=True, slots=True)
class Match:
    """The place of a quotation: one span of the raw text for each part between gaps."""

    spans: tuple[Span, ...]


class Miss(enum.StrEnum):
    """Why a quotation does not count as found."""

    EMPTY = "empty"
    """It has no words."""
    GAP_JOINS_NOTHING = "gap joins nothing"
    """A gap without words on both of its sides."""
    NOT_FOUND = "not found"
    PART_OF_WORD = "part of word"
    """It, or a part, begins or ends inside a word wherever it stands."""
    NOT_UNIQUE = "not unique"
    OUT_OF_ORDER = "out of order"
    """All parts are in the text, but not one after the other."""
    GAP_CROSSES_SENTENCE = "gap crosses sentence"
    GAP_SWALLOWS_NEGATION = "gap swallows negation"
    NEGATION_BESIDE = "negation beside"
    """A negation stands right before or right after it, in the same sentence."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a quotation was not found, and what may help to correct it.

    ``nearest`` is a place in the raw text, only ever a suggestion. ``expected`` and ``found`` are the first
    difference: a few words of the quotation, and what is there in the source (the whole word for
    PART_OF_WORD, the negation for GAP_SWALLOWS_NEGATION and NEGATION_BESIDE).
    """

    kind: Miss
    nearest: Span | None = None
    expected: str = ""
    found: str = ""


def find(
    text: Text,
    quotation: str,
    ignore: Sequence[Span] = (),
    known: Sequence[Span] | None = None,
    *,
    anywhere: bool = False,
) -> Match | Missed:
    """Find the one place where ``quotation`` is in ``text``, whole words, with gaps written ``[…]``.

    A place inside one of the spans ``ignore`` (of the raw text) counts only if there is no other. A gap stays
    within a sentence and swallows no negation, and no negation stands right before or after the quotation,
    unless ``anywhere``: that is for naming a stretch of the source, such as a caption to be skipped, never for
    evidence. ``known`` are the sentences of the raw text, if somebody has found them already.
    """
    # Normalisation hardly shortens anything, so that what is much longer than the source cannot be in it.
    bounded = quotation[: 2 * len(text.raw) + 10_000]
    whole = normalise(bounded)
    if not _has_words(_GAP.sub("", whole)):
        return Missed(Miss.EMPTY)
    if len(bounded) < len(quotation):
        return Missed(Miss.NOT_FOUND, *most_similar(text, whole))
    # Sources print `[…]` too: as a whole, such a quotation has no gap.
    parts = [whole] if whole in text.norm else [part.strip(" ") for part in _GAP.split(whole)]
    if not all(map(_has_words, parts)):
        return Missed(Miss.GAP_JOINS_NOTHING)
    if parted := _parted(text, parts):
        return _find_parted(parted, parts, ignore, known, anywhere=anywhere)
    found: list[list[Span]] = []
    for part in parts:
        found.append(_places(text.norm, part))
        if not found[-1]:
            torn = part in text.norm
            kind, explain = (Miss.PART_OF_WORD, whole_word) if torn else (Miss.NOT_FOUND, most_similar)
            return Missed(kind, *explain(text, part))
        if sum(map(len, found)) > _MOST_PLACES:
            return Missed(Miss.NOT_UNIQUE, text.to_raw(found[-1][0]))
    if anywhere:
        return _join(text, found, ignore, None)

    def starts() -> list[int]:
        return [start for start, _ in (sentences(text.raw) if known is None else known)]

    return _join(text, found, ignore, starts)


def _parted(text: Text, parts: Sequence[str]) -> Text | None:
    """Give the text with its line-end hyphens marked, if all parts stand in it only so."""
    if all(part in text.norm for part in parts) or not has_line_end_hyphens(text.raw):
        return None
    parted = prepare(text.raw, breaks=True)
    return parted if all(_break_forms(part).search(parted.norm) for part in parts) else None


def _find_parted(
    text: Text, parts: Sequence[str], ignore: Sequence[Span], known: Sequence[Span] | None, *, anywhere: bool
) -> Match | Missed:
    """Find parts in a text whose lines end in hyphens: each may belong to its word, part it, or stand for a space."""
    found = []
    for part in parts:
        spans = [
            match.span() for match in itertools.islice(_break_forms(part).finditer(text.norm), _MOST_PLACES)
        ]
        sound = [one for one in spans if is_edge(text.norm, one[0]) and is_edge(text.norm, one[1])]
        sound = [
            one for one in sound if not _is_prefixed(text.norm, one[0]) and not number_cut(text.norm, *one)
        ]
        if not sound:
            return Missed(Miss.PART_OF_WORD, *whole_word(text, text.norm[slice(*spans[0])]))
        found.append(sound)
    # The sentences are those of the raw text, and so are the marks that the gaps are held against.
    starts = [start for start, _ in (sentences(text.raw) if known is None else known)]
    return _join(text, found, ignore, None if anywhere else lambda: starts)


def _break_forms(part: str) -> re.Pattern[str]:
    """A pattern for words that may be parted at the end of a line."""
    made = []
    for before, char in itertools.pairwise(f" {part}"):
        inside = (before.isalnum() and char.isalnum()) or before == "-"
        made.append(f"{BREAK}?" if inside and before != "-" else "")
        made.append(f"(?:{re.escape(char)}|{BREAK})" if char in "- " else re.escape(char))
    return re.compile("".join(made))


def _join(
    text: Text,
    found: Sequence[Sequence[Span]],
    ignore: Sequence[Span],
    sentence_starts: Callable[[], Sequence[int]] | None,
) -> Match | Missed:
    """Choose from each part's places, so that the gaps between them are sound; all are without sentences."""
    starts = [0] if sentence_starts is None or len(found) == 1 else sentence_starts()
    ways, chain = _chain(text, [_outside(text, at, ignore) for at in found], starts)
    if not ways and ignore:
        ways, chain = _chain(text, found, starts)
        ways = min(1, ways)
    if not ways:
        _, chain = _chain(text, found, [0])
        if not chain:
            return Missed(Miss.OUT_OF_ORDER, text.to_raw(found[-1][0]))
        return Missed(Miss.GAP_CROSSES_SENTENCE, text.to_raw((chain[0][0], chain[-1][1])))
    if ways > 1:
        return Missed(Miss.NOT_UNIQUE, text.to_raw((chain[0][0], chain[-1][1])))
    if sentence_starts is None:
        return Match(tuple(map(text.to_raw, chain)))
    for (_, start), (end, _) in itertools.pairwise(chain):
        if negation := _NEGATION.search(text.norm, start, end) or _HEDGED.search(text.norm, start, end):
            return Missed(Miss.GAP_SWALLOWS_NEGATION, text.to_raw(negation.span()), "", negation[0])
    spans = tuple(map(text.to_raw, chain))
    for negation in _beside(text.norm, chain[0][0], chain[-1][1]):
        at = text.to_raw(negation.span())
        first, last = (at[1], spans[0][0]) if at < spans[0] else (spans[-1][1], at[0])
        # So close by, only a line break can end the sentence.
        broken = "\n" in text.raw[first:last] and any(first < start <= last for start in sentence_starts())
        if not broken:
            return Missed(Miss.NEGATION_BESIDE, at, "", negation[0])
    return Match(spans)


def _beside(norm: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find the negations right before and right after a stretch; quotation marks do not keep them apart."""
    begin = start
    while start and norm[start - 1] in _BETWEEN:
        start -= 1
    while end < len(norm) and norm[end] in _BETWEEN:
        end += 1
    word = max(norm.rfind(" ", 0, start) + 1, start - _LONGEST_NEGATION)
    before = [match for match in _NEGATION.finditer(norm, word, start) if match.end() == start]
    yet = _NOT_YET.search(norm, max(0, start - _BEFORE_PART), start)
    if yet is None and _QUESTION.match(norm, begin):
        yet = _NOT_SAID.search(norm, max(0, start - _BEFORE_PART), start)
    yield from filter(None, (*before, yet, _NEGATION.match(norm, end)))


def places(text: Text, quotation: str) -> tuple[Span, ...]:
    """Return every place of ``quotation`` in the raw text, for lines that recur; it has no gaps."""
    part = normalise(quotation[: 2 * len(text.raw) + 10_000])
    return tuple(text.to_raw(span) for span in _places(text.norm, part)) if _has_words(part) else ()


def words(text: Text, found: Match) -> tuple[str, ...]:
    """Return the source's own characters for each part, runs of white space as one space, words joined at line ends."""
    return tuple(re.sub(r"\s+", " ", joined(text.raw[start:end])) for start, end in found.spans)


def context(text: Text, span: Span, width: int) -> tuple[str, str]:
    """Return up to ``width`` characters of the raw text before and after ``span``, cut at word edges.

    White space inside and towards the span is kept as one space, so that before, words and after join.
    """
    start, end = max(0, span[0] - width), min(len(text.raw), span[1] + width)
    while start < span[0] and not is_edge(text.raw, start):
        start += 1
    while end > span[1] and not is_edge(text.raw, end):
        end -= 1
    before = re.sub(r"\s+", " ", text.raw[start : span[0]])
    return before.lstrip(" "), re.sub(r"\s+", " ", text.raw[span[1] : end]).rstrip(" ")


def _outside(text: Text, places: Sequence[Span], ignore: Sequence[Span]) -> Sequence[Span]:
    def ignored(span: Span) -> bool:
        return any(start <= span[0] and span[1] <= end for start, end in ignore)

    return [span for span in places if not ignored(text.to_raw(span))] if ignore else places


def _has_words(norm: str) -> bool:
    return any(map(str.isalnum, norm))


def _is_prefixed(norm: str, at: int) -> bool:
    return norm[at - 1 : at] in _HYPHENS and bool(_PREFIX.search(norm, max(0, at - _LONGEST_PREFIX), at))


def _places(norm: str, part: str) -> list[Span]:
    # The bound is far beyond any article; it keeps a long quotation in an endless repetition from hanging.
    most = _WORK // (len(part) + 200)
    found: list[Span] = []
    at = norm.find(part)
    while at >= 0 and most:
        whole = is_edge(norm, at) and is_edge(norm, at + len(part)) and not _is_prefixed(norm, at)
        if whole and not number_cut(norm, at, at + len(part)):
            found.append((at, at + len(part)))
        at = norm.find(part, at + 1)
        most -= 1
    return found


@dataclass(frozen=True, slots=True)
class _Link:
    """A place of a part, the ways (2: several) to place all parts up to it, and one of these ways."""

    span: Span
    ways: int
    before: _Link | None


def _chain(
    text: Text, found: Sequence[Sequence[Span]], starts: Sequence[int]
) -> tuple[int, tuple[Span, ...]]:
    """Place the parts one after the other, each gap inside one of the sentences that begin at ``starts``.

    Returns the number of ways (2: several) and one of them. One pass over each part's places.
    """

    def sentence(at: int) -> int:
        return bisect_right(starts, text.to_raw((at, at + 1))[0]) if len(starts) > 1 else 0

    links = [_Link(span, 1, None) for span in found[0]]
    for part in found[1:]:
        passed, ways, where = 0, 0, -1
        latest: _Link | None = None
        following: list[_Link] = []
        for span in part:
            while passed < len(links) and links[passed].span[1] <= span[0]:
                latest = links[passed]
                here = sentence(latest.span[1] - 1)
                ways = min(2, (ways if here == where else 0) + latest.ways)
                where = here
                passed += 1
            if ways and sentence(span[0]) == where:
                following.append(_Link(span, ways, latest))
        links = following
    chain: list[Span] = []
    link = links[0] if links else None
    while link:
        chain.append(link.span)
        link = link.before
    return min(2, sum(link.ways for link in links)), tuple(reversed(chain))
