"""Read the numbers and dates of a text so that different forms can be compared."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.dates import MONTHS, WEEKDAYS
from mkdocs_briefings.rules.word_lists import any_of
from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.languages.english import ENGLISH
from mkdocs_briefings.text.languages.units import CENT, CODES, CURRENCIES, SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.text.languages.pack import Language, Measure

_MONTH_OF = {name[:3]: n for n, name in enumerate(MONTHS, 1)}
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_WORDS = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{word: n for n, word in enumerate(_ORDINALS, 2)},
    "both": 2,
    "twice": 2,
    "dozen": 12,
}
_SCALES = {
    **dict.fromkeys(("hundred", "hundreds"), 10**2),
    **dict.fromkeys(("thousand", "thousands", "k"), 10**3),
    **dict.fromkeys(("million", "millions", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "billions", "bn"), 10**9),
    **dict.fromkeys(("trillion", "trillions", "tn"), 10**12),
}
_UNITS = {
    **dict.fromkeys(("%", "percent", "per cent"), "%"),
    **dict.fromkeys(("percentage point", "percentage points", "percentage-point"), "pp"),
    **ENGLISH.currencies,
    **dict.fromkeys(("p", "pence", "cent", "cents"), CENT),
}
_DAYS = 31
_CURRENCY_WORDS = "|".join(
    sorted((w for w in ENGLISH.currencies if w.isalpha() and w not in CURRENCIES), key=len, reverse=True)
)

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|(?=\s\d)))"
_TO = r"(?:st|nd|rd|th)?\s?(?:-|–|—|and|to|or|until|through|&)\s?"
_YEAR = r"(?:,?\s(?:of\s)?(?P<{}>[12]\d{{3}})(?![\d%-]))?"
_AFTER_DAY = "with|and|to|at|by|but|from|it|he|she|they|that|when|while|as|after|before|because|about|amid|bound|carrying|[a-z]+ing"
_DATE = re.compile(
    rf"(?<![\w$€£¥])(?=[\dA-Z])(?:(?P<iso>[12]\d{{3}})-(?P<iso_month>[01]\d)(?:-(?P<iso_day>[0-3]\d))?(?![\d-])"
    rf"|(?:(?P<first>\d{{1,2}}){_TO})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH}){_YEAR.format('year')}"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>[012]?\d|3[01])(?!\d)(?:st|nd|rd|th)?(?:{_TO}(?P<last2>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d%]|[.,]\d)"
    rf"{_YEAR.format('year2')}"
    rf"|(?P<month3>{_MONTH}){_YEAR.format('year3')}(?!\w)"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})s?(?!\w)"
    rf"|(?<=\bthe\s)(?P<alone>\d{{1,2}})(?:st|nd|rd|th)(?=[,.;:)]|$|\s(?:{_AFTER_DAY})\b)"
    r"|(?<![.,-])(?P<year4>(?:19|20)\d\d)(?:s(?!\w))?(?![,.]?\d|\w|%|\s(?:million|billion|percent|per\scent)))"
)
# "May" and "March" are months only where a text says so: at the beginning of a sentence they are other words.
_PLACED = re.compile(
    r"(?:in|since|by|of|from|until|till|to|between|and|before|after|during|last|next|this|early|late|mid|for|through)[\s-]$",
    re.IGNORECASE,
)
_NEAR = 12
"""Characters before a month in which such a word stands."""
_NUMBER = re.compile(
    r"(?<![\w.,])(?=[\d$€£¥₹₩₽₺]|[bdefnostz][a-z]{2}|a\s|(?-i:[A-Z]{3})|US\$|[AC]\$)"
    rf"(?P<sign>{CODES})?\s?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?:st|nd|rd|th)?"
    rf"|(?P<tens>{'|'.join(_TENS)})[\s-](?P<ones>{'|'.join(_ONES[1:10])})(?!\w)"
    rf"|(?P<word>{any_of(_WORDS)}|a(?=\s(?:hundred|thousand|[mb]illion)(?!\w)))(?!\w))"
    rf"(?:[\s-]?(?:(?P<hundred>hundred)(?!\w)\s(?:and\s)?(?P<more>(?:{any_of(_TENS)})(?:[\s-](?:{any_of(_ONES[1:10])}))?|{any_of(_ONES[1:])})(?!\w)"
    rf"(?:\s(?P<great>thousand|million))?|(?P<scale>{any_of(_SCALES)})(?!\w)))?"
    rf"(?:[\s-]?(?P<unit>%|(?<=\d)p|pence|cents?|percentage[\s-]points?|per\s?cent|(?:(?:US|Australian|Canadian|Swiss|Danish|Norwegian|Swedish|Indian)\s)?(?:{_CURRENCY_WORDS})|(?-i:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CNY))(?!\w))?"
    r"(?:(?!\w)|(?=°?[CF](?!\w)|(?:km|kg|cm|mm|mg|MW|GW|kWh|hrs?|mins?|secs?)(?!\w)))",
    re.IGNORECASE,
)
_COUNT = rf"\d{{1,3}}|{'|'.join(_ONES[1:13])}"
_TIMES = "day|week|month|year|hour|minute"
_PARTS = "|".join(word for word in ENGLISH.fractions if word != "half")
_PART_UNITS = "|".join(
    sorted((w for w in ENGLISH.measures if w.isalpha() and w not in SHORT), key=len, reverse=True)
)
_AFTER_PART = (
    "of|as|too|less|more|fewer|lower|higher|smaller|larger|cheaper|faster|slower|longer|shorter|since|from|to|in|on|over|within|compared|this|last|"
    "by|at|during|between|after|before|while|when|and|or|but|with|than|below|above|against|under|each|per"
)
_ROUNDING = ("about", "almost", "around", "nearly", "roughly", "over", "than", "under", "some", "only")
# "A third" may be the third one, "the third quarter" is of a year: a part needs a count, a word that rounds it, or an "of" behind it.
_PART = re.compile(
    rf"(?<![\w.,-])(?:(?P<many>{_COUNT})\s(?:\w+\s){{0,2}}?(?:in\s(?:every\s)?|out\sof\s)(?P<of>{_COUNT})(?!\w|[.,]\d|\s(?:{_TIMES})s?\b)"
    rf"|(?:(?P<count>two|three|four|five|six|seven|eight|nine|one|[2-9])[\s-]|(?:an?\s)(?=\w+(?:[,.;:!?)]|$|\s(?:{_AFTER_PART})\b))"
    rf"|(?:{'|'.join(f'(?<={word}{chr(92)}s)' for word in _ROUNDING)})an?\s)"
    rf"(?P<part>{_PARTS})(?!\w)(?:\sof\san?\s(?:(?P<point>percentage\spoint)|(?P<percent>percent)|(?:(?P<unit>{_PART_UNITS})|(?P<scale>million|billion)|(?P<thing>degree|point|cent))(?!\w)))?)"
    r"|(?<![\w-])a\s(?:full|whole)\s(?P<full>(?:percentage[\s-])?point)(?!\w)"
    r"|(?<![\w-])half\san?\s(?P<halved>(?:hour|day|week)(?=\s(?:more|less|longer|shorter|later|earlier|above|below))|(?:point(?=\s(?:lower|higher|less|more)))|percentage[\s-]point|percent|century|decade|year|month|million|billion)",
    re.IGNORECASE,
)
_PART_WORDS = frozenset(ENGLISH.fractions)
_HALVES = ("half as", "half that", "half what", "half of that", "half of what", "halv")
_MULTIPLE_STEMS = ("twice", "thrice", "doubl", "tripl", "trebl", "drupl", "tupl", "fold", *_HALVES)
"""One of these is in any words of `ENGLISH.multiples`, the pattern of which is slow."""
_MEASURE = re.compile(
    rf"[\s-]?({'|'.join(sorted(map(re.escape, ENGLISH.measures), key=len, reverse=True))})(?![\w/])",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(ENGLISH.and_half, re.IGNORECASE)
_SCALE_AFTER = re.compile(r"\s(thousand|million|billion|trillion)\b", re.IGNORECASE)
_TIMES_AFTER = re.compile(ENGLISH.times, re.IGNORECASE)
# Most texts tell no figure; looking at their words one by one is faster than any pattern.
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGIT = re.compile(r"\d")
_DATE_WORDS = frozenset(MONTHS) | {day + end for day in WEEKDAYS for end in ("", "s")}
_DATE_WORDS |= {month[:3] for month in MONTHS} | {"Sept"}
_NUMBER_WORDS = frozenset(_WORDS) | {word.capitalize() for word in _WORDS}
_NUMBER_WORDS |= {"hundred", "thousand", "million", "billion"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit (`%`, `pp` for percentage points, a currency, or none) and where it is."""

    value: float
    unit: str
    start: int
    end: int
    ordinal: bool = False
    measure: Measure | None = None
    """Of a length of time, of way and so on: the dimension, and how much of its base unit the unit is."""
    fraction: bool = False
    """It is a part of a whole: "two thirds", "one in eight"."""
    step: float = 1
    """The value of its last digit that is no zero: how finely it is told."""
    times: bool = False
    """It multiplies: "three times", "doubled"."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told: the parts that are not are None."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int = 0
    end: int = 0

    def is_covered_by(self, other: Day) -> bool:
        """Return whether the other date says all that this one does."""
        return (
            self.year in {None, other.year}
            and self.month in {None, other.month}
            and self.day in {None, other.day}
            and self.weekday in {None, other.weekday}
        )


@dataclass(frozen=True, slots=True)
class Figures:
    dates: tuple[Day, ...] = ()
    numbers: tuple[Number, ...] = ()


def read(text: str) -> Figures:
    """Read all numbers and dates of an English text; what belongs to a date is no number."""
    words = _LETTERS.findall(text)
    digits = bool(_DIGIT.search(text))
    lowered = text.lower().replace("\n", " ")
    dates: list[Day] = []
    numbers: list[Number] = []
    taken: list[tuple[int, int]] = []
    before = 0
    for match in _DATE.finditer(text) if digits or not _DATE_WORDS.isdisjoint(words) else ():
        if found := _days(text, match):
            dates += found
            taken.append(match.span())
    parts = [_part(match) for match in _PART.finditer(text)] if _may_have_parts(words, digits=digits) else []
    numbers += filter(None, parts)
    if any(stem in lowered for stem in _MULTIPLE_STEMS):
        numbers += multiples(text, ENGLISH)
    parts_at = [(one.start, one.end) for one in numbers]
    for match in _NUMBER.finditer(text) if digits or not _NUMBER_WORDS.isdisjoint(words) else ():
        if parts_at and any(a <= match.start() < b for a, b in parts_at):
            continue
        while before < len(taken) and taken[before][1] <= match.start():
            before += 1
        if before == len(taken) or match.end() <= taken[before][0]:
            numbers.append(_number(text, match))
    return Figures(tuple(dates), tuple(numbers))


def _days(text: str, match: re.Match[str]) -> list[Day]:
    a, b = match.span()
    if match["iso"]:
        return [Day(int(match["iso"]), int(match["iso_month"]), _int(match["iso_day"]), None, a, b)]
    if match["weekday"]:
        return [Day(None, None, None, WEEKDAYS.index(match["weekday"]), a, b)]
    if match["alone"]:
        return [Day(None, None, int(match["alone"]), None, a, b)] if 1 <= int(match["alone"]) <= _DAYS else []
    if match["year4"]:
        return [Day(int(match["year4"]), None, None, None, a, b)]
    month = match["month"] or match["month2"] or match["month3"]
    year = _int(match["year"] or match["year2"] or match["year3"])
    number = _MONTH_OF[month[:3]]
    days = [_int(match[name]) for name in ("first", "day", "day2", "last2") if match[name]]
    if (
        not days
        and year is None
        and month in {"May", "March"}
        and not _PLACED.search(text, max(0, a - _NEAR), a)
    ):
        return []
    return [Day(year, number, day, None, a, b) for day in days or [None]]


def _number(text: str, match: re.Match[str]) -> Number:
    word = (match["word"] or "").lower()
    if match["digits"]:
        value = _digits(match["digits"])
    elif match["tens"]:
        value = _WORDS[match["tens"].lower()] + _WORDS[match["ones"].lower()]
    else:
        value = _WORDS.get(word, 1)
    scale = _SCALES.get((match["scale"] or match["great"] or "").lower(), 1)
    if match["hundred"]:
        value = value * 100 + sum(_WORDS[part] for part in re.split(r"[\s-]", match["more"].lower()))
    unit = " ".join((match["unit"] or match["sign"] or "").lower().split())
    unit = unit if unit in _UNITS else unit.rpartition(" ")[2]
    after = _MEASURE.match(text, match.end()) if not unit else None
    half = _AND_A_HALF.match(text, after.end() if after else match.end()) or _AND_A_HALF.match(
        text, match.end()
    )
    if half and scale == 1 and (later := _SCALE_AFTER.match(text, half.end())):
        scale = _SCALES[later[1].lower()]
    return Number(
        round(value * scale, 6) + (0.5 * scale if half else 0),
        _UNITS.get(unit, ""),
        *match.span(),
        ordinal=word in _ORDINALS,
        measure=ENGLISH.measures.get(after[1].lower()) if after else None,
        step=last_place(match["digits"] or "", ".") * scale,
        times=not unit and _TIMES_AFTER.match(text, half.end() if half else match.end()) is not None,
    )


def multiples(text: str, pack: Language) -> Iterator[Number]:
    """What a text multiplies by without a number: "doubled", "half as many"."""
    lowered = text.lower()  # a pattern that heeds case is several times as fast
    for match in _multiples(pack).finditer(lowered if len(lowered) == len(text) else text):
        value, _ = pack.multiples[(match.lastindex or 1) - 1]
        yield Number(value, "", *match.span(), times=True)


@functools.cache
def _multiples(pack: Language) -> re.Pattern[str]:
    """Return all forms as one pattern, a group each."""
    return re.compile("|".join(f"({form})" for _, form in pack.multiples) or "(?!)")


def last_place(digits: str, point: str) -> float:
    """Return the value of the last digit that is no zero: 0.1 of "5.50", 1000 of "45,000", 1 of no digits."""
    whole, _, rest = digits.partition(point)
    if rest := rest.rstrip("0"):
        return float(10.0 ** -len(rest))
    plain = re.sub(r"\D", "", whole)
    return float(10 ** (len(plain) - len(plain.rstrip("0")))) if plain.strip("0") else 1.0


def share_step(many: float, whole: float) -> float:
    """How finely "six in ten" tells a share: the next ones are "five in ten", "one in eight" for "one in nine"."""
    return 1 / whole if many > 1 else 1 / whole - 1 / (whole + 1)


def _may_have_parts(words: list[str], *, digits: bool) -> bool:
    """Whether a text can tell a part at all: the pattern for them is slow."""
    if not _PART_WORDS.isdisjoint(words) or ("point" in words and not {"full", "whole"}.isdisjoint(words)):
        return True
    return ("in" in words or "out" in words) and (
        not _NUMBER_WORDS.isdisjoint(words) or (digits and not {"out", "every"}.isdisjoint(words))
    )


def _part(match: re.Match[str]) -> Number | None:
    """Read "two thirds", "a quarter of", "one in eight", "half a point"."""
    if match["of"]:
        many, whole = _count(match["many"]), _count(match["of"])
        if not 0 < many < whole:
            return None
        return Number(many / whole, "", *match.span(), fraction=True, step=share_step(many, whole))
    if match["full"]:
        return Number(1.0, "pp", *match.span(), step=0.1)
    if halved := (match["halved"] or "").lower():
        unit = "pp" if "point" in halved else "%" if halved == "percent" else ""
        scale = _SCALES.get(halved, 1)
        return Number(
            0.5 * scale, unit, *match.span(), measure=ENGLISH.measures.get(halved), step=0.1 * scale
        )
    count = _count(match["count"] or "one")
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    value = count * ENGLISH.fractions[match["part"].lower()] * scale
    unit = "pp" if match["point"] else "%" if match["percent"] else ""
    measure = ENGLISH.measures.get((match["unit"] or "").lower())
    return Number(
        value,
        unit,
        *match.span(),
        measure=measure,
        fraction=not (unit or measure or match["scale"] or match["thing"]),
        step=0.01 * scale,
    )


def _count(word: str) -> float:
    return float(word) if word.isdigit() else float(_WORDS.get(word.lower(), 1))


def _digits(text: str) -> float:
    """Fold "1,234.5" and "5,5": a comma before three digits sets thousands apart, else it is a point."""
    if re.fullmatch(r"\d+,\d{1,2}|\d+,\d{4,}|0,\d+", text):
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def _int(text: str | None) -> int | None:
    return int(text) if text else None
