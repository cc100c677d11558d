"""Figures that a text tells without writing them: "a week", votes of two to one, the length of a list."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.figures import year_ranges
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.quantities import Day, Number
from mkdocs_briefings.text.languages import LANGUAGES
from mkdocs_briefings.text.languages.english import ENGLISH
from mkdocs_briefings.text.languages.units import DAY, MONTH, SHORT, WEEK, YEAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mkdocs_briefings.text.languages import Language


@functools.cache
def _single(pack: Language) -> re.Pattern[str]:
    units = "|".join(
        sorted(
            (re.escape(word) for word in pack.measures if word not in SHORT or not pack.spaced),
            key=len,
            reverse=True,
        )
    )
    gap, edge, start = (r"\s", r"(?!\w)", r"(?<!\w)") if pack.spaced else ("", "", "")
    half = rf"|(?P<halved>{units}){edge}(?={pack.and_half})" if pack.and_half else ""
    return re.compile(rf"{start}(?:(?:{pack.articles}){gap}(?P<unit>{units}){edge}{half})", re.IGNORECASE)


def single_units(text: str, pack: Language | None) -> Iterator[Number]:
    """One of a unit, told by an article: "a week" is seven days."""
    if pack is None or not pack.articles:
        return
    for match in _single(pack).finditer(text):
        value = 1.5 if pack.and_half and compiled(pack.and_half).match(text, match.end()) else 1.0
        unit = (match["unit"] or match["halved"]).lower()
        yield Number(value, "", *match.span(), measure=pack.measures[unit])


def year_spans(text: str) -> Iterator[Number]:
    """The lengths of ranges of years that a text prints, with both ends: "1991 to 2020" are thirty."""
    for first, last in year_ranges(text):
        if last > first:
            yield Number(float(last - first + 1), "", 0, 0, measure=YEAR)


def told_by_words(text: str, numbers: Sequence[Number], pack: Language | None) -> Iterator[Number]:
    """What words tell that rules read nowhere as figures of our own, since they say other things too.

    "Half of the cod", "a single quarter"; "quinze jours", which are two weeks; the hours of a "Dreistundenwert".
    """
    if pack is None:
        return
    if pack.year_before and compiled(pack.year_before).search(text):
        yield Number(1.0, "", 0, 0, measure=YEAR)
    if pack.code == "en":
        for match in _BARE_PART.finditer(text):
            part = (match["single"] or "half").lower()
            yield Number(pack.fractions[part], "", *match.span(), fraction=True, step=0.01)
    for one in numbers if pack.weeks else ():
        if one.measure == DAY and one.value in pack.weeks:
            yield Number(float(pack.weeks[int(one.value)]), "", one.start, one.end, measure=WEEK)
    for match in _compound(pack).finditer(text) if pack.compounds else ():
        value = pack.numbers[match["number"].lower()]
        yield Number(value, "", *match.span(), measure=pack.compounds[match["unit"].lower()])


_BARE_PART = re.compile(
    rf"\b(?:(?<!first\s)(?<!second\s)(?<!other\s)half(?![\s-](?:a|an|year|time|term)\b)|single\s(?P<single>{'|'.join(w for w in ENGLISH.fractions if w != 'half')}))\b",
    re.IGNORECASE,
)


@functools.cache
def _compound(pack: Language) -> re.Pattern[str]:
    numbers, units = (
        "|".join(sorted(words, key=len, reverse=True)) for words in (pack.numbers, pack.compounds)
    )
    return re.compile(rf"(?<!\w)(?P<number>{numbers})(?P<unit>{units})", re.IGNORECASE)


_VOTE = re.compile(
    r"(?<![\d.,/-])(?P<a>\d{1,3})\s?[-–:]\s?(?P<b>\d{1,3})(?!\d|[.,/-]\d)|(?<!\w)(?P<c>\d{1,3}|[^\W\d_]{3,10})\s(?:(?:votes|stimmen|voix|votos)\s)?(?:to|zu|contre|gegen|a|against)\s(?P<d>\d{1,3}|[^\W\d_]{3,10})(?!\w)",
    re.IGNORECASE,
)


_PAIR = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w’'-]{0,40}\s(?:and|und|et|e|y|&)\s(?:[^\W\d_]{1,4}\s)?[^\W\d_a-z]|[》」”]?[和与與及]"
)


def has_pair(text: str) -> bool:
    """Whether a text names two side by side: "the towns of Ester and Vale"."""
    return _PAIR.search(text) is not None


def lengths(days: Sequence[Day]) -> Iterator[Number]:
    """The lengths of time between the dates that a text prints: years, months and days."""
    for one, other in itertools.combinations(days[:_MOST_DAYS], 2):
        if one.year and other.year and one.year != other.year:
            years = float(abs(one.year - other.year))
            yield Number(years, "", 0, 0, measure=YEAR)
        if one.month and other.month and not (one.year and other.year and one.year != other.year):
            months = float(abs(one.month - other.month))
            yield Number(months, "", 0, 0, measure=MONTH)
            yield Number(months + 1, "", 0, 0, measure=MONTH)
            if one.day and other.day:
                days_between = abs(
                    dt.date(_YEAR, one.month, min(one.day, 28)).toordinal()
                    - dt.date(_YEAR, other.month, min(other.day, 28)).toordinal()
                    + (one.day - min(one.day, 28))
                    - (other.day - min(other.day, 28))
                )
                yield Number(float(days_between), "", 0, 0, measure=DAY)
                yield Number(float(days_between + 1), "", 0, 0, measure=DAY)
        elif one.day and other.day and one.day != other.day and not (one.month or other.month):
            # "From the 1st to the 7th": within one month.
            yield Number(float(abs(one.day - other.day)), "", 0, 0, measure=DAY)


_MOST_DAYS = 6
_YEAR = 2025


def ages(text: str, years: Collection[int], pack: Language) -> Iterator[Number]:
    """How old somebody was, or is, of whose birth a text tells the year; before the birthday one year less."""
    if len(years) < 2 or not compiled(pack.births).search(text):  # noqa: PLR2004, of the birth and of what is told
        return
    born = min(years)
    for year in sorted(set(years) - {born}):
        for age in (year - born, year - born - 1):
            yield Number(float(age), "", 0, 0)
            yield Number(float(age), "", 0, 0, measure=YEAR)


@dataclass(frozen=True, slots=True)
class Vote:
    """How many were for something and how many against it, or the other way round."""

    most: float
    least: float
    span: tuple[int, int]


def vote_pairs(text: str) -> Iterator[Vote]:
    """The votes that a text tells: "2-1", "four to one"."""
    for match in _VOTE.finditer(text):
        one, other = (_small(match[a] or match[b] or "") for a, b in (("a", "c"), ("b", "d")))
        if one and other and one > other:
            yield Vote(one, other, match.span())


def votes(text: str) -> Iterator[float]:
    """How many voted where a text tells how, and by how many it was won: "2-1" are three, and one; scores alike."""
    for match in _VOTE.finditer(text):
        one, other = (_small(match[a] or match[b] or "") for a, b in (("a", "c"), ("b", "d")))
        if one and other:
            yield abs(one - other)
            if one > other:
                yield one + other


def rests(text: str, numbers: Sequence[Number], parts: Sequence[Number]) -> Iterator[float]:
    """What is left of a whole that is told with a part, however small: of "20 of 30 games" ten."""
    yield from (abs(one.value - other.value) for one, other in zip(parts[::2], parts[1::2], strict=False))
    for one, other in itertools.pairwise(numbers):
        between = text[one.end : other.start]
        if (one.unit, one.measure) == (other.unit, other.measure) and (
            _OF.fullmatch(between) or _OF_IT.search(between)
        ):
            yield abs(one.value - other.value)


def units_alike(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers that have the unit of one before them, which is not told again: "1,640 crowns; in Skell, 702"."""
    unit = ""
    for one in numbers:
        if one.unit and one.unit not in {"%", "pp"}:
            unit = one.unit
        elif (
            unit
            and one.value > _SMALL
            and not (one.unit or one.measure or one.fraction or one.ordinal or one.times)
            and not re.match(r"[\s-]?[^\W\d_]{3}", text[one.end : one.end + 5])
        ):
            yield Number(one.value, unit, one.start, one.end, step=one.step)


