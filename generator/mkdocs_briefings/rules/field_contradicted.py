"""Values and states of claims that their passages contradict."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.rules import (
    arithmetic,
    chain_unsupported,
    lengths,
    state_not_told,
    unsupported_date,
    unsupported_name,
    unsupported_number,
)
from mkdocs_briefings.rules.quantities import Number
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.said import in_language, own_sentence
from mkdocs_briefings.rules.soundness import whole_claim
from mkdocs_briefings.rules.speaking import offices
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.quantities import Day, Figures

RULE = Rule(
    "field-contradicted",
    Severity.ERROR,
    "A figure in `value` or `role` that the passage does not have, another state than it has, another date in `why`.",
    "Sentences may rest on fields, so a field must rest on its passage.",
    "`value: {rule: {models: 2028}}`, where the passage has 2027",
    "Correct the field, quote the words that it rests on, or say in `why` how it follows.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Hold the fields of claims against the sentences of their passages; `why` explains what is not there."""
    for claim in evidence.own_claims():
        yield from evidence.once(
            ("field contradicted", claim.ref), partial(_in_claim, evidence, claim), claim
        )


def _in_claim(evidence: Evidence, claim: Claim) -> tuple[Problem, ...]:
    return tuple(_of_claim(evidence, claim))


def _of_claim(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    yield from _of_voices(evidence, claim)
    if claim.roles:
        yield from _of_offices(evidence, claim)
    if claim.why:
        yield from _of_reason(evidence, claim)
    elif claim.roles:
        yield from _of_roles(evidence, claim)
    if not (claim.values or claim.states):
        return
    words = " ".join(
        " ".join(source.text.raw[slice(*span)].split()) for source, span in evidence.around(claim)
    )
    yield from _of_values(evidence, claim, words)
    yield from _of_states(evidence, claim, words)


def _of_values(evidence: Evidence, claim: Claim, words: str) -> Iterator[Problem]:
    source = evidence.corpus.sources[claim.source]
    figures = evidence.read(words, language_of(words, source.lang))
    years = {day.year for day in figures.dates if day.year}
    years |= {
        point.year
        for date in (claim.date, source.published)
        if date
        for point in (date.earliest, date.latest)
    }
    known = [*figures.dates, *evidence.of_claim(claim, text=False).dates]
    lang = evidence.language(claim)
    for one in claim.values:
        for value in one.values:
            place = Place(claim.place.path, (*claim.place.loc, "value", one.subject, one.property))
            if isinstance(value, str):
                date = dates.parse(value) if dates.is_date(value) else None
                is_told = date is None or not years or _is_date_told(date, years, known)
            else:
                scaled = (float(value) * scale for scale in (1.0, *_scales(one.property, lang)))
                is_told = value in years or any(_is_number_told(number, figures, words) for number in scaled)
            if not is_told and not _is_value_explained(evidence, claim, value):
                yield RULE.at(place, f"“{value}” is not in the passage")


def _scales(label: str, lang: str) -> Iterator[float]:
    """The scales that the name of a value tells, so that the value need not: "in millions of euros", "億円"."""
    pack = language_of(label, lang)
    if pack is None:
        return
    for word, scale in pack.scales.items():
        if re.search(rf"\b{word}(?:s|n|en)?\b" if pack.spaced else word, label, re.IGNORECASE):
            yield scale


def _is_number_told(value: float, figures: Figures, text: str = "") -> bool:
    number = Number(value, "", 0, 0)
    known = [*figures.numbers, *lengths.joined(text, figures.numbers)]
    same = any(arithmetic.same_number(number, other, None) for other in known)
    return same or arithmetic.follows(number, known, None)


def _is_date_told(date: Date, years: set[int], known: Sequence[Day]) -> bool:
    """Whether a date may be one of those that are known; a month or a day that none of them has is another one."""
    first = date.start.earliest
    if first.year not in years:
        return False
    if date.start.precision < dates.Precision.MONTH:
        return True
    months = [one for one in known if one.month]
    if not months:
        return True
    day = first.day if date.start.precision >= dates.Precision.DAY else None
    return any(one.month == first.month and (day is None or one.day in {None, day}) for one in months)


def _is_value_explained(evidence: Evidence, claim: Claim, value: str | float) -> bool:
    """Whether `why` names a value, or the way to it, or the article has it where `why` says that it is elsewhere."""
    if not claim.why:
        return False
    source = evidence.corpus.sources[claim.source]
    pack = language_of(claim.why, evidence.language(claim))
    if pack is None or any(
        words and re.search(words, claim.why, re.IGNORECASE)
        for words in (pack.year_before, pack.year_after, pack.month_before)
    ):
        return True
    told = evidence.read(claim.why, pack)
    if _has(told, value) or (not isinstance(value, str) and _is_number_told(float(value), told)):
        return True
    # An article is long: it is read only if need be.
    return any(
        _has(one, value, numbers_alone=True) for one in evidence.figures_of(evidence.of_source(source))
    )


def _has(figures: Figures, value: str | float, *, numbers_alone: bool = False) -> bool:
    """Whether figures have a value itself; a year is a number only where a value is explained."""
    if isinstance(value, str):
        first = dates.parse(value).start.earliest
        return any(
            one.year in {None, first.year} and one.month in {None, first.month} for one in figures.dates
        )
    years = set() if numbers_alone else {day.year for day in figures.dates}
    return value in years or any(number.value == value for number in figures.numbers)


def _of_roles(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Hold the figures of a role against the passages, and what it names against the article."""
    support, source = evidence.of_passages(claim), evidence.corpus.sources[claim.source]
    lang = evidence.language(claim)
    for role in claim.roles:
        place = Place(claim.place.path, (*claim.place.loc, "role", role.person))
        said = in_language(own_sentence("text", role.role, place, (claim.ref,), (support,)), lang)
        for rule in (unsupported_number, unsupported_date):
            for problem in rule.check(evidence, said):
                yield RULE.at(problem.place, f"“{problem.place.near}” is not in the passage")
        known = {*support.entities, *evidence.entities_in(source.id)}
        for one in said.named:
            if one.entity not in known and not unsupported_name.told_otherwise(evidence, said, one.entity):
                yield RULE.at(place, f"the article never names `{one.entity}`")


_SPEAKING = frozenset({"person", "outlet", "agency", "company", "organization"})


def _of_voices(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Find persons who say it in `said_by` and are not near a passage that names somebody else who may say it."""
    unnamed = [problem.place.near for problem in chain_unsupported.unnamed(evidence, claim)]
    entities = evidence.corpus.entities
    for voice in dict.fromkeys(one for one in unnamed if one in entities and entities[one].kind == "person"):
        if _is_named_by_office(evidence, claim, voice):
            continue
        chained = {one for chain in claim.chains for other in chain for one in evidence.lineage(other.entity)}
        named = {
            one
            for source, span in evidence.around(claim)
            for one in evidence.mentions(source.id, span)
            if one in entities and entities[one].kind in _SPEAKING and one not in chained
        }
        if not named:
            source = evidence.corpus.sources[claim.source]
            before = (one for span in evidence.before(claim) for one in evidence.mentions(source.id, span))
            named = {one for one in before if one in entities and entities[one].kind in _SPEAKING} - chained
        if named:
            others = " and ".join(f"`{one}`" for one in sorted(named))
            place = Place(claim.place.path, (*claim.place.loc, "said_by"), near=voice)
            yield RULE.at(place, f"`{voice}` is nowhere near the passage, which names {others}")


def _is_named_by_office(evidence: Evidence, claim: Claim, person: str) -> bool:
    """Whether a passage names somebody by an office that only they have in the article: "the judge said"."""
    source = evidence.corpus.sources[claim.source]
    pack = language_of(source.text.raw[:_SAMPLE], source.lang)
    if pack is None:
        return False
    entities, raw = evidence.corpus.entities, source.text.raw
    held = [
        (one, offices(raw[max(0, start - _TITLE) : start], pack))
        for one, (start, _) in evidence.corpus.mentions[source.id]
        if one in entities and entities[one].kind == "person"
    ]
    own = frozenset[int]().union(*(some for one, some in held if one == person))
    own -= frozenset[int]().union(*(some for one, some in held if one != person))
    return any(own & offices(raw[slice(*span)], pack) for _, span in evidence.around(claim))


_SAMPLE = 400
_TITLE = 30
"""Characters before a name in which an office is: "Employment Judge Ruth Calloway"."""


def _of_offices(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Find words of a role that the article has only beside somebody else: "chief executive" of the finance chief.

    And a person in a role ("lawyer of X") who is not near whoever has it.
    """
    source = evidence.corpus.sources[claim.source]
    if evidence.language(claim).partition("-")[0] != source.lang.partition("-")[0]:
        return
    entities = evidence.corpus.entities
    persons = [
        (one, span)
        for one, span in evidence.corpus.mentions[source.id]
        if one in entities and entities[one].kind == "person"
    ]
    for role in claim.roles:
        own: list[str] = []
        others: list[str] = []
        for start, end in source.sentences:
            there = {one for one, span in persons if start <= span[0] < end}
            words = source.text.raw[start:end].lower()
            (own if role.person in there else others if there else []).append(words)
        if not own or any(_COUNTERPART.search(words) for words in own):
            continue
        named = [one for one in role.role.inlines if isinstance(one, Name)]
        text = role.role.text.lower()
        for one in named:
            text = text.replace(one.words.lower(), " ")
        for word in _OFFICE_WORD.findall(text):
            root = word[:_STEM]
            if not any(root in sentence for sentence in own) and any(root in sentence for sentence in others):
                place = Place(claim.place.path, (*claim.place.loc, "role", role.person))
                yield RULE.at(place, f"the article has “{word}” only beside somebody else")
                break


_COUNTERPART = re.compile(
    r"\b(?:counterpart|opposite\snumber|colleague|successor|predecessor|\w*kolleg(?:e|in|en)\b|pendant|nachfolger|vorgänger|homologue|"
    r"collègue|successeure?|prédécesseure?|homólog[oa]|colega|sucesora?|predecesora?|antecesora?)|同僚|後任|前任|同行|继任|繼任|نظير|خلف|سلف",
    re.IGNORECASE,
)
"""Words that give somebody the office of another, so that the article need not name it again."""
_OFFICE_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6


def _of_reason(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Find whole dates in `why` where no date in it agrees with `date`, and nothing else explains them."""
    if claim.date is None:
        return
    source = evidence.corpus.sources[claim.source]
    told = evidence.read(claim.why, language_of(claim.why, evidence.language(claim))).dates
    if not told or any(_agrees(day, claim.date) for day in told):
        return  # an article is long: it is read only if need be
    support, article = evidence.of_claim(claim, text=False), evidence.of_source(source)
    printed = [day for figures in evidence.figures_of(article) for day in figures.dates if day.day]
    known = [*support.dates, *support.published, *printed]
    for day in told:
        whole = day.year and day.month and day.day
        # One month or weekday alone is that of the claim.
        alone = len(told) == 1 and not day.year and (day.month or day.weekday is not None)
        if (whole or alone) and not any(
            day.is_covered_by(one) or replace(day, year=None).is_covered_by(one)
            for one in (known if whole else _and_all_of(evidence, article, known))
        ):
            words = claim.why[day.start : day.end]
            place = Place(claim.place.path, (*claim.place.loc, "why"), near=words)
            yield RULE.at(place, f"`why` has “{words}”, `date` has {claim.date.text}")


def _and_all_of(evidence: Evidence, article: Support, known: Sequence[Day]) -> Iterator[Day]:
    yield from known
    for figures in evidence.figures_of(article):
        yield from figures.dates


def _agrees(day: Day, date: Date) -> bool:
    """Whether a date of `why` may be the day of a claim, as far as it is told."""
    years = (day.year,) if day.year else (date.earliest.year, date.latest.year) if day.month else ()
    return any(
        (date.open_start or date.earliest <= last) and (date.open_end or first <= date.latest)
        for year in years
        for first, last in _span(year, day)
    )


def _span(year: int, day: Day) -> Iterator[tuple[dt.date, dt.date]]:
    """Give the first and the last day of what a date tells; nothing for one that does not exist."""
    with suppress(ValueError):
        last_month = day.month or _DECEMBER
        last_day = day.day or monthrange(year, last_month)[1]
        yield dt.date(year, day.month or 1, day.day or 1), dt.date(year, last_month, last_day)


_DECEMBER = 12


def _of_states(evidence: Evidence, claim: Claim, words: str) -> Iterator[Problem]:
    pack = language_of(words, evidence.corpus.sources[claim.source].lang)
    if pack is None:
        return
    told = state_not_told.states_told(words, pack)
    for measure, state in claim.states:
        others = told - state_not_told.alike(state)
        if (
            others
            and others == told
            and not state_not_told.is_of_family(state, words, pack)
            and not _is_state_explained(evidence, claim, state)
        ):
            place = Place(claim.place.path, (*claim.place.loc, "state", measure))
            words_told = " or ".join(f"“{other}”" for other in sorted(others))
            yield RULE.at(place, f"“{state}” is not in the passage, which has words for {words_told}")


def _is_state_explained(evidence: Evidence, claim: Claim, state: str) -> bool:
    """Whether `why` has a word for a state, or its English name."""
    if not claim.why:
        return False
    pack = language_of(claim.why, evidence.language(claim))
    return pack is None or state in claim.why.lower() or state_not_told.is_of_family(state, claim.why, pack)


ROW = OfDesk(RULE, check, needs=whole_claim, beside=True)
