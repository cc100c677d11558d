"""The numbers and dates of a text in a language that has a pack, read from the pack's words."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.rules import quantities
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.quantities import Day, Figures, Number, last_place
from mkdocs_briefings.rules.word_lists import any_of
from mkdocs_briefings.text.languages import number_words
from mkdocs_briefings.text.languages.units import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.text.languages import Language

_MONTHS, _DAYS = 12, 31
_CENTURY = 2000
_WIDE = str.maketrans("０１２３４５６７８９．，％٠١٢٣٤٥٦٧٨٩٪٫", "0123456789.,%0123456789%.")
_GROUPS = "[.\u2019'\xa0\u202f\u2009 ]"
_GREAT_SCALES = "万萬億亿兆"
_FROM_TO = re.compile(
    r"(?<!\d)(?P<a>[12]\d{3})年?\s?(?:-|–|—|～|至|から|to|until|through|and|bis|und|à|au|et|a|y|إلى)\s?(?:année\s)?(?P<b>[12]\d{3})(?!\d)"
)


def read(text: str, pack: Language | None) -> Figures:
    """Read all numbers and dates of a text; without a pack only bare digits and whole dates of figures."""
    told = (
        quantities.read(text) if pack is None or pack.code == "en" else _generic(text.translate(_WIDE), pack)
    )
    if pack and pack.same_year and len(told.dates) > 1 and compiled(pack.same_year).search(text):
        return replace(told, dates=tuple(_of_same_year(text, told.dates, pack)))
    return told


def _of_same_year(text: str, days: Sequence[Day], pack: Language) -> Iterator[Day]:
    """Give the days of a text, with the year of the one before where the text says that it is the same one."""
    year: int | None = None
    for day in days:
        beside = text[max(0, day.start - _BESIDE) : day.end + _BESIDE]
        if day.year is None and day.month and year and compiled(pack.same_year).search(beside):
            yield replace(day, year=year)
            continue
        year = day.year or year
        yield day


_BESIDE = 18


def year_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of years that a text prints: "from 2019 to 2023"."""
    return tuple((int(m["a"]), int(m["b"])) for m in _FROM_TO.finditer(text))


@dataclass(frozen=True, slots=True)
class _Forms:
    dates: tuple[re.Pattern[str], ...]
    weekday: re.Pattern[str]
    year: re.Pattern[str]
    old_year: re.Pattern[str] | None
    number: re.Pattern[str]
    part: re.Pattern[str] | None
    after: re.Pattern[str]
    percent: re.Pattern[str]
    points: re.Pattern[str]
    times: re.Pattern[str] | None
    and_half: re.Pattern[str] | None
    each: re.Pattern[str] | None


