"""Find where sentences begin and end, in captured articles and in our own prose."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.text.languages import LANGUAGES, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.text.languages import Language

Span = tuple[int, int]
"""A stretch of a text in characters, half-open."""

_LINE_END = "\n\r\v\f\x85\u2028\u2029"
_BULLETS = "-*•‣◦▪·–—"
_CLOSERS = "\"'”’»›)\\]}」』）】》"
# A citation is one unit whatever its quotation holds, `[…]` included; the bound keeps unclosed ones from
# costing the square of the text's length.
_CITATION = r'\[@(?:[^\]\["“]|"[^"]{0,4000}"|“[^”]{0,4000}”)*+\]'
_UNIT = re.compile(rf"{_CITATION}|\[\s?(?:…|\.\.\.)\s?\]")
_STOP = re.compile(rf"[.!?…。！？｡।؟۔\[{_LINE_END}]")
# A citation after the full stop still belongs to the sentence before it, and so does a footnote's number.
_END = re.compile(
    rf"(?P<mark>[.!?…؟۔।]+|[。！？｡…]+)(?P<close>[{_CLOSERS}]*)(?:\[\d{{1,3}}\])*"
    rf"(?:[^\S\r\n]*+\r?\n?[^\S\r\n]*+{_CITATION})*"
)
_NEXT = re.compile(r"[\s\"'“‘„«‹(\[–—-]*+(?P<word>[^\W_]*+)(?P<after>[.-]?)")
_BEFORE = re.compile(r"[^\s(\[“‘\"'/–—-]*$")
# Not every dash: a wrapped line may begin with one in the middle of a sentence.
_BLANK_OR_ITEM = re.compile(
    rf"(?:\r\n|[{_LINE_END}])[^\S{_LINE_END}]*+(?:[{_LINE_END}]|[-*•‣◦▪]\s|\d{{1,3}}[.)]\s)"
)
_ITEM_NUMBER = re.compile(rf"(?:^|[{_LINE_END}])[^\S{_LINE_END}]*\d{{1,3}}$")
_LEADING = re.compile(rf"\s*+(?:[{_BULLETS}]++(?:\s++|$))*+")

_UNSPACED_STOPS = frozenset("。！？｡")

# Abbreviations that something always follows.
_NEVER_LAST = re.compile(
    r"Mr|Mrs|Ms|Mx|Dr|Prof|Messrs|St|Mt|Ft|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Rev|Hon|Pres|Amb|"
    r"Supt|Insp|Det|vs?|e\.g|i\.e|cf|viz|ca|approx|pp?|Figs?|Arts?"
)
# Abbreviations before a figure, words elsewhere: a sentence may well end in "no".
_BEFORE_NUMBERS = re.compile(r"[Nn]os?|[Vv]ol|[Cc]h|[Ss]ec|[Pp]ara")
# Abbreviations that end a sentence only before a word that opens sentences; "U.S", "a.m" and initials too.
_MAY_BE_LAST = re.compile(
    r"Inc|Cos?|Corp|Ltd|Plc|Bros|Jr|Sr|Esq|etc|al|Ave|Blvd|Rd|Dept|Univ|Assn|Govt|est|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+"
)
_OPENER = re.compile(
    r"The|Th(?:is|at|ese|ose|ere|en|eir|ey)|She|He|Its?|His|Her|We|Our|You|I|An?|In|On|At|By|For|From|With|Without|"
    r"Within|But|And|Or|Nor|So|Yet|If|As|When|While|Where|Although|Though|After|Before|Since|Until|Because|However|"
    r"Meanwhile|Moreover|Furthermore|Additionally|Instead|Still|Also|Earlier|Later|Under|Over|Despite|During|Both|Some|"
    r"Many|Most|Several|Such|Each|Another|Other|What|Who|Why|How|Not|Now|Once|Only|According"
)

_ORDINAL = re.compile(r"\d{1,2}")
_MONTHS_AFTER = frozenset(LANGUAGES["de"].months) - frozenset(LANGUAGES["en"].months)
"""Months before which a day has a full stop, whatever the language that the text is said to be in."""

_NARROWEST_WRAP, _WIDEST_WRAP = 50, 110


def sentences(raw: str, *, wrapped: bool | None = None, lang: str = "en") -> tuple[Span, ...]:
    """Find the sentences of ``raw``, each trimmed of white space, list dashes and bullets at its ends.

    A blank line and the beginning of a list item always end a sentence; a line break does unless the lines
    are ``wrapped`` (None: judge by their lengths; Markdown is always wrapped). The spans are in order and
    disjoint. `lang` (BCP 47) gives the abbreviations, with those of English for a language without a pack. Whether a full stop after "U.S." ends a sentence cannot be known: it does if a word like "The"
    follows.
    """
    hard_wrapped = _is_hard_wrapped(raw) if wrapped is None else wrapped
    spans: list[Span] = []
    start = 0
    for end in _ends(raw, _habits(language(lang)), hard_wrapped=hard_wrapped):
        first, last = _trim(raw, start, end)
        if first < last:
            spans.append((first, last))
        start = end
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a language writes full stops that end nothing."""

    never_last: re.Pattern[str]
    may_be_last: re.Pattern[str]
    opener: re.Pattern[str]
    numbered: bool
    """ "Am 3. März": a number with a full stop is an ordinal."""


