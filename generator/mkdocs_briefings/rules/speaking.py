"""Who speaks in a text: names and offices beside words for telling, and whether two words name the same voice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

_SHARED = 5
"""Letters with which two forms of a word begin: "prosecution", "prosecutors"."""
_PART = 5
"""Letters of a part of a compound: "Stadtverwaltung", "Verwaltung"."""
_BEHIND, _BEFORE = 60, 40
"""Characters between who speaks and the word for telling: behind a name, before it."""
_AT_ONCE = 12
_AFTER = re.compile(r"\s(?:(?!that\s|qu[e’']|dass\s|أن\s|إن\s)[\w’'-]+\s?){0,2}")
"""What may be between a word for telling and who tells it: "said the lawyer", and no "that"."""
_STOP = re.compile(r"[;:；。]|\.\s")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff\u3041-\u30ff]")
_PREFIXES = re.compile("^[وفبلك]?(?:ال)?")


def offices(text: str, pack: Language) -> frozenset[int]:
    """Give the numbers of the offices that a text names, by themselves or by their holders."""
    return frozenset(n for n, one in enumerate(pack.offices) if compiled(one).search(text))


def is_kin(word: str, other: str) -> bool:
    """Whether two words in small letters are forms of one: singular and plural, an office and its holder, a compound and its head."""
    if word == other:
        return True
    if _HAN.search(word):
        return word in other or other in word
    word, other = _PREFIXES.sub("", word), _PREFIXES.sub("", other)
    short, long = sorted((word, other), key=len)
    if len(short) < _PART:
        return short == long
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= max(_SHARED, len(short) * 2 // 3) or long.endswith(short)


def names_voice(text: str, words: Iterable[str]) -> bool:
    """Whether a text has a form of each of some words."""
    there = [word.lower() for word in _WORD.findall(text)]
    return all(any(is_kin(word, other) for other in there) for word in words)


Candidate = tuple[str, tuple[int, int]]
"""Who may speak, by the id of an entity or the number of an office, and where a text names it."""


def speakers(text: str, pack: Language, named: Sequence[Candidate], span: Span) -> Iterator[Candidate]:
    """Find who may say something in a stretch of a text: those beside a word for telling, the nearest first."""
    tells = [match.span() for match in compiled(pack.tells).finditer(text, *span)] if pack.tells else []
    leads = [match.span() for match in compiled(pack.by_word).finditer(text, *span)] if pack.by_word else []
    if not tells and not leads:
        return
    held = [one for one in named if span[0] <= one[1][0] and one[1][1] <= span[1]]
    held += [
        (str(n), match.span())
        for n, one in enumerate(pack.offices)
        for match in compiled(one).finditer(text, *span)
        if not any(start < match.end() and match.start() < end for _, (start, end) in named)
    ]
    if pack.code == "ja":
        yield from (one for one in held if _is_marked(text, one[1], leads, tells))
        return
    near = sorted((gap, one) for one in held if (gap := _gap(text, pack, one[1], tells, leads)) is not None)
    yield from (one for _, one in near)


def _is_marked(text: str, span: Span, leads: Sequence[Span], tells: Sequence[Span]) -> bool:
    """Whether a Japanese name has the mark of who speaks behind it, and the sentence a word for telling at its end."""
    lead = next((one for one in leads if 0 <= one[0] - span[1] <= _AT_ONCE), None)
    if lead is None or "、" in text[span[1] : lead[0]]:
        return False
    return text[slice(*lead)].startswith("に") or any(tell[0] >= lead[1] for tell in tells)


def _gap(text: str, pack: Language, span: Span, tells: Sequence[Span], leads: Sequence[Span]) -> int | None:
    """How far a name is from the word by which it speaks; nothing if from none."""
    best: int | None = None
    for _, end in leads:
        if 0 <= span[0] - end <= _BEFORE and not _is_parted(text, end, span[0]):
            best = min(span[0] - end, best if best is not None else _BEHIND)
    before = _BEHIND if pack.spaced else _AT_ONCE
    for start, end in tells:
        if 0 <= start - span[1] <= before and not _is_parted(text, span[1], start):
            gap = start - span[1]
        elif pack.code != "zh" and _AFTER.fullmatch(text, end, span[0]):
            gap = span[0] - end + 1
        else:
            continue
        best = gap if best is None else min(gap, best)
    return best


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether what is between two places begins another clause."""
    return bool(_STOP.search(text, start, end))