@functools.cache
def _forms(pack: Language) -> _Forms:
    edge = r"(?!\w)" if pack.spaced else ""
    # A comma between words of Chinese or Japanese parts no digits.
    start = r"(?<![\w.,])" if pack.spaced else r"(?<!\d)(?<!\d[.,])"
    if pack.joined:
        start = r"(?<![\da-zA-Z])(?<!\d[.,])"
    months = any_of(pack.months)
    if pack.spaced:
        point, group = (",", _GROUPS) if pack.comma else (r"\.", "[, ]")
        digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:[.,]\d+)?"
        words = rf"|(?P<word>{_spelled(pack)}){edge}"
        scales = rf"(?:[\s-]?(?P<scale>{any_of(pack.scales)})\.?{edge})?"
        number = rf"{start}(?P<sign>{CODES})?\s?(?:(?P<digits>{digits}){words}){scales}"
        part = rf"(?<!\w)(?:(?P<many>{any_of(pack.numbers)}|[2-9])\s|(?P<one>eine?[mnrs]?|une?|la|das|die|un|una|d[’'](?:une?\s)?)\s?)?(?P<part>{any_of(pack.fractions)})(?:[\s-](?P<points>{pack.points}))?{edge}"
    else:
        one = rf"\d[\d,]*(?:\.\d+)?(?:(?!百[分貨货])(?:{any_of(pack.scales)})){{0,2}}"
        counted = "つ款只辆起宗座所部场岁分层批对双组类支条张篇份代届期本校軒匹枚冊歳組通隻棟年割成个個名人位家次件项項倍月天周所国國种種社回度台点點国"
        ones = "".join(char for char in pack.numbers if char not in "〇一十")
        spelled = rf"[一{ones}][十百千][一{ones}十百千零〇]*(?!分之|分の)|(?:十[一{ones}]|[{ones}十])(?=[{counted}{_GREAT_SCALES}])"
        number = rf"{start}(?P<sign>{CODES})?(?P<hundred>百分之)?(?:(?P<digits>(?:{one})+)|(?<![一{ones}十百千])(?P<word>{spelled})(?P<scale>[{_GREAT_SCALES}])?)"
        part = rf"(?P<whole>[{''.join(pack.numbers)}\d]+)分(?:之|の)(?P<many>[{''.join(pack.numbers)}\d]+)"
    months_of_dates = tuple(
        re.compile(rf"(?<!\d){form.format(months=months)}{edge}", re.IGNORECASE) for form in pack.dates
    )
    return _Forms(
        dates=months_of_dates,
        weekday=re.compile(
            rf"{'(?<!' + chr(92) + 'w)' if pack.spaced else ''}(?P<weekday>{any_of(pack.weekdays)})(?:s|abend|nacht)?{edge}",
            re.IGNORECASE,
        ),
        year=re.compile(
            r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|\s?(?:%|€|\$))" + (edge or "(?=年)")
        ),
        old_year=re.compile(
            rf"(?<!\w)(?:seit|anno|jahre?|en|depuis|dès|année|desde|año)\s(?P<year>1[0-8]\d\d)(?![\d%]|[.,]\d|\s?[%€$])(?!\s(?:{any_of(pack.scales)}|{any_of(pack.measures)}|{any_of(pack.currencies)}))",
            re.IGNORECASE,
        )
        if pack.spaced
        else None,
        number=re.compile(number, re.IGNORECASE),
        part=re.compile(part, re.IGNORECASE),
        after=re.compile(
            rf"[\s-]?(?:d[’']|de\s|d’|of\s)?(?:(?P<points>{pack.points})|(?P<percent>{pack.percent})|(?P<currency>{any_of(pack.currencies)})|(?P<measure>{any_of(pack.measures)})){edge}",
            re.IGNORECASE,
        ),
        percent=re.compile(pack.percent, re.IGNORECASE),
        points=re.compile(pack.points, re.IGNORECASE),
        times=re.compile(pack.times, re.IGNORECASE) if pack.times else None,
        and_half=re.compile(pack.and_half, re.IGNORECASE) if pack.and_half else None,
        each=re.compile(pack.each) if pack.each else None,
    )


def _spelled(pack: Language) -> str:
    """Return the pattern of a number in words: hundreds, a number below a hundred behind them, or that alone."""
    below = any_of(pack.numbers)
    if not pack.hundreds:
        return below
    return rf"{any_of(pack.hundreds)}(?:(?:{pack.hundred_gap})?{below})?|{below}"


def word_value(word: str, pack: Language) -> float:
    """Return what a number in words is, as the pack spells it; all in small letters."""
    if word in pack.numbers:
        return float(pack.numbers[word])
    if not pack.spaced:
        return number_words.of_characters(word, {**pack.numbers, "零": 0}, pack.scales) or 0.0
    hundreds, rest = _hundreds(pack).fullmatch(word), 0.0
    if hundreds is None:
        return 0.0
    if hundreds["below"]:
        rest = float(pack.numbers[hundreds["below"]])
    return pack.hundreds[hundreds["hundreds"]] + rest


@functools.cache
def _hundreds(pack: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<hundreds>{any_of(pack.hundreds)})(?:(?:{pack.hundred_gap})?(?P<below>{any_of(pack.numbers)}))?"
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """Which characters of a text belong to something that was read: a list of stretches would be looked through each time."""

    marks: bytearray

    def spares(self, match: re.Match[str]) -> bool:
        return self.marks.find(1, *match.span()) < 0

    def take(self, start: int, end: int) -> None:
        self.marks[start:end] = b"\1" * (end - start)