@functools.cache
def _habits(pack: Language | None) -> _Habits:
    if pack is None or not pack.openers:
        return _Habits(_NEVER_LAST, _MAY_BE_LAST, _OPENER, numbered=False)
    return _Habits(
        re.compile(f"{_NEVER_LAST.pattern}|{pack.never_last}"),
        re.compile(f"{pack.may_be_last}|{_MAY_BE_LAST.pattern}"),
        re.compile(pack.openers),
        pack.numbered,
    )


def _ends(raw: str, habits: _Habits, *, hard_wrapped: bool) -> Iterator[int]:
    start = seen = 0
    for stop in _STOP.finditer(raw):
        at = stop.start()
        if at < seen:
            continue
        if raw[at] == "[":
            if unit := _UNIT.match(raw, at):
                seen = unit.end()
            continue
        if raw[at] in _LINE_END:
            if not hard_wrapped or _BLANK_OR_ITEM.match(raw, at):
                start = at + 1
                yield start
            continue
        end = _END.match(raw, at)
        if end is None:
            continue
        seen = end.end()
        if _ends_sentence(raw, start, end, habits):
            start = seen
            yield start
    yield len(raw)


def _ends_sentence(raw: str, start: int, end: re.Match[str], habits: _Habits) -> bool:
    mark, at = end["mark"], end.end()
    if at == len(raw):
        return True
    if mark[-1] in _UNSPACED_STOPS:
        # 「…。」と述べた goes on after the bracket.
        return end["close"][-1:] not in {"」", "』"} or raw[at].isspace()
    if not raw[at].isspace():
        return False
    following = _NEXT.match(raw, at)
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    if mark != "." or end["close"]:
        return True
    before = _BEFORE.search(raw, max(start, end.start() - 24), end.start())
    last = before[0] if before else ""
    if habits.never_last.fullmatch(last):
        return False
    if _BEFORE_NUMBERS.fullmatch(last):
        return not word[:1].isdigit()
    if habits.may_be_last.fullmatch(last):
        return bool(following and not following["after"] and habits.opener.fullmatch(word))
    if _ORDINAL.fullmatch(last) and (habits.numbered or word.lower() in _MONTHS_AFTER):
        return bool(habits.opener.fullmatch(word)) and word.lower() not in _MONTHS_AFTER
    return not (last.isdigit() and _ITEM_NUMBER.search(raw, max(0, start - 1), end.start()))


def _trim(raw: str, start: int, end: int) -> Span:
    leading = _LEADING.match(raw, start, end)
    first = leading.end() if leading else start
    last = end
    while last > first and (raw[last - 1].isspace() or raw[last - 1] in _BULLETS):
        last -= 1
    # A dash that hangs on the last word belongs to it.
    while last < end and not raw[last].isspace():
        last += 1
    return first, last


def _is_hard_wrapped(raw: str) -> bool:
    """Tell lines broken to a width from lines that end by themselves.

    In wrapped text the first word of the next line would not have fitted on the line, and most lines end in
    the middle of a sentence.
    """
    lines = [line.rstrip() for line in raw.splitlines()]
    width = max(map(len, lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [
        (line, after.split(maxsplit=1)[0]) for line, after in itertools.pairwise(lines) if line and after
    ]
    pairs = [(line, word) for line, word in pairs if word.strip(_BULLETS)]
    full = sum(len(line) + 1 + len(word) > width for line, word in pairs)
    open_ended = sum(line[-1] not in '.!?…:”"' for line, _ in pairs)
    return bool(pairs) and full * 4 >= len(pairs) * 3 and open_ended * 2 >= len(pairs)
