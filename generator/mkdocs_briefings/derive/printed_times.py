"""Find the words for times in a text: weekdays, calendar dates, relative words, with "by" and "early"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model.dates import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.text.quotation import Span

Kind = Literal["calendar", "weekday", "unit", "same", "duration"]
Edge = Literal["", "by", "before", "since", "from"]
Part = Literal["", "early", "mid", "late"]
Unit = Literal["", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression for a time. `offset` counts weeks, months or years from the present one: -1 for "last"."""

    words: str
    span: Span
    kind: Kind
    edge: Edge = ""
    part: Part = ""
    """Of the month or year; of "this week" and the like: `early` is until now, `late` from now on."""
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    """Of "8–15 October"."""
    unit: Unit = ""
    offset: int | None = None
    """Of weekdays and months too ("last April"), and of the year in "May last year" (then `unit` is year)."""
    count: int = 0
    weak: bool = False
    """In running text it may well mean something else, so that there it proves and never refuses."""


_EDGES: dict[str, Edge] = {
    **dict.fromkeys(("by", "until", "till", "through", "no later than"), "by"),
    **dict.fromkeys(("before", "ahead of", "prior to"), "before"),
    **dict.fromkeys(("since", "after"), "since"),
    **dict.fromkeys(("from", "starting", "beginning", "as of", "effective"), "from"),
}
_PARTS: dict[str, Part] = {
    **dict.fromkeys(("early", "earlier", "start", "beginning"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "later", "end"), "late"),
}
_OFFSETS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_MONTH = (
    rf"""(?P<month>{"|".join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?=\.|\s+\d))\.?"""
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_SHORT_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?=[.,]|\s+\w+))"
_OFFSET = rf"(?P<offset>{'|'.join(_OFFSETS)})"
_YEAR = r"(?:,?\s+(?:of\s+)?(?:(?P<year>[12]\d{3})(?![\d%-])|(?P<year_offset>last|this|next)\s+year))"
_TH = r"(?:st|nd|rd|th)?"
_TO = rf"{_TH}\s*(?:-|–|—|to|through|and|or|&)\s*"
# "March 3, 4 and 5": the days between are read with the last.
_DAYS = rf"(?:{_TH},\s*\d{{1,2}})*,?"
_LEAD = (
    rf"(?<!\w)(?:(?P<edge>{'|'.join(_EDGES)})\s+)?(?P<prep>(?:(?:in|on|at|of|for|during|within)\s+){{0,2}})"
    rf"(?:(?:the\s+)?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?:\s+(?:of\s+|in\s+)?|-))?(?:the\s+)?"
)
_UNIT = r"(?P<unit>day|week|month|year)"
_COUNT = rf"(?P<count>\d{{1,3}}|a|an|{'|'.join(_NUMBERS[1:])})"
_ON = rf"(?:{_SHORT_WEEKDAY}\.?,?\s+(?:the\s+)?)?"
_FORMS = tuple(
    (kind, re.compile(pattern + r"(?!\w)", re.IGNORECASE))
    for kind, pattern in (
        ("calendar", rf"{_LEAD}{_ON}(?P<year>[12]\d{{3}})-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?!-?\d)"),
        ("calendar", rf"{_LEAD}{_ON}{_MONTH}\s+(?P<day>\d{{1,2}})(?:{_DAYS}{_TO}(?P<last_day>\d{{1,2}})(?!\d))?{_TH}{_YEAR}?(?!%|-\d|-(?-i:[a-z]))"),
        ("calendar", rf"{_LEAD}{_ON}(?P<day>\d{{1,2}})(?:{_TO}(?P<last_day>\d{{1,2}}))?{_TH}\s+(?:of\s+)?{_MONTH}{_YEAR}?"),
        ("month", rf"{_LEAD}(?:{_OFFSET}\s+)?{_MONTH}{_YEAR}?"),
        ("year", rf"{_LEAD}(?<![$€£¥.,-])(?P<year>(?:19|20)\d\d)(?![,.]?\d|[%-])"),
        ("unit", rf"{_LEAD}(?:{_SHORT_WEEKDAY},?\s+(?:of\s+)?)?(?<!the\s){_OFFSET}\s+{_UNIT}"),
        ("weekday", rf"{_LEAD}(?:{_OFFSET}\s+)?{_WEEKDAY}"),
        ("unit", rf"(?<!\w)(?P<day_word>{'|'.join(_DAY_WORDS)})"),
        ("unit", rf"(?<!\w){_COUNT}\s+{_UNIT}s?\s+(?P<ago>ago)"),
        ("same", rf"(?<!\w)(?:in\s+|on\s+)?(?:the\s+same|that\s+same)\s+{_UNIT}"),
        ("duration", rf"(?<!\w){_COUNT}[\s-]+{_UNIT}s?"),
    )
)  # fmt: skip
_CLUE = re.compile(
    rf"(?<!\w)(?:\d|{'|'.join((*WEEKDAYS, *_OFFSETS, *_DAY_WORDS))}|(?:{'|'.join(name[:3] for name in MONTHS)})|the\s+same|"
    rf"(?:{'|'.join(_NUMBERS[1:])}|an?)[\s-]+(?:day|week|month|year))",
    re.IGNORECASE,
)
_OTHER_YEARS = re.compile(r"(?:fiscal|model|school|FY)(?:\s+years?)?\s*$", re.IGNORECASE)
_YEARS_OF = re.compile(r"\s+(?:fiscal|model)\s+years?", re.IGNORECASE)
# "Since taking office in January": what follows "since" may be some words away.
_FAR_EDGE = re.compile(r"(?<!\w)(?P<edge>since|after|before)\s[^.,;:]*$", re.IGNORECASE)
_NEAR = 60
"""Characters around a telling in which words that change its meaning are looked for."""
_FEASTS = re.compile(r"(?:Black|Good|Cyber|Ash|Holy|Palm|Easter|Super)\s+$", re.IGNORECASE)
_FUTURE = re.compile(
    r"(?<!\w)(?:will|shall|scheduled|plan(?:s|ned|ning)?|expect(?:s|ed)?|due|set (?:for|to)|upcoming|coming|forthcoming|"
    r"deadline|next|later this|aim(?:s|ed|ing)?|is to|are to|agreed to|to (?:be|take|meet|hold|begin|start)|open (?:for|until)|"
    r"(?-i:may|might|could|would)|meets?|begins?|starts?|opens?|convenes?|votes|visits|travels|takes effect|take effect|expires?|until|ahead|"
    r"rul(?:e|es|ed|ing)\s+out|possib(?:le|ly|ility)|likely|hop(?:e|es|ed|ing)|provided|unless)(?!\w)",
    re.IGNORECASE,
)
_SAID_AHEAD = re.compile(
    r"(?<!\w)(?:after\s+the\s+(?:article|report|story)|follow(?:s|ing)\s+the\s+(?:article|report|story)|look(?:s|ing)\s+(?:ahead|forward)|"
    r"(?:lies?|lay)\s+ahead|in\s+the\s+future|still\s+to\s+come|upcoming|forthcoming)(?!\w)",
    re.IGNORECASE,
)


