"""Figures of the evidence of which a sentence says the opposite: "rose by 3%" for a fall, "more than" for "less than"."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import arithmetic, figures, implied_figures, relative_years, words_beside
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import within
from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.derive.days import Days
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "figure-turned",
    Severity.ERROR,
    "A sentence has a figure of the evidence and says the opposite of it, or says it of another.",
    "The right figure makes a wrong direction, limit or subject look checked.",
    "`Sales rose by 3% [@sales].`, where the passage has “fell by 3 percent”",
    "Correct the words beside the figure. If both are true, say it in words that the passage has.",
)

Way = Literal["", "up", "down"]
_OPPOSITE: dict[str, str] = {"up": "down", "down": "up", "above": "below", "below": "above"}


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A number of a text, with the clause that it is in."""

    number: Number
    text: str
    pack: Language | None
    clause: str
    span: Span
    """Of the clause in the text."""
    days: Days | None = None
    """Of the article."""


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Compare what is said of each number that the evidence has."""
    if said.pack is None:
        return
    ours = [one for one in _told(evidence, said.text, said.pack) if _is_own(said, one.number)]
    # One number alone, without a limit or a direction, has nothing that could be turned.
    if not ours or (len(ours) == 1 and not _is_turnable(ours[0])):
        return
    theirs, orders = _theirs(evidence, said), list(_orders(ours))
    for one in ours:
        same = [other for other in theirs if _is_same(one.number, other.number)]
        rest = [other for other in theirs if _is_rest(one.number, other.number)]
        words = _limit(one, same) or _direction(one, [*same, *rest]) or _against_order(one, ours, theirs)
        words = words or _against_amounts(one, ours, theirs)
        if words:
            start, end = _shown(said, one)
            yield RULE.at(said.at(start, end), f"“{said.text[start:end]}”, but what is cited has {words}")
    for one, other in itertools.combinations(ours, 2):
        if (one, other) in orders and (words := _turned_round(evidence, one, other, theirs)):
            yield RULE.at(said.at(*_shown(said, one)), f"the change is turned round: {words}")
            return
        if words := _exchanged(evidence, one, other, theirs):
            start, end = one.number.start, one.number.end
            yield RULE.at(
                said.at(start, end), f"“{said.text[start:end].strip()}” is told of another: {words}"
            )
            return


def _is_turnable(one: FigureTold) -> bool:
    return bool(_way(one)) or words_beside.bound(one.text, one.number, one.pack) in _OPPOSITE


def _is_own(said: OwnSentence, number: Number) -> bool:
    inside = [one.span for one in said.named if not one.linked]
    return not (within(inside, number.start) or within(said.quoted, number.start))


def _theirs(evidence: Evidence, said: OwnSentence) -> list[FigureTold]:
    return [
        one
        for support in said.supports
        for text in support.texts
        for one in _told(evidence, text, language_of(text, *support.tags), support.days)
    ]


# What parts clauses. A comma between digits belongs to a number.
_BREAK = re.compile(
    r"[;:!?()。；，、！？（）؛،]|,(?!\d)|\.(?!\d)|\s[–—-]\s|"
    r"\s(?:and|but|while|whereas|und|aber|während|sowie|et|mais|tandis|alors|y|pero|mientras|against)\s|\s(?=و\w)"
)


def _told(
    evidence: Evidence, text: str, pack: Language | None, days: Days | None = None
) -> Iterator[FigureTold]:
    numbers = [one for one in evidence.read(text, pack).numbers if not one.ordinal]
    if numbers and days and pack:
        numbers += figures.of_shares(text, pack)
    if not numbers:
        return
    taken = [(one.start, one.end) for one in numbers]
    marks = [match.span() for match in _BREAK.finditer(text) if not within(taken, match.start())]
    edges = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    for one in numbers:
        start = max(edge for edge in edges[0] if edge <= one.start)
        end = min((edge for edge in edges[1] if edge >= one.end), default=len(text))
        # "The south, 45": what the number is of is before the comma.
        if not re.search(r"[^\W\d_]{2}", text[start : one.start] + text[one.end : end]) and start:
            start = max((edge for edge in edges[0] if edge < start), default=0)
        yield FigureTold(one, text, pack, text[start:end], (start, end), days)


def _is_same(number: Number, other: Number) -> bool:
    if number.times != other.times or (
        number.fraction != other.fraction and "%" not in {number.unit, other.unit}
    ):
        return False
    return bool(number.value) and arithmetic.same_number(number, other, None)


def _is_rest(number: Number, other: Number) -> bool:
    """Whether two parts make the whole: what fell by two thirds fell to one."""
    whole = 100 if number.unit == "%" else 1
    alike = (number.fraction, number.unit) == (other.fraction, other.unit)
    return (
        alike and (number.fraction or number.unit == "%") and abs(number.value + other.value - whole) < _EXACT
    )


_EXACT = 1e-6


def _limit(one: FigureTold, same: Sequence[FigureTold]) -> str:
    """Give the evidence's words if they have the other limit: "less than 40" for "more than 40"."""
    mine = words_beside.bound(one.text, one.number, one.pack)
    if mine not in _OPPOSITE:
        return ""
    same = [they for they in same if _is_negated(they) is _is_negated(one)]
    other = {words_beside.bound(they.text, they.number, they.pack): they for they in same}
    if set(other) - {None} != {_OPPOSITE[mine]}:
        return ""
    return f"“{_beside(next(they for near, they in other.items() if near))}”"