_SMALL = 12
_OF_IT = re.compile(
    r"^[^.;!?。]{0,40}(?:\b(?:davon|darunter|dont|de\sellos|de\sellas|of\swh(?:ich|om)|of\sthem|including)\b|うち|其中)[^.;!?。,，、]{0,12}$",
    re.IGNORECASE,
)


@functools.cache
def _small(word: str) -> float:
    if word.isdigit():
        return float(word)
    packs = (pack for pack in LANGUAGES.values() if pack.spaced)
    return next(
        (pack.numbers[word.lower()] for pack in packs if word.lower() in pack.numbers),
        _ONE.get(word.lower(), 0.0),
    )


_ONE = dict.fromkeys(("one", "eins", "ein", "un", "uno", "une", "una"), 1.0)
_OF = re.compile(
    r"\s(?:(?:out\s)?of|von|sur|des?|de|parmi|entre)\s(?:(?:the|den|les|los|las|all|insgesamt)\s)?",
    re.IGNORECASE,
)


_WHOLE = re.compile(
    r"\b(?:of|von|unter|de|sur|d[’'])\s?(?:(?:the|its|their|all|den|insgesamt|los|las|les|sus|ses|seinen|ihren)\s)?\d|のうち|[人件隻社个艘家名班]中|うち[^\W\d_、。]{0,12}\d|其中|"
    r"\b(?:davon|darunter|dont|de\sellos|de\sellas|of\swh(?:ich|om)|of\sthem|of\sthese|among\s(?:them|these))\b",
    re.IGNORECASE,
)