def read(words: str, *, running: bool = False) -> tuple[Expression, ...]:
    """Read the expressions for times in `words`, in order, without repetition.

    With `running` the words are a passage, not what an editor picked out as telling the time: a year then
    needs a preposition, "May" as well, and lengths of time are left out.
    """
    found: list[Expression] = []
    matches = (
        (kind, match)
        for stretch in _stretches(words)
        for kind, form in _FORMS
        for match in form.finditer(words, *stretch)
    )
    done = 0
    for kind, match in sorted(matches, key=lambda one: (one[1].start(), -one[1].end())):
        if match.start() >= done and _means_time(words, kind, match, running=running):
            one = _whole(words, _expression(kind, match))
            if one is None:
                done = _end_of_unread(words, match.end())
                continue
            far = (
                None if one.edge else _FAR_EDGE.search(words, max(done, match.start() - _NEAR), match.start())
            )
            found.append(replace(one, edge=_EDGES[far["edge"].lower()]) if far else one)
            done = match.end()
    return tuple(found)


_COMPARED = re.compile(
    r"\b(?:same\s+(?:period|month|quarter|time|day|week)|compared\s+(?:with|to)|than|(?:up|down|rise|fall|increase|decrease)\s+from|against|versus|"
    r"from\s+[\d$€£][^.;]*)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def is_compared(words: str, one: Expression) -> bool:
    """Whether a telling is of what something is compared with: "up from 889 in 2025"."""
    return bool(_COMPARED.search(words, max(0, one.span[0] - 2 * _NEAR), one.span[0]))


def _whole(words: str, one: Expression) -> Expression | None:
    """Take in the words around a telling that change what it says; None where we cannot: then it proves nothing."""
    before = words[max(0, one.span[0] - _NEAR) : one.span[0]]
    after = words[one.span[1] : one.span[1] + _NEAR]
    counted = one.kind in {"unit", "duration"} and (
        one.count or one.offset not in {-1, 0, 1} or one.words.endswith("ago")
    )
    if one.kind == "calendar" and _FROM_DAY.search(before):
        return None
    if not counted or _DAY_WORD.fullmatch(one.words):
        return one
    if _COUNTED_ON.match(after) or _COUNTED_FROM.search(before):
        return None
    if one.kind == "duration":
        return None if _MORE.search(before) or _LESS.search(before) or _ROUGHLY.search(before) else one
    if _HALF.search(before):
        return replace(one, unit="month", offset=-6) if (one.unit, one.offset) == ("year", -1) else None
    if _MORE.search(before):
        return replace(one, edge="before")
    if _LESS.search(before):
        return replace(one, edge="since")
    return None if _ROUGHLY.search(before) else one


_DAY_WORD = re.compile(r"yesterday|today|tonight|tomorrow", re.IGNORECASE)
_FROM_DAY = re.compile(
    r"(?:\beve|\b(?:day|night|morning|evening|week|month|year|days|weeks|months|years)\s+(?:before|after|following|from|since|to))"
    r"(?:\s+of)?\s*$|\banniversary\s+of\s*$",
    re.IGNORECASE,
)
_COUNTED_ON = re.compile(
    r"\s+(?:and\s+an?\s+half|to\s+the\s+day|earlier|later|before|after|prior|hence|from|of|since|following|(?:on\s+)?"
    rf"(?:{'|'.join(WEEKDAYS)})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|['’]s?\s+time",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"\b(?:within|in|every|each|another|first|second|third|next|last|past|previous|and)\s+$", re.IGNORECASE
)
_HALF = re.compile(r"\bhalf\s+$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more\s+than|over|at\s+least|well\s+over|just\s+over|upwards\s+of)\s+$", re.IGNORECASE
)
_LESS = re.compile(
    r"\b(?:less\s+than|under|nearly|almost|not\s+quite|just\s+under|barely|up\s+to|fewer\s+than)\s+$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|some|approximately|couple\s+of|few|several|dozen|or\s+so|a|perhaps|maybe)\s+$",
    re.IGNORECASE,
)
_UNREAD = re.compile(rf"\s+(?:on\s+)?(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def _end_of_unread(words: str, end: int) -> int:
    """Return where a telling ends that was not read: "a week ago Friday" to its last word."""
    more = _UNREAD.match(words, end)
    return more.end() if more else end


def _stretches(words: str) -> Iterator[Span]:
    """Find the stretches that can tell a time at all; trying all forms at every word would be slow."""
    start = end = 0
    for clue in _CLUE.finditer(words):
        if clue.end() + _NEAR > end:
            if clue.start() - _NEAR > end:
                if end:
                    yield start, end
                # Begins and ends between words, so that no form sees a part of one.
                start = words.rfind(" ", 0, max(0, clue.start() - _NEAR)) + 1
            following = words.find(" ", clue.end() + _NEAR)
            end = following if following >= 0 else len(words)
    if end:
        yield start, end


def groups(words: str, found: tuple[Expression, ...]) -> Iterator[tuple[Expression, ...]]:
    """Put together what "or", "and", "to" or a dash joins; the first takes its year from the last."""
    group: list[Expression] = []
    for one in found:
        between = words[group[-1].span[1] : one.span[0]] if group else ""
        if group and not re.fullmatch(r"\s*,?\s*(?:or|and|to|until|through|-|–|—)\s*", between):
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def looks_ahead(sentence: str) -> bool:
    """Return whether a sentence has words for what is to come; without them a date is in the past."""
    return bool(_FUTURE.search(sentence))


def lies_ahead(why: str) -> bool:
    """Return whether an editor's reason for a date says that it lay ahead when the article was written."""
    return bool(_SAID_AHEAD.search(why))


def _means_time(words: str, kind: str, match: re.Match[str], *, running: bool) -> bool:
    parts = match.groupdict()
    before, after = (
        words[max(0, match.start() - _NEAR) : match.start()],
        words[match.end() : match.end() + _NEAR],
    )
    placed = bool(parts.get("edge") or parts.get("prep") or parts.get("part"))
    if kind == "duration":
        return not running and (parts["count"].isdigit() or _number(parts["count"]) > 1)
    if kind == "year":
        other = _OTHER_YEARS.search(
            words, max(0, match.start("year") - _NEAR), match.start("year")
        ) or _YEARS_OF.match(after)
        return not other and (placed or not running)
    if kind == "month" and parts["month"].lower() in {"may", "march"}:
        alone = not (parts["year"] or parts["year_offset"] or parts["offset"])
        return not alone or placed or (not running and not parts["month"].islower())
    return kind != "weekday" or not _FEASTS.search(before)


def _expression(kind: str, match: re.Match[str]) -> Expression:
    parts = {name: value or "" for name, value in match.groupdict().items()}

    def number(name: str) -> int | None:
        return int(parts[name]) if parts.get(name) else None

    month = number("number")
    if parts.get("month"):
        month = 1 + next(
            n for n, name in enumerate(MONTHS) if name.lower().startswith(parts["month"].lower()[:3])
        )
    weekday = None
    if parts.get("weekday"):
        weekday = next(
            n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(parts["weekday"].lower()[:3])
        )
    unit, offset = parts.get("unit", ""), _OFFSETS.get(parts.get("offset", "").lower())
    count = _number(parts["count"]) if parts.get("count") else 0
    if parts.get("ago"):
        offset = -count
    if parts.get("day_word"):
        unit, offset = "day", _DAY_WORDS[parts["day_word"].lower()]
    if parts.get("year_offset"):
        unit, offset = "year", _OFFSETS[parts["year_offset"].lower()]
    return Expression(
        words=" ".join(match[0].split()),
        span=match.span(),
        kind={"month": "calendar", "year": "calendar"}.get(kind, kind),  # type: ignore[arg-type]  # the forms above
        edge=_EDGES.get(" ".join(parts.get("edge", "").lower().split()), ""),
        part=_PARTS.get(parts.get("part", "").lower(), ""),
        weekday=weekday,
        year=number("year"),
        month=month,
        day=number("day"),
        last_day=number("last_day"),
        unit=unit.lower(),  # type: ignore[arg-type]  # one of `_UNIT`
        offset=offset,
        count=count,
        weak=parts.get("day_word", "").lower() == "today" or kind == "same",
    )


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word.lower()) if word.lower() in _NUMBERS else 1


def with_weekday(one: Expression, day: Expression) -> Expression:
    """Narrow an expression to the weekday that is given next to it."""
    return replace(one, weekday=day.weekday, words=f"{one.words}, {day.words}")


def with_year(one: Expression, year: int | None) -> Expression:
    """Add to a day or month without a year the year at the end of its group."""
    yearless = one.kind == "calendar" and one.year is None and one.offset is None
    return replace(one, year=year) if yearless and year else one