def _direction(one: FigureTold, same: Sequence[FigureTold]) -> str:
    """Give the evidence's words if they have the other direction: "fell by 3%" for "rose by 3%"."""
    mine = _way(one)
    ways = {_way(they): they for they in same}
    if not mine or set(ways) - {""} != {_OPPOSITE[mine]}:
        return ""
    they = next(they for way, they in ways.items() if way)
    # "B has 12 fewer than A" is "A has 12 more than B".
    if _compared(one) and (
        _labels_behind(one) & _labels_before(they) or _labels_before(one) & _labels_behind(they)
    ):
        return ""
    if _is_inverse(one) is not _is_inverse(they) or _is_negated(one) is not _is_negated(they):
        return ""
    return f"“{_beside(they)}”"


def _is_negated(one: FigureTold) -> bool:
    """Whether a clause negates, beside words such as "not more than"."""
    if one.pack is None:
        return False
    clause = one.clause.lower()
    for words in (*one.pack.bounds, *one.pack.rounding):
        clause = clause.replace(words, "")
    return compiled(one.pack.negations).search(clause) is not None


def _way(one: FigureTold) -> Way:
    if one.pack is None or not all(one.pack.changes):
        return ""
    if way := _compared(one):
        return way
    up, down = (bool(compiled(words).search(one.clause)) for words in one.pack.changes)
    return "" if up is down else "up" if up else "down"


def _labels_behind(one: FigureTold) -> frozenset[str]:
    return _words(one.text[one.number.end :], one.pack)


def _labels_before(one: FigureTold) -> frozenset[str]:
    return _words(one.text[: one.number.start], one.pack)


def _words(text: str, pack: Language | None) -> frozenset[str]:
    """Give the beginnings of the long words of a text that may name what a number is of."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if pack is None or word not in pack.common)


def _compared(one: FigureTold) -> Way:
    """Tell what the words right behind a number make of it: "six litres more"."""
    if one.pack is None or not all(one.pack.compares):
        return ""
    up, down = _comparing(one.pack)
    end = min(one.span[1], one.number.end + _BEHIND)
    return (
        "up"
        if up.match(one.text, one.number.end, end)
        else "down"
        if down.match(one.text, one.number.end, end)
        else ""
    )


_BEHIND = 32


@functools.cache
def _comparing(pack: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells more, and what tells less, behind a number and at most two words for its unit."""
    unit, edge = (
        (r"(?:[\s-]?[^\W\d_]+|\s?[%€$£°]){0,2}?\s", r"(?!\w)") if pack.spaced else (r"[^\W\d_]{0,4}?", "")
    )
    up, down = (re.compile(rf"{unit}(?:{words}){edge}", re.IGNORECASE) for words in pack.compares)
    return up, down