def has_whole(text: str) -> bool:
    """Whether a text tells a part with its whole: "80 of the 240"."""
    return _WHOLE.search(text) is not None


def shares(numbers: Sequence[Number], text: str) -> Iterator[float]:
    """The percentages of parts that are told with their whole: "62 of 206" is 30.1."""
    for one, other in itertools.pairwise(numbers):
        if other.value > one.value > 0 and _OF.fullmatch(text[one.end : other.start]):
            yield one.value / other.value * 100


_JOINED = re.compile(r"[^.;:!?。！？；]{0,60}")
_JOINER = re.compile(r"\b(?:and|plus|und|sowie|et|y|e)\b|[,&、，和及與与とや]|و")


_PERIODS = (
    (
        6.0,
        re.compile(
            r"\b(?:first|second)\s+half\b|half[- ]year|Halbjahr\w*|semestre|上半年|下半年|半期|半年",
            re.IGNORECASE,
        ),
    ),
    (
        3.0,
        re.compile(
            r"\b(?:first|second|third|fourth|last|this|next)\s+quarter\b|Quartal\w*|trimestre|季度|四半期",
            re.IGNORECASE,
        ),
    ),
)


def periods(text: str) -> Iterator[Number]:
    """The lengths of the parts of a year that a text names: a half is six months, a quarter three."""
    for months, form in _PERIODS:
        yield from (Number(months, "", *match.span(), measure=MONTH) for match in form.finditer(text))


_WESTERN = (1e12, 1e9, 1e6, 1e3)
_SCALES = (1e12, 1e9, 1e8, 1e6, 1e4, 1e3)
_ONE_SCALE = re.compile(
    r"\s(?:[^\W\d_]+\s){1,3}(?:[$€£¥]\s?)?|"
    r"\s?(?:-|–|—|to|and|or|auf|bis|und|oder|à|et|ou|a|y|～|至|到|から)\s?(?:[$€£¥]\s?)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:-|–|—|to|auf|bis|à|a|～|至|到|から)\s?(?:[$€£¥]\s?)?", re.IGNORECASE)
_UNSCALED = 1000


def scaled_alike(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers whose scale and unit are told with the next: "from 96 to 84 million euros"."""
    for one, other in itertools.pairwise(numbers):
        words = text[other.start : other.end]
        between = text[one.end : other.start]
        if not (_RANGE if one.value >= _UNSCALED else _ONE_SCALE).fullmatch(between):
            continue
        scales = _SCALES if re.search(r"[万萬亿億兆]", words) else _WESTERN
        scale = next((s for s in scales if other.value >= s and other.value / s < _UNSCALED), 1.0)
        if one.value >= _UNSCALED or not re.search(r"[^\W\d_]", words):
            scale = 1.0
        if (scale, other.unit, other.measure) != (1.0, one.unit, one.measure):
            unit = other.unit or one.unit
            yield Number(one.value * scale, unit, one.start, one.end, measure=other.measure)


_LISTED = re.compile(
    r"((?:[^,.;:!?。]{2,60},\s)+)[^,.;:!?]{2,60}?,?\s(?:and|or|und|sowie|et|y|e)\s|((?:[^、，。；]{1,20}、)+)[^、，。；]{1,20}",
    re.IGNORECASE,
)
_LEAST_LIST = 3


def items(text: str) -> Iterator[int]:
    """How many things the lists of a text have: "Romania, Italy and Germany" are three."""
    for match in _LISTED.finditer(re.sub(r"(?<=\d),(?=\d)", "", text)):
        count = match[1].count(",") + 2 if match[1] else match[2].count("、") + 1
        if count >= _LEAST_LIST:
            yield count


_BOTH = re.compile(r"\s?(?:both|twice|beiden?|zweimal|dozen)\s?", re.IGNORECASE)


def listed(text: str, numbers: Sequence[Number]) -> Iterator[tuple[float, str]]:
    """Return the sums, with their unit, of numbers that are in a list: "four residents and one workshop"."""
    counted = [one for one in numbers if not one.ordinal and not _BOTH.fullmatch(text, one.start, one.end)]
    for at, one in enumerate(counted):
        total, last = one.value, one
        for other in counted[at + 1 :]:
            between = text[last.end : other.start]
            if not _JOINED.fullmatch(between) or not _JOINER.search(between) or other.unit != one.unit:
                break
            # "Two senators, a Republican and a Democrat" are two.
            if other.value == 1 and re.search(r"[,;:]", between):
                break
            total, last = total + other.value, other
            yield total, one.unit