def _generic(text: str, pack: Language) -> Figures:
    forms = _forms(pack)
    days: list[Day] = []
    taken = _Taken(bytearray(len(text)))
    for match in forms.each.finditer(text) if forms.each else ():
        taken.take(*match.span())
    for form in filter(None, (*forms.dates, forms.weekday, forms.year, forms.old_year)):
        for match in form.finditer(text):
            if taken.spares(match) and (found := _days(match, pack)):
                days += found
                taken.take(*match.span())
    numbers: list[Number] = []
    for share in (*_shares(text, pack), *quantities.multiples(text, pack)):
        numbers.append(share)
        taken.take(share.start, share.end)
    for match in forms.part.finditer(text) if forms.part else ():
        if taken.spares(match) and (one := _part(match, pack)):
            numbers.append(one)
            taken.take(*match.span())
    for match in forms.number.finditer(text):
        if taken.spares(match) and (one := _number(text, match, pack, forms)):
            numbers.append(one)
            taken.take(match.start(), max(match.end(), one.end))
    return Figures(
        tuple(sorted(days, key=lambda day: day.start)), tuple(sorted(numbers, key=lambda one: one.start))
    )


def _days(match: re.Match[str], pack: Language) -> list[Day]:
    parts = match.groupdict()
    span = match.span()
    if parts.get("weekday"):
        return [Day(None, None, None, pack.weekdays[parts["weekday"].lower()], *span)]
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:  # noqa: PLR2004, "26年"
        year += _CENTURY
    month = int(parts["number"]) if parts.get("number") else None
    if parts.get("month"):
        month = pack.months[parts["month"].lower()]
    if month is not None and not 1 <= month <= _MONTHS:
        return []
    if _is_short_word(match, pack):
        return []
    if first := parts.get("from"):
        # "From January to June": the first and the last month.
        return [
            Day(year, one, None, None, *span) for one in (int(first), month) if one and 1 <= one <= _MONTHS
        ]
    found = [int(parts[name]) for name in ("first", "day") if parts.get(name)]
    if any(not 1 <= day <= _DAYS for day in found):
        return []
    days: list[int | None] = [*found] or [None]
    return [Day(year, month, day, None, *span) for day in days]


def _is_short_word(match: re.Match[str], pack: Language) -> bool:
    """Whether what may be a short month is another word: "sept" is seven without a full stop, a day or a year."""
    parts = match.groupdict()
    word = (parts.get("month") or "").lower()
    if word not in _short_months(pack) or parts.get("year") or parts.get("day"):
        return False
    following = match.string[match.end() : match.end() + _SPACES].lstrip()
    ends = not following or following[0].isupper()
    return not match[0].endswith(".") or (ends and word in pack.numbers)


_SPACES = 4


@functools.cache
def _short_months(pack: Language) -> frozenset[str]:
    """The months of a pack that are the beginning of a longer name of the same month."""
    names = pack.months.items()
    return frozenset(
        short
        for short, month in names
        if any(n == month and name != short and name.startswith(short) for name, n in names)
    )


def _number(text: str, match: re.Match[str], pack: Language, forms: _Forms) -> Number | None:
    parts = match.groupdict()
    word, digits = (parts["word"] or "").lower(), parts["digits"] or ""
    tenths = not pack.spaced and text[match.end() : match.end() + 1] in {"割", "成"}
    if word:
        value, step = word_value(word, pack), 1.0
    elif pack.spaced:
        value, step = _digits(digits, pack)
    else:
        value, step = _counted(digits, pack)
    scale = pack.scales.get((parts.get("scale") or "").lower(), 1.0)
    after = forms.after.match(text, match.end())
    unit, measure = "", None
    if tenths:
        value, step, unit = value * 10, step * 10, "%"
    elif parts.get("hundred"):
        unit = "%"
    elif after:
        unit = "pp" if after["points"] else "%" if after["percent"] else ""
        unit = unit or pack.currencies.get((after["currency"] or "").lower(), "")
        measure = pack.measures.get((after["measure"] or "").lower())
        if measure and forms.and_half and forms.and_half.match(text, after.end()):
            value += 0.5
    if not unit and parts["sign"]:
        unit = pack.currencies.get(parts["sign"].lower(), parts["sign"])
    end = after.end() if after and unit else match.end() + tenths
    times = bool(not unit and forms.times and forms.times.match(text, match.end()))
    return Number(
        round(value * scale, 6), unit, match.start(), end, measure=measure, step=step * scale, times=times
    )


def _digits(text: str, pack: Language) -> tuple[float, float]:
    point = "," if pack.comma else "."
    other = "." if pack.comma else ","
    if not pack.comma and re.fullmatch(r"\d+,\d{1,2}", text):
        point, other = ",", "."
    if pack.comma and re.fullmatch(r"\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+", text):
        point, other = ".", ","
    plain = re.sub(rf"[^\d{re.escape(point)}]", "", text.replace(other, ""))
    return float(plain.replace(point, ".")), last_place(plain, point)