def _against_amounts(one: FigureTold, ours: Sequence[FigureTold], theirs: Sequence[FigureTold]) -> str:
    """Give the evidence's amounts if the one before it in our sentence is on the other side: "94 litres, six less than"."""
    mine = _compared(one)
    if not mine or any(_is_same(one.number, they.number) for they in theirs):
        return ""
    before = [other for other in ours if other.number.end <= one.number.start and not other.number.times]
    if not before:
        return ""
    first = before[-1].number
    amounts = [they.number for they in theirs if they.number.unit == first.unit and not they.number.fraction]
    if not any(arithmetic.same_number(first, they, None) for they in amounts):
        return ""
    told = {
        they.value < first.value
        for they in amounts
        if they.value != first.value
        and arithmetic.fits(one.number, round(abs(they.value - first.value), 6), None)
    }
    return f"{first.value:g} on the other side" if told == {mine == "down"} else ""


def _is_inverse(one: FigureTold) -> bool:
    """Whether a clause has a word by which a rise is a fall: losses grow, inflation slows."""
    return bool(one.pack and one.pack.inverse and compiled(one.pack.inverse).search(one.clause))


_TO = re.compile(
    r"(?:\s?(?:[^\W\d_]+|%|€|\$)){0,2}?\s?(?:to|auf|à|a|へ|から|至|到|إلى)\s?(?:[^\W\d_]{1,2}\s)?[$€£]?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:from|von|de|desde|من|由|从|從|の|は|が|を)\s?(?:[^\W\d_]{1,3}\s)?[$€£]?$", re.IGNORECASE
)


def _orders(told: Sequence[FigureTold]) -> Iterator[tuple[FigureTold, FigureTold]]:
    """Give what changed and to what, where a text says so: "from 148 to 185"."""
    for one, other in itertools.pairwise(one for one in told if not one.number.times):
        between = one.text[one.number.end : other.number.start]
        before = one.text[max(0, one.number.start - 8) : one.number.start]
        if (
            one.text is other.text
            and _TO.fullmatch(between)
            and (_FROM.search(before) or "から" in between)
            and one.number.unit in {"", other.number.unit}
            and (one.number.unit == other.number.unit or one.number.value < _UNSCALED)
        ):
            yield one, other


_UNSCALED = 1000


def _values(first: FigureTold, last: FigureTold) -> tuple[float, float]:
    """Give the values of two numbers, of which the first may have its scale from the second."""
    scaled = implied_figures.scaled_alike(first.text, [first.number, last.number])
    return next((one.value for one in scaled), first.number.value), last.number.value


def _against_order(one: FigureTold, ours: Sequence[FigureTold], theirs: Sequence[FigureTold]) -> str:
    """Give the evidence's change if ours goes the other way: "fell by a quarter" for "from 400 to 500"."""
    mine = _way(one)
    if not mine or _is_negated(one):
        return ""
    own = [pair for pair in _orders(ours) if one in pair]
    if not own and _is_inverse(one):
        return ""
    told = {(first.number.value, last.number.value) for first, last in _orders(theirs)}
    if any((first.number.value, last.number.value) in told for first, last in own):
        return ""  # the evidence has the same, whatever it tells by it: "aged 12 to 17"
    for pair in own or _orders(theirs):
        first, last = _values(*pair)
        change = abs(last - first)
        results = (first, last) if own else (change, change / (first or 1), change / (first or 1) * 100)
        if first != last and any(arithmetic.fits(one.number, value, "about") for value in results):
            return "" if (last > first) is (mine == "up") else f"a change from {first:g} to {last:g}"
    return ""


