"""How figures of ours that nobody printed follow from those that are cited, for readers."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.rules import arithmetic, days_told, unsupported_number, words_beside
from mkdocs_briefings.rules.said import of_claim_text, of_sentence, within
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.quantities import Day, Number
    from mkdocs_briefings.rules.said import OwnSentence

_SMALL = 12
"""Up to here a number may be a count of what is told, which no figure gives."""
_MOST = 12
"""Numbers of which the way is looked for."""


@dataclass(frozen=True, slots=True)
class Working:
    """A figure of ours and the way to it."""

    told: str
    """Our words."""
    by: str
    """What it is computed from, in the words of the evidence: `612 + 816`, `July 8`."""
    exact: bool = True
    """False where our word for it rounds, or its last digit does."""
    source: str = ""
    """Of a date: the article whose day makes it whole."""


def of_prose(evidence: Evidence, sentences: Iterable[Sentence], lang: str) -> Iterator[Working]:
    """Give the workings of sentences that cite claims."""
    for sentence in sentences:
        if _has_figures(evidence, sentence, lang) and (
            said := of_sentence(evidence, "summary", sentence, Place(""))
        ):
            yield from of_own(evidence, said)


def of_claim(evidence: Evidence, claim: Claim) -> Iterator[Working]:
    """Give the workings of the text of a claim, from its passages."""
    lang = evidence.language(claim)
    if claim.analysed and not claim.denies and _has_figures(evidence, claim.text, lang):
        yield from of_own(evidence, of_claim_text(evidence, claim))


def _has_figures(evidence: Evidence, sentence: Sentence, lang: str) -> bool:
    text = sentence.text
    figures = evidence.read(text, language_of(text, lang))
    return bool(figures.numbers or figures.dates)


def of_own(evidence: Evidence, said: OwnSentence) -> Iterator[Working]:
    """Give the workings of a sentence, in its order."""
    ours = evidence.read(said.text, said.pack)
    inside = [one.span for one in said.named if not one.linked]
    for number in ours.numbers:
        words = said.text[number.start : number.end].strip()
        printed = any(words.lower() in support.words for support in said.supports)
        if not printed and not within(inside, number.start):
            yield from _of_number(evidence, said, number, _words(said.text, number))
    for day in ours.dates:
        if day.year and day.month and not within(inside, day.start):
            yield from _of_day(evidence, said, day)


@dataclass(frozen=True, slots=True)
class _Printed:
    number: Number
    words: str


def _of_number(evidence: Evidence, said: OwnSentence, number: Number, words: str) -> Iterator[Working]:
    known = list(dict.fromkeys(_printed(evidence, said)))
    near = words_beside.near(said.text, number, said.pack)
    alike = (one.number.unit == number.unit and one.number.value == number.value for one in known)
    if any(alike) or not unsupported_number.number_told(evidence, said, number):
        return
    for by, value in _ways(number, known[:_MOST]):
        if arithmetic.fits(number, value, None):
            yield Working(words, by)
            return
        if arithmetic.fits(number, value, near) or arithmetic.rounds(number, value):
            yield Working(words, by, exact=False)
            return


def _printed(evidence: Evidence, said: OwnSentence) -> Iterator[_Printed]:
    for support in said.supports:
        for text in support.texts:
            for one in evidence.read(text, language_of(text, *support.tags)).numbers:
                # Where in the text it is tells nothing here: the same number twice is one.
                yield _Printed(replace(one, start=0, end=0), _words(text, one))


_UNIT = re.compile(r"[\s-]?[^\W\d_]+")


def _words(text: str, number: Number) -> str:
    """Give a number as it is printed, with the word behind it that is its unit."""
    unit = _UNIT.match(text, number.end) if number.measure else None
    end = unit.end() if unit and unit.end() - unit.start() <= _LONGEST_UNIT else number.end
    return text[number.start : end].strip()


_LONGEST_UNIT = 15


def _ways(number: Number, known: Sequence[_Printed]) -> Iterator[tuple[str, float]]:
    """Give the ways to values of the kind of a number, the simplest first: each in words, with its value."""
    yield from _single(number, known)
    if number.measure or number.fraction:
        return
    if not number.unit and number.value <= _SMALL and number.value == int(number.value):
        return
    plain = [one for one in known if not (one.number.fraction or one.number.ordinal or one.number.measure)]
    yield from _pairs(number, plain)
    alike = [one for one in plain if one.number.unit == number.unit]
    for count in (3, 4, 5):
        for some in itertools.combinations(alike, count):
            yield " + ".join(one.words for one in some), sum(one.number.value for one in some)
    yield from _products(number, known)


def _single(number: Number, known: Sequence[_Printed]) -> Iterator[tuple[str, float]]:
    """Another form of one number: rounded, in another unit, a part as a percentage."""
    for one in known:
        other = one.number
        if number.measure and other.measure and number.measure[0] == other.measure[0]:
            yield one.words, other.value * other.measure[1] / number.measure[1]
        elif number.fraction != other.fraction and "%" in {number.unit, other.unit}:
            yield one.words, other.value / 100 if number.fraction else other.value * 100
        elif (number.unit, bool(number.measure)) == (other.unit, bool(other.measure)):
            yield one.words, other.value


def _pairs(number: Number, known: Sequence[_Printed]) -> Iterator[tuple[str, float]]:
    for one, other in itertools.permutations(known, 2):
        a, b = one.number, other.number
        is_alike = a.unit == b.unit and a.unit in {number.unit, ""}
        # The difference of percentages is in points.
        are_shares = number.unit in {"pp", ""} and {a.unit, b.unit} == {"%"}
        if a.value > b.value and (is_alike or are_shares):
            yield f"{one.words} − {other.words}", a.value - b.value
        if is_alike:
            yield f"{one.words} + {other.words}", a.value + b.value
        if number.unit == "%" and a.unit == b.unit and a.unit not in {"%", "pp"} and b.value:
            yield f"{one.words} ÷ {other.words}", a.value / b.value * 100
            larger, smaller = (one, other) if a.value > b.value else (other, one)
            change = (larger.number.value - smaller.number.value) / b.value * 100
            yield f"({larger.words} − {smaller.words}) ÷ {other.words}", change
    for one in known if number.unit == "%" else ():
        if one.number.unit == "%":
            yield f"100% − {one.words}", 100 - one.number.value


def _products(number: Number, known: Sequence[_Printed]) -> Iterator[tuple[str, float]]:
    for one, other in itertools.permutations(known, 2):
        a, b = one.number, other.number
        if a.unit != number.unit or a.fraction or a.unit in {"%", "pp"}:
            continue
        if b.unit == "%":
            yield f"{one.words} × {other.words}", a.value * b.value / 100
            yield f"{one.words} × (100% + {other.words})", a.value * (1 + b.value / 100)
            yield f"{one.words} × (100% − {other.words})", a.value * (1 - b.value / 100)
        elif b.fraction or (not b.unit and b.value):
            yield f"{one.words} × {other.words}", a.value * b.value
            if not b.fraction:
                yield f"{one.words} ÷ {other.words}", a.value / b.value


def _of_day(evidence: Evidence, said: OwnSentence, day: Day) -> Iterator[Working]:
    """Say what is printed of a date that the day of its article makes whole."""
    words = said.text[day.start : day.end].strip()
    for support in said.supports:
        told = [one for figures in evidence.figures_of(support) for one in figures.dates]
        if any(day.is_covered_by(one) for one in (*told, *support.dates)):
            return
    for support in said.supports:
        if support.days and support.sources and (by := _printed_of(evidence, support, day)):
            yield Working(words, by, source=support.sources[0])
            return


def _printed_of(evidence: Evidence, support: Support, day: Day) -> str:
    assert support.days is not None  # noqa: S101, the caller has looked
    for text in support.texts:
        pack = language_of(text, *support.tags)
        for one in evidence.read(text, pack).dates:
            if days_told.follows(day, [one], support.days, (), ahead=True):
                return text[one.start : one.end].strip()
        if pack is None:
            continue
        for word, offset in pack.day_words.items():
            alone = replace(pack, day_words={word: offset}, year_words={})
            if days_told.by_words(day, text, support.days, alone):
                return word
    return ""