def _counted(text: str, pack: Language) -> tuple[float, float]:
    """Read "9兆5000億": digits with a scale each, added; those below ten thousand are of the great one behind them."""
    value, below, step = 0.0, 0.0, 1.0
    for part in re.finditer(rf"(\d[\d,]*(?:\.\d+)?)((?:{any_of(pack.scales)})*)", text):
        scales = [pack.scales[one] for one in re.findall(any_of(pack.scales), part[2])]
        small = math.prod(one for one in scales if one < _GREAT)
        great = math.prod(one for one in scales if one >= _GREAT)
        plain = part[1].replace(",", "")
        below += float(plain) * small
        step = last_place(plain, ".") * small * great
        if great > 1:
            value, below = value + below * great, 0.0
    return value + below, step


_GREAT = 10**4
"""From here on a scale counts all that is before it up to the last great one: "3千5百万"."""


def _part(match: re.Match[str], pack: Language) -> Number | None:
    parts = match.groupdict()
    if "whole" in parts:
        many, whole = (_cjk(parts[name], pack) for name in ("many", "whole"))
        if not whole or not many or whole == 100:  # noqa: PLR2004, 百分之
            return None
        return Number(many / whole, "", *match.span(), fraction=True, step=0.01)
    word = parts["part"].lower()
    counted = (parts["many"] or "").lower()
    if not counted and not parts["one"] and word not in _ALONE and not parts.get("points"):
        return None
    if word.endswith("ième") and not _OF_A_WHOLE.match(match.string, match.end()):
        return None  # "un cinquième homme" is the fifth one
    count = float(counted) if counted.isdigit() else pack.numbers.get(counted, 1.0)
    value = count * pack.fractions[word]
    tenths = pack.fractions[word] == 1 / 10 and pack.code in {"es", "fr"}
    if pack.spaced and (scale := _scale_behind(pack).match(match.string, match.end())):
        # "A half million" is a number.
        size = pack.scales[scale[1].lower()]
        return Number(round(value * size, 6), "", match.start(), scale.end(), step=0.1 * size)
    unit = "pp" if parts.get("points") or tenths else ""
    return Number(round(value, 6), unit, *match.span(), fraction=not unit, step=0.01)


@functools.cache
def _scale_behind(pack: Language) -> re.Pattern[str]:
    return re.compile(
        rf"[\s-](?:d[e’']\s?)?({any_of(w for w in pack.scales if len(w) > 1)})(?!\w)", re.IGNORECASE
    )


_OF_A_WHOLE = re.compile(r"\s(?:d[eu]|des|en|sur|à|plus|moins)\b|\s?d[’']|\s?(?:[,.;:)]|$)")
_ALONE = frozenset({"hälfte", "moitié", "mitad", "نصف"} | {f"{w}{end}" for w in ("نصف", "ثلث", "ربع", "خمس") for end in ("ها", "هم", "هن")})  # fmt: skip
"""Words for a part that need no article before them."""


def of_shares(text: str, pack: Language) -> Iterator[Number]:
    """The two numbers of each part that is told by two: twelve and fifteen of "12 races out of 15"."""
    for match in re.finditer(pack.shares, text, re.IGNORECASE) if pack.shares else ():
        for name in ("many", "of"):
            if match[name]:
                yield Number(_counted_word(match[name], pack), "", *match.span(name))


def _shares(text: str, pack: Language) -> Iterator[Number]:
    """Parts that are told by two numbers: "one in eight"."""
    for match in re.finditer(pack.shares, text, re.IGNORECASE) if pack.shares else ():
        parts = match.groupdict()
        if nth := parts.get("nth"):
            many, whole = 1.0, float(pack.ordinals[nth.lower()])
        else:
            many, whole = (_counted_word(match[name], pack) for name in ("many", "of"))
        if 0 < many < whole:
            yield Number(
                many / whole, "", *match.span(), fraction=True, step=quantities.share_step(many, whole)
            )


def _counted_word(word: str, pack: Language) -> float:
    return float(word) if word.isdigit() else pack.numbers.get(word.lower(), 1.0)


def _cjk(text: str, pack: Language) -> float:
    if text.isdigit():
        return float(text)
    return number_words.of_characters(text, pack.numbers, pack.scales) or 0.0