def _exchanged(evidence: Evidence, one: FigureTold, other: FigureTold, theirs: Sequence[FigureTold]) -> str:
    """Give the evidence's words if two numbers are told of each other's subjects."""
    if one.span == other.span or _is_same(one.number, other.number):
        return ""
    for a, b in itertools.permutations(theirs, 2):
        if a.text is not b.text or a.span == b.span:
            continue
        if not (_is_same(one.number, a.number) and _is_same(other.number, b.number)):
            continue
        if (
            sum(
                _is_same(one.number, they.number) or _is_same(other.number, they.number)
                for they in theirs
                if they.text is a.text
            )
            > _PAIR
        ):
            continue
        if _by_years(evidence, one, other, a, b) or (
            not _of_same_years(evidence, one, other, a, b) and _by_labels(evidence, one, other, a, b)
        ):
            return f"“{_beside(a)}”"
    return ""


_PAIR = 2


def _turned_round(
    evidence: Evidence, first: FigureTold, last: FigureTold, theirs: Sequence[FigureTold]
) -> str:
    """Give the evidence's words if it dates the number that came last before the other one."""
    for a, b in itertools.permutations(theirs, 2):
        if a.text is b.text and _is_same(first.number, a.number) and _is_same(last.number, b.number):
            earlier, later = _year(evidence, a, a.days), _year(evidence, b, b.days)
            if earlier and later and earlier > later:
                return f"“{_beside(a)}”"
    return ""


def _by_years(evidence: Evidence, one: FigureTold, other: FigureTold, a: FigureTold, b: FigureTold) -> bool:
    mine, second = _year(evidence, one, a.days), _year(evidence, other, a.days)
    first, last = _year(evidence, a, a.days), _year(evidence, b, b.days)
    if not (first and last) or first == last or not (mine or second):
        return False
    return mine in {None, last} and second in {None, first}


def _of_same_years(
    evidence: Evidence, one: FigureTold, other: FigureTold, a: FigureTold, b: FigureTold
) -> bool:
    """Whether both numbers are told of the years of which the evidence has them."""
    mine, second = _year(evidence, one, a.days), _year(evidence, other, a.days)
    first, last = _year(evidence, a, a.days), _year(evidence, b, b.days)
    return mine is not None and second is not None and mine != second and (mine, second) == (first, last)


def _year(evidence: Evidence, one: FigureTold, days: Days | None) -> int | None:
    """Give the one year that the clause of a number tells."""
    if one.pack is None:
        return None
    told = relative_years.told(one.text, evidence.read(one.text, one.pack).dates, days, one.pack)
    years = {year.year for year in told if one.span[0] <= year.start < one.span[1]}
    return years.pop() if len(years) == 1 else None


def _by_labels(evidence: Evidence, one: FigureTold, other: FigureTold, a: FigureTold, b: FigureTold) -> bool:
    of_a, of_b = _labels(evidence, a), _labels(evidence, b)
    mine, second = _labels(evidence, one), _labels(evidence, other)
    only_a, only_b = of_a - of_b, of_b - of_a
    mine, second = mine - second, second - mine
    return bool(mine & only_b and second & only_a) and not (mine & only_a or second & only_b)


def _labels(evidence: Evidence, one: FigureTold) -> frozenset[str]:
    """Give what a clause is about: its long words, or pairs of characters, and the entities that it names."""
    start, end = one.span
    named = {f"@{n.entity}" for n in evidence.named_in(one.text) if start <= n.start < end}
    if one.pack is None or not one.pack.spaced:
        pairs = (one.clause[at : at + 2] for at in range(len(one.clause) - 1))
        return frozenset(named | {pair for pair in pairs if pair.isalpha()})
    words = (word.lower() for word in _WORD.findall(one.clause))
    return frozenset(named | {word[:_STEM] for word in words if word not in one.pack.common})


_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6


def _beside(one: FigureTold) -> str:
    """Give the words of a clause around its number."""
    words = " ".join(one.clause.split())
    return (
        words
        if len(words) <= _MOST
        else f"…{' '.join(one.text[max(0, one.number.start - 30) : one.number.end + 20].split())}…"
    )


_MOST = 80


def _shown(said: OwnSentence, one: FigureTold) -> Span:
    """Give the clause of a number without the white space around it."""
    start, end = one.span
    text = said.text[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


ROW = OfSentences(RULE, check, names=True)
